"""Drawing at random, so that anyone can repeat the draw. Pure.

What is drawn follows from the seed and the names of the units alone: units are put in the order of
the SHA-256 of seed and name, and the first of them are taken. So no version of Python, no order in
which units or coders are named, and no other unit can change where a unit stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TypeVar

Item = TypeVar("Item")


def rank(seed: str, *words: str) -> int:
    """Where something stands in a random order: a number below 2**64."""
    digest = sha256("\0".join((seed, *words)).encode("utf-8")).digest()
    return int.from_bytes(digest[:8])


def chance(seed: str, *words: str) -> float:
    """A number from 0 to below 1."""
    return (rank(seed, *words) >> 11) / 2**53


def shuffled(
    items: Iterable[Item], seed: str, purpose: str, name: Callable[[Item], str]
) -> list[Item]:
    """The items in random order; each `purpose` has an order of its own."""
    return sorted(items, key=lambda item: (rank(seed, purpose, name(item)), name(item)))


def quotas(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """How many of `n` fall to each stratum, in proportion to its size, by largest remainder.

    Ties go to the larger stratum, then by name. Never more than the stratum holds.
    """
    total = sum(sizes.values())
    n = min(n, total)
    exact = {name: n * size / total for name, size in sizes.items()} if total else {}
    found = {name: n * size // total for name, size in sizes.items()} if total else {}
    by_remainder = sorted(exact, key=lambda name: (found[name] - exact[name], -sizes[name], name))
    for name in by_remainder[: n - sum(found.values())]:
        found[name] += 1
    return found


def stratified(
    items: Sequence[Item],
    n: int,
    seed: str,
    *,
    name: Callable[[Item], str],
    stratum: Callable[[Item], str],
) -> list[Item]:
    """`n` items at random, from each stratum in proportion; in random order."""
    sizes: dict[str, int] = {}
    for item in items:
        sizes[stratum(item)] = sizes.get(stratum(item), 0) + 1
    left = quotas(sizes, n)
    drawn = []
    for item in shuffled(items, seed, "sample", name):
        if left[stratum(item)]:
            left[stratum(item)] -= 1
            drawn.append(item)
    return drawn
