"""A fault in somebody's input, as a value: collected, sorted, shown together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it is, what is wrong, what to do about it.

    `where` is a file name as the user typed it, `line` counts from 1 (0: the whole file),
    `path` names the place inside the document (`statement.actor.codes.us`, `column "unit"`).
    """

    message: str
    where: str = ""
    line: int = 0
    path: str = ""
    hint: str = ""

    def __str__(self) -> str:
        place = self.where + (f":{self.line}" if self.line else "")
        parts = [part for part in (place, self.path, self.message) if part]
        return ": ".join(parts) + (f" ({self.hint})" if self.hint else "")
