"""Events: the only thing ever written to a study.

An event states one fact about one *register* (a value, the existence of a statement, a memo ...).
The current state of a register is its latest event, by (Lamport time, id), that was not retracted;
so the state depends on the set of events alone, and merging two logs is a union.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class EventKind(StrEnum):
    """What happened. The comment names the content of the body."""

    ARTICLE_ADDED = "article_added"  # metadata, text (content hash), paragraphs, place
    KIND_CORRECTED = "kind_corrected"  # kind
    CODEBOOK_ADOPTED = "codebook_adopted"  # source (content hash), id, version
    VALUE_SET = "value_set"  # value, state
    VALUE_CLEARED = "value_cleared"
    STATEMENT_ADDED = "statement_added"
    STATEMENT_REMOVED = "statement_removed"
    UNIT_FINISHED = "unit_finished"
    UNIT_REOPENED = "unit_reopened"
    MEMO_SET = "memo_set"  # text ("" takes the memo away)
    FLAG_SET = "flag_set"  # on
    CODER_SET = "coder_set"  # name, role, note
    ROUND_SET = "round_set"  # purpose, counts, masked, gold
    ASSIGNED = "assigned"  # coder, units (article, paragraph, shared; in order), seed
    DECISION = "decision"  # value, state, reason, note, rule
    SEEN = "seen"  # what: where this coder saw others' codings of the unit
    MERGED = "merged"  # source, events, and the range of each copy's events that came in
    IMPORTED = "imported"  # source, and how much came in; opens the batch of an import
    RETRACTED = "retracted"  # events: the ids taken back (undo)
    RESTORED = "restored"  # retraction: the id of the retraction taken back (redo)


ONLY_THE_LEAD = frozenset(
    {
        EventKind.CODEBOOK_ADOPTED, EventKind.CODER_SET, EventKind.ROUND_SET, EventKind.ASSIGNED,
        EventKind.DECISION,
    }
)  # fmt: skip
"""What decides about the study as a whole: no part of a coder's work."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before the log gave it its id, its place in the order and its hash."""

    kind: EventKind
    article: str = ""
    paragraph: int = 0
    statement: str = ""
    variable: str = ""
    body: Mapping[str, Any] = field(default_factory=dict)
    coder: str | None = None  # None: the coder the study was opened for
    round: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One fact, as it stands in the log.

    `replica` and `seq` number the events of one copy of the study; `lamport` orders events across
    copies; `at` is the wall time in milliseconds (for display only); `batch` is the id of the
    first event of the same user action; `codebook` the content hash of the codebook in force.
    """

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
    body: Mapping[str, Any]
    codebook: str
