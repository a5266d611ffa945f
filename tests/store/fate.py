"""Clocks, ids and names of copies drawn from a seed: what happens can be told again."""

import os
import secrets
import time
from random import Random
from types import ModuleType

from annotator import ids
from annotator.store import log, package, settings

BEGINNING = 1_750_000_000_000_000_000  # nanoseconds since 1970
_DECIDED_BY: dict[tuple[ModuleType, str], ModuleType] = {
    (ids, "time"): time, (log, "time"): time, (ids, "os"): os,
    (package, "secrets"): secrets, (settings, "secrets"): secrets,
}  # fmt: skip


class Fate:
    """Stands in for the modules `time`, `os` and `secrets`.

    `offset` is how far the clock is out of whoever acts now, in nanoseconds.
    """

    def __init__(self) -> None:
        self.offset = 0
        self._chance, self._now = Random(0), BEGINNING

    def time_ns(self) -> int:
        self._now += self._chance.choice((0, 300_000, 5_000_000))
        return self._now + self.offset

    def urandom(self, n: int) -> bytes:
        return self._chance.randbytes(n)

    def token_hex(self, n: int) -> str:
        return self._chance.randbytes(n).hex()


def let_decide(fate: Fate) -> None:
    """Let the store ask this one for the time and for whatever is drawn."""
    for module, name in _DECIDED_BY:
        setattr(module, name, fate)


def let_nobody_decide() -> None:
    """Let the store ask the machine again."""
    for (module, name), real in _DECIDED_BY.items():
        setattr(module, name, real)
