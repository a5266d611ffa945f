"""Names that tell articles apart where files in several folders are called the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.add_report import ReadFile

if TYPE_CHECKING:
    from annotator.model.article import Article

_Naming = Callable[[Path, str], str]
_NAMINGS: tuple[_Naming, ...] = (
    lambda path, name: f"{path.parent.name}/{name}" if path.parent.name else name,
    lambda path, name: name + path.suffix,
    lambda path, name: f"{path.parent.as_posix()}/{name}{path.suffix}",
)
"""Folder, ending, or both: the first that tells all articles of a name apart is used."""


def with_names_apart(files: Sequence[ReadFile], in_study: Mapping[str, str]) -> list[ReadFile]:
    """The files, with longer names for articles that would be called like another one.

    `in_study` are the names that articles of the study have, by id. The same article twice is one.
    """
    named = _by_name(files)
    taken = defaultdict(set, {name: {id_} for id_, name in in_study.items()})
    names: dict[tuple[str, str], str] = {}
    for name, ids in named.items():
        new = {id_: path for id_, path in ids.items() if id_ not in in_study}
        if len(ids.keys() | taken[name]) > 1 and new:
            names |= _apart(name, new, {*in_study.values(), *(named.keys() - {name})})
    return [_renamed(file, names) for file in files] if names else list(files)


def _by_name(files: Iterable[ReadFile]) -> dict[str, dict[str, Path]]:
    """The file of each article, by the article's name and id."""
    named: dict[str, dict[str, Path]] = defaultdict(dict)
    for file in files:
        for article in file.reading.articles:
            named[article.name].setdefault(article.id, file.path)
    return named


def _apart(name: str, ids: Mapping[str, Path], taken: set[str]) -> dict[tuple[str, str], str]:
    """New names by name and id; none where no naming tells them apart."""
    for naming in _NAMINGS:
        found = {id_: naming(path, name) for id_, path in ids.items()}
        if len(set(found.values())) == len(found) and not taken & set(found.values()):
            return {(name, id_): longer for id_, longer in found.items()}
    return {}


def _renamed(file: ReadFile, names: Mapping[tuple[str, str], str]) -> ReadFile:
    articles = [_called(one, names.get((one.name, one.id))) for one in file.reading.articles]
    return file._replace(reading=replace(file.reading, articles=articles))


def _called(article: Article, name: str | None) -> Article:
    if name is None:
        return article
    title = name if article.title == article.name else article.title
    return replace(article, name=name, title=title)
