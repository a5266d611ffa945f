"""What was asked of `annotator add`, as the readers understand it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.readers import Options

SEGMENTATIONS = ("paragraph", "line", "sentence", "article")
_COLUMNS = ("text", "title", "author", "source", "date", "url")


class FormatOption(click.Option):
    """`--format`; its help names the formats, for which the readers are loaded only then."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help."""
        from annotator.readers import formats

        record = super().get_help_record(ctx)
        return record and (record[0], f"{record[1]} FORMAT is one of: {', '.join(formats())}.")


def column_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--sheet`, `--text`, `--title` and the like: where in a table the articles are."""
    for name in reversed(_COLUMNS):
        what = "texts" if name == "text" else f"{name}s"
        option = click.option(
            f"--{name}",
            f"column_{name}",
            metavar="HEADING",
            help=f"Tables: the column of the {what}.",
        )
        command = option(command)
    sheet = click.option(
        "--sheet", metavar="NAME", help="Workbooks: the sheet, by its name or number."
    )
    return sheet(command)


def reading_options(
    format_: str | None,
    encoding: str | None,
    segment: str,
    join_lines: bool | None,
    sheet: str | None = None,
    **columns: str | None,
) -> Options:
    """How to read; `UsageError` for a format or an encoding that there is not."""
    from annotator.readers import Options, formats
    from annotator.readers.encoding import encoding_named
    from annotator.readers.options import Segmentation

    if format_ and format_ not in formats():
        known = ", ".join(formats())
        raise UsageError(f'There is no format "{format_}".', hint=f"Formats: {known}.")
    if encoding:
        encoding_named(encoding)
    named = {name.removeprefix("column_"): heading for name, heading in columns.items() if heading}
    cutting = Segmentation(segment)
    return Options(format_ or "", encoding or "", cutting, join_lines, named, sheet or "")
