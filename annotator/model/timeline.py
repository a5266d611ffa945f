"""One thing a coder did, and when."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """Something done on a unit. `at` is milliseconds since 1970; `finished`: the unit was."""

    coder: str
    round: str
    article: str
    paragraph: int
    at: int
    finished: bool
