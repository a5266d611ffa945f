"""The labels of ProQuest records in the languages of its interface, and the fields they name."""

from __future__ import annotations

import re

from annotator.readers import fields

ABSTRACT, FULL_TEXT, LINKS = "abstract", "full text", "links"
"""Parts of a record that are no metadata: text set apart, the text, links to the library."""

_MEANINGS = {
    fields.TITLE: ("title", "titre", "titel", "título", "titolo"),
    fields.AUTHOR: ("author", "authors", "auteur", "auteurs", "autor", "autoren", "autores",
                    "autore"),
    fields.SOURCE: ("publication title", "titre de la publication", "titel der publikation",
                    "publikationstitel", "título de publicación", "título de la publicación",
                    "título da publicação", "titolo della pubblicazione"),
    fields.DATE: ("publication date", "date de publication", "publikationsdatum",
                  "datum der veröffentlichung", "fecha de publicación", "data de publicação",
                  "data di pubblicazione"),
    fields.PAGE: ("pages", "first page", "pages de début", "première page", "seiten",
                  "erste seite", "páginas", "primera página", "pagine"),
    fields.SECTION: ("section", "rubrik", "sección", "seção", "sezione"),
    fields.LANGUAGE: ("language of publication", "language", "langue de la publication", "langue",
                      "publikationssprache", "sprache der publikation", "sprache",
                      "idioma de la publicación", "idioma de publicación", "idioma"),
    fields.SUBJECT: ("subject", "subjects", "sujet", "thema", "materia", "assunto", "soggetto"),
    fields.DATABASE_ID: ("proquest document id", "id du document proquest", "document proquest",
                         "proquest-dokument-id", "proquest dokument-id",
                         "id del documento de proquest", "id de documento de proquest"),
    fields.URL: ("document url", "url du document", "dokument-url", "dokument url",
                 "url del documento", "url do documento"),
    fields.COPYRIGHT: ("copyright", "derechos de autor"),
    ABSTRACT: ("abstract", "abstract (summary)", "résumé", "zusammenfassung", "resumen", "resumo"),
    FULL_TEXT: ("full text", "texte intégral", "volltext", "texto completo", "testo completo"),
    LINKS: ("links", "liens", "enlaces", "proquest document link"),
}  # fmt: skip
_OTHERS = frozenset(
    {
        "publication info", "informations sur la publication", "información de publicación",
        "location", "lieu", "ort", "lugar", "people", "personnes", "personen", "personas",
        "company / organization", "company/organization", "société / organisation", "ethnicity",
        "publication year", "année de publication", "erscheinungsjahr", "año de publicación",
        "column", "volume", "issue", "band", "ausgabe", "numéro", "número", "publisher", "éditeur",
        "herausgeber", "editorial", "place of publication", "lieu de publication",
        "country of publication", "pays de publication", "publication subject", "issn", "e-issn",
        "source type", "type de source", "quellentyp", "tipo de fuente", "document type",
        "type de document", "dokumenttyp", "tipo de documento", "document feature", "identifier",
        "keyword", "keywords", "dateline", "number of pages", "last updated",
        "dernière mise à jour",
        "zuletzt aktualisiert", "última actualización", "database", "base de données", "datenbank",
        "base de datos", "classification", "company", "product name", "credit", "illustration",
        "text word count", "word count", "edition", "caption", "corporate author", "series",
        "alternate title", "acknowledgements", "references", "notes",
    }
)  # fmt: skip
_MEANING = {label: name for name, labels in _MEANINGS.items() for label in labels}
_BETWEEN = re.compile(r"\s+")


def meaning(label: str) -> str:
    """The field or part of a record that a label names; other labels name their own field."""
    name = _plain(label)
    return _MEANING.get(name, name)


def is_known(label: str) -> bool:
    """Whether ProQuest is known to write this label."""
    name = _plain(label)
    return name in _MEANING or name in _OTHERS


def _plain(label: str) -> str:
    return _BETWEEN.sub(" ", label.replace("\u00a0", " ")).strip().rstrip(":").strip().casefold()
