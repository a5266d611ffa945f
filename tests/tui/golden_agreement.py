"""Pictures of the agreement screens as text. `python -m tests.tui.golden_agreement` draws anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from annotator.model.article import Kind
from annotator.model.coding import Answer, Statement, UnitWork
from annotator.reports.disagreements import disputed_units
from annotator.reports.intervals import Wish, with_intervals
from annotator.reports.names import Names
from annotator.reports.reliability import Reliability
from annotator.reports.row import Row
from annotator.reports.splits import by_batch
from annotator.tui.agreement.diagnosed import diagnosed
from annotator.tui.agreement.disputes import DisputesPage, disputes_lines, widest_place
from annotator.tui.agreement.drift import DriftPage, drift_lines, lowest
from annotator.tui.agreement.figures import Figures
from annotator.tui.agreement.heat import HeatPage, heat_lines
from annotator.tui.agreement.table import TablePage, table_lines
from annotator.tui.agreement.unit import UnitPage, unit_body, unit_lines
from annotator.tui.views.line import Line
from tests.reports.small import B, codebook, report, row
from tests.tui.golden import FOLDER
from tests.tui.study import make_article

SIZES = {"narrow": (80, 24), "wide": (120, 40)}
Draw = Callable[[int, int], list[Line]]

_UNITS = range(1, 13)
_ANA = ["bad", "bad", "good", "good", "none", "bad", "good", "bad", "good", "good", "bad", "none"]
_BEN = ["bad", "bad", "good", "bad", "none", "bad", "good", "bad", "good", "none", "bad", "none"]
_CHRIS = ["bad", "good", "good", "bad", "none", "bad", "good", "bad", "bad", "good", "bad", "none"]
_ACTORS = ("us", "dprk", "congress")
TEXT = "Nobody had signed. The trucks waited at the bridge, and the paper had its title."


@cache
def found() -> Reliability:
    """Three coders on twelve paragraphs: a tone for each, and statements in most."""
    lines = [
        f"{coder} {unit} tone={tone}"
        for coder, tones in (("ana", _ANA), ("ben", _BEN), ("chris", _CHRIS))
        for unit, tone in zip(_UNITS, tones, strict=True)
    ]
    for number, coder in enumerate(("ana", "ben", "chris")):
        for unit in _UNITS:
            if unit % (5 + number):
                actor = _ACTORS[(unit + unit * number // 9) % 3]
                lines.append(f"{coder} {unit} {coder}{unit:02} actor={actor}")
                lines.append(f"{coder} {unit} {coder}{unit:02} lever=sanctions")
    units = dict.fromkeys(("ana", "ben", "chris"), _UNITS)
    return report(lines, units, {"one": [B] * 12})


@cache
def figures() -> Figures:
    """The figures of the table, complete."""
    report = found()
    names, wish = Names(codebook(), {"one": "harbour"}), Wish(replicates=500, clustered=False)
    rows = with_intervals([*report.rows, *report.whole_statements()], wish)
    return Figures(
        tuple(rows), report.coders, report.n_paragraphs, report.n_finished, report.remarks,
        codebook(), names,
    )  # fmt: skip


def tone() -> Row:
    """The row about tone."""
    return row(found(), "tone", "value", level="nominal")


def table_page() -> TablePage:
    """The table, at its second row."""
    rows = figures().shown(single_codes=False)
    return TablePage(figures(), rows, 1, 0, "AGREEMENT, round main", "study.db")


def heat_page(name: str = "tone", view: str = "value") -> HeatPage:
    """The confusions of a row."""
    one = row(found(), name, view, level="nominal")
    (taken_apart,) = diagnosed(one, figures())
    return HeatPage(one, figures(), taken_apart, (0, 1), (0, 0))


def disputes_page() -> DisputesPage:
    """All units in which the tone is disputed."""
    units, names = disputed_units(tone()), figures().names
    about = "Cost: the unit's share of all disagreement in this row."
    return DisputesPage(
        "DISAGREEMENTS, tone",
        about,
        units,
        tone().coders,
        names,
        lambda unit: TEXT,
        widest_place(units, names),
        0,
        0,
    )


def unit_page() -> UnitPage:
    """The costliest of them."""
    texts = tuple((Kind.BODY, TEXT) for _ in _UNITS)
    article = make_article("harbour", texts)
    unit = disputed_units(tone())[0]
    statement = Statement("s1", {"actor": Answer.of("us"), "lever": Answer.of("sanctions")})
    works = {
        coder: UnitWork(
            {"tone": Answer.of(value)}, (statement,) * number, memo="the title?" * (number == 2)
        )
        for number, (coder, value) in enumerate(unit.values.items())
    }
    return UnitPage(unit, article, TEXT, works, codebook(), figures().names, "1 of 3", 0)


def drift_page() -> DriftPage:
    """The tone in batches of four units."""
    one = tone()
    times = {unit: 86_400_000 * number for number, unit in enumerate(one.sample.units)}
    split = by_batch(one, times, {}, 4)
    rows = with_intervals([group.row for group in split.groups], Wish(clustered=False))
    groups = [replace(group, row=drawn) for group, drawn in zip(split.groups, rows, strict=True)]
    split = replace(split, groups=tuple(groups))
    thresholds = figures().thresholds(one)
    return DriftPage(split, "batch", thresholds, lowest(split, thresholds), 1, 0)


def _unit_lines(width: int, height: int) -> list[Line]:
    page = unit_page()
    return unit_lines(page, unit_body(page, width), width, height)


def screens() -> Iterator[tuple[str, Draw]]:
    """Every screen by its name, drawn in any size."""
    yield "table", lambda width, height: table_lines(table_page(), width, height)
    yield "values", lambda width, height: heat_lines(heat_page(), width, height)
    sets = heat_page("actor", "set")
    yield "codes", lambda width, height: heat_lines(sets, width, height)
    yield "list", lambda width, height: disputes_lines(disputes_page(), width, height)
    yield "unit", _unit_lines
    yield "drift", lambda width, height: drift_lines(drift_page(), width, height)


def pictures() -> Iterator[tuple[str, str]]:
    """The name of each picture, and the picture."""
    for screen, draw in screens():
        for name, size in SIZES.items():
            lines = ("".join(piece.text for piece in line).rstrip() for line in draw(*size))
            yield f"agreement-{screen}-{name}.txt", "\n".join(lines) + "\n"


def main() -> None:
    """Write all pictures."""
    for name, picture in pictures():
        (FOLDER / name).write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
