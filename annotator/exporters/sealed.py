"""A folder inside a destination, and the checksums of all that was written there."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, TextIO

from annotator.exporters.files import Destination
from annotator.exporters.hashed import Hashed

SUMS = "SHA256SUMS"
"""The file of checksums, as `sha256sum -c` reads it."""


class Within:
    """A folder of a destination, as a destination of its own."""

    def __init__(self, outer: Destination, folder: str) -> None:
        self._outer, self._folder = outer, folder

    def open(self, name: str) -> TextIO:
        """A text stream into the file of that name in the folder."""
        return self._outer.open(f"{self._folder}/{name}")

    def open_beside(self, name: str) -> TextIO:
        """The same: in a folder, companions are files like any other."""
        return self.open(name)

    def open_binary(self, name: str) -> BinaryIO:
        """A stream of bytes into the file of that name in the folder."""
        return self._outer.open_binary(f"{self._folder}/{name}")

    def stage(self, name: str) -> Path:
        """An empty file to write into under another name."""
        return self._outer.stage(f"{self._folder}/{name}")


class Sealed:
    """Passes text files on and keeps their checksums."""

    def __init__(self, outer: Destination) -> None:
        self._outer = outer
        self._made: dict[str, Hashed] = {}

    def open(self, name: str) -> TextIO:
        """A text stream into the file of that name."""
        self._made[name] = Hashed(self._outer.open(name))
        return self._made[name].as_text

    def open_beside(self, name: str) -> TextIO:
        """The same: in a folder, companions are files like any other."""
        return self.open(name)

    def open_binary(self, name: str) -> BinaryIO:
        """Refused: a package that is read in twenty years is made of text."""
        raise NotImplementedError(name)

    def stage(self, name: str) -> Path:
        """Refused, as `open_binary`."""
        raise NotImplementedError(name)

    def write_sums(self) -> int:
        """Write the checksums of all files, in the order of their names; how many these are."""
        lines = [f"{made.sha256}  {name}\n" for name, made in sorted(self._made.items())]
        self._outer.open(SUMS).write("".join(lines))
        return len(lines)
