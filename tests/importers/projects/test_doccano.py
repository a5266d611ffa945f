"""doccano: a file for each coder, ranges as labels of paragraphs, labels of texts."""

import json

import pytest

from annotator.errors import CodingsError
from annotator.importers import doccano
from annotator.importers.doccano import CoderFile
from annotator.importers.project import Project
from tests.importers.projects import made
from tests.shared import SHARED, needs_shared


def read(**files: bytes) -> Project:
    given = [CoderFile(f"{coder}.jsonl", coder, content) for coder, content in files.items()]
    return doccano.read(given, "letters", made.CUT)


def test_two_coders_of_one_text_are_two_coders_of_one_article() -> None:
    at = made.SMILE
    project = read(ana=made.doccano([at, at + 5, "Good"], [0, 5, "=1+1"]), ben=made.doccano())
    assert len(project.articles) == 1
    assert made.answers(project) == [
        ("ana", 1, "labels", ("=1+1",)),
        ("ana", 2, "labels", ("Good",)),
    ]
    done = [key for key, unit in project.units.items() if unit.work.done and key.coder == "ben"]
    assert len(done) == 3  # he read it and found nothing


def test_labels_of_whole_texts_and_newer_shapes() -> None:
    entities = [{"id": 4, "label": "Good", "start_offset": 0, "end_offset": 5}]
    line = made.doccano("War", entities=entities, relations=[{}], title="A letter")
    project = read(ana=line)
    assert made.answers(project) == [
        ("ana", 0, "text_labels", ("War",)),
        ("ana", 1, "labels", ("Good",)),
    ]
    assert project.articles[0].name == "A letter"
    assert project.lost["relations between passages"] == 1


def test_places_outside_and_labels_that_are_none_are_told() -> None:
    project = read(ana=made.doccano([0, 9_999, "X"], [3, 3, "X"], [0, 5], None, [-1, 4, "X"]))
    assert len(project.problems) == 3
    assert project.lost["labels that cannot be read"] == 2


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"label": ["a"]}', b'{"text": "a"}', b"\xff", b'{"text": "' + b"[" * 9],
)
def test_what_is_no_export_is_refused(content: bytes) -> None:
    with pytest.raises(CodingsError):
        read(ana=content)


def test_texts_that_cannot_be_kept_are_left_out() -> None:
    lines = [json.dumps({"text": text, "label": ["a"]}).encode() for text in ("\ud800", "\0", " ")]
    project = read(ana=b"\n".join(lines))
    assert (project.articles, len(project.problems)) == ([], 3)


@needs_shared
def test_the_real_files() -> None:
    folder = SHARED / "files" / "other" / "doccano"
    counts = {}
    for path in sorted(folder.glob("*.jsonl")):
        project = read(me=path.read_bytes())
        assert project.problems == []
        counts[path.stem] = (len(project.articles), len(made.answers(project)))
    assert counts == {
        "example_overlapping": (1, 1),
        "sequence_labeling": (3, 3),
        "text_classification": (3, 3),
    }
