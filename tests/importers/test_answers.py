"""Answers of programs as JSONL: the form of the JSON Schema of one coding."""

import json
from typing import Any

import pytest

from annotator.codebook_file.coding_schema import coding_model
from annotator.importers.codings_table import Options, read_table
from annotator.importers.parsed import Parsed, UnitKey
from annotator.model.coding import CANNOT_TELL, Answer
from tests.exporters.sample import CODEBOOK, FIRST, HEADERS

WHOLE = {"article_id": FIRST, "paragraph": 0, "coding": {"article": {"overall": 2.0}}}
CODING = {
    "paragraph": {"tone": "good", "remark": None},
    "statements": [
        {"actor": "us", "stance": "support", "lever": ["relief", "summit"]},
        {"actor": "dprk", "stance": "neutral", "lever": "cannot_tell"},
    ],
    "memo": 'a, "b"\nc',
}


def line(coding: Any = CODING, **place: Any) -> bytes:
    return json.dumps({"article": "harbour", "paragraph": 2, **place, "coding": coding}).encode()


def read(*lines: bytes) -> Parsed:
    return read_table(b"\n".join(lines), "a.jsonl", CODEBOOK, HEADERS, Options(coder="gpt"))


def test_codings_of_units_come_in() -> None:
    parsed = read(line(), json.dumps(WHOLE).encode(), line({"statements": []}, paragraph=3))
    assert parsed.problems == []
    work = parsed.units[UnitKey("gpt", "main", FIRST, 2)].work
    assert work.answers == {"tone": Answer.of("good")}
    assert [dict(one.answers) for one in work.statements] == [
        {"actor": Answer.of("us"), "stance": Answer.of("support"),
         "lever": Answer.of("relief", "summit")},
        {"actor": Answer.of("dprk"), "stance": Answer.of("neutral"), "lever": CANNOT_TELL},
    ]  # fmt: skip
    assert (work.memo, work.done) == ('a, "b"\nc', True)
    whole = parsed.units[UnitKey("gpt", "main", FIRST, 0)].work
    assert whole.answers == {"overall": Answer.of("2")}
    assert parsed.units[UnitKey("gpt", "main", FIRST, 3)].work.done


def test_the_form_is_that_of_the_schema() -> None:
    coding_model(CODEBOOK).model_validate(CODING)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"{", "is no JSON"),
        (b"[1]", "no article_id, or no coding"),
        (line([]), "no article_id, or no coding"),
        (line({"tone": "good"}), 'there is no field "tone"'),
        (line({"paragraph": []}), "paragraph is no object"),
        (line({"statements": {}}), "statements is no list"),
        (line({"statements": ["us"]}), "statement 1 is no object"),
        (line({"paragraph": {"tone": True}}), "tone is neither text nor number"),
        (line({"paragraph": {"tone": {"a": 1}}}), "tone is neither text nor number"),
        (line({"paragraph": {"tone": "goood"}}), 'tone has no code "goood"'),
        (line({"paragraph": {"mood": "good"}}), 'no variable "mood"'),
        (line(paragraph=99), "none with 99"),
        (line(), "stands in line 1 already"),
        (b'{"x": "\xff"}', "is not UTF-8"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(given: bytes, said: str) -> None:
    problems = read(line(), given).problems
    assert any(said in one.message and one.line == 2 for one in problems), problems
