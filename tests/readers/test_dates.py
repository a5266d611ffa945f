"""Dates of metadata become ISO dates whatever the language, and stay away where none is sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.readers.dates import iso_date

ONE_DAY = [
    "January 11, 2010 Monday",
    "Monday, January 11, 2010",
    "Jan. 11, 2010",
    "jan 11 2010",
    "January 11, 2010 Monday 9:20 AM GMT",
    "11 January 2010",
    "11th of January, 2010",
    "11-12 January 2010",
    "January 11-12, 2010",
    "11-Jan-2010",
    "2010 Jan 11",
    "Mon Jan 11 09:20:00 EST 2010",
    "Mon Jan 11 09:20:00 +0000 2010",
    "Mon, 11 Jan 2010 09:20:00 GMT",
    "11. Januar 2010",
    "Montag, 11. Jänner 2010",
    "11. Januar 2010 Montag",
    "lundi 11 janvier 2010",
    "le 11 janv. 2010",
    "11 janvier 2010 lundi",
    "maandag 11 januari 2010",
    "11 jan. 2010",
    "lunes, 11 de enero de 2010",
    "11 enero 2010",
    "lunedì 11 gennaio 2010",
    "segunda-feira, 11 de janeiro de 2010",
    "понедельник, 11 января 2010 г.",
    "11 янв. 2010",
    "2010-01-11",
    "2010-01-11T23:59:59Z",
    "2010/01/11",
    "2010/1/11/Monday",
    "2010.01.11",
    "20100111",
    "20100111092000",
    "11.01.2010",
    "11. 1. 2010",
    "2010年1月11日",
    "2010년 1월 11일",
    "\xa011\xa0January\xa02010",
    "Beilage, 11. Januar 2010, S. 4",
]
OTHER_DAYS = [
    ("1er mars 2010", "2010-03-01"),
    ("15 août 2011", "2011-08-15"),
    ("15 aou\u0302t 2011", "2011-08-15"),
    ("29 FÉVRIER 2012", "2012-02-29"),
    ("3. März 1987", "1987-03-03"),
    ("3 setiembre 2001", "2001-09-03"),
    ("7 mei 2004", "2004-05-07"),
    ("5 julho 1999", "1999-07-05"),
    ("3 мая 1999", "1999-05-03"),
    ("Feb 14, 1851", "1851-02-14"),
    ("1.º de março de 2019", "2019-03-01"),
    ("1° aprile 2019", "2019-04-01"),
    ("03APR2019", "2019-04-03"),
    ("2019. 4. 3.", "2019-04-03"),
    ("الأربعاء 3 أبريل 2019", "2019-04-03"),
    ("٣ نيسان ٢٠١٩", "2019-04-03"),
    ("12 كانون الثاني/يناير 2021", "2021-01-12"),
    ("3 kwietnia 2019", "2019-04-03"),
    ("3 квітня 2019 р.", "2019-04-03"),
    ("3 Ağustos 2019", "2019-08-03"),
    ("3 marca 2019", "2019-03-03"),
]
LESS_THAN_A_DAY = [
    ("January 2010", "2010-01"),
    ("Januar 2010", "2010-01"),
    ("enero de 2010", "2010-01"),
    ("2010, Jan", "2010-01"),
    ("2010-01", "2010-01"),
    ("2010/01//", "2010-01"),
    ("2010年1月", "2010-01"),
    ("2010", "2010"),
    ("2010//", "2010"),
    ("2010///Spring", "2010"),
    ("Spring 2010", "2010"),
    ("April/May 2010", "2010-04"),
    ("Marca 2010", "2010"),  # a newspaper; March only in a full date
]
NO_DATE = [
    "",
    "Monday",
    "May",
    "11 January",
    "February 30, 2010",
    "30.02.2010",
    "2010-13-01T00:00",
    "1/2/10",
    "355 words",
    "9999",
    "From page 1 of 2010",
]


@pytest.mark.parametrize("text", ONE_DAY)
def test_one_day_in_many_languages(text: str) -> None:
    assert iso_date(text) == "2010-01-11"


@pytest.mark.parametrize(("text", "date"), OTHER_DAYS)
def test_names_of_months(text: str, date: str) -> None:
    assert iso_date(text) == date


@pytest.mark.parametrize(("text", "date"), LESS_THAN_A_DAY)
def test_what_is_not_said_is_left_open(text: str, date: str) -> None:
    assert iso_date(text) == date


@pytest.mark.parametrize("text", NO_DATE)
def test_no_date_is_made_up(text: str) -> None:
    assert iso_date(text) == ""


def test_figures_that_could_be_either_need_an_order() -> None:
    assert iso_date("3/2/2019") == ""
    assert iso_date("3/2/2019", day_first=True) == "2019-02-03"
    assert iso_date("3/2/2019", day_first=False) == "2019-03-02"


def test_figures_that_can_be_only_one_need_no_order() -> None:
    assert iso_date("13/2/2019") == iso_date("2/13/2019") == "2019-02-13"
    assert iso_date("2/2/2019") == "2019-02-02"
    assert iso_date("3.2.2019") == "2019-02-03"
    assert iso_date("13/2/2019", day_first=False) == ""


@given(st.dates())
def test_every_iso_date_is_itself(day: object) -> None:
    text = str(day)
    assert iso_date(text) == (text if "1500" <= text[:4] < "2100" else "")


@given(st.text(alphabet="0123456789/-. JanuaryMay,年月日²٣", max_size=40))
def test_any_text_gives_a_date_or_nothing(text: str) -> None:
    assert len(iso_date(text)) in {0, 4, 7, 10}
