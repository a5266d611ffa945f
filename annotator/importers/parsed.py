"""What was read from a file of codings: the work of coders, and whatever is wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.model.coding import UnitWork
from annotator.model.problem import Problem


class UnitKey(NamedTuple):
    """One coder's work on one paragraph (0: on the article as a whole) in one round."""

    coder: str
    round: str
    article: str
    paragraph: int


class ReadUnit(NamedTuple):
    """What the file says of a unit. `n_statements` is set where it counts without listing them."""

    line: int
    work: UnitWork
    n_statements: int | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What the file can speak of; of anything else its silence means nothing."""

    variables: frozenset[str] = frozenset()
    statements: bool = False


@dataclass(slots=True)
class Parsed:
    """Everything one file holds. What `problems` names is not in `units`.

    `left_out` says in words which units are not whole because of that; these are not finished.
    `machines` are the coders that the file itself says are programs.
    """

    file: str
    units: dict[UnitKey, ReadUnit] = field(default_factory=dict)
    scope: Scope = field(default_factory=Scope)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    machines: frozenset[str] = frozenset()


Existing = Mapping[UnitKey, UnitWork]
"""What the study holds already."""


def statement_id(key: UnitKey, number: int) -> str:
    """The id of an imported statement: the same file always makes the same ids."""
    parts = ("import", key.coder, key.round, key.article, str(key.paragraph), str(number))
    digest = hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()
    return f"{number:06d}{digest[:20].upper()}"
