"""Stata files, read back by pyreadstat."""

import re
from pathlib import Path
from typing import Any

import pyreadstat

from annotator.exporters.job import Choice, Shape
from tests.exporters.hostile import LONG, hostile
from tests.exporters.sample import exported, source


def read(path: Path) -> tuple[dict[str, list[Any]], Any]:
    columns, about = pyreadstat.read_dta(path, output_format="dict", user_missing=True)
    return columns, about


def test_numbers_with_labels_and_extended_missing_values(tmp_path: Path) -> None:
    report = exported(tmp_path, "dta")
    columns, about = read(tmp_path / "statements.dta")
    assert columns["actor"] == [None, 1, 3, 1, "c", None]
    assert columns["lever_relief"] == [None, 1, "a", "c", "c", None]
    assert about.variable_value_labels["actor"] == {
        1: "United States", 2: "United States > Congress", 3: "North Korea", "c": "Not coded",
    }  # fmt: skip
    assert about.column_names_to_labels["actor"] == "Actor"
    # Stata labels whole numbers only, and 0.5 is among these
    assert columns["stance"] == [None, 3, 4, "c", "c", None]
    assert "codes of stance are counted from 1: their numbers do not fit here" in report.notes


def test_typed_answers(tmp_path: Path) -> None:
    exported(tmp_path, "dta")
    columns, _ = read(tmp_path / "paragraphs.dta")
    assert columns["overall"] == [-1.5, None, None, None, None, None]
    assert str(columns["var_date"][0]) == "2019-02-28"
    assert columns["tone"] == [None, 1, "b", "c", "c", "c"]
    assert columns["remark"][2] == 'a, "b"\nc'


def test_every_edition_of_stata_14_reads_the_release(tmp_path: Path) -> None:
    exported(tmp_path, "dta")
    assert b"<release>118</release>" in (tmp_path / "long.dta").read_bytes()[:200]


def test_the_same_bytes_again(tmp_path: Path) -> None:
    exported(tmp_path / "one", "dta")
    exported(tmp_path / "two", "dta")
    for path in (tmp_path / "one").iterdir():
        content = path.read_bytes()
        assert content == (tmp_path / "two" / path.name).read_bytes()
        if path.suffix == ".dta":
            assert re.search(rb"<timestamp>\x11(.{17})<", content)[1] == b"01 Jan 1980 00:00"


def test_an_empty_study(tmp_path: Path) -> None:
    exported(tmp_path, "dta", given=source({}))
    columns, _ = read(tmp_path / "paragraphs.dta")
    assert "tone" in columns


def test_hostile_values(tmp_path: Path) -> None:
    report = exported(tmp_path, "dta", Choice(shapes=(Shape.STATEMENTS,)), hostile())
    columns, about = read(tmp_path / "statements.dta")
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,27}", name) for name in columns)
    assert columns[LONG[:28]] == [2, "a", "c"]
    assert columns[LONG[:26] + "_2"] == [2, 901, "c"]
    assert columns["v_with"][1] == "before\ufffdafter"
    assert len(columns["memo"][0]) == 33_000
    assert columns["score"] == [-97, "b", 9007199254740992]
    assert columns["day"][1] == "a"
    assert columns["half"] == [3, 1, "c"]
    assert all(len(label.encode()) <= 80 for label in about.column_names_to_labels.values())
    assert any("columns are named otherwise here" in note for note in report.notes)
