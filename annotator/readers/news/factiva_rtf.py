"""Factiva exports as RTF (or saved from it as Word document or text), with indexing or without.

Every article ends with a line "Document" and its number, after which a page begins; with indexing
each line, or each row of a table, begins with a code of two or three letters. A list of headlines
may come first, a "Search Summary" comes last. Structure: research/formats.md and public parsers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.readers.found import Found, FoundArticle
from annotator.readers.news.factiva_header import is_word_count
from annotator.readers.news.factiva_lines import coded, codes_in, uncoded
from annotator.readers.news.item import sorted_out
from annotator.readers.news.rows import Row, encoding, may_hold, rows
from annotator.readers.source import Source

NAME = "factiva-rtf"
TITLE = "Factiva (RTF, Word, text)"
ENDINGS: tuple[str, ...] = (".rtf", ".docx", ".txt")

_ID = r"(?P<id>[A-Za-z_][A-Za-z0-9_]{1,11}(?:19|20)\d{6}[0-9a-z]{5,14})"
_END = re.compile(rf"(?:AN[\s|]+)?[^\W\d_]+[\s:]+{_ID}\|?")
_NUMBER = re.compile(r"(?:19|20)\d{6}[0-9a-z]{5}")
"""What every number of an article has: its date, and more."""
_FOOTER = re.compile(r"Page \d+ of \d+.*|©? ?\d{4} Factiva, Inc\..*", re.IGNORECASE)
_FEWEST_CODES = 3


def sniff(source: Source) -> bool:
    """Whether lines end articles with a number as Factiva has it, after codes or words counted."""
    document = source.or_none(rows) if may_hold(source, _has_number) else None
    if not document or not any(_END.fullmatch(row.text) for row in document):
        return False
    return any(is_word_count(row.text) for row in document) or _is_coded(document)


def _has_number(text: str) -> bool:
    """Whether a number as articles have it is in the text; most years are in none."""
    for century in ("19", "20"):
        at = text.find(century) if century[0] in text else -1
        while at >= 0:
            if _NUMBER.match(text, at):
                return True
            at = text.find(century, at + 1)
    return False


def read(source: Source) -> Found:
    """The articles; documents without text are named in `refused`."""
    parts = _documents(source.once(rows))
    articles, refused = sorted_out(source, (_article(*part) for part in parts))
    if not articles:
        raise source.refusal("is a Factiva document without an article")
    is_cut_off = not parts[-1][1]
    warning = 'the last article has no line "Document" at its end: the file may be cut off'
    decoded = encoding(source)
    return Found(
        articles, None, [warning] if is_cut_off else [], refused,
        encoding=decoded.encoding, encoding_reason=decoded.reason,
    )  # fmt: skip


def _article(document: Sequence[Row], identifier: str) -> FoundArticle:
    return (coded if _is_coded(document) else uncoded)(document, identifier)


def _is_coded(document: Sequence[Row]) -> bool:
    return len(codes_in(document)) >= _FEWEST_CODES


def _documents(document: Sequence[Row]) -> list[tuple[list[Row], str]]:
    """The rows of each article and its number; what follows the last one is no article."""
    found: list[tuple[list[Row], str]] = []
    lines: list[Row] = []
    for row in document:
        if end := _END.fullmatch(row.text):
            found.append((lines, end["id"]))
            lines = []
        elif not _FOOTER.fullmatch(row.text):
            lines.append(row)
    if _is_coded(lines) or any(is_word_count(row.text) for row in lines):
        found.append((lines, ""))
    return found
