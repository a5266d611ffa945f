"""Parquet, read back by pyarrow and by polars."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from annotator.exporters.coded import coded_units
from annotator.exporters.columns import Type
from annotator.exporters.job import Choice, Report, Shape, Values
from annotator.exporters.rows import tables
from tests.exporters.hostile import hostile
from tests.exporters.sample import CODEBOOK, exported, source


@pytest.mark.parametrize("shape", list(Shape))
def test_the_cells_are_those_of_the_tables(tmp_path: Path, shape: Shape) -> None:
    exported(tmp_path, "parquet")
    columns: dict[str, list[Any]] = pq.read_table(tmp_path / f"{shape}.parquet").to_pydict()
    (table,) = tables(CODEBOOK, Choice(shapes=(shape,)), Report())
    rows = [row for unit in coded_units(source()) for row in table.rows(unit).whole()]
    for place, column in enumerate(table.columns):
        if column.type in (Type.TEXT, Type.INTEGER) and column.name != "var_date":
            assert columns[column.name] == [row[place] for row in rows], column.name


def test_types(tmp_path: Path) -> None:
    exported(tmp_path, "parquet")
    frame = polars.read_parquet(tmp_path / "paragraphs.parquet")
    assert frame["overall"].to_list()[0] == -1.5
    assert frame["overall_state"].to_list()[:2] == ["coded", None]
    assert frame["var_date"].to_list()[0] == date(2019, 2, 28)
    assert frame["time"].to_list()[0] == datetime(2019, 3, 5, 14, 3, 22, tzinfo=UTC)
    assert frame["done"].to_list() == [True, True, True, True, False, True]
    assert frame["tone"].to_list()[2] == "cannot_tell"


def test_codes_are_categories_in_the_order_of_the_codebook(tmp_path: Path) -> None:
    exported(tmp_path, "parquet")
    stance = pq.read_table(tmp_path / "statements.parquet")["stance"]
    assert pa.types.is_dictionary(stance.type)
    assert stance.combine_chunks().dictionary.to_pylist()[:4] == [
        "oppose", "mixed", "support", "neutral"
    ]  # fmt: skip


def test_labels_stand_in_the_file(tmp_path: Path) -> None:
    exported(tmp_path, "parquet")
    schema = pq.read_schema(tmp_path / "statements.parquet")
    told = schema.field("lever").metadata
    assert told[b"label"] == b"Lever"
    assert told[b"several"] == b"yes"
    codes = json.loads(told[b"codes"])
    assert codes[1] == {"id": "relief", "label": "Relief", "under": "sanctions"}
    assert codes[3] == {"id": "old", "label": "Old lever", "deprecated": True}
    assert schema.metadata[b"codebook_sha256"] == CODEBOOK.hash.encode()


def test_values_as_labels_and_numbers(tmp_path: Path) -> None:
    exported(tmp_path / "labels", "parquet", Choice(values=Values.LABEL))
    exported(tmp_path / "numbers", "parquet", Choice(values=Values.NUMBER))
    labels = polars.read_parquet(tmp_path / "labels" / "statements.parquet")
    numbers = polars.read_parquet(tmp_path / "numbers" / "statements.parquet")
    assert labels["stance"].to_list()[1] == "Supports"
    assert numbers["stance"].to_list()[1:3] == ["1", "neutral"]


def test_groups_of_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exporters.parquet._ROWS", 2)
    report = exported(tmp_path, "parquet")
    assert report.rows == {"long.parquet": 12, "statements.parquet": 6, "paragraphs.parquet": 6}
    assert pq.read_metadata(tmp_path / "long.parquet").num_row_groups > 2
    assert polars.read_parquet(tmp_path / "long.parquet").height == 12


def test_an_empty_study_and_the_same_bytes_again(tmp_path: Path) -> None:
    for name in ("one", "two"):
        exported(tmp_path / name, "parquet", given=source({}))
    one, two = ((tmp_path / name / "long.parquet") for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    assert polars.read_parquet(one).height == 0


def test_hostile_values(tmp_path: Path) -> None:
    report = exported(tmp_path, "parquet", given=hostile())
    assert list(report.notes) == [
        "cells of score have more digits than a number can here, and are rounded"
    ]
    frame = polars.read_parquet(tmp_path / "statements.parquet")
    assert frame["with"].to_list()[1] == "before\0after"
    assert frame["coder"].to_list()[0] == "ana\0"
    assert frame["day"].to_list() == [date(31, 1, 1), None, None]
    assert frame["day_state"].to_list() == ["coded", "not_applicable", None]
    assert frame["score"].to_list()[:2] == [-97.0, None]


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    from dataclasses import replace

    from annotator.errors import StudyDamaged

    broken = replace(source(), articles=tuple)
    with pytest.raises(StudyDamaged):
        exported(tmp_path, "parquet", given=broken)
    assert not list(tmp_path.iterdir())
