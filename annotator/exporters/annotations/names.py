"""Names of files and types, made from names that may hold anything."""

from __future__ import annotations

import re
import unicodedata

_NOT_IN_FILES = re.compile(r"[^\w() .,+-]+")
_NOT_IN_TYPES = re.compile(r"[^A-Za-z0-9_-]+")
_TAKEN_BY_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_MOST_BYTES = 100  # with a number and an ending well within the 255 bytes of a file name


class Names:
    """Gives each thing one name, and no two things the same, whatever their capitals."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()

    def reserve(self, *names: str) -> None:
        """Names that nothing may have."""
        self._taken |= {name.casefold() for name in names}

    def file(self, name: str, key: str = "") -> str:
        """A name for a file or folder, without an ending, on any system.

        `key` is what tells things apart; the name, if not given.
        """
        bare = _NOT_IN_FILES.sub("_", unicodedata.normalize("NFC", name)).strip(" .")
        bare = bare.encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .")
        safe = f"_{bare}" if _TAKEN_BY_WINDOWS.fullmatch(bare) else bare
        return self._unique(key or name, safe)

    def type(self, name: str) -> str:
        """A name of ASCII letters, digits, - and _, as programs with simple grammars want it."""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
        return self._unique(name, _NOT_IN_TYPES.sub("_", plain).strip("_"))

    def _unique(self, key: str, wanted: str) -> str:
        if key not in self._given:
            made, number = wanted or "unnamed", 1
            while made.casefold() in self._taken:
                number += 1
                made = f"{wanted or 'unnamed'}_{number}"
            self._taken.add(made.casefold())
            self._given[key] = made
        return self._given[key]
