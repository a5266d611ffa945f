"""The project file and the texts beside it, whatever the case of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.refi.elements import local
from annotator.refi.names import INTERNAL, PROJECT_FILE, SOURCES
from annotator.safe import xml
from annotator.safe.package import Package, is_package

if TYPE_CHECKING:
    from lxml.etree import _Element

    from annotator.safe.given import Given

_ENDING = ".qde"
_ELSEWHERE = ("relative:", "absolute:", "file:", "http:", "https:")


class Archive:
    """A .qdpx file, or the project.qde out of one; DataError where it is neither."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._package = Package(given) if is_package(given) else None
        names = self._package.names if self._package else []
        self._names = {name.replace("\\", "/").casefold(): name for name in reversed(names)}
        self.root = self._project()

    def _project(self) -> _Element:
        root = xml.parse(self._given, self._xml(), PROJECT_FILE)
        if local(root) != "Project":
            raise self._given.refusal(
                f"is no REFI-QDA project: its XML begins with <{local(root)[:40]}>"
            )
        return root

    def _xml(self) -> bytes:
        if self._package is None:
            return self._given.content
        found = [n for n in self._names if n.rpartition("/")[2] == PROJECT_FILE]
        found += [n for n in self._names if n.endswith(_ENDING)]
        if not found:
            raise self._given.refusal(
                f"is no REFI-QDA project: there is no {PROJECT_FILE} in the archive",
                hint="export the project as REFI-QDA (.qdpx) from the program that made it",
            )
        return self._package.read(self._names[found[0]])

    def names_own(self, path: str) -> bool:
        """Whether a path names a file of the archive, which may be missing all the same."""
        return bool(path) and not path.casefold().startswith(_ELSEWHERE)

    def text(self, path: str) -> bytes | None:
        """The bytes of the file that a path names; None where it is not in the archive."""
        if self._package is None or not self.names_own(path):
            return None
        bare = path[len(INTERNAL) :] if path.casefold().startswith(INTERNAL) else path
        wanted = bare.replace("\\", "/").casefold().lstrip("/")
        for name in (SOURCES + wanted, wanted):
            if name in self._names:
                return self._package.read(self._names[name])
        return None
