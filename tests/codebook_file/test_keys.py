"""Keys that the program assigns."""

import string

from hypothesis import given
from hypothesis import strategies as st

from annotator.codebook_file import load
from tests.codebook_file.books import tone


def keys(*codes: str, more: str = "") -> list[str]:
    return [code.key for code in load(tone(*codes, more=more)).by_id["tone"].codes]


def test_initials_then_other_letters() -> None:
    assert keys("a: State media", "b: Social movements", "c: Sum", "d: Sum") == list("smud")


def test_given_keys_come_first_wherever_they_stand() -> None:
    assert keys("a: Sanctions", "b: {label: Summit, key: s}") == ["a", "s"]


def test_accents_are_no_hindrance() -> None:
    assert keys("x: Élysée", "y: Ökologie", "z: ßa") == ["e", "o", "s"]


def test_labels_in_other_scripts_use_the_id() -> None:
    assert keys("peace: 평화", "1: 전쟁", "war: 전쟁") == ["p", "a", "w"]


def test_scales_get_digits_and_zero_off_the_scale() -> None:
    more = "    measurement: ordinal\n"
    assert keys("a: A", "n: {off_scale: true}", "b: B", "m: {off_scale: true}", more=more) == [
        "1", "0", "2", "m",
    ]  # fmt: skip


def test_digits_that_are_taken() -> None:
    more = "    measurement: ordinal\n"
    assert keys("a: Bad", "b: {label: Good, key: 1}", more=more) == ["b", "1"]


def test_the_eleventh_of_a_scale_gets_a_letter() -> None:
    codes = [f"c{n}: Degree {n}" for n in range(1, 12)]
    assert keys(*codes, more="    measurement: ordinal\n")[8:] == ["9", "d", "e"]


def test_more_codes_than_keys() -> None:
    found = keys(*(f"c{n}: Code" for n in range(40)))

    assert sorted(found[:36]) == sorted(string.ascii_lowercase + string.digits)
    assert found[36:] == [""] * 4


@given(labels=st.lists(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1)))
def test_no_two_siblings_share_a_key(labels: list[str]) -> None:
    found = keys("first: x", *(f'c{n}: "{label}"' for n, label in enumerate(labels)))

    assigned = [key for key in found if key]
    assert len(set(assigned)) == len(assigned) == min(36, len(labels) + 1)


@given(st.lists(st.sampled_from(["Alpha", "Beta", "Gamma ray", "Delta"]), max_size=30))
def test_a_code_added_at_the_end_moves_no_key(labels: list[str]) -> None:
    codes = ["first: x", *(f"c{n}: {label}" for n, label in enumerate(labels))]

    assert keys(*codes, "last: Alpha")[:-1] == keys(*codes)
