"""ProQuest pages."""

from annotator.model.article import Kind
from tests.readers.reading import body, of_kind, reading, refusal, refused, texts
from tests.readers.seeds.proquest_html import SEEDS, field, full_text, record


def test_a_record() -> None:
    read = reading(SEEDS["records.html"])
    one = read.articles[0]
    assert read.format == "proquest-html"
    assert (one.title, one.author, one.source, one.date, one.url) == (
        "Ferry fares rise; Islanders protest", "Roe, Jane", "The Harbour Post", "2021-03-04",
        "https://x.example/1",
    )  # fmt: skip
    assert body(one) == [
        "Crossing the bay will cost four crowns. The island has no bridge.",
        "Question: Why? The council protests.",
    ]
    told = {"database_id": "2514399", "words": "1084", "page": "A.3", "section": "News",
            "language": "English", "subject": "Ferries; Prices", "database": "Own Dailies",
            "company / organization": "Name: Harbour Authority"}  # fmt: skip
    assert told.items() <= one.metadata.items()
    assert "Find it" not in "".join(one.metadata.values())


def test_an_abstract_that_repeats_the_text_is_a_field_and_one_that_does_not_is_text() -> None:
    one, two = reading(SEEDS["records.html"]).articles
    assert one.metadata["abstract"].startswith("Crossing the bay")
    assert of_kind(one, Kind.STANDFIRST) == []
    assert of_kind(two, Kind.STANDFIRST) == ["Le prix monte, et l'île proteste."]


def test_french_labels_and_nobody_as_author() -> None:
    two = reading(SEEDS["records.html"]).articles[1]
    assert (two.title, two.author, two.source, two.date) == (
        "Le bac plus cher", "", "Le Phare", "2021-03-04",
    )  # fmt: skip
    assert body(two) == ["La traversée coûtera quatre couronnes."]


def test_records_without_text_are_named() -> None:
    assert refused(reading(SEEDS["records.html"])) == [
        'record 3, "Only a citation", is left out: it comes without its full text'
    ]


def test_a_page_without_a_head_and_without_an_anchor() -> None:
    assert len(reading(SEEDS["fragment.html"]).articles) == 1
    bare = record("1", "Pier", full_text("One."), field("Database", "ProQuest Own"))
    [article] = reading(bare.replace("<a name", "<a title").encode()).articles
    assert (article.title, body(article)) == ("Pier", ["One."])


def test_results_that_were_printed_to_be_saved() -> None:
    line = "Roe, Jane. <strong>The Harbour Post</strong>; Port City [Port City]04 Mar 2021: A.3."
    printed = "".join(
        f'<h3 class="documentTitle">{title}</h3><div class="abstract_Text"><span class='
        f'"titleAuthorETC">{line}</span></div><div><text wordcount=9><p>{title}: one.</p>'
        "<p>Two.</p></text></div>"
        for title in ("Ferry", "Pier")
    )
    one, two = reading(f"<body>{printed}<p>© ProQuest</p></body>".encode()).articles
    assert (one.title, one.source, one.date) == ("Ferry", "The Harbour Post", "2021-03-04")
    assert (two.title, body(two)) == ("Pier", ["Pier: one.", "Two."])


def test_not_available_is_no_text() -> None:
    page = record("1", "Pier", field("Database", "ProQuest"), full_text("Not available."))
    assert 'record 1, "Pier", is left out' in refusal(page.encode())


def test_no_record_in_it() -> None:
    page = b"<body><p>ProQuest <text wordcount=1></text></p></body>"
    assert "is left out: it comes without its full text" in refusal(page)


def test_what_looks_like_a_label_in_the_text_is_text() -> None:
    text = ["The fair opens.", "Location: the pier.", "Section: the old port.", "All may come."]
    page = record("1", "Fair", full_text(*text), field("Location", "Port"),
                  field("Section", "News"), field("Database", "ProQuest"))  # fmt: skip
    [article] = reading(page.encode()).articles
    assert texts(article)[1:] == text
    assert (article.metadata["location"], article.metadata["section"]) == ("Port", "News")


def test_a_label_of_the_text_that_nobody_knows() -> None:
    page = record("1", "Fair", full_text("It opens.", label="Tekst"), field("Database", "ProQuest"))
    [article] = reading(page.encode()).articles
    assert (article.title, body(article)) == ("Fair", ["It opens."])
