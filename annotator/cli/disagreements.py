"""`annotator disagreements`: what coders do not agree on, as a list, for a meeting, as data."""

from __future__ import annotations

import json
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.blind import refuse_package
from annotator.cli.context import open_study, say, show, show_json, study_path
from annotator.cli.named import refuse_not_disputed
from annotator.cli.nobody import has_finished_units, say_nobody_finished
from annotator.cli.round_named import check_round
from annotator.errors import UsageError
from annotator.model.coding import MAIN_ROUND
from annotator.model.wording import counted
from annotator.terminal import visible_block

if TYPE_CHECKING:
    from annotator.reports.dispute_list import DisputeList
    from annotator.study import Study

_ENDINGS = {".md": "markdown", ".markdown": "markdown", ".csv": "csv", ".json": "json"}


@click.command()
@click.argument("variables", nargs=-1, metavar="[VARIABLE]...")
@click.option("--round", default=MAIN_ROUND, show_default=True, help="The round of coding.")
@click.option("--by-cost", is_flag=True, help="The most costly first; else as the articles come.")
@click.option("--open", "only_open", is_flag=True, help="Only those that are not decided yet.")
@click.option("--anonymous", is_flag=True, help="Show coders as A, B, C, mixed anew in every unit.")
@click.option("--markdown", is_flag=True, help="A page for a meeting, with room for decisions.")
@click.option("--csv", "as_csv", is_flag=True, help="A table, one row for each disagreement.")
@click.option("--json", "as_json", is_flag=True, help="The same for programs.")
@click.option("--rules", is_flag=True, help="What deciders would have the next codebook say.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False), metavar="FILE",
    help="Write to this file; its ending says the format, where no option does.",
)  # fmt: skip
@click.pass_context
def command(
    context: click.Context, /, variables: tuple[str, ...], round: str, **wanted: Any
) -> None:
    """List what coders do not agree on.

    Units that two or more coders finished: for each answer they differ on, the text, what every
    coder said, their memos, and whether it is decided. A paragraph's statements are one
    disagreement. The cost is its share of all disagreement in the agreement figure that it lowers.
    VARIABLE limits the list; "statement" names statements that not all coders have.
    """
    form = _form(wanted)
    with open_study(context, round=round, read_only=True) as study:
        refuse_package(study, "A list of disagreements")
        refuse_not_disputed(variables, study.codebook)
        check_round(study, study.round)
        with study.reading():
            is_coded = has_finished_units(study)
            if not is_coded:
                say_nobody_finished(study)
            found = _found(study, variables, wanted)
    if form == "json" and not wanted["output"]:
        show_json(found.objects())
    elif form == "lines":
        _list(found, is_coded=is_coded)
    else:
        _write(_rendered(found, form), wanted["output"], study_path(context))


def _form(wanted: dict[str, Any]) -> str:
    options = {"markdown": "markdown", "csv": "as_csv", "json": "as_json", "rules": "rules"}
    asked = [form for form, option in options.items() if wanted[option]]
    if len(asked) > 1:
        raise UsageError(f"--{asked[0]} and --{asked[1]} are two formats: choose one.")
    if asked:
        return asked[0]
    if not wanted["output"]:
        return "lines"
    ending = Path(wanted["output"]).suffix.lower()
    if ending not in _ENDINGS:
        raise UsageError(
            f"{wanted['output']}: the ending says none of the formats md, csv, json.",
            hint="Name the file disagreements.md, for example, or add --markdown.",
        )
    return _ENDINGS[ending]


def _found(study: Study, variables: tuple[str, ...], wanted: dict[str, Any]) -> DisputeList:
    from annotator.cli.disagreements_read import listed
    from annotator.reports.dispute_list import DisputeList

    found = listed(study, variables, only_open=wanted["only_open"], by_cost=wanted["by_cost"])
    return DisputeList(study.codebook, found, hidden=wanted["anonymous"])


def _list(found: DisputeList, *, is_coded: bool) -> None:
    for line in found.lines():
        show(line)
    if not is_coded:
        return
    if not found.listed:
        say("No two coders differ here.")
        return
    n, n_open = len(found.listed), sum(not one.decision for one in found.listed)
    say(f"{counted(n, 'disagreement')}, {n_open:,} open: "
        "`annotator adjudicate --coder NAME` settles them.")  # fmt: skip


def _rendered(found: DisputeList, form: str) -> str:
    if form == "rules":
        from annotator.reports.proposed_rules import rules

        return rules(found.codebook, found.listed)
    if form == "json":
        return json.dumps(found.objects(), ensure_ascii=False, indent=2) + "\n"
    return found.csv() if form == "csv" else found.markdown()


def _write(text: str, output: str | None, study: Path) -> None:
    """To a terminal made harmless, into a file or a pipe as it is, in UTF-8."""
    if output:
        _save(text, Path(output), study)
        return
    if sys.stdout.isatty():
        text = visible_block(text)
    elif isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    sys.stdout.write(text)


def _save(text: str, path: Path, study: Path) -> None:
    from annotator.exporters.files import Files

    if path.exists() and path.samefile(study):
        raise UsageError("That is the study itself.", hint="Name another file with -o.")
    with Files(path.parent, path.name) as files:
        files.open(path.name).write(text)
    say(f"{path}: written.")
