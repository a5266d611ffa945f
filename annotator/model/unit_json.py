"""Answers and units as JSON, for what is kept beside the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from annotator.model.coding import Answer, State, Statement, UnitWork

Answers = Mapping[str, Answer]


def answers_as_json(answers: Answers) -> dict[str, Any]:
    """By variable, the state and the values."""
    return {name: [answer.state, *answer.values] for name, answer in answers.items()}


def answers_of(told: Mapping[str, Sequence[str]]) -> dict[str, Answer]:
    """What `answers_as_json` wrote."""
    return {name: Answer(tuple(values), State(state)) for name, (state, *values) in told.items()}


def unit_as_json(unit: UnitWork) -> dict[str, Any]:
    """The answers and statements of a finished unit; no memo, no flag, no id."""
    return {
        "answers": answers_as_json(unit.answers),
        "statements": [answers_as_json(one.answers) for one in unit.statements],
    }


def unit_of(told: Mapping[str, Any]) -> UnitWork:
    """What `unit_as_json` wrote."""
    made = enumerate(told["statements"], start=1)
    statements = tuple(Statement(f"{number:06}", answers_of(one)) for number, one in made)
    return UnitWork(answers_of(told["answers"]), statements, done=True)
