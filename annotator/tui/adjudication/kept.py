"""What was chosen and is no decision yet, as text that is kept and read again at the next start."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from annotator.ids import content_hash
from annotator.model.decision import Reason
from annotator.model.unit_json import answers_as_json, answers_of
from annotator.reports.disputes import Part
from annotator.tui.adjudication.case import Answers, Case
from annotator.tui.adjudication.composing import KEEP_ALL, Composition, Own

_Said = TypeVar("_Said")
_EVERYBODY = ""  # stands for KEEP_ALL: no coder is called so


def name_of(part: Part) -> str:
    """The name under which choices on it are kept."""
    return json.dumps(part)


def as_text(composed: Composition) -> str:
    """What was chosen and written, coders by name, for their order may change; "" for nothing."""
    if not composed.begun:
        return ""
    coders = [voice.coder for voice in composed.case.voices]
    told = {
        "case": _digest(composed.case),
        "chosen": {n: _coder(coders, voice) for n, voice in composed.chosen.items()},
        "whole": None if composed.whole is None else coders[composed.whole],
        "own": composed.own and _own_as_json(composed.own),
        "reason": composed.reason,
        "note": composed.note,
        "rule": composed.rule,
    }
    return json.dumps(told, ensure_ascii=False)


def with_kept(case: Case, text: str) -> Composition:
    """The case with what was chosen; only with what was written, where coders changed anything."""
    if not text:
        return Composition(case)
    try:
        told = json.loads(text)
        reason = Reason(told["reason"]) if told["reason"] else None
        begun = Composition(case, reason=reason, note=told["note"], rule=told["rule"])
        return _with_choices(begun, told) if told["case"] == _digest(case) else begun
    except (ValueError, KeyError, TypeError, AttributeError):  # by another version
        return Composition(case)


def _with_choices(begun: Composition, told: Mapping[str, Any]) -> Composition:
    case = begun.case
    voices = {voice.coder: number for number, voice in enumerate(case.voices)}
    voices[_EVERYBODY] = KEEP_ALL
    composed = Composition(
        case,
        {int(n): voices[coder] for n, coder in told["chosen"].items()},
        None if told["whole"] is None else voices[told["whole"]],
        told["own"] and _own(told["own"]),
        begun.reason,
        begun.note,
        begun.rule,
    )
    return replace(composed, cursor=next(filter(composed.is_open, range(len(case.points))), 0))


def _coder(coders: Sequence[str], voice: int) -> str:
    return _EVERYBODY if voice == KEEP_ALL else coders[voice]


def _digest(case: Case) -> str:
    """Another one where the coders, or what they said, or the rows are others."""
    coders = [voice.coder for voice in case.voices]
    rows = [
        sorted((coder, one.id, _in_order(one.answers)) for coder, one in _there(coders, row))
        for row in case.rows
    ]
    points = [
        (point.row, point.variable, sorted((c, str(a)) for c, a in _there(coders, point.answers)))
        for point in case.points
    ]
    return content_hash(repr((sorted(coders), rows, points, case.order)).encode())


def _there(coders: Sequence[str], said: Sequence[_Said | None]) -> Iterator[tuple[str, _Said]]:
    for coder, one in zip(coders, said, strict=False):  # whether a statement is there says nobody
        if one is not None:
            yield coder, one


def _in_order(answers: Answers) -> list[tuple[str, str]]:
    return sorted((name, str(answer)) for name, answer in answers.items())


def _own_as_json(own: Own) -> dict[str, Any]:
    made = own.statements
    return {
        "answers": answers_as_json(own.answers),
        "statements": None if made is None else [answers_as_json(one) for one in made],
    }


def _own(told: Mapping[str, Any]) -> Own:
    made = told["statements"]
    statements = None if made is None else tuple(answers_of(one) for one in made)
    return Own(answers_of(told["answers"]), statements)
