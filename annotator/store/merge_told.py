"""What the new events of a file mean for this study, told before anything is written."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from typing import Any

from annotator.model.bodies import STANDS_FOR
from annotator.model.event import EventKind
from annotator.model.merging import Drift, Merging, Version
from annotator.model.shape import Fields
from annotator.store.merge_checks import References, note, note_article
from annotator.store.merge_conflicts import Newest, Register, conflicts, register_of
from annotator.store.merge_decided import decided_twice
from annotator.store.merge_hidden import Added, hidden
from annotator.store.merge_undos import Undos


class Told:
    """Collects what the new events say, one by one; `finish` compares it with this study."""

    def __init__(
        self, target: sqlite3.Connection, source: sqlite3.Connection, merging: Merging
    ) -> None:
        self._target, self._source = target, source
        self._merging = merging
        self._undos = Undos(source)
        self._newest: dict[Register, Newest] = {}
        self._added: dict[str, list[Added]] = {}
        self._names: dict[str, tuple[str, str]] = {}  # new article -> name, text
        self._adopted: dict[str, Mapping[str, Any]] = {}
        self._coded_under: set[str] = set()
        self._decisions: list[tuple[Fields, Mapping[str, Any]]] = []
        self.references = References()

    def add(self, row: Fields, body: Mapping[str, Any]) -> None:
        """One new event."""
        self._merging.events += 1
        self._merging.by_kind[row.kind] += 1
        if row.kind == EventKind.ARTICLE_ADDED:
            self._add_article(row, body)
        elif row.article:
            note(self.references, row.article, row.paragraph)
        elif row.kind == EventKind.CODEBOOK_ADOPTED:
            self.references.codebooks[body["source"]] = None
            self._adopted[body["source"]] = body
        elif row.kind == EventKind.ASSIGNED:
            for article, paragraph, _ in body["units"]:
                note(self.references, article, paragraph)
        if row.kind in (EventKind.VALUE_SET, EventKind.UNIT_FINISHED):
            self._coded_under.add(row.codebook)
        if row.kind == EventKind.DECISION and self._undos.is_live(row.id, row.coder):
            self._decisions.append((row, body))
        self._add_to_register(row, body)

    def _add_article(self, row: Fields, body: Mapping[str, Any]) -> None:
        note_article(self.references, row.article, body, stands_in=STANDS_FOR in body)
        self._added.setdefault(row.article, []).append(Added(row.id, row.coder))
        self._names[row.article] = (body["name"], body["text"])

    def _add_to_register(self, row: Fields, body: Mapping[str, Any]) -> None:
        register = register_of(row)
        if register is None or not self._undos.is_live(row.id, row.coder):
            return
        newest = Newest.of(row, body)
        if register not in self._newest or self._newest[register] < newest:
            self._newest[register] = newest

    def finish(self) -> None:
        """Count, and compare with this study."""
        self._count()
        self._tell_articles()
        self._tell_codebooks()
        told = self._merging
        told.conflicts = conflicts(self._target, self._source, self._newest)
        if self._decisions:
            told.decided_twice = decided_twice(self._target, self._source, self._decisions)
        coded = Counter(
            (register.article, register.coder)
            for register, newest in self._newest.items()
            if newest.kind == EventKind.VALUE_SET
        )
        told.hidden = hidden(self._target, self._undos, self._added, coded)

    def _count(self) -> None:
        told = self._merging
        for register, newest in self._newest.items():
            if newest.kind == EventKind.VALUE_SET:
                told.codings[register.coder, register.variable] += 1
            elif newest.kind == EventKind.UNIT_FINISHED:
                told.finished[register.coder] += 1
            elif newest.kind == EventKind.STATEMENT_ADDED:
                told.statements[register.coder] += 1

    def _tell_articles(self) -> None:
        for article, (name, text) in self._names.items():
            known = "SELECT 1 FROM event WHERE article = ? AND kind = 'article_added'"
            if self._target.execute(known, (article,)).fetchone():
                continue
            self._merging.articles.append(name)
            row = self._target.execute(
                "SELECT text FROM article WHERE name = ? LIMIT 1", (name,)
            ).fetchone()
            if row:
                self._merging.drift.append(Drift(name, row[0] == text))

    def _tell_codebooks(self) -> None:
        self._merging.earlier += [
            version
            for digits, version in self._target.execute(
                "SELECT hash, version FROM codebook WHERE NOT in_force ORDER BY rowid"
            )
            if digits in self._coded_under
        ]
        known = {row[0] for row in self._target.execute("SELECT content FROM codebook")}
        for content, body in self._adopted.items():
            if content in known:
                continue
            row = self._source.execute(
                "SELECT body FROM content WHERE hash = ?", (content,)
            ).fetchone()
            version = Version(body["id"], body["version"], body["name"], content, row[0])
            self._merging.codebooks.append(version)
