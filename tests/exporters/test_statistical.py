"""Names and numbers by the rules of statistics packages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exporters import dta, sav
from annotator.exporters.cut import cut_label, cut_utf16
from annotator.exporters.job import Report
from annotator.exporters.statistical.dialect import Dialect
from annotator.exporters.statistical.names import Names
from annotator.exporters.statistical.numbers import numbering, special_numbers
from annotator.model.codebook import Code, Level, Measurement, Variable

DIALECTS = pytest.mark.parametrize("dialect", [sav.DIALECT, dta.DIALECT], ids=["sav", "dta"])
RESERVED = {64: ("all", "with"), 28: ("with", "int", "str12", "_all")}
wanted = st.sampled_from([
    "with", "WITH", "all", "int", "str12", "a.b", "a-b", "a_b", "A_B", "x" * 70, "x" * 71, "北京",
    "1", "_all", "...", "a_b_2",
])  # fmt: skip


def variable(*values: float | None) -> Variable:
    codes = tuple(Code(f"c{n}", f"C{n}", str(n), value) for n, value in enumerate(values))
    return Variable("v", Level.PARAGRAPH, "V", Measurement.ORDINAL, codes=codes)


@DIALECTS
@given(names=st.lists(wanted | st.text(min_size=1, max_size=80), max_size=30))
def test_names_are_legal_and_all_different(dialect: Dialect, names: list[str]) -> None:
    given_out = Names(dialect)
    found = [given_out.of(name) for name in names]
    assert len({name.casefold() for name in found}) == len(names)
    for name in found:
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_.$#@]*", name)
        assert len(name) <= dialect.longest_name
        assert name.casefold() not in RESERVED[dialect.longest_name]


@DIALECTS
def test_a_name_that_is_fine_stays(dialect: Dialect) -> None:
    names, report = Names(dialect), Report()
    assert [names.of("actor"), names.of("Actor"), names.of("x-y")] == ["actor", "Actor_2", "x_y"]
    names.tell(report)
    assert list(report.notes.values()) == [2]


@pytest.mark.parametrize(
    ("values", "whole", "expected", "own"),
    [
        ((1, 2, 3), True, [1, 2, 3], True),
        ((-1, 0.5, 1), False, [-1, 0.5, 1], True),
        ((-1, 0.5, 1), True, [1, 2, 3], False),
        ((1, None, 2, None), False, [1, 901, 2, 902], True),
        ((950.5, None), False, [950.5, 951], True),
        ((1, 1), False, [1, 2], False),
        ((None, None), True, [1, 2], True),
        ((3_000_000_000, 1), True, [1, 2], False),
    ],
)
def test_numbers_of_codes(
    values: tuple[float | None, ...], whole: bool, expected: list[float], own: bool
) -> None:
    found, are_own = numbering(
        variable(*(None if v is None else float(v) for v in values)), whole=whole
    )
    assert list(found.values()) == expected
    assert are_own is own


@pytest.mark.parametrize(
    ("taken", "bounds", "expected"),
    [
        ([1, 2], (None, None), (-97, -98, -99)),
        ([-98], (None, None), (-997, -998, -999)),
        ([], (-1000.0, 5.0), (-9997, -9998, -9999)),
        ([], (-98.5, None), (-997, -998, -999)),
        ([], (0.0, None), (-97, -98, -99)),
    ],
)
def test_numbers_for_what_is_no_answer(
    taken: list[int], bounds: tuple[float | None, float | None], expected: tuple[int, int, int]
) -> None:
    assert special_numbers(taken, *bounds) == expected


@given(st.text(), st.integers(10, 40))
def test_labels_are_cut_between_characters(text: str, most: int) -> None:
    cut = cut_label(text, most)
    assert len(cut.encode()) <= most
    assert cut == text or text.startswith(cut[:-1])


@given(st.text(), st.integers(0, 40))
def test_cells_are_cut_between_characters(text: str, most: int) -> None:
    cut = cut_utf16(text, most)
    assert len(cut.encode("utf-16-le")) <= 2 * most
    assert text.startswith(cut)
