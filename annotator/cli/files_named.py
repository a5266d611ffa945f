"""Files that a command is given, also by a pattern: Windows hands `*.txt` on as it was typed."""

from __future__ import annotations

import os
from glob import glob
from typing import Any

import click

_SIGNS = frozenset("*?")


class FilesNamed(click.Argument):
    """An argument of any number of files; `*` and `?` stand for what is there, as in a shell."""

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """What was typed, a pattern replaced by the files that it matches."""
        if isinstance(value, (tuple, list)):
            value = [name for typed in value for name in _matching(typed)]
        return super().type_cast_value(ctx, value)


def _matching(typed: Any) -> list[Any]:
    """The files in order; the pattern itself where there are none, to be told as not found."""
    if not isinstance(typed, str) or not _SIGNS.intersection(typed) or os.path.lexists(typed):
        return [typed]
    return sorted(glob(typed.replace("[", "[[]"), recursive=True)) or [typed]  # noqa: PTH207  a Path refuses absolute ones
