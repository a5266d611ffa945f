"""Factiva's answers to programs (Developer Kit): XML with one element per article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.readers import fields
from annotator.readers.dates import iso_date
from annotator.readers.documents.html_text import flat
from annotator.readers.found import Found, FoundArticle
from annotator.readers.news.item import item, sorted_out, without_by
from annotator.readers.source import Source
from annotator.safe import xml as safe_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "factiva-xml"
TITLE = "Factiva (XML)"
ENDINGS: tuple[str, ...] = (".xml",)

_SIGNS = re.compile(rb"<(?:\w{1,20}:)?pps(?:Article)?(?:Response|ResultSet)\b", re.IGNORECASE)
_TEXT = ("leadParagraph", "tailParagraphs")
_FIELDS = {
    "accessionNo": fields.DATABASE_ID, "baseLanguage": fields.LANGUAGE, "byline": fields.AUTHOR,
    "copyright": fields.COPYRIGHT, "edition": fields.EDITION, "newsSubject": fields.SUBJECT,
    "pages": fields.PAGE, "sectionName": fields.SECTION, "columnName": "column",
    "sourceName": fields.SOURCE, "wordCount": fields.WORDS, "publisherName": "publisher",
    "sourceCode": "source code", "publicationTime": fields.TIME, "descField": "descriptors",
    "artWork": "graphic", "publicationDate": fields.DATE,
}  # fmt: skip
_LEFT_OUT = frozenset({"headline", "leadParagraph", "tailParagraphs", "reference", "logo"})
_TIME = re.compile(r"T(\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)")


def sniff(source: Source) -> bool:
    """Whether the file begins with an element that only Factiva's answers have."""
    return _SIGNS.search(source.head.replace(b"\x00", b"")) is not None


def read(source: Source) -> Found:
    """The articles of the answer; those without any text are named in `refused`."""
    root = safe_xml.parse(source, source.content)
    elements = [element for element in root.iter() if _name(element) == "article"]
    articles, refused = sorted_out(source, map(_article, elements))
    if not articles and not refused:
        raise source.refusal("is a Factiva file without an article")
    announced = _announced(root)
    warnings: list[str] = []
    if announced not in (None, len(elements)):
        warnings.append(f"the file announces {announced:,} articles and holds {len(elements):,}")
    return Found(articles, announced, warnings, refused)


def _announced(root: _Element) -> int | None:
    counts = [
        int(count)
        for element in root.iter()
        if _name(element).lower() == "ppsarticleresultset"
        and (count := (element.get("count") or "").strip()).isdecimal()
        and len(count) < 10
    ]
    return sum(counts) if counts else None


def _article(element: _Element) -> FoundArticle:
    title = ""
    found: dict[str, list[str]] = {}
    body: list[str] = []
    for child in element:
        name = _name(child)
        if name == "headline":
            title = flat(child)
        elif name in _TEXT:
            body += [flat(paragraph) for paragraph in _paragraphs(child)]
        elif name and name not in _LEFT_OUT and (value := _value(child)):
            found.setdefault(_FIELDS.get(name, name), []).append(value)
    metadata = {name: "; ".join(dict.fromkeys(values)) for name, values in found.items()}
    return item(title, body, _refined(metadata))


def _refined(metadata: dict[str, str]) -> dict[str, str]:
    printed = metadata.get(fields.DATE, "")
    if printed:
        metadata[fields.DATE] = iso_date(printed)
        if time := _TIME.search(printed):
            metadata.setdefault(fields.TIME, time[1])
    if fields.AUTHOR in metadata:
        metadata[fields.AUTHOR] = without_by(metadata[fields.AUTHOR])
    return metadata


def _paragraphs(element: _Element) -> Iterator[_Element]:
    inner = [child for child in element.iter() if _name(child) == "paragraph"]
    return iter(inner or [element])


def _value(element: _Element) -> str:
    """What the element says: its words, after its code where it has one ("usa : United States")."""
    text, code = flat(element), element.get("code") or ""
    return f"{code} : {text}" if code and text else text or code


def _name(element: _Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
