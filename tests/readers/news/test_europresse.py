"""Europresse pages, new and old."""

import pytest

from annotator.model.article import Kind
from annotator.readers import read_file
from annotator.readers.news.europresse_fields import header, publication
from tests.readers.reading import body, of_kind, reading, refusal, refused
from tests.readers.seeds.europresse import SEEDS, page
from tests.shared import SHARED, needs_shared


@needs_shared
def test_the_real_file() -> None:
    read = read_file(SHARED / "files/news/europresse_old_layout.html")
    one, two, three = read.articles
    assert (read.format, read.encoding) == ("europresse", "utf-8")
    assert "though the page says ISO-8859-1" in read.encoding_reason
    assert (one.title, one.author, one.source, one.date) == (
        "A heading: some text", "", "l'Humanité", "2013-10-05",
    )  # fmt: skip
    assert body(one) == [
        "Some text, and a few accentuated characters: éèêù. Continuation. More text, a sentence.",
        "Test.",
    ]
    assert one.metadata["section"] == "Politique"
    assert one.metadata["copyright"] == "© 2012 Newspaper. Tous droits réservés."
    assert one.metadata["database_id"] == "news·20121004·PO·2040056000"
    assert (two.title, two.author, two.source, two.date) == (
        "Another heading with colored text inside", "Second Author", "Mag", "2012-10-03",
    )  # fmt: skip
    assert body(two) == ["Contents of the article.", "(1) A note."]
    assert (three.title, three.author, three.source, three.date) == (
        "Heading", "Author Name", "Magazine 1", "2012-10-04",
    )  # fmt: skip
    assert of_kind(three, Kind.STANDFIRST) == ["Subtitle"]
    assert body(three) == ["This is a test: a test"]
    assert (three.metadata["page"], three.metadata["issue"]) == ("03", "no. 5968")


def test_the_new_layout() -> None:
    read = reading(SEEDS["new.html"])
    one, two = read.articles
    assert (one.title, one.author, one.source, one.date, one.url) == (
        "Le bac plus cher", "Jeanne Roux", "Le Phare", "2021-03-04", "https://lephare.example/bac",
    )  # fmt: skip
    assert of_kind(one, Kind.STANDFIRST) == ["TRANSPORTS", "L'île n'a pas de pont"]
    assert body(one) == [
        "La traversée du bac, dit-on, coûtera quatre couronnes.", "Le conseil proteste.",
    ]  # fmt: skip
    told = {"words": "583", "page": "7", "section": "Politique", "issue": "no. 4301",
            "edition": "Port-Ville ; L'Île", "database_id": "news·20210304·LP·1256_056",
            "copyright": "© 2021 Le Phare. Tous droits réservés."}  # fmt: skip
    assert told.items() <= one.metadata.items()
    assert (two.title, two.author, two.date) == ("Ferry fares rise", "Jane Roe", "2021-03-04")
    assert refused(read) == [
        'document 2, "Vidéo du port", is left out: Europresse gives no text of it'
    ]


def test_the_old_layout() -> None:
    one, two = reading(SEEDS["old.html"]).articles
    assert (one.title, one.author, one.source, one.date) == (
        "Le bac plus cher", "Jeanne Roux", "Le Phare", "2021-03-04",
    )  # fmt: skip
    assert body(one) == ["La traversée coûtera quatre couronnes.", "Le conseil proteste."]
    assert of_kind(one, Kind.STANDFIRST) == ["Transports"]
    assert (two.author, body(two)) == ("", ["Un pont, dit le maire, serait trop cher."])


def test_header_lines_that_nest_cost_no_minutes() -> None:
    nested = '<span class="DocHeader">jeudi 4 mars 2021, ' * 1_900
    read = reading(SEEDS["old.html"].replace(b'<span class="DocHeader">', nested.encode(), 1))
    assert read.articles[0].date == "2021-03-04"


def test_missing_end_tags_lose_no_article() -> None:
    read = reading(SEEDS["new.html"].replace(b"</article>", b""))
    assert [a.title for a in read.articles] == ["Le bac plus cher", "Ferry fares rise"]
    assert [len(body(a)) for a in read.articles] == [2, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Communication, mardi 14 mars 2006, p. 16",
         {"section": "Communication", "date": "2006-03-14", "page": "16"}),
        ("Monde ; Europe, Asie, samedi 1er avril 2017 583 mots, p. 4",
         {"section": "Monde ; Europe, Asie", "date": "2017-04-01", "page": "4", "words": "583"}),
        ("lundi 16 octobre 2023 - 16:55:20 -0000 1017 mots",
         {"date": "2023-10-16", "time": "16:55:20 -0000", "words": "1017"}),
        ("Culture, Thursday, December 22, 2022 13887 words, p. 819(40)",
         {"section": "Culture", "date": "2022-12-22", "page": "819(40)", "words": "13887"}),
        ("jeudi 4 octobre 2012, p. MON12, Paris",
         {"date": "2012-10-04", "page": "MON12", "header": "Paris"}),
        ("Archives", {"header": "Archives"}),
        ("", {}),
    ],
)  # fmt: skip
def test_lines_above_the_title(text: str, expected: dict[str, str]) -> None:
    assert {name: value for name, value in header(text).items() if value} == expected


def test_newspapers() -> None:
    assert publication("La Croix, no. 43018")["source"] == "La Croix"
    assert publication("Le Point.fr, no. 202202")["issue"] == "no. 202202"
    assert publication("Ouest-France\n Vannes ; Auray")["edition"] == "Vannes ; Auray"


def test_no_article_in_it() -> None:
    assert "without an article" in refusal(page('<div class="docOcurrContainer"></div>'))
