"""Answers in words, as the panes show them."""

from __future__ import annotations

from annotator.model.codebook import Code, Variable
from annotator.model.coding import Answer, State, UnitWork
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
    if answer is None or answer.state is not State.CODED or cells(whole) <= width:
        return crop(whole, width)
    return crop(" + ".join(_value(variable, value, 1) for value in answer.values), width)


def _value(variable: Variable, value: str, levels: int = 0) -> str:
    """The labels of the last `levels` steps that lead to a code (0: all of them)."""
    path = variable.paths.get(value)
    if not path:
        return value
    labels = " > ".join(code.label for code in path[-levels:])
    sign = " (deprecated)" if path[-1].deprecated else ""
    key = f"{path[-1].key} " if path[-1].key.isdigit() and len(path) == 1 else ""
    return f"{key}{labels}{sign}"


def wants_memo(unit: UnitWork, variables: tuple[Variable, ...]) -> bool:
    """Whether a code of the unit itself asks for a memo that is not there."""
    return not unit.memo and any(
        code.needs_memo
        for variable in variables
        for code in codes_of(variable, unit.answers.get(variable.id))
    )


def codes_of(variable: Variable, answer: Answer | None) -> list[Code]:
    """The codes that an answer names."""
    values = answer.values if answer else ()
    return [code for value in values if (code := variable.code(value))]
