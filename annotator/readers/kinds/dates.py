"""Dates as newspapers print them, in the languages of the formats we read."""

from __future__ import annotations

import re

from annotator.readers.kinds.words import words

_MONTHS = (
    "january jan januar jän jänner janvier janv enero ene gennaio gen januari janeiro leden",
    "february feb febr februar feber février févr fév febrero febbraio februari fevereiro fev",
    "march mar märz mär mrz mars marzo maart mrt março",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag mei maio maj",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aou agosto ago augustus augusti",
    "september sep sept septembre septiembre setiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro",
)
_MONTHS_WITHOUT_ACCENTS = (
    "jaenner", "fevrier", "maerz", "", "", "", "", "aout", "", "", "", "decembre",
)  # fmt: skip
_MONTHS_IN_RUSSIAN = (
    "января январь янв", "февраля февраль февр фев", "марта март мар", "апреля апрель апр",
    "мая май", "июня июнь июн", "июля июль июл", "августа август авг",
    "сентября сентябрь сент сен", "октября октябрь окт", "ноября ноябрь нояб ноя",
    "декабря декабрь дек",
)  # fmt: skip
_MONTHS_IN_ARABIC = (
    "يناير جانفي", "فبراير فيفري شباط", "مارس آذار اذار", "أبريل ابريل إبريل أفريل نيسان",
    "مايو ماي أيار ايار", "يونيو يونيه جوان حزيران", "يوليو يوليه جويلية تموز",
    "أغسطس اغسطس أوت آب", "سبتمبر شتنبر أيلول ايلول", "أكتوبر اكتوبر", "نوفمبر نونبر",
    "ديسمبر دجنبر",
)  # fmt: skip
MONTH_NUMBER = {
    name: n
    for table in (_MONTHS, _MONTHS_WITHOUT_ACCENTS, _MONTHS_IN_RUSSIAN, _MONTHS_IN_ARABIC)
    for n, names in enumerate(table, 1)
    for name in names.split()
}
"""The number of a month by its name or short form, in lower case."""

_MONTH = "|".join(sorted(MONTH_NUMBER, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = (
    re.compile(rf"(?<!\d){_YEAR}[年년]\s?(?P<number>\d{{1,2}})[月월]\s?(?P<day>\d{{1,2}})[日일]"),
    re.compile(rf"\b{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"\b(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}\b"),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?\s(?:de\s|of\s)?(?P<month>{_MONTH})\b\.?"
        rf",?\s(?:de\s)?{_YEAR}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<month>{_MONTH})\b\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{_YEAR}\b",
        re.IGNORECASE,
    ),
)
_DATE_WORDS = words("""
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi
vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì
mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag
zondag am pm a.m p.m gmt utc est edt et pt pst pdt cet cest bst ist jst kst hkt sgt uhr h at on
to um de du le el del à às alle om den der of the updated update published posted modified last
first originally publication date time print edition printed online upd stand aktualisiert
veröffentlicht erschienen am vom publié mis jour modifié publicado actualizado actualización
pubblicato aggiornato gepubliceerd bijgewerkt min mins minute minutes read hour hours hrs ago
st nd rd th er today yesterday heute gestern issue
""")
_SEPARATORS = re.compile(r"[\s|/•·,;:()\[\]–—*_-]+")


def date_in(text: str) -> str:
    """The first full date in `text` as YYYY-MM-DD; "" if none is certain (3/2/2019 is not)."""
    found = [match for pattern in _PATTERNS if (match := pattern.search(text))]
    if not found:
        return ""
    parts = min(found, key=re.Match.start).groupdict()
    month = int(parts.get("number") or 0) or MONTH_NUMBER[parts["month"].lower()]
    day = int(parts["day"])
    return f"{parts['year']}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def begins_with_date(text: str) -> bool:
    """Whether a full date stands at the very start, apart from a weekday."""
    found = [match for pattern in _PATTERNS if (match := pattern.search(text[:40]))]
    return (
        bool(found) and without_date(text[: min(match.start() for match in found)] + " 1 May") == []
    )


def without_date(text: str) -> list[str] | None:
    """The words of a line that are left when the date and time in it are taken out.

    None where it holds no date at all: at least a day or year and a month or weekday, or a date in
    figures.
    """
    left: list[str] = []
    figures = names = 0
    for word in _SEPARATORS.split(text):
        bare = word.strip(".").lower()
        if bare[:1].isdigit():
            figures += 1
        elif bare in MONTH_NUMBER:
            names += 1
        elif bare in _DATE_WORDS:
            names += bare not in _SMALL
        elif bare:
            left.append(word)
    dated = (names and figures) or _FIGURES.search(text)
    return left if dated else None


_SMALL = frozenset(
    {"to", "at", "on", "of", "the", "de", "du", "le", "el", "h", "min", "a.m", "p.m"}
)
_FIGURES = re.compile(
    r"\d{4}[年년]|\b(?:\d{4}-\d\d-\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d))\b"
)
