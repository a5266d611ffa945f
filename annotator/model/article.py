"""Articles and their paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a paragraph is. Proposed when an article is added, corrected by people."""

    BODY = "body"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    CAPTION = "caption"
    PULL_QUOTE = "pull_quote"
    AUTHOR_BIO = "author_bio"
    BOILERPLATE = "boilerplate"


CODABLE_KINDS = (Kind.BODY, Kind.HEADLINE, Kind.STANDFIRST)
"""Kinds that are put before a coder unless the codebook says otherwise."""


class Paragraph(NamedTuple):
    """A coding unit: a range of its article's text, cut once and then frozen.

    `number` counts from 1. `start` and `end` are Unicode code points, 0-based, end-exclusive.
    `reason` says in words why the program proposed the kind.
    """

    number: int
    start: int
    end: int
    kind: Kind = Kind.BODY
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A document: immutable text (LF line ends, no byte-order mark) with its metadata.

    `id` is derived from text and segmentation, so that the same article added twice is one
    article; `name` is what people call it (the file name without its ending). `sha256` is that of
    the original bytes, `encoding` the one they were read with.
    """

    id: str
    name: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    author: str = ""
    source: str = ""
    date: str = ""
    url: str = ""
    sha256: str = ""
    encoding: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)

    def paragraph(self, number: int) -> Paragraph:
        """The paragraph with that number (from 1)."""
        return self.paragraphs[number - 1]

    def paragraph_text(self, number: int) -> str:
        """The text of the paragraph with that number (from 1)."""
        paragraph = self.paragraphs[number - 1]
        return self.text[paragraph.start : paragraph.end]


@dataclass(frozen=True, slots=True)
class ArticleHeader:
    """What a list of articles shows. `position` counts from 1 in the order of adding."""

    id: str
    position: int
    name: str
    title: str
    author: str
    source: str
    date: str
    url: str
    n_paragraphs: int
    n_codable: int
