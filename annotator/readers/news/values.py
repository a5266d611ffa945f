"""Values of the lines of news databases, as the fields of an article have them."""

from __future__ import annotations

import re
from typing import NamedTuple

_PAGE = re.compile(
    r"(?:pg|pages?|seiten?|s|pp?|blz|pagina|p[áa]gs?|стр)\b[.:]?\s*"
    r"(?P<page>(?-i:[A-Z]{0,3}[- ]?)\d[\w./-]*(?:(?:,\s?|\s?[&+-]\s?)[A-Z]{0,3}-?\d[\w./-]*)*)"
    r"(?P<more>[\s,].*)?",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:copyright|©|\(c\)|all rights reserved|alle rechte|tous droits)", re.I)


class Place(NamedTuple):
    """Where in a newspaper an article stood; "" for what is not told."""

    section: str
    page: str


def place(section: str) -> Place:
    """Section and page of "NEWS; Pg. 6", "Politik; S. 3 Ausg. 9", "Section A; p. 18, Column 1"."""
    parts = [part.strip() for part in " ".join(section.split()).split(";")]
    page = ""
    for at in reversed(range(len(parts))):
        if match := _PAGE.fullmatch(parts[at]):
            page, parts[at] = match["page"].rstrip("."), (match["more"] or "").strip(" ,")
            break
    return Place("; ".join(filter(None, parts)), page)


def is_copyright(line: str) -> bool:
    """Whether a line claims the rights ("Copyright 2010 ...", "All Rights Reserved")."""
    return _RIGHTS.match(line.strip()) is not None
