"""Taguette: bytes as offsets, coders from the log, tags as codes."""

from pathlib import Path

import pytest

from annotator.errors import CodingsError
from annotator.importers import taguette
from annotator.importers.gather import finish_articles
from tests.importers.projects import made
from tests.shared import SHARED, needs_shared


def test_highlights_become_codes_of_the_paragraphs_they_touch(tmp_path: Path) -> None:
    project = made.read(made.taguette(tmp_path / "t.sqlite3"), taguette.read)
    assert project.problems == project.mismatches == []
    assert made.answers(project) == [
        ("ana", 2, "Codes", ("mood:_good",)),
        ("ben", 1, "Codes", ("mood:_good", "=1+1")),
        ("ben", 2, "Codes", ("mood:_good", "=1+1")),
    ]
    (article,) = project.articles
    assert [article.paragraph_text(n) for n in (1, 2)] == [
        "First words, naïve.",
        "Second & last: a smile.\nAnd more.",
    ]
    assert (article.name, article.metadata["file"]) == ("letter", "letter.pdf")
    codes = project.codebook["paragraph"]["Codes"]["codes"]
    assert codes["mood:_good"]["definition"] == "all smiles"


def test_paragraphs_with_a_code_are_finished_and_all_if_one_says_so(tmp_path: Path) -> None:
    project = made.read(made.taguette(tmp_path / "t.sqlite3"), taguette.read)
    done = {(key.coder, key.paragraph) for key, unit in project.units.items() if unit.work.done}
    assert done == {("ana", 2), ("ben", 1), ("ben", 2)}
    finish_articles(project)
    done = {(key.coder, key.paragraph) for key, unit in project.units.items() if unit.work.done}
    assert done == {("ana", 1), ("ana", 2), ("ben", 1), ("ben", 2)}


def test_quotes_that_differ_and_places_outside_are_told(tmp_path: Path) -> None:
    columns = "id, document_id, start_offset, end_offset, snippet"
    rows = [(1, 1, 0, 5, "<p>Fisrt</p>"), (2, 1, 0, 9_999, "")]
    path = made.taguette(tmp_path / "t.sqlite3", highlights=(columns, rows))
    project = made.read(path, taguette.read)
    assert [str(one) for one in project.mismatches] == [
        't.sqlite3: "letter": the passage is "First", but the file quotes "Fisrt"'
    ]
    assert ["lies outside" in one.message for one in project.problems] == [True]


def test_a_place_within_a_character_is_outside(tmp_path: Path) -> None:
    start, _ = made.in_bytes("naïve")
    columns = "id, document_id, start_offset, end_offset, snippet"
    path = made.taguette(
        tmp_path / "t.sqlite3", highlights=(columns, [(1, 1, start, start + 3, "")])
    )
    project = made.read(path, taguette.read)
    assert len(project.problems) == 1


@pytest.mark.parametrize("rows", [[], [(1, "a", ""), (2, "b", "")]])
def test_none_or_several_projects_are_refused(tmp_path: Path, rows: made.Rows) -> None:
    path = made.taguette(tmp_path / "t.sqlite3", projects=("id, name, description", rows))
    with pytest.raises(CodingsError) as error:
        made.read(path, taguette.read)
    assert f"holds {len(rows)} projects" in str(error.value.problems[0])


@needs_shared
def test_the_real_project_slices_as_it_quotes() -> None:
    project = made.read(SHARED / "files" / "other" / "taguette.sqlite3", taguette.read)
    assert (len(project.articles), project.coders) == (10, ("admin",))
    assert project.problems == project.mismatches == []  # 18 of 18 highlights
    assert project.notes["passages over several paragraphs: coded in each of them"] == 4
    codes = project.codebook["paragraph"]["Codes"]["codes"]
    assert len(codes) == 6
