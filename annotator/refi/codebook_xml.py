"""A codebook as a .qdc file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.entries.description import description
from annotator.entries.entry import Entry
from annotator.refi.code_xml import code_element
from annotator.refi.elements import element
from annotator.refi.guids import guid
from annotator.refi.names import CODEBOOK_SPACE as _SPACE
from annotator.refi.nodes import CodeNode, nodes_of

if TYPE_CHECKING:
    from lxml.etree import _Element


def codebook_xml(entries: Sequence[Entry], origin: str) -> bytes:
    """The file for a codebook that has a variable; `origin` names the program that writes it.

    The codebook's own fields (id, version, title ...) describe a set of all variables.
    """
    from lxml import etree

    nodes = nodes_of(entries)
    root = element(_SPACE, "CodeBook", {"origin": origin})
    codes = element(_SPACE, "Codes")
    codes.extend(code_element(node, _SPACE) for node in nodes)
    sets = element(_SPACE, "Sets")
    sets.append(_set(entries[0], nodes))
    root.extend((codes, sets))
    etree.indent(root)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8") + b"\n"


def _set(head: Entry, nodes: Sequence[CodeNode]) -> _Element:
    name = head.fields.get("codebook", "codebook")
    given = {"guid": guid("codebook", name), "name": head.fields.get("title") or name}
    made = element(_SPACE, "Set", given)
    fields = {field: text for field, text in head.fields.items() if field != "title"}
    made.append(element(_SPACE, "Description", text=description(fields)))
    made.extend(element(_SPACE, "MemberCode", {"guid": node.guid}) for node in nodes)
    return made
