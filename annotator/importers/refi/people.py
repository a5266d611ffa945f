"""Users of a project as coders; in a project of ours also the round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.coding import MAIN_ROUND
from annotator.refi.elements import attribute, child, children
from annotator.refi.guids import same_form
from annotator.refi.manifest import Manifest

if TYPE_CHECKING:
    from lxml.etree import _Element

Who = tuple[str, str]  # coder, round

NOBODY: Who = ("unknown coder", MAIN_ROUND)
_BY = ("creatingUser", "modifyingUser", "creatingUserGUID")


class People:
    """Who made what."""

    def __init__(self, root: _Element, manifest: Manifest | None) -> None:
        self._known: dict[str, Who] = {}
        taken: set[str] = set()
        for number, user in enumerate(children(child(root, "Users"), "User"), start=1):
            name = " ".join((attribute(user, "name") or attribute(user, "id")).split())
            name = _free(name or f"coder {number}", taken)
            self._known[same_form(attribute(user, "guid"))] = (name, MAIN_ROUND)
        if manifest is not None:
            self._known |= manifest.users

    def of(self, *elements: _Element, otherwise: Who = NOBODY) -> Who:
        """Coder and round of the first of these elements that says who made it."""
        for element in elements:
            for name in _BY:
                found = self._known.get(same_form(attribute(element, name)))
                if found is not None:
                    return found
        return otherwise


def _free(name: str, taken: set[str]) -> str:
    """Two people of one name stay two."""
    found, number = name, 2
    while found in taken:
        found, number = f"{name} ({number})", number + 1
    taken.add(found)
    return found
