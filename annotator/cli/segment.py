"""`annotator segment`: the paragraphs of an article, cut otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from annotator.cli.article_named import article_named
from annotator.cli.context import open_study, show
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.model.article import Article

_RANGE = re.compile(r"(\d+)\s*-\s*(\d+)")


@click.command()
@click.argument("article")
@click.option("--join", metavar="FIRST-LAST", help="Make one of these paragraphs, such as 3-4.")
@click.option("--split", type=int, metavar="N", help="Make two of this paragraph.")
@click.option(
    "--before", metavar="WORDS", help="With --split: the words the second one begins with."
)
@click.pass_context
def command(
    context: click.Context, article: str, join: str | None, split: int | None, before: str | None
) -> None:
    """Cut an article's paragraphs otherwise, while nobody has coded it.

    ARTICLE is a name, a title or an id. Once any coder worked on the article its paragraphs stay as
    they are, since codings belong to them. The text itself is never changed.
    """
    with open_study(context) as study:
        found = study.article(article_named(study, article))
        new = _recut(found, join, split, before)
        study.replace_article(found.id, new)
    show(f"{found.name}: {len(found.paragraphs)} -> {len(new.paragraphs)} paragraphs")


def _recut(article: Article, join: str | None, split: int | None, before: str | None) -> Article:
    from annotator.readers import recut

    if join is not None and split is None:
        return recut.merged(article, *_range(join))
    if join is not None or split is None:
        raise UsageError("Say either --join FIRST-LAST or --split N --before WORDS.")
    if not before:
        raise UsageError(
            "Say where, too.", hint=f'`--split {split} --before "words of the second one"`'
        )
    return recut.split(article, split, _place(article, split, before))


def _range(text: str) -> tuple[int, int]:
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        raise UsageError(f'"{text}" is no range of paragraphs.', hint="For example: --join 3-4")
    return int(found[1]), int(found[2])


def _place(article: Article, number: int, words: str) -> int:
    """Where in the paragraph the words are; `UsageError` unless they are there once."""
    if not 1 <= number <= len(article.paragraphs):
        raise UsageError(f"{article.name} has {len(article.paragraphs)} paragraphs.")
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    places = [match.start() for match in pattern.finditer(article.paragraph_text(number))]
    if len(places) != 1:
        how_often = f"{len(places)} times in" if places else "not in"
        raise UsageError(
            f'"{words}" is {how_often} paragraph {number}.',
            hint="Give the words that the second paragraph is to begin with, as far as they are "
            "in the paragraph once.",
        )
    return places[0]
