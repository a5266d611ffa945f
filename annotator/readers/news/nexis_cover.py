"""The cover page of a Nexis download: what it announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.readers import fields
from annotator.readers.found import FoundArticle
from annotator.readers.news import nexis_words
from annotator.readers.news.rows import Row

_COUNT = re.compile(
    r"(?:documents?|dokumente?|documenten|documentos?|documenti)\s*\((?P<number>\d{1,5})\)",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?:date and time|job number|client/matter|search terms|search type|narrowed by|content type"
    r"|user name|datum und uhrzeit|auftragsnummer|mandant|suchbegriffe?|suchtyp|eingegrenzt durch"
    r"|inhaltstyp|date et heure|numéro de (?:tâche|travail)|client/dossier|termes de la recherche"
    r"|type de recherche|affiné par|type de contenu|datum en tijd|taaknummer|zoektermen|zoektype"
    r"|fecha y hora|número de trabajo|términos de búsqueda)\s*:?(?:\s|$)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?P<number>\d{1,5})\.\s+(?P<title>\S.*)")
_NAMED = 10
_COMPARED = 30


def is_cover_line(text: str) -> bool:
    """Whether the line is one of a cover page."""
    return _COUNT.fullmatch(text) is not None or _LABELS.match(text) is not None


def is_cover(document: Sequence[Row]) -> bool:
    """Whether the document begins with a cover page."""
    seen = {bool(_COUNT.fullmatch(row.text)) for row in document if is_cover_line(row.text)}
    return seen == {True, False}


def announced(document: Sequence[Row]) -> int | None:
    """How many documents the cover page announces; None where there is none."""
    counts = (_COUNT.fullmatch(row.text) for row in document)
    return next((int(match["number"]) for match in counts if match), None)


def listed(document: Sequence[Row]) -> dict[int, str]:
    """The titles of the cover page's list by their numbers."""
    if not is_cover(document):
        return {}
    titles: dict[int, str] = {}
    for row in document:
        match = _LISTED.fullmatch(row.text)
        if nexis_words.is_body(row.text):
            break
        if match and int(match["number"]) == len(titles) + 1:
            titles[len(titles) + 1] = match["title"]
    return titles


def missing(document: Sequence[Row], articles: Sequence[FoundArticle], refused: int) -> list[str]:
    """A warning that names the documents that are announced and not there; [] if there are none."""
    number = announced(document)
    there = len(articles) + refused
    if number is None or number == there:
        return []
    known = {_compared(article.fields.get(fields.TITLE, "")) for article in articles}
    gone = [title for title in listed(document).values() if _compared(title) not in known]
    named = ": " + ", ".join(f'"{title}"' for title in gone[:_NAMED]) if gone else ""
    return [f"the cover page announces {number:,} documents and the file holds {there:,}{named}"]


def _compared(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))[:_COMPARED]
