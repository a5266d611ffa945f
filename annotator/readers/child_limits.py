"""How much a child may take while it reads, and how it keeps itself within that.

Linux keeps every limit. macOS ignores the one on memory. Windows has none of these calls: there
only the program's clock ends a child that takes too long (`children`).
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

SECONDS = 30.0
MEGABYTES = 1_000

_BYTES_FOR_TWICE = 6_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` for each file, by the clock on the wall; `megabytes` (10**6) of address space.

    A file of many megabytes gets more time: a volume of a thousand PDF pages is no attack.
    """

    seconds: float = SECONDS
    megabytes: int = MEGABYTES

    def seconds_for(self, size: int) -> float:
        """The time for a file of that many bytes."""
        return self.seconds * (1 + size / _BYTES_FOR_TWICE)


LIMITS = Limits()

ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
"""What a child is started with: each further thread would reserve address space it never uses."""

if sys.platform == "win32":

    def limit_process(limits: Limits) -> None:
        """Nothing: see above."""

    def start_clock(seconds: float) -> None:
        """Nothing: see above."""

    def stop_clock() -> None:
        """Nothing: see above."""

else:
    import resource
    import signal

    def limit_process(limits: Limits) -> None:
        """Cap this process's memory for good; it leaves no core file behind."""
        _lower(resource.RLIMIT_CORE, 0)
        _lower(resource.RLIMIT_AS, limits.megabytes * 1_000_000)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)

    def start_clock(seconds: float) -> None:
        """From now on this process has so many seconds; then it is ended, whatever it is doing.

        The alarm's own action is to end the process, so that it also ends code in C that never
        comes back. The limit on processor time is for what would block the alarm.
        """
        used = os.times()
        _lower(resource.RLIMIT_CPU, int(used.user + used.system + seconds) + 2)
        signal.setitimer(signal.ITIMER_REAL, seconds)

    def stop_clock() -> None:
        """The file has been read in time."""
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _lower(which: int, limit: int) -> None:
        """Set the soft limit; never above the hard one, which others may have set lower."""
        _, hard = resource.getrlimit(which)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        try:
            resource.setrlimit(which, (limit, hard))
        except (ValueError, OSError):  # macOS refuses a cap below what is mapped already
            return
