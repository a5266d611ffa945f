"""Whatever the text: a codebook, or a CodebookError with lines that exist. Nothing else."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.codebook_file import check, load
from annotator.codebook_file.schema import CodebookFile, CodeEntry, VariableEntry
from annotator.codebook_file.template import template
from annotator.errors import CodebookError
from annotator.model.codebook_json import from_json, to_json

LINES = template().splitlines()
WORDS = sorted(
    {*CodebookFile.model_fields, *VariableEntry.model_fields, *CodeEntry.model_fields}
    | {"us", "uk", "tone", "no_statement", "many", "leaf", "ordinal", "true", "1", "u", "en", ""}
)
WORD = st.sampled_from(WORDS) | st.text(max_size=5)


def _inside(below: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(below, max_size=3) | st.dictionaries(WORD, below, max_size=4)


TREES = st.recursive(WORD | st.none() | st.booleans() | st.integers(), _inside, max_leaves=20)
VARIABLES = st.dictionaries(
    st.sampled_from(["us", "uk", "tone"]),
    st.dictionaries(st.sampled_from(sorted(VariableEntry.model_fields)), TREES, max_size=4),
    max_size=3,
)


def loads_or_says_why(text: str) -> None:
    problems = check(text)
    assert all(0 <= problem.line <= text.count("\n") + text.count("\r") + 1 for problem in problems)
    assert problems == sorted(problems, key=lambda problem: problem.line)
    if problems:
        with pytest.raises(CodebookError) as raised:
            load(text)
        assert list(raised.value.problems) == problems
    else:
        codebook = load(text)
        assert from_json(to_json(codebook)) == codebook


@given(st.text() | st.text(st.sampled_from("ab:-[]{}'\"#&*!|>%@`,? \n\t\r\\\x00\x85\u2028\ud800")))
def test_any_text(text: str) -> None:
    loads_or_says_why(text)


@given(
    st.integers(0, len(LINES)),
    st.integers(0, 3),
    st.lists(st.sampled_from(LINES) | st.text(max_size=20), max_size=3),
)
def test_a_codebook_with_lines_changed(place: int, removed: int, added: list[str]) -> None:
    loads_or_says_why("\n".join([*LINES[:place], *added, *LINES[place + removed :]]))


@given(TREES)
def test_any_tree(tree: Any) -> None:
    loads_or_says_why(json.dumps(tree))


@given(VARIABLES, VARIABLES, VARIABLES)
def test_any_variables(article: Any, paragraph: Any, statement: Any) -> None:
    levels = {"article": article, "paragraph": paragraph, "statement": statement}
    loads_or_says_why(json.dumps({"codebook": "a", "version": "1", **levels}))
