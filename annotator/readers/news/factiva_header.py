"""The lines above the text of a Factiva article that was saved without indexing.

They have no labels, only an order: section, headline, author, credit, words, date, time, source,
source code, edition, volume, page, language, copyright. Each but words, date and source may be
missing, so the number of words is looked for, then what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.readers.dates import iso_date
from annotator.readers.news.item import without_by

_WORDS = re.compile(
    r"\d[\d.,\u00a0\u202f ]*\s?(?:words?|mots?|wörter|wort|palabras|parole|palavras|woorden|ord"
    r"|слов(?:а|о)?|語|字|단어|个字|個字)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]m)?(?:\s\w{2,4})?", re.IGNORECASE)
_SOURCE_CODE = re.compile(r"[A-Z][A-Z0-9]{0,9}")
_COPYRIGHT = re.compile(r"(?:\(c\)|©|copyright|\xa9|all rights reserved|alle rechte)", re.I)
_PAGE = re.compile(r"[A-Z]{0,3}-?\d{1,4}[A-Z]?(?:[-,;/ ]+[A-Z]{0,3}\d{1,4})*")
_LANGUAGE = re.compile(r"[^\W\d_]+(?: ?\([^)]{2,30}\)| [^\W\d_]+| - [^\W\d_]+)?")


def is_word_count(line: str) -> bool:
    """Whether the line is the number of words ("2 029 Wörter")."""
    return _WORDS.fullmatch(line) is not None


def codes_of(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """What the lines before and after the headline say, under Factiva's codes."""
    counts = [n for n, line in enumerate(after) if is_word_count(line)]
    dates = [n for n, line in enumerate(after) if iso_date(line)]
    start = (counts or dates or [len(after)])[0]
    words = {"WC": after[start]} if counts else {}
    found = dict(words)
    if before:
        found["SE"] = "; ".join(before)
    authors = [line for line in after[:start] if without_by(line) != line]
    if authors:
        found["BY"] = "; ".join(authors)
    if credits_ := [line for line in after[:start] if line not in authors]:
        found["CR"] = "; ".join(credits_)
    return {**found, **_imprint(list(after[start + len(words) :]))}


def _imprint(lines: list[str]) -> dict[str, str]:
    """Date, time, source, code, edition, volume, page, language and copyright, in that order."""
    found: dict[str, str] = {}
    if lines and iso_date(lines[0]):
        found["PD"] = lines.pop(0)
    if lines and _TIME.fullmatch(lines[0]):
        found["ET"] = lines.pop(0)
    if lines and _COPYRIGHT.match(lines[-1]):
        found["CY"] = lines.pop()
    if lines:
        found["SN"] = lines.pop(0)
    if lines and _SOURCE_CODE.fullmatch(lines[0]):
        found["SC"] = lines.pop(0)
    if lines and _LANGUAGE.fullmatch(lines[-1]):
        found["LA"] = lines.pop()
    return {**found, **_places(lines)}


def _places(lines: list[str]) -> dict[str, str]:
    """Of what is left, figures are the page and, before it, the volume; words are the edition."""
    found: dict[str, str] = {}
    figures = [line for line in lines if _PAGE.fullmatch(line)]
    words = [line for line in lines if not _PAGE.fullmatch(line)]
    if figures:
        found["PG"] = figures[-1]
    if len(figures) > 1:
        found["VOL"] = "; ".join(figures[:-1])
    if words:
        found["ED"] = "; ".join(words)
    return found
