"""What an import did, in words and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from annotator.cli.context import say
from annotator.cli.problems import problem_lines
from annotator.model.wording import counted

if TYPE_CHECKING:
    from annotator.importers.compare import Compared
    from annotator.importers.parsed import Parsed
    from annotator.importers.project import Project
    from annotator.model.problem import Problem

_SHOWN = 20  # mismatches


def tell(parsed: Parsed, compared: Compared, done: str) -> None:
    """Say what is new, and what is there already; `done`: how to say that it came in."""
    for warning in parsed.warnings:
        say(str(warning))
    if not done:
        return
    for coder, counts in _by_coder(compared).items():
        parts = [counted(n, what[:-1]) for what, n in counts.items() if n]
        say(f"{coder}: {', '.join(parts)} {done}.")
    if not compared.new:
        say("Nothing new." if parsed.units or parsed.problems else "It holds no codings.")
    if compared.same:
        say(f"In the study already, the same: {counted(len(compared.same), 'unit')}.")


def tell_left_out(parsed: Parsed, problems: Sequence[Problem]) -> None:
    """Say what was not imported."""
    if not problems:
        return
    say(f"Left out because of {counted(len(problems), 'problem')}:")
    for line in [*problem_lines(problems), *parsed.left_out]:
        say(f"  {line}")


def tell_project(project: Project) -> None:
    """Say what was decided on the way, what is not as the file quotes it, and what is not kept."""
    from annotator.importers.passages import UNKNOWN_CODER

    for what, number in sorted(project.notes.items()):
        say(f"Note: {what} ({number:,}).")
    if project.mismatches:
        say(f"Not what the file quotes: {counted(len(project.mismatches), 'passage')}.")
        for problem in project.mismatches[:_SHOWN]:
            say(f"  {problem}")
        if len(project.mismatches) > _SHOWN:
            say(f"  and {len(project.mismatches) - _SHOWN:,} more; --json lists all.")
    for what, number in sorted(project.lost.items()):
        say(f"Not kept: {what} ({number:,}).")
    if UNKNOWN_CODER in project.coders:
        say(f'Who coded is not told, and called "{UNKNOWN_CODER}" here: --coder NAME says it.')
    if project.memos:
        say(f"Not kept: memos that belong to no text ({len(project.memos):,}); --json lists them.")


def as_json(
    parsed: Parsed, compared: Compared, problems: Sequence[Problem], project: Project | None,
    *, imported: bool,
) -> dict[str, Any]:  # fmt: skip
    """Everything that is said, for programs."""
    told = {
        "file": parsed.file,
        "imported": _by_coder(compared) if imported else {},
        "already_there": len(compared.same),
        "problems": [_problem(problem) for problem in problems],
        "warnings": [_problem(problem) for problem in parsed.warnings],
        "left_out": parsed.left_out,
    }
    if project is None:
        return told
    return told | {
        "articles": len(project.articles),
        "mismatches": [_problem(problem) for problem in project.mismatches],
        "notes": dict(sorted(project.notes.items())),
        "not_kept": dict(sorted(project.lost.items())),
        "memos": [memo._asdict() for memo in project.memos],
    }


def _by_coder(compared: Compared) -> dict[str, Counter[str]]:
    """What is new, by coder: paragraphs, statements, codings."""
    counts: dict[str, Counter[str]] = {}
    for key, unit in compared.new.items():
        of_coder = counts.setdefault(key.coder, Counter(paragraphs=0, statements=0, codings=0))
        of_coder["paragraphs" if key.paragraph else "articles"] += 1
        of_coder["statements"] += len(unit.work.statements)
        of_coder["codings"] += len(unit.work.answers)
        of_coder["codings"] += sum(len(statement.answers) for statement in unit.work.statements)
    return counts


def _problem(problem: Problem) -> dict[str, Any]:
    return {"line": problem.line, "message": problem.message, "hint": problem.hint}
