"""`annotator agree --html FILE`: what was asked for as one page, with its pictures inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.context import say
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.reports.document import Block
    from annotator.reports.names import Names
    from annotator.reports.row import Row
    from annotator.study import Study

option = click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Write all that was asked for as one HTML page, with its pictures inside.",
)  # fmt: skip


def check(wanted: dict[str, Any], read: Path) -> None:
    """Raise UsageError where --html cannot be meant so; `read` is the file of the data."""
    page: Path | None = wanted["html"]
    if page is None:
        return
    for name in ("as_json", "as_csv"):
        if wanted[name]:
            raise UsageError(f"One of --html and --{name.removeprefix('as_')} at a time.")
    if page.exists() and read.exists() and page.samefile(read):
        raise UsageError(f"{page} is what is read.", hint="Name another file with --html.")


def write(
    rows: Sequence[Row], about: dict[str, Any], wanted: dict[str, Any], study: Study | None
) -> None:
    """Write the page, where one is wanted; rows and parts are those of the table."""
    path: Path | None = wanted["html"]
    if path is None:
        return
    from annotator.exporters.files import Files
    from annotator.reports.document import Document, numbered
    from annotator.reports.render import html

    blocks = numbered(_blocks(rows, about, wanted, study))
    text = html.render(Document(_title(rows, study), tuple(blocks)))
    with Files(path.parent, path.name) as files:
        files.open(path.name).write(text)
    say(f"{path}: written.")


def _title(rows: Sequence[Row], study: Study | None) -> str:
    from annotator.reports.written.words import plain

    if study is not None:
        return f"Agreement: {plain(study.codebook.title or study.codebook.id)}"
    return f"Agreement: {plain(rows[0].heading.variable)}"


def _blocks(
    rows: Sequence[Row], about: dict[str, Any], wanted: dict[str, Any], study: Study | None
) -> Iterator[Block]:
    from annotator.cli.agree_more import names_of
    from annotator.cli.agree_table import coefficient_name, definitions, shown
    from annotator.reports.document import Entries, Heading, Paragraph
    from annotator.reports.written.coefficients import coefficients_table

    names = names_of(study)
    if about:
        yield Paragraph((_about(about),))
    yield coefficients_table(names.codebook, rows, shown, coefficient_name)
    for remark in about.get("remarks", ()):
        yield Paragraph((f"Not in the table: {remark}.",))
    yield from _parts(rows, wanted, study, names)
    yield Heading("What the figures mean")
    yield Entries(tuple(definitions(rows)))


def _about(about: dict[str, Any]) -> str:
    from annotator.cli.agree_table import frame
    from annotator.reports.written.words import plain

    coders = ", ".join(map(plain, about["coders"])) or "none"
    return f"Round {plain(about['round'])}; coders: {coders}. {frame(about)}."


def _parts(
    rows: Sequence[Row], wanted: dict[str, Any], study: Study | None, names: Names
) -> Iterator[Block]:
    """What `--by`, `--explain`, `--confusions` and `--against` ask for."""
    from annotator.reports.document import Heading

    if wanted["by"]:
        from annotator.cli.agree_by import splits_of
        from annotator.reports.written.parts import Parts, parts_blocks

        yield Heading(f"By {wanted['by']}")
        splits = list(splits_of(rows, wanted, study))
        yield from parts_blocks(names.codebook, Parts(wanted["by"], splits))
    if wanted["explain"]:
        from annotator.reports.written.explained import explained_blocks

        yield Heading("Explained")
        yield from explained_blocks(rows, names)
    if wanted["confusions"]:
        from annotator.reports.diagnosis import diagnose
        from annotator.reports.written.confused import confusion_blocks

        yield Heading("Confused")
        yield from confusion_blocks([(row, diagnose(row)) for row in rows if row.alphas], names)
    if wanted["against"]:
        yield from _against(rows, wanted["against"], names)


def _against(rows: Sequence[Row], gold: str, names: Names) -> Iterator[Block]:
    from annotator.cli.agree_against import comparisons
    from annotator.reports.document import Heading
    from annotator.reports.written.compared import against_blocks
    from annotator.reports.written.words import plain

    yield Heading(f"Against {plain(gold)}")
    yield from against_blocks(comparisons(rows, gold), names)
