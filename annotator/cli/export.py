"""`annotator export`: the coded data as files that other programs read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.blind import own_coders, refuse_package
from annotator.cli.context import open_study, say, study_path
from annotator.cli.delimiter import delimiter
from annotator.cli.export_network import network, network_options
from annotator.cli.export_source import metadata_of, source_of
from annotator.cli.export_target import STANDARD_OUTPUT, chosen_forms, is_file, target
from annotator.cli.named import refuse_unknown
from annotator.cli.round_named import check_round
from annotator.errors import UsageError
from annotator.exporters import FORMATS
from annotator.model.wording import counted
from annotator.terminal import visible_block

if TYPE_CHECKING:
    from annotator.exporters.job import Choice, Report, Source
    from annotator.study import Study

_SHAPES = ("long", "statements", "paragraphs")
_FORMAT_LINES = "\n".join(f"  {name:<14} {form.about}" for name, form in FORMATS.items())
_HELP = f"""Write the coded data to files.

Files appear whole or not at all; nothing in them is altered unless an option asks for it. What a
format cannot carry is said.

\b
Formats:
{_FORMAT_LINES}
"""


@click.command(help=_HELP)
@click.option(
    "-f",
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(tuple(FORMATS)),
    metavar="FORMAT",
    help="One of the formats above; may be repeated, and each then gets a folder of its own. "
    "[default: what the ending of a file named by -o says, else csv]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    metavar="PATH",
    help="A folder, or a file (a name with an ending), or - for standard output. "
    "If not given: exports/ beside the study.",
)
@click.option(
    "--shape",
    "shapes",
    multiple=True,
    type=click.Choice(_SHAPES),
    help="What a row is: a coding (long), a statement, or a coder's paragraph. "
    "If not given, csv writes all three into a folder, and long into a file.",
)
@click.option("--coder", "coders", multiple=True, help="Only this coder; may be repeated.")
@click.option("--round", help="Only this round of coding.")
@click.option("--variable", "variables", multiple=True, help="Only this variable; may be repeated.")
@click.option("--only-finished", is_flag=True, help="Leave out paragraphs not finished yet.")
@click.option("--no-text", is_flag=True, help="Leave out the text of the paragraphs.")
@click.option(
    "--metadata",
    is_flag=True,
    help="Tables: a column meta_NAME for every further field of the articles (section, page ...).",
)
@click.option(
    "--values",
    type=click.Choice(("id", "label", "number")),
    default="id",
    show_default=True,
    help="How codes stand in the column of their variable.",
)
@click.option(
    "--delimiter",
    default=",",
    show_default=True,
    metavar="CHAR",
    callback=delimiter,
    help="What separates the cells of a CSV: one character, or tab.",
)
@click.option(
    "--decimal",
    type=click.Choice((".", ",")),
    default=".",
    show_default=True,
    help="The decimal mark of numbers in a CSV.",
)
@click.option("--bom", is_flag=True, help="Begin a CSV with a byte-order mark, for Excel.")
@click.option(
    "--neutralize-formulas",
    is_flag=True,
    help="Put ' before cells of a CSV that a spreadsheet would run as a formula.",
)
@click.option(
    "--final",
    type=click.Choice(("decision", "agreed", "majority", "lead")),
    help="One final value of each unit instead of each coder's: what was decided; else agreed; "
    "else what the majority says; else what the lead coder says. Stops where you say.",
)
@click.option("--lead", metavar="CODER", help="With --final lead: who that is.")
@network_options
@click.pass_context
def command(
    context: click.Context, /, forms: Sequence[str], output: str | None, **wanted: Any
) -> None:
    """Write the coded data in the formats chosen."""
    from annotator.exporters import exporter
    from annotator.exporters.files import Stream

    forms = chosen_forms(forms, output)
    one_table = is_file(output) and not FORMATS[forms[0]].file
    choice = _choice(wanted, to_file=one_table)
    study_file = study_path(context)
    with open_study(context, read_only=True) as study:
        _check_names(study, wanted, choice)
        source = _source(study, study_file, wanted)
        if wanted["metadata"]:
            choice = replace(choice, metadata=metadata_of(study))
        if wanted["final"]:
            _tell_open(source, wanted["final"])
        if output == STANDARD_OUTPUT:
            _tell(exporter(forms[0]).write(source, choice, Stream(_standard_output())))
            return
        if len(forms) > 1:
            _export_all(forms, source, choice, target(output, study_file)[0])
        else:
            _export(forms[0], source, choice, *target(output, study_file))


def _export(form: str, source: Source, choice: Choice, folder: Path, file: str) -> None:
    from annotator.exporters import exporter
    from annotator.exporters.files import Files

    with Files(folder, file) as files:
        report = exporter(form).write(source, choice, files)
        written = files.written()
    _tell(report, folder, written)


def _export_all(forms: Sequence[str], source: Source, choice: Choice, folder: Path) -> None:
    """Every format into a folder of its own: all of them, or none where one fails."""
    from annotator.exporters import exporter
    from annotator.exporters.files import Files

    told = []
    with Files(folder) as files:
        for form in forms:
            with files.within(form) as part:
                report = exporter(form).write(source, choice, part)
            told.append((report, part.folder, part.written()))
    for one in told:
        _tell(*one)


def _choice(wanted: dict[str, Any], *, to_file: bool) -> Choice:
    from annotator.exporters.job import Choice, Shape, Values

    shapes = tuple(Shape(shape) for shape in dict.fromkeys(wanted["shapes"]))
    if to_file and len(shapes) > 1:
        raise UsageError(
            "One file holds one shape.", hint="Give one --shape, or a folder: `-o FOLDER/`."
        )
    if wanted["decimal"] == wanted["delimiter"] and wanted["decimal"] != ".":
        wanted["delimiter"] = ";"
        say("Cells are separated by ; since the decimal mark is a comma.")
    return Choice(
        shapes=shapes or ((Shape.LONG,) if to_file else ()),
        variables=wanted["variables"],
        only_finished=wanted["only_finished"],
        text=not wanted["no_text"],
        values=Values(wanted["values"]),
        delimiter=wanted["delimiter"],
        decimal=wanted["decimal"],
        bom=wanted["bom"],
        neutralize=wanted["neutralize_formulas"],
        network=network(wanted),
    )


def _check_names(study: Study, wanted: dict[str, Any], choice: Choice) -> None:
    lead = [wanted["lead"]] if wanted["lead"] else []
    if (wanted["final"] == "lead") is not bool(lead):
        raise UsageError("--final lead and --lead CODER belong together.")
    if wanted["final"]:
        refuse_package(study, "A final value")
    wanted["coders"] = own_coders(study, wanted["coders"])
    if study.package:
        say(f"This file is the package of {study.package}: nobody else's work is in it.")
    if wanted["round"]:
        check_round(study, wanted["round"])
    refuse_unknown(
        "coder", [*wanted["coders"], *lead], [*study.coders(), *filter(None, [study.package])]
    )
    network = choice.network
    named = [name for name in (network.actor, network.concept, network.qualifier) if name]
    refuse_unknown("variable", [*choice.variables, *named], study.codebook.by_id)


def _source(study: Study, study_file: Path, wanted: dict[str, Any]) -> Source:
    from annotator.exporters.final import final
    from annotator.exporters.job import Final

    source = source_of(
        study, study_file, coders=wanted["coders"], round=wanted["round"],
        variables=wanted["variables"],
    )  # fmt: skip
    return final(source, Final(wanted["final"]), wanted["lead"]) if wanted["final"] else source


class _Harmless(StringIO):
    """Data on the screen: what could command the terminal is shown as a stand-in."""

    def write(self, text: str) -> int:
        return sys.stdout.write(visible_block(text))


def _standard_output() -> Any:
    """Standard output for data: UTF-8, and no line end is changed on the way."""
    if sys.stdout.isatty():
        return _Harmless()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict", newline="")
    return sys.stdout


def _tell_open(source: Source, rule: str) -> None:
    """How many units the rule for final values did not settle."""
    counted = [unit.done for unit in source.units()]
    if all(counted):
        return
    say(f"{counted.count(False):,} of {len(counted):,} units are not settled by this rule: "
        "their open values are missing.")  # fmt: skip
    if rule == "decision":
        say("What all coders agree on is decided by y in `annotator adjudicate`; "
            "`--final agreed` takes it as it is.")  # fmt: skip


def _place(name: str, report: Report, folder: Path | None, written: Sequence[Path]) -> str:
    """The file that rows went into; of several tables in one file also which."""
    if folder is None:
        return "Written"
    if len(report.rows) == 1:
        return str(written[0])
    return f"{written[0]}, {name}" if len(written) == 1 else str(folder / name)


def _tell(report: Report, folder: Path | None = None, written: Sequence[Path] = ()) -> None:
    """What was written and what was not, to standard error."""
    for name, count in report.rows.items():
        say(f"{_place(name, report, folder, written)}: {counted(count, 'row')}")
    for path in written:
        if path.name.endswith("dictionary.md"):
            say(f"{path}: what the columns and codes mean")
    if report.nothing or not any(report.rows.values()):
        say(report.nothing or "There are no such codings yet.")
    for reason, count in report.left_out.items():
        if count:
            say(f"Left out: {count:,} {reason}.")
    for note, count in report.notes.items():
        if count:
            say(f"Note: {count:,} {note}.")
