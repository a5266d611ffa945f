"""Dates of metadata, in whatever language and order a database prints them, as ISO dates."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from annotator.readers.kinds.dates import MONTH_NUMBER

_LOOKED_AT = 200  # characters: a date stands at the start of its field
_ANY_YEAR = re.compile(r"\d{4}")
_FIGURES_OF_ARABIC = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_ONLY_IN_FULL_DATES = (
    "stycznia ocak січня", "lutego şubat лютого", "marca mart marts березня",
    "kwietnia nisan квітня", "maja mayıs травня", "czerwca haziran червня",
    "lipca temmuz липня", "sierpnia ağustos серпня", "września eylül вересня",
    "października ekim жовтня", "listopada kasım листопада", "grudnia aralık desember грудня",
)  # fmt: skip
"""Months of Polish, Turkish, Ukrainian and Scandinavian; some are words elsewhere ("marca")."""

_NUMBER_OF = {
    **{name: n for n, names in enumerate(_ONLY_IN_FULL_DATES, 1) for name in names.split()},
    "كانون الثاني": 1,
    "تشرين الأول": 10,
    "تشرين الثاني": 11,
    "كانون الأول": 12,
    **MONTH_NUMBER,
}
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"


def _one_of(names: Iterable[str]) -> str:
    """One of the names; of two ("April/May 2019", in Arabic one month by both) the first."""
    either = "|".join(sorted(names, key=len, reverse=True))
    return rf"(?P<name>{either})(?![^\W\d_])\.?(?:\s?/\s?(?:{either})(?![^\W\d_])\.?)?"


_MONTH = _one_of(MONTH_NUMBER)
_ANY_MONTH = _one_of(_NUMBER_OF)
_DAY = r"(?P<day>\d{1,2})"
_UNTIL = r"(?:\s?[-–/]\s?\d{1,2})?"  # "11-12 January": the first day counts
_ORDINAL = r"(?:st|nd|rd|th|er|re|\.?[ºª°])?\.?"
_OF = r"(?:de\s|del\s|of\s|d['’])?"
_CLOCK = r"(?:,?\s\d{1,2}:\d\d(?::\d\d)?(?:\s(?:[A-Za-z]{2,4}|[+-]\d{4})){0,2})?"


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


_FULL = (
    _pattern(r"(?<!\d)", _YEAR, r"(?P<mark>[-/.])\s?(?P<month>\d{1,2})(?P=mark)\s?", _DAY,
             r"(?!\d)"),
    _pattern(r"(?<!\d)", _YEAR, r"(?P<month>\d\d)(?P<day>\d\d)(?:\d{6})?(?!\d)"),
    _pattern(_YEAR, r"[年년]\s?(?P<month>\d{1,2})[月월]\s?", _DAY, "[日일]"),
    _pattern(r"(?<!\d)", _YEAR, r"[\s,-]{1,2}", _ANY_MONTH, r"[\s-]", _DAY, r"(?!\d)"),
    _pattern(r"(?<!\d)", _DAY, _UNTIL, _ORDINAL, r"[\s/-]?", _OF, _ANY_MONTH, r",?[\s/-]?", _OF,
             _YEAR, r"(?!\d)"),
    _pattern(r"\b", _ANY_MONTH, r"\s?", _DAY, _UNTIL, _ORDINAL, _CLOCK, r"(?:,\s?|\s)", _OF, _YEAR,
             r"(?!\d)"),
)  # fmt: skip
_FIGURES = _pattern(
    r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[./-])\s?(?P<second>\d{1,2})(?P=mark)\s?", _YEAR, r"(?!\d)"
)
_MONTH_AND_YEAR = (
    _pattern(r"\b", _MONTH, r"(?:,\s?|[\s/-])", _OF, _YEAR, r"(?!\d)"),
    _pattern(r"(?<!\d)", _YEAR, r"[\s,/-]{1,2}", _MONTH),
    _pattern(r"(?<!\d)", _YEAR, r"[-/.](?P<month>\d{1,2})(?!\d)"),
    _pattern(_YEAR, r"[年년]\s?(?P<month>\d{1,2})[月월]"),
)
_ONE_YEAR = _pattern(r"\D*", _YEAR, r"\D*")
_YEAR_OF_RIS = _pattern(_YEAR, r"/+\D*")


def iso_date(text: str, day_first: bool | None = None) -> str:
    """The date in `text` as YYYY-MM-DD, YYYY-MM or YYYY, as much as it says; "" where none is sure.

    Month names and their usual short forms in English, German, French, Dutch, Spanish, Italian,
    Portuguese, Russian and Arabic, in full dates those of Polish, Turkish, Ukrainian and
    Scandinavian, too; weekdays, times and editions around the date do no harm. Of a date in
    figures (3/2/2019) `day_first` must say what comes first; without it only 13/2/2019, 2/2/2019
    and dates with full stops (3.2.2019: the day) are sure. A day that no calendar has is no date.
    """
    if not _ANY_YEAR.search(text[:_LOOKED_AT]):
        return ""
    text = unicodedata.normalize("NFC", text[:_LOOKED_AT]).translate(_FIGURES_OF_ARABIC)
    text = " ".join(text.split())
    found = _earliest([*_days(text), *_days_in_figures(text, day_first)])
    return found or _earliest(_months(text)) or _year(text)


def _earliest(dates: list[tuple[int, str]] | Iterator[tuple[int, str]]) -> str:
    return min((found for found in dates if found[1]), default=(0, ""), key=lambda found: found[0])[
        1
    ]


def _days(text: str) -> Iterator[tuple[int, str]]:
    """Each full date with where it stands."""
    for pattern in _FULL:
        if match := pattern.search(text):
            yield match.start(), _day(match["year"], _month(match.groupdict()), match["day"])


def _days_in_figures(text: str, day_first: bool | None) -> Iterator[tuple[int, str]]:
    match = _FIGURES.search(text)
    if not match:
        return
    first, second = int(match["first"]), int(match["second"])
    if day_first is None:
        day_first = _is_day_first(first, second, match["mark"])
    if day_first is not None:
        day, month = (first, second) if day_first else (second, first)
        yield match.start(), _day(match["year"], month, day)


def _is_day_first(first: int, second: int, mark: str) -> bool | None:
    """What comes first in a date in figures; None where it could be either."""
    if mark == "." or first > 12 or first == second:
        return True
    return False if second > 12 else None


def _months(text: str) -> Iterator[tuple[int, str]]:
    for pattern in _MONTH_AND_YEAR:
        match = pattern.search(text)
        if match and 1 <= (month := _month(match.groupdict())) <= 12:
            yield match.start(), f"{int(match['year'])}-{month:02}"


def _year(text: str) -> str:
    match = _ONE_YEAR.fullmatch(text) or _YEAR_OF_RIS.match(text)
    return str(int(match["year"])) if match else ""


def _month(parts: Mapping[str, str]) -> int:
    return _NUMBER_OF[parts["name"].lower()] if "name" in parts else int(parts["month"])


def _day(year: str, month: int, day: str | int) -> str:
    try:
        return datetime.date(int(year), month, int(day)).isoformat()
    except ValueError:
        return ""
