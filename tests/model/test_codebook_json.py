"""The compiled codebook survives JSON, quickly and without heavy imports."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.codebook_file import load
from annotator.errors import CodebookError
from annotator.model.codebook import Agreement, Code, Codebook, Guidance, Stop, Variable
from annotator.model.codebook_json import from_json, to_json
from tests.effort import lines_run

HANOI = Path(__file__).resolve().parents[2] / "codebooks" / "hanoi.yaml"

TEXTS = st.text(max_size=8)
SEVERAL = st.lists(TEXTS, max_size=2).map(tuple)
NUMBERS = st.none() | st.floats(allow_nan=False)
GUIDANCE = st.builds(Guidance, TEXTS, SEVERAL, SEVERAL, SEVERAL, SEVERAL, SEVERAL)


def _codes(below: st.SearchStrategy[tuple[Code, ...]]) -> st.SearchStrategy[tuple[Code, ...]]:
    code = st.builds(
        Code, TEXTS, TEXTS, TEXTS, value=NUMBERS, off_scale=st.booleans(), guidance=GUIDANCE,
        needs_memo=st.booleans(), deprecated=st.booleans(), merged_into=TEXTS, codes=below,
    )  # fmt: skip
    return st.lists(code, max_size=2).map(tuple)


CODES = st.recursive(st.just(()), _codes, max_leaves=4)
AGREEMENTS = st.builds(Agreement, st.floats(0, 1), st.floats(0, 1))
VARIABLES = st.builds(
    Variable, guidance=GUIDANCE, codes=CODES, stop=st.sampled_from(Stop), multiple=st.booleans(),
    min_select=st.integers(), max_select=st.integers(), required=st.booleans(), default=TEXTS,
    prefill=TEXTS, ask_if=st.dictionaries(TEXTS, SEVERAL, max_size=2),
    ask_if_no_statement=st.booleans(), not_applicable=st.booleans(), cannot_tell=st.booleans(),
    minimum=NUMBERS, maximum=NUMBERS, anchors=st.tuples(TEXTS, TEXTS),
    agreement=st.none() | AGREEMENTS, compared=st.booleans(),
)  # fmt: skip
CODEBOOKS = st.builds(
    Codebook, TEXTS, TEXTS, TEXTS, TEXTS, st.lists(VARIABLES, max_size=2).map(tuple), TEXTS,
    codable=SEVERAL, max_statements=st.integers(), agreement=AGREEMENTS,
)  # fmt: skip


@given(CODEBOOKS)
def test_round_trip(codebook: Codebook) -> None:
    text = to_json(codebook)

    assert from_json(text) == codebook
    assert to_json(from_json(text)) == text


def test_codebooks_stored_before_there_were_demands_are_read_and_written_as_before() -> None:
    text = to_json(load(HANOI.read_text(encoding="utf-8")))

    assert "agreement" not in json.loads(text)
    assert from_json(text).agreement == Agreement(0.8, 0.667)
    assert all(variable.agreement is None for variable in from_json(text).variables)


def test_what_was_read_behaves_like_what_was_written() -> None:
    codebook = load(HANOI.read_text(encoding="utf-8"))
    read = from_json(to_json(codebook))

    assert read == codebook
    assert read.by_id["actor"].key_path("us.president") == "ut"
    assert read.kind_variable is read.by_id["unit_type"]
    assert read.by_id["lever"].stop is Stop.LEAF


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{}", '{"form": 0}', '{"form": 1}', '{"form": 1, "variables": [1]}',
     '{"form": 1, "variables": [], "colour": 1}', '{"form": 1, "variables": [{}]}',
     "[" * 100_000],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(CodebookError, match="stored form"):
        from_json(text)


@given(st.recursive(st.none() | st.integers() | TEXTS, lambda x: st.lists(x) | st.dictionaries(
    st.sampled_from(["form", "variables", "id", "level", "codes", "guidance"]), x)))  # fmt: skip
def test_any_json_is_a_codebook_or_refused(content: object) -> None:
    with pytest.raises(CodebookError):
        from_json(json.dumps(content))


def test_reading_is_fast() -> None:
    text = to_json(load(HANOI.read_text(encoding="utf-8")))

    assert lines_run(lambda: from_json(text)) < 10_000  # measured: 3,447, which take 0.7 ms


def test_reading_needs_neither_pydantic_nor_yaml() -> None:
    code = (
        "import sys, annotator.model.codebook_json as j\n"
        "print([m for m in ('pydantic', 'ruamel.yaml', 'textual', 'numpy') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"
