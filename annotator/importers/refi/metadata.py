"""Variables of sources, and of the cases that they belong to, as metadata of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.columns import ARTICLE_COLUMNS
from annotator.refi.elements import attribute, child, children, local, text_of
from annotator.refi.guids import same_form

if TYPE_CHECKING:
    from lxml.etree import _Element


_REFERENCES = ("CodeRef", "SourceRef", "SelectionRef")
_BETWEEN = "; "
_CASE = "case"


class Metadata:
    """Programs put variables on the source or on a case; both are read.

    A case names its texts or passages, or it is a code, by the same GUID or by reference: then a
    text in which that was coded belongs to it. Its name is metadata, too.
    """

    def __init__(self, root: _Element) -> None:
        variables = children(child(root, "Variables"), "Variable")
        self._names = {
            same_form(attribute(one, "guid")): " ".join(attribute(one, "name").split())
            for one in variables
        }
        self._cases = [
            (_named(case), _name(case) | self._values(case))
            for case in children(child(root, "Cases"), "Case")
        ]
        self._kept: set[int] = set()

    def of(self, source: _Element) -> dict[str, str]:
        """The metadata of a source by name; title, author ... in the case we write them in."""
        return self._of_cases(source) | self._values(source)

    @property
    def n_left(self) -> int:
        """How many cases have none of the sources that were asked for."""
        return len(self._cases) - len(self._kept)

    def _of_cases(self, source: _Element) -> dict[str, str]:
        """A focus group belongs to several cases: then all their values stand, each once."""
        found: dict[str, list[str]] = {}
        held = _held(source) if self._cases else set()
        for number, (named, values) in enumerate(self._cases):
            if not named.isdisjoint(held):
                self._kept.add(number)
                for name, value in values.items():
                    found.setdefault(name, []).append(value)
        return {name: _BETWEEN.join(dict.fromkeys(values)) for name, values in found.items()}

    def _values(self, element: _Element) -> dict[str, str]:
        found: dict[str, str] = {}
        for value in children(element, "VariableValue"):
            reference = child(value, "VariableRef")
            target = attribute(reference, "targetGUID") if reference is not None else ""
            name = self._names.get(same_form(target), "")
            known = name.casefold() if name.casefold() in ARTICLE_COLUMNS else name
            text = next((text_of(one) for one in value if local(one).endswith("Value")), "")
            if known and text.strip():
                found.setdefault(known, text.strip())
        return found


def _name(case: _Element) -> dict[str, str]:
    name = " ".join(attribute(case, "name").split())
    return {_CASE: name} if name else {}


def _named(case: _Element) -> set[str]:
    """The GUIDs of what belongs to a case, and its own."""
    targets = (attribute(one, "targetGUID") for one in children(case, *_REFERENCES))
    return {same_form(guid) for guid in (attribute(case, "guid"), *targets)} - {""}


def _held(source: _Element) -> set[str]:
    """The GUIDs of a source, of all in it, and of the codes used there."""
    every = source.iter("{*}*")
    return {same_form(attribute(one, "guid") or attribute(one, "targetGUID")) for one in every}
