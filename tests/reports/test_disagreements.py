"""Which values met, and in which units: told from small studies that can be counted by hand."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import ReliabilityData
from annotator.agreement.coincidence import coincidence_matrix
from annotator.reports.confusion_matrix import (
    ANY_OTHER,
    NO_CODE,
    columns_behind,
    confusion_matrix,
)
from annotator.reports.diagnosis import diagnose
from annotator.reports.disagreements import disputed_by, disputed_units, shares_of
from annotator.reports.row import Heading, Row, set_row, value_row
from tests.reports.small import codebook, report, row

BOTH = {"ana": [1, 2, 3], "ben": [1, 2, 3]}
TONES = [
    *("ana 1 tone=bad", "ben 1 tone=bad", "ana 2 tone=good", "ben 2 tone=none"),
    *("ana 3 tone=good", "ben 3 tone=?"),
]
ACTORS = [
    *("ana 1 s1 actor=us", "ben 1 s2 actor=us", "ana 2 s3 actor=dprk", "ana 2 s4 actor=us"),
    *("ben 2 s5 actor=dprk", "ben 3 s6 actor=dprk", "ana 3 s7 actor=congress"),
]

tables = st.integers(2, 4).flatmap(
    lambda coders: st.lists(
        st.lists(st.sampled_from(["a", "b", "c", None]), min_size=coders, max_size=coders),
        min_size=1,
        max_size=8,
    )
)


def of_table(units: list[list[object]], heading: Heading, *, sets: bool = False) -> Row:
    data = ReliabilityData.of([list(coder) for coder in zip(*units, strict=True)])
    make = set_row if sets else value_row
    return make(heading, [f"c{number}" for number in range(len(units[0]))], data)


def test_values_stand_in_the_order_of_the_codebook_and_states_behind_them() -> None:
    matrix = confusion_matrix(
        row(report(TONES, BOTH), "tone", "value", level="nominal"), codebook()
    )
    assert matrix.values == ("bad", "good", "none", "cannot_tell")
    assert matrix.cells == {
        ("bad", "bad"): 2,
        ("good", "none"): 1,
        ("good", "cannot_tell"): 1,
    }
    assert matrix.n_pairs[("bad", "bad")] == 1
    assert matrix.highest == 1
    assert not matrix.of_codes


def test_numbers_stand_by_size() -> None:
    found = row(report(TONES, BOTH), "tone", "value", level="ordinal")
    assert confusion_matrix(found, codebook()).values == (-1.0,)
    lengths = [
        f"{coder} {number} length={n}" for coder, number, n in (("ana", 0, 12), ("ben", 0, 9))
    ]
    found = row(report(lengths, {"ana": [0], "ben": [0]}), "length", "value", level="ratio")
    assert confusion_matrix(found, codebook()).values == (9.0, 12.0)


def test_codes_of_sets_meet_what_only_the_other_coder_has() -> None:
    matrix = confusion_matrix(row(report(ACTORS, BOTH), "actor", "set"), codebook())
    assert matrix.of_codes
    assert matrix.values == ("us", "congress", "dprk", NO_CODE)
    assert matrix.cells == {
        ("us", "us"): 1,
        ("dprk", "dprk"): 1,
        ("us", NO_CODE): 1,
        ("congress", "dprk"): 1,
    }


@given(tables)
def test_the_matrix_is_that_of_coincidences(units: list[list[object]]) -> None:
    found = confusion_matrix(of_table(units, Heading("ratings", "value")))
    expected = coincidence_matrix([list(coder) for coder in zip(*units, strict=True)])
    for one, left in enumerate(expected.values):
        for other, right in enumerate(expected.values):
            n = found.cells.get(found.cell(left, right), 0)
            assert n == pytest.approx(expected.matrix[one, other])


@given(tables)
def test_every_disputed_unit_stands_behind_a_cell_and_no_other_unit(
    units: list[list[object]],
) -> None:
    found = of_table(units, Heading("ratings", "value"))
    matrix, behind = confusion_matrix(found), set[int]()
    for (one, other), n_pairs in matrix.n_pairs.items():
        columns = set(columns_behind(found, one, other).tolist())
        pairs = Counter(
            frozenset(pair) for column in columns for pair in combinations(units[column], 2)
        )
        assert pairs[frozenset((one, other))] == n_pairs
        behind |= columns if one != other else set()
    assert behind == {one.column for one in disputed_units(found)}
    for value in matrix.values:
        others = set().union(
            *(
                columns_behind(found, value, each).tolist()
                for each in matrix.values
                if each != value
            )
        )
        assert set(columns_behind(found, value, ANY_OTHER).tolist()) == others


@given(tables)
def test_shares_are_those_of_the_diagnosis(units: list[list[object]]) -> None:
    found = of_table(units, Heading("ratings", "value"))
    shares = {unit.column: unit.share for unit in diagnose(found).units}
    disputed = disputed_units(found)
    assert {one.column: one.share for one in disputed} == pytest.approx(shares)
    assert [one.share for one in disputed] == sorted((u.share for u in disputed), reverse=True)


def test_a_disputed_unit_says_where_who_and_what() -> None:
    (first, second) = disputed_units(row(report(TONES, BOTH), "tone", "value", level="nominal"))
    assert (first.article, first.paragraph, first.share) == ("one", 2, 0.5)
    assert first.values == {"ana": "good", "ben": "none"}
    assert second.values == {"ana": "good", "ben": "cannot_tell"}
    assert first.heading == Heading("tone", "value")


def test_behind_a_cell_are_only_its_units_whichever_value_is_named_first() -> None:
    found = row(report(TONES, BOTH), "tone", "value", level="nominal")
    assert [unit.paragraph for unit in disputed_by(found, "good", "none")] == [2]
    assert disputed_by(found, "none", "good") == disputed_by(found, "good", "none")
    assert [unit.paragraph for unit in disputed_by(found, "good", ANY_OTHER)] == [2, 3]
    assert disputed_by(found, "bad", "good") == []


def test_behind_a_cell_of_codes_are_the_units_where_only_one_coder_has_each() -> None:
    found = row(report(ACTORS, BOTH), "actor", "set")
    assert [unit.paragraph for unit in disputed_by(found, "us", NO_CODE)] == [2]
    assert [unit.paragraph for unit in disputed_by(found, "congress", "dprk")] == [3]
    assert [unit.paragraph for unit in disputed_by(found, "dprk", ANY_OTHER)] == [3]


def test_whole_statements_cost_what_their_distance_says() -> None:
    lines = [*ACTORS, *(f"{c} {u} {s} lever=talks" for c, u, s in _statements())]
    found = report(lines, BOTH)
    rows = {one.heading.view: one for one in found.whole_statements()}
    disputed = disputed_units(rows["statement_alpha"])
    assert [unit.paragraph for unit in disputed] == [2, 3]
    assert sum(unit.share for unit in disputed) == pytest.approx(1)
    assert [len(value) for value in disputed[0].values.values()] == [2, 1]
    unmatched = disputed_units(rows["matched"])
    assert {unit.paragraph: unit.share for unit in unmatched} == pytest.approx({3: 2 / 3, 2: 1 / 3})
    assert {coder: str(value) for coder, value in unmatched[1].values.items()} == {
        "ana": "us + talks",
        "ben": "",
    }


def _statements() -> list[tuple[str, str, str]]:
    return [(c, u, s) for c, u, s, _ in (line.split() for line in ACTORS)]


def test_where_nobody_differs_there_is_nothing() -> None:
    found = row(
        report(["ana 1 tone=bad", "ben 1 tone=bad"], BOTH), "tone", "value", level="nominal"
    )
    assert disputed_units(found) == []
    assert not shares_of(found).any()
    assert confusion_matrix(found).highest == 0


def test_a_table_without_units_has_columns_only() -> None:
    (only,) = disputed_units(of_table([["a", "b"], ["a", "a"]], Heading("ratings", "value")))
    assert (only.article, only.paragraph, only.column) == ("", 0, 0)
