"""An answer of Factiva's Developer Kit, written from the description of the format."""


def article(number: str, *inner: str) -> str:
    head = f"<ppsarticle><article><accessionNo>{number}</accessionNo>"
    return f"{head}{''.join(inner)}</article></ppsarticle>"


def answer(*articles: str, count: int) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<PPSResponse><ppsArticleResponse '
        f'xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="{count}">'
        f"{''.join(articles)}</ppsarticleResultSet></ppsArticleResponse></PPSResponse>"
    ).encode()


FERRY = article(
    "HARPO00020210304eh340001r",
    "<reference>distdoc:archive/x</reference><baseLanguage>EN</baseLanguage>",
    "<byline>By Jane Roe</byline><copyright>(c) 2021 Harbour Press   </copyright>",
    '<headline><paragraph lang="EN">\n  <hlt>Ferry</hlt> fares rise</paragraph></headline>',
    "<leadParagraph><paragraph>Crossing the <hlt>bay</hlt> will cost\n four crowns.</paragraph>",
    "</leadParagraph><pages>3</pages>",
    "<publicationDate><dateTime>2021-03-04T01:35:58Z</dateTime></publicationDate>",
    "<sourceName>The Harbour Post</sourceName><sectionName>News</sectionName>",
    '<region code="isl"><name>The Island</name></region>',
    '<region code="bay"><name>The Bay</name></region>',
    '<newsSubject code="gtrans"><name>Transport</name></newsSubject>',
    "<tailParagraphs><paragraph>The island has no bridge.</paragraph>",
    "<paragraph>The council protests.</paragraph></tailParagraphs><wordCount>1084</wordCount>",
)
EMPTY = article("HARPO00020210304eh340001s", "<sourceName>The Harbour Post</sourceName>")

SEEDS: dict[str, bytes] = {"answer.xml": answer(FERRY, EMPTY, count=3)}
