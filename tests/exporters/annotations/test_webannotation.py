"""Web Annotation: one annotation for everything said, found again by position and by quote."""

import json
from pathlib import Path
from typing import Any

from annotator.exporters.job import Choice, Values
from tests.exporters.sample import ARTICLES, exported


def items(folder: Path, choice: Choice | None = None) -> list[dict[str, Any]]:
    report = exported(folder, "webannotation", choice)
    collection = json.loads((folder / "annotations.jsonld").read_text(encoding="utf-8"))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    found: list[dict[str, Any]] = collection["first"]["items"]
    assert len(found) == collection["total"] == report.rows["annotations.jsonld"]
    return found


def test_every_target_is_found_in_its_text(tmp_path: Path) -> None:
    texts = {f"urn:annotator:article:{one.id}": one.text for one in ARTICLES}
    n_checked = 0
    for item in items(tmp_path):
        text = texts[item["target"]["source"]["id"]]
        position, quote = item["target"].get("selector", [None, None])
        if position:
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            n_checked += 1
    assert n_checked > 10


def test_ids_are_unique_and_agents_are_coders(tmp_path: Path) -> None:
    found = items(tmp_path)
    ids = [item["id"] for item in found]
    assert len(set(ids)) == len(ids)
    assert {item["creator"]["name"] for item in found} == {"ana", "ben"}
    assert len({item["creator"]["id"] for item in found}) == 2
    assert all(item["created"].endswith("Z") for item in found)


def test_the_values_of_a_statement_name_it(tmp_path: Path) -> None:
    found = items(tmp_path, Choice(values=Values.LABEL))
    (lever,) = [i for i in found if i.get("an:variable") == "lever" and "Relief" in str(i["body"])]
    together = [i for i in found if i.get("an:statement") == lever["an:statement"]]
    told = {i["an:variable"]: i["body"] for i in together if "an:variable" in i}
    assert told["actor"]["value"] == "United States"
    assert [body["value"] for body in told["lever"]] == ["Relief", "Summits"]
    assert [i["id"] for i in together if i["motivation"] == "linking"] == [lever["an:statement"]]
    assert [i["body"]["value"] for i in together if i["motivation"] == "commenting"] == [
        "two\nlines"
    ]


def test_everything_said_is_there(tmp_path: Path) -> None:
    found = items(tmp_path)
    by_motivation: dict[str, int] = {}
    for item in found:
        by_motivation[item["motivation"]] = by_motivation.get(item["motivation"], 0) + 1
    assert by_motivation == {
        "an:finishing": 5, "classifying": 9, "describing": 3, "commenting": 2, "linking": 4,
    }  # fmt: skip
