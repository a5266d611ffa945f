"""`annotator import`: codings that were made elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.context import name_as_text, open_study, progress, say, show_json
from annotator.cli.input_file import MAX_TABLE_BYTES, content
from annotator.cli.problems import problem_lines
from annotator.errors import CodingsError, UsageError

if TYPE_CHECKING:
    from annotator.importers.codings_table import Options
    from annotator.importers.compare import Compared
    from annotator.importers.parsed import Existing, Parsed
    from annotator.model.event import Draft
    from annotator.model.problem import Problem
    from annotator.study import Study

_TABLES = frozenset({".csv", ".tsv", ".tab"})


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--coder", default="", help="Who coded, where the file does not say.")
@click.option("--round", default="", help="The round, where the file does not say. [default: main]")
@click.option(
    "--map", "mapped", multiple=True, metavar="FIELD=COLUMN",
    help="Read a field (coder, article, paragraph, statement, memo ...) or a variable from this "
    "column; may be repeated. FIELD= passes over its column.",
)  # fmt: skip
@click.option(
    "--shape", type=click.Choice(("statements", "long")),
    help="A row is a statement, or a coding. If not given: long if there are columns "
    "for variable and value.",
)  # fmt: skip
@click.option("--skip-invalid", is_flag=True, help="Import what is right and say what is left out.")
@click.option("--not-finished", is_flag=True, help="Do not mark the paragraphs as finished.")
@click.option(
    "--decimal", type=click.Choice((".", ",")), default=".", show_default=True,
    help="The decimal mark of numbers in the file.",
)  # fmt: skip
@click.option(
    "--neutralized", is_flag=True, help="Take off the ' that --neutralize-formulas put on."
)
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@click.pass_context
def command(context: click.Context, /, file: Path, **wanted: Any) -> None:
    """Bring in codings from a table.

    The file is CSV in UTF-8, with one row for each statement or for each coding. A paragraph that
    appears in it counts as finished by its coder. Nothing is imported if anything in the file does
    not fit, and importing a file twice changes nothing.
    """
    from annotator.importers.codings_table import read_table
    from annotator.importers.compare import compare

    options = _options(wanted)
    table = content(file, MAX_TABLE_BYTES)
    with open_study(context, read_only=wanted["dry_run"]) as study:
        parsed = read_table(table, file.name, study.codebook, study.headers(), options)
        existing = _existing(study, parsed)
        compared = compare(parsed, existing)
        problems = [*parsed.problems, *compared.problems]
        refused = bool(problems) and not wanted["skip_invalid"]
        if not refused and not wanted["dry_run"] and compared.new:
            study.add_codings(_drafts(compared, existing), source=name_as_text(file))
    done = "would be imported" if wanted["dry_run"] else "imported"
    if wanted["as_json"]:
        show_json(_as_json(parsed, compared, problems, imported=not refused))
    else:
        _tell(parsed, compared, "" if refused else done)
    if refused:
        raise CodingsError(
            f"{file.name}: {_count(len(problems), 'problem')}; nothing was imported.",
            problems,
            hint=_advice(file, parsed),
        )
    if not wanted["as_json"]:
        _tell_left_out(parsed, problems)


def _advice(file: Path, parsed: Parsed) -> str:
    """What to do after a refusal. Who wants to bring in texts may well try `import`."""
    if parsed.units:
        return "--skip-invalid imports the rest."
    if file.suffix.casefold() in _TABLES:
        return ""
    return f"A text to be coded is added with `annotator add {file}`."


def _options(wanted: Mapping[str, Any]) -> Options:
    from annotator.importers.codings_table import Options

    return Options(
        coder=wanted["coder"].strip(),
        round=wanted["round"].strip(),
        mapped=dict(map(_pair, wanted["mapped"])),
        long=None if wanted["shape"] is None else wanted["shape"] == "long",
        finish=not wanted["not_finished"],
        decimal=wanted["decimal"],
        neutralized=wanted["neutralized"],
    )


def _pair(typed: str) -> tuple[str, str]:
    name, sign, column = typed.partition("=")
    if not sign:
        raise UsageError(f"--map {typed} names no column.", hint="--map coder=Annotator")
    return name.strip(), column.strip()


def _existing(study: Study, parsed: Parsed) -> Existing:
    """What the coders of the file have in the study, as far as the file speaks of it."""
    from annotator.importers.existing import existing_work

    coders = sorted({key.coder for key in parsed.units})
    return existing_work(
        parsed.units,
        study.codings(coders=coders),
        study.units(coders=coders),
        study.statements(coders=coders),
        {variable.id for variable in study.codebook.variables if variable.multiple},
    )


def _drafts(compared: Compared, existing: Existing) -> Iterator[Draft]:
    from annotator.importers.drafts import drafts
    from annotator.model.coding import UNTOUCHED

    units = progress(compared.new.items(), "Importing paragraphs", len(compared.new))
    for key, unit in units:
        yield from drafts(key, unit.work, existing.get(key, UNTOUCHED))


def _by_coder(compared: Compared) -> dict[str, Counter[str]]:
    """What is new, by coder: paragraphs, statements, codings."""
    counts: dict[str, Counter[str]] = {}
    for key, unit in compared.new.items():
        counted = counts.setdefault(key.coder, Counter(paragraphs=0, statements=0, codings=0))
        counted["paragraphs" if key.paragraph else "articles"] += 1
        counted["statements"] += len(unit.work.statements)
        counted["codings"] += len(unit.work.answers)
        counted["codings"] += sum(len(statement.answers) for statement in unit.work.statements)
    return counts


def _tell(parsed: Parsed, compared: Compared, done: str) -> None:
    for warning in parsed.warnings:
        say(str(warning))
    if not done:
        return
    for coder, counted in _by_coder(compared).items():
        parts = [_count(n, what[:-1]) for what, n in counted.items() if n]
        say(f"{coder}: {', '.join(parts)} {done}.")
    if not compared.new:
        say("Nothing new.")
    if compared.same:
        say(f"In the study already, the same: {_count(len(compared.same), 'unit')}.")


def _tell_left_out(parsed: Parsed, problems: Sequence[Problem]) -> None:
    if not problems:
        return
    say(f"Left out because of {_count(len(problems), 'problem')}:")
    for line in [*problem_lines(problems), *parsed.left_out]:
        say(f"  {line}")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _as_json(
    parsed: Parsed, compared: Compared, problems: Sequence[Problem], *, imported: bool
) -> dict[str, Any]:
    return {
        "file": parsed.file,
        "imported": _by_coder(compared) if imported else {},
        "already_there": len(compared.same),
        "problems": [_problem(problem) for problem in problems],
        "warnings": [_problem(problem) for problem in parsed.warnings],
        "left_out": parsed.left_out,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"line": problem.line, "message": problem.message, "hint": problem.hint}
