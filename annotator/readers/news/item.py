"""What the readers of news databases make of one item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from annotator.model.article import Kind
from annotator.model.problem import Problem
from annotator.readers import fields
from annotator.readers.found import Block, FoundArticle, of_blocks
from annotator.readers.source import Source

_BY = re.compile(r"(?:by|von|par|por|door)\b[:\s\u00a0]+(?=[^\W\d_])", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+|\d+")


def item(
    title: str,
    body: Iterable[str | Block],
    metadata: Mapping[str, str],
    standfirst: Iterable[str] = (),
) -> FoundArticle:
    """The article: its title, what the file sets between title and text, the text.

    Fields without a value are left out. Kinds of body paragraphs are left to be proposed: databases
    keep captions and notices in them.
    """
    blocks = [Block(title, Kind.HEADLINE, "the file calls it the title")]
    blocks += [Block(text, Kind.STANDFIRST, "the file sets it apart") for text in standfirst]
    blocks += [block if isinstance(block, Block) else Block(block) for block in body]
    known = {name: value for name, value in metadata.items() if value}
    return of_blocks(blocks, {fields.TITLE: title, **known} if title else known)


def sorted_out(
    source: Source, found: Iterable[FoundArticle]
) -> tuple[list[FoundArticle], list[Problem]]:
    """The articles that have a text, and what is said of those that have a title at best."""
    articles: list[FoundArticle] = []
    refused: list[Problem] = []
    for number, article in enumerate(found, 1):
        if article.has_text:
            articles.append(article)
        else:
            refused.append(Problem(_without_text(number, article), where=str(source.path)))
    return articles, refused


def _without_text(number: int, article: FoundArticle) -> str:
    title = article.fields.get(fields.TITLE, "")
    return f"article {number:,}" + (f', "{title}",' if title else "") + " has no text"


def without_by(byline: str) -> str:
    """The names in a byline, without its "By"; "von Hagen" is a name, "Von Eva Hagen" a byline."""
    byline = " ".join(byline.split())
    match = _BY.match(byline)
    return byline[match.end() :] if match and byline[0].isupper() else byline


def number_of_words(text: str) -> str:
    """The number in "1,285 words" or "2 029 Wörter", as figures; "" where there is none."""
    found = _NUMBER.search(text)
    return re.sub(r"\D", "", found[0]) if found else ""
