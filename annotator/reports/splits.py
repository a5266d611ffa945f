"""The rows of a report over parts of its units: by article, week, batch or codebook version."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

from annotator.agreement.coders import columns_of, rows_of
from annotator.model.coding import CodingRow, UnitRow
from annotator.reports.row import Heading, Row, Sample, row_over
from annotator.reports.units import Unit

BATCH = 50
"""Units in a batch, unless another number is asked for."""

NO_CODING = "no codings"
"""The version of units that were finished without any coding."""

Versions = Mapping[Unit, Collection[str]]
"""The codebook versions under which a unit was coded."""

_AT_ONCE = 60_000  # milliseconds: an import, not a person


@dataclass(frozen=True)
class Group:
    """One part: its name, and the row over it."""

    name: str
    row: Row


@dataclass(frozen=True)
class Split:
    """A row in parts, in their order; `remarks` say what must be known of the order."""

    whole: Row
    groups: tuple[Group, ...]
    remarks: tuple[str, ...] = ()


Columns = Mapping[str, list[int]]
"""The units (columns) of each part."""


def finished_at(units: Iterable[UnitRow]) -> dict[Unit, int]:
    """When the last of its coders finished a unit, so that it could be compared (ms since 1970)."""
    found: dict[Unit, int] = {}
    for row in units:
        if row.done:
            unit = (row.article, row.paragraph)
            found[unit] = max(row.at, found.get(unit, 0))
    return found


def versions_of(codings: Iterable[CodingRow]) -> dict[Unit, set[str]]:
    """The codebook versions under which the codings of each unit were made."""
    found: dict[Unit, set[str]] = {}
    for row in codings:
        found.setdefault((row.article, row.paragraph), set()).add(row.codebook)
    return found


def by_article(row: Row, names: Mapping[str, str], versions: Versions) -> Split:
    """One part for each article, in their order; `names` by the article's id."""
    return _split(row, _columns(row, lambda unit: names.get(unit[0], unit[0])), versions)


def by_week(row: Row, times: Mapping[Unit, int], versions: Versions) -> Split:
    """One part for each ISO week (UTC) in which the last coder of a unit finished it."""
    found = _columns(row, lambda unit: _week(times[unit]))
    return _split(row, dict(sorted(found.items())), versions, _on_times(row, times))


def by_batch(row: Row, times: Mapping[Unit, int], versions: Versions, size: int = BATCH) -> Split:
    """Parts of `size` units in the order in which their last coder finished them."""
    units = row.sample.units
    order = sorted(range(len(units)), key=lambda column: times[units[column]])
    starts = range(0, len(order), size)
    found = {
        f"{start + 1}-{min(start + size, len(order))}": order[start : start + size]
        for start in starts
    }
    return _split(row, found, versions, _on_times(row, times))


def by_version(row: Row, versions: Versions) -> Split:
    """One part for each codebook version; units coded under several are parts of their own."""
    found = _columns(row, lambda unit: " and ".join(sorted(versions.get(unit, ()))) or NO_CODING)
    return _split(row, dict(sorted(found.items())), versions)


def by_pair(row: Row, versions: Versions) -> Split:
    """One part for each two coders who have values in the row."""
    sample = row.sample
    pairs = [
        [one, other]
        for one, other in combinations(range(len(sample.coders)), 2)
        if {sample.coders[one], sample.coders[other]}.issubset(row.coders)
    ]
    samples = {
        " and ".join(sample.coders[coder] for coder in pair): Sample(
            rows_of(sample.data, pair), [sample.coders[coder] for coder in pair], sample.units
        )
        for pair in pairs
    }
    return Split(row, tuple(_group(row, name, part, versions) for name, part in samples.items()))


def by_round(wholes: Sequence[Row], reports: Mapping[str, Sequence[Row]]) -> list[Split]:
    """The rows of each round's report side by side, and all that any round has."""
    everything = [*wholes, *(row for report in reports.values() for row in report)]
    first = {row.heading: row for row in reversed(everything)}
    return [
        Split(first[heading], tuple(_of_heading(heading, reports)))
        for heading in dict.fromkeys(row.heading for row in everything)
    ]


def _of_heading(heading: Heading, reports: Mapping[str, Sequence[Row]]) -> Iterator[Group]:
    for name, rows in reports.items():
        yield from (Group(name, row) for row in rows if row.heading == heading)


def _columns(row: Row, name: Callable[[Unit], str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for column, unit in enumerate(row.sample.units):
        found.setdefault(name(unit), []).append(column)
    return found


def _split(row: Row, columns: Columns, versions: Versions, remarks: tuple[str, ...] = ()) -> Split:
    groups = [
        _group(row, name, _part(row.sample, places), versions) for name, places in columns.items()
    ]
    return Split(row, tuple(groups), remarks)


def _part(sample: Sample, columns: list[int]) -> Sample:
    units = [sample.units[column] for column in columns]
    return Sample(columns_of(sample.data, columns), sample.coders, units)


def _group(row: Row, name: str, part: Sample, versions: Versions) -> Group:
    found = sorted({version for unit in part.units for version in versions.get(unit, ())})
    mixed = [f"coded under {len(found)} versions of the codebook: {', '.join(found)}"]
    return Group(name, row_over(row, part, mixed if len(found) > 1 else ()))


def _week(milliseconds: int) -> str:
    year, week, _ = datetime.fromtimestamp(milliseconds // 1_000, UTC).isocalendar()
    return f"{year}-W{week:02}"


def _on_times(row: Row, times: Mapping[Unit, int]) -> tuple[str, ...]:
    """Imported codings have no order of coding."""
    found = [times[unit] for unit in row.sample.units]
    if len(found) < 2 or max(found) - min(found) > _AT_ONCE:
        return ()
    return ("all units were finished within a minute, as by an import: this is not coding order",)
