"""The dataset folder: read by pyarrow, and described as `datasets` reads it."""

import json
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from ruamel.yaml import YAML

from annotator.exporters.job import Choice, Shape, Values
from annotator.model.coding import Answer, UnitWork
from tests.exporters.sample import FIRST, UNITS, exported, key, source


def head(folder: Path) -> Any:
    _, yaml, _ = (folder / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    return YAML(typ="safe").load(yaml)


def labels(folder: Path, config: str, name: str) -> list[str]:
    info = next(one for one in head(folder)["dataset_info"] if one["config_name"] == config)
    feature = next(one for one in info["features"] if one["name"] == name)
    found = feature["sequence"] if "sequence" in feature else feature["dtype"]
    return list(found["class_label"]["names"].values())


def test_labels_are_numbers_of_names(tmp_path: Path) -> None:
    exported(tmp_path, "hf")
    rows = pyarrow.parquet.read_table(tmp_path / "data" / "statements.parquet").to_pylist()
    names = {name: labels(tmp_path, "statements", name) for name in ("actor", "stance", "lever")}
    assert names["actor"] == ["us", "us.congress", "dprk", "not_applicable", "cannot_tell"]
    told = [
        (names["actor"][row["actor"]], names["stance"][row["stance"]],
         [names["lever"][one] for one in row["lever"]])
        for row in rows if row["lever"] is not None
    ]  # fmt: skip
    assert told == [
        ("us", "support", ["relief", "summit"]),
        ("dprk", "neutral", ["not_applicable"]),
    ]
    assert rows[0]["actor"] is None
    assert rows[0]["done"] is True


def test_the_schema_says_the_same_as_the_card(tmp_path: Path) -> None:
    exported(tmp_path, "hf")
    for config in head(tmp_path)["configs"]:
        schema = pyarrow.parquet.read_schema(tmp_path / config["data_files"])
        told = json.loads(schema.metadata[b"huggingface"])["info"]["features"]
        assert list(told) == schema.names
        info = next(one for one in head(tmp_path)["dataset_info"]
                    if one["config_name"] == config["config_name"])  # fmt: skip
        assert [one["name"] for one in info["features"]] == schema.names


def test_typed_answers_have_a_column_for_their_state(tmp_path: Path) -> None:
    odd = "12345678901234567890.5"
    units = {**UNITS, key("ben", FIRST, 0): UnitWork({"overall": Answer.of(odd)})}
    exported(tmp_path, "hf", Choice(shapes=(Shape.PARAGRAPHS,)), source(units))
    rows = pyarrow.parquet.read_table(tmp_path / "data" / "paragraphs.parquet").to_pylist()
    assert [(row["overall"], row["overall:state"]) for row in rows[:2]] == [
        (-1.5, None),
        (None, odd),
    ]


def test_labels_that_two_codes_share_are_told_apart(tmp_path: Path) -> None:
    exported(tmp_path, "hf", Choice(values=Values.LABEL))
    assert labels(tmp_path, "statements", "stance")[:4] == [
        "Opposes", "Mixed", "Supports", "Neutral | unclear",
    ]  # fmt: skip


def test_without_pyarrow_the_tables_are_json_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    report = exported(tmp_path, "hf")
    assert list(report.rows) == ["data/statements.jsonl", "data/paragraphs.jsonl"]
    assert any("pyarrow" in note for note in report.notes)
    first = (tmp_path / "data" / "statements.jsonl").read_text(encoding="utf-8").splitlines()[1]
    assert json.loads(first)["lever"] == [1, 2]
    assert head(tmp_path)["configs"][0]["data_files"] == "data/statements.jsonl"
