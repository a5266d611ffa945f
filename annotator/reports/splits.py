"""The rows of a report over parts of its units: by article, week, batch or codebook version."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from annotator.model.coding import CodingRow, UnitRow
from annotator.model.moment import utc_since_1970
from annotator.reports.row import Heading, Row, row_over
from annotator.reports.units import Unit

BATCH = 50
"""Units in a batch, unless another number is asked for."""

NO_CODING = "no codings"
"""The version of units that were finished without any coding."""

Versions = Mapping[Unit, Collection[str]]
"""The codebook versions under which a unit was coded."""

Name = TypeVar("Name", bound=Hashable)

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
    places = _columns(row, lambda unit: unit)
    order = sorted(places, key=times.__getitem__)
    found = {
        f"{start + 1}-{min(start + size, len(order))}": [
            column for unit in order[start : start + size] for column in places[unit]
        ]
        for start in range(0, len(order), size)
    }
    return _split(row, found, versions, _on_times(row, times))


def by_version(row: Row, versions: Versions) -> Split:
    """One part for each codebook version; units coded under several are parts of their own."""
    found = _columns(row, lambda unit: " and ".join(sorted(versions.get(unit, ()))) or NO_CODING)
    return _split(row, dict(sorted(found.items())), versions)


def by_pair(row: Row, versions: Versions, names: Mapping[str, str] | None = None) -> Split:
    """One part for each two coders who have values in the row; `names` they go by, if others."""
    coders = [(names or {}).get(coder, coder) for coder in row.sample.coders]
    used = [place for place, coder in enumerate(row.sample.coders) if coder in row.coders]
    every = range(row.sample.data.codes.shape[1])
    groups = [
        _group(row, f"{coders[one]} and {coders[other]}", (one, other), every, versions)
        for one, other in combinations(used, 2)
    ]
    return Split(row, tuple(groups))


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


def _columns(row: Row, name: Callable[[Unit], Name]) -> dict[Name, list[int]]:
    found: dict[Name, list[int]] = {}
    for column, unit in enumerate(row.sample.units):
        found.setdefault(name(unit), []).append(column)
    return found


def _split(row: Row, columns: Columns, versions: Versions, remarks: tuple[str, ...] = ()) -> Split:
    everybody = range(len(row.sample.coders))
    groups = [_group(row, name, everybody, own, versions) for name, own in columns.items()]
    return Split(row, tuple(groups), remarks)


def _group(
    row: Row, name: str, coders: Sequence[int], columns: Sequence[int], versions: Versions
) -> Group:
    units = [row.sample.units[column] for column in columns] if row.sample.units else []
    found = sorted({version for unit in units for version in versions.get(unit, ())})
    mixed = [f"coded under {len(found)} versions of the codebook: {', '.join(found)}"]
    return Group(name, row_over(row, coders, columns, mixed if len(found) > 1 else ()))


def _week(milliseconds: int) -> str:
    year, week, _ = utc_since_1970(milliseconds).isocalendar()
    return f"{year}-W{week:02}"


def _on_times(row: Row, times: Mapping[Unit, int]) -> tuple[str, ...]:
    """Imported codings have no order of coding."""
    found = [times[unit] for unit in row.sample.units]
    if len(found) < 2 or max(found) - min(found) > _AT_ONCE:
        return ()
    return ("all units were finished within a minute, as by an import: this is not coding order",)
