"""Variables of sources, and of the cases that they belong to, as metadata of articles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from annotator.model.columns import ARTICLE_COLUMNS
from annotator.refi.elements import attribute, child, children, local, text_of
from annotator.refi.guids import same_form

if TYPE_CHECKING:
    from lxml.etree import _Element


class Metadata:
    """Programs put variables on the source or on a case; both are read."""

    def __init__(self, root: _Element) -> None:
        variables = children(child(root, "Variables"), "Variable")
        self._names = {
            same_form(attribute(one, "guid")): " ".join(attribute(one, "name").split())
            for one in variables
        }
        self._of_cases: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for case in children(child(root, "Cases"), "Case"):
            values = self._values(case)
            for reference in children(case, "SourceRef"):
                self._of_cases[same_form(attribute(reference, "targetGUID"))] |= values

    def of(self, source: _Element) -> dict[str, str]:
        """The metadata of a source by name; title, author ... in the case we write them in."""
        cases = self._of_cases.get(same_form(attribute(source, "guid")), {})
        return cases | self._values(source)

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
