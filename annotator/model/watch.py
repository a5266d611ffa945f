"""Watching work that may take a while: whoever waits is shown how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Watch(Protocol):
    """Is handed the items of a step on their way, what the step is, and how many there will be.

    What it raises ends the work, of which nothing stays.
    """

    def __call__(
        self, iterable: Iterable[Item], label: str, length: int | None = None
    ) -> Iterable[Item]:
        """The same items."""
        ...


def unwatched(
    iterable: Iterable[Item],
    label: str,  # noqa: ARG001 - nobody is told
    length: int | None = None,  # noqa: ARG001
) -> Iterable[Item]:
    """Nobody waits."""
    return iterable
