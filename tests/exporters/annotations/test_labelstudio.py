"""Label Studio: what the interface asks and what the tasks say fit together."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from annotator.exporters.final import final
from annotator.exporters.job import Choice, Final, Values
from annotator.model.coding import CANNOT_TELL, Answer, UnitWork
from tests.exporters.sample import CODEBOOK, FIRST, UNITS, exported, key, source

LISTS = {"choices", "labels", "textarea", "taxonomy"}


def value_of(result: Any) -> Any:
    """The value of a result; what was typed stands where the text of a region does."""
    return result["value"]["text" if result["type"] == "textarea" else result["type"]]


def read(folder: Path, name: str) -> tuple[list[Any], etree._Element]:
    tasks = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return tasks, etree.fromstring((folder / f"{name}.xml").read_text(encoding="utf-8"))


def allowed(config: etree._Element, control: str) -> set[str]:
    """What a control of the interface lets a coder choose."""
    (found,) = config.xpath(f"//*[@name='{control}']")
    return {one.get("alias") or one.get("value") for one in found.iter("Choice", "Label")}


@pytest.mark.parametrize("values", list(Values))
def test_every_result_is_one_that_the_interface_can_give(tmp_path: Path, values: Values) -> None:
    exported(tmp_path, "labelstudio", Choice(values=values))
    for name in ("articles", "paragraphs"):
        tasks, config = read(tmp_path, name)
        for result in (r for t in tasks for p in t["predictions"] for r in p["result"]):
            control = config.xpath(f"//*[@name='{result['from_name']}']")[0]
            assert control.get("toName") == result["to_name"] == "text"
            assert control.tag.casefold() == result["type"].casefold()
            value = value_of(result)
            assert isinstance(value, list) is (result["type"] in LISTS)
            per_region = control.get("perRegion") == "true" or control.tag == "Labels"
            assert per_region is ("start" in result["value"])
            if result["type"] in ("choices", "labels", "taxonomy"):
                chosen = {one for v in value for one in (v if isinstance(v, list) else [v])}
                assert chosen <= allowed(config, result["from_name"])


def test_the_values_of_a_statement_share_its_region(tmp_path: Path) -> None:
    exported(tmp_path, "labelstudio")
    tasks, _ = read(tmp_path, "paragraphs")
    ana = next(p for p in tasks[1]["predictions"] if p["model_version"] == "ana")
    regions: dict[str, dict[str, Any]] = {}
    for result in ana["result"]:
        if "start" in result["value"]:
            start, end = result["value"]["start"], result["value"]["end"]
            if result["type"] != "textarea":
                assert tasks[1]["data"]["text"][start:end] == result["value"]["text"]
            regions.setdefault(result["id"], {})[result["from_name"]] = value_of(result)
    assert regions["s1"] == {
        "statement": ["statement"], "actor": [["us"]], "stance": ["support"],
        "lever": [["sanctions", "relief"], ["summit"]], "statement:memo": ["two\nlines"],
    }  # fmt: skip
    assert regions["s2"]["lever"] == [["not_applicable"]]


def test_typed_answers_and_their_absence(tmp_path: Path) -> None:
    units = {**UNITS, key("ben", FIRST, 0): UnitWork({"overall": CANNOT_TELL, "gone": CANNOT_TELL})}
    report = exported(tmp_path, "labelstudio", given=source(units))
    tasks, _ = read(tmp_path, "articles")
    told = {
        (p["model_version"], r["from_name"]): value_of(r)
        for p in tasks[0]["predictions"]
        for r in p["result"]
    }
    assert told["ana", "overall"] == -1.5
    assert told["ana", "var_date"] == "2019-02-28"
    assert told["ben", "overall:state"] == ["cannot_tell"]
    assert report.left_out["codings of gone, which the codebook no longer has"] == 1


def test_final_values_are_annotations(tmp_path: Path) -> None:
    exported(tmp_path, "labelstudio", given=final(source(), Final.AGREED))
    tasks, _ = read(tmp_path, "paragraphs")
    assert all(not task["predictions"] for task in tasks)
    assert all(a["ground_truth"] for task in tasks for a in task["annotations"])


def test_a_codebook_without_article_variables_makes_no_tasks_of_articles(tmp_path: Path) -> None:
    own = tuple(v for v in CODEBOOK.variables if v.level != "article")
    exported(tmp_path, "labelstudio", given=source(codebook=replace(CODEBOOK, variables=own)))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["paragraphs.json", "paragraphs.xml"]


def test_without_text_is_said(tmp_path: Path) -> None:
    report = exported(tmp_path, "labelstudio", Choice(text=False))
    assert any("--no-text" in note for note in report.notes)


def test_labels_that_xml_cannot_hold_are_counted(tmp_path: Path) -> None:
    tone = replace(CODEBOOK.by_id["tone"], question="How\x07?")
    report = exported(
        tmp_path, "labelstudio", given=source({}, codebook=replace(CODEBOOK, variables=(tone,)))
    )
    assert [count for note, count in report.notes.items() if "XML" in note] == [1]


def test_rounds_are_told_apart(tmp_path: Path) -> None:
    pilot = key("ana", FIRST, 2)._replace(round="pilot")
    work = UnitWork({"tone": Answer.of("bad")})
    exported(tmp_path, "labelstudio", given=source({pilot: work, key("ana", FIRST, 2): work}))
    tasks, _ = read(tmp_path, "paragraphs")
    assert [p["model_version"] for p in tasks[0]["predictions"]] == ["ana", "ana (pilot)"]
