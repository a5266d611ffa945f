"""Ids that are made: allowed, unique, and those that are allowed stay."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.codebook_file import check
from annotator.entries.ids import Ids


@given(st.lists(st.text(max_size=80), min_size=1, max_size=6))
def test_any_labels_get_ids_that_a_codebook_takes(labels: list[str]) -> None:
    ids = Ids()
    variables = [ids.variable(label) for label in labels]
    codes = [ids.code(variables[0], label) for label in labels]
    assert len({name.lower() for name in variables}) == len(set(codes)) == len(labels)
    lines = [f"  {name}: {{codes: {{a: A}}}}" for name in variables[1:]]
    quoted = ", ".join("'" + code.replace("'", "''") + "': A" for code in codes)
    book = "\n".join(
        [
            "codebook: b",
            "version: 1",
            "paragraph:",
            f"  {variables[0]}: {{codes: {{{quoted}}}}}",
            *lines,
        ]
    )
    faults = [problem.message for problem in check(book)]
    assert not [fault for fault in faults if "control character" not in fault]


def test_ids_that_are_allowed_stay() -> None:
    ids = Ids()
    assert [ids.variable(name) for name in ("tone", "a.b-c_", "Tone", "article")] == [
        "tone", "a.b-c_", "Tone_2", "article_code",
    ]  # fmt: skip
    assert [ids.code("tone", name) for name in ("us", "us", "a b|c", "cannot_tell", "")] == [
        "us", "us_2", "a_b/c", "cannot_tell_2", "code",
    ]  # fmt: skip
