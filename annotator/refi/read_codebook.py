"""A .qdc file as the entries of a codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.entries.description import fields_in
from annotator.entries.ids import Ids
from annotator.refi.code_xml import code_elements, read_codes
from annotator.refi.elements import attribute, child, children, local, text_of
from annotator.refi.read_nodes import ReadCodes, entries_from
from annotator.safe import xml

if TYPE_CHECKING:
    from lxml.etree import _Element

    from annotator.safe.given import Given


def read_codebook(given: Given, name: str) -> ReadCodes:
    """The codebook of a .qdc file; `name` is that of one that names itself nowhere.

    Raises DataError for what is no such file. Namespaces are not looked at: four are in use.
    """
    root = xml.parse(given, given.content, "the codebook")
    if local(root) != "CodeBook":
        raise given.refusal(
            f"is no REFI-QDA codebook: its XML begins with <{local(root)[:40]}>",
            hint="a codebook begins with <CodeBook>, a project is a .qdpx file",
        )
    nodes = read_codes(code_elements(root))
    if not nodes:
        raise given.refusal("is a codebook without codes")
    head = _head(root)
    read = entries_from(nodes, head or new_head(name))
    if head:
        read.n_colours = 0  # ours stand for nothing
    else:
        read.n_sets = sum(1 for _ in children(child(root, "Sets"), "Set"))
    return read


def new_head(name: str) -> dict[str, str]:
    """The head of a codebook that came without."""
    return {"codebook": Ids().variable(name), "version": "1", "title": " ".join(name.split())}


def _head(root: _Element) -> dict[str, str]:
    """What a set of ours says of the codebook as a whole; nothing where there is none."""
    for found in children(child(root, "Sets"), "Set"):
        fields = fields_in(text_of(child(found, "Description")))
        if "codebook" in fields and "version" in fields:
            return fields | {"title": " ".join(attribute(found, "name").split())}
    return {}
