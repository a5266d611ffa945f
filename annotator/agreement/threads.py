"""Pieces of work on all processors: numpy lets other threads run while it computes."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Work = TypeVar("Work")
Found = TypeVar("Found")

_WAITING = 4  # pieces held ready for each thread; the others are not made before they are needed


def in_threads(do: Callable[[Work], Found], work: Iterable[Work]) -> Iterator[Found]:
    """What `do` makes of each piece of work, in their order, so that sums are always the same.

    An interruption waits for the pieces that were begun, and begins no other.
    """
    pieces, threads = iter(work), _processors()
    with ThreadPoolExecutor(threads) as pool:
        begun = deque(pool.submit(do, piece) for piece in islice(pieces, threads * _WAITING))
        try:
            while begun:
                found = begun.popleft().result()
                begun.extend(pool.submit(do, piece) for piece in islice(pieces, 1))
                yield found
        finally:
            for piece in begun:
                piece.cancel()


def _processors() -> int:
    """How many processors this process may use; the others may be lent to somebody else."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
