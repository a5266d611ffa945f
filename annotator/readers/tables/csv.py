"""Delimited text (CSV, TSV) with one article per row."""

from __future__ import annotations

from annotator.model.problem import Problem
from annotator.readers import source as view
from annotator.readers.found import Found
from annotator.readers.signatures import looks_like_no_text
from annotator.readers.source import Source
from annotator.readers.tables.columns import recognised
from annotator.readers.tables.headings import TEXT
from annotator.readers.tables.rows import articles
from annotator.tables.sheet import Sheet, sheet_of_text

NAME = "csv"
TITLE = "table of articles (CSV, TSV)"
ENDINGS: tuple[str, ...] = (".csv", ".tsv", ".tab")

_TAB = (".tsv", ".tab")
_NOT_CLOSED = "the quotes do not close"


def sniff(source: Source) -> bool:
    """Whether the file calls itself a table, or its first line names a text and more columns."""
    if looks_like_no_text(source.head):
        return False
    if source.ending in ENDINGS:
        return True
    return source.ending == ".txt" and _has_header(source)


def _has_header(source: Source) -> bool:
    first = source.head.split(b"\n", 1)[0]
    if not any(delimiter in first for delimiter in (b"\t", b";", b",", b"|")):
        return False
    headings = sheet_of_text(first.decode("utf-8-sig", "replace"), "").columns
    known = recognised(headings)
    return TEXT in known and len(known) > 1 and len(known) > len(headings) / 2


def sheet(source: Source) -> Sheet:
    """The table; use with `source.once`. `ReaderError` if the file is no text or no table."""
    decoded = source.once(view.text)
    delimiter = "\t" if source.ending in _TAB and "\t" in decoded.text[:10_000] else ""
    found = sheet_of_text(decoded.text, str(source.path), delimiter=delimiter)
    if _is_broken(found) and '\\"' in decoded.text:  # R and MySQL write quotes within cells so
        found = sheet_of_text(decoded.text, str(source.path), delimiter=delimiter, escape="\\")
    broken = _is_broken(found)
    if broken or not found.columns:
        # What follows an open quote is anybody's guess: nothing of such a file is read.
        problem = (broken or found.problems)[0]
        raise source.refusal(problem.message, line=problem.line, hint=problem.hint)
    return found


def _is_broken(found: Sheet) -> list[Problem]:
    return [problem for problem in found.problems if _NOT_CLOSED in problem.message]


def read(source: Source) -> Found:
    """The articles in the table."""
    decoded = source.once(view.text)
    found = articles(source, source.once(sheet))
    return Found(
        found.articles, warnings=found.warnings, refused=found.refused,
        encoding=decoded.encoding, encoding_reason=decoded.reason,
    )  # fmt: skip
