"""`annotator codebook diff` and `apply`: a new version of the codebook, and what it touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.blind import leave_to_lead
from annotator.cli.context import open_study, say, show, show_json
from annotator.cli.input_file import MAX_CODEBOOK_BYTES, content
from annotator.cli.named import refuse_unknown
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.model.codebook import Codebook
    from annotator.model.codebook_changes import Change
    from annotator.study.versions import Plan

_FILE = click.Path(path_type=Path)
_EFFECTS = {
    "none": "codings keep their meaning",
    "maps": "codings become codings of the other code",
    "review": "codings must be looked at again",
    "ask": "an answer is asked for that was not given",
    "hidden": "codings are kept, and no longer shown",
}


@click.command()
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE, required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the differences as JSON.")
@click.pass_context
def diff(context: click.Context, old: Path, new: Path | None, as_json: bool) -> None:
    """Show what differs between two codebooks.

    With one file, the study's codebook is compared with it. Each difference is told with what it
    does to codings made before.
    """
    from annotator.model.codebook_changes import changes

    if new is None:
        with open_study(context, read_only=True) as study:
            found = changes(study.codebook, _load(old))
    else:
        found = changes(_load(old), _load(new))
    if as_json:
        show_json([asdict(change) for change in found])
        return
    for change in found:
        show(_line(change))
    if not found:
        show("No difference.")


@click.command("apply")
@click.argument("file", type=_FILE, required=False)
@click.option(
    "--review", "review", multiple=True, metavar="VARIABLE[=CODE]",
    help="Codings of this variable or code must be looked at again; may be repeated.",
)  # fmt: skip
@click.option("-n", "--dry-run", is_flag=True, help="Show the plan; change nothing.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
@click.pass_context
def apply_(
    context: click.Context, file: Path | None, *, review: Sequence[str], dry_run: bool, yes: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Put a new version into force, after showing what it touches.

    Codings of a code that was merged become codings of the other one. Units that must be looked at
    again are reopened for their coders (`annotator worklist`): they count as finished again when
    the coder finishes them. Old codings keep their version in the log, and `annotator undo
    --codebook` takes all of it back. Without FILE the codebook in force is applied once more: to
    what was coded under an earlier version and came in later, in a package for example.
    """
    with open_study(context, read_only=dry_run) as study:
        leave_to_lead(study, "Changing the codebook")
        source = _source(file) if file else study.codebook_source()
        name = file.name if file else study.codebook_name()
        plan = study.plan_codebook(source, name=name, review=list(map(_pair, review)))
        for variable, code in map(_pair, review):
            refuse_unknown("variable", [variable], plan.codebook.by_id)
            refuse_unknown("code", [code] if code else [], plan.codebook.by_id[variable].paths)
        if as_json:
            show_json(_as_json(plan))
        else:
            for line in _plan_lines(plan):
                show(line)
        if dry_run or plan.is_empty:
            return
        if not yes:
            click.confirm("Put it into force?", abort=True, err=True)
        study.carry_out(plan, source, name=name)
    say(f"Version {plan.codebook.version} is in force.")
    if plan.again:
        say("`annotator worklist` lists what coders must look at again; coding begins there.")


def _source(file: Path) -> str:
    from annotator.codebook_file import decode

    return decode(content(file, MAX_CODEBOOK_BYTES), name=str(file))


def _load(file: Path) -> Codebook:
    from annotator.codebook_file import load

    return load(_source(file), name=str(file))


def _pair(typed: str) -> tuple[str, str]:
    variable, _, code = typed.partition("=")
    if not variable.strip():
        raise UsageError(f'"{typed}" names no variable.', hint="--review stance=support")
    return variable.strip(), code.strip()


def _line(change: Change) -> str:
    where = f"{change.variable}, {change.code}" if change.code else change.variable
    effect = "" if change.effect == "none" else f"  ({_EFFECTS[change.effect]})"
    return f"{where}: {change.what}{effect}"


def _plan_lines(plan: Plan) -> Iterator[str]:
    if plan.is_empty:
        yield "No difference: the codebook in force stays."
        return
    if not plan.changes:
        yield "No difference. Of what was coded under an earlier version and came in later:"
    for change in plan.changes:
        yield _line(change)
        counted = plan.counts[change]
        if counted and change.effect != "none":
            yield f"    {_counted(counted)}"
    yield ""
    yield f"{len(plan.mapped):,} codings map by themselves."
    again = Counter(coder for coder, *_ in plan.again)
    told = f": {_counted(again)}" if again else ""
    yield f"{len(plan.again):,} finished units must be looked at again{told}."


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{coder} {count:,}" for coder, count in sorted(counts.items()))


def _as_json(plan: Plan) -> dict[str, Any]:
    return {
        "version": plan.codebook.version,
        "changes": [{**asdict(c), "codings": dict(plan.counts[c])} for c in plan.changes],
        "mapped": len(plan.mapped),
        "again": [
            {"coder": coder, "round": round_, "article": article, "paragraph": n, "why": why}
            for (coder, round_, article, n), why in plan.again.items()
        ],
    }
