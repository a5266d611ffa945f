"""Lines that hold a date and more: "December 19, 1991, Sunday, Late Edition - Final"."""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.readers.dates import iso_date

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_AFTER_YEAR = re.compile(
    r"[年년]\s?\d{1,2}[月월](?:\s?\d{1,2}[日일])?|(?P<mark>[-/.])\s?\d{1,2}(?P=mark)\s?\d{1,2}(?!\d)"
)
"""Month and day of a date that begins with its year, in figures."""

_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\bsonnabend\b|\bmittwoch\b"
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
    r"|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b"
    r"|\b(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)\b"
    r"|\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b"
    r"|\b(?:segunda|terça|quarta|quinta|sexta)-feira\b"
    r"|\b(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)\b"
    r"|\b(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)\b"
    r"|(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日|[월화수목금토일]요일",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<!\d)(?P<time>\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?|\s?uhr\b)?"
    r"(?-i:\s[A-Z]{2,4}\b)?(?:\s?[+-]\d{1,2}(?::?\d\d)?\b)?)",
    re.IGNORECASE,
)
_LONGEST = 250


class DateLine(NamedTuple):
    """What a line says: the date (ISO), the time as written, and what follows the date."""

    date: str
    time: str = ""
    rest: str = ""


def date_line(text: str) -> DateLine | None:
    """The parts of a line that holds a date with a year; None where it holds none."""
    date = iso_date(text) if len(text) <= _LONGEST else ""
    year = _YEAR.search(text)
    if not date or not year:
        return None
    day = _AFTER_YEAR.match(text, year.end())
    after = text[day.end() if day else year.end() :]
    time = _TIME.search(after)
    rest = after if time is None else after[: time.start()] + " " + after[time.end() :]
    return DateLine(date, time["time"].strip() if time else "", _tidy(_WEEKDAY.sub(" ", rest)))


def is_weekday(text: str) -> bool:
    """Whether the text is the name of a weekday, in any of the languages dates are read in."""
    return _WEEKDAY.fullmatch(text.strip()) is not None


def _tidy(text: str) -> str:
    return re.sub(r"[\s,]+(?=,|$)|^[\s,.;]+", "", " ".join(text.split())).strip(" ,;-–")
