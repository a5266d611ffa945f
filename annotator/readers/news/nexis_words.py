"""Words by which Nexis sets the parts of its documents apart, in the languages it speaks."""

from __future__ import annotations

import re

_ENDS = frozenset({
    "end of document", "ende des dokuments", "ende des dokumentes", "dokumentende",
    "fin du document", "fin de document", "fin del documento", "fine del documento",
    "fim do documento", "einde van document", "einde van het document", "einde document",
})  # fmt: skip
_END_LINE = re.compile(
    rf"^[ \t\xa0]*(?:{'|'.join(sorted(_ENDS))})[ \t\xa0]*$", re.IGNORECASE | re.MULTILINE
)
_IN_ENDS = ("ocument", "okument")
_BODIES = frozenset({
    "body", "text", "full text", "volltext", "haupttext", "hauptteil", "textkörper", "corps",
    "corps du texte", "corps du document", "texte", "texte intégral", "cuerpo", "texto",
    "texto completo", "corpo", "corpo do texto", "testo", "tekst", "volledige tekst",
    "hoofdtekst",
})  # fmt: skip
_CLASSIFICATIONS = frozenset({
    "classification", "klassifizierung", "klassifikation", "classificatie", "clasificación",
    "classificazione", "classificação",
})  # fmt: skip
_GRAPHICS = frozenset({
    "graphic", "graphics", "grafik", "grafiken", "graphique", "graphiques", "gráfico", "gráficos",
    "grafica", "afbeelding", "illustratie",
})  # fmt: skip
_ASIDES = frozenset({
    "correction", "notes", "korrektur", "berichtigung", "anmerkungen", "rectificatif", "remarques",
    "rectificatie", "corrección", "notas", "note", "correzione",
})  # fmt: skip
_LINKS = frozenset({"link to image", "link to pdf"})
_LONGEST = 40
_ITSELF = re.compile(r"lexis\s*nexis|\bnexis\s+uni\b|\blexis\+|\bnexis\b", re.IGNORECASE)


def is_end(text: str) -> bool:
    """Whether the line ends a document."""
    return len(text) <= _LONGEST and text.lower() in _ENDS


def has_end(text: str) -> bool:
    """Whether a line of the text ends a document."""
    return any(part in text for part in _IN_ENDS) and _END_LINE.search(text) is not None


def is_body(text: str) -> bool:
    """Whether the line stands above the text of a document."""
    return len(text) <= _LONGEST and text.lower().rstrip(":") in _BODIES


def is_classification(text: str) -> bool:
    """Whether the line stands above what the database says of the article."""
    return text.lower().rstrip(":") in _CLASSIFICATIONS


def is_graphic(text: str) -> bool:
    """Whether the line stands above what a picture's caption said."""
    return text.lower().rstrip(":") in _GRAPHICS


def is_aside(text: str) -> bool:
    """Whether the line may stand above a correction or notes, which follow the text."""
    return text.lower().rstrip(":") in _ASIDES


def is_link(text: str) -> bool:
    """Whether the line was a button of the database."""
    return text.lower() in _LINKS


def names_itself(text: str) -> bool:
    """Whether the text names the database."""
    return _ITSELF.search(text) is not None
