"""What may stand in an event's body, kind by kind: for events that others wrote.

`annotator.model.facts` writes bodies; nothing else than what it writes is accepted from a file
that somebody sent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from annotator.model.article import Kind
from annotator.model.coding import State
from annotator.model.decision import Reason
from annotator.model.event import EventKind
from annotator.model.team import WHOLE_ARTICLE, Purpose, Role

STANDS_FOR = "stands_for"
"""In a package: the event of the study in whose place this one was written (decision 011)."""

MAX_TEXT = 1_000_000  # characters of a memo, a value, a note
MAX_NAME = 200  # characters of the name of a coder, a round, a variable
MAX_ITEMS = 1_000_000  # paragraphs of an article, units given at once, events taken back at once
MAX_PLACE = 2**31

_Check = Callable[[Any], bool]
_EVENT_ID = re.compile(r"[0-9a-f]{28}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PLACE = re.compile(r"\d{15}[0-9a-f]{28}")


def fault(kind: str, body: Mapping[str, Any]) -> str:
    """What is wrong with the body of an event of that kind, in words; "" where nothing is."""
    fields = _FIELDS[kind]
    allowed = fields | _OPTIONAL.get(kind, {})
    for name in fields.keys() - body.keys():
        return f"does not say its {name}"
    for name, value in body.items():
        if name not in allowed:
            return "says more than events of its kind do"
        if not allowed[name](value):
            return f"has a {name} that cannot be"
    return _contradiction(kind, body)


def is_name(value: Any) -> bool:
    """Whether this can be the name of a coder, a round or a variable; "" is for none."""
    return type(value) is str and len(value) <= MAX_NAME


def is_event_id(value: Any) -> bool:
    """Whether this can be the id of an event."""
    return type(value) is str and _EVENT_ID.fullmatch(value) is not None


def _contradiction(kind: str, body: Mapping[str, Any]) -> str:
    if kind in (EventKind.VALUE_SET, EventKind.DECISION):
        if body["value"] and body["state"] != State.CODED:
            return "has a value that does not go with its state"
    elif kind == EventKind.ARTICLE_ADDED:
        return _fault_of_cuts(body["paragraphs"])
    return ""


def _fault_of_cuts(paragraphs: list[list[Any]]) -> str:
    last = 0
    for start, end, *_ in paragraphs:
        if not last <= start <= end:
            return "has paragraphs that are not in order"
        last = end
    return ""


# ------------------------------------------------------------------ checks of one value


def _is_text(value: Any) -> bool:
    return type(value) is str and len(value) <= MAX_TEXT


def _is_hash(value: Any) -> bool:
    return type(value) is str and _SHA256.fullmatch(value) is not None


def _is_place(value: Any) -> bool:
    return type(value) is str and _PLACE.fullmatch(value) is not None


def _is_bool(value: Any) -> bool:
    return type(value) is bool


def _is_true(value: Any) -> bool:
    return value is True


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MAX_PLACE


def _one_of(values: type[StrEnum]) -> _Check:
    known = frozenset(map(str, values))
    return lambda value: type(value) is str and value in known


def _list_of(check: _Check) -> _Check:
    return lambda value: type(value) is list and len(value) <= MAX_ITEMS and all(map(check, value))


def _tuple_of(*checks: _Check) -> _Check:
    return lambda value: (
        type(value) is list
        and len(value) == len(checks)
        and all(check(part) for check, part in zip(checks, value, strict=True))
    )


def _is_metadata(value: Any) -> bool:
    return type(value) is dict and all(map(_is_text, value)) and all(map(_is_text, value.values()))


def _is_unit(value: Any) -> bool:
    return type(value) is int and WHOLE_ARTICLE <= value <= MAX_PLACE


def _is_ranges(value: Any) -> bool:
    pair = _tuple_of(_is_count, _is_count)
    return type(value) is dict and all(map(is_name, value)) and all(map(pair, value.values()))


_is_kind = _one_of(Kind)
_ANSWER: dict[str, _Check] = {"value": _is_text, "state": _one_of(State)}

_FIELDS: Mapping[str, dict[str, _Check]] = {
    EventKind.ARTICLE_ADDED: dict.fromkeys(
        ("name", "title", "author", "source", "date", "url", "sha256", "encoding"), _is_text
    ) | {
        "text": _is_hash,
        "metadata": _is_metadata,
        "paragraphs": _list_of(_tuple_of(_is_count, _is_count, _is_kind, _is_text)),
    },
    EventKind.KIND_CORRECTED: {"kind": _is_kind},
    EventKind.CODEBOOK_ADOPTED: {
        "source": _is_hash, "id": _is_text, "version": _is_text, "name": _is_text,
    },
    EventKind.VALUE_SET: _ANSWER,
    EventKind.VALUE_CLEARED: {},
    EventKind.STATEMENT_ADDED: {},
    EventKind.STATEMENT_REMOVED: {},
    EventKind.UNIT_FINISHED: {},
    EventKind.UNIT_REOPENED: {},
    EventKind.MEMO_SET: {"text": _is_text},
    EventKind.FLAG_SET: {"on": _is_bool},
    EventKind.CODER_SET: {"name": is_name, "role": _one_of(Role), "note": _is_text},
    EventKind.ROUND_SET: {
        "purpose": _one_of(Purpose), "counts": _is_bool, "masked": _list_of(is_name),
        "gold": is_name,
    },
    EventKind.ASSIGNED: {
        "coder": is_name, "seed": _is_text,
        "units": _list_of(_tuple_of(is_name, _is_unit, _is_bool)),
    },
    EventKind.DECISION: _ANSWER
    | {"reason": _one_of(Reason), "note": _is_text, "rule": _is_text},
    EventKind.SEEN: {"what": _is_text},
    EventKind.MERGED: {"source": _is_text, "events": _is_count, "replicas": _is_ranges},
    EventKind.IMPORTED: {"source": _is_text},
    EventKind.RETRACTED: {"events": _list_of(is_event_id)},
    EventKind.RESTORED: {"retraction": is_event_id},
}  # fmt: skip

_OPTIONAL: Mapping[str, dict[str, _Check]] = {
    EventKind.ARTICLE_ADDED: {"place": _is_place, STANDS_FOR: is_event_id},
    EventKind.KIND_CORRECTED: {STANDS_FOR: is_event_id},
    EventKind.UNIT_REOPENED: {"why": _is_text},
    EventKind.CODEBOOK_ADOPTED: {STANDS_FOR: is_event_id},
    EventKind.ROUND_SET: {STANDS_FOR: is_event_id},
    EventKind.ASSIGNED: {STANDS_FOR: is_event_id},
    EventKind.RETRACTED: {"import": _is_true},
    EventKind.UNIT_REOPENED: {"why": _is_text},
}
