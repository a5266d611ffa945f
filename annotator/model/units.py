"""Which units of an article are put before a coder, and how people name one."""

from __future__ import annotations

from annotator.model.article import Article
from annotator.model.codebook import Codebook, Level
from annotator.model.questionnaire import is_put_before_coder


def units_of(codebook: Codebook, article: Article) -> tuple[int, ...]:
    """Numbers of the paragraphs put before a coder; then 0 where the whole article is asked of."""
    numbers = (p.number for p in article.paragraphs if is_put_before_coder(codebook, p.kind))
    whole = (0,) if codebook.at(Level.ARTICLE) else ()
    return (*numbers, *whole)


def split_place(typed: str) -> tuple[str, int | None]:
    """An article (its number or name) and a paragraph, as typed: `3`, `3 12`, `3:12`, `a b 4`."""
    name, _, last = typed.strip().replace(":", " ").rpartition(" ")
    if name and last.isascii() and last.isdecimal():
        return name.strip(), int(last)
    return typed.strip(), None
