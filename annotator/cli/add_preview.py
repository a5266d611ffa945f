"""Articles before they are stored, put before a person: from readings to the preview screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.cli.add_report import AddReport, ReadFile
from annotator.cli.add_text import likeness
from annotator.cli.context import has_screen
from annotator.errors import UsageError
from annotator.model.wording import counted

if TYPE_CHECKING:
    from annotator.model.article import Article
    from annotator.tui.intake import Candidate


def need_terminal() -> None:
    """`UsageError` where the preview cannot be shown."""
    if not has_screen():
        raise UsageError(
            "The preview needs a terminal.",
            hint="`annotator add --dry-run` prints what would be added.",
        )


def previewed(report: AddReport) -> list[Article] | None:
    """The articles that a person accepts, as corrected; None where they store nothing."""
    from annotator.tui.intake import preview

    new = [one for one in _candidates(report) if one.article.id not in report.present]
    there = len({a.id for a in report.articles if a.id in report.present})
    summary = f"{counted(there, 'article')} already there." if there else ""
    if report.refused_files:
        summary += f" {counted(len(report.refused_files), 'file')} could not be read."
    return preview(new, summary.strip())


def _candidates(report: AddReport) -> Iterator[Candidate]:
    from annotator.tui.intake import Candidate

    accepted = {article.id for article in report.accepted}
    like = {one.article: likeness(one) for one in report.duplicates}
    warnings = defaultdict(list)
    for problem in report.warnings:
        warnings[problem.where].append(problem.message)
    seen: set[str] = set()
    for file in report.files:
        for article in file.reading.articles:
            if article.id in seen:
                continue
            seen.add(article.id)
            remarks = [*_remarks(file), *warnings[str(file.path)]]
            if article.id in like:
                remarks.insert(0, like[article.id])
            yield Candidate(
                article, str(file.path), file.reading.format, tuple(remarks),
                accepted=article.id in accepted, doubtful=article.id in like,
            )  # fmt: skip


def _remarks(file: ReadFile) -> Iterator[str]:
    reading = file.reading
    if reading.encoding:
        yield f"read as {reading.encoding}: {reading.encoding_reason}"
    if reading.announced is not None and reading.announced != len(reading.articles):
        found = len(reading.articles)
        yield f"the file announces {counted(reading.announced, 'article')}, {found} found"
    for problem in (*reading.warnings, *reading.refused):
        yield problem.message
