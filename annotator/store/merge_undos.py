"""What was taken back in a file that is merged, read from its log: its tables are not believed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from annotator.model import bodies
from annotator.model.event import EventKind


class Undos:
    """Undo and redo of the file. A body that is not as it should be is refused elsewhere."""

    def __init__(self, source: sqlite3.Connection) -> None:
        self.retractions: dict[str, list[tuple[str, str]]] = {}  # event -> (retraction, coder)
        self._restored: set[tuple[str, str]] = set()
        for identifier, coder, kind, body in _undo_events(source):
            if kind == EventKind.RESTORED:
                self._restored.add((body["retraction"], coder))
                continue
            for event in body["events"]:
                self.retractions.setdefault(event, []).append((identifier, coder))

    def is_live(self, event: str, coder: str) -> bool:
        """Whether the event stands, going by this file alone; as `store.live` has it."""
        return event not in self.retractions or not self.open_retractions(event, coder)

    def open_retractions(self, event: str, coder: str) -> list[str]:
        """Retractions of the event by its own coder that the file does not restore."""
        return [
            retraction
            for retraction, by in self.retractions.get(event, ())
            if by == coder and not self.is_restored(retraction, by)
        ]

    def is_restored(self, retraction: str, coder: str) -> bool:
        """Whether the file takes that retraction back."""
        return (retraction, coder) in self._restored


def _undo_events(source: sqlite3.Connection) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    rows = source.execute(
        "SELECT id, coder, kind, body FROM event WHERE kind IN ('restored', 'retracted')"
    )
    for identifier, coder, kind, text in rows:
        try:
            body = json.loads(text)
        except (ValueError, TypeError, RecursionError):
            continue
        if isinstance(body, dict) and not bodies.fault(kind, body):
            yield identifier, coder, kind, body
