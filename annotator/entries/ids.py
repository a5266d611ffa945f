"""Ids for variables and codes that came without: made from their labels, unique, allowed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from annotator.model.columns import RESERVED

MAX_LENGTH = 64

TAKEN = RESERVED | {"no_statement", "flag", "record", "unit"}
"""Columns of tables of codings, other names under which imports know them, a word of `ask_if`."""

_SPECIAL = ("not_applicable", "cannot_tell")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zs", "Zl", "Zp"})
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.-]+")
_ROOM = 8  # for a number that makes an id unique


class Ids:
    """Hands out ids; `taken` are those that are given already."""

    def __init__(self) -> None:
        self._variables: set[str] = set()
        self._codes: dict[str, set[str]] = {}

    def variable(self, wanted: str) -> str:
        """An id for a variable: `wanted` itself where it may be one and is free."""
        name = wanted if _NAME.fullmatch(wanted) else _as_name(wanted)
        name = f"{name}_code" if name.lower() in TAKEN else name
        found = next(n for n in _numbered(name) if n.lower() not in self._variables)
        self._variables.add(found.lower())
        self._codes[found] = set(_SPECIAL)
        return found

    def code(self, variable: str, wanted: str) -> str:
        """An id for a code of a variable that has its id."""
        seen = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in wanted)
        name = "_".join(seen.replace("|", "/").split()) or "code"
        taken = self._codes.setdefault(variable, set(_SPECIAL))
        found = next(n for n in _numbered(name) if unicodedata.normalize("NFC", n) not in taken)
        taken.add(unicodedata.normalize("NFC", found))
        return found


def _as_name(wanted: str) -> str:
    plain = unicodedata.normalize("NFKD", wanted)
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    name = _NOT_IN_NAMES.sub("_", bare).strip("_") or "codes"
    return name if name[0].isascii() and name[0].isalpha() else f"v_{name}"


def _numbered(name: str) -> Iterator[str]:
    if len(name) <= MAX_LENGTH:
        yield name
    number = 1 if len(name) > MAX_LENGTH else 2
    while True:
        yield f"{name[: MAX_LENGTH - _ROOM]}_{number}"
        number += 1
