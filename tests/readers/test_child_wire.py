"""What children say is data, and checked: no message can run code, crash us, or reach a study."""

import dataclasses
import os
from typing import Any

import pytest

from annotator.model.article import Article, Kind, Paragraph
from annotator.model.problem import Problem
from annotator.readers import child_wire as wire
from annotator.readers.found import FileReading
from annotator.readers.options import Options, Segmentation

ARTICLE = Article(
    "0123456789abcdef", "näme", "Title\n\nBody", (
        Paragraph(1, 0, 5, Kind.HEADLINE, "stands first"), Paragraph(2, 7, 11)),
    "t", "a", "s", "2020-01-02", "u", "ff", "utf-8", {"page": "3"},
)  # fmt: skip
READING = FileReading(
    [ARTICLE], "text", 2, "utf-8", "it is", [Problem("w", "x", 1, "y", "z")], [Problem("r")]
)


def test_a_reading_comes_through_whole() -> None:
    for told in (READING, ARTICLE):
        for field in dataclasses.fields(told):
            assert getattr(told, field.name) or field.name == "paragraphs", field.name
    assert wire.to_reading(wire.from_reading(READING)) == READING


def test_options_come_through_whole() -> None:
    options = Options("text", "cp1252", Segmentation.LINE, True, {"text": "T"}, "Sheet 2")
    for field in dataclasses.fields(options):
        assert getattr(options, field.name) != getattr(Options(), field.name), field.name
    assert wire.to_options(wire.from_options(options)) == options


_STARTS, _ENDS, _KINDS, _REASONS, _METADATA = range(10, 15)


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in wire.from_reading(READING).items() if name != key}


def with_article(index: int, value: object) -> dict[str, Any]:
    data = wire.from_reading(READING)
    data["articles"][0][index] = value
    return data


@pytest.mark.parametrize(
    "data",
    [
        without("articles"),
        {**without("articles"), "articles": {}},
        {**without("articles"), "articles": [[1]]},
        {**without("announced"), "announced": "2"},
        {**without("warnings"), "warnings": [["w"]]},
        with_article(2, b"text"),
        with_article(2, "half a pair: \ud800"),
        with_article(_STARTS, "no list"),
        with_article(_STARTS, [0, 99]),
        with_article(_STARTS, [0, 4]),
        with_article(_STARTS, [-1, 7]),
        with_article(_STARTS, [0]),
        with_article(_STARTS, [0, 7.0]),
        with_article(_STARTS, [0, True]),
        with_article(_ENDS, [5, 7]),
        with_article(_ENDS, [5, 12]),
        with_article(_KINDS, ["headline", "confession"]),
        with_article(_KINDS, ["headline", []]),
        with_article(_REASONS, ["", 3]),
        with_article(_REASONS, [""]),
        with_article(_REASONS, ["", "\udfff"]),
        with_article(_METADATA, {"page": 3}),
        with_article(_METADATA, []),
    ],
)
def test_what_no_honest_child_says(data: dict[str, Any]) -> None:
    with pytest.raises(wire.Garbled):
        wire.to_reading(data)


@pytest.mark.parametrize("data", [None, [], ["m", "p", "h"], ["m", [], 3]])
def test_refusals_that_are_none(data: object) -> None:
    with pytest.raises(wire.Garbled):
        wire.to_refusal(data)


@pytest.mark.parametrize("frame", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"a":1e}'])
def test_frames_that_hold_no_message(frame: bytes) -> None:
    with pytest.raises(wire.Garbled):
        wire.message_in(frame)


def frames(content: bytes) -> list[bytes]:
    ours, theirs = os.pipe()
    os.write(theirs, content)
    os.close(theirs)
    try:
        return list(wire.Frames(ours))
    finally:
        os.close(ours)


def test_frames() -> None:
    assert frames(b"") == []
    assert frames(b"\0\0\0\1a\0\0\0\2bc") == [b"a", b"bc"]
    assert frames(b"\0\0\0\1a\0\0\0\2b") == [b"a"]  # the child died while it spoke
    with pytest.raises(wire.Garbled):
        frames(b"\xff\xff\xff\xff{")
