"""The article in a web page: main text and metadata, as trafilatura finds them."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.model.article import Kind
from annotator.readers import fields
from annotator.readers.dates import iso_date
from annotator.readers.documents.html_text import BOUNDARY, cut_marked, flat, marked, one_line
from annotator.readers.documents.web_headings import parted, with_lost
from annotator.readers.documents.word_page import without_file_properties
from annotator.readers.found import Block
from annotator.readers.paragraphs import WHITE

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

_BY_ITSELF = "the page calls it the title"
_BLANK_LINE = "\N{EDITORIAL CORONIS}"  # printable, or trafilatura takes it away; nobody writes it
_DATES: dict[str, Any] = {"original_date": True, "extensive_search": False}
"""Of several dates the first; `extensive` would try every number, and take seconds to start."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
# The libraries log what they find odd, with words of the page: nothing of that is to be printed.
_SILENT = logging.NullHandler()
_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "readability")


class WebArticle(NamedTuple):
    """The blocks of an article (title first), its fields, and whether its date is a guess."""

    blocks: list[Block]
    fields: dict[str, str]
    guessed_date: bool = False


def web_article(root: HtmlElement) -> WebArticle:
    """What trafilatura finds in the page; no block where it finds no main text. Leaves it as it is.

    Where its metadata has no date, trafilatura looks for one in its words.
    """
    from trafilatura import bare_extraction

    for library in _LIBRARIES:
        logging.getLogger(library).addHandler(_SILENT)
    root, of_file = without_file_properties(root)
    page = _with_blank_lines_marked(root)
    found = bare_extraction(page, options=_options())
    if found is None or isinstance(found, dict):
        return WebArticle([], {fields.LANGUAGE: _language(root)})
    metadata = {**_fields(found, root), **of_file}
    blocks = _blocks(found.body, metadata[fields.TITLE], root)
    date = metadata[fields.DATE]
    return WebArticle(blocks, metadata, bool(date) and not _is_stated(root, date))


@cache
def _options() -> Extractor:
    """What trafilatura is to look for; made once, for it reads its settings anew each time."""
    from trafilatura.settings import Extractor

    return Extractor(
        output_format="python", with_metadata=True, comments=False, date_params=dict(_DATES)
    )


def _with_blank_lines_marked(root: HtmlElement) -> HtmlElement:
    """The page itself, or a copy in which a mark stands for each blank line made of `<br><br>`.

    Old pages part their paragraphs so; trafilatura makes one line break of it.
    """
    if not any(_is_blank_line(br) for br in root.iter("br")):
        return root
    page = copy(root)
    for br in list(page.iter("br")):
        if _is_blank_line(br) and (after := br.getnext()) is not None:
            after.tail = _BLANK_LINE + _NOT_IN_XML.sub("", after.tail or "")
    return page


def _is_blank_line(br: HtmlElement) -> bool:
    after = br.getnext()
    return after is not None and after.tag == "br" and not (br.tail or "").strip(WHITE)


def _is_stated(root: HtmlElement, date: str) -> bool:
    """Whether the page gives the date in its metadata, its address or an element for times."""
    told = [
        value
        for element in root.iter("meta", "link", "time", "abbr")
        for name in ("content", "href", "datetime", "title")
        if (value := element.get(name))
    ]
    with_strokes = date.replace("-", "/")
    if any(date in text or with_strokes in text for text in told):
        return True
    if any(iso_date(text) == date for text in told):
        return True
    scripts = (script.text or "" for script in root.iter("script"))
    return any(date in text for text in scripts)


def _fields(found: Any, root: HtmlElement) -> dict[str, str]:
    return {
        fields.TITLE: one_line(found.title or ""),
        fields.AUTHOR: one_line(found.author or ""),
        fields.DATE: found.date or "",
        fields.SOURCE: one_line(found.sitename or found.hostname or ""),
        fields.URL: found.url or "",
        fields.LANGUAGE: found.language or _language(root),
        fields.SECTION: _list(found.categories),
        "tags": _list(found.tags),
        "description": one_line(found.description or ""),
        "license": one_line(found.license or ""),
    }


def _list(values: Sequence[str] | None) -> str:
    return "; ".join(dict.fromkeys(one_line(value) for value in values or () if value))


def _language(root: HtmlElement) -> str:
    """What the page declares: its `lang` attribute."""
    html = root if root.tag == "html" else root.find(".//html")
    value = "" if html is None else (html.get("lang") or html.get("xml:lang") or "").strip()
    return value if _LANGUAGE.fullmatch(value) else ""


def _blocks(body: _Element, title: str, root: HtmlElement) -> list[Block]:
    """The title, then every paragraph, heading, list item, quotation and table row of the text."""
    headings = list(body.iter("head"))
    for heading in headings:
        heading.tag = heading.get("rend") or "h2"
    for row in list(body.iter("row")):
        _put_on_one_line(row)
    texts = [text for child in body for text in _texts(child)]
    if not texts:
        return []
    if len(texts) == 1:
        texts = parted(root, texts[0])
    else:
        texts = with_lost(root, texts, headings=not headings)
    first = next(iter(body), None)
    headline = flat(first) if first is not None and first.tag == "h1" else ""
    if headline and one_line(texts[0]) == headline:
        texts = texts[1:]
    elif _same(texts[0], title):
        texts, headline = texts[1:], title
    headline = headline or title
    return [Block(headline, Kind.HEADLINE, _BY_ITSELF), *(Block(text) for text in texts)]


def _put_on_one_line(row: _Element) -> None:
    """Make the cells of a row of a table one text; each may hold paragraphs of its own."""
    cells, tail = _NOT_IN_XML.sub("", " | ".join(map(flat, row))), row.tail
    row.clear()
    row.text, row.tail = cells, tail


def _texts(element: _Element) -> list[str]:
    """The paragraphs in a part of the text that trafilatura found; most parts are one."""
    text = element.text or ""
    if not len(element) and not element.tail and _BLANK_LINE not in text:
        return [one] if (one := text.strip(WHITE)) else []
    words = f"{marked(element)}{BOUNDARY}{element.tail or ''}"
    return cut_marked(words.replace(_BLANK_LINE, BOUNDARY))


def _same(text: str, other: str) -> bool:
    return "".join(text.split()).casefold() == "".join(other.split()).casefold()
