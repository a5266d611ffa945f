"""The lines above the labels of a LexisNexis text: newspaper, date, edition, headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.readers.dates import iso_date
from annotator.readers.news import values, wrapped
from annotator.readers.news.nexis_item import Labelled, Plain

_ADDRESS = re.compile(r"https?://\S+")
_INDENT = 4
"""Centred lines begin with more spaces than any paragraph."""

Lines = Sequence[str]
Part = Plain | Labelled


def header(blocks: Sequence[Lines]) -> Iterator[Part]:
    """Newspaper, date and edition, headline: what is not centred is the headline."""
    any_centred = any(is_centred(block[0]) for block in blocks)
    headlines = sources = dates = 0
    for block in blocks:
        text = wrapped.joined(block)
        if _ADDRESS.fullmatch(text):
            yield Labelled("URL", [text])
        elif not any_centred or values.is_copyright(text):
            yield Plain([text])
        elif is_centred(block[0]) or (not dates and _is_date(text)):
            sources += 1
            is_dated = _is_date(block[0])
            dates += is_dated
            if sources == 1 or is_dated:
                yield Plain([text])
            else:
                yield Labelled("EDITION" if dates else "NOTE", [text])
        else:
            headlines += 1
            yield Plain([text], large=True) if headlines == 1 else Labelled("HIGHLIGHT", [text])


def is_centred(line: str) -> bool:
    """Whether the line stands in the middle of the page, and not at its left."""
    return line[:_INDENT].isspace() or line.startswith("\t")


def _is_date(text: str) -> bool:
    return len(iso_date(text)) >= 7 and len(text) < 60
