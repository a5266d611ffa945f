"""An open study file: its codebook, and how anything is written to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from annotator.errors import CodebookError, StudyDamaged, StudyReadOnly, UsageError
from annotator.model import codebook_json, facts
from annotator.model.codebook import Codebook
from annotator.model.coding import MAIN_ROUND
from annotator.model.event import ONLY_THE_LEAD, Draft
from annotator.store import connection, log, settings
from annotator.store.events import CODEBOOK_DIGITS
from annotator.store.new_file import new_file
from annotator.store.sqlite_errors import raise_translated, translated

if TYPE_CHECKING:
    import sqlite3

_COMPILED = "compiled codebook "  # followed by the content hash: the codebook as JSON
_Found = TypeVar("_Found")


class Opened:
    """A study that was opened by one coder in one round."""

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
    ) -> Self:
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
    ) -> Self:
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
        raise_translated(error)  # reading a damaged file fails anywhere in the block

    # ------------------------------------------------------------------ codebook

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook in force, compiled."""
        found = held(settings.codebook_in_force(self._database))
        content, name, source = found
        if compiled := settings.local(self._database, _COMPILED + content):
            with suppress(CodebookError):  # compiled by a version that wrote another form
                return codebook_json.from_json(compiled)
        from annotator import codebook_file

        return codebook_file.load(source, name=name)

    def codebook_name(self) -> str:
        """What the file of the codebook in force was called."""
        return held(settings.codebook_in_force(self._database))[1]

    def codebook_source(self) -> str:
        """The file of the codebook in force, as it was adopted."""
        return held(settings.codebook_in_force(self._database))[2]

    def codebook_versions(self) -> dict[str, str]:
        """Content hash -> version, of every codebook ever in force."""
        return settings.codebook_versions(self._database)

    def adopt_codebook(self, source: str, *, name: str) -> None:
        """Put a codebook into force; codings made before keep their version."""
        from annotator import codebook_file

        self._put_in_force(codebook_file.load(source, name=name), source, name)

    def _put_in_force(self, codebook: Codebook, source: str, name: str) -> None:
        with self.action():
            (content,) = log.put_content(self._database, [source])
            settings.set_local(self._database, _COMPILED + content, codebook_json.to_json(codebook))
            self._state(facts.codebook_adopted(content, codebook.id, codebook.version, name))
        self._forget()

    def _forget(self) -> None:
        """Forget what was worked out from the codebook that was in force."""
        for derived in ("codebook", "_author", "_multiple", "_kinds", "_asks_article", "_walk",
                        "_again", "_own_positions"):  # fmt: skip
            self.__dict__.pop(derived, None)

    # ------------------------------------------------------------------ writing

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several readings whose failure is told in our words: StudyBusy, StudyDamaged."""
        with translated():
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
            if self.package:
                drafts = (self._fit_for_package(draft) for draft in drafts)
            self._batch = log.append(self._database, self._author, drafts, batch=self._batch or "")

    @cached_property
    def package(self) -> str:
        """The coder that this file is a package for; "" where it is a study as a whole."""
        return settings.local(self._database, settings.PACKAGE)

    def _fit_for_package(self, draft: Draft) -> Draft:
        """Whatever else was written into a package could not be merged."""
        coder = self.coder if draft.coder is None else draft.coder
        if coder in ("", self.package) and draft.kind not in ONLY_THE_LEAD:
            return draft
        raise UsageError(
            f"This file is the package of {self.package}: only {self.package}'s own work is"
            " written to it.",
            hint="The study it was packed from is the place for everything else.",
        )

    @cached_property
    def _author(self) -> log.Author:
        in_force = settings.codebook_in_force(self._database)
        return log.Author(
            self.coder,
            self.round,
            settings.replica(self._database, self.path),
            in_force[0][:CODEBOOK_DIGITS] if in_force else "",
        )


def held(found: _Found | None) -> _Found:
    """What was looked up, or StudyDamaged: ids come from the study itself."""
    if found is None:
        hint = "`annotator doctor` says more."
        raise StudyDamaged("The study does not hold what it refers to.", hint=hint)
    return found
