"""What a newspaper prints on every page beside the article: running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from annotator.readers.documents.pdf_lines import PdfLine

_EDGE_LINES = 3  # at the top, and as many at the foot; of a short page fewer
_LINES_PER_EDGE = 6
_LONGEST = 200
_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(page|seite|página|pagina|p\.|s\.)?\s*\d{1,4}\s*((of|von|de|di|/)\s*\d{1,4})?"
    r"[-–—|\s]*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s]+")


class Cleaned(NamedTuple):
    """The pages without running heads, the texts of those, and a web address among them."""

    pages: list[list[PdfLine]]
    removed: list[str]
    address: str


def without_furniture(pages: Sequence[Sequence[PdfLine]]) -> Cleaned:
    """The pages without lines that stand at the top or foot of several, but for their figures."""
    counted = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    repeated = {key for key, count in counted.items() if count > 1}
    kept: list[list[PdfLine]] = []
    removed: dict[str, str] = {}
    for page in pages:
        edges = _edges(page)
        gone = {line for line in edges if _key(line) in repeated or _is_page_number(line, page)}
        removed |= {_key(line): line.text for line in page if line in gone}
        kept.append([line for line in page if line not in gone])
    addresses = {found[0] for text in removed.values() if (found := _ADDRESS.search(text))}
    return Cleaned(kept, list(removed.values()), addresses.pop() if len(addresses) == 1 else "")


def _edges(page: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines nearest to the top and to the foot, wherever they stand in the file."""
    if len(page) <= 2:
        return []
    downwards = sorted(page, key=lambda line: -line.y)
    count = max(1, min(_EDGE_LINES, len(page) // _LINES_PER_EDGE))
    edges = downwards[:count] + downwards[-count:]
    return [line for line in edges if len(line.text) <= _LONGEST]


def _key(line: PdfLine) -> str:
    return _FIGURES.sub("#", " ".join(line.text.split()).casefold())


def _is_page_number(line: PdfLine, page: Sequence[PdfLine]) -> bool:
    """Whether the lowest or highest line is the number of the page and no more."""
    heights = [other.y for other in page]
    outermost = line.y in {min(heights), max(heights)}
    return outermost and _PAGE_NUMBER.fullmatch(line.text) is not None
