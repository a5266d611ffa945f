"""What a person may say about files that are to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Segmentation(StrEnum):
    """What becomes a paragraph."""

    PARAGRAPH = "paragraph"  # as the file sets paragraphs apart; in plain text by blank lines
    LINE = "line"
    SENTENCE = "sentence"
    ARTICLE = "article"  # the whole text


@dataclass(frozen=True, slots=True)
class Options:
    """How to read; every field overrules what the file looks like.

    `format` and `encoding` are names ("": find out). `join_lines` makes one line of all lines of
    a paragraph (None: where text is seen to be hard-wrapped). `columns` names the columns of a
    table: field -> heading ("text", "title", ...). `sheet` is the name or number (from 1) of the
    sheet of a workbook.
    """

    format: str = ""
    encoding: str = ""
    segmentation: Segmentation = Segmentation.PARAGRAPH
    join_lines: bool | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""


AS_FOUND = Options()
