"""Answers of Factiva's Developer Kit."""

from tests.readers.reading import reading, refusal, refused, texts, warnings
from tests.readers.seeds.factiva_xml import EMPTY, SEEDS, answer


def test_an_article() -> None:
    read = reading(SEEDS["answer.xml"], "a.xml")
    [article] = read.articles
    assert read.format == "factiva-xml"
    assert texts(article) == [
        "Ferry fares rise", "Crossing the bay will cost four crowns.", "The island has no bridge.",
        "The council protests.",
    ]  # fmt: skip
    assert (article.author, article.source, article.date) == (
        "Jane Roe", "The Harbour Post", "2021-03-04",
    )  # fmt: skip
    told = {"database_id": "HARPO00020210304eh340001r", "language": "EN", "page": "3",
            "words": "1084", "section": "News", "region": "isl : The Island; bay : The Bay",
            "subject": "gtrans : Transport", "time": "01:35:58Z"}  # fmt: skip
    assert told.items() <= article.metadata.items()


def test_announced_and_found() -> None:
    read = reading(SEEDS["answer.xml"], "a.xml")
    assert read.announced == 3
    assert warnings(read) == ["the file announces 3 articles and holds 2"]
    assert refused(read) == ["article 2 has no text"]


def test_entities_are_refused() -> None:
    attack = SEEDS["answer.xml"].replace(
        b"<PPSResponse>", b'<!DOCTYPE x [<!ENTITY y "z">]><PPSResponse>'
    )
    assert "document type" in refusal(attack, "a.xml")


def test_damaged_and_empty() -> None:
    assert "does not parse" in refusal(SEEDS["answer.xml"][:-40], "a.xml")
    assert "article 1 has no text" in refusal(answer(EMPTY, count=1), "a.xml")
