"""Answers that are typed in: a number, a date, a text. Pure; used by screen and line mode.

What was typed becomes the form in which it is stored (`1.50` -> `1.5`, `1 March 2019` ->
`2019-03-01`), or a sentence that says what is wrong and what to type instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from annotator.model.codebook import Measurement, Variable

NUMBERS = (Measurement.INTERVAL, Measurement.RATIO, Measurement.ORDINAL, Measurement.BINARY)
"""Measurements whose answers are numbers where the variable has no codes."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)", re.ASCII)
_MINUS_SIGN = "\N{MINUS SIGN}"
_LONGEST_NUMBER = 40
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})[-./ ] ?(\d{1,2})[-./ ] ?(\d{4})", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2})\.? ([a-z]+)\.?,? (\d{4})", re.ASCII)
_MONTH_DAY = re.compile(r"([a-z]+)\.? (\d{1,2}),? (\d{4})", re.ASCII)
_HOW_TO_DATE = "Type the date as 2019-03-01 or 1 March 2019."


@dataclass(frozen=True, slots=True)
class Refused:
    """What was typed cannot be the answer; `reason` says why and what to type instead."""

    reason: str


def read_typed(variable: Variable, text: str) -> str | Refused:
    """The answer in the form in which it is stored, or why it is none."""
    typed = text.strip()
    if not typed:
        return Refused("Nothing is typed.")
    if variable.measurement is Measurement.DATE:
        return _read_date(typed)
    if variable.measurement in NUMBERS:
        return _read_number(variable, typed)
    return typed


def expects(variable: Variable) -> str:
    """What to type, in words: `a number from 0 to 10`, `a date, as 2019-03-01`, `a text`."""
    if variable.measurement is Measurement.DATE:
        return "a date, as 2019-03-01"
    if variable.measurement in NUMBERS:
        return f"a number{_bounds(variable)}"
    return "a text"


def _read_number(variable: Variable, typed: str) -> str | Refused:
    plain = typed.replace(_MINUS_SIGN, "-")
    if len(plain) > _LONGEST_NUMBER:
        return Refused(f"A number has at most {_LONGEST_NUMBER} characters.")
    if "," in plain and _NUMBER.fullmatch(plain.replace(",", "")):
        return Refused("Type decimals with a point (1.5) and thousands without a mark (1000).")
    if not _NUMBER.fullmatch(plain):
        return Refused(f"This is not a number. Type {expects(variable)}.")
    number = _shortest(plain)
    if not _within(variable, float(number)):
        return Refused(f"{number} is outside the range. Type {expects(variable)}.")
    return number


def _shortest(number: str) -> str:
    """Without signs and zeros that mean nothing, digit for digit: no rounding through a float."""
    whole, _, decimals = number.lstrip("+-").partition(".")
    whole, decimals = whole.lstrip("0") or "0", decimals.rstrip("0")
    magnitude = f"{whole}.{decimals}" if decimals else whole
    return f"-{magnitude}" if number.startswith("-") and magnitude != "0" else magnitude


def _within(variable: Variable, number: float) -> bool:
    above = variable.minimum is None or number >= variable.minimum
    return above and (variable.maximum is None or number <= variable.maximum)


def _bounds(variable: Variable) -> str:
    low, high = variable.minimum, variable.maximum
    if low is not None and high is not None:
        return f" from {low:g} to {high:g}"
    if low is not None:
        return f", {low:g} or more"
    return f", {high:g} or less" if high is not None else ""


def _read_date(typed: str) -> str | Refused:
    plain = " ".join(typed.casefold().split())
    if match := _YEAR_FIRST.fullmatch(plain):
        return _date(match[1], match[2], match[3])
    if match := _DAY_MONTH.fullmatch(plain):
        return _date(match[3], _month(match[2]), match[1])
    if match := _MONTH_DAY.fullmatch(plain):
        return _date(match[3], _month(match[1]), match[2])
    if match := _YEAR_LAST.fullmatch(plain):
        return _day_or_month_first(match[3], int(match[1]), int(match[2]))
    return Refused(f"This is not a date. {_HOW_TO_DATE}")


def _day_or_month_first(year: str, first: int, second: int) -> str | Refused:
    """`13.3.2019` has one reading; `1.3.2019` is 1 March or 3 January, so it is not guessed."""
    readings = {
        reading
        for month, day in ((second, first), (first, second))
        if isinstance(reading := _date(year, month, day), str)
    }
    if len(readings) > 1:
        return Refused(f"Day or month first? Type {' or '.join(sorted(readings))}.")
    return readings.pop() if readings else Refused(f"There is no such day. {_HOW_TO_DATE}")


def _month(name: str) -> int:
    """The number of a month by its English name or the first three letters or more; 0 if none."""
    known = (n for n, month in enumerate(_MONTHS, 1) if len(name) >= 3 and month.startswith(name))
    return 9 if name == "sept" else next(known, 0)


def _date(year: str, month: str | int, day: str | int) -> str | Refused:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return Refused(f"There is no such day. {_HOW_TO_DATE}")
