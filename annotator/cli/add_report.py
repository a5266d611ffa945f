"""What `annotator add` tells: which articles came in, what was made of them, what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.errors import ReaderError
from annotator.model.article import CODABLE_KINDS, Article
from annotator.model.problem import Problem
from annotator.readers import FileReading

if TYPE_CHECKING:
    from annotator.readers.duplicates import Duplicate

_EXCERPT = 40


class ReadFile(NamedTuple):
    """A file that could be read."""

    path: Path
    reading: FileReading


@dataclass
class AddReport:
    """What became of every file and article.

    `accepted` are the articles to store, after a person had looked at them, if one was asked to;
    `present` the ids that the study had before.
    """

    files: Sequence[ReadFile] = ()
    accepted: Sequence[Article] = ()
    refused: list[Problem] = field(default_factory=list)
    refused_files: list[Path] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    duplicates: Sequence[Duplicate] = ()
    duplicates_left_out: bool = False
    left_out: Sequence[Path] = ()
    codable: Collection[str] = CODABLE_KINDS
    present: Collection[str] = frozenset()

    def refuse(self, path: Path, error: ReaderError) -> None:
        """A file could not be read."""
        self.refused_files.append(path)
        self.refused.extend(error.problems)

    @property
    def articles(self) -> Iterator[Article]:
        """Every article that was read."""
        return (article for file in self.files for article in file.reading.articles)

    @property
    def added(self) -> list[Article]:
        """The accepted articles that were not in the study; the same text twice counts once."""
        first: dict[str, Article] = {}
        for article in self.accepted:
            first.setdefault(article.id, article)
        return [article for article in first.values() if article.id not in self.present]

    @property
    def already_there(self) -> list[Article]:
        """The accepted articles that the study had."""
        return [article for article in self.accepted if article.id in self.present]

    @property
    def repeated(self) -> list[Article]:
        """The accepted articles that say again, word for word, what another new one says."""
        added = {id(article) for article in self.added}
        new = (article for article in self.accepted if article.id not in self.present)
        return [article for article in new if id(article) not in added]

    @property
    def exit_code(self) -> int:
        """0: all is in the study; 1: something was refused; 3: nothing could be read."""
        if not any(self.articles):
            return 3
        return 1 if self.refused else 0

    def as_json(self, *, dry_run: bool, with_paragraphs: bool) -> dict[str, Any]:
        """The whole report as `--json` writes it."""
        files = self.file_of_hash()
        return {
            "dry_run": dry_run,
            "files": [_file_json(file) for file in self.files],
            "added": [self._article_json(one, files, with_paragraphs) for one in self.added],
            "already_there": [self._article_json(one, files) for one in self.already_there],
            "repeated": [self._article_json(one, files) for one in self.repeated],
            "duplicates": [self._duplicate_json(one) for one in self.duplicates],
            "refused": _problems_json(self.refused),
            "warnings": _problems_json(self.all_warnings()),
            "left_out": [str(path) for path in self.left_out],
        }

    def all_warnings(self) -> list[Problem]:
        """What a person should look at, of the files and of the metadata given with them."""
        return [*(one for file in self.files for one in file.reading.warnings), *self.warnings]

    def file_of_hash(self) -> dict[str, Path]:
        """The file that an article came from, by the hash of the file's bytes."""
        return {
            article.sha256: file.path
            for file in reversed(self.files)
            for article in file.reading.articles
        }

    def kinds(self, article: Article) -> Counter[str]:
        """How many paragraphs of each kind the article has."""
        return Counter(str(paragraph.kind) for paragraph in article.paragraphs)

    def n_codable(self, article: Article) -> int:
        """How many of its paragraphs are put before a coder."""
        return sum(n for kind, n in self.kinds(article).items() if kind in self.codable)

    def _article_json(
        self, article: Article, files: dict[str, Path], with_paragraphs: bool = False
    ) -> dict[str, Any]:
        written: dict[str, Any] = {
            "file": str(files.get(article.sha256, "")), "id": article.id, "name": article.name,
            "title": article.title, "author": article.author, "source": article.source,
            "date": article.date, "url": article.url, "encoding": article.encoding,
            "metadata": dict(article.metadata), "n_words": n_words(article),
            "n_paragraphs": len(article.paragraphs), "n_codable": self.n_codable(article),
            "kinds": self.kinds(article),
        }  # fmt: skip
        if with_paragraphs:
            written["paragraphs"] = [
                {"number": number, "kind": kind, "reason": reason, "excerpt": excerpt}
                for number, (kind, reason, excerpt) in enumerate(paragraphs(article), 1)
            ]
        return written

    def _duplicate_json(self, one: Duplicate) -> dict[str, Any]:
        return {
            "id": one.article, "like": one.first, "like_name": one.first_name,
            "in_study": one.in_study, "similarity": round(one.similarity, 3),
            "left_out": self.duplicates_left_out,
        }  # fmt: skip


def _file_json(file: ReadFile) -> dict[str, Any]:
    reading = file.reading
    return {
        "file": str(file.path), "format": reading.format, "encoding": reading.encoding,
        "encoding_reason": reading.encoding_reason, "announced": reading.announced,
        "found": len(reading.articles), "warnings": _problems_json(reading.warnings),
    }  # fmt: skip


def _problems_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [
        {"file": one.where, "line": one.line, "reason": one.message, "hint": one.hint}
        for one in problems
    ]


def n_words(article: Article) -> int:
    """Words of its paragraphs, as white space separates them."""
    return sum(len(article.text[one.start : one.end].split()) for one in article.paragraphs)


def paragraphs(article: Article) -> Iterator[tuple[str, str, str]]:
    """Kind, reason and first words of each paragraph."""
    for paragraph in article.paragraphs:
        text = " ".join(article.text[paragraph.start : paragraph.start + 400].split())
        end = min(paragraph.end - paragraph.start, _EXCERPT)
        excerpt = text[:end] + ("…" if paragraph.end - paragraph.start > _EXCERPT else "")
        yield str(paragraph.kind), paragraph.reason, excerpt
