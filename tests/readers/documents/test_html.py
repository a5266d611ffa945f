"""Web pages as articles."""

import logging
from pathlib import Path

import pytest
from lxml import etree

from annotator.model.article import Kind
from annotator.readers import Options
from annotator.readers.documents.html import read as read_page_of
from annotator.readers.documents.html import tree
from annotator.readers.source import Source
from tests.readers.reading import of_kind, reading, refusal, texts, warnings
from tests.readers.seeds.html import ARTICLE, OLD, PARAGRAPHS, SEEDS


def test_the_article_and_its_metadata() -> None:
    read = reading(ARTICLE.encode())
    [article] = read.articles
    assert read.format == "html"
    assert texts(article) == PARAGRAPHS
    assert article.title == "Ferry fares rise"
    assert article.author == "Jane Roe"
    assert article.source == "The Harbour Post"
    assert article.date == "2021-03-04"
    assert article.url == "https://harbourpost.example/2021/03/04/ferry"
    assert article.metadata["language"] == "en-GB"
    assert article.metadata["description"] == "Crossing the bay becomes dearer."
    assert of_kind(article, Kind.HEADLINE)[0] == "Ferry fares rise"
    assert warnings(read) == []


def test_menus_and_footers_are_no_part_of_it() -> None:
    [article] = reading(ARTICLE.encode()).articles
    assert "Politics" not in article.text
    assert "Imprint" not in article.text


def test_a_page_of_the_nineties() -> None:
    read = reading(OLD, "old.htm")
    [article] = read.articles
    assert read.encoding == "cp1252"
    assert [text[:14] for text in texts(article)] == [
        "Die Fähre wird", "Ab April koste", "Die Insel hat ", "Der Rat will e",
    ]  # fmt: skip


def test_the_address_that_browsers_write_into_saved_pages() -> None:
    bare = ARTICLE.replace('<link rel="canonical" href', "<link rel=x title")
    saved = bare.replace(
        "<head>", "<!-- saved from url=(0031)https://harbourpost.example/f --><head>"
    )
    assert reading(saved.encode()).articles[0].url == "https://harbourpost.example/f"
    [article] = reading(SEEDS["single_file.html"]).articles
    assert article.url == "https://bay.example/a"
    assert "base64" not in article.text


def test_json_ld() -> None:
    page = (
        '<html><head><script type="application/ld+json">{"@context": "https://schema.org",'
        '"@type": "NewsArticle", "headline": "The new pier", "datePublished": "2020-05-06",'
        '"author": {"@type": "Person", "name": "Ann Other"}}</script></head><body><article><p>'
        + "The pier was opened on Monday, and many came to see it. " * 8
        + "</p></article></body></html>"
    )
    [article] = reading(page.encode()).articles
    assert (article.title, article.author, article.date) == (
        "The new pier", "Ann Other", "2020-05-06",
    )  # fmt: skip


def test_headings_of_a_page_that_sets_nothing_apart_are_kept() -> None:
    first, second, third = (
        "The pier was opened. " * 8,
        "Many came to see it. " * 8,
        "It held. " * 9,
    )
    page = (
        f"<html><body><h2>The Post</h2><nav><h2>More</h2></nav><h1>The pier</h1><p>{first}</p>"
        f"<h2>A <i>long</i> way</h2><p>{second}</p><h3>Both</h3><h4>sides</h4><p>{third}</p>"
        "<h2>Read on</h2><ul><li>Fares</li></ul></body></html>"
    )
    assert [text[:10].strip() for text in texts(reading(page.encode()).articles[0])] == [
        "The pier", "The pier w", "A long way", "Many came", "Both", "sides", "It held. I",
    ]  # fmt: skip


def test_short_pages_keep_their_paragraphs() -> None:
    page = (
        "<html><head><title>港口</title></head><body><h1>港口不需要又一个委员会</h1>"
        "<p>2019年5月2日</p><p>市议会星期一再次开会，又成立了一个委员会。</p>"
        "<p>今年我参加了所有会议，这比大多数议员都多。</p></body></html>"
    )
    assert texts(reading(page.encode()).articles[0])[-3:] == [
        "2019年5月2日",
        "市议会星期一再次开会，又成立了一个委员会。",
        "今年我参加了所有会议，这比大多数议员都多。",
    ]


