"""What a newspaper prints on every page beside the article: running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
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


_SHARE = 0.2  # of the pages; left and right ones may have heads of their own

_Key = tuple[str, int]
"""A line's text with its figures made alike, and how high on the page it stands."""


class Cleaned(NamedTuple):
    """The pages without running heads, the texts of those, and a web address among them."""

    pages: list[list[PdfLine]]
    removed: list[str]
    address: str


def without_furniture(pages: Sequence[Sequence[PdfLine]]) -> Cleaned:
    """The pages without what stands at the same place of several, but for its figures.

    Only lines at the very top or foot: what stands nearer to the text than a line of the article is
    the article's, however often it says the same.
    """
    counted = Counter(
        key for page in pages for key in {_key(line) for edge in _edges(page) for line in edge}
    )
    fewest = max(2, _SHARE * len(pages))
    repeated = {key for key, count in counted.items() if count >= fewest}
    kept: list[list[PdfLine]] = []
    removed: dict[str, str] = {}
    for page in pages:
        gone = {line for edge in _edges(page) for line in _furniture(edge, repeated)}
        removed |= {_key(line)[0]: line.text for line in page if line in gone}
        kept.append([line for line in page if line not in gone])
    addresses = {found[0] for text in removed.values() if (found := _ADDRESS.search(text))}
    return Cleaned(kept, list(removed.values()), addresses.pop() if len(addresses) == 1 else "")


def _edges(page: Sequence[PdfLine]) -> list[list[PdfLine]]:
    """The lines at the top and at the foot, from the edge inwards, wherever the file has them."""
    if len(page) <= 2:
        return []
    downwards = sorted(page, key=lambda line: -line.y)
    count = max(1, min(_EDGE_LINES, len(page) // _LINES_PER_EDGE))
    return [downwards[:count], downwards[: -count - 1 : -1]]


def _furniture(edge: Sequence[PdfLine], repeated: Container[_Key]) -> Iterator[PdfLine]:
    for index, line in enumerate(edge):
        is_number = not index and _PAGE_NUMBER.fullmatch(line.text) is not None
        if len(line.text) > _LONGEST or not (is_number or _key(line) in repeated):
            return
        yield line


def _key(line: PdfLine) -> _Key:
    return _FIGURES.sub("#", " ".join(line.text.split()).casefold()), round(line.y)
