"""Options that belong together are given to a command together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, TypeVar

Command = TypeVar("Command", bound=Callable[..., Any])
Decorator = Callable[[Any], Any]


def together(options: Sequence[Decorator]) -> Callable[[Command], Command]:
    """One decorator for all of these; in `--help` they stand in the given order."""

    def given(command: Command) -> Command:
        return reduce(lambda made, option: option(made), reversed(options), command)

    return given
