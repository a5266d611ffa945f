"""docs/codebook.md is right: its examples load, and it leaves no word of the format out."""

import re
from pathlib import Path

import pytest

from annotator.codebook_file import check
from annotator.codebook_file.names import TAKEN
from annotator.codebook_file.schema import CodebookFile, CodeEntry, VariableEntry
from annotator.model.article import Kind
from annotator.model.codebook import Measurement
from tests.codebook_file.books import book

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "codebook.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_loads(example: str) -> None:
    text = example if example.startswith("codebook:") else book(example)

    assert [str(problem) for problem in check(text)] == []


def test_every_word_is_explained() -> None:
    words = {*CodebookFile.model_fields, *VariableEntry.model_fields, *CodeEntry.model_fields}
    explained = {
        word
        for row in re.findall(r"^\| (`[^|]+) \|", PAGE, flags=re.MULTILINE)
        for word in re.findall(r"`(\w+)`", row)
    }
    assert words - explained == set()


@pytest.mark.parametrize("word", [*Kind, *Measurement, *sorted(TAKEN)])
def test_every_choice_is_named(word: str) -> None:
    assert f"`{word}`" in PAGE
