"""The text in a RIS record: lines cut at some width, or the mark-up of a reference manager."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from annotator.readers.news import wrapped

_BREAKS = re.compile(r"</?(?:p|div|br|h[1-6]|li|ul|ol|blockquote|jats:p|jats:title)\b[^<>]{0,200}>",
                     re.IGNORECASE)  # fmt: skip
_MARKS = re.compile(r"</?(?:b|i|u|em|strong|span|sub|sup|a|jats:\w+|mark|font)\b[^<>]{0,400}>",
                    re.IGNORECASE)  # fmt: skip


def paragraphs(lines: Sequence[str]) -> list[str]:
    """The paragraphs of a value: empty lines, and tags of paragraphs, part them."""
    text = "\n".join(lines)
    if _BREAKS.search(text) or _MARKS.search(text):
        text = html.unescape(_MARKS.sub("", _BREAKS.sub("\n\n", text)))
    return wrapped.paragraphs(line.strip(" \t") for line in text.split("\n"))
