"""Web annotations hold everything that coders said: any study can be put together from them."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from annotator.importers.parsed import UnitKey
from annotator.model.coding import Answer, State, Statement, UnitWork
from tests.exporters.sample import ARTICLES, UNITS, exported, source
from tests.importers.test_any_table import studies
from tests.importers.test_refi_own import numbered

PLACES = {
    (f"urn:annotator:article:{one.id}", p.start, p.end): (one.id, p.number)
    for one in ARTICLES
    for p in one.paragraphs
} | {(f"urn:annotator:article:{one.id}", -1, -1): (one.id, 0) for one in ARTICLES}


def put_together(items: list[dict[str, Any]]) -> dict[UnitKey, UnitWork]:
    """The units of work that the annotations are about."""
    units: dict[UnitKey, UnitWork] = {}
    statements: dict[UnitKey, dict[str, Statement]] = {}
    for item in items:
        key = _key(item)
        units.setdefault(key, UnitWork())
        of = statements.setdefault(key, {})
        if "an:statement" in item:
            one = of.get(item["an:statement"], Statement(""))
            of[item["an:statement"]] = _told(one, item)
        else:
            units[key] = _told(units[key], item)
    return {key: replace(work, statements=tuple(statements[key].values()))
            for key, work in units.items()}  # fmt: skip


def _key(item: dict[str, Any]) -> UnitKey:
    target = item["target"]
    position = target["selector"][0] if "selector" in target else {"start": -1, "end": -1}
    place = PLACES[target["source"]["id"], position["start"], position["end"]]
    return UnitKey(item["creator"]["name"], item["an:round"], *place)


def _told(work: Any, item: dict[str, Any]) -> Any:
    if "an:variable" in item:
        return replace(work, answers={**work.answers, item["an:variable"]: _answer(item)})
    if item["motivation"] == "commenting":
        return replace(work, memo=item["body"]["value"])
    if item["motivation"] == "an:finishing":
        return replace(work, done=item["an:finished"], flagged=item["an:flagged"])
    return replace(work, flagged=item["an:flagged"])


def _answer(item: dict[str, Any]) -> Answer:
    if item["an:state"] != State.CODED:
        return Answer(state=State(item["an:state"]))
    bodies = item["body"] if isinstance(item["body"], list) else [item["body"]]
    return Answer.of(*(body.get("an:code", body["value"]) for body in bodies))


def there_and_back(units: dict[UnitKey, UnitWork]) -> dict[UnitKey, UnitWork]:
    with tempfile.TemporaryDirectory() as folder:
        exported(Path(folder), "webannotation", given=source(numbered(units)))
        text = (Path(folder) / "annotations.jsonld").read_text(encoding="utf-8")
    return numbered(put_together(json.loads(text)["first"]["items"]))


def test_the_sample_comes_back() -> None:
    assert there_and_back(UNITS) == numbered(UNITS)


@given(studies)
@settings(max_examples=60)
def test_every_study_comes_back(units: dict[UnitKey, UnitWork]) -> None:
    touched = {key: work for key, work in units.items() if work.touched}
    assert there_and_back(units) == numbered(touched)
