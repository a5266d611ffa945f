"""DNA 2 and 3: statements, entities with their attributes, dates."""

from pathlib import Path

import pytest

from annotator.errors import CodingsError
from annotator.importers import dna
from annotator.importers.project import Project
from tests.importers.projects import made
from tests.shared import SHARED, needs_shared

WANTED = [
    ("ana", 1, {"agreement": "0"}),
    ("ana", 2, {"organization": "Committee", "agreement": "1", "weight": "-7",
                "remark": "=1+1\nand more"}),
]  # fmt: skip


@pytest.fixture(params=["2", "3"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Project:
    make = made.dna if request.param == "3" else made.dna_2
    return made.read(make(tmp_path / "sample.dna"), dna.read)


def test_statements_stand_where_they_begin(project: Project) -> None:
    assert (project.problems, project.mismatches) == ([], [])
    assert made.statements(project) == WANTED


def test_entities_are_codes_with_their_attributes(project: Project) -> None:
    codes = project.codebook["statement"]["organization"]["codes"]
    assert codes["Senate"]["definition"] == "of the state\nType: Government"
    assert list(codes["Senate"]["codes"]) == ["Committee"]
    assert "x" not in project.codebook["statement"]  # of a type that nobody used


def test_documents_have_their_metadata(project: Project) -> None:
    (article,) = project.articles
    found = (article.name, article.author, article.source, article.date, article.metadata["type"])
    assert found == ("A letter", "Zoe", "Tribune", "2019-03-01", "op-ed")
    assert project.lost["search terms that DNA highlights"] == 1


def test_several_types_are_told_apart_by_a_variable(tmp_path: Path) -> None:
    columns = "ID, StatementTypeId, DocumentId, Start, Stop, Coder"
    rows = [(11, 1, 1, 0, 5, 2), (12, 2, 1, 0, 5, 9)]
    path = made.dna(tmp_path / "a.dna", STATEMENTS=(columns, rows))
    project = made.read(path, dna.read)
    told = made.statements(project)
    assert [(coder, found["statement_type"]) for coder, _, found in told] == [
        ("ana", "DNA_Statement"), ("unknown coder", "Unused"),
    ]  # fmt: skip
    asked = project.codebook["statement"]["agreement"]["ask_if"]
    assert asked == {"statement_type": ["DNA_Statement"]}


def test_places_outside_lost_documents_and_wrong_values_are_told(tmp_path: Path) -> None:
    columns = "ID, StatementTypeId, DocumentId, Start, Stop, Coder"
    rows = [(11, 1, 1, 5, 5, 2), (12, 1, 1, 0, 99_999, 2), (13, 1, 7, 0, 5, 2), (14, 1, 1, 0, 5, 2)]
    booleans = ("ID, StatementId, VariableId, Value", [(1, 14, 2, 7)])
    path = made.dna(tmp_path / "a.dna", STATEMENTS=(columns, rows), DATABOOLEAN=booleans)
    project = made.read(path, dna.read)
    assert len(project.problems) == 4
    assert made.statements(project) == [("ana", 1, {})]


def test_entities_that_are_above_themselves_stand_side_by_side(tmp_path: Path) -> None:
    rows = [(2, 1, "Senate", 3), (3, 1, "Committee", 2)]
    path = made.dna(tmp_path / "a.dna", ENTITIES=("ID, VariableId, Value, ChildOf", rows))
    project = made.read(path, dna.read)
    assert list(project.codebook["statement"]["organization"]["codes"]) == ["Senate", "Committee"]


def test_an_empty_database_is_refused(tmp_path: Path) -> None:
    path = made.dna(tmp_path / "a.dna", STATEMENTS=("ID, StatementTypeId, Start, Stop", []))
    with pytest.raises(CodingsError) as error:
        made.read(path, dna.read)
    assert "holds no coding" in str(error.value.problems[0])


def test_other_versions_are_refused_before_anything_is_lost(tmp_path: Path) -> None:
    newer = ("ID, StatementId, RoleVariableLinkId, Entity", [(1, 11, 1, 3)])
    path = made.dna(tmp_path / "newer.dna", DATASHORTTEXT=newer)
    with pytest.raises(CodingsError) as error:
        made.read(path, dna.read)
    assert "a version that is not known" in str(error.value.problems[0])
    path = made.dna(tmp_path / "older.dna", STATEMENTS=("ID, Start, Stop, Coder", []))
    with pytest.raises(CodingsError) as error:
        made.read(path, dna.read)
    assert "before 2.0" in str(error.value.problems[0])


@needs_shared
def test_the_sample_of_dna_has_its_41_statements() -> None:
    project = made.read(SHARED / "files" / "dna" / "sample.dna", dna.read)
    told = made.statements(project)
    assert (len(project.articles), len(told), project.problems) == (7, 41, [])
    assert project.coders == ("Coder 1", "Coder 2")
    organizations = [found["organization"] for _, _, found in told if "organization" in found]
    concepts = [found["concept"] for _, _, found in told if "concept" in found]
    assert (len(organizations), len(set(organizations)), len(set(concepts))) == (40, 7, 6)
    dates = {article.date for article in project.articles}
    assert dates == {"2005-01-26", "2005-02-02", "2005-02-10", "2005-02-16"}
