"""Metadata of articles beyond title and date: columns of their own, where they are asked for."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.exporters.columns import layout
from annotator.exporters.job import Choice, Shape
from annotator.model.codebook import Level, Variable
from tests.exporters.sample import ARTICLES, CODEBOOK, exported, source
from tests.exporters.test_csv import read

CHOICE = Choice(metadata=("load-date", "section"))
HARBOUR, BRIDGE = ARTICLES
TOLD = source(
    articles=(replace(HARBOUR, metadata={"section": "Sport; p. 3", "load-date": "x"}), BRIDGE)
)


@pytest.mark.parametrize("name", ["long.csv", "statements.csv", "paragraphs.csv"])
def test_every_table_has_them_after_the_address(tmp_path: Path, name: str) -> None:
    exported(tmp_path, choice=CHOICE, given=TOLD)
    rows = read(tmp_path / name)
    header = list(rows[0])
    assert header[header.index("url") + 1 :][:3] == ["meta_load-date", "meta_section", "paragraph"]
    assert {(r["article"], r["meta_section"], r["meta_load-date"]) for r in rows} >= {
        ("harbour", "Sport; p. 3", "x")
    }
    assert {r["meta_section"] for r in rows if r["article"] == "bridge"} <= {""}


def test_tables_stay_as_they_are_unless_asked(tmp_path: Path) -> None:
    exported(tmp_path, given=TOLD)
    assert not [name for name in read(tmp_path / "long.csv")[0] if name.startswith("meta_")]


def test_the_table_of_articles_has_them_too(tmp_path: Path) -> None:
    exported(tmp_path, choice=CHOICE, given=TOLD, form="datapackage")
    first, second = read(tmp_path / "articles.csv")
    assert (first["meta_section"], second["meta_section"]) == ("Sport; p. 3", "")


@pytest.mark.parametrize("form", ["jsonl", "xlsx", "sav", "dta", "parquet", "r", "ddi"])
def test_every_format_with_tables_takes_them(tmp_path: Path, form: str) -> None:
    assert exported(tmp_path, choice=CHOICE, given=TOLD, form=form).rows


def test_a_variable_of_that_name_keeps_its_column() -> None:
    own = Variable("meta_section", Level.PARAGRAPH, "Section", CODEBOOK.variables[0].measurement)
    codebook = replace(CODEBOOK, variables=(*CODEBOOK.variables, own))
    names = [column.name for column in layout(Shape.PARAGRAPHS, codebook, CHOICE).columns]
    assert len(names) == len(set(names))
    assert names.count("meta_section") == 1
