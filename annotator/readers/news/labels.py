"""Labels of the LexisNexis family (old TXT, HTML, Nexis Uni, Lexis+), in the languages it speaks.

The labels follow the language of whoever searched, not that of the article.
"""

from __future__ import annotations

import re

from annotator.readers import fields

HIGHLIGHT = "highlight"
"""The field of a standfirst, which becomes a paragraph of the text."""

BODY = "body"
"""The field of the text itself, where it has a label."""

_FIELDS = {
    fields.TITLE: "headline title titre titel überschrift kop titular título titolo manchete",
    fields.AUTHOR: "byline author authors autor autoren verfasser auteur auteurs autore autori"
    " autores naamregel",
    fields.SECTION: "section rubrik rubrique ressort rubriek sectie sección sezione seção",
    fields.WORDS: "length länge laenge longueur lengte longitud lunghezza comprimento",
    fields.LANGUAGE: "language sprache langue taal idioma lingua língua",
    fields.SUBJECT: "subject sujet thema onderwerp tema materia argomento assunto",
    fields.EDITION: "edition ausgabe édition editie edición edizione edição",
    fields.URL: "url",
    HIGHLIGHT: "highlight insert encart vorspann zusammenfassung destacado",
    BODY: "body text full-text volltext hauptteil texte texte-intégral corps corps-du-texte tekst"
    " volledige-tekst cuerpo texto testo corpo",
}
# These are kept by their own names.
_OTHERS = """
load-date load-date-mdc update ladedatum date-chargement date-de-chargement laaddatum
fecha-de-carga data-di-caricamento publication-type type-publication type-de-publication
publikationstyp publicatietype tipo-de-publicación graphic graphics grafik graphique gráfico
illustration journal-code code-revue zeitungs-code dateline series serie geographic geographie
geo-localization localisation-geo company unternehmen societe société organization organisation
ticker stock-symbol symbole-boursier industry branche activity-sector secteur-activite correction
correction-date distribution transcript document-type acc-no pub-type cutline isbn issn category
categories
"""
# So short or common that an article may use them, too: believed only among other labels.
_WEAK = """
transcript person personne name note notes country state city type show anchor anchors guests
content terms column source copyright e-mail company subject title titre titel thema tema url insert
correction text volltext texte tekst texto testo corps corpo cuerpo series serie category categories
illustration
"""
_OF_HEAD = frozenset({fields.TITLE, fields.AUTHOR, fields.SECTION, fields.WORDS, HIGHLIGHT})
_FIELD_OF = {label: name for name, labels in _FIELDS.items() for label in labels.split()}
_ALL = frozenset({*_FIELD_OF, *_OTHERS.split(), *_WEAK.split()})
_STRONG = _ALL - frozenset(_WEAK.split())
_BETWEEN = re.compile(r"[\s_-]+")


def field_of(label: str) -> str:
    """The field that a label names: a standard one, else the label itself in lower case."""
    return _FIELD_OF.get(_plain(label), " ".join(label.lower().split()))


def is_label(label: str) -> bool:
    """Whether LexisNexis uses this label."""
    return _plain(label) in _ALL


def is_certain(label: str) -> bool:
    """Whether LexisNexis uses this label and an article hardly would."""
    return _plain(label) in _STRONG


def is_of_head(label: str) -> bool:
    """Whether the label stands above the article's text (byline, length ...)."""
    return _FIELD_OF.get(_plain(label)) in _OF_HEAD


def _plain(label: str) -> str:
    return _BETWEEN.sub("-", label.strip().lower())
