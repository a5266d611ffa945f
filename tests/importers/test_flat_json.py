"""JSON Lines with a row in each line, and which of them are answers of programs instead."""

import json

import pytest

from annotator.importers.codings_table import Options, read_table
from annotator.importers.parsed import Parsed
from tests.exporters.sample import CODEBOOK, FIRST, HEADERS, key

ROW = {"article": "harbour", "paragraph": 2, "tone": "good", "lever": ["relief", "summit"]}


def read(*lines: bytes) -> Parsed:
    return read_table(b"\n".join(lines), "r.jsonl", CODEBOOK, HEADERS, Options(coder="ana"))


def line(**row: object) -> bytes:
    return json.dumps({**ROW, **row}).encode()


def test_a_line_is_a_row_and_a_list_several_codes() -> None:
    parsed = read(line(statement=1, actor="us"), line(paragraph=3, lever=None, flagged=True))
    assert parsed.problems == []
    two, three = (parsed.units[key("ana", FIRST, number)].work for number in (2, 3))
    (statement,) = two.statements
    assert statement.answers["lever"].values == ("relief", "summit")
    assert (three.answers["tone"].values, three.flagged, two.flagged) == (("good",), True, False)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"{", "is no JSON"),
        (b"[1]", "no object of texts and numbers"),
        (line(lever=[["relief"]]), "no object of texts and numbers"),
        (line(lever=None, tone="goood"), 'tone has no code "goood"'),
        (b'{"x": "\xff"}', "is not UTF-8"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(given: bytes, said: str) -> None:
    problems = read(line(lever=None), given).problems
    assert any(said in one.message and one.line == 2 for one in problems), problems
