"""Plain text: one article in a file, paragraphs set apart by blank lines."""

from __future__ import annotations

from annotator.readers import source as view
from annotator.readers.found import Found, FoundArticle
from annotator.readers.head_lines import with_head_apart
from annotator.readers.paragraphs import cut
from annotator.readers.signatures import looks_like_no_text
from annotator.readers.source import Source

NAME = "text"
TITLE = "plain text"
ENDINGS: tuple[str, ...] = (".txt", ".text", "")


def sniff(source: Source) -> bool:
    """Whether the file calls itself plain text; what it holds is seen when it is decoded."""
    return source.ending in ENDINGS and not looks_like_no_text(source.head)


def read(source: Source) -> Found:
    """The article in the file."""
    decoded = source.once(view.text)
    cuts = with_head_apart(decoded.text, cut(decoded.text))
    article = FoundArticle(decoded.text, cuts, lines_may_wrap=True)
    return Found([article], encoding=decoded.encoding, encoding_reason=decoded.reason)
