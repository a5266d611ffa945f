"""The two real op-eds: all three coders agree on the kinds of their 38 blocks."""

import csv

from annotator.readers import read
from tests.shared import SHARED, needs_shared

STUDY = SHARED / "study"


@needs_shared
def test_kinds_are_those_of_the_coders() -> None:
    with (STUDY / "codings_a.csv").open(encoding="utf-8", newline="") as file:
        coded = {
            (row["article"], int(row["unit"])): row["unit_type"] for row in csv.DictReader(file)
        }
    proposed = {
        (article.name, paragraph.number): str(paragraph.kind)
        for path in sorted((STUDY / "articles").glob("*.txt"))
        for article in read(path)
        for paragraph in article.paragraphs
    }
    assert proposed == coded
    assert len(proposed) == 38


@needs_shared
def test_metadata_of_the_first() -> None:
    path = sorted((STUDY / "articles").glob("*.txt"))[0]
    [article] = read(path)
    assert article.author.split()[0] == "Michael"
    assert article.title == article.paragraph_text(2)
    assert article.encoding == "utf-8"
    assert len(article.id) == 16
