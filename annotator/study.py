"""The facade: open a study and use the verbs of the domain.

Every verb is one user action: one transaction, durable when it returns. Several verbs inside
`with study.action():` are one action, taken back by one undo.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self, TypeVar

from annotator.errors import ArticleCoded, CodebookError, StudyDamaged, StudyReadOnly, UsageError
from annotator.model import codebook_json, facts, questionnaire
from annotator.model.article import Article, ArticleHeader, Kind
from annotator.model.codebook import Codebook, Level
from annotator.model.coding import (
    MAIN_ROUND,
    Answer,
    ArticleWork,
    CodingRow,
    StatementRow,
    Target,
    UnitRow,
)
from annotator.model.event import Draft, Event
from annotator.model.place import Place, Progress, Undone
from annotator.store import articles, connection, history, log, rows, settings, work
from annotator.store.events import CODEBOOK_DIGITS
from annotator.store.history import HistoryRow
from annotator.store.new_file import new_file
from annotator.store.walk import Walk

if TYPE_CHECKING:
    import sqlite3

    from annotator.reports.reliability import Reliability

_COMPILED = "compiled codebook "  # followed by the content hash: the codebook as JSON
_LAST_CODER = "last coder"
_ARTICLES_AT_ONCE = 500
_Found = TypeVar("_Found")


class Added(NamedTuple):
    """Ids of articles that were added, and of those that were there already."""

    added: list[str]
    present: list[str]


class Study:
    """An open study, seen by one coder in one round. A context manager; `close` when done."""

    def __init__(
        self, path: Path, database: sqlite3.Connection, coder: str, round: str, read_only: bool
    ) -> None:
        self.path = path
        self.coder = coder
        self.round = round
        self.read_only = read_only
        self._database = database
        self._batch: str | None = None  # None: no action is open

    # ------------------------------------------------------------------ opening and closing

    @classmethod
    def create(
        cls, path: Path, codebook_source: str, *, name: str = "codebook.yaml", coder: str = ""
    ) -> Study:
        """A new study with its codebook. Raises CodebookError, StudyExists, StudyReadOnly."""
        from annotator import codebook_file
        from annotator.store import schema

        codebook = codebook_file.load(codebook_source, name=name)
        with new_file(path) as partial:
            database = connection.connect_new(partial)
            with cls(partial, database, coder, MAIN_ROUND, read_only=False) as study:
                schema.migrate(database)
                study._put_in_force(codebook, codebook_source, name)
        return cls.open(path, coder=coder)

    @classmethod
    def open(
        cls, path: Path, *, coder: str = "", round: str = MAIN_ROUND, read_only: bool = False
    ) -> Study:
        """An existing study. Raises StudyNotFound, StudyDamaged, StudyTooNew."""
        return cls(path, connection.connect(path, read_only=read_only), coder, round, read_only)

    def close(self) -> None:
        """Close the file. Nothing needs saving: every verb has saved before it returned."""
        connection.close(self._database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        connection.raise_translated(error)  # reading a damaged file fails anywhere in the block

    # ------------------------------------------------------------------ codebook

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook in force, compiled."""
        found = _held(settings.codebook_in_force(self._database))
        content, name, source = found
        if compiled := settings.local(self._database, _COMPILED + content):
            with suppress(CodebookError):  # compiled by a version that wrote another form
                return codebook_json.from_json(compiled)
        from annotator import codebook_file

        return codebook_file.load(source, name=name)

    def codebook_source(self) -> str:
        """The file of the codebook in force, as it was adopted."""
        return _held(settings.codebook_in_force(self._database))[2]

    def codebook_versions(self) -> dict[str, str]:
        """Content hash -> version, of every codebook ever in force."""
        return settings.codebook_versions(self._database)

    def n_decisions(self) -> int:
        """How many decisions on disagreements are recorded."""
        return rows.n_decisions(self._database)

    def adopt_codebook(self, source: str, *, name: str) -> None:
        """Put a codebook into force; codings made before keep their version."""
        from annotator import codebook_file

        self._put_in_force(codebook_file.load(source, name=name), source, name)

    def _put_in_force(self, codebook: Codebook, source: str, name: str) -> None:
        with self.action():
            (content,) = log.put_content(self._database, [source])
            settings.set_local(self._database, _COMPILED + content, codebook_json.to_json(codebook))
            self._state(facts.codebook_adopted(content, codebook.id, codebook.version, name))
        for derived in ("codebook", "_author", "_multiple", "_kinds", "_asks_article", "_walk"):
            self.__dict__.pop(derived, None)

    # ------------------------------------------------------------------ articles

    def n_articles(self) -> int:
        """How many articles the study has."""
        return articles.n_articles(self._database)

    def headers(self, start: int = 1, count: int = -1) -> list[ArticleHeader]:
        """Headers of `count` articles (-1: all) from position `start`, in the order of adding."""
        return articles.headers(self._database, self.codebook.codable, start, count)

    def header(self, article: str) -> ArticleHeader:
        """The header of one article, by id."""
        found = articles.header(self._database, self.codebook.codable, article)
        return _held(found)

    def search_headers(self, words: str, limit: int = 200) -> list[ArticleHeader]:
        """Headers of articles whose name, title, author or source holds every word."""
        return articles.search_headers(self._database, self.codebook.codable, words, limit)

    def find_article(self, name_or_id: str) -> str | None:
        """The id of the article with that id, name or title; None if there is none, or several."""
        return articles.find_article(self._database, name_or_id)

    def article(self, article: str) -> Article:
        """One article with its text and paragraphs, by id."""
        return _held(articles.article(self._database, article))

    def articles(self) -> Iterator[Article]:
        """All articles, in the order of adding."""
        return map(self.article, articles.article_ids(self._database))

    def add_articles(self, added: Iterable[Article]) -> Added:
        """Add articles in one action; those that are in the study already are left as they are."""
        result = Added([], [])
        pending = iter(added)
        with _no_search_for_cycles(), self.action():
            while chunk := list(islice(pending, _ARTICLES_AT_ONCE)):
                self._add_chunk({article.id: article for article in chunk}, result)
        return result

    def _add_chunk(self, chunk: Mapping[str, Article], result: Added) -> None:
        present = articles.known_articles(self._database, chunk)
        new = [article for article in chunk.values() if article.id not in present]
        texts = log.put_content(self._database, [article.text for article in new])
        self._append(facts.article_added(a, text) for a, text in zip(new, texts, strict=True))
        result.added.extend(article.id for article in new)
        result.present.extend(present)

    def replace_article(self, replaced: str, article: Article) -> None:
        """Put `article`, the same text cut otherwise, in the place of one nobody worked on yet.

        Raises ArticleCoded once any coder left a trace on it: codings belong to paragraphs.
        """
        with self.action():
            if articles.is_worked_on(self._database, replaced):
                raise ArticleCoded(
                    "Work was done on this article, so its paragraphs stay as they are.",
                    hint="The kind of a paragraph can still be corrected: `annotator kind`.",
                )
            if articles.known_articles(self._database, [article.id]):
                raise UsageError("The study has that article, cut in this way, already.")
            [text] = log.put_content(self._database, [article.text])
            adding = articles.adding(self._database, replaced)
            self._state(
                facts.retracted(adding.events, coder=""),
                facts.article_added(article, text, adding.place),
            )

    def kinds(self) -> Mapping[str, Sequence[Kind]]:
        """The kinds of each article's paragraphs, in their order, by the article's id."""
        return articles.kinds(self._database)

    def correct_kind(self, article: str, paragraph: int, kind: Kind) -> None:
        """Correct the proposed kind of a paragraph, for everybody."""
        self._state(facts.kind_corrected(article, paragraph, kind))

    # ------------------------------------------------------------------ one coder's work

    def work(self, article: str) -> ArticleWork:
        """This coder's work on one article in this round, and nobody else's."""
        return work.work(self._database, article, self.coder, self.round, self._multiple)

    @cached_property
    def _multiple(self) -> frozenset[str]:
        return frozenset(v.id for v in self.codebook.variables if v.multiple)

    def hidden_codings(self, article: str) -> int:
        """How many codings of the article by other coders are not shown."""
        return work.hidden_codings(self._database, article, self.coder)

    def progress(self) -> Progress:
        """Units this coder has finished, out of all that are put before coders."""
        total = articles.n_paragraphs(self._database, self._kinds)
        if self._asks_article:
            total += self.n_articles()
        return Progress(work.n_done(self._database, self.coder, self.round), total)

    def place(self) -> Place | None:
        """Where this coder left off: the last unit worked on, or the next one if it is finished."""
        return self._walk.place()

    def next_undone(self, after: Place) -> Place | None:
        """The next unit this coder has not finished, other than `after`; None when all are done."""
        return self._walk.next_undone(after)

    @cached_property
    def _walk(self) -> Walk:
        return Walk(self._database, self.coder, self.round, self._kinds, self._asks_article)

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        """Kinds of paragraphs that are put before a coder."""
        return tuple(
            kind for kind in Kind if questionnaire.is_put_before_coder(self.codebook, kind)
        )

    @cached_property
    def _asks_article(self) -> bool:
        return bool(self.codebook.at(Level.ARTICLE))

    # ------------------------------------------------------------------ verbs of coding

    def assign(self, target: Target, variable: str, answer: Answer) -> None:
        """Give a variable an answer. Raises UsageError for an answer the codebook does not know."""
        fault = questionnaire.fault(self.codebook, variable, answer)
        if fault:
            raise UsageError(fault)
        self._state(facts.value_set(target, variable, answer))

    def clear(self, target: Target, variable: str) -> None:
        """Take an answer away: not coded."""
        self._state(facts.value_cleared(target, variable))

    def add_statement(
        self, article: str, paragraph: int, answers: Mapping[str, Answer] | None = None
    ) -> str:
        """A new statement, with its first answers if any; returns its id."""
        with self.action():
            target = Target(article, paragraph, log.free_id(self._database))
            self._state(facts.statement_added(target))
            for variable, answer in (answers or {}).items():
                self.assign(target, variable, answer)
        return target.statement

    def remove_statement(self, target: Target) -> None:
        """Take a statement away with all its answers."""
        self._state(facts.statement_removed(target))

    def finish(self, article: str, paragraph: int) -> None:
        """Finish a unit: what was proposed or is the default is recorded, then it is done."""
        with self.action():
            self._state(*self._defaults(article, paragraph))
            self._state(facts.unit_finished(Target(article, paragraph)))

    def reopen(self, article: str, paragraph: int) -> None:
        """Take back that a unit is finished; its codings stay."""
        self._state(facts.unit_reopened(Target(article, paragraph)))

    def set_memo(self, target: Target, text: str) -> None:
        """Write a memo on a unit or a statement; "" takes it away."""
        self._state(facts.memo_set(target, text))

    def set_flag(self, target: Target, on: bool) -> None:
        """Flag a unit or a statement for discussion, or take the flag away."""
        self._state(facts.flag_set(target, on=on))

    def _defaults(self, article: str, paragraph: int) -> list[Draft]:
        unit = self.work(article).unit(paragraph)
        whole = self.article(article)
        defaults = (
            questionnaire.defaults_of_article(self.codebook, whole, unit)
            if paragraph == 0
            else questionnaire.defaults_of_paragraph(
                self.codebook, whole.paragraph(paragraph).kind, unit
            )
        )
        return [
            facts.value_set(Target(article, paragraph, statement), variable, answer)
            for statement, variable, answer in defaults
        ]

    # ------------------------------------------------------------------ undo, redo, history

    def undo(self) -> Undone | None:
        """Take back this coder's newest action; None where nothing is left (imports stay)."""
        with self.action():
            taken_back = history.last_action(self._database, self.coder, self.round)
            if not taken_back:
                return None
            self._state(facts.retracted([event.id for event in taken_back]))
        return self._undone(taken_back)

    def redo(self) -> Undone | None:
        """Restore what the newest undo took back; None where something new was done since."""
        with self.action():
            undo = history.last_undo(self._database, self.coder, self.round)
            if undo is None:
                return None
            self._state(facts.restored(undo.id))
            restored = history.events_by_id(self._database, list(undo.body["events"]))
        return self._undone(restored)

    def undo_import(self) -> Undone | None:
        """Take back the newest import, whoever's codings it brought; None where there is none.

        Each coder's events are retracted in that coder's name, for only they can be.
        """
        with self.action():
            imported = history.last_import(self._database)
            for coder in dict.fromkeys(event.coder for event in imported):
                own = [event.id for event in imported if event.coder == coder]
                self._state(facts.retracted(own, coder, whole_import=True))
        return self._undone(imported) if imported else None

    def history(self, *, coder: str | None = None, limit: int = 50) -> list[HistoryRow]:
        """The newest actions, of one coder or of all."""
        return list(history.history(self._database, coder=coder, limit=limit))

    def _undone(self, changed: Sequence[Event]) -> Undone:
        from annotator.reports.history import describe

        place = next((Place(e.article, e.paragraph) for e in changed if e.article), None)
        return Undone(describe(changed, self.codebook), place)

    # ------------------------------------------------------------------ everybody's work

    def coders(self) -> list[str]:
        """Everybody who ever wrote to the study."""
        return rows.coders(self._database)

    def rounds(self) -> list[str]:
        """Every round that anything was coded in."""
        return rows.rounds(self._database)

    def codings(
        self,
        *,
        coders: Sequence[str] | None = None,
        round: str | None = None,
        variables: Sequence[str] | None = None,
    ) -> Iterator[CodingRow]:
        """Codings of all coders, by article, paragraph, coder, round, statement, variable."""
        return rows.codings(self._database, coders=coders, round=round, variables=variables)

    def units(
        self, *, coders: Sequence[str] | None = None, round: str | None = None
    ) -> Iterator[UnitRow]:
        """Units that coders finished, flagged or wrote a memo on, in the order of codings."""
        return rows.units(self._database, coders=coders, round=round)

    def statements(
        self, *, coders: Sequence[str] | None = None, round: str | None = None
    ) -> Iterator[StatementRow]:
        """Statements of all coders, in the order of codings."""
        return rows.statements(self._database, coders=coders, round=round)

    def reliability(
        self,
        *,
        variables: Collection[str] = (),
        coders: Sequence[str] | None = None,
        pairs: Sequence[tuple[str, ...]] | None = None,
        all_paragraphs: bool = False,
        watch: Callable[[Iterator[CodingRow]], Iterable[CodingRow]] = iter,
    ) -> Reliability:
        """How far the coders agree in this round; see `reports.reliability.reliability`.

        `watch` is handed the codings on their way, to show progress.
        """
        from annotator.reports.reliability import reliability

        return reliability(
            self.codebook,
            self.kinds(),
            watch(self.codings(coders=coders, round=self.round)),
            self.units(coders=coders, round=self.round),
            self.statements(coders=coders, round=self.round),
            variables=variables,
            pairs=pairs,
            all_paragraphs=all_paragraphs,
        )

    def add_codings(self, drafts: Iterable[Draft], *, source: str = "") -> None:
        """Write codings made elsewhere: one action, everything or nothing."""
        with self.action():
            self._state(facts.imported(source))
            self._append(drafts)

    # ------------------------------------------------------------------ keeping the file

    def remembered_coder(self) -> str:
        """Who coded last in this copy of the study."""
        return settings.local(self._database, _LAST_CODER)

    def remember_coder(self, coder: str) -> None:
        """Remember who codes in this copy of the study."""
        if coder != self.remembered_coder():
            with connection.transaction(self._database):
                settings.set_local(self._database, _LAST_CODER, coder)

    def faults(self) -> Iterator[str]:
        """Whatever does not verify in the file, in words."""
        from annotator.store import verify

        return verify.faults(self._database)

    def rebuild(self) -> None:
        """Make the current state again from the log."""
        from annotator.store import state

        with connection.transaction(self._database):
            state.rebuild(self._database)

    def modes(self) -> tuple[str, str, str]:
        """SQLite's version, journal mode and synchronous mode of this connection."""
        return connection.modes(self._database)

    def backup(self, path: Path) -> None:
        """A complete copy, opened and checked before this returns. Raises StudyExists."""
        connection.backup(self._database, path)

    # ------------------------------------------------------------------ writing

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several readings whose failure is told in our words: StudyBusy, StudyDamaged."""
        with connection.translated():
            yield

    @contextmanager
    def action(self) -> Iterator[None]:
        """Several verbs as one user action: one transaction, one step of undo."""
        if self._batch is not None:
            yield
            return
        if self.read_only:
            raise StudyReadOnly(f"{self.path} was opened for reading only.")
        with connection.transaction(self._database):
            self._batch = ""
            try:
                yield
            finally:
                self._batch = None

    def _state(self, *drafts: Draft) -> None:
        self._append(drafts)

    def _append(self, drafts: Iterable[Draft]) -> None:
        with self.action():
            self._batch = log.append(self._database, self._author, drafts, batch=self._batch or "")

    @cached_property
    def _author(self) -> log.Author:
        in_force = settings.codebook_in_force(self._database)
        return log.Author(
            self.coder,
            self.round,
            settings.replica(self._database, self.path),
            in_force[0][:CODEBOOK_DIGITS] if in_force else "",
        )


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Articles hold no reference cycles, and looking for some takes a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _held(found: _Found | None) -> _Found:
    """What was looked up, or StudyDamaged: ids come from the study itself."""
    if found is None:
        hint = "`annotator doctor` says more."
        raise StudyDamaged("The study does not hold what it refers to.", hint=hint)
    return found
