"""Checks that references do not lead back to where they started."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.codebook_file.document import Document
from annotator.codebook_file.outline import Question


def check_circles(asked: tuple[Question, ...], document: Document) -> None:
    """Report conditions that wait for each other, and `codes_from` that finds no codes."""
    known = {question.id: question for question in asked}
    conditions = {q.id: [name for name in q.entry.ask_if if name in known] for q in asked}
    sources = {q.id: [q.entry.codes_from] if q.entry.codes_from in known else [] for q in asked}
    for field, arrows in (("ask_if", conditions), ("codes_from", sources)):
        for circle in _circles(arrows):
            path = (*known[circle[0]].path, field)
            document.report(path, f"`{field}` goes in a circle: {_drawn(circle)}.")


def _drawn(circle: tuple[str, ...]) -> str:
    return " → ".join(f"`{name}`" for name in (*circle, circle[0]))


def _circles(arrows: Mapping[str, list[str]]) -> list[tuple[str, ...]]:
    """The circles met on a walk in the order of the file; each member is in one of them."""
    found: list[tuple[str, ...]] = []
    finished: set[str] = set()
    for start in arrows:
        trail = [start] if start not in finished else []
        while trail:
            onward = [name for name in arrows[trail[-1]] if name not in finished]
            if not onward:
                finished.add(trail.pop())
            elif onward[0] in trail:
                circle = trail[trail.index(onward[0]) :]
                found.append(tuple(circle))
                finished.update(circle)
                del trail[-len(circle) :]
            else:
                trail.append(onward[0])
    return found
