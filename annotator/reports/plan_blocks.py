"""What there is to give out: the articles or paragraphs of a study as blocks of a plan. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from annotator.model.article import Article
from annotator.model.codebook import Codebook
from annotator.model.team import WHOLE_ARTICLE, AssignmentRow
from annotator.model.units import units_of
from annotator.reports.plan import Block

NOT_GIVEN = "(none)"
"""The stratum of articles that lack the field."""

_OF_ARTICLE = ("source", "author", "date", "title")
_PERIODS = {"year": 4, "month": 7}  # digits of a date like 2019-02-28


def blocks(
    codebook: Codebook, articles: Iterable[Article], *, by_paragraph: bool, strata: Sequence[str]
) -> Iterator[Block]:
    """Every block in the order of the study: articles, or the paragraphs put before coders."""
    place = 0
    for article in articles:
        units = units_of(codebook, article)
        stratum = " / ".join(value_of(article, field) for field in strata)
        words = {n: len(article.paragraph_text(n).split()) for n in units if n}
        if by_paragraph:
            for number, count in words.items():
                yield Block(article.id, number, 1, count, stratum, place)
                place += 1
        elif units:
            total = sum(words.values())
            yield Block(article.id, WHOLE_ARTICLE, len(units), total, stratum, place)
            place += 1


def value_of(article: Article, field: str) -> str:
    """What an article says in a field: source, year, month, or any other of its metadata."""
    if field in _PERIODS:
        value = article.date[: _PERIODS[field]]
    elif field in _OF_ARTICLE:
        value = getattr(article, field)
    else:
        value = article.metadata.get(field, "")
    return value or NOT_GIVEN


def fields_of(articles: Iterable[Article]) -> list[str]:
    """Every field that strata can be made of in these articles."""
    found = dict.fromkeys((*_OF_ARTICLE, *_PERIODS))
    for article in articles:
        found.update(dict.fromkeys(article.metadata))
    return list(found)


def not_given_yet(found: Iterable[Block], given: Iterable[AssignmentRow]) -> list[Block]:
    """The blocks of which nobody was given anything."""
    taken: dict[str, set[int]] = {}
    for row in given:
        taken.setdefault(row.article, set()).add(row.paragraph)
    return [block for block in found if not _overlaps(block, taken.get(block.article, set()))]


def _overlaps(block: Block, taken: set[int]) -> bool:
    if block.paragraph == WHOLE_ARTICLE:
        return bool(taken)
    return WHOLE_ARTICLE in taken or block.paragraph in taken


def finished_blocks(
    found: Sequence[Block],
    units: Mapping[str, Sequence[int]],
    done: Mapping[str, Collection[tuple[str, int]]],
) -> dict[str, list[Block]]:
    """By coder, the blocks of which they finished everything.

    `units` are those of each article that are put before coders, `done` the units of each coder.
    """

    def needed(block: Block) -> Iterator[tuple[str, int]]:
        numbers = units[block.article] if block.paragraph == WHOLE_ARTICLE else [block.paragraph]
        return ((block.article, number) for number in numbers)

    return {
        coder: [block for block in found if all(unit in own for unit in needed(block))]
        for coder, own in done.items()
    }