@pytest.mark.parametrize("program", ["LibreOffice 7.4.7.2 (Linux)", "Microsoft Word 15"])
def test_who_typed_a_file_and_when_is_not_the_articles(program: str) -> None:
    page = (
        f'<html><head><meta name="generator" content="{program}"><title>The pier</title>'
        '<meta name="author" content="Student 7"><meta name="created" '
        'content="2026-11-21T22:04:29"><meta name="changed" content="2026-11-22T10:00:00">'
        "</head><body><p>The pier</p><p>By Ann Other</p><p>6 May 2020</p><p>"
        + "The pier was opened on Monday, and many came to see it. " * 8
        + "</p></body></html>"
    )
    [article] = reading(page.encode()).articles
    assert (article.author, article.date) == ("Ann Other", "2020-05-06")
    assert article.metadata["document_author"] == "Student 7"
    assert article.metadata["document_created"] == "2026-11-21"


def test_a_date_that_only_the_text_has_is_called_a_guess() -> None:
    bare = "".join(line for line in ARTICLE.splitlines(keepends=True)
                   if "published_time" not in line and "canonical" not in line)  # fmt: skip
    dated = bare.replace(
        "<footer>", "<footer><p>Printed: Tuesday, 9th of March, 2021, at the harbour</p>"
    )
    read = reading(dated.replace("© 2021", "©").encode())
    assert read.articles[0].date == "2021-03-09"
    assert any("a guess from the page's text" in warning for warning in warnings(read))


def test_where_no_main_text_is_found_everything_is_taken_and_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: None)
    read = reading(ARTICLE.encode())
    assert "no main text found: everything" in warnings(read)[0]
    assert texts(read.articles[0])[:2] == PARAGRAPHS[:2]


def test_in_an_endless_page_no_main_text_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.readers.documents.html.MAX_ELEMENTS", 10)
    assert "too large to look for its main text" in warnings(reading(ARTICLE.encode()))[0]


def test_a_page_made_by_scripts_is_empty() -> None:
    assert "is a web page without text" in refusal(SEEDS["script.html"])
    assert "made by scripts" in refusal(SEEDS["script.html"])


@pytest.mark.parametrize(
    "end",
    [
        "<p>Subscribe now to continue reading this article.</p>",
        "<p>Dieser Artikel ist nur für Abonnenten.</p>",
        "<p>Article réservé aux abonnés. Il vous reste 80 % à lire.</p>",
    ],
)
def test_a_stub_before_a_paywall_is_told(end: str) -> None:
    short = (
        f"<html><body><article><h1>Pier</h1><p>{'The pier was opened. ' * 12}</p>{end}</article>"
    )
    assert any("paywall" in warning for warning in warnings(reading(short.encode())))


def test_what_subscribers_saved_is_no_stub() -> None:
    long = ARTICLE.replace("</article>", f"<p>{'A word more. ' * 200}</p></article>")
    paid = long.replace(
        "</head>",
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}'
        "</script></head>",
    )
    assert warnings(reading(paid.encode())) == []


def test_sniffing_goes_by_content() -> None:
    assert reading(ARTICLE.encode(), "page.txt").format == "html"
    assert reading(SEEDS["fragment.html"], "a.html").format == "html"
    assert reading(b"No mark-up here at all.", "a.txt").format == "text"
    assert "looks like a PDF" in refusal(b"%PDF-1.4", options=Options(format="html"))


def test_control_characters_beside_a_blank_line() -> None:
    page = b"<p>The ferry was late again.<br><br>\x01Nobody was surprised.</p>"
    assert texts(reading(page).articles[0])[-1].endswith("Nobody was surprised.")


def test_nothing_of_the_page_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger().handlers.clear()
    for content in SEEDS.values():
        if content is not SEEDS["script.html"]:
            reading(content)
    assert capfd.readouterr() == ("", "")


def test_the_shared_tree_is_left_as_it_is() -> None:
    source = Source(Path("old.htm"), OLD)
    before = etree.tostring(tree(source))
    read_page_of(source)
    assert etree.tostring(tree(source)) == before


def test_lists_and_tables_between_paragraphs_are_in_their_place() -> None:
    words = " The council talked about the wall for a long while and went home." * 3
    page = f"""<html><body><h1>The wall</h1><p>One.{words}</p><ul><li>First the stones.
    <ul><li>And the sand.</li></ul></li><li>Then the mortar.</li></ul><dl><dt>Wall</dt>
    <dd>What keeps the sea out.</dd></dl><table><tr><td><p>Boat</p></td><td>Fare</td></tr>
    <tr><td>Day</td><td>3</td></tr></table><p>Two.{words}</p><ul><li><a href="/x">More of
    the wall</a></li></ul><p>Three.{words}</p></body></html>"""
    [article] = reading(page.encode()).articles
    assert [text[:24] for text in texts(article)] == [
        "The wall", "One. The council talked ", "First the stones.", "And the sand.",
        "Then the mortar.", "Wall", "What keeps the sea out.", "Boat | Fare", "Day | 3",
        "Two. The council talked ", "Three. The council talke",
    ]  # fmt: skip
