"""What coders type becomes what is stored, or a sentence that helps."""

from __future__ import annotations

import pytest

from annotator.model.codebook import Level, Measurement, Variable
from annotator.model.typed import Refused, expects, read_typed


def variable(
    measurement: Measurement, minimum: float | None = None, maximum: float | None = None
) -> Variable:
    return Variable("x", Level.ARTICLE, "X", measurement, minimum=minimum, maximum=maximum)


DATE = variable(Measurement.DATE)
SCALE = variable(Measurement.INTERVAL, 0, 10)
COUNT = variable(Measurement.RATIO, minimum=0)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("7", "7"), (" 07.50 ", "7.5"), ("+3", "3"), (".5", "0.5"), ("5.", "5"), ("-0", "0")],
)
def test_numbers_are_stored_in_their_shortest_form(typed: str, stored: str) -> None:
    assert read_typed(SCALE, typed) == stored


def test_no_digit_is_lost() -> None:
    number = "12345678901234567890.123456789"
    assert read_typed(COUNT, number) == number


def test_a_minus_sign_of_a_word_processor_is_one() -> None:
    assert read_typed(variable(Measurement.INTERVAL), "−2") == "-2"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1,5", "with a point"),
        ("1,000", "with a point"),
        ("11", "from 0 to 10"),
        ("-1", "from 0 to 10"),
        ("seven", "not a number"),
        ("1e3", "not a number"),
        ("nan", "not a number"),
        ("inf", "not a number"),
        ("1 000", "not a number"),
        ("1_0", "not a number"),
        ("٣", "not a number"),
        ("9" * 41, "at most 40"),
        ("  ", "Nothing is typed"),
    ],
)
def test_what_is_no_number_is_refused_with_a_hint(typed: str, said: str) -> None:
    refused = read_typed(SCALE, typed)
    assert isinstance(refused, Refused)
    assert said in refused.reason


@pytest.mark.parametrize(
    "typed",
    [
        *("2019-03-01", "2019/3/1", "2019.03.01"),
        *("1 March 2019", "1. mar 2019", "01 MARCH 2019", "1 mar. 2019"),
        *("March 1, 2019", "mar 1 2019", "  March   1,  2019 "),
    ],
)
def test_dates_are_stored_as_iso(typed: str) -> None:
    assert read_typed(DATE, typed) == "2019-03-01"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("13.3.2019", "2019-03-13"),
        ("3/13/2019", "2019-03-13"),
        ("3.3.2019", "2019-03-03"),
        ("28. 2. 2019", "2019-02-28"),
        ("5 Sept 2020", "2020-09-05"),
        ("29 February 2020", "2020-02-29"),
    ],
)
def test_only_an_unambiguous_order_is_read(typed: str, stored: str) -> None:
    assert read_typed(DATE, typed) == stored


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1.3.2019", "2019-01-03 or 2019-03-01"),
        ("29 February 2019", "no such day"),
        ("13.13.2019", "no such day"),
        ("1 Foo 2019", "no such day"),
        ("0000-01-01", "no such day"),
        ("ju 1 2019", "no such day"),
        ("2019", "not a date"),
        ("1.3.19", "not a date"),
        ("yesterday", "not a date"),
    ],
)
def test_what_is_no_date_is_refused_with_a_hint(typed: str, said: str) -> None:
    refused = read_typed(DATE, typed)
    assert isinstance(refused, Refused)
    assert said in refused.reason


def test_a_text_is_kept_as_it_is() -> None:
    assert read_typed(variable(Measurement.TEXT), " [sic] 1,5 | x ") == "[sic] 1,5 | x"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (SCALE, "a number from 0 to 10"),
        (COUNT, "a number, 0 or more"),
        (variable(Measurement.INTERVAL, maximum=5), "a number, 5 or less"),
        (variable(Measurement.INTERVAL), "a number"),
        (DATE, "a date, as 2019-03-01"),
        (variable(Measurement.TEXT), "a text"),
    ],
)
def test_it_says_what_to_type(asked: Variable, words: str) -> None:
    assert expects(asked) == words
