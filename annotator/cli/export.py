"""`annotator export`: the coded data as files that other programs read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.context import open_study, progress, say, study_path
from annotator.cli.delimiter import delimiter
from annotator.cli.named import refuse_unknown
from annotator.errors import UsageError
from annotator.terminal import visible_block

if TYPE_CHECKING:
    from annotator.exporters.job import Choice, Report, Source
    from annotator.study import Study

_FOLDER = "exports"
_STANDARD_OUTPUT = "-"
_SHAPES = ("long", "statements", "paragraphs")


@click.command()
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("csv", "jsonl")),
    default="csv",
    show_default=True,
    help="csv: tables. jsonl: one JSON object per row.",
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
@click.pass_context
def command(context: click.Context, /, form: str, output: str | None, **wanted: Any) -> None:
    """Write the coded data to files.

    A data dictionary (CSV and Markdown) is written beside the data. Files appear whole or not at
    all; nothing in them is altered unless an option asks for it.
    """
    from annotator.exporters import exporter
    from annotator.exporters.files import Files, Stream

    choice = _choice(wanted, to_file=_is_file(output))
    study_file = study_path(context)
    with open_study(context, read_only=True) as study:
        _check_names(study, wanted["coders"], choice)
        source = _source(study, wanted)
        if output == _STANDARD_OUTPUT:
            _tell(exporter(form).write(source, choice, Stream(_standard_output())), "", "")
            return
        folder, file = _target(output, study_file)
        with Files(folder, file) as files:
            report = exporter(form).write(source, choice, files)
    _tell(report, folder, file)


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
    )


def _is_file(output: str | None) -> bool:
    """A folder is one that exists, or a name without an ending."""
    if output is None or output.endswith("/"):
        return False
    return output == _STANDARD_OUTPUT or (not Path(output).is_dir() and bool(Path(output).suffix))


def _target(output: str | None, study_file: Path) -> tuple[Path, str]:
    """The folder, and the name of the file where one was given."""
    if output is None:
        return _from_here(study_file.parent / _FOLDER), ""
    path = Path(output)
    if path.exists() and path.samefile(study_file):
        raise UsageError("That is the study itself.", hint="Name another file with -o.")
    return (path.parent, path.name) if _is_file(output) else (path, "")


def _from_here(path: Path) -> Path:
    """The path as a person in this folder would write it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _check_names(study: Study, coders: Sequence[str], choice: Choice) -> None:
    refuse_unknown("coder", coders, study.coders())
    refuse_unknown("variable", choice.variables, study.codebook.by_id)


def _source(study: Study, wanted: dict[str, Any]) -> Source:
    from annotator.exporters.job import Source

    coders, round_ = wanted["coders"] or None, wanted["round"]
    return Source(
        study.codebook,
        lambda: progress(study.articles(), "Exporting articles", study.n_articles()),
        lambda: study.codings(coders=coders, round=round_, variables=wanted["variables"] or None),
        lambda: study.units(coders=coders, round=round_),
        lambda: study.statements(coders=coders, round=round_),
    )


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


def _tell(report: Report, folder: Path | str, file: str) -> None:
    """What was written and what was not, to standard error."""
    for name, count in report.rows.items():
        where = str(Path(folder) / (file or name)) if folder else "Written"
        say(f"{where}: {count:,} row{'' if count == 1 else 's'}")
    if folder:
        beside = f"{Path(file).stem}.dictionary.md" if file else "dictionary.md"
        say(f"{Path(folder) / beside}: what the columns and codes mean")
    if not any(report.rows.values()):
        say("There are no such codings yet: only the heads of the tables were written.")
    for reason, count in report.left_out.items():
        if count:
            say(f"Left out: {count:,} {reason}.")
    for note, count in report.notes.items():
        say(f"Note: {count:,} {note}.")
