"""The adjudicated value of a disagreement; it stands beside the codings, never over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from annotator.model.coding import Answer, Target


class Reason(StrEnum):
    """Why coders differed."""

    SLIP = "slip"  # one of them erred
    UNCLEAR_TEXT = "unclear_text"
    CODEBOOK_GAP = "codebook_gap"
    REAL_DIFFERENCE = "real_difference"  # both readings can be held
    AGREED = "agreed"  # there was no difference: finished in bulk


class DecisionRow(NamedTuple):
    """One decided answer. `coder` is who decided; `reason` one of `Reason`, `note` their words.

    `rule` is what they would have the next version of the codebook say.

    The decided statements of a paragraph are all those of its newest decision on statements; a
    row with the variable "statement" and no statement id says that there is none.
    """

    coder: str
    round: str
    article: str
    paragraph: int
    statement: str
    variable: str
    value: str
    state: str
    reason: str
    note: str
    rule: str
    at: int
    codebook: str


NO_STATEMENT = "statement"
"""Stands as the variable of a decision that a paragraph holds no statement."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What somebody decides about a unit: answers on it, its statements, or both.

    `statements` are all that the paragraph holds; None: they are not decided here.
    """

    unit: Target
    reason: Reason
    answers: Mapping[str, Answer] = field(default_factory=dict)
    statements: Sequence[Mapping[str, Answer]] | None = None
    note: str = ""
    rule: str = ""
