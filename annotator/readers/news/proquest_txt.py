"""ProQuest exports as plain text: records between lines of underscores.

A record is "Document 1 of 500" (sometimes), the title, and fields with labels ("Full text: ...") in
the language of the page. Each line of the full text is a paragraph. Structure: research/formats.md
and public parsers of such files.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.readers import fields
from annotator.readers import source as view
from annotator.readers.found import Found, FoundArticle
from annotator.readers.news.item import sorted_out
from annotator.readers.news.proquest_labels import FULL_TEXT, is_certain, meaning
from annotator.readers.news.proquest_lines import Parts, parts_of
from annotator.readers.news.proquest_record import record
from annotator.readers.source import Source

NAME = "proquest-txt"
TITLE = "ProQuest (plain text)"
ENDINGS: tuple[str, ...] = (".txt",)

_RULE = re.compile(r"_{20,}|\*{20,}|={20,}")
_RULES = ("_" * 20, "*" * 20, "=" * 20)
_ADDRESS = re.compile(r"https?://\S+")
_FEWEST_FIELDS = 3
_NAMED = 10
_MOST = 100_000

Lines = list[str]


def sniff(source: Source) -> bool:
    """Whether a line of underscores is followed by a record with fields that ProQuest has."""
    decoded = source.or_none(view.text)
    if decoded is None or not _has_rule(decoded.text):
        return False
    return any(_is_record(parts_of(lines)) for _, lines in _between_rules(decoded.text))


def _has_rule(text: str) -> bool:
    # to look for one character is fifty times quicker than to look for more
    return any(rule[0] in text and rule in text for rule in _RULES)


def read(source: Source) -> Found:
    """The articles; records without full text are named in `refused`."""
    decoded = source.once(view.text)
    parts = [(at, parts_of(lines)) for at, lines in _between_rules(decoded.text)]
    records = [(at, found) for at, found in parts if _is_record(found)]
    articles, refused = sorted_out(
        source, (_article(found) for _, found in records), unit="record",
        why="is left out: it comes without its full text", lines=[at for at, _ in records],
    )  # fmt: skip
    if not articles:
        raise source.refusal("is a ProQuest file without an article: no record in it has full text")
    announced, warnings = _announced([found for _, found in records])
    return Found(
        articles, announced, warnings, refused,
        encoding=decoded.encoding, encoding_reason=decoded.reason,
    )  # fmt: skip


def _article(parts: Parts) -> FoundArticle:
    more = {fields.URL if _ADDRESS.fullmatch(line) else "note": line for line in parts.unlabelled}
    return record(parts.title, parts.fields, more)


def _between_rules(text: str) -> list[tuple[int, Lines]]:
    """The lines between rules, with the number of the first."""
    parts: list[tuple[int, Lines]] = [(1, [])]
    for number, line in enumerate(text.split("\n"), 1):
        if _RULE.fullmatch(line.strip("\ufeff \t\xa0\f")):
            parts.append((number + 1, []))
        else:
            parts[-1][1].append(line)
    return parts


def _is_record(parts: Parts) -> bool:
    labels = [label for label, _ in parts.fields]
    return sum(map(is_certain, labels)) >= _FEWEST_FIELDS or FULL_TEXT in map(meaning, labels)


def _announced(records: Sequence[Parts]) -> tuple[int | None, list[str]]:
    """How many records the counters announce, and a warning that names those that are not there."""
    counters = [parts.counter for parts in records if parts.counter]
    if not counters:
        return None, []
    total = max(found.total for found in counters)
    there = {found.number for found in counters}
    gone = [number for number in range(1, min(total, _MOST) + 1) if number not in there]
    if not gone:
        return total, []
    named = ", ".join(map(str, gone[:_NAMED])) + (", ..." if len(gone) > _NAMED else "")
    return total, [f"{len(gone):,} of {total:,} documents are announced and not there: {named}"]
