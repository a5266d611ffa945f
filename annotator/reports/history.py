"""User actions as sentences, for `log`, undo and the status line."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model.bodies import STANDS_FOR
from annotator.model.codebook import Codebook
from annotator.model.coding import State
from annotator.model.decision import NO_STATEMENT
from annotator.model.event import Event, EventKind

_FIXED = {
    EventKind.STATEMENT_ADDED: "statement added",
    EventKind.STATEMENT_REMOVED: "statement removed",
    EventKind.UNIT_REOPENED: "reopened",
    EventKind.RETRACTED: "undo",
    EventKind.RESTORED: "redo",
}
_TELLING_FIRST = (
    EventKind.IMPORTED,
    EventKind.CODEBOOK_ADOPTED,
    EventKind.UNIT_FINISHED,
    EventKind.VALUE_SET,
    EventKind.STATEMENT_REMOVED,
    EventKind.ARTICLE_ADDED,
)


def describe(events: Sequence[Event], codebook: Codebook, n_events: int = 0) -> str:
    """What one action did, in a few words: its most telling event, and how many alike there were.

    `n_events` is the number of all events of the action, where `events` are only the first.
    """
    telling = next(
        (event for kind in _TELLING_FIRST for event in events if event.kind == kind), events[0]
    )
    words = _describe_one(telling, codebook)
    if telling.kind == EventKind.UNIT_FINISHED:
        words = ", ".join([words, *_answers_given(events, codebook)])
    alike = sum(event.kind == telling.kind for event in events)
    if alike == len(events):
        alike = max(alike, n_events)
    if alike > 1:
        words += f" and {alike - 1:,} more"
    return words + _where(telling)


def _describe_one(event: Event, codebook: Codebook) -> str:
    body = event.body
    match event.kind:
        case EventKind.VALUE_SET:
            return f"{_variable(event, codebook)} = {_value(event, codebook)}"
        case EventKind.VALUE_CLEARED:
            return f"{_variable(event, codebook)} cleared"
        case EventKind.ARTICLE_ADDED:
            # in a package every article keeps the place that it has in the study
            is_anew = body.get("place") and STANDS_FOR not in body
            return "paragraphs cut anew" if is_anew else "article added"
        case EventKind.KIND_CORRECTED:
            return f"kind corrected to {body['kind']}"
        case EventKind.CODEBOOK_ADOPTED:
            return f"codebook {body['id']} {body['version']} adopted"
        case EventKind.MEMO_SET:
            return "memo written" if body["text"] else "memo taken away"
        case EventKind.FLAG_SET:
            return "flagged" if body["on"] else "flag taken away"
        case EventKind.IMPORTED:
            return f"codings imported from {body['source']}" if body["source"] else "import"
        case EventKind.UNIT_FINISHED:
            return "finished"
        case _:
            return _of_the_team(event, codebook)


def _of_the_team(event: Event, codebook: Codebook) -> str:
    body = event.body
    match event.kind:
        case EventKind.MERGED:
            return f"{body['events']:,} entries merged from {body['source']}"
        case EventKind.DECISION:
            return f"decided {_decided(event, codebook)}, {body['reason'].replace('_', ' ')}"
        case EventKind.SEEN:
            return f"saw others' codings ({body['what']})"
        case EventKind.ASSIGNED:
            return f"{len(body['units']):,} assigned to {body['coder']}, round {event.round}"
        case EventKind.CODER_SET:
            return f"coder {body['name']} described as {body['role']}"
        case EventKind.ROUND_SET:
            return f"round {event.round} made for {body['purpose']}"
        case _:
            return _FIXED.get(EventKind(event.kind), event.kind)


def _decided(event: Event, codebook: Codebook) -> str:
    if event.variable == NO_STATEMENT:
        return "no statement"
    return f"{_variable(event, codebook)} = {_value(event, codebook)}"


def _answers_given(events: Sequence[Event], codebook: Codebook) -> list[str]:
    """The answers that finished a unit: not those it only confirmed, defaults and proposals."""
    return [
        _describe_one(event, codebook)
        for event in events
        if event.kind == EventKind.VALUE_SET and not _is_confirmed(event, codebook)
    ]


def _is_confirmed(event: Event, codebook: Codebook) -> bool:
    variable = codebook.by_id.get(event.variable)
    if variable is None or event.body["state"] != State.CODED:
        return False
    return bool(variable.prefill) or event.body["value"] == variable.default


def _variable(event: Event, codebook: Codebook) -> str:
    variable = codebook.by_id.get(event.variable)
    return variable.label if variable else event.variable


def _value(event: Event, codebook: Codebook) -> str:
    if event.body["state"] != State.CODED:
        return str(event.body["state"]).replace("_", " ")
    variable = codebook.by_id.get(event.variable)
    code = variable.code(event.body["value"]) if variable else None
    return code.label if code else str(event.body["value"])


def _where(event: Event) -> str:
    return f" (paragraph {event.paragraph})" if event.article and event.paragraph else ""
