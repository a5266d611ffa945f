"""What a codebook file says, with the line of everything in it and the problems found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from annotator.model.problem import Problem

MAX_PROBLEMS = 200

Path = tuple[str | int, ...]


class TooManyProblems(Exception):
    """The file is so wrong that naming the rest helps nobody; never seen outside."""


@dataclass(slots=True)
class Document:
    """What the file says: texts, lists and mappings, with the line (from 1) of every path."""

    name: str
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(self, path: Path, message: str, hint: str = "") -> None:
        """Note a problem at the nearest place that the file has."""
        while path and path not in self.lines:
            path = path[:-1]
        self.add(Problem(message, self.name, self.lines.get(path, 0), dotted(path), hint))

    def add(self, problem: Problem) -> None:
        """Note a problem. Raises TooManyProblems when it is the last one worth noting."""
        self.problems.append(problem)
        if len(self.problems) >= MAX_PROBLEMS:
            message = f"There may be more; the first {MAX_PROBLEMS} problems found are named."
            self.problems.append(Problem(message, self.name))
            raise TooManyProblems


def dotted(path: Path) -> str:
    """A path as people read it: `statement.actor.rules[2]`; list items count from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text
