"""Nexis Uni and Lexis+ exports as Word or RTF document, or saved as text.

One file holds one article or many. Every article ends with a line "End of Document"; before its
text stands a line "Body". A cover page with a list of what was downloaded may come first. Nothing
but words tells the parts apart. Structure: research/formats.md, LexisNexisTools,
tm.plugin.lexisnexis.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from annotator.readers import source as view
from annotator.readers.found import Found
from annotator.readers.news import nexis_cover, nexis_words
from annotator.readers.news.item import sorted_out
from annotator.readers.news.nexis_document import has_body, parts_of
from annotator.readers.news.nexis_item import item_of
from annotator.readers.news.nexis_label import label_of
from annotator.readers.news.rows import Row, encoding, may_hold, rows
from annotator.readers.source import Source

NAME = "nexis"
TITLE = "Nexis Uni, Lexis+ (Word, RTF, text)"
ENDINGS: tuple[str, ...] = (".docx", ".rtf", ".txt")

_SHORT = 200


def sniff(source: Source) -> bool:
    """Whether the document has the lines by which Nexis sets articles apart, or its cover page."""
    document = source.or_none(rows) if may_hold(source, partial(_has_end, source)) else None
    if not document:
        return False
    if nexis_cover.is_cover(document):
        return True
    if has_body(document):
        return any(nexis_words.is_end(row.text) or _is_of_nexis(row) for row in document)
    text = " ".join(row.text for row in document if row.text)
    return len(text) < _SHORT and nexis_words.names_itself(text)


def _has_end(source: Source, text: str) -> bool:
    return source.once(view.mentions_documents) and nexis_words.has_end(text)


def read(source: Source) -> Found:
    """The articles; documents without text are named in `refused`."""
    document = source.once(rows)
    parts = _documents(document)
    found = (item_of(parts_of(part)) for part in parts)
    articles, refused = sorted_out(source, found, unit="document")
    if not articles:
        raise source.refusal(_without_article(document))
    warnings = nexis_cover.missing(document, [*articles], len(refused))
    if not nexis_words.is_end(_last(parts[-1])):
        warnings.append('the last article has no "End of Document": the file may be cut off')
    decoded = encoding(source)
    return Found(
        articles, nexis_cover.announced(document), warnings, refused,
        encoding=decoded.encoding, encoding_reason=decoded.reason,
    )  # fmt: skip


def _without_article(document: Sequence[Row]) -> str:
    if nexis_cover.is_cover(document):
        return "is a Nexis document without an article: a list of what was downloaded"
    return "is a Nexis document without an article"


def _is_of_nexis(row: Row) -> bool:
    label = label_of(row)
    return label is not None and label.is_spaced


def _documents(document: Sequence[Row]) -> list[list[Row]]:
    """The rows of each document, with the line that ends it."""
    found: list[list[Row]] = [[]]
    for row in document:
        found[-1].append(row)
        if nexis_words.is_end(row.text):
            found.append([])
    if len(found) > 1 and not has_body(found[-1]):
        found.pop()
    return found


def _last(document: Sequence[Row]) -> str:
    return next((row.text for row in reversed(document) if row.text), "")
