"""What may stand in the columns of an event: for events that others wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from annotator.model import bodies
from annotator.model.event import EventKind


class Fields(NamedTuple):
    """An event as it stands in a row of the log; `body` is JSON."""

    id: str
    replica: str
    seq: int
    lamport: int
    at: int
    coder: str
    round: str
    batch: str
    kind: str
    article: str
    paragraph: int
    statement: str
    variable: str
    body: str
    codebook: str


MAX_BODY = 50_000_000  # characters
MAX_SEQ = 100_000_000
YEARS_AHEAD = 100
"""How far into the future the clock of whoever wrote an event may have been set."""

_NUMBERS = ("seq", "lamport", "at", "paragraph")
_TYPES = tuple(int if name in _NUMBERS else str for name in Fields._fields)
_NAME = re.compile(r"[0-9A-Za-z._:-]{1,100}")
_CODEBOOK = re.compile(r"([0-9a-f]{12})?")
_MILLISECONDS_OF_A_YEAR = 31_557_600_000
_DIGITS_OF_TIME = 12  # of an id, in front


def has_types(row: Fields, digest: object) -> bool:
    """Whether each column holds what its type says; nothing else is looked at before."""
    return tuple(map(type, row)) == _TYPES and type(digest) is bytes


def fault(row: Fields, now: int) -> str:
    """What cannot be in an event's columns, in words; "" where nothing is wrong.

    `now` is the wall time in milliseconds since 1970; the body is not looked at.
    """
    latest = now + YEARS_AHEAD * _MILLISECONDS_OF_A_YEAR
    if not bodies.is_event_id(row.id) or int(row.id[:_DIGITS_OF_TIME], 16) > latest:
        return "has an id that annotator does not make"
    if not 1 <= row.seq <= MAX_SEQ:
        return "has no plausible place among the events of its copy"
    if row.batch > row.id or not bodies.is_event_id(row.batch):
        return "belongs to an action that cannot be"
    if not 0 <= row.at <= latest:
        return "was made at a time that cannot be"
    if len(row.body) > MAX_BODY:
        return "is larger than any that annotator writes"
    return _fault_of_names(
        row.replica, row.coder, row.round, row.variable, row.codebook, row.kind
    ) or _fault_of_place(row, *_PLACES[row.kind])


@lru_cache(maxsize=5_000)
def _fault_of_names(*names: str) -> str:
    """Names are the same in most events: each set of them is looked at once."""
    replica, coder, round_, variable, codebook, kind = names
    if not _NAME.fullmatch(replica):
        return "has no plausible place among the events of its copy"
    if not all(map(bodies.is_name, (coder, round_, variable))):
        return f"has a name of more than {bodies.MAX_NAME} characters"
    if not _CODEBOOK.fullmatch(codebook):
        return "names a codebook in a way annotator does not"
    if kind not in _PLACES:
        return f'is of a kind this annotator does not know, "{kind[:50]}"'
    return ""


def _fault_of_place(row: Fields, lowest: int | None, statement: str, variable: str) -> str:
    if lowest is None:
        misplaced = bool(row.article or row.paragraph)
    else:
        highest = 0 if row.kind == EventKind.ARTICLE_ADDED else bodies.MAX_PLACE
        misplaced = not (_is_named(row.article) and lowest <= row.paragraph <= highest)
    if row.statement and not _NAME.fullmatch(row.statement):
        misplaced = True
    for held, rule in ((row.statement, statement), (row.variable, variable)):
        if rule != _MAY and bool(held) != (rule == _MUST):
            misplaced = True
    return "is about something that events of its kind are not about" if misplaced else ""


@lru_cache(maxsize=5_000)
def _is_named(article: str) -> bool:
    return _NAME.fullmatch(article) is not None


_MUST, _MAY, _NOT = "must", "may", "not"
_NOWHERE = (None, _NOT, _NOT)

_PLACES: Mapping[str, tuple[int | None, str, str]] = {
    # lowest paragraph (None: about no article), whether a statement and a variable are named
    EventKind.ARTICLE_ADDED: (0, _NOT, _NOT),
    EventKind.KIND_CORRECTED: (1, _NOT, _NOT),
    EventKind.CODEBOOK_ADOPTED: _NOWHERE,
    EventKind.VALUE_SET: (0, _MAY, _MUST),
    EventKind.VALUE_CLEARED: (0, _MAY, _MUST),
    EventKind.STATEMENT_ADDED: (0, _MUST, _NOT),
    EventKind.STATEMENT_REMOVED: (0, _MUST, _NOT),
    EventKind.UNIT_FINISHED: (0, _NOT, _NOT),
    EventKind.UNIT_REOPENED: (0, _NOT, _NOT),
    EventKind.MEMO_SET: (0, _MAY, _NOT),
    EventKind.FLAG_SET: (0, _MAY, _NOT),
    EventKind.CODER_SET: _NOWHERE,
    EventKind.ROUND_SET: _NOWHERE,
    EventKind.ASSIGNED: _NOWHERE,
    EventKind.DECISION: (0, _MAY, _MUST),
    EventKind.SEEN: (0, _MAY, _MAY),
    EventKind.MERGED: _NOWHERE,
    EventKind.IMPORTED: _NOWHERE,
    EventKind.RETRACTED: _NOWHERE,
    EventKind.RESTORED: _NOWHERE,
}
