"""Lines around the headline that name a section, a day or the author's role."""

from __future__ import annotations

import re

from annotator.model.article import Kind
from annotator.readers.kinds.dates import begins_with_date, date_in, without_date
from annotator.readers.kinds.shape import (
    DECORATION,
    Proposal,
    are_names,
    ends_sentence,
    ends_statement,
    is_mostly_capitalised,
    word_count,
)
from annotator.readers.kinds.words import ROLES, SECTION_COMPANIONS, SECTIONS

_TIME = re.compile(r"\d[:.]\d\d|\d\s?[ap]\.?m\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_SEPARATORS = str.maketrans(dict.fromkeys("/|›>,·•&:–—", " ") | {"’": "'"})

_DATE = Proposal(Kind.BYLINE, "is a date line")
_DATE_FIRST = Proposal(Kind.BYLINE, "begins with the date")
_DATE_AND_NAME = Proposal(Kind.BYLINE, "names a person or place with the date")


def date_line(block: str, *, whole: bool = True) -> Proposal | None:
    """A byline if the block is nothing but a date, or a name, place or label with it.

    With a name, `whole` asks for year or time: "March Madness 2019" could be a headline.
    """
    if len(block) > 120 or not _FIGURE.search(block):
        return None
    left = without_date(block)
    if left is None or (ends_statement(block) and len(left) > 1):
        return None
    if not left:
        return _DATE
    if word_count(block) <= 25 and ":" not in block[:15] and begins_with_date(block):
        return _DATE_FIRST
    if whole and not date_in(block) and not _TIME.search(block):
        return None
    return _DATE_AND_NAME if len(left) <= 6 and are_names(left) else None


def is_section_label(block: str) -> bool:
    """Whether the block only names a section of a newspaper: "Opinion", "Commentary / World"."""
    return len(block) <= 50 and not SECTIONS.isdisjoint(_words(block)) and may_be_label(block)


def may_be_label(block: str) -> bool:
    """Whether all words of a short line occur in section labels: "North Korea", "The Editors"."""
    found = _words(block) if len(block) <= 50 else []
    return 0 < len(found) <= 5 and all(
        word in SECTIONS or word in SECTION_COMPANIONS for word in found
    )


def is_role(block: str) -> bool:
    """Whether a line says what the author is: "Contributing Writer", "Professor of History"."""
    if len(block) > 70 or ends_sentence(block) or block[-1] in ":,;":
        return False
    found = _words(block)
    if len(found) > 8 or ROLES.isdisjoint(found) or not block.strip(DECORATION)[:1].isupper():
        return False
    # "A veteran correspondent looks back" is a standfirst
    return len(found) <= 3 or is_mostly_capitalised(block)


def _words(block: str) -> list[str]:
    return block.lower().translate(_SEPARATORS).strip(DECORATION).split()
