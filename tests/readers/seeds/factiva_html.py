"""Factiva pages with and without indexing, written from the description of the format."""


def indexed(*rows: tuple[str, str], language: str = "en") -> str:
    inner = "".join(
        f'<tr><td align="right" valign="top" class="index"><b>{code}</b>&nbsp;</td>'
        f"<td>{value}</td></tr>"
        for code, value in rows
    )
    return (
        f'<div class="article {language}Article"><table cellpadding="1">{inner}</table><br/></div>'
    )


def text(*paragraphs: str) -> str:
    return "\n".join(
        f'<p class="articleParagraph enarticleParagraph">{paragraph}</p>'
        for paragraph in paragraphs
    )


def unindexed(title: str, lines: list[str], body: str, number: str, *, word: str = "Document",
              before: str = "", author: str = "") -> str:  # fmt: skip
    divs = "".join(f"<div>{line} </div>" for line in lines)
    above = f"<div>{before}</div>" if before else ""
    by = f'<div class="author">{author} </div>' if author else ""
    return (
        f'<div id="article-{number}" class="article"><div class="article enArticle"><p>{above}'
        f'<div id="hd"><span class="enHeadline">{title}</span>\n</div>{by}{divs}</p>\n{body}'
        f"<p>Harbour Press</p><p>{word} {number}</p></div></div><br/><span></span>"
    )


def page(*articles: str) -> bytes:
    return (
        '<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; '
        'charset=UTF-8"/><title>Factiva</title></head><body><h1>Factiva</h1>'
        f"{''.join(articles)}<span class='copyright'>© 2021 Factiva, Inc.</span></body></html>"
    ).encode()


FERRY = (
    ("SE", "News"), ("HD", "<b class='enHeadline'>Ferry fares <b>rise</b></b>\n"),
    ("BY", "By Jane Roe"), ("WC", "1,084 words"), ("PD", "4 March 2021"), ("ET", "15:32"),
    ("SN", "The Harbour Post"), ("SC", "HARPO"), ("ED", "Late"), ("PG", "3"), ("LA", "English"),
    ("CY", "(c) 2021 Harbour Press.   "),
    ("LP", text("Crossing the <b>bay</b> will cost\nfour crowns.")),
    ("TD", text("The island has no bridge.", "The council protests.")),
    ("NS", "<br/>gtrans : Transport | gcat : Political/General News"),
    ("RE", "<br/>isl : The Island"), ("AN", "<br/>Document HARPO00020210304eh340001r"),
)  # fmt: skip
FULL = unindexed(
    "Ferry fares rise",
    ["1,084 words", "4 March 2021", "15:32", "The Harbour Post", "HARPO", "Late Edition - Final",
     "52", "A3", "English", "(c) 2021 Harbour Press"],
    text("Crossing the <b>bay</b> will cost four crowns.", "The island has no bridge."),
    "HARPO00020210304eh340001r", before="News Desk; A", author="By Jane Roe",
)  # fmt: skip
SPARSE = unindexed(
    "FÄHRE WIRD TEURER.", ["2.029 Wörter", "4 März 2021", "Hafenbote", "Deutsch",
                           "(c) 2021 Hafenbote"],
    text("Ab April vier Kronen."), "hafb000020210304eh340001s", word="Dokument",
)  # fmt: skip

SEEDS: dict[str, bytes] = {
    "indexed.html": page(
        indexed(*FERRY), indexed(("HD", "Le port"), ("PD", "5 mars 2021"), ("LP", "Il a plu."))
    ),
    "unindexed.html": page(FULL, SPARSE),
}
