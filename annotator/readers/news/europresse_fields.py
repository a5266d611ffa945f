"""The lines above and below a Europresse article, as fields."""

from __future__ import annotations

import re

from annotator.readers import fields
from annotator.readers.dates import iso_date
from annotator.readers.documents.html_text import one_line
from annotator.readers.news.date_line import date_line, is_weekday
from annotator.readers.news.item import number_of_words

_ISSUE = re.compile(r"[,;]\s*(?P<issue>(?:no|n°|nº|vol|nr|issue)(?:[.\s].*|\d.*))$", re.IGNORECASE)
_PAGE = re.compile(r"^(?:pp?|page|pages|s|seite)\.?\s(?P<page>.+)$", re.IGNORECASE)
_WORDS = re.compile(
    r"(?<![\d:])\d+(?:[.,\u00a0\u202f]\d{3})?\s?(?:mots?|words?|wörter|palabras|parole)\b", re.I
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
ID = re.compile(r"(?P<id>[a-z]{3,6}·(?P<date>\d{8})·[\w·.-]+)")
"""A document's number: kind, date, code of the newspaper, number."""


def publication(text: str) -> dict[str, str]:
    """Newspaper and issue of "La Gazette, no. 43018"; on further lines stands the edition."""
    lines = [one_line(line) for line in text.split("\n")]
    first, *places = [line for line in lines if line] or [""]
    found = {fields.EDITION: "; ".join(places)}
    if match := _ISSUE.search(first):
        found["issue"] = match["issue"]
        first = first[: match.start()]
    return {fields.SOURCE: first.strip(" ,;"), **found}


def header(text: str) -> dict[str, str]:
    """Section, date, time, words and page of "Politique, jeudi 14 mars 2006, p. 16"."""
    text = one_line(text)
    found: dict[str, str] = {}
    if words := _WORDS.search(text):
        found[fields.WORDS] = number_of_words(words[0])
        text = text[: words.start()].rstrip(" ,-") + text[words.end() :]
    line = date_line(text)
    if line is None:
        return {**found, "header": text}
    year = _YEAR.search(text)
    section = _section(text[: year.end()] if year else text, line.date)
    found |= {fields.DATE: line.date, fields.TIME: line.time, fields.SECTION: section}
    rest = [part.strip() for part in line.rest.split(",") if part.strip(" -")]
    for part in rest:
        page = _PAGE.match(part)
        name = fields.PAGE if page else "header"
        value = page["page"] if page else part
        found[name] = f"{found[name]}, {value}" if found.get(name) else value
    return found


def _section(text: str, date: str) -> str:
    """What stands before the date, as far as commas set it apart."""
    parts = text.split(", ")
    start = len(parts) - 1
    while start > 0 and iso_date(", ".join(parts[start:])) != date:
        start -= 1
    # English dates have a comma after the weekday.
    while start > 0 and is_weekday(parts[start - 1]):
        start -= 1
    return ", ".join(parts[:start])


def document_number(text: str) -> dict[str, str]:
    """The number of the document, and the date in it; nothing where there is none."""
    found = ID.search(text)
    if not found:
        return {}
    day = found["date"]
    return {fields.DATABASE_ID: found["id"], fields.DATE: f"{day[:4]}-{day[4:6]}-{day[6:]}"}
