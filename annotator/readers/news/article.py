"""An article of a news database: its title, a standfirst that stands apart, and its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from annotator.model.article import Kind
from annotator.readers import fields as names
from annotator.readers.found import Block, FoundArticle, of_blocks

_TITLE = "the file calls it the title"


def article(
    fields: Mapping[str, str],
    body: Iterable[str],
    *,
    standfirst: Iterable[str] = (),
    standfirst_reason: str = "the file sets it apart above the article",
) -> FoundArticle:
    """The article with these fields and paragraphs; its title is among the fields.

    Kinds of body paragraphs are left to be proposed: databases keep captions and notices in them.
    """
    kept = {name: value for name, value in fields.items() if value}
    blocks = _blocks(kept.get(names.TITLE, ""), body, standfirst, standfirst_reason)
    return of_blocks(blocks, kept)


def _blocks(
    title: str, body: Iterable[str], standfirst: Iterable[str], reason: str
) -> Iterator[Block]:
    yield Block(title, Kind.HEADLINE, _TITLE)
    for text in standfirst:
        yield Block(text, Kind.STANDFIRST, reason)
    for text in body:
        yield Block(text)
