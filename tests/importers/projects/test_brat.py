"""brat: types and attributes as codes; relations and roles are counted."""

import pytest

from annotator.errors import CodingsError
from annotator.importers import brat
from tests.importers.projects import made
from tests.shared import SHARED, needs_shared


def test_annotations_become_codes_of_paragraphs() -> None:
    project = brat.read(made.BRAT, "corpus", made.CUT, "ana")
    assert project.problems == []
    assert made.answers(project) == [
        ("ana", 1, "Events", ("Meet",)),
        ("ana", 1, "Entities", ("God",)),
        ("ana", 1, "Tone", ("Good",)),
        ("ana", 2, "Entities", ("Person",)),
        ("ana", 2, "Sure", ("Sure",)),
    ]
    entities = project.codebook["paragraph"]["Entities"]["codes"]
    assert list(entities) == ["Actor", "Place", "God"]  # the last occurs, but is not configured
    assert list(entities["Actor"]["codes"]) == ["Person", "State"]


def test_notes_are_memos_and_what_is_lost_is_counted() -> None:
    project = brat.read(made.BRAT, "corpus", made.CUT, "ana")
    memos = [unit.work.memo for unit in project.units.values() if unit.work.memo]
    assert memos == ["smile: is it a person?"]
    assert project.lost["relations between annotations"] == 1
    assert project.lost["roles in events: who does what to whom"] == 1
    assert project.lost["annotations said to be equivalent"] == 1


def test_parts_are_compared_with_their_words() -> None:
    project = brat.read(made.BRAT, "corpus", made.CUT)
    assert [one.message for one in project.mismatches] == [
        '"a": the passage is "First", but the file quotes "XXXXX"'
    ]
    assert project.notes["annotations in several parts: each part counts"] == 1
    assert project.coders == ("unknown coder",)


def test_lines_that_are_none_texts_that_are_missing_and_places_outside() -> None:
    lines = b"T1\tPerson 0 5\tFirst\nnonsense\nT1\tPerson 0 5\tFirst\nT2\tPerson 0 9999\t\nT9\n"
    files = {"a.ann": lines, "a.txt": made.BRAT["a.txt"], "b.ann": b""}
    project = brat.read(files, "corpus", made.CUT)
    assert [(one.where, one.line) for one in project.problems] == [
        ("a.ann", 2), ("a.ann", 3), ("a.ann", 5), ("b.ann", 0), ("corpus", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "files", [{}, {"a.ann": b""}, {"a.ann": b"T1\tX 0 1\ta", "a.txt": b"\xff\xfe"}]
)
def test_what_is_no_folder_of_brat_is_refused(files: dict[str, bytes]) -> None:
    with pytest.raises(CodingsError):
        brat.read(files, "corpus", made.CUT)


@needs_shared
def test_all_119_annotations_of_the_tutorial_are_as_they_quote() -> None:
    folder = SHARED / "files" / "other" / "brat" / "tutorials" / "news"
    files = {p.name: p.read_bytes() for p in folder.iterdir()}
    n_bounds = sum(
        line.startswith(b"T") for n, text in files.items() if n.endswith(".ann")
        for line in text.split(b"\n")
    )  # fmt: skip
    project = brat.read(files, "news", made.CUT, "ana")
    assert (n_bounds, len(project.articles)) == (119, 13)
    assert project.problems == project.mismatches == []
    assert project.lost["relations between annotations"] == 8


def folders(**names: str) -> dict[str, bytes]:
    """A folder for each coder with that text, in which the first word is marked."""
    marked = {f"{coder}/{name}.ann": b"T1\tGood 0 3\tOne\n" for coder, name in names.items()}
    return marked | {f"{coder}/{name}.txt": b"One two." for coder, name in names.items()}


def test_folders_with_the_same_texts_are_coders() -> None:
    files = folders(ana="a", ben="a") | {"ben/b.txt": b"Four.", "ben/b.ann": b""}
    project = brat.read(files, "both", made.CUT)
    assert project.coders == ("ana", "ben")
    assert [article.name for article in project.articles] == ["a", "b"]
    assert sum("each is a coder" in note for note in project.notes) == 1
    assert brat.read(files, "both", made.CUT, "zoe").coders == ("zoe",)


@pytest.mark.parametrize(
    "files", [folders(one="a", two="b"), folders(ana="a", ben="a") | {"c.txt": b"", "c.ann": b""}]
)
def test_other_folders_are_no_coders(files: dict[str, bytes]) -> None:
    assert brat.read(files, "both", made.CUT).coders == ("unknown coder",)
