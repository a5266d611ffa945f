"""JSON Lines, and JSON files with a list of articles: one article per object."""

from __future__ import annotations

from annotator.readers import source as view
from annotator.readers.found import Found
from annotator.readers.signatures import looks_like_no_text
from annotator.readers.source import Source
from annotator.readers.tables.json_objects import is_json, sheet_of_objects
from annotator.readers.tables.rows import articles

NAME = "jsonl"
TITLE = "JSON Lines or JSON, one article per object"
ENDINGS: tuple[str, ...] = (".jsonl", ".ndjson", ".json")


def sniff(source: Source) -> bool:
    """Whether the file calls itself JSON, or begins with a JSON object."""
    if looks_like_no_text(source.head):
        return False
    return source.ending in ENDINGS or is_json(source)


def read(source: Source) -> Found:
    """The articles in the file; lines that are no JSON object are refused by number."""
    decoded = source.once(view.text)
    found = articles(source, source.once(sheet_of_objects))
    return Found(
        found.articles, warnings=found.warnings, refused=found.refused,
        encoding=decoded.encoding, encoding_reason=decoded.reason,
    )  # fmt: skip
