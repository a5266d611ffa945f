"""How long the rest will take, from the units finished since the program was started."""

from __future__ import annotations

import time
from collections import deque
from statistics import median

_IDLE = 300.0  # seconds: a longer pause was no coding
_FEWEST = 5
_NEWEST = 20


class Pace:
    """Times between finished units."""

    def __init__(self) -> None:
        self._seconds: deque[float] = deque(maxlen=_NEWEST)
        self._last = time.monotonic()

    def finished(self) -> None:
        """A unit was finished just now."""
        now = time.monotonic()
        if now - self._last <= _IDLE:
            self._seconds.append(now - self._last)
        self._last = now

    def left(self, units: int) -> str:
        """The time that so many units will take, in words; "" while it cannot be told."""
        if len(self._seconds) < _FEWEST or units <= 0:
            return ""
        minutes = round(median(self._seconds) * units / 60)
        if minutes < 1:
            return "< 1 min left"
        return f"~{minutes} min left" if minutes < 120 else f"~{round(minutes / 60)} h left"
