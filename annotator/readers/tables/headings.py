"""The headings under which newspapers, databases and programs give the parts of an article.

English, German, French and Spanish, with a few Italian and Dutch ones. In lower case, words one
space apart, semicolons between headings; of several that a table has, the first here is taken.
"""

from __future__ import annotations

from annotator.readers import fields

TEXT, LEAD = "text", "standfirst"
"""Columns that become paragraphs; all others are metadata."""


def _headings(text: str) -> tuple[str, ...]:
    return tuple(heading.strip() for heading in text.replace("\n", " ").split(";"))


KNOWN = {
    TEXT: _headings("""
        text; full text; fulltext; article text; articletext; text of article; body; article body;
        articlebody; body text; bodytext; main text; maintext; story text; story; content;
        contents; article content; raw text; clean text; cleaned text; document text; doc text;
        plain text; article; transcript; speech; volltext; artikeltext; haupttext; inhalt;
        fließtext; artikelinhalt; beitragstext; texte; texte intégral; texte integral;
        texte complet; corps; contenu; texto; texto completo; cuerpo; contenido; testo;
        testo completo; tekst; volledige tekst; content rendered
        """),
    fields.TITLE: _headings("""
        title; headline; webtitle; heading; head line; article title; document title; main headline;
        titel; überschrift; ueberschrift; schlagzeile; artikeltitel; titre; título; titulo; titular;
        encabezado; titolo; kop; headline main; title rendered
        """),
    LEAD: _headings("""
        standfirst; subtitle; sub title; subheadline; sub headline; subheading; lead; lede; teaser;
        deck; dek; vorspann; untertitel; unterzeile; dachzeile; chapeau; chapô; sous titre;
        subtítulo; subtitulo; entradilla; bajada
        """),
    fields.AUTHOR: _headings("""
        author; authors; byline; article author; writer; journalist; creator; autor; autorin;
        autoren; verfasser; verfasserin; auteur; auteurs; autores; firma; autore; byline original;
        author name
        """),
    fields.SOURCE: _headings("""
        source; newspaper; newspaper name; publication; publication title; publication name;
        outlet; media name; medium; media outlet; news source; source name; sitename; site name;
        publisher; journal; paper; zeitung; quelle; medienname; publikation; journal title;
        publication titre; titre de publication; fuente; periódico; periodico; medio; diario;
        krant; testata; hostname; domain; source domain
        """),
    fields.DATE: _headings("""
        date; publication date; pub date; pubdate; publish date; publishdate; published;
        date published; date publish; published at; published date; publishedat; published on;
        datepublished; date of publication; article date; datum; erscheinungsdatum;
        veröffentlichungsdatum; publikationsdatum; date de publication; date de parution; fecha;
        fecha de publicación; fecha de publicacion; timestamp; created at;
        webpublicationdate
        """),
    fields.URL: _headings("""
        url; link; article url; web url; weburl; permalink; uri; href; adresse; lien; enlace;
        document url
        """),
    fields.SECTION: _headings("section; section name; sectionname; rubrik; ressort; rubrique; "
                              "sección; seccion; news desk"),
    fields.PAGE: _headings("page; pages; page number; print page; seite; seiten; página; pagina"),
    fields.EDITION: _headings("edition; ausgabe; édition; edición"),
    fields.LANGUAGE: _headings("language; lang; language of publication; sprache; langue; idioma"),
    fields.WORDS: _headings("word count; wordcount; words; length; wörter; wortzahl;"
                            " nombre de mots"),
    fields.COPYRIGHT: _headings("copyright; rights; license"),
    fields.DATABASE_ID: _headings("database id; accession number; proquest document id;"
                                  " stories id"),
}  # fmt: skip
"""Headings by what their column is."""

IDS = _headings(
    "id; article id; articleid; doc id; docid; document id; uid; uuid; key; name; file; filename"
)
"""Headings of columns that tell the articles apart."""
