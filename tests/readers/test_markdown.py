"""Markdown: headings stand alone, front matter is metadata, no mark-up is touched."""

from pathlib import Path

import pytest

from annotator.model.article import Article
from annotator.readers import read
from annotator.readers.frontmatter import front_matter
from annotator.readers.markdown import cut_headings

ARTICLE = """---
title: "No deal: a caf\\u00e9 in Hanoi"
author: 'Jane O''Neil'
date: 2019-03-02
publication: The Courier
url: https://example.org/a
tags: [summit, talks]
topics:
  - one
  - two
summary: >
  Folded over
  two lines
---
# Another title
The talks ended before lunch, and *nobody* was surprised but the cook, who had prepared a fish.
## Afterwards
They went **home**.
"""


def article(tmp_path: Path, text: str) -> Article:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    [found] = read(path)
    return found


def test_front_matter_is_metadata_and_stays_in_the_text(tmp_path: Path) -> None:
    found = article(tmp_path, ARTICLE)
    assert found.text == ARTICLE
    assert found.title == "No deal: a café in Hanoi"
    assert found.author == "Jane O'Neil"
    assert (found.date, found.source) == ("2019-03-02", "The Courier")
    assert found.url == "https://example.org/a"
    assert found.metadata == {
        "tags": "summit, talks",
        "topics": "one, two",
        "summary": "Folded over two lines",
        "format": "markdown",
    }


@pytest.mark.parametrize(
    ("written", "date", "kept"),
    [
        ("14 March 2021", "2021-03-14", None),
        ("2021-03-14T08:00:00Z", "2021-03-14", None),
        ("14. März 2021", "2021-03-14", None),
        ("3/4/2021", "", "3/4/2021"),
        ("last spring", "", "last spring"),
    ],
)
def test_the_date_of_front_matter_is_read(
    tmp_path: Path, written: str, date: str, kept: str | None
) -> None:
    found = article(tmp_path, f"---\ntitle: A\ndate: {written}\n---\n\nIt rained all day.\n")
    assert (found.date, found.metadata.get("date_as_written")) == (date, kept)


def test_headings_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    found = article(tmp_path, ARTICLE)
    cut = [found.paragraph_text(paragraph.number)[:16] for paragraph in found.paragraphs]
    assert cut == ["# Another title", "The talks ended ", "## Afterwards", "They went **home"]


def test_a_number_sign_elsewhere_is_no_heading() -> None:
    text = "We are #1 and\n#hashtag\n    # code\nend"
    assert len(cut_headings(text + "\n\nx")) == 2


def test_the_title_of_an_article_without_front_matter(tmp_path: Path) -> None:
    text = "# What it\n\nBy Jane Doe\n\n" + "A paragraph of running text. " * 20
    found = article(tmp_path, text)
    assert (found.title, found.author) == ("What it", "Jane Doe")


def test_a_rule_is_no_front_matter() -> None:
    assert front_matter("---\n\nJust text\n\n---\n").end == 0
    assert front_matter("---\ntitle: x\nno end").end == 0
    assert front_matter("text\n---\ntitle: x\n---\n").end == 0


def test_front_matter_is_no_yaml_program() -> None:
    bomb = "---\na: &a [x, x]\nb: [*a, *a]\nc: !!python/object:os.system {}\n---\ntext"
    assert front_matter(bomb).fields["b"] == "*a, *a"
