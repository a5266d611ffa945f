"""The JSON Schema of a coding: what it takes, what it refuses, and what it tells a reader."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from annotator.codebook_file import load
from annotator.codebook_file.coding_schema import coding_model, coding_schema
from tests.codebook_file.books import HEAD

CODEBOOKS = sorted((Path(__file__).resolve().parents[2] / "codebooks").glob("*.yaml"))
BOOK = load(
    HEAD
    + """\
title: Who says what
statements: {max: 2}
article:
  overall: {measurement: interval, min: -5, max: 5}
  published: {measurement: date, special: []}
paragraph:
  tone:
    special: cannot_tell
    codes: {bad: Bad, good: {label: Good, definition: Warm.}}
  json: {codes: {a: A, old: {label: Old, deprecated: true}}, ask_if: {tone: bad}}
  a.b: {measurement: text}
statement:
  lever:
    select: {min: 1, max: 2}
    stop: leaf
    codes: {s: {label: Sanctions, codes: {relief: Relief, more: More}}, talks: Talks}
"""
)
GOOD: dict[str, Any] = {
    "paragraph": {"tone": "bad", "json": "a", "a.b": "x"},
    "statements": [{"lever": ["relief", "talks"]}, {"lever": "not_applicable"}],
    "memo": "why",
}


def refused(**changed: Any) -> bool:
    try:
        coding_model(BOOK).model_validate({**GOOD, **changed})
    except ValidationError:
        return True
    return False


def test_a_whole_coding_is_taken() -> None:
    assert not refused()
    assert not refused(statements=[], paragraph={"tone": "cannot_tell"})
    dumped = coding_model(BOOK).model_validate(GOOD).model_dump(by_alias=True)
    assert dumped == GOOD


@pytest.mark.parametrize(
    "paragraph",
    [
        {},
        {"tone": "Bad"},
        {"tone": "not_applicable"},
        {"tone": "bad", "json": "old"},
        {"tone": "bad", "more": 1},
        {"tone": ["bad"]},
    ],
)
def test_what_the_codebook_does_not_allow_is_refused(paragraph: dict[str, Any]) -> None:
    assert refused(paragraph=paragraph)


@pytest.mark.parametrize(
    "lever", [[], ["s"], ["relief", "more", "talks"], ["gone"], "relief", None]
)
def test_selections_keep_their_bounds(lever: object) -> None:
    assert refused(statements=[{"lever": lever}])


def test_no_more_statements_than_the_codebook_allows() -> None:
    assert refused(statements=[{"lever": ["talks"]}] * 3)


def test_articles_as_a_whole() -> None:
    model = coding_model(BOOK, whole_article=True)
    told = {"article": {"overall": -1.5, "published": "2019-02-28"}}
    assert model.model_validate(told).model_dump(by_alias=True) == told | {"memo": ""}
    for wrong in ({"overall": 6, "published": "2019-02-28"}, {"overall": 1, "published": "soon"}):
        with pytest.raises(ValidationError):
            model.model_validate({"article": wrong})


def test_descriptions_hold_the_codebook() -> None:
    schema = coding_schema(BOOK)
    assert (schema["title"], schema["$comment"]) == ("Who says what", "test 1.0")
    properties = schema["$defs"]["Paragraph"]["properties"]
    assert properties["tone"]["description"] == "Tone\n- bad: Bad\n- good: Good. Warm."
    assert "Asked only if tone is bad." in properties["json"]["description"]
    lever = schema["$defs"]["Statement"]["properties"]["lever"]
    assert "- relief: Sanctions > Relief" in lever["description"]
    assert "- s: " not in lever["description"]


@pytest.mark.parametrize("path", CODEBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("whole", [False, True])
def test_every_codebook_has_one(path: Path, whole: bool) -> None:
    codebook = load(path.read_text(encoding="utf-8"))
    json.dumps(coding_schema(codebook, whole_article=whole))
