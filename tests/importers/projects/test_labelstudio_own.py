"""Our own tasks for Label Studio come back as codings; and what people and models add to them."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.exporters.job import Choice, Shape, Values
from annotator.importers.codings_table import Options, read_table
from annotator.importers.labelstudio import own
from annotator.importers.parsed import Parsed, UnitKey
from annotator.model.coding import Answer, Statement, UnitWork
from tests.exporters.sample import CODEBOOK, FIRST, HEADERS, UNITS, exported, key, source
from tests.importers.test_any_table import export, merged, studies, with_ids

SHAPES = Choice(shapes=(Shape.STATEMENTS, Shape.PARAGRAPHS))
Tasks = list[dict[str, Any]]


def tasks(
    units: dict[UnitKey, UnitWork], values: Values = Values.ID, name: str = "paragraphs"
) -> Tasks:
    """The tasks that are written of these units."""
    with tempfile.TemporaryDirectory() as folder:
        exported(Path(folder), "labelstudio", Choice(values=values), source(units))
        found: Tasks = json.loads((Path(folder) / f"{name}.json").read_text(encoding="utf-8"))
        return found


def read(found: Tasks, options: Options | None = None) -> Parsed:
    return read_table(json.dumps(found).encode(), "t.json", CODEBOOK, HEADERS, options)


def there_and_back(
    units: dict[UnitKey, UnitWork], values: Values = Values.ID
) -> dict[UnitKey, UnitWork]:
    found = [tasks(units, values, name) for name in ("paragraphs", "articles")]
    assert all(own.recognises(one) for one in found if one)
    parts = [read(one) for one in found]
    assert not any(part.warnings for part in parts)
    return merged(parts)


@pytest.mark.parametrize("values", list(Values))
def test_the_sample_comes_back(values: Values) -> None:
    assert export(there_and_back(UNITS, values), SHAPES) == export(UNITS, SHAPES)


@given(studies)
@settings(max_examples=60)
def test_every_study_comes_back(units: dict[UnitKey, UnitWork]) -> None:
    units = with_ids(units)
    assert export(there_and_back(units), SHAPES) == export(units, SHAPES)


def test_a_round_and_a_coder_called_like_it_are_told_apart() -> None:
    where = key("ana", FIRST, 2)
    units = {
        where: UnitWork({"tone": Answer.of("bad")}),
        where._replace(round="pilot"): UnitWork({"tone": Answer.of("good")}),
        where._replace(coder="ana (pilot)"): UnitWork({"remark": Answer.of("x")}),
    }
    found = there_and_back(units)
    assert {where: dict(work.answers) for where, work in found.items()} == {
        where: dict(work.answers) for where, work in units.items()
    }


def added(task: dict[str, Any], by: dict[str, Any], *results: dict[str, Any]) -> None:
    """A person's annotation (completed_by) or a model's prediction (model_version)."""
    kind = "annotations" if "completed_by" in by else "predictions"
    task[kind].append({**by, "result": list(results)})


def choice(control: str, *codes: Any, type_: str = "choices", **region: Any) -> dict[str, Any]:
    value = {"start": 0, "end": 4, type_: list(codes)} if region else {type_: list(codes)}
    return {"from_name": control, "to_name": "text", "type": type_, "value": value, **region}


ZOE = {"completed_by": {"id": 7, "email": "zoe@example.org"}}
GPT = {"model_version": "gpt"}


def test_what_people_code_there_comes_in_under_their_name() -> None:
    found = tasks(UNITS)
    added(found[1], ZOE, choice("tone", "good"), choice("statement", "statement", id="x1"),
          choice("actor", ["us", "us.congress"], type_="taxonomy", id="x1"),
          choice("statement:flagged", "flagged", id="x1"))  # fmt: skip
    added(found[1], {"completed_by": 9, "was_cancelled": True}, choice("tone", "bad"))
    parsed = read(found)
    assert parsed.problems == []
    where = key("zoe@example.org", FIRST, 2)
    assert {one.coder for one in parsed.units} == {"ana", "ben", where.coder}
    work = parsed.units[where].work
    assert work.done
    (statement,) = work.statements
    assert statement == Statement(statement.id, {"actor": Answer.of("us.congress")}, flagged=True)
    assert work.answers == {"tone": Answer.of("good")}


def test_models_come_in_when_asked_for_and_as_machines() -> None:
    found = tasks(UNITS)
    added(found[1], GPT, choice("tone", "good"))
    parsed = read(found)
    assert [str(one) for one in parsed.warnings] == [f"t.json: {own.LEFT_OUT} (1)"]
    assert (not parsed.machines, {one.coder for one in parsed.units}) == (True, {"ana", "ben"})
    added(found[1], {"completed_by": "gpt"}, choice("tone", "bad"))
    parsed = read(found, Options(predictions=True))
    assert parsed.machines == {"gpt (model)"}
    assert parsed.units[key("gpt (model)", FIRST, 2)].work == UnitWork(
        {"tone": Answer.of("good")}, done=True
    )
    assert parsed.units[key("gpt", FIRST, 2)].work.answers == {"tone": Answer.of("bad")}


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ({"type": "relation", "from_id": "a"}, 'of the type "relation"'),
        ({}, 'of the type ""'),
        (choice("tone", "nice"), 'tone has no code "nice"'),
        (choice("mood", "good"), 'the codebook has no variable "mood"'),
        (choice("actor", "us"), "actor is asked of a statement"),
    ],
)
def test_results_that_answer_nothing_of_the_codebook(result: dict[str, Any], said: str) -> None:
    found = tasks(UNITS)
    added(found[1], ZOE, result)
    (problem,) = read(found).problems
    assert said in problem.message
    assert problem.line == 2


def test_labels_of_a_study_with_two_alike_are_problems() -> None:
    found = tasks({key("ana", FIRST, 2): UnitWork({"tone": Answer.of("bad")})}, Values.LABEL)
    found[0]["predictions"][0]["result"][0]["value"]["choices"] = ["Nice"]
    (problem,) = read(found).problems
    assert problem.message == 'tone has no code "Nice"'


@pytest.mark.parametrize(
    "content",
    [b"[{", b'[{"data": 1}]', b'[{"data": {"article_id": []}, "predictions": [{"result": [1]}]}]',
     b'[{"annotations": [{"completed_by": 1, "result": [{"value": []}]}]}]', b"[1]", b"[{}]"],
)  # fmt: skip
def test_broken_tasks_are_problems_or_hold_nothing(content: bytes) -> None:
    parsed = read_table(content, "t.json", CODEBOOK, HEADERS, Options(predictions=True))
    assert not parsed.units
