"""LexisNexis pages in three languages, written from the description of the format."""

_STYLE = """<STYLE TYPE="text/css"><!--
.c0 { text-align: center; }
.c2 { font-family: Arial; font-size: 10pt; font-weight: normal; }
.c4 { font-family: Arial; font-size: 10pt; font-weight: bold; color: #CC0033; }
.c7 { font-family: Arial; font-size: 14pt; font-style: normal; font-weight: bold; }
.c8 { font-family: Arial; font-size: 10pt; font-weight: bold; color: #000000; }
--></STYLE>"""


def centred(text: str) -> str:
    return f'<BR><DIV CLASS="c0"><P CLASS="c1">{text}</P>\n</DIV>\n'


def span(text: str, style: str = "c2") -> str:
    return f'<SPAN CLASS="{style}">{text}</SPAN>'


def block(*paragraphs: str) -> str:
    inner = "\n".join(f'<P CLASS="c9">{paragraph}</P>' for paragraph in paragraphs)
    return f'<BR><DIV CLASS="c5">{inner}\n</DIV>\n'


def label(name: str, value: str) -> str:
    return f'<BR><DIV CLASS="c5"><P CLASS="c6">{span(name + ": ", "c8")}{span(value)}</P>\n</DIV>\n'


def headline(text: str) -> str:
    return f'<BR><DIV CLASS="c5"><P CLASS="c6">{span(text, "c7")}</P>\n</DIV>\n'


def document(number: int, *blocks: str) -> str:
    return (
        f'<A NAME="DOC_ID_0_{number}"></A><!-- Hide XML section from browser\n'
        f"<DOC NUMBER={number}>\n<DOCFULL> -->\n{''.join(blocks)}"
        "<!-- Hide XML section from browser\n"
        '</DOCFULL>\n</DOC> -->\n<DIV CLASS="c10"/>\n'
    )


def page(*documents: str, announced: int | None = None) -> bytes:
    meta = "" if announced is None else f'<META TOPIC="null" DOCUMENTS="{announced}" />'
    return (
        f"<HTML>\n<HEAD>\n{_STYLE}\n<TITLE>&nbsp;</TITLE>\n{meta}</HEAD>\n<BODY>\n"
        f"{''.join(documents)}</BODY></HTML>\n"
    ).encode("latin-1", "xmlcharrefreplace")


ENGLISH = document(
    1,
    centred(span("1 of 2 DOCUMENTS")),
    centred(span("The Harbour Post (Port City)")),
    centred(span("March", "c4") + span(" 4, 2021, Thursday, Late Edition - Final")),
    headline("Ferry fares rise;<BR>Islanders protest"),
    label("BYLINE", "By JANE ROE"),
    label("SECTION", "NEWS; Pg. 3"),
    label("LENGTH", "1,084 words"),
    label("DATELINE", "PORT CITY"),
    block(
        span("Crossing the ") + span("bay", "c4") + span(" will cost four crowns."),
        span("The island has no bridge.") + span("&nbsp;"),
        span(""),
    ),
    label("LOAD-DATE", "March 5, 2021"),
    label("LANGUAGE", "ENGLISH"),
    centred(span("Copyright 2021 Harbour Press<BR>All Rights Reserved")),
)
INTERVIEW = document(
    2,
    centred(span("2 of 2 DOCUMENTS")),
    centred(span("The Harbour Post (Port City)")),
    centred(span("March 5, 2021 Friday 9:20 AM GMT")),
    headline("“We are not a museum”"),
    label("LENGTH", "95 words"),
    block(
        span("POST:", "c8") + span(" Why do fares rise?"),
        span("DOE:", "c8") + span(" Because ships cost money."),
    ),
    label("URL", "http://harbourpost.example/2"),
    centred(span("Copyright 2021 Harbour Press")),
)
GERMAN = document(
    1,
    centred(span("1 von 1 DOKUMENTEN")),
    centred("<IMG SRC='logo.gif' ALT='logo'><BR>" + span("Hafenbote")),
    centred(span("4.", "c4") + span(" M&auml;rz 2021 Donnerstag 9:50 PM GMT+1") + span("&nbsp;")),
    headline("F&auml;hre wird teurer"),
    label("AUTOR", "Roe, Jana"),
    label("RUBRIK", "WIRTSCHAFT; S. 14"),
    label("L&Auml;NGE", "1.285 W&ouml;rter"),
    '<BR><DIV CLASS="c5"><BR><P CLASS="c6">'
    + span("HIGHLIGHT:", "c8")
    + span("&nbsp;Die Insel hat keine Br&uuml;cke.<BR>")
    + "</P>\n</DIV>\n",
    block(
        span("Ab April kostet die &Uuml;berfahrt vier Kronen."), span("Der Rat ist w&uuml;tend.")
    ),
    label("UPDATE", "5. M&auml;rz 2021"),
    label("SPRACHE", "GERMAN; DEUTSCH"),
    label("ZEITUNGS-CODE", "hafb"),
    centred(span("Copyright 2021 Hafenbote GmbH<BR>Alle Rechte vorbehalten")),
)
FRENCH = document(
    1,
    centred(span("1 de 1 DOCUMENTS")),
    centred(span("Le Phare")),
    headline("Le bac plus cher"),
    centred(span("jeudi 4 mars 2021")),
    label("AUTEUR", "Jeanne Roux"),
    label("RUBRIQUE", "POLITIQUE; Pg. 7"),
    label("LONGUEUR", "320 mots"),
    label("ENCART", "L'&icirc;le n'a pas de pont."),
    block(
        span("La travers&eacute;e co&ucirc;tera quatre couronnes."), span("Le conseil proteste.")
    ),
    label("SUJET", "TRANSPORT MARITIME (90%); PRIX (78%)"),
    label("LOCALISATION-GEO", "PORT-VILLE (72%)"),
    label("DATE-CHARGEMENT", "5 mars 2021"),
    label("LANGUE", "FRENCH; FRANÇAIS"),
    centred(span("Copyright 2021 Le Phare")),
)
FAILED = document(
    2,
    centred(span("2 of 2 DOCUMENTS")),
    block(
        span(
            "We are sorry but there is an error in this document and it is not possible to display"
            " it."
        )
    ),
)

SEEDS: dict[str, bytes] = {
    "english.html": page(ENGLISH, INTERVIEW, announced=2),
    "german.html": page(GERMAN, announced=1),
    "french.html": page(FRENCH),
    "failed.html": page(ENGLISH, FAILED, announced=2),
}
