"""Label Studio: people, choices, passages, and passages of which several things are said."""

import json

import pytest

from annotator.errors import CodingsError
from annotator.importers import labelstudio
from tests.importers.projects import made
from tests.shared import SHARED, needs_shared


@pytest.mark.parametrize("wide", [True, False])
def test_passages_choices_and_ties(wide: bool) -> None:
    project = labelstudio.read(made.label_studio(wide=wide), "export.json", made.CUT)
    assert project.problems == project.mismatches == []
    assert made.answers(project) == [
        ("ana@example.org", 0, "score", ("4",)),
        ("ana@example.org", 0, "topic", ("War",)),
        ("ana@example.org", 2, "mood", ("Good",)),
        ("coder 2", 0, "topic", ("Peace",)),
    ]
    assert made.statements(project) == [
        ("ana@example.org", 3, {"actor": "us", "stance": "pro|=1+1"})
    ]
    assert ("places of passages count UTF-16 units" in project.notes) is wide
    assert project.articles[0].name == "A letter"
    assert sorted(count for what, count in project.lost.items() if "predictions" in what) == [1, 1]
    assert not project.machines


def test_models_are_coders_when_asked_for() -> None:
    project = labelstudio.read(made.label_studio(), "export.json", made.CUT, predictions=True)
    assert project.machines == {"gpt"}
    assert ("gpt", 0, "topic", ("War",)) in made.answers(project)


def test_a_file_of_predictions_alone_says_how_to_have_them() -> None:
    (task,) = json.loads(made.label_studio())
    content = json.dumps([task | {"annotations": []}]).encode()
    with pytest.raises(CodingsError) as caught:
        labelstudio.read(content, "tasks.json", made.CUT)
    assert "--predictions" in caught.value.problems[0].hint


def test_html_counts_by_its_global_offsets() -> None:
    start = made.BARE.index("smile")
    value = {"start": "/p[2]/text()[1]", "end": "/p[2]/text()[1]", "startOffset": 18,
             "endOffset": 23, "globalOffsets": {"start": start, "end": start + 5},
             "text": "smile", "hypertextlabels": ["Good"]}  # fmt: skip
    result = {"id": "a", "from_name": "mood", "type": "hypertextlabels", "value": value}
    task = {"data": {"html": made.HTML}, "annotations": [{"completed_by": 1, "result": [result]}]}
    project = labelstudio.read(json.dumps([task]).encode(), "export.json", made.CUT)
    assert project.mismatches == []
    assert made.answers(project) == [("coder 1", 2, "mood", ("Good",))]


def test_a_quote_that_differs_and_a_second_value_are_told() -> None:
    text = made.label_studio().replace(b'"text": "smile"', b'"text": "smirk"')
    data = json.loads(text)
    data[0]["annotations"][0]["result"].append(
        {"from_name": "score", "type": "rating", "value": {"rating": 5}}
    )
    project = labelstudio.read(json.dumps(data).encode(), "export.json", made.CUT)
    assert len(project.mismatches) == 1
    assert project.lost["further values of the same question by the same person"] == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"[", b"{}", b"[]", b"[1]", b'[{"data": {}}]', b"[" * 100_000, b"[1e999999]",
     b'[{"data": {"text": "a"}, "annotations": []}]'],
)  # fmt: skip
def test_what_is_no_export_is_refused(content: bytes) -> None:
    with pytest.raises(CodingsError):
        labelstudio.read(content, "export.json", made.CUT)


@needs_shared
def test_the_real_files() -> None:
    folder = SHARED / "files" / "other" / "labelstudio"
    history = labelstudio.read((folder / "csv_test_history.json").read_bytes(), "h.json", made.CUT)
    assert made.answers(history) == [("sergei@heartex.e2e", 0, "sentiment", ("Positive",))]
    strange = labelstudio.read((folder / "csv_test2.json").read_bytes(), "2.json", made.CUT)
    assert made.answers(strange) == [("test@heartex.com", 0, "uri_selection", ('Yes_"_""_а_б_в',))]
    for name in ("csv_test.json", "data.json", "data_repeater.json"):  # pictures
        with pytest.raises(CodingsError):
            labelstudio.read((folder / name).read_bytes(), name, made.CUT)
