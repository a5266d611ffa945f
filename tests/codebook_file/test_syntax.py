"""Text that is no codebook at all: the line is right, the sentence needs no knowledge of YAML."""

import pytest

from annotator.codebook_file import check, decode
from annotator.errors import CodebookError
from tests.codebook_file.books import book, tone

# what it is: (text, line, part of the message, part of the hint)
FAULTS: dict[str, tuple[str, int, str, str]] = {
    "an empty file": ("", 1, "no `name: value` lines", "annotator codebook new"),
    "only notes": ("# nothing yet\n", 1, "no `name: value` lines", "annotator codebook new"),
    "a list": ("- a\n- b\n", 1, "no `name: value` lines", ""),
    "a sentence": ("Who says what?\n", 1, "no `name: value` lines", ""),
    "a tab": (book("paragraph:\n\ttone: {}\n"), 4, "with a tab", "use spaces"),
    "a second colon": (book("title: War: the end\n"), 3, "second colon", "in quotes"),
    "no colon, and one on the next line": (
        tone("a: A", more="    label Tone\n    required: true\n"), 7, "colon after a name", "name:",
    ),
    "no space after a colon": (
        book("paragraph:\n  tone:\n    label:Tone\n    required: true\n"),
        5, "space is missing", "name:",
    ),
    "a text that goes on": (
        tone("a: A", more="    label: Tone\n      of: it\n"), 8, "second colon", "in quotes",
    ),
    "no colon": (book("title\nparagraph: {a: {}}\n"), 3, "colon after a name", "name: value"),
    "an open quotation mark": (book('title: "War\narticle: {a: {}}\n'), 3, "never closed", "close"),
    "an open bracket": (tone("a: {label: A"), 6, "missing", "}"),
    "text after a quotation mark": (book('title: "War" and\n'), 3, "does not fit", "nothing may"),
    "uneven indentation": (tone("a: A", " b: B"), 7, "", ""),
    "less indentation": (tone("a: A", more="   b: B\n"), 7, "does not fit", "alike"),
    "an at sign": (book("title: @home\n"), 3, "cannot begin", "in quotes"),
    "a backslash": (book('title: "a\\qb"\n'), 3, "backslash", "single"),
    "an anchor": (book("title: &x War\narticle: {a: {}}\n"), 3, "anchor", "write the text out"),
    "an alias": (book("title: *x\narticle: {a: {}}\n"), 3, "`*x` refers", "write the text out"),
    "an alias as a name": (book("? *x\n: A\narticle: {a: {}}\n"), 3, "refers", ""),
    "a tag": (book("title: !!str War\narticle: {a: {}}\n"), 3, "a tag", "in quotes"),
    "a python tag": (book("title: !!python/object:os.system {}\n"), 3, "a tag", ""),
    "two documents": (book("article: {a: {}}\n---\na: b\n"), 4, "second document", "one codebook"),
    "a list as a name": (book("? [a, b]\n: c\n"), 3, "where a name must", ""),
    "an escaped bell": (book('title: "a\\x07"\narticle: {a: {}}\n'), 3, "U+0007", ""),
    "an escaped half character": (
        book('title: "a\\ud800"\narticle: {a: {}}\n'), 3, "U+D800", "",
    ),
    "a NUL": (book("title: a\0b\n"), 3, "U+0000", ""),
    "an escape": (book("title: a\x1b]52;c;ZXZpbA==\x07b\n"), 3, "U+001B", ""),
    "a directive": ("%YAML 9.9\n---\na: b\n", 1, "", ""),
    "a lone surrogate": (book("title: a\ud800b\n"), 3, "U+D800", ""),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message", "hint"), FAULTS.values(), ids=FAULTS)
def test_fault_of_writing(text: str, line: int, message: str, hint: str) -> None:
    problem = check(text, "my.yaml")[0]

    assert (problem.where, problem.line) == ("my.yaml", line)
    assert message in problem.message
    assert hint in problem.hint


def test_every_tab_is_named() -> None:
    assert [p.line for p in check("a:\n\tb: c\n  d: e\n \tf: g\n")] == [2, 4]


def test_tags_and_other_faults_are_told_together() -> None:
    problems = check(book("titel: !!str War\narticle: {date: {}}\n"))

    assert [p.line for p in problems] == [3, 3, 4]


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_lines_are_those_of_an_editor(breaks: str) -> None:
    # NEL and LINE SEPARATOR come along when text is pasted; no editor counts them.
    text = book("title: a\u2028b\x85c\nparagraph:\n  tone: {lable: x}\n").replace("\n", breaks)

    (problem,) = check(text)
    assert problem.line == 5


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    text = book("article: {a: {}}\n")

    assert decode(b"\xef\xbb\xbf" + text.encode()) == text
    assert check("\ufeff" + text) == []


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"title: a\nlabel: caf\xe9\n", 2, "not UTF-8"),
        ("title: a".encode("utf-16"), 0, "UTF-16"),
        (b"a" * 1_000_001, 0, "1,000,001 bytes"),
    ],
)
def test_bytes_that_are_no_codebook_text(content: bytes, line: int, message: str) -> None:
    with pytest.raises(CodebookError) as raised:
        decode(content, name="my.yaml")

    (problem,) = raised.value.problems
    assert (problem.where, problem.line) == ("my.yaml", line)
    assert message in problem.message
