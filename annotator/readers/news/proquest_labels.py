"""The labels of ProQuest records in the languages of its interface, and the fields they name."""

from __future__ import annotations

import re

from annotator.readers import fields

ABSTRACT, FULL_TEXT, LINKS = "abstract", "full text", "links"
"""Parts of a record that are no metadata: text set apart, the text, links to the library."""

YEAR = "publication year"
"""The field that stands in for a date where there is none."""

_MEANINGS = {
    fields.TITLE: ("title", "titre", "titel", "título", "titolo"),
    fields.AUTHOR: ("author", "authors", "auteur", "auteurs", "autor", "autoren", "autores",
                    "autore"),
    fields.SOURCE: ("publication title", "titre de la publication", "titel der publikation",
                    "publikationstitel", "título de publicación", "título de la publicación",
                    "título da publicação", "titolo della pubblicazione"),
    fields.DATE: ("publication date", "date de publication", "publikationsdatum",
                  "datum der veröffentlichung", "erscheinungsdatum", "datum der publikation",
                  "veröffentlichungsdatum", "fecha de publicación", "data de publicação",
                  "data di pubblicazione"),
    YEAR: ("publication year", "year", "année de publication", "publikationsjahr",
           "erscheinungsjahr", "año de publicación"),
    fields.PAGE: ("pages", "page", "first page", "pages de début", "première page", "seiten",
                  "seite", "erste seite", "páginas", "página", "primera página", "pagine"),
    fields.SECTION: ("section", "rubrique", "rubrik", "ressort", "abschnitt", "sección", "seção",
                     "sezione"),
    fields.EDITION: ("edition", "édition", "edición"),
    fields.WORDS: ("word count", "text word count", "nombre de mots", "wortanzahl",
                   "número de palabras"),
    fields.LANGUAGE: ("language of publication", "language", "langue de la publication", "langue",
                      "publikationssprache", "sprache der publikation", "sprache",
                      "idioma de la publicación", "idioma de publicación", "idioma"),
    fields.SUBJECT: ("subject", "subjects", "sujet", "thema", "schlagwort",
                     "schlagwörter", "materia", "assunto", "soggetto"),
    fields.DATABASE_ID: ("proquest document id", "id du document proquest", "document proquest",
                         "identifiant de document proquest",
                         "identificateur de document proquest", "id de document proquest",
                         "numéro de document proquest", "proquest-dokument-id",
                         "proquest dokument-id",
                         "id del documento de proquest", "id de documento de proquest"),
    fields.URL: ("document url", "url du document", "dokument-url", "dokument url",
                 "url del documento", "url do documento"),
    fields.COPYRIGHT: ("copyright", "derechos de autor"),
    ABSTRACT: ("abstract", "abstract (summary)", "résumé", "zusammenfassung", "resumen", "resumo"),
    FULL_TEXT: ("full text", "texte intégral", "texte complet", "volltext", "texto completo",
                "testo completo"),
    "publication info": ("publication info", "publication details",
                         "informations sur la publication", "détails de publication",
                         "información de publicación"),
    LINKS: ("links", "liens", "enlaces", "proquest document link"),
}  # fmt: skip
_OTHERS = frozenset(
    {
        "publication details", "business indexing term", "identifier / keyword", "supplement",
        "narrow subject", "broad subject", "doi", "isbn", "accession number", "correction",
        "détails de publication", "identificateur / mot-clé", "identifikator / schlagwort",
        "identificador / palabra clave", "unternehmen / organisation", "empresa / organización",
        "verlag", "publikationsort", "erscheinungsort", "lugar de publicación", "publikationsland",
        "erscheinungsland", "país de publicación", "sujet de la publication", "publikationsthema",
        "materia de la publicación", "quellenart", "dokumentart",
        "publication info", "informations sur la publication", "información de publicación",
        "location", "lieu", "ort", "lugar", "people", "personnes", "personen", "personas",
        "company / organization", "company/organization", "société / organisation", "ethnicity",
        "column", "volume", "issue", "band", "ausgabe", "numéro", "número", "publisher", "éditeur",
        "herausgeber", "editorial", "place of publication", "lieu de publication",
        "country of publication", "pays de publication", "publication subject", "issn", "e-issn",
        "source type", "type de source", "quellentyp", "tipo de fuente", "document type",
        "type de document", "dokumenttyp", "tipo de documento", "document feature", "identifier",
        "keyword", "keywords", "dateline", "number of pages", "last updated",
        "dernière mise à jour",
        "zuletzt aktualisiert", "última actualización", "database", "base de données", "datenbank",
        "base de datos", "classification", "company", "product name", "credit", "illustration",
        "caption", "corporate author", "series",
        "alternate title", "acknowledgements", "references", "notes",
    }
)  # fmt: skip
_WEAK = frozenset(
    {
        "author", "title", "titel", "abstract", "resumen", "year", "page", "section", "edition",
        "subject", "sujet", "thema", "language", "sprache", "copyright", "location", "lieu", "ort",
        "lugar", "people", "personen", "publisher", "volume", "band", "issue", "dateline",
        "column", "credit", "company", "correction", "illustration", "caption", "links", "notes",
        "references", "identifier", "keyword", "keywords", "series", "ausgabe", "numéro",
        "número", "supplement", "editorial",
    }
)  # fmt: skip
_BETWEEN = re.compile(r"\s+")


def _compact(label: str) -> str:
    # ProQuest itself writes "Publicationdate" and "DocumentURL" now and then.
    return _BETWEEN.sub("", label)


_MEANING = {_compact(label): name for name, labels in _MEANINGS.items() for label in labels}
_KNOWN = frozenset({*_MEANING, *map(_compact, _OTHERS)})


def meaning(label: str) -> str:
    """The field or part of a record that a label names; other labels name their own field."""
    name = _plain(label)
    return _MEANING.get(_compact(name), name)


def is_known(label: str) -> bool:
    """Whether ProQuest is known to write this label."""
    return _compact(_plain(label)) in _KNOWN


def is_certain(label: str) -> bool:
    """Whether ProQuest is known to write this label, and an article hardly would."""
    return is_known(label) and _plain(label) not in _WEAK


def _plain(label: str) -> str:
    return _BETWEEN.sub(" ", label.replace("\u00a0", " ")).strip().rstrip(":").strip().casefold()
