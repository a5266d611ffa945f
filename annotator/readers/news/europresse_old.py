"""The old layout of Europresse: each article is a table cell of running text between `<p></p>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.readers import fields
from annotator.readers.documents.html_text import cut_marked, flat, marked, one_line
from annotator.readers.found import FoundArticle
from annotator.readers.news.europresse_fields import document_number, header, publication
from annotator.readers.news.item import item, without_by

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAME, _HEADER, _TITLE = "docpublicationname", "docheader", "titrearticlevisu"
_END = re.compile(r"(?:num[ée]ro\s+de\s+document|document\s+number)\s*:", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:copyright|©|\(c\)).{0,200}", re.IGNORECASE | re.DOTALL)
_FROM_END = 3
"""The claim of rights is one of the last paragraphs."""
_AUTHOR = re.compile(r"[\s\f]*(?P<author>[^\n\f]{2,120})\n\s*\f")
_WORDS_OF_NAMES = 12
_MOST = 12
"""No article has more lines of one kind above its title; in damaged pages they nest."""


def articles(root: HtmlElement) -> list[FoundArticle]:
    """The articles of the page."""
    cells: dict[HtmlElement, None] = {}
    for span in root.iter("span"):
        if _class(span) == _NAME:
            cell = next(span.iterancestors("td"), None)
            cells[root if cell is None else cell] = None
    return [_article(cell) for cell in cells]


def _article(cell: HtmlElement) -> FoundArticle:
    # Tables in the cell are logos and the certificate; where tags are missing, other articles.
    parts, text = _parts(cell), marked(cell, cell.iterdescendants("table"))
    found = {
        **document_number(text),
        **_told(publication("\n".join(marked(part) for part in parts[_NAME][:1]))),
        **_told(header(" ".join(flat(part) for part in parts[_HEADER]).replace(" ,", ","))),
    }
    title = flat(parts[_TITLE][0]) if parts[_TITLE] else ""
    above, _, text = text.partition(title) if title else ("", "", text)
    author = _AUTHOR.match(text)
    if author and len(author["author"].split()) <= _WORDS_OF_NAMES:
        found[fields.AUTHOR] = without_by(one_line(author["author"]))
        text = text[author.end() :]
    body = cut_marked(_END.split(text, maxsplit=1)[0])
    for paragraph in body[-_FROM_END:]:
        if _RIGHTS.fullmatch(paragraph):
            found[fields.COPYRIGHT] = one_line(paragraph)
            body.remove(paragraph)
    return item(title, body, found, _above(above, [*parts[_NAME], *parts[_HEADER]]))


def _parts(cell: HtmlElement) -> dict[str, list[HtmlElement]]:
    """The elements that Europresse names: newspaper, lines with date and page, title."""
    from lxml import etree

    found: dict[str, list[HtmlElement]] = {_NAME: [], _HEADER: [], _TITLE: []}
    walk = etree.iterwalk(cell, events=("start",), tag=("span", "table"))
    for _, element in walk:
        if element.tag == "table":
            walk.skip_subtree()
        elif len(of_class := found.get(_class(element), [])) < _MOST:
            of_class.append(element)
    return found


def _told(found: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in found.items() if value}


def _above(text: str, known: list[HtmlElement]) -> list[str]:
    """The lines above the title that are neither newspaper nor date: a subtitle, a heading."""
    seen = "".join("".join(flat(part) for part in known).split())
    lines = (one_line(line) for line in re.split("[\n\f]", text))
    return [line for line in lines if line and "".join(line.split()) not in seen]


def _class(element: HtmlElement) -> str:
    return (element.get("class") or "").strip().lower()
