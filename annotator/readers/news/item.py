"""What the readers of news databases make of one item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from annotator.model.article import Kind
from annotator.model.problem import Problem
from annotator.readers import fields
from annotator.readers.found import Block, FoundArticle, of_blocks
from annotator.readers.kinds.shape import is_name_like
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
    source: Source,
    found: Iterable[FoundArticle],
    *,
    unit: str = "article",
    why: str = "has no text",
    lines: Sequence[int] = (),
) -> tuple[list[FoundArticle], list[Problem]]:
    """The articles that have a text, and what is said of those that have a title at best.

    `unit` is what the database calls an article, `why` completes "article 3, "Its title", ...", and
    `lines` are those at which the articles begin, where they can be told.
    """
    articles: list[FoundArticle] = []
    refused: list[Problem] = []
    for number, article in enumerate(found, 1):
        if article.has_text:
            articles.append(article)
            continue
        line = lines[number - 1] if lines else 0
        message = f"{_named(unit, number, article)} {why}"
        refused.append(Problem(message, where=str(source.path), line=line))
    return articles, refused


def _named(unit: str, number: int, article: FoundArticle) -> str:
    title = article.fields.get(fields.TITLE, "")
    return f"{unit} {number:,}" + (f', "{title}",' if title else "")


def without_by(byline: str) -> str:
    """The names in a byline, without its "By"; "von Hagen" is a name, "Von Eva Hagen" a byline."""
    byline = " ".join(byline.split())
    match = _BY.match(byline)
    return byline[match.end() :] if match and byline[0].isupper() else byline


def is_byline(line: str) -> bool:
    """Whether a line begins with "By", or is nothing but names that commas part."""
    names = [name.strip() for name in line.split(",")]
    return without_by(line) != " ".join(line.split()) or all(map(is_name_like, names))


def number_of_words(text: str) -> str:
    """The number in "1,285 words" or "2 029 Wörter", as figures; "" where there is none."""
    found = _NUMBER.search(text)
    return re.sub(r"\D", "", found[0]) if found else ""
