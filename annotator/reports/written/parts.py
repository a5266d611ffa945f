"""Agreement in parts of the material, such as weeks: a table, and its course as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.model.codebook import Codebook
from annotator.reports.document import Block, Cell, Column, Course, Panel, Paragraph, Picture, Table
from annotator.reports.row import Row
from annotator.reports.splits import Group, Split
from annotator.reports.written.coders import MOST_COLUMNS
from annotator.reports.written.figures import agreement, lines_of, marked
from annotator.reports.written.words import (
    Reasons,
    compared,
    figure,
    plain,
    row_label,
    told_once,
    variable_label,
)

_UNITS = "In brackets: units compared."
_FEW = "A part has few units, so that figures go up and down by chance: look for a trend in many."
_CAPTIONS = {
    "round": "Agreement by round of coding",
    "version": "Agreement by codebook version",
    "week": "Agreement by week",
    "batch": "Agreement by batch of units, in the order of coding",
    "article": "Agreement by article",
    "pair": "Agreement by pair of coders",
}
_IN_TIME = ("round", "week", "batch")


@dataclass(frozen=True)
class Parts:
    """Rows in parts by one thing: `by` is round, version, week, batch, article or pair."""

    by: str
    splits: Sequence[Split]


def parts_blocks(codebook: Codebook | None, parts: Parts) -> Iterator[Block]:
    """The table, and (of parts that follow each other) a picture of the course of each figure."""
    splits = [split for split in parts.splits if split.groups]
    if not splits:
        return
    yield _table(codebook, parts.by, splits)
    for remark in dict.fromkeys(remark for split in splits for remark in split.remarks):
        yield Paragraph((f"Remark: {plain(remark)}.",))
    longer = [split for split in splits if _has_a_course(split)]
    if parts.by in _IN_TIME and longer:
        panels = tuple(_panel(codebook, split) for split in longer)
        yield Picture(_CAPTIONS[parts.by], panels, ("Dashed lines: thresholds.",))


def _has_a_course(split: Split) -> bool:
    return sum(group.row.leading.value is not None for group in split.groups) > 1


def _table(codebook: Codebook | None, by: str, splits: Sequence[Split]) -> Table:
    reasons = Reasons()
    names = list(dict.fromkeys(group.name for split in splits for group in split.groups))
    first = (Column("Variable"), Column("What is compared"))
    rows: list[tuple[Cell, ...]]
    if len(names) <= MOST_COLUMNS:
        columns = (*first, *(Column(plain(name), number=True) for name in names))
        rows = [tuple(_side_by_side(codebook, split, names, reasons)) for split in splits]
    else:
        columns = (
            *first, Column(by.capitalize(), narrow=True),
            *(Column(name, number=True) for name in ("Units", "Agreement", "Figure")),
        )  # fmt: skip
        rows = [
            tuple(_below(codebook, split, group, reasons))
            for split in splits
            for group in split.groups
        ]
    bracketed = (_UNITS,) if len(names) <= MOST_COLUMNS else ()
    few = (_FEW,) if by in _IN_TIME else ()
    notes = (*reasons.notes(), *told_once(_mixed(codebook, splits)), *bracketed, *few)
    return Table(0, _CAPTIONS[by], columns, tuple(rows), notes)


def _side_by_side(
    codebook: Codebook | None, split: Split, names: Sequence[str], reasons: Reasons
) -> Iterator[Cell]:
    yield from (variable_label(codebook, split.whole.heading), compared(split.whole))
    groups = {group.name: group.row for group in split.groups}
    for name in names:
        row = groups.get(name)
        yield f"{_figure(row, reasons)} ({row.n_units:,})" if row else ""


def _below(
    codebook: Codebook | None, split: Split, group: Group, reasons: Reasons
) -> Iterator[Cell]:
    row = group.row
    yield from (variable_label(codebook, split.whole.heading), compared(split.whole))
    yield from (plain(group.name), f"{row.n_units:,}", agreement(row, reasons))
    yield _figure(row, reasons)


def _figure(row: Row, reasons: Reasons) -> str:
    """The row's figure; of why there is none only what it has in common with other parts."""
    found = row.leading
    return marked(replace(found, reason=found.reason.partition(":")[0]), reasons)


def _mixed(codebook: Codebook | None, splits: Sequence[Split]) -> Iterator[tuple[str, str]]:
    """Parts that rest on several codebook versions, with the rows that do."""
    for split in splits:
        for group in split.groups:
            for remark in group.row.remarks:
                if remark.startswith("coded under"):
                    yield f"{row_label(codebook, split.whole)}, {plain(group.name)}", remark


def _panel(codebook: Codebook | None, split: Split) -> Panel:
    names = tuple(plain(group.name) for group in split.groups)
    values = tuple(group.row.leading.value for group in split.groups)
    units = tuple(group.row.n_units for group in split.groups)
    told = ", ".join(f"{name} {figure(v)}" for name, v in zip(names, values, strict=True))
    return Panel(
        row_label(codebook, split.whole),
        Course(names, values, units, lines_of(split.whole, codebook)),
        told,
    )
