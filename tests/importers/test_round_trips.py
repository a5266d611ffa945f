"""What goes out as a workbook, Parquet, SPSS or data package comes back as the same codings."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator.exporters.job import Choice, Shape
from annotator.importers.codings_table import Options, read_table
from annotator.importers.labelled import codes_meant
from annotator.importers.parsed import Parsed, UnitKey
from annotator.model.codebook import Code, Level, Measurement, Variable
from annotator.model.coding import CANNOT_TELL, NOT_APPLICABLE, Answer, Statement, UnitWork
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
            if file.stat().st_size:  # JSON Lines of no rows
                yield read_table(file.read_bytes(), file.name, CODEBOOK, HEADERS, options)


@pytest.mark.parametrize("form", ["xlsx", "parquet", "datapackage", "jsonl"])
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


DEEP = {
    key("ana", FIRST, 0): UnitWork({"overall": CANNOT_TELL, "date": NOT_APPLICABLE}, done=True),
    key("ana", FIRST, 2): UnitWork(
        {}, (Statement("1", {"actor": Answer.of("us.congress"), "stance": Answer.of("mixed"),
                             "lever": Answer.of("relief", "old")}),), done=True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", ["xlsx", "parquet", "datapackage", "jsonl"])
def test_codes_deep_in_a_tree_and_reasons_for_no_number(form: str) -> None:
    found = list(parts(form, DEEP))
    assert not any("is not imported" in str(told) for part in found for told in part.warnings)
    assert export(merged(found), CHOICE) == export(DEEP, CHOICE)


def test_labels_of_spss_that_are_cut_or_shared_mean_one_code_or_none() -> None:
    long = "x" * 200
    below = (Code("b", "Same", "b"), Code("c", long, "c"))
    more = Code("d", "More", "d", codes=(Code("e", "Same", "e"),))
    codes = (Code("a", "Other", "a", codes=below), more)
    labels = {
        "1": "Other > Same",
        "2": "Same",
        "3": "Other > xxx…",
        "4": "d",
        "5": "Not applicable",
    }
    variable = Variable("v", Level.PARAGRAPH, "V", Measurement.NOMINAL, codes=codes)
    assert codes_meant(variable, labels) == {"1": "b", "3": "c", "4": "d", "5": "not_applicable"}


def test_spss_knows_codes_by_the_labels_above_them() -> None:
    deep = {where: work for where, work in DEEP.items() if where.paragraph}
    found = list(parts("sav", deep))
    assert not any("is not imported" in str(told) for part in found for told in part.warnings)
    assert export(merged(found), CHOICE) == export(deep, CHOICE)


@pytest.mark.parametrize("form", ["xlsx", "parquet", "datapackage", "jsonl"])
@given(units=studies)
@settings(max_examples=25)
def test_whatever_the_study(form: str, units: dict[UnitKey, UnitWork]) -> None:
    units = with_ids(units)
    assert export(merged(parts(form, units)), CHOICE) == export(units, CHOICE)
