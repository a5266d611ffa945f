"""A row in parts over time: what the drift plot shows, points first, then intervals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from annotator.reports import splits
from annotator.reports.intervals import with_intervals
from annotator.reports.reliability import STATEMENT
from annotator.reports.row import Row
from annotator.reports.splits import Group, Split
from annotator.study import Study
from annotator.tui.agreement.background import Stopped
from annotator.tui.agreement.figures import Figures, wish_of
from annotator.tui.agreement.question import Question

WEEK, BATCH, ROUND, VERSION = "week", "batch", "round", "codebook version"
KINDS = (WEEK, BATCH, ROUND, VERSION)
"""How a row can be split, in the order in which the key goes through them."""


def parts(
    question: Question, figures: Figures, row: Row, by: str, stopped: Stopped
) -> Iterator[Split]:
    """The row by week, batch, round or version: at first without intervals, then with all."""
    with Study.open(question.path, round=question.round, read_only=True) as study:
        split = _split(study, question, row, by)
    yield split
    wish = wish_of(question)
    groups = list(split.groups)
    for place, group in enumerate(groups):
        if stopped():
            return
        (found,) = with_intervals([group.row], wish, figures.codebook)
        groups[place] = Group(group.name, found)
        yield replace(split, groups=tuple(groups))


def _split(study: Study, question: Question, row: Row, by: str) -> Split:
    coders = question.coders or None
    if by == ROUND:
        found = splits.by_round([row], _rounds(study, question, row))
        return next(split for split in found if split.whole.heading == row.heading)
    versions = splits.versions_of(study.codings(coders=coders, round=study.round))
    if by == VERSION:
        return splits.by_version(row, versions)
    times = splits.finished_at(study.units(coders=coders, round=study.round))
    if by == WEEK:
        return splits.by_week(row, times, versions)
    return splits.by_batch(row, times, versions)


def _rounds(study: Study, question: Question, row: Row) -> Mapping[str, Sequence[Row]]:
    """The same row of every round that counts, the one that was begun first at the head."""
    begun: dict[str, int] = {}
    left_out = study.rounds_without_figures()
    for unit in study.units(coders=question.coders or None):
        if unit.done and unit.round not in left_out:
            begun[unit.round] = min(unit.at, begun.get(unit.round, unit.at))
    order = sorted(begun, key=lambda name: (begun[name], name))
    return {name: _rows(question, name, row) for name in order}


def _rows(question: Question, name: str, row: Row) -> list[Row]:
    with Study.open(question.path, round=name, read_only=True) as study:
        found = study.reliability(
            variables=question.variables,
            coders=question.coders or None,
            pairs=question.pairs or None,
            all_paragraphs=question.all_paragraphs,
        )
    rows = [one for one in found.rows if one.heading == row.heading]
    if rows:
        return rows
    whole = found.statements.rows(question.variables, STATEMENT)
    return [one for one in whole if one.heading == row.heading]
