"""Files made to hang or break a reader are refused: some would otherwise take for ever."""

import pytest

from annotator.codebook_file import check
from tests.codebook_file.books import book, tone

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)


def nested_codes(depth: int) -> str:
    lines = ["paragraph:", "  tone:"]
    for level in range(depth):
        lines += [f"{' ' * (4 + 4 * level)}codes:", f"{' ' * (6 + 4 * level)}c{level}:"]
    return book("\n".join(lines) + "\n")


HOSTILE = {
    "a billion laughs": (LAUGHS, "anchor"),
    "brackets": ("a: " + "[" * 20_000, "levels deep"),
    "braces": ("{a: " * 20_000, "levels deep"),
    "dashes": ("- " * 20_000, "levels deep"),
    "question marks": ("? " * 20_000, "where a name must"),
    "codes below codes": (nested_codes(200), "levels deep"),
    "a long list": ("a: [" + "x," * 200_000 + "]", "more than 50,000 entries"),
    "many names": ("".join(f"a{n}: b\n" for n in range(60_000)), "more than 50,000 entries"),
    "too large": ("a: " + "x" * 1_000_000, "1,000,000"),
    "large in bytes": ("a: " + "語" * 400_000, "1,000,000"),
}


@pytest.mark.parametrize(("text", "message"), HOSTILE.values(), ids=HOSTILE)
def test_is_refused(text: str, message: str) -> None:
    assert message in " ".join(problem.message for problem in check(text))


def test_trees_of_any_useful_depth_are_fine() -> None:
    assert check(nested_codes(30)) == []


def test_a_long_circle_is_found_without_recursion() -> None:
    lines = [f"  v{n}: {{codes: {{x: X}}, ask_if: {{v{n + 1}: x}}}}\n" for n in range(2_000)]
    text = book("article:\n" + "".join(lines) + "  v2000: {codes_from: v0, ask_if: {v0: x}}\n")

    (problem,) = check(text)
    assert (problem.line, "circle" in problem.message) == (4, True)


def test_names_that_mean_something_to_programs_are_only_text() -> None:
    names = ["__class__", "model_config", "{0}", "%s", "../../etc/passwd", "<<"]

    assert check(tone(*(f'"{name}": A' for name in names))) == []
