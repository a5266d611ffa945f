"""Odd names, values and texts: every format is written, and read by what reads such files."""

import csv
import json
from pathlib import Path

import pytest
from lxml import etree

from annotator.exporters.job import Choice, Values
from tests.exporters.hostile import hostile
from tests.exporters.sample import exported
from tests.exporters.test_golden_folders import FORMS

XML = (".xml", ".graphml", ".gexf")
JSON = (".json", ".jsonld")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("values", list(Values))
@pytest.mark.parametrize("nul", [True, False])
def test_hostile_values(tmp_path: Path, form: str, values: Values, nul: bool) -> None:
    report = exported(tmp_path, form, Choice(values=values), hostile(nul=nul))
    assert all(report.notes.values()), "a note that counts nothing"
    paths = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert paths
    for path in paths:
        if path.suffix == ".parquet":
            continue
        text = path.read_bytes().decode("utf-8")
        if path.suffix in XML:
            etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False))
        elif path.suffix in JSON:
            json.loads(text)
        elif path.suffix == ".jsonl":
            assert all(json.loads(line) for line in text.split("\n")[:-1])
        elif path.suffix == ".csv":
            delimiter = ";" if form == "dna" else ","
            rows = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))
            assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("form", ["codebook-md", "codebook-html"])
def test_pages_hold_no_control_characters(tmp_path: Path, form: str) -> None:
    exported(tmp_path, form, given=hostile())
    (path,) = tmp_path.iterdir()
    assert not any(ord(c) < 32 and c != "\n" for c in path.read_text(encoding="utf-8"))
