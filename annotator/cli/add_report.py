"""What `annotator add` tells: which articles came in, what was made of them, what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.errors import ReaderError
from annotator.model.article import CODABLE_KINDS, Article
from annotator.model.problem import Problem

_EXCERPT = 40


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What the report keeps of an article: its text is not kept, there may be many."""

    file: str
    id: str
    name: str
    title: str
    author: str
    date: str
    encoding: str
    kinds: Counter[str]
    codable: int
    paragraphs: tuple[tuple[str, str, str], ...] = ()  # kind, reason, excerpt; only if asked for

    def as_json(self) -> dict[str, Any]:
        """The article as `--json` writes it."""
        written: dict[str, Any] = {
            "file": self.file, "id": self.id, "name": self.name, "title": self.title,
            "author": self.author, "date": self.date, "encoding": self.encoding,
            "n_paragraphs": self.kinds.total(), "n_codable": self.codable, "kinds": self.kinds,
        }  # fmt: skip
        if self.paragraphs:
            written["paragraphs"] = [
                {"number": number, "kind": kind, "reason": reason, "excerpt": excerpt}
                for number, (kind, reason, excerpt) in enumerate(self.paragraphs, 1)
            ]
        return written


@dataclass
class AddReport:
    """Collected while files are read; `added` and `present` are known when the study has spoken."""

    codable: Collection[str] = CODABLE_KINDS
    with_paragraphs: bool = False
    read: list[ReadArticle] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    refused_files: list[str] = field(default_factory=list)
    left_out: Sequence[Path] = ()
    present: frozenset[str] = frozenset()

    def note(self, path: Path, article: Article) -> None:
        """An article was read."""
        kinds = Counter(str(paragraph.kind) for paragraph in article.paragraphs)
        codable = sum(count for kind, count in kinds.items() if kind in self.codable)
        self.read.append(
            ReadArticle(
                str(path), article.id, article.name, article.title, article.author, article.date,
                article.encoding, kinds, codable,
                tuple(_paragraphs(article)) if self.with_paragraphs else (),
            )
        )  # fmt: skip

    def refuse(self, path: Path, error: ReaderError) -> None:
        """A file could not be read."""
        self.refused_files.append(str(path))
        self.refused.extend(error.problems)

    @property
    def added(self) -> list[ReadArticle]:
        """The articles that were not in the study, in order; the same text twice counts once."""
        unique = {article.id: article for article in reversed(self.read)}
        new = [article for article in unique.values() if article.id not in self.present]
        return new[::-1]

    @property
    def already_there(self) -> list[ReadArticle]:
        """The articles that the study had, and repetitions of one that came in with this."""
        added = {id(article) for article in self.added}
        return [article for article in self.read if id(article) not in added]

    @property
    def exit_code(self) -> int:
        """0: all is in the study; 1: some files were refused; 3: nothing could be read."""
        if not self.read:
            return 3
        return 1 if self.refused_files else 0

    def as_json(self, *, dry_run: bool) -> dict[str, Any]:
        """The whole report as `--json` writes it."""
        return {
            "dry_run": dry_run,
            "added": [article.as_json() for article in self.added],
            "already_there": [article.as_json() for article in self.already_there],
            "refused": [
                {"file": problem.where, "line": problem.line, "reason": problem.message,
                 "hint": problem.hint}
                for problem in self.refused
            ],
            "left_out": [str(path) for path in self.left_out],
        }  # fmt: skip


def _paragraphs(article: Article) -> Iterator[tuple[str, str, str]]:
    for paragraph in article.paragraphs:
        text = " ".join(article.text[paragraph.start : paragraph.start + 400].split())
        end = min(paragraph.end - paragraph.start, _EXCERPT)
        excerpt = text[:end] + ("…" if paragraph.end - paragraph.start > _EXCERPT else "")
        yield str(paragraph.kind), paragraph.reason, excerpt
