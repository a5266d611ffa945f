"""`annotator add`: articles into the study."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.context import open_study, progress, say, show, show_json

if TYPE_CHECKING:
    from annotator.cli.add_report import AddReport, ReadArticle
    from annotator.model.article import Article

_LINE_EACH = 20
_NAMES_SHOWN = 10


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
)
@click.option(
    "--format", "format_", metavar="FORMAT", help="Read every file as this: text, markdown."
)
@click.option("--encoding", help="Read every file in this encoding, whatever it looks like.")
@click.option("-n", "--dry-run", is_flag=True, help="Show what would be added; store nothing.")
@click.option("-v", "--verbose", is_flag=True, help="List every paragraph with its kind and why.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[Path, ...],
    *,
    format_: str | None,
    encoding: str | None,
    dry_run: bool,
    verbose: bool,
    as_json: bool,
) -> int:
    """Add articles to the study.

    PATH is a text file (.txt) or Markdown file (.md), or a folder, which is searched with its
    subfolders. Each article is cut into paragraphs, and each paragraph gets a kind: body, headline,
    standfirst, byline, caption, pull_quote, author_bio or boilerplate. Wrong kinds are corrected
    with `annotator kind`. A file that cannot be read is reported and does not stop the others; an
    article that is in the study already is left as it is.
    """
    from annotator.cli.add_report import AddReport
    from annotator.cli.article_files import article_files
    from annotator.readers import endings
    from annotator.readers.encoding import encoding_named

    if encoding:
        encoding_named(encoding)
    files = article_files(paths, endings())
    report = AddReport(with_paragraphs=verbose or dry_run, left_out=files.left_out)
    articles = _read(files.chosen, report, format_, encoding)
    try:
        (_try if dry_run else _store)(context, articles, report)
    except KeyboardInterrupt:
        say("Stopped. Nothing was added.")
        raise
    if as_json:
        show_json(report.as_json(dry_run=dry_run))
    else:
        _print(report, dry_run=dry_run)
    return report.exit_code


def _read(
    files: list[Path], report: AddReport, format_: str | None, encoding: str | None
) -> Iterator[Article]:
    """The articles of all files, one at a time; a file is read whole before any is handed on."""
    from annotator.errors import ReaderError
    from annotator.readers import read

    for path in progress(files, "Reading articles", len(files)):
        try:
            articles = read(path, format=format_, encoding=encoding)
        except ReaderError as error:
            report.refuse(path, error)
            continue
        for article in articles:
            report.note(path, article)
            yield article


def _store(context: click.Context, articles: Iterable[Article], report: AddReport) -> None:
    with open_study(context) as study:
        report.codable = study.codebook.codable
        report.present = frozenset(study.add_articles(articles).present)


def _try(context: click.Context, articles: Iterable[Article], report: AddReport) -> None:
    """Read without storing; a study is asked what it has, if there is one."""
    from annotator.errors import StudyNotFound

    try:
        with open_study(context, read_only=True) as study:
            report.codable = study.codebook.codable
            report.present = frozenset(header.id for header in study.headers())
    except StudyNotFound:
        pass
    for _ in articles:
        pass


def _print(report: AddReport, *, dry_run: bool) -> None:
    added, present = report.added, report.already_there
    if report.with_paragraphs or len(added) <= _LINE_EACH:
        for article in added:
            _print_article(article)
    paragraphs = sum(article.kinds.total() for article in added)
    codable = sum(article.codable for article in added)
    verb = "Would add" if dry_run else "Added"
    articles, units = _count(len(added), "article"), _count(paragraphs, "paragraph")
    show(f"{verb} {articles}: {units}, {codable:,} codable.")
    if present:
        show(f"{_count(len(present), 'article')} already there: {_some([a.name for a in present])}")
    if report.left_out:
        names = _some([path.name for path in report.left_out])
        show(f"{_count(len(report.left_out), 'file')} of other kinds left out: {names}")
    for problem in report.refused:
        say(str(problem))
    if report.refused_files:
        say(f"{_count(len(report.refused_files), 'file')} could not be read.")
    elif not report.read:
        say("There is no article file here: the endings are .txt and .md.")


def _print_article(article: ReadArticle) -> None:
    kinds = ", ".join(f"{count} {kind}" for kind, count in article.kinds.items())
    encoding = "" if article.encoding == "utf-8" else f"; read as {article.encoding}"
    show(
        f"{article.name}: {_count(article.kinds.total(), 'paragraph')}, {article.codable} codable "
        f"({kinds}){encoding}"
    )
    for number, (kind, reason, excerpt) in enumerate(article.paragraphs, 1):
        show(f"{number:>5}  {kind:<11}  {excerpt}")
        if kind != "body":
            show(f"{'':>5}  {'':<11}  -> {reason}")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _some(names: list[str]) -> str:
    more = len(names) - _NAMES_SHOWN
    return ", ".join(names[:_NAMES_SHOWN]) + (f" and {more:,} more" if more > 0 else "")
