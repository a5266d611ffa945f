"""Markdown: as plain text, but headings stand alone and front matter is metadata.

No mark-up is taken away: what a coder reads and what is exported is what the author wrote.
"""

from __future__ import annotations

import re

from annotator.readers import fields
from annotator.readers import source as view
from annotator.readers.dates import iso_date
from annotator.readers.found import Found, FoundArticle
from annotator.readers.frontmatter import front_matter
from annotator.readers.paragraphs import Cut, cut, trimmed
from annotator.readers.signatures import looks_like_no_text
from annotator.readers.source import Source

NAME = "markdown"
TITLE = "Markdown"
ENDINGS: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")

_HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t\n]|$)[^\n]*", re.MULTILINE)
_SOURCE_NAMES = ("source", "publication", "newspaper", "outlet", "publisher")


def sniff(source: Source) -> bool:
    """Whether the file calls itself Markdown: its content looks like any text."""
    return source.ending in ENDINGS and not looks_like_no_text(source.head)


def read(source: Source) -> Found:
    """The article in the file, with the metadata of its front matter."""
    decoded = source.once(view.text)
    matter = front_matter(decoded.text)
    cuts = [
        (start + matter.end, end + matter.end)
        for start, end in cut_headings(decoded.text[matter.end :])
    ]
    article = FoundArticle(decoded.text, cuts, _fields(matter.fields), lines_may_wrap=True)
    return Found([article], encoding=decoded.encoding, encoding_reason=decoded.reason)


def cut_headings(text: str) -> list[Cut]:
    """The paragraphs of `text`, a heading with `#` being one of its own."""
    cuts: list[Cut] = []
    for start, end in cut(text):
        rest = start
        for heading in _HEADING.finditer(text, start, end) if "#" in text[start:end] else ():
            if not _at_line_start(text, heading.start(), start):
                continue
            cuts += trimmed(text, rest, heading.start())
            cuts += trimmed(text, heading.start(), heading.end())
            rest = heading.end()
        cuts += trimmed(text, rest, end)
    return cuts


def _at_line_start(text: str, at: int, start: int) -> bool:
    return at == start or text[at - 1] == "\n"


def _fields(matter: dict[str, str]) -> dict[str, str]:
    """The front matter under the names that an article has."""
    found = {key: value for key, value in matter.items() if key not in _SOURCE_NAMES}
    source = next((matter[name] for name in _SOURCE_NAMES if name in matter), "")
    if source:
        found[fields.SOURCE] = source
    if written := found.pop(fields.DATE, ""):
        date = iso_date(written)
        found[fields.DATE if date else fields.DATE_AS_WRITTEN] = date or written
    return found
