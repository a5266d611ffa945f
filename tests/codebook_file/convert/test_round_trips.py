"""What is written in a format is there when it is read; what is not is said."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotator.codebook_file import load
from annotator.codebook_file.convert import forms
from annotator.codebook_file.convert.held import not_held
from annotator.codebook_file.convert.yaml_form import yaml_text
from annotator.entries.entry import Entry
from annotator.errors import CodebookError
from annotator.model.codebook import Codebook
from tests.codebook_file.convert.codebooks import codebooks

ROOT = Path(__file__).resolve().parents[3]
BOOKS = [*sorted((ROOT / "codebooks").glob("*.yaml")),
         ROOT / "annotator" / "codebook_file" / "template.yaml"]  # fmt: skip
WHOLE = ["yaml", "qdc", "csv", "xlsx", "skos"]
PARTS = ["potato", "labelstudio"]


def compiled(entries: list[Entry]) -> Codebook:
    return replace(load(yaml_text(entries)), hash="")


def valid(entries: list[Entry]) -> list[Entry]:
    try:
        return forms.checked(entries, "made")
    except CodebookError:
        assume(False)
        raise


@pytest.mark.parametrize("book", BOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", WHOLE)
def test_codebooks_that_come_with_the_program_are_held_whole(book: Path, form: str) -> None:
    given_ = forms.read(book.read_bytes(), book.name, "yaml").entries
    content, lost = forms.write(given_, form)
    assert lost == []
    back = forms.read(content, f"back.{form}", form)
    assert (compiled(list(back.entries)), back.passed_over) == (
        replace(load(book.read_text(encoding="utf-8")), hash=""), [],
    )  # fmt: skip


@given(codebooks())
@settings(max_examples=30)
@pytest.mark.parametrize("form", ["yaml", "qdc", "csv", "skos"])
def test_whatever_the_codebook_says_is_held(form: str, entries: list[Entry]) -> None:
    made = valid(entries)
    content, lost = forms.write(made, form)
    assert lost == []
    assert compiled(list(forms.read(content, "b", form).entries)) == compiled(made)


@given(codebooks())
@settings(max_examples=8)
def test_workbooks_hold_it_too(entries: list[Entry]) -> None:
    made = valid(entries)
    content, lost = forms.write(made, "xlsx")
    assert lost == []
    assert content == forms.write(made, "xlsx")[0]


def test_a_workbook_is_the_same_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = list(forms.read(b"Code,Label\na,Alpha\n", "b", "csv").entries)
    content = forms.write(entries, "xlsx")[0]
    monkeypatch.setattr("sys.platform", "win32")
    assert forms.write(entries, "xlsx")[0] == content


@given(codebooks(), st.sampled_from(PARTS))
@settings(max_examples=20)
def test_what_a_format_can_hold_stays_once_it_was_read(entries: list[Entry], form: str) -> None:
    first, _ = forms.write(valid(entries), form)
    kept = forms.read(first, f"q.{form}", form).entries
    again, lost = forms.write(kept, form)
    assert [line for line in lost if "the" not in line.split()[:1]] == []
    assert list(not_held(kept, forms.read(again, f"q.{form}", form).entries)) == []


def test_what_is_lost_is_said_by_sort() -> None:
    text = (ROOT / "codebooks" / "hanoi.yaml").read_bytes()
    lost = forms.write(forms.read(text, "h.yaml", "yaml").entries, "potato")[1]
    assert "the version" in lost
    assert "conditions (ask_if): no_statement_reason, addressee" in lost
    assert any(line.startswith("these are asked of the statement: actor") for line in lost)
    assert any(line.startswith("their place in the tree: actor.us.president") for line in lost)
