"""Names of RDF and SKOS, and those of ours for what SKOS has no word for."""

from __future__ import annotations

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
OWN = "urn:annotator:codebook#"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

SPACES = {"rdf": RDF, "skos": SKOS, "dct": DCT, "annotator": OWN}

WORDS = {"label": "prefLabel", "definition": "definition"}
"""Fields that SKOS has a word for, in any language."""

LISTS = {"rules": "scopeNote", "examples": "example"}
"""Lists that SKOS has a word for, in the codebook's own language."""


def about(codebook: str, variable: str = "", code: str = "") -> str:
    """The IRI of a codebook, a variable or a code."""
    from urllib.parse import quote

    parts = [quote(part, safe="") for part in (codebook, variable, code) if part]
    return ":".join(["urn:annotator", *parts])
