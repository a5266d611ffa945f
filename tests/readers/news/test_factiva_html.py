"""Factiva pages, with and without indexing."""

import pytest

from annotator.readers import read_file
from annotator.readers.news.factiva_header import codes_of
from tests.readers.reading import body, reading, refusal, refused, texts, warnings
from tests.readers.seeds.factiva_html import FERRY, SEEDS, indexed, page, text, unindexed
from tests.shared import SHARED, needs_shared


@needs_shared
def test_the_real_file() -> None:
    read = read_file(SHARED / "files/news/factiva_indexed.html")
    one, two = read.articles
    assert read.format == "factiva-html"
    assert warnings(read) == []
    assert (one.title, one.source, one.date) == ("Test 1", "Test newspaper", "2011-12-29")
    assert body(one) == [
        "First head paragraph, with a few non-ASCII characters: à la française.",
        "Second head paragraph.", "Third paragraph.", "Fourth and last paragraph.",
    ]  # fmt: skip
    assert one.metadata["database_id"] == "TESTFR0020111229e7ct0001r"
    assert one.metadata["words"] == "295"
    assert one.metadata["page"] == "26"
    assert one.metadata["time"] == "15:32"
    assert one.metadata["language"] == "Français"
    assert one.metadata["region"].startswith("fra : France | eecz")
    assert (two.title, two.source, two.date) == ("Test 2", "Ouest France", "2011-12-29")
    assert body(two) == ["First head paragraph.", "Second head paragraph."]
    assert two.metadata["section"] == "Infolocale"
    assert two.metadata["edition"] == "something"
    assert two.metadata["database_id"] == "TESTFR0020111229e7ct0015j"


def test_with_indexing() -> None:
    read = reading(SEEDS["indexed.html"])
    one, two = read.articles
    assert texts(one) == [
        "Ferry fares rise", "Crossing the bay will cost four crowns.", "The island has no bridge.",
        "The council protests.",
    ]  # fmt: skip
    assert (one.author, one.source, one.date) == ("Jane Roe", "The Harbour Post", "2021-03-04")
    assert one.metadata["words"] == "1084"
    assert one.metadata["database_id"] == "HARPO00020210304eh340001r"
    assert two.date == "2021-03-05"


def test_a_headline_alone_is_no_article() -> None:
    found = reading(page(indexed(*FERRY), indexed(("HD", "Empty"), ("PD", "5 mars 2021"))))
    assert [one.title for one in found.articles] == ["Ferry fares rise"]
    assert refused(found) == ['article 2, "Empty", has no text']


def test_without_indexing() -> None:
    one, two = reading(SEEDS["unindexed.html"]).articles
    assert texts(one) == [
        "Ferry fares rise", "Crossing the bay will cost four crowns.", "The island has no bridge.",
    ]  # fmt: skip
    assert (one.author, one.source, one.date) == ("Jane Roe", "The Harbour Post", "2021-03-04")
    told = {"section": "News Desk; A", "words": "1084", "time": "15:32", "source code": "HARPO",
            "edition": "Late Edition - Final", "volume": "52", "page": "A3", "language": "English",
            "copyright": "(c) 2021 Harbour Press", "publisher": "Harbour Press",
            "database_id": "HARPO00020210304eh340001r"}  # fmt: skip
    assert told.items() <= one.metadata.items()
    assert (two.title, two.source, two.date) == ("FÄHRE WIRD TEURER.", "Hafenbote", "2021-03-04")
    assert two.metadata["words"] == "2029"
    assert two.metadata["language"] == "Deutsch"
    assert two.metadata["database_id"] == "hafb000020210304eh340001s"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["664 Wörter", "18 April 1998", "Presse", "PNP", "Deutsch", "(c) 1998 Presse"],
         {"WC": "664 Wörter", "PD": "18 April 1998", "SN": "Presse", "SC": "PNP", "LA": "Deutsch",
          "CY": "(c) 1998 Presse"}),
        (["333 words", "28 May 2018", "Ilbo", "CHOSKO", "52", "34", "Korean", "Copyright 2018 X"],
         {"WC": "333 words", "PD": "28 May 2018", "SN": "Ilbo", "SC": "CHOSKO", "VOL": "52",
          "PG": "34", "LA": "Korean", "CY": "Copyright 2018 X"}),
        (["Special to the Post", "80 palabras", "5 mayo 2018", "Diario", "Español"],
         {"CR": "Special to the Post", "WC": "80 palabras", "PD": "5 mayo 2018", "SN": "Diario",
          "LA": "Español"}),
        (["By Ann Poe", "Special to the Post", "1,204 words", "3 May 2019", "Post", "English"],
         {"BY": "By Ann Poe", "CR": "Special to the Post", "WC": "1,204 words", "PD": "3 May 2019",
          "SN": "Post", "LA": "English"}),
        (["4 March 2021", "Post", "English"],
         {"PD": "4 March 2021", "SN": "Post", "LA": "English"}),
        ([], {}),
    ],
)  # fmt: skip
def test_lines_without_labels(lines: list[str], expected: dict[str, str]) -> None:
    assert codes_of([], lines) == expected


