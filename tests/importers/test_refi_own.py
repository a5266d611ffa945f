"""What annotator wrote as .qdpx comes back as it was."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator.codebook_file import load
from annotator.entries.plain import plain_codebook
from annotator.exporters.job import Choice
from annotator.importers.parsed import UnitKey
from annotator.importers.project import Project
from annotator.importers.refi import read_codebook_file
from annotator.model.article import Article, Kind, Paragraph
from annotator.model.coding import Statement, UnitWork
from tests.exporters.sample import ARTICLES, CODEBOOK, UNITS, exported, source
from tests.importers.refi_made import read
from tests.importers.test_any_table import studies

HANOI = Path(__file__).resolve().parents[2] / "codebooks" / "hanoi.yaml"
Units = dict[UnitKey, UnitWork]


def back(units: Units, articles: tuple[Article, ...] = ARTICLES) -> Project:
    with tempfile.TemporaryDirectory() as folder:
        exported(Path(folder), "qdpx", given=source(numbered(units), articles))
        return read((Path(folder) / "project.qdpx").read_bytes())


def numbered(units: Units) -> Units:
    """Statements with ids by their place: an import gives them new ones."""
    return {key: replace(work, statements=_numbered(work)) for key, work in units.items()}


def _numbered(work: UnitWork) -> tuple[Statement, ...]:
    return tuple(replace(one, id=f"{n:06}") for n, one in enumerate(work.statements))


@given(studies)
@settings(max_examples=60)
def test_every_study_comes_back(units: Units) -> None:
    project = back(units)
    found = {key: unit.work for key, unit in project.units.items()}
    assert numbered(found) == numbered(units)
    assert not (project.problems)
    assert not (project.mismatches)
    assert not (project.memos)


def test_the_sample_comes_back_with_articles_and_codebook() -> None:
    kinds = (Paragraph(1, 0, 4, Kind.HEADLINE, "short"), Paragraph(2, 6, 11, Kind.CAPTION))
    odd = Article(
        "x1", "a\x00b", "Head\n\nà\x0b🙂\ufeffz", kinds, metadata={"k\x1b": "\ud7ff\uffff"}
    )
    project = back(UNITS, (*ARTICLES, odd))
    assert project.articles == [*ARTICLES, odd]
    assert numbered({key: unit.work for key, unit in project.units.items()}) == numbered(UNITS)
    assert (project.coders, project.rounds) == (("ana", "ben"), ("main",))
    assert project.codebook["codebook"] == "sample"
    assert list(project.lost) == [
        "codings whose time is not kept: they count as made on the day of the import"
    ]


def test_a_codebook_comes_back(tmp_path: Path) -> None:
    codebook = load(HANOI.read_text(encoding="utf-8"))
    exported(tmp_path, "qdc", given=source({}, (), codebook))
    project = read_codebook_file((tmp_path / "codebook.qdc").read_bytes(), "hanoi.qdc")
    again = load(json.dumps(project.codebook, ensure_ascii=False))
    assert replace(again, hash="") == replace(codebook, hash="")


def test_plain_data_are_the_codebook() -> None:
    codebook = load(HANOI.read_text(encoding="utf-8"))
    again = load(json.dumps(plain_codebook(codebook), ensure_ascii=False))
    assert replace(again, hash="") == replace(codebook, hash="")


def test_a_project_without_texts_says_so(tmp_path: Path) -> None:
    exported(tmp_path, "qdpx", Choice(text=False))
    project = read((tmp_path / "project.qdpx").read_bytes())
    assert not project.articles
    assert [problem.message for problem in project.problems] == [
        '"harbour" is left out: it has no plain text',
        '"bridge" is left out: it has no plain text',
    ]


@pytest.mark.parametrize("variable", CODEBOOK.by_id)
def test_ids_stay(variable: str) -> None:
    levels = back(UNITS).codebook
    assert any(variable in levels[level] for level in ("article", "paragraph", "statement"))
