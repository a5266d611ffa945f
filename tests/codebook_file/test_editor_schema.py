"""What an editor accepts and refuses with the JSON Schema."""

from typing import Any

import pytest
from ruamel.yaml import YAML

from annotator.codebook_file import check, json_schema
from annotator.codebook_file.template import template
from tests.codebook_file.books import book, tone
from tests.codebook_file.faults import FAULTS
from tests.codebook_file.json_schema import fits

SCHEMA = json_schema()

VALID = {
    "the template": template(),
    "short forms": tone("a: A", "1: 2", "no: yes", "x:", more="    select: many\n"),
    "long forms": tone(
        "a: {label: {en: A, ko: B}, key: 1, value: -1.5, codes: {b: B}}",
        more="    select: {min: 0, max: 2}\n    examples: [a, {en: b}]\n    rules: one\n",
    ),
    "conditions": tone("a: A", more="    ask_if: {b: [x, y], c: 1}\n"),
    "no statement": tone("a: A", more="    ask_if: no_statement\n"),
    "special": tone("a: A", more="    special: []\n  b: {special: cannot_tell}\n"),
    "the head": book("title: {en: A, ko: B}\nlanguage: en\ncodable: body\nstatements: {max: 3}\n"),
    "empty levels": book("article:\nparagraph:\nstatement:\n"),
}

FAULTS_OF_FORM = [
    "unknown word at the top", "unknown word of a variable", "unknown word of a code",
    "a word of variables at a code", "unknown word of select", "unknown word of statements",
    "no version", "a wrong measurement", "a wrong stop", "a wrong select", "a negative select",
    "a wrong ask_if", "an empty ask_if", "a wrong kind", "no kind", "not true or false",
    "no number", "codes as a list", "no codes below codes", "codes that are a text",
    "a variable that is a text", "a level that is a list", "a label that is a list",
    "an example with a colon", "a special answer that is none",
]  # fmt: skip


def as_an_editor_reads(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize("text", VALID.values(), ids=VALID)
def test_accepts(text: str) -> None:
    assert fits(as_an_editor_reads(text), SCHEMA, SCHEMA)


@pytest.mark.parametrize("name", FAULTS_OF_FORM)
def test_refuses_what_check_refuses(name: str) -> None:
    text = FAULTS[name][0]

    assert check(text)
    assert not fits(as_an_editor_reads(text), SCHEMA, SCHEMA)


def test_every_word_has_a_description() -> None:
    fields = [SCHEMA, SCHEMA["$defs"]["VariableEntry"], SCHEMA["$defs"]["CodeDetails"]]
    missing = [
        name
        for schema in fields
        for name, field in schema["properties"].items()
        if "description" not in field
    ]
    assert missing == []
