"""QualCoder: categories as variables, memos, annotations and attributes."""

from pathlib import Path

import pytest

from annotator.errors import CodingsError
from annotator.importers import qualcoder
from tests.importers.projects import made


def test_categories_are_variables_and_passages_codes(tmp_path: Path) -> None:
    project = made.read(made.qualcoder(tmp_path / "data.qda"), qualcoder.read)
    assert project.problems == []
    assert made.answers(project) == [
        ("ana", 2, "Mood", ("good",)),
        ("ben", 1, "Codes", ("loose",)),
        ("ben", 1, "Mood", ("odd",)),
    ]
    mood = project.codebook["paragraph"]["Mood"]["codes"]
    assert list(mood["Deep"]["codes"]) == ["odd"]
    assert mood["good"]["definition"] == "all smiles"


def test_what_the_file_quotes_is_compared(tmp_path: Path) -> None:
    project = made.read(made.qualcoder(tmp_path / "data.qda"), qualcoder.read)
    assert [one.message for one in project.mismatches] == [
        '"letter.txt": the passage is "First", but the file quotes "nonsense"'
    ]


def test_memos_attributes_and_cases_come_along(tmp_path: Path) -> None:
    project = made.read(made.qualcoder(tmp_path / "data.qda"), qualcoder.read)
    memos = {(key.coder, key.paragraph): u.work.memo for key, u in project.units.items()}
    assert memos["ana", 2] == "why?"
    assert memos["ben", 2] == "a note"
    assert memos["ana", 0] == "a memo on the file"
    (article,) = project.articles
    assert (article.source, article.metadata["age"], article.metadata["case"]) == (
        "Tribune", "44", "Zoe",
    )  # fmt: skip
    assert [memo.name for memo in project.memos] == ["Day 1", "project"]


def test_what_a_study_cannot_hold_is_counted(tmp_path: Path) -> None:
    project = made.read(made.qualcoder(tmp_path / "data.qda"), qualcoder.read)
    assert project.lost["files without text: pictures, sound, video"] == 1
    assert project.lost["codes on parts of pictures and PDF pages"] == 1
    assert project.lost["marks of importance on passages"] == 1
    assert project.lost["colours of codes"] == 2


def test_subcodes_of_newer_versions_and_trees_that_go_round(tmp_path: Path) -> None:
    columns = "cid, name, memo, catid, supercid"
    rows = [(1, "top", "", None, None), (2, "below", "", None, 1), (3, "round", "", None, 4),
            (4, "about", "", None, 3)]  # fmt: skip
    cats = [(1, "one", "", "", 2), (2, "two", "", "", 1)]
    path = made.qualcoder(
        tmp_path / "data.qda", code_name=(columns, rows),
        code_cat=("catid, name, owner, memo, supercatid", cats),
    )  # fmt: skip
    project = made.read(path, qualcoder.read)
    paragraph = project.codebook["paragraph"]
    assert list(paragraph) == ["top", "Codes"]
    assert list(paragraph["top"]["codes"]["top"]["codes"]) == ["below"]
    assert list(paragraph["Codes"]["codes"]) == ["round", "about"]


def test_carriage_returns_count(tmp_path: Path) -> None:
    text = "One\r\n\r\nTwo words"
    at = text.index("words")
    path = made.qualcoder(
        tmp_path / "data.qda",
        source=("id, name, fulltext", [(1, "t", text)]),
        code_text=("cid, fid, seltext, pos0, pos1, owner", [(1, 1, "words", at, at + 5, "ana")]),
    )
    project = made.read(path, qualcoder.read)
    assert project.mismatches == []
    assert project.articles[0].text == "One\n\nTwo words"


def test_a_version_without_texts_is_refused(tmp_path: Path) -> None:
    path = made.qualcoder(tmp_path / "data.qda", source=("id, name", [(1, "t")]))
    with pytest.raises(CodingsError) as error:
        made.read(path, qualcoder.read)
    assert "no table source with id, fulltext" in str(error.value.problems[0])
