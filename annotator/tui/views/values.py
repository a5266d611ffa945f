"""Answers in words, as the panes show them, and what stands for those that are not there."""

from __future__ import annotations

from annotator.model.codebook import Variable
from annotator.model.coding import Answer, State
from annotator.tui.views.line import cells, crop

BLANK = "____"


def in_words(variable: Variable, answer: Answer | None) -> str:
    """An answer by its labels: `Sanctions > Sanctions relief`, `3 Supports`, `____` for none."""
    if answer is None:
        return BLANK
    if answer.state is not State.CODED:
        return answer.state.value.replace("_", " ")
    return " + ".join(_value(variable, value) for value in answer.values) or BLANK


def in_few_words(variable: Variable, answer: Answer | None, width: int) -> str:
    """An answer in at most `width` cells: with its groups where there is room, else without."""
    whole = in_words(variable, answer)
    return crop(whole if cells(whole) <= width else without_groups(variable, answer), width)


def without_groups(variable: Variable, answer: Answer | None) -> str:
    """An answer by the labels of its codes alone: `Sanctions relief`."""
    if answer is None or answer.state is not State.CODED or not answer.values:
        return in_words(variable, answer)
    return " + ".join(_value(variable, value, 1) for value in answer.values)


def _value(variable: Variable, value: str, levels: int = 0) -> str:
    """The labels of the last `levels` steps that lead to a code (0: all of them)."""
    path = variable.paths.get(value)
    if not path:
        return value
    labels = " > ".join(code.label for code in path[-levels:])
    sign = " (deprecated)" if path[-1].deprecated else ""
    key = f"{path[-1].key} " if path[-1].key.isdigit() and len(path) == 1 else ""
    return f"{key}{labels}{sign}"


def blank(variable: Variable, width: int) -> str:
    """What stands for an answer that is not there: the name of its question, `Actor?`."""
    return crop(variable.label, width - 1) + "?"
