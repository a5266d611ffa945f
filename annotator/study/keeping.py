"""Keeping the study file whole: verifying, rebuilding, copying."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.store import connection, settings
from annotator.study import right_answers
from annotator.study.opened import Opened


class Keeping(Opened):
    """A study file that is looked after."""

    def remembered_coder(self) -> str:
        """Who coded last in this copy of the study."""
        return settings.local(self._database, settings.LAST_CODER)

    def remember_coder(self, coder: str) -> None:
        """Remember who codes in this copy of the study."""
        if coder != self.remembered_coder():
            with connection.transaction(self._database):
                settings.set_local(self._database, settings.LAST_CODER, coder)

    def faults(self) -> Iterator[str]:
        """Whatever does not verify in the file, in words."""
        from annotator.store import verify

        yield from verify.faults(self._database)
        yield from right_answers.faults(self._database)

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
