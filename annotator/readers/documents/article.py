"""One article out of a document that people wrote: its lines, and its properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.model.article import Kind
from annotator.readers import fields
from annotator.readers.documents.lines import Line, blocks, unwrapped
from annotator.readers.documents.properties import told
from annotator.readers.found import Block, FoundArticle, of_blocks
from annotator.readers.kinds.shape import ends_sentence
from annotator.readers.paragraphs import WHITE
from annotator.readers.source import Source

_HEAD = 5
_ABOVE = 12  # lines: in a printed web page its menu stands above the title
_FEWEST_WORDS = 2
_SITE = re.compile(r"\s[-–—|:·•]\s|$")  # what parts a page's title from the name of the site
_SAME = "the file's properties give it as the title"
_LONGEST_TITLE = 200


def article_of(
    source: Source, lines: Iterable[Line], properties: Mapping[str, str], what: str
) -> FoundArticle:
    """The article; `ReaderError` if nothing in the document shows. `what` names it for messages.

    A title that stands above the text goes before that of the properties.
    """
    found = [block for block in blocks(unwrapped(list(lines))) if block.text.strip(WHITE)]
    if not found:
        raise source.refusal(f"is {what} without text")
    metadata = told(properties, "\n\n".join(block.text for block in found))
    place = _place_of_title(found, metadata.get(fields.TITLE, ""))
    if place is not None:
        metadata[fields.TITLE] = " ".join(found[place].text.split())
        found[place] = Block(found[place].text, Kind.HEADLINE, found[place].reason or _SAME)
    elif _begins_with_title(found):
        metadata.pop(fields.TITLE, None)
    article = of_blocks(found)
    return replace(article, fields=metadata, lines_may_wrap=True)


def _place_of_title(found: Sequence[Block], title: str) -> int | None:
    """Where the title of the properties stands above the text, with or without the site's name."""
    for place, block in enumerate(found[:_ABOVE]):
        text = " ".join(block.text.split())
        if len(text.split()) < _FEWEST_WORDS or not title.startswith(text):
            continue
        if _SITE.match(title, len(text)):
            return place
    return None


def _begins_with_title(found: Sequence[Block]) -> bool:
    if any(block.kind is Kind.HEADLINE for block in found[:_HEAD]):
        return True
    first = found[0].text.strip(WHITE)
    return len(first) <= _LONGEST_TITLE and not ends_sentence(first)


def notes_warning(count: int) -> list[str]:
    """What is said of footnotes and endnotes, which are no paragraphs of the article."""
    if not count:
        return []
    return [f"{count:,} {'footnotes' if count > 1 else 'footnote'} left out"]
