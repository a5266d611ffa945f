"""What goes out as a workbook, Parquet, SPSS or data package comes back as the same codings."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator.exporters.job import Choice, Shape
from annotator.importers.codings_table import Options, read_table
from annotator.importers.parsed import Parsed, UnitKey
from annotator.model.coding import CANNOT_TELL, UnitWork
from tests.exporters.sample import CODEBOOK, FIRST, HEADERS, UNITS, exported, key, source
from tests.importers.test_any_table import export, merged, studies, with_ids

SHAPES = (Shape.STATEMENTS, Shape.PARAGRAPHS)
CHOICE = Choice(shapes=SHAPES)


def parts(form: str, units: dict[UnitKey, UnitWork]) -> Iterable[Parsed]:
    """The tables of an export, read as `annotator import` reads them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exported(folder, form, CHOICE, source(units))
        for shape in SHAPES:
            file = folder / (f"{shape}.csv" if form == "datapackage" else f"{shape}.{form}")
            sheet = ""
            if form == "xlsx":
                file, sheet = folder / "study.xlsx", str(shape)
            options = Options(sheet=sheet)
            yield read_table(file.read_bytes(), file.name, CODEBOOK, HEADERS, options)


@pytest.mark.parametrize("form", ["xlsx", "parquet", "datapackage"])
def test_the_sample_comes_back(form: str) -> None:
    assert export(merged(parts(form, UNITS)), CHOICE) == export(UNITS, CHOICE)


def test_spss_brings_back_all_but_what_it_declares_missing() -> None:
    """A file of SPSS is read by its own declarations: "cannot tell" is missing there."""
    where = key("ana", FIRST, 2)
    answers = {name: a for name, a in UNITS[where].answers.items() if a != CANNOT_TELL}
    without = {**UNITS, where: replace(UNITS[where], answers=answers)}
    assert without != UNITS
    for units in (UNITS, without):
        assert export(merged(parts("sav", units)), CHOICE) == export(without, CHOICE)


@pytest.mark.parametrize("form", ["xlsx", "parquet", "datapackage"])
@given(units=studies)
@settings(max_examples=25)
def test_whatever_the_study(form: str, units: dict[UnitKey, UnitWork]) -> None:
    units = with_ids(units)
    assert export(merged(parts(form, units)), CHOICE) == export(units, CHOICE)
