"""Packages for coders elsewhere, and bringing together what was coded in several files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotator.errors import CodebookError, StudyDamaged, UsageError
from annotator.model import codebook_json
from annotator.model.watch import Watch, unwatched
from annotator.store import connection, rows, settings, team
from annotator.store.new_file import new_file
from annotator.store.overview import COMPILED
from annotator.study.opened import Opened, held
from annotator.study.texts import no_search_for_cycles

if TYPE_CHECKING:
    import sqlite3

    from annotator.model.event import Event
    from annotator.model.merging import Merging as Told
    from annotator.model.merging import Version
    from annotator.store.merge_plan import Plan
    from annotator.store.package import Packed
    from annotator.store.package_facts import Wanted
    from annotator.store.takeback import Merge


class TakenBack(NamedTuple):
    """A merge that was taken back, or brought back: the name of its file, how many events."""

    source: str
    events: int


class Merging(Opened):
    """A study whose parts are coded in other files."""

    # ------------------------------------------------------------------ packages

    def pack(
        self, coder: str, path: Path, *, assigned_only: bool = False, feedback: bool = False
    ) -> Packed:
        """Write what this coder needs, and nothing of anybody else, to a new study file.

        With `feedback`, the right answers of training units, too: see `study.right_answers`.
        Raises UsageError where this is a package itself, or has no right answers to give;
        StudyExists, StudyReadOnly.
        """
        if self.package:
            raise UsageError(f"This file is itself a package, for {self.package}.")
        from annotator.store import package, schema, verify
        from annotator.store.package_facts import Wanted

        with new_file(path) as partial:
            database = connection.connect_new(partial)
            try:
                schema.migrate(database)
                with connection.snapshot(self._database), connection.transaction(database):
                    given = self._articles_of(coder) if assigned_only else None
                    wanted = Wanted(coder, self.masked_for(coder), given)
                    packed = package.fill(self._database, database, wanted)
                    self._set_up(database, coder)
                    if feedback:
                        answered = self._add_right_answers(database, wanted)
                        packed = packed._replace(right_answers=answered)
                fault = next(verify.faults(database), "")
            finally:
                connection.close(database)
            if fault:
                raise StudyDamaged(f"The package does not verify: {fault}.")
        return packed

    def _set_up(self, package: sqlite3.Connection, coder: str) -> None:
        """What the program on the coder's computer need not ask or work out."""
        content = held(settings.codebook_in_force(package))[0]
        settings.set_local(package, settings.LAST_CODER, coder)
        settings.set_local(package, COMPILED + content, codebook_json.to_json(self.codebook))

    def _add_right_answers(self, package: sqlite3.Connection, wanted: Wanted) -> int:
        from annotator.study import right_answers

        found = right_answers.right_answers(
            self._database, self.codebook, wanted.coder, wanted.articles
        )
        if not found:
            raise UsageError(
                f"There are no right answers to give {wanted.coder} in any training round.",
                hint="The gold coder of the round (`annotator round` names them) codes its units"
                " first: `annotator code --coder GOLD --round ROUND`.",
            )
        right_answers.keep(package, found)
        return sum(map(len, found.values()))

    def masked_for(self, coder: str) -> tuple[str, ...]:
        """Fields of articles that any of this coder's rounds masks; of all rounds if none is.

        A package is one file: what must not be seen in one round cannot be in it for another.
        """
        own = {row.round for row in team.assignments(self._database, coder)}
        rounds = [r for r in team.rounds(self._database) if not own or r.name in own]
        return tuple(sorted({field for r in rounds for field in r.masked_fields}))

    def _articles_of(self, coder: str) -> set[str]:
        given = {row.article for row in team.assignments(self._database, coder)}
        return given | {row.article for row in rows.codings(self._database, coders=[coder])}

    # ------------------------------------------------------------------ merging

    def plan_merge(self, path: Path, *, only: str = "", watch: Watch = unwatched) -> Told:
        """What merging that file would bring. Changes nothing; raises as `merge` does."""
        from annotator.store import untrusted

        self._refuse_itself(path)
        with untrusted.opened(path) as source:
            return self._plan(source, path, only, watch).told

    def plan_merges(
        self, paths: Sequence[Path], *, only: str = "", watch: Watch = unwatched
    ) -> list[Told]:
        """What merging several files would bring, one after the other: they may contradict.

        They are merged and all of it is rolled back: the study must be open for writing.
        """
        told: list[Told] = []
        with suppress(_OnlyPlanned), self.action():
            told += self.merge(paths, only=only, watch=watch)
            raise _OnlyPlanned
        self._forget()
        return told

    def merge(
        self, paths: Sequence[Path], *, only: str = "", watch: Watch = unwatched
    ) -> list[Told]:
        """Take in every event of these files that this study lacks: of all files, or of none.

        Raises MergeError where one does not verify, contradicts this study, or brings events of
        another coder than `only`. What is compared before the study is locked is compared again
        if anything was written meanwhile. `watch` is handed events and units on their way, to show
        progress.
        """
        from annotator.store import untrusted

        with no_search_for_cycles(), ExitStack() as stack:
            sources = []
            for path in paths:
                self._refuse_itself(path)
                sources.append(stack.enter_context(untrusted.opened(path)))
            first = self._plan(sources[0], paths[0], only, watch)
            with self.action():
                plans = [self._write(sources[0], paths[0], only, watch, first)]
                for source, path in zip(sources[1:], paths[1:], strict=True):
                    plans.append(self._write(source, path, only, watch))
                self._compile()
        self._forget()
        return [plan.told for plan in plans]

    def _refuse_itself(self, path: Path) -> None:
        if path.exists() and path.samefile(self.path):
            raise UsageError(f"{path} is this study itself.")

    def _plan(self, source: sqlite3.Connection, path: Path, only: str, watch: Watch) -> Plan:
        from annotator.store import merge_plan

        name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        plan = merge_plan.plan(self._database, source, path, name, only=only, watch=watch)
        for version in plan.told.codebooks:
            _check_codebook(version, path)
        undone = self._undone_merges_of(source)
        plan.told.taken_back = sum(merge.events for merge, _ in undone)
        return plan

    def _write(
        self, source: sqlite3.Connection, path: Path, only: str, watch: Watch,
        plan: Plan | None = None,
    ) -> Plan:  # fmt: skip
        from annotator.store import merge, merge_plan

        if plan is None or plan.newest != merge_plan.newest_row(self._database):
            plan = self._plan(source, path, only, watch)
        merge.write(self._database, source, plan, self._author, watch)
        return plan

    def _compile(self) -> None:
        """Keep the codebook in force, which may be another now, in its compiled form."""
        self._forget()
        content = held(settings.codebook_in_force(self._database))[0]
        if not settings.local(self._database, COMPILED + content):
            settings.set_local(
                self._database, COMPILED + content, codebook_json.to_json(self.codebook)
            )

    # ------------------------------------------------------------------ taking back

    def undo_merge(self) -> TakenBack | None:
        """Take back the newest merge, whoever's work it brought; None where there is none."""
        from annotator.store import takeback

        with self.action():
            found = takeback.last_merge(self._database)
            if found is None:
                return None
            merge, brought = found
            self._append(takeback.reversal(self._database, brought))
            self._compile()
        return TakenBack(merge.source, merge.events)

    def merge_again(self, path: Path) -> list[TakenBack]:
        """Bring back merges that were taken back, as far as they brought events of this file."""
        from annotator.store import takeback, untrusted

        with untrusted.opened(path) as source, self.action():
            undone = list(self._undone_merges_of(source))
            for _, action in undone:
                self._append(takeback.reversal(self._database, action))
            self._compile()
        return [TakenBack(merge.source, merge.events) for merge, _ in undone]

    def _undone_merges_of(self, source: sqlite3.Connection) -> Iterator[tuple[Merge, list[Event]]]:
        from annotator.store import takeback

        for merge, action in takeback.undone_merges(self._database):
            if takeback.has_any_of(source, merge):
                yield merge, action


class _OnlyPlanned(Exception):
    """Ends a merge that was only planned, and rolls it back."""


def _check_codebook(version: Version, path: Path) -> None:
    """A codebook that cannot be read would make the study unusable once it is in force."""
    from annotator import codebook_file
    from annotator.store import untrusted

    try:
        codebook = codebook_file.load(version.source, name=version.name)
    except CodebookError as error:
        problems = [f"brings a codebook that does not hold: {p.message}" for p in error.problems]
        raise untrusted.refused(path, *problems[:5]) from error
    if (codebook.id, codebook.version) != (version.id, version.version):
        raise untrusted.refused(path, "names a codebook otherwise than the codebook does itself")
