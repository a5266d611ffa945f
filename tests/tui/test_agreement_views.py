"""What the agreement screens draw, line by line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from annotator.agreement import Coefficient
from annotator.agreement.intervals import Interval
from annotator.reports.disagreements import DisputedUnit
from annotator.reports.row import Below, Heading
from annotator.reports.splits import Group, Split
from annotator.reports.verdict import Thresholds
from annotator.reports.whole import WholeSet
from annotator.tui.agreement.bar import interval_bar, scale_line
from annotator.tui.agreement.details import details
from annotator.tui.agreement.disputes import disputes_lines, in_few_words
from annotator.tui.agreement.drift import DriftPage, drift_lines, lowest
from annotator.tui.agreement.frame import first_in_view
from annotator.tui.agreement.heat import heat_lines, scrolled
from annotator.tui.agreement.meanings import codes_in_dispute
from annotator.tui.agreement.words import bounds_of, coefficient_mark, row_name, short, value_of
from annotator.tui.views.line import Line
from tests.reports.small import codebook
from tests.tui.golden_agreement import (
    FOLDER,
    disputes_page,
    drift_page,
    figures,
    heat_page,
    pictures,
    screens,
    tone,
)

USUAL = Thresholds()
SIZES = [(120, 40), (80, 24), (60, 16), (40, 12), (20, 5), (10, 4), (3, 2), (1, 1)]
shares = st.floats(-2, 1)


def text(line: Line) -> str:
    return "".join(piece.text for piece in line)


def bar(value: float | None, low: float | None = None, high: float | None = None) -> str:
    return text(interval_bar(value, low, high, USUAL, 31))


@pytest.mark.parametrize(("name", "picture"), [*pictures()], ids=lambda value: value[:24])
def test_pictures_are_as_they_were(name: str, picture: str) -> None:
    said = "python -m tests.tui.golden_agreement draws anew"
    assert picture == (FOLDER / name).read_text("utf-8"), said


def test_a_bar_shows_value_interval_and_thresholds() -> None:
    assert bar(0.5, 0.3, 0.9) == "         ├─────●────┼───┼──┤   "
    assert bar(0.5) == "               ●    ┊   ┊      "
    assert bar(None) == "                    ┊   ┊      "
    assert bar(0.8, 0.8, 0.8) == "                    ┊   ●      "


def test_what_lies_below_zero_is_marked_at_the_left_end() -> None:
    assert bar(-0.2) == "◂                   ┊   ┊      "
    assert bar(0.1, -0.2, 0.3) == "◂──●─────┤          ┊   ┊      "


def test_the_scale_names_what_it_has_room_for() -> None:
    assert text(scale_line(USUAL, 31)) == "0                .667   .80   1"
    assert text(scale_line(USUAL, 12)) == "0      .80 1"
    assert text(scale_line(Thresholds(0.9, 0.5), 31)) == "0            .50         .90  1"


@given(shares | st.none(), shares, shares, st.integers(12, 80))
def test_a_bar_is_as_wide_as_it_should_be(
    value: float | None, one: float, other: float, width: int
) -> None:
    drawn = text(interval_bar(value, min(one, other), max(one, other), USUAL, width))
    assert cell_len(drawn) == len(drawn) == width
    assert ("●" in drawn) == (value is not None and value >= 0)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_screen_fills_the_terminal_exactly(width: int, height: int) -> None:
    for _, draw in screens():
        lines = draw(width, height)
        assert len(lines) == height
        assert {sum(cell_len(piece.text) for piece in line) for line in lines} == {width}


@given(st.integers(0, 50), st.integers(0, 50), st.integers(1, 50), st.integers(0, 20))
def test_the_cursor_is_always_in_view(cursor: int, first: int, count: int, height: int) -> None:
    cursor = min(cursor, count - 1)
    found = first_in_view(cursor, first, count, height)
    assert found <= cursor < found + max(1, height)


def test_figures_as_journals_print_them() -> None:
    def figure(value: float | None, name: str = "krippendorff_alpha") -> str:
        return value_of(Coefficient(name, value, "nominal", 1, 2, 2, "" if value else "none"))

    assert figure(0.9234) == ".923"
    assert figure(-0.05) == "−.050"
    assert figure(1.0) == "1.000"
    assert figure(None) == "–"
    assert figure(0.5, "percent_all_agree") == "50%"
    assert [short(value) for value in (0.694, -0.2, -0.001, 1.0)] == [".69", "−.20", ".00", "1.00"]
    assert bounds_of(None) == ""
    assert coefficient_mark(Coefficient("scott_pi", 0.5, "nominal", 1, 2, 2)) == "scott_pi"


def test_names_of_rows() -> None:
    assert row_name(Heading("actor", "presence", "us")) == "actor = us"
    assert row_name(Heading("actor", "set_rolled_up", depth=2)) == "actor, set, second level"
    assert row_name(Heading("tone", "value", level="ordinal")) == "tone, ordinal"


def test_a_heat_map_scrolls_to_the_cell_at_the_cursor() -> None:
    page = heat_page()
    last = len(page.matrix.values) - 1
    for at in ((0, 0), (last, last), (last, last + 1), (0, last)):
        moved = replace(page, at=at)
        moved = replace(moved, corner=scrolled(moved, 40, 12))
        assert any("[" in text(line) for line in heat_lines(moved, 40, 12)[3:-5])


def test_parts_without_a_figure_are_told_and_below_zero_is_drawn() -> None:
    page = drift_page()
    (first, *_) = page.groups
    low = replace(
        first.row, coefficients=(replace(first.row.leading, value=-0.7),), ci={}, below={}
    )
    none = replace(low, coefficients=(replace(low.leading, value=None, reason="one coder"),))
    split = Split(page.split.whole, (Group("1-50", low), Group("51-100", none)))
    page = replace(page, split=split, cursor=1, lowest=lowest(split, USUAL))
    lines = [text(line) for line in drift_lines(page, 80, 24)]
    assert any("−.70" in line for line in lines)
    assert any("−1.00 ┤" in line for line in lines)
    assert any("51-100: undefined, one coder." in line for line in lines)


def test_a_row_without_parts_says_so() -> None:
    page = drift_page()
    empty = DriftPage(Split(page.split.whole, ()), "round", USUAL, 0.0, 0, 0)
    assert "There are no figures of this row by round." in text(drift_lines(empty, 80, 24)[1])


def test_pictures_lie_beside_each_other() -> None:
    drawn = {name for name, _ in pictures()}
    assert drawn == {path.name for path in Path(FOLDER).glob("agreement-*")}


def test_the_codes_in_dispute_are_those_not_all_coders_gave() -> None:
    def named(heading: Heading, *values: object, about: tuple[object, ...] = ()) -> list[str]:
        said = {f"coder {number}": value for number, value in enumerate(values)}
        unit = DisputedUnit(heading, 0, "one", 1, said, 1.0)
        return [code.id for _, code in codes_in_dispute(codebook(), unit, about)]

    one, two = ("us", "talks"), ("us", "sanctions|talks")
    keys = ("actor", "lever")
    assert named(Heading("tone", "value"), "bad", "good", "bad") == ["bad", "good"]
    assert named(Heading("tone", "value", level="ordinal"), -1.0, 1.0) == ["bad", "good"]
    assert named(Heading("tone", "value"), "bad", "cannot_tell") == ["bad"]
    assert named(Heading("actor", "set"), frozenset({"us", "dprk"}), frozenset({"us"})) == ["dprk"]
    assert named(Heading("actor", "presence", "us"), "present", "absent") == ["us"]
    pairs = frozenset({"us + talks"}), frozenset({"us + sanctions"})
    assert named(Heading("actor+lever", "pair"), *pairs) == ["us", "sanctions", "talks"]
    statements = WholeSet(keys, (one,)), WholeSet(keys, (two, one))
    whole = Heading("statement", "statement_alpha")
    assert named(whole, *statements) == ["us", "sanctions", "talks"]
    assert named(whole, WholeSet(keys, ()), WholeSet(keys, (("dprk", None),))) == ["dprk"]
    assert named(Heading("tone", "value"), "bad", "good", about=("none",)) == ["none"]


def test_few_articles_are_told() -> None:
    def told(n: int) -> list[str]:
        made = "clustered bootstrap, percentile"
        interval = Interval(0.5, 0.9, 0.95, made, replicates=100, seed=1, n=n)
        return list(details(replace(tone(), ci={"krippendorff_alpha": interval}), figures()))

    assert "! Fewer than 20 articles: the interval is too narrow." in told(19)
    assert not any("too narrow" in sentence for sentence in told(20))
    assert not any("as given" in sentence for sentence in told(19))
    assert told(20)[0].startswith("95% interval .50 to .90 (clustered bootstrap, percentile, 100")


def told_of(interval: Interval, *, matched: bool = False) -> list[str]:
    """What is said of the row about tone if its first alpha has that interval."""
    heading = Heading("tone", "matched" if matched else "value")
    undefined = Coefficient("percent_all_agree", None, "nominal", 0, 3, 0, "no such unit")
    row = replace(tone(), heading=heading, ci={"krippendorff_alpha": interval})
    row = replace(row, coefficients=(*tone().coefficients[:1], undefined))
    below = {"krippendorff_alpha": Below(0.8, 0.25)}
    return list(details(replace(row, below=below), figures()))


def test_what_an_interval_rests_on_is_named() -> None:
    made = "paragraph bootstrap, percentile"
    drawn = Interval(0.5, 0.9, 0.95, made, replicates=100, seed=1, n=21)
    assert ", 21 paragraphs). Below .80 in 25% of the replicates." in told_of(drawn)[0]
    left_out = Interval(0.5, 0.9, 0.95, "jackknife, t", n=12)
    assert "(jackknife, t, 12 units). Below .80 in 25% of samples." in told_of(left_out)[0]


def test_that_all_agree_is_no_question_of_matched_statements() -> None:
    interval = Interval(0.5, 0.9, 0.95, "jackknife, t", n=12)
    assert any("all agree is undefined" in line for line in told_of(interval))
    assert not any("all agree" in line for line in told_of(interval, matched=True))


def test_values_take_the_room_that_is_not_enough_for_the_text() -> None:
    page = replace(disputes_page(), widest_place=40)
    heading = text(disputes_lines(page, 80, 24)[2])
    assert "TEXT" not in heading
    places = [heading.index(coder) for coder in page.coders]
    assert places == [28, 45, 62]  # a quarter for the place; what is left is parted evenly
    assert "TEXT" in text(disputes_lines(page, 120, 24)[2])


def test_labels_of_columns_stand_in_full_where_there_is_room() -> None:
    lines = [text(line) for line in heat_lines(heat_page("actor", "set"), 120, 40)]
    assert any("United States       Congress" in line for line in lines)


def test_of_sets_what_others_have_not_comes_first_and_the_rest_is_counted() -> None:
    said = {"ana": frozenset({"us", "dprk"}), "ben": frozenset({"us"})}
    unit = DisputedUnit(Heading("actor", "set"), 0, "one", 1, said, 0.5)
    names = figures().names
    assert in_few_words(unit, "ana", names) == "North Korea (+1 shared)"
    assert in_few_words(unit, "ben", names) == "only 1 shared"
    assert in_few_words(unit, "chris", names) == ""
