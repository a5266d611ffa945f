"""The data dictionary says all that is needed to read the data."""

import csv
from dataclasses import replace
from pathlib import Path

from annotator.exporters.columns import layout
from annotator.exporters.job import Choice, Shape
from annotator.model.codebook import Code
from annotator.model.columns import PREFIX, RESERVED, column_name, variable_of
from tests.exporters.sample import CODEBOOK, exported, source


def entries(folder: Path) -> list[dict[str, str]]:
    with (folder / "dictionary.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_column_is_explained(tmp_path: Path) -> None:
    exported(tmp_path)
    told = {(e["table"], e["column"]) for e in entries(tmp_path) if e["entry"] == "column"}
    page = (tmp_path / "dictionary.md").read_text(encoding="utf-8")
    for shape in Shape:
        with (tmp_path / f"{shape}.csv").open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        assert {column for table, column in told if table == shape} == set(header)
        assert all(f"| {name} |" in page for name in header)


def test_every_code_stands_with_number_label_and_place_in_the_tree(tmp_path: Path) -> None:
    exported(tmp_path)
    codes = {(e["variable"], e["code"]): e for e in entries(tmp_path) if e["entry"] == "code"}
    assert len(codes) == sum(len(variable.paths) for variable in CODEBOOK.variables)
    assert codes["stance", "mixed"]["number"] == "0.5"
    assert codes["actor", "us.congress"]["under"] == "us"
    assert codes["actor", "dprk"]["definition"] == "The state, not its people."
    assert codes["lever", "old"]["deprecated"] == "yes"


def test_special_values_are_those_that_the_variable_takes(tmp_path: Path) -> None:
    exported(tmp_path)
    special = {(e["variable"], e["code"]) for e in entries(tmp_path) if e["entry"] == "special"}
    assert {("actor", "not_applicable"), ("actor", "cannot_tell"), ("actor", "")} <= special
    assert ("stance", "not_applicable") not in special


def test_the_codebook_is_named(tmp_path: Path) -> None:
    exported(tmp_path)
    first = entries(tmp_path)[0]
    assert (first["code"], first["version"], first["sha256"]) == ("sample", "1.2", "ab" * 32)
    assert "ab" * 32 in (tmp_path / "dictionary.md").read_text(encoding="utf-8")


def test_labels_cannot_break_the_page(tmp_path: Path) -> None:
    hostile = Code("x", "a | b\n\x1b[2J", "x")
    tone = replace(CODEBOOK.by_id["tone"], codes=(hostile,))
    codebook = replace(CODEBOOK, variables=(tone,), title="T\n# other")
    exported(tmp_path, given=source({}, codebook=codebook))
    page = (tmp_path / "dictionary.md").read_text(encoding="utf-8")
    assert page.startswith("# Data dictionary: T # other\n")
    assert "| x |  | a \\| b ␛[2J |  |  |" in page


def test_our_names_are_reserved_and_no_two_columns_meet() -> None:
    for shape in Shape:
        names = {c.name for c in layout(shape, CODEBOOK, Choice()).columns if c.variable is None}
        assert names <= RESERVED
    ids = ["date", "Date", "var_date", "var_var_date", "actor", "variable"]
    assert len({column_name(variable) for variable in ids}) == len(ids)
    assert not {column_name(variable).casefold() for variable in ids} & RESERVED
    assert column_name("date") == PREFIX + "date"
    assert [variable_of(column_name(variable)) for variable in ids] == ids
