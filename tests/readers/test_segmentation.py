"""Paragraphs, lines, sentences or the whole article; hard-wrapped lines joined."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.article import Article, Kind
from annotator.readers import read_file
from annotator.readers.found import Block, FoundArticle, of_blocks
from annotator.readers.options import Options, Segmentation
from annotator.readers.paragraphs import WHITE, cut
from annotator.readers.segmentation import segmented
from annotator.readers.sentences import sentences
from tests.readers.reading import reading

WRAPPED = """A Visit

The delegation came by train after a journey of
two days and went to the hotel, where nobody had
been told when to expect it or what it would eat.

It left on the third day. What had been agreed in
the policy-making committee was known to few, and
the policy was not explained. One informa-
tion office had it; information is power.

- a first point
- a second point
"""


def texts(article: Article) -> list[str]:
    return [article.paragraph_text(paragraph.number) for paragraph in article.paragraphs]


def added(folder: Path, text: str, options: Options) -> Article:
    file = folder / "a.txt"
    file.write_text(text, encoding="utf-8")
    [article] = read_file(file, options).articles
    return article


def test_wrapped_lines_are_joined_and_items_are_not(tmp_path: Path) -> None:
    article = added(tmp_path, WRAPPED, Options())
    assert texts(article)[1] == (
        "The delegation came by train after a journey of two days and went to the hotel, where"
        " nobody had been told when to expect it or what it would eat."
    )
    assert texts(article)[3] == "- a first point\n- a second point"
    assert article.metadata["lines"] == "joined"


def test_a_hyphen_at_the_end_of_a_line_goes_where_the_text_has_the_word(tmp_path: Path) -> None:
    [*_, third, _] = texts(added(tmp_path, WRAPPED, Options()))
    assert "One information office" in third
    assert "policy-making committee" in third


def test_lines_are_kept_where_asked(tmp_path: Path) -> None:
    article = added(tmp_path, WRAPPED, Options(join_lines=False))
    assert article.text == WRAPPED
    assert "lines" not in article.metadata


VERSES = "The first of them\nis short\n\nThe second of them\nis shorter"


def test_verses_are_joined_only_where_asked(tmp_path: Path) -> None:
    assert added(tmp_path, VERSES, Options()).text == VERSES
    joined = added(tmp_path, VERSES, Options(join_lines=True))
    assert texts(joined) == ["The first of them is short", "The second of them is shorter"]


def test_lines(tmp_path: Path) -> None:
    article = added(tmp_path, VERSES, Options(segmentation=Segmentation.LINE))
    assert texts(article) == VERSES.replace("\n\n", "\n").split("\n")
    assert article.metadata["segmentation"] == "line"


def test_the_whole_article(tmp_path: Path) -> None:
    article = added(tmp_path, VERSES, Options(segmentation=Segmentation.ARTICLE))
    assert texts(article) == [VERSES]
    assert [paragraph.kind for paragraph in article.paragraphs] == [Kind.BODY]


def test_sentences_keep_the_kind_that_the_format_states() -> None:
    found = of_blocks(
        [Block("Is it so? It is.", Kind.STANDFIRST, "stated"), Block("He left. I did.")]
    )
    cut_up = segmented(found, Options(segmentation=Segmentation.SENTENCE))
    assert [cut_up.text[slice(*c)] for c in cut_up.cuts] == [
        "Is it so?", "It is.", "He left.", "I did.",
    ]  # fmt: skip
    assert [cut_up.stated[i].kind for i in cut_up.stated] == [Kind.STANDFIRST, Kind.STANDFIRST]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Lee met J. R. Park of the U.S. team.", "He left on Feb. 28.", "Why?", "To win."],
        ["No. 5 was unclear.", "The U.S. Congress agreed.", "It ended at 5 p.m. Tuesday."],
        ["He met the envoy of the U.S.", "He left.", "They chose Acme Inc.", "The price rose."],
        ["Am 3. März traf Dr. Meier ihn.", "Er ging z. B. in die Stadt.", "„Gut.“", "Er blieb."],
        ["„Warum?“, fragte er.", "Sie schwieg...", "Der 2. Versuch gelang."],
        ["M. Dupont est parti le 1er mars.", "« C’est fini. »", "Il est revenu."],
        ["¿Por qué?", "El Sr. Ruiz no lo sabe.", "¡Qué pena!"],
        ["会談は終わった。", "「なぜだ？」", "誰も知らない。"],
        ["Он приехал 27 февр. 2019 г. в город.", "Потом уехал."],
        ["He paid 3.5 million.", "In 2019.", "Not more."],
    ],
)  # fmt: skip
def test_sentences(parts: list[str]) -> None:
    for between in (" ", "\n", "  "):
        text = between.join(parts)
        assert [text[slice(*c)] for c in sentences(text, (0, len(text)))] == parts


@given(st.text('aA .!?\n"“”«»1。漢UaS-', max_size=80))
def test_sentences_hold_every_visible_character_once(text: str) -> None:
    found = sentences(text, (0, len(text)))
    assert all(start < end for start, end in found)
    ends = [0, *(end for _, end in found)]
    outside = "".join(
        text[end:start] for end, (start, _) in zip(ends, [*found, (len(text), 0)], strict=True)
    )
    assert not outside.strip(WHITE)


@given(st.text("abc def-\n\u00ad\t1.", max_size=200))
def test_joining_changes_nothing_but_line_ends_and_hyphens(text: str) -> None:
    found = FoundArticle(text, cut(text), lines_may_wrap=True)
    joined = segmented(found, Options(join_lines=True))
    unbroken = str.maketrans("", "", "-\u00ad \t\n")
    assert joined.text.translate(unbroken) == text.translate(unbroken)
    assert len(joined.cuts) == len(found.cuts)
    for before, after in zip(found.cuts, joined.cuts, strict=True):
        assert text[slice(*before)].translate(unbroken) == joined.text[slice(*after)].translate(
            unbroken
        )
    assert segmented(replace(found, lines_may_wrap=False), Options(join_lines=True)).text == text


WHOLE = Options(segmentation=Segmentation.ARTICLE)
BY_SENTENCE = Options(segmentation=Segmentation.SENTENCE)
NOTED = (
    "# The pier\n\nBy Ann Poe\n\n6 May 2020\n\nThe pier was opened on Monday. Many came to see it, "
    "and few could say what it had cost the town or who would mend it in the spring.\n\nIt will "
    "hold for a hundred years, says the mayor. He has been wrong before, and often.\n\nAnn Poe is "
    "a writer. Her new book is out.\n\nSign up for our newsletter to get the best of our pages."
)


def test_a_whole_article_is_body_though_a_notice_is_in_it() -> None:
    [article] = reading(NOTED.encode(), "a.md", WHOLE).articles
    assert [paragraph.kind for paragraph in article.paragraphs] == ["body"]
    assert (article.title, article.author, article.date) == ("The pier", "Ann Poe", "2020-05-06")


def test_a_sentence_is_of_the_kind_of_its_paragraph() -> None:
    [article] = reading(NOTED.encode(), "a.md", BY_SENTENCE).articles
    kinds = {article.paragraph_text(p.number): p.kind for p in article.paragraphs}
    assert kinds["Ann Poe is a writer."] == kinds["Her new book is out."] == "author_bio"
    assert kinds["The pier was opened on Monday."] == "body"
    assert (article.title, article.author, article.date) == ("The pier", "Ann Poe", "2020-05-06")
