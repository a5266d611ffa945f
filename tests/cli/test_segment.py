"""Paragraphs are cut otherwise until the first coding, by command, and nothing else moves."""

from pathlib import Path

import pytest

from annotator.model.article import Kind
from annotator.model.coding import Target
from annotator.readers import read, recut
from annotator.study import Study
from tests.cli.run import Finished, run
from tests.small import CODEBOOK

TEXT = """A Title That Heads It

The first paragraph says what there is to say. It is two sentences long, and has a repetition.

The second paragraph belongs to the first, as every reader would see and say at once.

The last one stands alone and says nothing."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.db"
    with Study.create(path, CODEBOOK) as study:
        for name in ("first", "second", "third"):
            file = tmp_path / f"{name}.txt"
            file.write_text(f"{TEXT} ({name})", encoding="utf-8")
            study.add_articles(read(file))
    return path


def segment(path: Path, *arguments: str) -> Finished:
    return run("segment", *arguments, study=path)


def paragraphs(path: Path, position: int = 2) -> list[str]:
    with Study.open(path) as study:
        assert [header.name for header in study.headers()] == ["first", "second", "third"]
        assert list(study.faults()) == []
        article = study.article(study.headers(position, 1)[0].id)
        return [article.paragraph_text(p.number) for p in article.paragraphs]


def test_paragraphs_are_joined_and_the_article_keeps_its_place(path: Path) -> None:
    before = paragraphs(path)
    done = segment(path, "second", "--join", "2-3")
    assert (done.exit_code, done.out) == (0, "second: 4 -> 3 paragraphs\n")
    assert paragraphs(path) == [before[0], f"{before[1]}\n\n{before[2]}", before[3]]
    assert paragraphs(path, 1)[1:3] == paragraphs(path, 3)[1:3] == before[1:3]


def test_a_paragraph_is_split_and_joined_again(path: Path) -> None:
    before = paragraphs(path)
    assert segment(path, "second", "--split", "2", "--before", "It is  two").exit_code == 0
    first, second = paragraphs(path)[1:3]
    assert first.endswith("to say.")
    assert second.startswith("It is two")
    assert segment(path, "second", "--join", "2-3").exit_code == 0
    assert paragraphs(path) == before
    assert "paragraphs cut anew" in run("log", study=path).out


def test_kinds_that_were_corrected_stay(path: Path) -> None:
    with Study.open(path) as study:
        study.correct_kind(study.headers(2, 1)[0].id, 4, Kind.CAPTION)
    segment(path, "second", "--join", "2-3")
    with Study.open(path) as study:
        article = study.article(study.headers(2, 1)[0].id)
        assert article.paragraph(3).kind is Kind.CAPTION
        study.rebuild()
        assert study.article(article.id) == article


def test_once_there_is_a_coding_nothing_is_cut(path: Path) -> None:
    with Study.open(path, coder="a") as study:
        study.set_memo(Target(study.headers(2, 1)[0].id, 2), "a thought")
    refused = segment(path, "second", "--join", "2-3")
    assert refused.exit_code == 1
    assert "its paragraphs stay as they are" in refused.err
    assert segment(path, "first", "--join", "2-3").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["second"], "either --join"),
        (["second", "--join", "2-3", "--split", "2"], "either --join"),
        (["second", "--join", "two"], "no range"),
        (["second", "--join", "3-2"], "cannot be made one"),
        (["second", "--join", "4-5"], "has 4"),
        (["second", "--split", "9", "--before", "x"], "has 4 paragraphs"),
        (["second", "--split", "2"], "Say where"),
        (["second", "--split", "2", "--before", "nowhere"], "is not in paragraph 2"),
        (["second", "--split", "2", "--before", "sa"], "is 2 times in paragraph 2"),
        (["second", "--split", "2", "--before", "The first"], "no text on both sides"),
        (["nobody", "--join", "2-3"], "No article"),
    ],
)
def test_what_cannot_be_meant(path: Path, arguments: list[str], said: str) -> None:
    before = paragraphs(path)
    refused = segment(path, *arguments)
    assert refused.exit_code == 2
    assert said in refused.err
    assert paragraphs(path) == before


def test_a_kind_by_hand_keeps_the_article(path: Path) -> None:
    with Study.open(path) as study:
        article = next(study.articles())
    corrected = recut.of_kind(article, 2, Kind.CAPTION)
    assert corrected.id == article.id
    assert [p.kind for p in corrected.paragraphs][1] is Kind.CAPTION
