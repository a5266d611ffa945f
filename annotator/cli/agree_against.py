"""`annotator agree --against CODER`: every coder against one who counts as right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.cli.agree_more import Part
from annotator.cli.agree_text import fitted
from annotator.reports.row_names import row_name
from annotator.terminal import visible

if TYPE_CHECKING:
    from annotator.reports.against import Comparison
    from annotator.reports.names import Names
    from annotator.reports.row import Row

_MOST = 5


def part(rows: Sequence[Row], gold: str, names: Names) -> Part:
    """Every other coder of the rows against `gold`. Each variable once, at its nominal level."""
    from annotator.reports.diagnosis_figures import comparison_json

    found = comparisons(rows, gold)
    value = [comparison_json(one) for one in found]
    lines = [line for one in found for line in _lines(one, names)]
    nothing = ["", visible(f"Nobody coded a unit that {gold} coded, too.")]
    return Part("against", value, lines or nothing)


def comparisons(rows: Sequence[Row], gold: str) -> list[Comparison]:
    """Every other coder against `gold` in each row that is told."""
    from annotator.reports.against import against
    from annotator.reports.row import NOMINAL

    return list(against([row for row in rows if _is_told(row, NOMINAL, rows)], gold))


def _is_told(row: Row, nominal: str, rows: Sequence[Row]) -> bool:
    """Ordinal and other rows repeat the values of a nominal one, where there is one."""
    others = {r.heading.variable for r in rows if r.heading.level == nominal}
    if row.form:
        return False  # a set of statements is right or wrong in parts only
    return row.heading.level == nominal or row.heading.variable not in others


def _lines(one: Comparison, names: Names) -> Iterator[str]:
    found, name = one.found, row_name(one.heading)
    share = f"{found.n_same} of {found.n_units} units the same"
    yield from ("", visible(f"{one.coder} against {one.gold}: {name}, {share}"))
    yield from fitted(
        [["Code", one.gold, one.coder, "Both", "Recall", "Precision"], *_codes(one, names)],
        right=range(1, 6),
    )
    if found.mistaken:
        yield from fitted(
            [["Units", f"{one.gold} says", f"{one.coder} says"], *_mistaken(one, names)],
            right=(0,),
        )
    if len(found.mistaken) > _MOST:
        yield f"and {len(found.mistaken) - _MOST:,} more (--json has all)"


def _codes(one: Comparison, names: Names) -> Iterator[list[str]]:
    for code in one.found.codes:
        yield [
            names.code(one.heading, code.code),
            str(code.n_gold),
            str(code.n_coder),
            str(code.n_both),
            _share(code.recall),
            _share(code.precision),
        ]


def _mistaken(one: Comparison, names: Names) -> Iterator[list[str]]:
    for right, given, n_units in one.found.mistaken[:_MOST]:
        yield [str(n_units), names.value(one.heading, right), names.value(one.heading, given)]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"
