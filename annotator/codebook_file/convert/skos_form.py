"""A codebook as SKOS in RDF/XML: a variable is a concept scheme, its codes are concepts.

SKOS: W3C Recommendation of 18 August 2009. What it has no word for (keys, numbers, conditions)
stands in properties of our own, which other programs pass over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotator.codebook_file.convert.hub import Found
from annotator.codebook_file.convert.skos_names import (
    DCT,
    LANGUAGE,
    LISTS,
    OWN,
    RDF,
    SKOS,
    SPACES,
    WORDS,
    about,
)
from annotator.codebook_file.convert.skos_read import read_skos
from annotator.entries.entry import Entry

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(content: bytes, name: str) -> Found:
    """The entries of an RDF/XML file with SKOS in it. Raises DataError where it has none."""
    return read_skos(content, name)


def write(entries: Sequence[Entry]) -> bytes:
    """The RDF/XML for the entries."""
    from lxml import etree

    spaces: Any = SPACES
    root = etree.Element(f"{{{RDF}}}RDF", nsmap=spaces)
    head, *rest = entries
    codebook, own = head.fields.get("codebook", "codebook"), head.fields.get("language", "en")
    top = etree.SubElement(root, f"{{{OWN}}}Codebook", {f"{{{RDF}}}about": about(codebook)})
    _title(top, head, own)
    _own_fields(top, {n: t for n, t in head.fields.items() if n != "title"}, own)
    for entry in rest:
        root.append(_thing(entry, codebook, own))
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8") + b"\n"


def _title(top: _Element, head: Entry, own: str) -> None:
    if title := head.fields.get("title"):
        _add(top, f"{{{DCT}}}title", title, own)


def _thing(entry: Entry, codebook: str, own: str) -> _Element:
    from lxml import etree

    spaces: Any = SPACES
    kind = "Concept" if entry.code else "ConceptScheme"
    iri = about(codebook, entry.variable, entry.code)
    made = etree.Element(f"{{{SKOS}}}{kind}", {f"{{{RDF}}}about": iri}, nsmap=spaces)
    _add(made, f"{{{SKOS}}}prefLabel", entry.label, own)
    _add(made, f"{{{SKOS}}}notation", entry.id)
    if entry.code:
        scheme = about(codebook, entry.variable)
        _refer(made, "inScheme", scheme)
        if entry.under:
            _refer(made, "broader", about(codebook, entry.variable, entry.under))
        else:
            _refer(made, "topConceptOf", scheme)
    else:
        _add(made, f"{{{OWN}}}level", entry.level)
    fields = {name: text for name, text in entry.fields.items() if name != "label"}
    _own_fields(made, fields, own)
    return made


def _own_fields(made: _Element, fields: Mapping[str, str], own: str) -> None:
    for name, text in fields.items():
        base, _, language = name.partition("@")
        plain, _, number = base.partition(" ")
        if plain in WORDS:
            _add(made, f"{{{SKOS}}}{WORDS[plain]}", text, language or own)
        elif plain in LISTS and not language:
            _add(made, f"{{{SKOS}}}{LISTS[plain]}", text, own)
        else:
            tag = f"{plain}-{number}" if number else plain
            _add(made, f"{{{OWN}}}{tag}", text, language)


def _add(made: _Element, tag: str, text: str, language: str = "") -> None:
    from lxml import etree

    given = {LANGUAGE: language} if language else {}
    etree.SubElement(made, tag, given).text = text


def _refer(made: _Element, name: str, target: str) -> None:
    from lxml import etree

    etree.SubElement(made, f"{{{SKOS}}}{name}", {f"{{{RDF}}}resource": target})
