"""The steps of `annotator add`: read everything, compare, let a person look, store in one action.

All is read before anything is stored, so that the study is locked for the storing alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotator.cli.add_compare import Comparison
from annotator.cli.add_names import with_names_apart
from annotator.cli.add_report import AddReport, ReadFile
from annotator.errors import ReaderError

if TYPE_CHECKING:
    from annotator.cli.add_supplied import Supplied
    from annotator.readers import FileReading
    from annotator.study import Study

Readings = Iterable[tuple[Path, "FileReading | ReaderError"]]


class Wish(NamedTuple):
    """What is to become of the articles once they are read."""

    dry_run: bool = False
    preview: bool = False
    leave_out_duplicates: bool = False


def add(
    study: Study | None, readings: Readings, supplied: Supplied, wish: Wish
) -> AddReport | None:
    """Everything that was asked; None where a person looked at it and stored nothing.

    Without a study nothing is stored and nothing compared with what is there.
    """
    report = AddReport(duplicates_left_out=wish.leave_out_duplicates)
    names = {header.id: header.name for header in study.headers()} if study else {}
    if study:
        report.codable = study.codebook.codable
        report.present = frozenset(names)
    _take_in(report, readings, supplied, names)
    comparison = _compare(report, study)
    if wish.preview:
        from annotator.cli.add_preview import previewed

        accepted = previewed(report)
        if accepted is None:
            return None
        report.accepted = accepted
        kept = {article.id for article in accepted} | set(report.present)
        report.duplicates = [o for o in report.duplicates if {o.article, o.first} <= kept]
    if study and not wish.dry_run:
        study.add_articles(report.added)
        comparison.keep()
    return report


def _take_in(
    report: AddReport, readings: Readings, supplied: Supplied, in_study: Mapping[str, str]
) -> None:
    files: list[ReadFile] = []
    for path, reading in readings:
        if isinstance(reading, ReaderError):
            report.refuse(path, reading)
            continue
        report.refused.extend(reading.refused)
        files.append(ReadFile(path, supplied.given_to(path, reading)))
    report.files = with_names_apart(files, in_study)
    report.warnings = supplied.problems()
    report.accepted = list(report.articles)


def _compare(report: AddReport, study: Study | None) -> Comparison:
    """Note likely duplicates among the new articles; leave them out where that was asked."""
    new = {article.id: article for article in report.added}
    comparison = Comparison(study, new.values())
    stored = study.n_articles() if study else 0
    if not new or len(new) + stored < 2:
        return comparison
    report.duplicates = comparison.duplicates()
    if report.duplicates_left_out:
        out = {one.article for one in report.duplicates}
        report.accepted = [article for article in report.accepted if article.id not in out]
    return comparison
