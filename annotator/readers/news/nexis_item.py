"""The parts of a Nexis document, as its page sets them apart, made an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.readers import fields
from annotator.readers.documents.html_text import one_line
from annotator.readers.found import FoundArticle
from annotator.readers.kinds.shape import ends_statement
from annotator.readers.news import values
from annotator.readers.news.date_line import date_line
from annotator.readers.news.item import item, number_of_words, without_by
from annotator.readers.news.labels import HIGHLIGHT, field_of

_CORRECTED = re.compile(r"[\s;,]*Correction Appended[\s;,]*", re.IGNORECASE)
_CORRECTION = "Correction Appended"
_LONGEST_COPYRIGHT = 250
_OF_TEXT = ("body", "text")
"""Labels before the text itself."""
_HEADER = 6
"""Newspaper, copyright, date and headline are among the first blocks, in whatever order."""


class Plain(NamedTuple):
    """A block without a label; `large` where it is set in the size of headlines."""

    paragraphs: Sequence[str]
    large: bool = False


class Labelled(NamedTuple):
    """A block that begins with a label."""

    label: str
    paragraphs: Sequence[str]


@dataclass
class _Parts:
    """An article as far as its blocks have been read."""

    title: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    repeated: dict[str, list[str]] = field(default_factory=dict)
    standfirst: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    def add(self, name: str, value: str) -> None:
        """Keep the value if there is one; of a field that comes again, every other value, too."""
        if value and self.fields.setdefault(name, value) != value:
            self.repeated.setdefault(name, []).append(value)

    def all_fields(self) -> dict[str, str]:
        """The fields, all values of one joined."""
        more = {name: "; ".join([self.fields[name], *told]) for name, told in self.repeated.items()}
        return {**self.fields, **more}


def item_of(parts: Sequence[Plain | Labelled]) -> FoundArticle:
    """The article that the blocks of a document make, in their order on the page."""
    article = _Parts()
    headline = next((p for p in parts if isinstance(p, Plain) and p.large), None)
    for position, part in enumerate(parts):
        if isinstance(part, Labelled):
            _take_labelled(article, part)
        elif part is headline:
            article.title = one_line(" ".join(part.paragraphs))
        elif not _take_header(article, part, position, headline):
            article.body += part.paragraphs
    if headline is None and not article.body and ends_statement(article.title):
        article.title, article.body = "", [article.title]  # a document of one paragraph
    return item(article.title, article.body, article.all_fields(), article.standfirst)


def _take_labelled(article: _Parts, part: Labelled) -> None:
    name = field_of(part.label)
    value = one_line(" ".join(part.paragraphs))
    if name == HIGHLIGHT:
        article.standfirst += part.paragraphs
    elif name in _OF_TEXT:
        article.body += part.paragraphs
    elif name == fields.TITLE:
        article.title = article.title or value
    elif name == fields.AUTHOR:
        article.add(name, without_by(value))
    elif name == fields.WORDS:
        article.add(name, number_of_words(value) or value)
    elif name == fields.SECTION:
        section, page = values.place(value)
        article.add(name, section)
        article.add(fields.PAGE, page)
    elif name == fields.EDITION and _CORRECTED.fullmatch(value):
        article.add("note", _CORRECTION)
    else:
        article.add(name, value)


def _take_header(article: _Parts, part: Plain, position: int, headline: Plain | None) -> bool:
    """Whether the block was newspaper, date, headline or copyright, and has been taken as that."""
    text = one_line(" ".join(part.paragraphs))
    if len(text) <= _LONGEST_COPYRIGHT and values.is_copyright(text):
        article.add(fields.COPYRIGHT, text)
        return True
    if position >= _HEADER or article.body:
        return False
    if fields.SOURCE not in article.fields:
        article.fields[fields.SOURCE] = text
        return True
    if fields.DATE not in article.fields and _take_date(article, text):
        return True
    if headline is None and not article.title:
        article.title = text
        return True
    if headline is not None and not article.title:  # above it nothing is text
        article.add(fields.EDITION, text)
        return True
    return False


def _take_date(article: _Parts, text: str) -> bool:
    corrected = _CORRECTED.search(text)
    line = date_line(_CORRECTED.sub(" ", text))
    if line is None:
        return False
    article.fields[fields.DATE] = line.date
    for name, value in ((fields.TIME, line.time), (fields.EDITION, line.rest)):
        if value:
            article.fields[name] = value
    if corrected:
        article.fields["note"] = _CORRECTION
    return True
