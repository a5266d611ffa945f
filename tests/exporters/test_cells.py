"""Numbers, labels and times in cells."""

import pytest

from annotator.exporters.cells import Cells, as_number, iso_time, typed_number
from annotator.exporters.job import Report, Values
from tests.exporters.sample import CODEBOOK


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [
        (0, "1970-01-01T00:00:00Z"),
        (1_551_794_602_999, "2019-03-05T14:03:22Z"),
        (-1, "1969-12-31T23:59:59Z"),
    ],
)
def test_time_is_iso_8601_in_utc(milliseconds: int, text: str) -> None:
    assert iso_time(milliseconds) == text


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("3", 3),
        ("-1.5", -1.5),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ("1_000", "1_000"),
        ("12345678901234567890", 12345678901234567890),
        ("not a number", "not a number"),
    ],
)
def test_typed_numbers_keep_every_digit(typed: str, cell: int | float | str) -> None:
    assert typed_number(typed) == cell


def test_codes_have_numbers_without_a_decimal_part() -> None:
    assert [as_number(value) for value in (1.0, 0.5, None)] == [1, 0.5, None]


@pytest.mark.parametrize(
    ("variable", "value", "state", "expected"),
    [
        ("stance", "support", "coded", (1, "Supports")),
        ("stance", "neutral", "coded", (None, "Neutral | unclear")),
        ("lever", "relief|summit", "coded", (None, "Relief|Summits")),
        ("lever", "relief|gone", "coded", (None, "Relief|gone")),
        ("overall", "-1.5", "coded", (-1.5, None)),
        ("remark", "1.5", "coded", (None, None)),
        ("unknown", "x", "coded", (None, None)),
        ("actor", "", "cannot_tell", (None, "Cannot tell")),
    ],
)
def test_number_and_label(
    variable: str, value: str, state: str, expected: tuple[object, object]
) -> None:
    assert Cells(CODEBOOK, Values.ID, Report()).number_and_label(variable, value, state) == expected


def test_a_clock_may_be_set_to_anything() -> None:
    assert iso_time(-(2**63)) == "1900-01-01T00:00:00Z"
    assert iso_time(2**63 - 1) == "9999-12-31T23:59:59Z"
