"""`annotator add`: articles into the study."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.add_options import SEGMENTATIONS, FormatOption, column_options, reading_options
from annotator.cli.context import open_study, progress, say, show_json
from annotator.cli.files_named import FilesNamed
from annotator.errors import StudyNotFound, UsageError

if TYPE_CHECKING:
    from annotator.cli.add_report import AddReport
    from annotator.cli.add_steps import Wish
    from annotator.cli.add_supplied import Supplied
    from annotator.cli.article_files import ArticleFiles
    from annotator.readers import Options
    from annotator.study import Study


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", cls=FilesNamed,
    type=click.Path(path_type=Path),
)  # fmt: skip
@click.option(
    "--format", "format_", metavar="FORMAT", cls=FormatOption,
    help="Read every file as this, whatever it looks like.",
)  # fmt: skip
@click.option("--encoding", help="Read every file in this encoding, whatever it looks like.")
@click.option(
    "--segment", type=click.Choice(SEGMENTATIONS), default="paragraph", show_default=True,
    metavar="UNIT", help="What becomes a paragraph: " + ", ".join(SEGMENTATIONS) + ".",
)  # fmt: skip
@click.option(
    "--join-lines/--keep-lines", default=None,
    help="Join the lines of a paragraph, or never; else where lines are seen to be hard-wrapped.",
)  # fmt: skip
@column_options
@click.option(
    "--name-pattern", metavar="PATTERN",
    help="Metadata in file names: '{source}_{date:%Y-%m-%d}_{n}'.",
)  # fmt: skip
@click.option(
    "--metadata", metavar="FILE", type=click.Path(path_type=Path),
    help="Metadata in a table (CSV, XLSX): a row for each file, article name, id or title.",
)  # fmt: skip
@click.option("--leave-out-duplicates", is_flag=True, help="Of likely duplicates keep the first.")
@click.option("--preview", is_flag=True, help="Look at the articles and correct them first.")
@click.option("-n", "--dry-run", is_flag=True, help="Show what would be added; store nothing.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 8), metavar="N",
    help="Read so many files at the same time; by default as many as there are processors.",
)  # fmt: skip
@click.option("-v", "--verbose", is_flag=True, help="List every paragraph with its kind and why.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[Path, ...],
    *,
    format_: str | None,
    encoding: str | None,
    segment: str,
    join_lines: bool | None,
    name_pattern: str | None,
    metadata: Path | None,
    leave_out_duplicates: bool,
    preview: bool,
    dry_run: bool,
    jobs: int | None,
    verbose: bool,
    as_json: bool,
    **columns: str | None,
) -> int:
    """Add articles to the study.

    PATH is a file that holds one article or many, or a folder, which is searched with its
    subfolders. The format of a file is known by its content. Each article is cut into paragraphs,
    and each paragraph gets a kind: body, headline, standfirst, byline, caption, pull_quote,
    author_bio or boilerplate. Wrong kinds are corrected with `annotator kind`. A file that cannot
    be read is reported and does not stop the others; an article that is in the study already is
    left as it is.
    """
    from annotator.cli.add_steps import Wish
    from annotator.cli.add_supplied import Supplied

    wish = Wish(dry_run, preview, leave_out_duplicates)
    _check(wish)
    options = reading_options(format_, encoding, segment, join_lines, **columns)
    supplied = Supplied(name_pattern, metadata)
    files = _files(paths, metadata)
    try:
        report = _read_and_add(
            context, files.chosen, options, supplied=supplied, wish=wish, jobs=jobs or 0
        )
    except KeyboardInterrupt:
        say("Nothing was added.")
        raise
    if report is None:
        say("Nothing was added.")
        return 0
    report.left_out = files.left_out
    return _tell(report, dry_run=dry_run, verbose=verbose, as_json=as_json)


def _check(wish: Wish) -> None:
    """`UsageError` for options that contradict each other."""
    if not wish.preview:
        return
    if wish.dry_run:
        raise UsageError(
            "--preview and --dry-run do not go together.",
            hint="--preview stores nothing, either, until you say so.",
        )
    from annotator.cli.add_preview import need_terminal

    need_terminal()


def _files(paths: Sequence[Path], metadata: Path | None) -> ArticleFiles:
    """The files to read; the table of metadata is none of them, though it may lie among them."""
    from annotator.cli.article_files import article_files
    from annotator.readers import endings

    files = article_files(paths, endings())
    if metadata is None:
        return files
    own = metadata.absolute()
    return files._replace(chosen=[path for path in files.chosen if path.absolute() != own])


def _read_and_add(
    context: click.Context,
    files: Sequence[Path],
    options: Options,
    *,
    supplied: Supplied,
    wish: Wish,
    jobs: int,
) -> AddReport | None:
    from annotator.cli.add_steps import add
    from annotator.readers.children import read_all

    # The children start while the study is opened.
    with read_all(files, options, workers=jobs) as readings, _study(context, wish) as study:
        return add(study, progress(readings, "Reading files", len(files)), supplied, wish)


@contextmanager
def _study(context: click.Context, wish: Wish) -> Iterator[Study | None]:
    """The study; a dry run does without one."""
    try:
        study = open_study(context, read_only=wish.dry_run)
    except StudyNotFound:
        if not wish.dry_run:
            raise
        yield None
    else:
        with study:
            yield study


def _tell(report: AddReport, *, dry_run: bool, verbose: bool, as_json: bool) -> int:
    if as_json:
        show_json(report.as_json(dry_run=dry_run, with_paragraphs=verbose or dry_run))
    else:
        from annotator.cli.add_text import print_report

        print_report(report, dry_run=dry_run, verbose=verbose)
    return report.exit_code