def test_a_page_of_a_browser_that_closed_the_paragraphs() -> None:
    saved = page(
        unindexed("Pier", ["9 words", "4 March 2021", "Post"], text("One."), "POST00020210304eh1")
    ).replace(b'enArticle"><p>', b'enArticle"><p>\n</p>')
    [article] = reading(saved).articles
    assert (article.source, body(article)) == ("Post", ["One."])


def test_parts_that_lie_deeper() -> None:
    lines = ["9 words", "4 March 2021", "Post"]
    article = unindexed("Pier", lines, text("One."), "POST00020210304eh1")
    deeper = article.replace('enArticle"><p>', 'enArticle"><div><div><p>')
    closed = deeper.replace("</p></div></div>", "</p></div></div></div></div>")
    [found] = reading(page(closed)).articles
    assert (found.title, found.source, body(found)) == ("Pier", "Post", ["One."])


def test_the_date_as_printed_is_kept_where_it_is_not_understood() -> None:
    [article] = reading(page(indexed(("HD", "Pier"), ("PD", "Lent"), ("LP", "One.")))).articles
    assert article.date == ""
    assert article.metadata["date as printed"] == "Lent"


def test_no_article_in_it() -> None:
    assert "article 1 has no text" in refusal(page('<div class="article enArticle"></div>'))


@pytest.mark.parametrize("language", ["zhtw", "zhcn", "ja"])
def test_screens_in_chinese_and_japanese(language: str) -> None:
    article = unindexed(
        "港口開放", ["534 字", "2021年3月4日", "海港日報", "HAIGDA", "A1", "(c) 2021 海港日報"],
        text("港口今天開放。"), "HAIGDA0020210304eh340000b", word="文件",
    )  # fmt: skip
    content = page(article.replace("enArticle", f"{language}Article"))

    (found,) = reading(content, "a.html").articles

    assert (found.title, found.date, found.source) == ("港口開放", "2021-03-04", "海港日報")
    assert body(found) == ["港口今天開放。"]


def test_what_stands_between_the_paragraphs_of_a_text_is_text() -> None:
    inner = text("Fares in crowns:", "<pre>bay   4\npier  2</pre>") + "<p>A remark.</p>"
    article = unindexed(
        "Fares",
        ["9 words", "4 March 2021", "Post", "English"],
        inner + text("The end."),
        "P0000020210304eh340001r",
    )

    (found,) = reading(page(article), "a.html").articles

    assert texts(found)[1:] == ["Fares in crowns:", "bay 4 pier 2", "A remark.", "The end."]
    assert found.metadata["publisher"] == "Harbour Press"


def test_a_newspaper_whose_code_is_one_letter() -> None:
    lines = ["9 words", "4 March 2021", "The Wall Post", "J", "A3", "English", "(c) 2021 Post"]
    article = unindexed("Fares", lines, text("They rise."), "J000000020210304eh340001r")

    (found,) = reading(page(article), "a.html").articles

    told = {name: found.metadata.get(name) for name in ("source code", "page", "database_id")}
    assert told == {
        "source code": "J", "page": "A3", "database_id": "J000000020210304eh340001r",
    }  # fmt: skip
    assert "edition" not in found.metadata
