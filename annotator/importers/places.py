"""Finds articles and paragraphs by what people call them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath
from unicodedata import normalize

from annotator.model.article import ArticleHeader

_WHOLE_NUMBER = re.compile(r"(\d{1,6})(?:\.0+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell cannot be taken, and what to write instead."""

    message: str
    hint: str = ""


class Places:
    """The articles of a study, by id, by name, by title, by name with a file's ending."""

    def __init__(self, headers: Sequence[ArticleHeader]) -> None:
        self._ids = {header.id: header for header in headers}
        self._names = _by(headers, "name")
        self._titles = _by(headers, "title")

    def by_id(self, article: str) -> ArticleHeader | Fault:
        """The article with that id."""
        found = self._ids.get(article)
        if found is not None:
            return found
        return Fault(
            f'no article has the id "{article}": its text or its paragraphs are others here',
            "to match by name all the same, add --map article_id=",
        )

    def named(self, name: str) -> ArticleHeader | Fault:
        """The one article that is called so."""
        if name in self._ids:
            return self._ids[name]
        for known in (self._names, self._titles):
            for spelling in (name, PurePath(name).stem):
                found = known.get(normalize("NFC", spelling), [])
                if len(found) > 1:
                    return Fault(f'{len(found)} articles are called "{name}"', "use their ids")
                if found:
                    return found[0]
        near = get_close_matches(name, [*self._names, *self._titles], n=1)
        return Fault(f'there is no article "{name}"', f'did you mean "{near[0]}"?' if near else "")


def _by(headers: Sequence[ArticleHeader], attribute: str) -> dict[str, list[ArticleHeader]]:
    found: defaultdict[str, list[ArticleHeader]] = defaultdict(list)
    for header in headers:
        if name := getattr(header, attribute):
            # a name that a Mac gave to a file has u and two dots for ü
            found[normalize("NFC", name)].append(header)
    return dict(found)


def paragraph_number(header: ArticleHeader, cell: str) -> int | Fault:
    """The number of a paragraph of the article; 0 stands for the article as a whole."""
    number = whole_number(cell)
    if number is None:
        return Fault(f'"{cell}" is no number of a paragraph', "0 stands for the whole article")
    if number > header.n_paragraphs:
        return Fault(f'"{header.name}" has {header.n_paragraphs} paragraphs, none with {number}')
    return number


def whole_number(cell: str) -> int | None:
    """A whole number up to six digits, also as 5.0, which is how some programs write 5."""
    match = _WHOLE_NUMBER.fullmatch(cell.strip())
    return int(match[1]) if match else None
