"""`annotator codebook convert`: files in and out, what is lost, what is refused."""

import csv
import stat
from pathlib import Path

import pytest

from annotator.codebook_file import load
from tests.cli.run import run
from tests.shared import SHARED, needs_shared

HANOI = Path(__file__).resolve().parents[2] / "codebooks" / "hanoi.yaml"
FILES = SHARED / "files"


def convert(*arguments: object) -> tuple[int, str]:
    done = run("codebook", "convert", *arguments)
    return done.exit_code, done.err


@pytest.mark.parametrize("name", ["h.qdc", "h.csv", "h.xlsx", "h.rdf"])
def test_there_and_back(tmp_path: Path, name: str) -> None:
    assert convert(HANOI, tmp_path / name) == (0, "")
    assert convert(tmp_path / name, tmp_path / "back.yaml") == (0, "")
    back = load((tmp_path / "back.yaml").read_text(encoding="utf-8"))
    there = load(HANOI.read_text(encoding="utf-8"))
    assert back.variables == there.variables
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_what_is_lost_is_listed(tmp_path: Path) -> None:
    code, told = convert(HANOI, tmp_path / "h.xml")
    assert code == 0
    assert told.startswith("Lost in this format:\n  the name of the codebook\n")
    assert "\n  numbers of codes: overall.m2, " in told


def test_potato_is_told_by_its_content(tmp_path: Path) -> None:
    assert convert(HANOI, tmp_path / "p.yaml", "--to", "potato")[0] == 0
    code, told = convert(tmp_path / "p.yaml", tmp_path / "back.yaml")
    assert (code, told) == (0, "")
    assert "actor" in load((tmp_path / "back.yaml").read_text(encoding="utf-8")).by_id


def test_a_table_written_by_hand(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(
        "Variable;Code;Parent;Name;Description;Colour\n"
        "topic;;;Main topic;;\n"
        "topic;eco;;Economy;money;red\n"
        "topic;tax;eco;Taxes;;\n"
        "tone;;;;;\n"
        ";;;Rather good;;\n",
        encoding="utf-8",
    )
    code, told = convert(table, tmp_path / "mine.yaml")
    assert (code, told) == (0, 'Passed over in mine.csv:\n  the column "Colour"\n')
    codebook = load((tmp_path / "mine.yaml").read_text(encoding="utf-8"))
    assert codebook.title == "mine"
    assert codebook.by_id["topic"].codes[0].guidance.definition == "money"
    assert [code.id for code in codebook.by_id["topic"].paths["tax"]] == ["eco", "tax"]
    assert [code.label for code in codebook.by_id["tone"].codes] == ["Rather good"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("a,b\n1,2\n", "there is no column `variable` or `code`"),
        ("variable,code,under\nt,a,b\nt,b,a\n", "`a` stands under `b`, which is not above it"),
        ("variable,code\nt,a\nt,a\n", "the code `a` of `t` has a row already"),
        ("variable,code,level\nt,a,page\n", "there is no level `page`"),
        ("variable,code\nt t,a\n", "`t t` cannot name a variable"),
    ],
)
def test_tables_that_are_no_codebook(tmp_path: Path, table: str, told: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(table, encoding="utf-8")
    code, said = convert(path, tmp_path / "t.yaml")
    assert code == 3
    assert told in said
    assert not (tmp_path / "t.yaml").exists()


def test_skos_by_others(tmp_path: Path) -> None:
    path = tmp_path / "t.rdf"
    path.write_text(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:s="http://www.w3.org/2004/02/skos/core#">'
        '<rdf:Description rdf:about="http://x/love">'
        '<rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>'
        '<s:prefLabel xml:lang="en">Love</s:prefLabel><s:prefLabel xml:lang="fr">Amour'
        '</s:prefLabel><s:altLabel xml:lang="en">liking</s:altLabel>'
        '<s:narrower><s:Concept rdf:about="http://x/#ardour"><s:definition xml:lang="en">hot'
        "</s:definition></s:Concept></s:narrower></rdf:Description></rdf:RDF>",
        encoding="utf-8",
    )
    code, told = convert(path, tmp_path / "t.yaml")
    assert (code, told) == (0, "Passed over in t.rdf:\n  1 properties `altLabel`\n")
    source = (tmp_path / "t.yaml").read_text(encoding="utf-8")
    assert load(source, language="fr").variables[0].codes[0].label == "Amour"
    (love,) = load(source).variables[0].codes
    assert (love.id, [below.id for below in love.codes]) == ("Love", ["ardour"])


def test_standard_output(tmp_path: Path) -> None:
    done = run("codebook", "convert", HANOI, "-", "--to", "csv")
    rows = list(csv.DictReader(done.out.splitlines()))
    assert rows[0]["label"] == "hanoi"
    assert run("codebook", "convert", HANOI, "-").exit_code == 2
    assert run("codebook", "convert", HANOI, "-", "--to", "xlsx").exit_code == 2


def test_nothing_is_written_over_and_endings_must_tell(tmp_path: Path) -> None:
    there = tmp_path / "there.qdc"
    there.write_text("mine", encoding="utf-8")
    code, told = convert(HANOI, there)
    assert (code, there.read_text(encoding="utf-8")) == (2, "mine")
    assert "exists already" in told
    assert convert(HANOI, tmp_path / "out.what")[0] == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.qdc", "<!DOCTYPE a><CodeBook/>"),
        ("a.rdf", "<RDF xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>"),
        ("a.xml", "<View><Image name='a'/></View>"),
        ("a.xlsx", "PK\x03\x04"),
        ("a.yaml", "annotation_schemes: 3"),
        ("a.yaml", "annotation_schemes: [{annotation_type: radio, name: x}]"),
    ],
)
def test_files_that_are_none(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    code, told = convert(path, tmp_path / "out.yaml")
    assert (code, (tmp_path / "out.yaml").exists()) == (3, False)
    assert name in told


def test_what_another_programs_codebook_loses_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.qdc"
    codes = '<Codes><Code guid="a" name="A" color="#ff0000"/></Codes>'
    path.write_text(f'<CodeBook>{codes}<Sets><Set guid="s" name="S"/></Sets></CodeBook>')
    code, told = convert(path, tmp_path / "out.yaml")
    assert code == 0
    assert "colours of codes (1)\n  sets of codes (1)" in told


@needs_shared
def test_a_database_of_dna(tmp_path: Path) -> None:
    assert convert(FILES / "dna" / "sample.dna", tmp_path / "d.yaml") == (0, "")
    codebook = load((tmp_path / "d.yaml").read_text(encoding="utf-8"))
    organizations = [code.label for code in codebook.by_id["organization"].codes]
    assert "Sierra Club" in organizations


@needs_shared
def test_a_codebook_that_was_cut_off(tmp_path: Path) -> None:
    code, told = convert(FILES / "refi" / "atlasti23_truncated.qdc", tmp_path / "d.yaml")
    assert (code, (tmp_path / "d.yaml").exists()) == (3, False)
    assert "does not parse" in told


@needs_shared
def test_an_interface_for_pictures_is_told_apart(tmp_path: Path) -> None:
    code, told = convert(FILES / "other" / "labelstudio" / "label_config.xml", tmp_path / "d.yaml")
    assert code == 3
    assert "has no choices, labels, numbers or texts to fill in" in told
