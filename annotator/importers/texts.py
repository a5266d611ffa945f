"""Texts and names of other programs, made fit to be kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from annotator.entries.entry import Entry
from annotator.entries.flat import plain_codebook_of
from annotator.entries.ids import Ids
from annotator.errors import DataError
from annotator.importers.project import Cutter, Project
from annotator.model.article import Article, Kind
from annotator.model.problem import Problem

_UNSEEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
TWICE = "texts that are the same as another, word for word: one article"
MANY = {"select": "1..", "required": "false"}
"""Fields of a variable of which a coder may choose any number of codes, or none."""


def one_line(text: str) -> str:
    """A name or label: one line without control characters."""
    seen = (" " if unicodedata.category(c) in _UNSEEN else c for c in text)
    return " ".join("".join(seen).split())


def plain_text(text: str) -> str:
    """A description or memo: LF line ends, no other control characters than tabs."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        c for c in lines if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs")
    ).strip()


class Texts:
    """Puts texts into a project as articles; each name and each text is there once."""

    def __init__(self, project: Project, cut: Cutter) -> None:
        self._project, self._cut = project, cut
        self._names: set[str] = set()
        self._ids: set[str] = set()
        self._numbers: dict[str, int] = {}  # name -> the number to try first

    def add(self, name: str, text: str, fields: Mapping[str, str]) -> Article | None:
        """The article with this text (LF line ends); None, with a problem told, if it is none."""
        told = {key: one_line(value) for key, value in fields.items() if one_line(value)}
        name = self._free(one_line(name) or "text")
        if "\0" in text:
            self._refuse(name, "holds NUL characters")
            return None
        try:
            text.encode("utf-8")
            article = self._cut(name, text, told)
        except UnicodeEncodeError:
            self._refuse(name, "holds halves of characters (lone surrogates)")
            return None
        except DataError as error:
            self._refuse(name, str(error))
            return None
        if article.id in self._ids:
            self._project.notes[TWICE] += 1
        else:
            self._ids.add(article.id)
            self._names.add(article.name)
            self._project.articles.append(article)
        return article

    def _free(self, name: str) -> str:
        """Two texts may have one name; articles are found by theirs."""
        found, number = name, self._numbers.get(name, 2)
        while found in self._names:
            found, number = f"{name} ({number})", number + 1
        self._numbers[name] = number
        return found

    def _refuse(self, name: str, why: str) -> None:
        message = f'the text "{name}" is left out: {why}'
        self._project.problems.append(Problem(message, self._project.file))


def head(name: str, title: str = "") -> Entry:
    """The codebook itself: every kind of paragraph is coded, for that is what others do."""
    fields = {
        "codebook": Ids().variable(one_line(name)),
        "version": "1",
        "title": one_line(title) or one_line(name) or "codebook",
        "codable": "|".join(Kind),
    }
    return Entry(fields=fields)


def take_codebook(project: Project, entries: Iterable[Entry]) -> None:
    """The project's codebook from its entries. Raises CodingsError where there is no code."""
    found = list(entries)
    if not any(entry.variable for entry in found):
        raise no_codes(project.file)
    project.codebook = plain_codebook_of(found)


def no_texts(project: Project) -> DataError:
    """The error that a project holds nothing to code, with what it holds instead."""
    from annotator.errors import CodingsError

    lost = "; ".join(f"{what} ({n:,})" for what, n in project.lost.items())
    problem = Problem("holds no text to be coded", project.file, hint=lost)
    problems = [problem, *project.problems]
    return CodingsError(f"{project.file} cannot become a study.", problems)


def no_codes(file: str, but: str = "") -> DataError:
    """The error that nothing in a project was coded; `but`: what else it holds."""
    from annotator.errors import CodingsError

    hint = f"it holds {but}" if but else ""
    problem = Problem("holds no coding of a text", file, hint=hint)
    return CodingsError(f"{file} cannot be read.", [problem])
