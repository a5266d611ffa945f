"""JSON Lines and JSON: objects as articles."""

import json

import pytest

from tests.readers.reading import reading, refusal, refused, texts


def test_one_article_in_each_line() -> None:
    lines = [
        {"title": "A bridge", "text": "One.\n\nTwo.", "authors": ["Jane Doe", "Li Na"], "n": 3},
        {"title": "Rain", "text": "It rained.", "date": "2020-03-04T05:06:07Z", "x": {"y": True}},
    ]
    read = reading("\n".join(map(json.dumps, lines)).encode(), "a.jsonl")
    bridge, rain = read.articles
    assert read.format == "jsonl"
    assert texts(bridge) == ["A bridge", "One.", "Two."]
    assert bridge.author == "Jane Doe; Li Na"
    assert bridge.metadata["n"] == "3"
    assert (rain.date, rain.metadata["x.y"], rain.metadata["row"]) == ("2020-03-04", "true", "2")


@pytest.mark.parametrize(
    "value",
    [
        [{"headline": "A", "body": "One."}],
        {"headline": "A", "body": "One."},
        {"status": "ok", "articles": [{"headline": "A", "body": "One."}], "tags": [{}]},
        [
            {
                "headline": {"main": "A", "kicker": None},
                "body": "One.",
                "byline": {"original": "By X"},
            }
        ],
        [{"id": 7, "title": {"rendered": "A"}, "content": {"rendered": "<p>One.</p>"}}],
        {"response": {"results": [{"webTitle": "A", "fields": {"bodyText": "One."}}]}},
    ],
)
def test_a_file_may_be_one_value(value: object) -> None:
    for indent in (None, 2):
        [article] = reading(json.dumps(value, indent=indent).encode(), "a.json").articles
        assert texts(article) == ["A", "One."]


def test_bylines_lose_their_by() -> None:
    value = [{"headline": "A", "body": "One.", "byline": {"original": "By Ann Poe and Bo Li"}}]
    assert reading(json.dumps(value).encode(), "a.json").articles[0].author == "Ann Poe and Bo Li"


def test_lines_that_are_no_object_are_named() -> None:
    file = (
        b'{"text": "One."}\n\n{"text": \n[1]\n{"text": "\\ud800"}\n{"text": "a\\u0000"}\n'
        b'{"text": 5}'
    )
    read = reading(file, "a.jsonl")
    assert [texts(article) for article in read.articles] == [["One."], ["5"]]
    assert [(problem.line, problem.message[:20]) for problem in read.refused] == [
        (3, "is no JSON object: E"),
        (4, "is no JSON object"),
        (5, 'its cell "text" hold'),
        (6, 'its cell "text" hold'),
    ]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (b"[]", "holds no JSON objects"),
        (b"nothing", "holds no JSON objects"),
        (b"[" * 100_000, "holds no JSON objects"),
        (b'{"a":' * 50_000, "holds no JSON objects"),
        (b'{"n": ' + b"9" * 10_000 + b"}", "holds no JSON objects"),
        (b'{"url": "http://a.example"}', "a table of web addresses"),
        (json.dumps({f"a{n}": 1 for n in range(501)}).encode(), "501 different members"),
    ],
)
def test_refused(file: bytes, message: str) -> None:
    assert message in refusal(file, "a.json")


def test_json_is_known_by_its_content() -> None:
    assert reading(b'{"text": "One."}\n{"text": "Two."}', "a.dat").format == "jsonl"
    assert reading(b'  [ {"text": "One."}]', "a.txt").format == "jsonl"
    assert not refused(reading(b'{"text": "One."}', "a.json"))
