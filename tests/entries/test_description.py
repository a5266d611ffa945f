"""Descriptions: readable, and read again as they were."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.entries.description import description, fields_in
from tests.codebook_file.convert.codebooks import TEXTS

stripped = TEXTS.map(str.strip).filter(bool)
fields = st.dictionaries(
    st.sampled_from(
        ["definition", "include 1", "rules 1", "key", "rules 1@de", "label@pt-BR", "id"]
    ),
    stripped,
)


@given(fields)
def test_what_is_written_is_read(told: dict[str, str]) -> None:
    assert fields_in(description(told)) == told


def test_a_description_by_anybody_is_a_definition() -> None:
    text = "Peace talks.\n\nSee also: summits\n  (from 2018)"
    assert fields_in(text) == {"definition": text}


def test_lists_are_numbered_in_their_order() -> None:
    assert fields_in("What it is\nRule: one\n  more\nRule: two\nannotator key: k") == {
        "definition": "What it is", "rules 1": "one\nmore", "rules 2": "two", "key": "k",
    }  # fmt: skip
