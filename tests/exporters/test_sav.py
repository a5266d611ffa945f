"""SPSS files, read back by pyreadstat."""

from pathlib import Path
from typing import Any

import pyreadstat

from annotator.exporters.job import Choice, Shape
from tests.exporters.hostile import LONG, hostile
from tests.exporters.sample import exported, source

NOT_APPLICABLE, CANNOT_TELL, NOT_CODED = -97.0, -98.0, -99.0


def read(path: Path) -> tuple[dict[str, list[Any]], Any]:
    columns, about = pyreadstat.read_sav(path, output_format="dict", user_missing=True)
    return columns, about


def test_numbers_with_labels(tmp_path: Path) -> None:
    exported(tmp_path, "sav")
    columns, about = read(tmp_path / "statements.sav")
    assert columns["actor"] == [None, 1, 3, 1, NOT_CODED, None]
    assert columns["stance"] == [None, 1, 901, NOT_CODED, NOT_CODED, None]
    assert about.variable_value_labels["stance"] == {
        -1: "Opposes", 0.5: "Mixed", 1: "Supports", 901: "Neutral | unclear",
        NOT_APPLICABLE: "Not applicable", CANNOT_TELL: "Cannot tell", NOT_CODED: "Not coded",
    }  # fmt: skip
    assert about.variable_value_labels["actor"][2] == "United States > Congress"
    assert about.column_names_to_labels["stance"] == "Stance"


def test_measures_and_missing_values(tmp_path: Path) -> None:
    exported(tmp_path, "sav")
    _, about = read(tmp_path / "statements.sav")
    assert about.variable_measure["actor"] == "nominal"
    assert about.variable_measure["stance"] == "ordinal"
    assert [one["lo"] for one in about.missing_ranges["actor"]] == [-97, -98, -99]
    _, about = read(tmp_path / "paragraphs.sav")
    assert about.variable_measure["overall"] == "scale"


def test_a_selection_has_a_column_of_0_and_1_for_each_code(tmp_path: Path) -> None:
    exported(tmp_path, "sav")
    columns, about = read(tmp_path / "statements.sav")
    assert columns["lever"] == ["", "relief|summit", "not_applicable", "", "", ""]
    assert columns["lever_relief"] == [None, 1, NOT_APPLICABLE, NOT_CODED, NOT_CODED, None]
    assert columns["lever_old"] == [None, 0, NOT_APPLICABLE, NOT_CODED, NOT_CODED, None]
    assert about.column_names_to_labels["lever_relief"] == "Lever: Sanctions > Relief"


def test_what_was_not_asked_is_missing_and_not_not_coded(tmp_path: Path) -> None:
    exported(tmp_path, "sav")
    columns, _ = read(tmp_path / "paragraphs.sav")
    assert columns["paragraph"] == [0, 1, 2, 2, 3, 2]
    assert columns["overall"] == [-1.5, None, None, None, None, None]
    assert columns["tone"] == [None, 1, CANNOT_TELL, NOT_CODED, NOT_CODED, NOT_CODED]
    assert str(columns["var_date"][0]) == "2019-02-28"


def test_texts_are_whole(tmp_path: Path) -> None:
    exported(tmp_path, "sav", Choice(shapes=(Shape.PARAGRAPHS,)))
    columns, _ = read(tmp_path / "paragraphs.sav")
    assert columns["remark"][2] == 'a, "b"\nc'
    assert columns["text"][5] == "=1+1 is no formula here: 北京 🙂"


def test_the_same_bytes_again(tmp_path: Path) -> None:
    exported(tmp_path / "one", "sav")
    exported(tmp_path / "two", "sav")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    assert (tmp_path / "one" / "long.sav").read_bytes()[92:109] == b"01 Jan 8000:00:00"


def test_an_empty_study(tmp_path: Path) -> None:
    report = exported(tmp_path, "sav", given=source({}))
    assert set(report.rows.values()) == {0}
    columns, _ = read(tmp_path / "statements.sav")
    assert "actor" in columns


def test_hostile_values(tmp_path: Path) -> None:
    report = exported(tmp_path, "sav", Choice(shapes=(Shape.STATEMENTS,)), hostile())
    columns, about = read(tmp_path / "statements.sav")
    one, two = LONG[:64], LONG[:62] + "_2"
    assert columns[one] == [2, -97, -99]
    assert columns[two] == [2, 901, -99]
    assert about.variable_value_labels[two][901] == "gone"
    assert all(len(label.encode()) <= 120 for label in about.variable_value_labels[one].values())
    assert columns["v_with"][1] == "before\ufffdafter"
    assert columns["coder"][0] == "ana\ufffd"
    assert len(columns["memo"][0].encode()) == 32_767
    assert columns["same"] == [2, 1, -99]
    assert columns["half"] == [951, 0.25, -99]
    notes = " ".join(report.notes)
    assert "columns are named otherwise here" in notes
    assert "statements memo, row 1" in notes
    assert "codes of same are counted from 1" in notes


def test_missing_values_are_none_that_occur(tmp_path: Path) -> None:
    """-97 is a score here: other numbers stand for what is no score."""
    report = exported(tmp_path, "sav", Choice(shapes=(Shape.STATEMENTS,)), hostile())
    columns, about = read(tmp_path / "statements.sav")
    assert "values of score have more digits than fit, and are rounded" in report.notes
    assert columns["score"] == [-97, -9998, 9007199254740992]
    assert about.variable_value_labels["score"][-9998] == "Cannot tell"
