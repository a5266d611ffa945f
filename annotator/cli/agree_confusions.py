"""`annotator agree --confusions`: what was confused with what, and in which units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.cli.agree_more import Part
from annotator.cli.agree_table import cut, full_name, wrapped
from annotator.cli.agree_text import fitted
from annotator.terminal import visible

if TYPE_CHECKING:
    from annotator.agreement import Confusion
    from annotator.reports.diagnosis import Diagnosis
    from annotator.reports.names import Names
    from annotator.reports.row import Row

_MOST = 10
_WHERE = 24  # columns
_HEAD = ("One", "Other")
_HEAD_OF_SETS = ("Shared", "Only in one", "Only in the other")
_MEANING = (
    "Cost: the share of a row's observed disagreement. Pairs: how many pairs of coders differed"
    " so. Where: the first unit, and in how many more."
)


def part(rows: Sequence[Row], names: Names) -> Part:
    """Confusions and disputed units of each row, the costliest first."""
    from annotator.reports.diagnosis import diagnose
    from annotator.reports.diagnosis_figures import confusions_json

    told = [(row, diagnose(row)) for row in rows if not row.keys]
    value = [confusions_json(one, names) for _, one in told]
    lines = [line for row, one in told for line in _lines(row, one, names)]
    return Part("confusions", value, [*lines, "", *wrapped(_MEANING)] if lines else [])


def _lines(row: Row, found: Diagnosis, names: Names) -> Iterator[str]:
    yield from ("", visible(f"Confused: {full_name(row)}"))
    if not found.confusions:
        yield "Nothing: no two coders differ."
        return
    yield from _confusions(found, names)
    yield from _more(len(found.confusions), "confusions")
    units = [[f"{unit.share:.0%}", names.unit(found.sample, unit.column)] for unit in found.units]
    yield from fitted([["Cost", "Unit"], *units[:_MOST]], right=(0,))
    yield from _more(len(units), "disputed units")


def _confusions(found: Diagnosis, names: Names) -> Iterator[str]:
    from annotator.reports.diagnosis import places_of
    from annotator.reports.whole import SETS

    places, of_sets = places_of(found.sample), isinstance(found.confusions[0].one, SETS)
    rows = [["Cost", "Pairs", *(_HEAD_OF_SETS if of_sets else _HEAD), "Where"]]
    for one in found.confusions[:_MOST]:
        values = (_sets if of_sets else _values)(found, one, names)
        where = _where(found, places[one.one, one.other], names)
        rows.append([f"{one.share:.0%}", str(one.n_pairs), *values, where])
    last = len(rows[0]) - 1
    yield from fitted(rows, right=(0, 1, 2) if of_sets else (0, 1), whole=(last,))


def _values(found: Diagnosis, one: Confusion, names: Names) -> list[str]:
    return [names.value(found.heading, value) for value in (one.one, one.other)]


def _sets(found: Diagnosis, one: Confusion, names: Names) -> list[str]:
    """What only one of two sets has says more than two long sets that share most."""
    from annotator.reports.whole import only_in

    alone = (only_in(one.one, one.other), only_in(one.other, one.one))
    shared = str(len(one.one) - len(alone[0]))
    return [shared, *(names.value(found.heading, codes) if codes else "–" for codes in alone)]


def _where(found: Diagnosis, places: list[int], names: Names) -> str:
    more = f" +{len(places) - 1}" if len(places) > 1 else ""
    return cut(names.unit(found.sample, places[0]), _WHERE) + more


def _more(n_all: int, what: str) -> Iterator[str]:
    if n_all > _MOST:
        yield from wrapped(f"and {n_all - _MOST:,} more {what} (--json has all)")
