"""The rows of the reliability report in parts: rounds, codebook versions, weeks, batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotator.reports.row import Row
    from annotator.reports.splits import Split
    from annotator.reports.written.parts import Parts
    from annotator.reports.written.report import More
    from annotator.study import Study

_MOST_WEEKS, _MOST_BATCHES = 26, 6


def more(study: Study, rows: Sequence[Row], coders: Sequence[str], n_versions: int) -> More:
    """What the report holds beside its rows: names, and the rows in parts where there are any."""
    from annotator.reports.names import Names
    from annotator.reports.written.report import More

    names = Names(study.codebook, {header.id: header.name for header in study.headers()})
    told = [row for row in rows if row.heading.view != "presence"]
    found, remarks = [], []
    for by in _kinds(study, coders, n_versions):
        parts = _parts(by, told, study, coders)
        if why := _why_not(by, parts.splits):
            remarks.append(why)
        elif _most(parts.splits) > 1:
            found.append(parts)
    return More(names, found, list(dict.fromkeys(remarks)))


def _kinds(study: Study, coders: Sequence[str], n_versions: int) -> Iterator[str]:
    rounds = {unit.round for unit in study.units(coders=coders or None) if unit.done}
    if len(rounds) > 1:
        yield "round"
    if n_versions > 1:
        yield "version"
    yield from ("week", "batch")


def _parts(by: str, rows: Sequence[Row], study: Study, coders: Sequence[str]) -> Parts:
    from annotator.cli.agree_by import splits_of
    from annotator.reports.splits import BATCH
    from annotator.reports.written.parts import Parts

    n_units = max((len(set(row.sample.units)) for row in rows), default=0)
    wanted: dict[str, Any] = {
        "by": by, "coders": coders, "variables": (), "pairs": (), "all_paragraphs": False,
        "codes": False, "batch_size": max(BATCH, -(-n_units // _MOST_BATCHES)),
    }  # fmt: skip
    return Parts(by, list(splits_of(rows, wanted, study)))


def _why_not(by: str, splits: Sequence[Split]) -> str:
    """Why rows are not shown in such parts, although there are several."""
    if by not in ("week", "batch"):
        return ""
    if any(split.remarks for split in splits):
        return (
            "How agreement went over time cannot be shown: units were finished all at once, as by "
            "an import."
        )
    if by == "week" and _most(splits) > _MOST_WEEKS:
        return f"Coding took more than {_MOST_WEEKS} weeks: `annotator agree --by week` has each."
    return ""


def _most(splits: Sequence[Split]) -> int:
    return max((len(split.groups) for split in splits), default=0)
