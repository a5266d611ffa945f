"""The figures of the agreement table, computed step by step: values first, then intervals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotator.model.codebook import Codebook
from annotator.model.coding import CodingRow
from annotator.reports.coefficients import with_coefficients
from annotator.reports.intervals import Wish, with_intervals
from annotator.reports.names import Names
from annotator.reports.reliability import STATEMENT, Reliability
from annotator.reports.row import Row
from annotator.reports.verdict import Thresholds, thresholds_of
from annotator.study import Study
from annotator.tui.agreement.background import NobodyWaits, Stopped
from annotator.tui.agreement.question import Question

PRESENCE = "presence"

_ROWS_BETWEEN_LOOKS = 1_000


@dataclass(frozen=True, eq=False)
class Figures:
    """The rows as far as they are computed; `doing` says what is still to come, "" nothing."""

    rows: tuple[Row, ...]
    coders: tuple[str, ...]
    n_paragraphs: int
    n_finished: int
    remarks: tuple[str, ...]
    codebook: Codebook
    names: Names
    demanded: Thresholds | None = None
    doing: str = ""

    def thresholds(self, row: Row | None = None) -> Thresholds:
        """What is reliable: as the caller says, else what the codebook demands of the variable."""
        return self.demanded or thresholds_of(self.codebook, row.heading.variable if row else "")

    def shown(self, *, single_codes: bool) -> list[Row]:
        """The rows of the table, with or without those of single codes."""
        return [row for row in self.rows if single_codes or row.heading.view != PRESENCE]


def figures(question: Question, stopped: Stopped) -> Iterator[Figures]:
    """Every stage of the table: without intervals, with more and more of them, with all rows.

    Rows about whole statements take longer and come after the others; the intervals of single
    codes, which are shown only when asked for, come last.
    """
    with Study.open(question.path, round=question.round, read_only=True) as study:
        report = study.reliability(
            variables=question.variables,
            coders=question.coders or None,
            pairs=question.pairs or None,
            all_paragraphs=question.all_paragraphs,
            watch=lambda codings: _until(stopped, codings),
        )
        now = _begun(study, report, question.thresholds)
    wish = wish_of(question)
    yield now
    places = [place for place, row in enumerate(now.rows) if row.heading.view != PRESENCE]
    for place in places:
        yield (now := _with_interval(now, place, wish))
    now = replace(now, doing="Comparing whole statements ...")
    yield now
    for row in report.statements.rows(question.variables, STATEMENT):
        (found,) = with_coefficients([row], (), now.codebook)
        yield (now := replace(now, rows=(*now.rows, found)))
        yield (now := _with_interval(now, len(now.rows) - 1, wish))
    now = replace(now, doing="Computing intervals of single codes ...")
    for place in set(range(len(report.rows))).difference(places):
        yield (now := _with_interval(now, place, wish))
    yield replace(now, doing="")


def wish_of(question: Question) -> Wish:
    """How intervals are made; replicates are held against the threshold that the caller gave."""
    wish, demanded = question.wish or Wish(), question.thresholds
    if demanded is None or wish.threshold is not None:
        return wish
    return replace(wish, threshold=demanded.reliable)


def _begun(study: Study, report: Reliability, demanded: Thresholds | None) -> Figures:
    names = Names(study.codebook, {header.id: header.name for header in study.headers()})
    rows = with_coefficients(report.rows, (), study.codebook)
    return Figures(
        tuple(rows), report.coders, report.n_paragraphs, report.n_finished, report.remarks,
        study.codebook, names, demanded, doing="Computing intervals ...",
    )  # fmt: skip


def _with_interval(now: Figures, place: int, wish: Wish) -> Figures:
    (row,) = with_intervals([now.rows[place]], wish, now.codebook)
    return replace(now, rows=(*now.rows[:place], row, *now.rows[place + 1 :]))


def _until(stopped: Stopped, codings: Iterable[CodingRow]) -> Iterator[CodingRow]:
    """The codings, as long as anybody waits for what is made of them."""
    for number, coding in enumerate(codings):
        if number % _ROWS_BETWEEN_LOOKS == 0 and stopped():
            raise NobodyWaits
        yield coding
