"""Checks that references do not lead back to where they started."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.codebook_file.document import Document
from annotator.codebook_file.outline import Question


def check_circles(asked: tuple[Question, ...], document: Document) -> None:
    """Report conditions that wait for each other."""
    known = {question.id: question for question in asked}
    conditions = {q.id: [name for name in q.entry.ask_if if name in known] for q in asked}
    for circle in circles(conditions):
        path = (*known[circle[0]].path, "ask_if")
        document.report(path, f"`ask_if` goes in a circle: {_drawn(circle)}.")


def _drawn(circle: tuple[str, ...]) -> str:
    return " → ".join(f"`{name}`" for name in (*circle, circle[0]))


def circles(arrows: Mapping[str, list[str]]) -> list[tuple[str, ...]]:
    """The circles met on a walk along the arrows; each member is in one of them."""
    found: list[tuple[str, ...]] = []
    finished: set[str] = set()
    for start in arrows:
        trail = dict.fromkeys([start] if start not in finished else [])
        while trail:
            here = next(reversed(trail))
            onward = next((name for name in arrows[here] if name not in finished), None)
            if onward is None:
                finished.add(here)
                del trail[here]
            elif onward in trail:
                circle = _from(onward, trail)
                found.append(circle)
                finished.update(circle)
                for name in circle:
                    del trail[name]
            else:
                trail[onward] = None
    return found


def _from(name: str, trail: Mapping[str, None]) -> tuple[str, ...]:
    names = tuple(trail)
    return names[names.index(name) :]
