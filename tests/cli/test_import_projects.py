"""`annotator import` of projects of other programs: into a new study, into one with their texts."""

import csv
import io
import os
import sqlite3
from pathlib import Path

import pytest

from annotator.study import Study
from tests.cli.run import run
from tests.importers import refi_made
from tests.importers.projects import made
from tests.shared import SHARED, needs_shared

CODEBOOK = """\
codebook: mine
version: 1.0.0
paragraph:
  feeling:
    label: Mood
    select: many
    required: false
    codes: {good: Good, bad: Bad, odd: Odd}
"""


@pytest.fixture
def qualcoder(tmp_path: Path) -> Path:
    folder = tmp_path / "letters.qda"
    folder.mkdir()
    columns = "cid, fid, seltext, pos0, pos1, owner, memo"
    rows = [
        (1, 1, "smile", made.SMILE, made.SMILE + 5, "ana", "why?"),
        (2, 1, "First", 0, 5, "ben", ""),
    ]
    made.qualcoder(folder / "data.qda", code_text=(columns, rows))
    return folder


def codings(study: Path) -> list[tuple[str, int, str, str]]:
    with Study.open(study) as opened:
        return [(row.coder, row.paragraph, row.variable, row.value) for row in opened.codings()]


def test_a_project_becomes_a_study(qualcoder: Path, tmp_path: Path) -> None:
    study = tmp_path / "new.db"
    finished = run("import", qualcoder, "--into", study)
    assert finished.exit_code == 0
    assert "ana: 1 paragraph, 1 coding, 1 article imported." in finished.err
    assert "Not kept: marks of importance" not in finished.err
    assert f"{study}: a new study with 1 article." in finished.err
    assert codings(study) == [("ben", 1, "Mood", "odd"), ("ana", 2, "Mood", "good")]
    assert oct(study.stat().st_mode & 0o777) == "0o600"
    with Study.open(study) as opened:
        assert opened.codebook_source().startswith("title: letters\ncodebook: letters\n")
        assert list(opened.faults()) == []


VIDEO = '<Sources><VideoSource guid="W" path="relative:///w.mp4"/></Sources>'


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        (VIDEO, "videos with what was coded in them (1)"),
        (refi_made.source(path="relative:///far.txt"), "its text lies elsewhere"),
    ],
)
def test_a_project_without_texts_becomes_no_study(tmp_path: Path, sources: str, told: str) -> None:
    file, study = tmp_path / "film.qdpx", tmp_path / "new.db"
    file.write_bytes(refi_made.packed(refi_made.project(refi_made.CODES, sources)))
    for more in ((), ("--skip-invalid",), ("--dry-run",)):
        refused = run("import", file, "--into", study, *more)
        assert refused.exit_code == 3
        assert "film.qdpx: holds no text to be coded" in refused.err
        assert told in refused.err
    assert not study.exists()


def test_a_project_without_codings_brings_its_texts(tmp_path: Path) -> None:
    file, study = tmp_path / "talks.qdpx", tmp_path / "new.db"
    xml = refi_made.project(refi_made.CODES, refi_made.source())
    file.write_bytes(refi_made.packed(xml, T=refi_made.TEXT))
    brought = run("import", file, "--into", study)
    assert brought.exit_code == 0
    assert "It holds no codings." in brought.err
    assert "Nothing new" not in brought.err
    assert f"{study}: a new study with 1 article." in brought.err


def test_memos_on_nothing_that_was_coded_can_be_had_as_json(tmp_path: Path) -> None:
    file, study = tmp_path / "talks.qdpx", tmp_path / "new.db"
    aims = "<Description>Our aims.</Description>"
    xml = refi_made.project(refi_made.CODES, refi_made.source(), aims)
    file.write_bytes(refi_made.packed(xml, T=refi_made.TEXT))
    brought = run("import", file, "--into", study)
    assert "Not kept: memos that belong to no text (1); --json lists them." in brought.err
    told = run("import", file, "--json", "--dry-run", study=study).json()
    assert [memo["text"] for memo in told["memos"]] == ["Our aims."]


def test_what_a_new_study_brings_is_there_already(qualcoder: Path, tmp_path: Path) -> None:
    study = tmp_path / "new.db"
    run("import", qualcoder, "--into", study)
    before = study.read_bytes()
    again = run("import", qualcoder, study=study)
    assert (again.exit_code, "Nothing new." in again.err) == (0, True)
    assert study.read_bytes() == before
    refused = run("import", qualcoder, "--into", study)
    assert refused.exit_code == 1
    assert study.read_bytes() == before


def test_a_dry_run_makes_no_file(qualcoder: Path, tmp_path: Path) -> None:
    finished = run(
        "import", qualcoder, "--into", tmp_path / "new.db", "--dry-run", "--json", "--all-read"
    )
    assert finished.exit_code == 0
    told = finished.json()
    assert told["imported"]["ben"] == {"paragraphs": 3, "statements": 0, "codings": 1}
    assert told["not_kept"]["colours of codes"] == 2
    assert not (tmp_path / "new.db").exists()


def made_study(path: Path, text: str = made.TEXT) -> Path:
    with Study.create(path, CODEBOOK, name="mine.yaml") as study:
        study.add_articles([made.CUT("mine", text, {})])
    return path


def test_codings_come_into_a_study_with_the_same_text(qualcoder: Path, tmp_path: Path) -> None:
    study = made_study(tmp_path / "mine.db")
    finished = run("import", qualcoder, study=study)
    assert finished.exit_code == 0
    assert codings(study) == [("ben", 1, "feeling", "odd"), ("ana", 2, "feeling", "good")]


def test_codes_that_are_missing_are_named(qualcoder: Path, tmp_path: Path) -> None:
    study = tmp_path / "mine.db"
    with Study.create(study, CODEBOOK.replace(", odd: Odd", "")) as opened:
        opened.add_articles([made.CUT("mine", made.TEXT, {})])
    refused = run("import", qualcoder, study=study)
    assert refused.exit_code == 3
    assert 'code "odd" of "Mood", coded 1 times, is not in the codebook' in refused.err
    assert codings(study) == []
    finished = run("import", qualcoder, "--skip-invalid", study=study)
    assert finished.exit_code == 0
    assert "paragraph 1: not all of it; not marked as finished" in finished.err
    assert codings(study) == [("ana", 2, "feeling", "good")]


def test_a_variable_is_mapped_as_one_says(qualcoder: Path, tmp_path: Path) -> None:
    study = tmp_path / "mine.db"
    with Study.create(study, CODEBOOK.replace("label: Mood", "label: Weather")) as opened:
        opened.add_articles([made.CUT("mine", made.TEXT, {})])
    finished = run("import", qualcoder, "--map", "feeling=Mood", study=study)
    assert finished.exit_code == 0
    assert len(codings(study)) == 2
    refused = run("import", qualcoder, "--map", "felling=Moood", study=study)
    assert 'there is no variable "felling" in the codebook of the study' in refused.err
    assert 'there is no variable "Moood" in the project' in refused.err


def test_texts_that_are_others_are_named(qualcoder: Path, tmp_path: Path) -> None:
    study = made_study(tmp_path / "mine.db", made.TEXT + " More.")
    refused = run("import", qualcoder, study=study)
    assert refused.exit_code == 3
    assert 'the study has no article with the text of "letter.txt"' in refused.err
    assert "annotator add" not in refused.err
    assert codings(study) == []


def test_paragraphs_are_those_of_the_study(qualcoder: Path, tmp_path: Path) -> None:
    """The study has the same text, cut otherwise."""
    study = made_study(tmp_path / "mine.db")
    assert run("segment", "mine", "--join", "1-2", study=study).exit_code == 0
    assert run("import", qualcoder, study=study).exit_code == 0
    assert codings(study) == [("ana", 1, "feeling", "good"), ("ben", 1, "feeling", "odd")]


@pytest.mark.parametrize("kind", ["taguette", "dna", "labelstudio", "doccano", "brat"])
def test_every_kind_is_known_by_its_content(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "anna"
    match kind:
        case "taguette":
            made.taguette(path)
        case "dna":
            made.dna(path)
        case "labelstudio":
            path.write_bytes(made.label_studio())
        case "doccano":
            path.write_bytes(made.doccano([0, 5, "Good"]))
        case _:
            path.mkdir()
            for name, content in made.BRAT.items():
                (path / name).write_bytes(content)
    study = tmp_path / "new.db"
    finished = run("import", path, "--into", study, "--coder", "anna")
    assert finished.exit_code == 0, finished.err
    assert len(codings(study)) > 0
    with Study.open(study) as opened:
        assert list(opened.faults()) == []
        assert opened.n_articles() == 1


def test_coder_and_round_stand_in_where_the_file_does_not_say(tmp_path: Path) -> None:
    path = made.taguette(tmp_path / "t.sqlite3", commands=("user_login, payload", []))
    study = tmp_path / "new.db"
    told = run("import", path, "--into", study, "--coder", "zoe", "--round", "pilot")
    assert told.exit_code == 0
    with Study.open(study) as opened:
        assert {(row.coder, row.round) for row in opened.codings()} == {("zoe", "pilot")}
    known = made.taguette(tmp_path / "known.sqlite3")
    run("import", known, "--into", tmp_path / "known.db", "--coder", "zoe")
    assert {row[0] for row in codings(tmp_path / "known.db")} == {"ana", "ben"}


def test_doccano_has_a_file_for_each_coder(tmp_path: Path) -> None:
    for coder in ("ana", "ben"):
        (tmp_path / f"{coder}.jsonl").write_bytes(made.doccano([0, 5, "Good"]))
    files = [tmp_path / "ana.jsonl", tmp_path / "ben.jsonl"]
    study = tmp_path / "new.db"
    assert run("import", *files, "--into", study).exit_code == 0
    assert [(row[0], row[3]) for row in codings(study)] == [("ana", "Good"), ("ben", "Good")]
    assert run("import", *files, "--coder", "x", "--into", tmp_path / "b.db").exit_code == 2


def test_a_coder_named_by_a_file_of_a_mac_is_the_one_people_type(tmp_path: Path) -> None:
    file = tmp_path / "zoe\u0308.jsonl"  # e and two dots
    file.write_bytes(made.doccano([0, 5, "Good"]))
    assert run("import", file, "--into", tmp_path / "new.db").exit_code == 0
    assert {row[0] for row in codings(tmp_path / "new.db")} == {"zo\u00eb"}


def test_a_project_in_one_xml_file_is_no_codebook(tmp_path: Path) -> None:
    bare = tmp_path / "project.qde"
    space = "urn:QDA-XML:project:1.0"
    bare.write_text(f'<?xml version="1.0"?><Project xmlns="{space}" name="p"><CodeBook/></Project>')
    finished = run("import", bare, "--into", tmp_path / "new.db")
    assert finished.exit_code == 3
    assert "is a codebook" not in finished.err


def test_who_did_not_say_their_name_is_told_how(tmp_path: Path) -> None:
    path = made.taguette(tmp_path / "t.sqlite3", commands=("user_login, payload", []))
    told = run("import", path, "--into", tmp_path / "new.db")
    assert 'called "unknown coder" here: --coder NAME says it' in told.err
    named = run("import", path, "--into", tmp_path / "named.db", "--coder", "zoe")
    assert "unknown coder" not in named.err


def test_what_cannot_be_imported_says_what_it_is(tmp_path: Path, two_coders: Path) -> None:
    empty, other, odd = tmp_path / "empty", tmp_path / "other.db", tmp_path / "odd.json"
    empty.mkdir()
    sqlite3.connect(other).executescript("CREATE TABLE a (x);").connection.close()
    odd.write_text('{"a": {"b": 1}}')
    stata = tmp_path / "table.dta"
    stata.write_bytes(b"<stata_dta><header><release>118</release>")
    cut = tmp_path / "cut.qdpx"
    cut.write_bytes(b"PK\x03\x04 and no more")
    interface, page = tmp_path / "interface.xml", tmp_path / "page.html"
    interface.write_text('<View>\n<Choices name="tone"/></View>')
    rich = tmp_path / "text.rtf"
    rich.write_bytes(rb"{\rtf1 A paragraph.}")
    page.write_text("<html><body><p>A paragraph, with a comma.</p></body></html>")
    codes = tmp_path / "codes.qdc"
    codes.write_text('<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>')
    for path, said in (
        (two_coders, "annotator merge"),
        (empty, "is a folder without data.qda"),
        (other, "is a database of another program"),
        (odd, "no export of Label Studio or doccano, nor rows"),
        (stata, "is a file of Stata"),
        (interface, "annotator codebook convert"),
        (cut, "is a damaged or cut-off ZIP archive"),
        (page, "annotator add"),
        (rich, "is a text, without codings"),
        (codes, "annotator codebook convert"),
    ):
        finished = run("import", path, "--into", tmp_path / "new.db")
        assert (finished.exit_code, said in finished.err) == (3, True), finished.err
    assert not (tmp_path / "new.db").exists()


def test_a_table_makes_no_study_and_several_are_one_too_many(tmp_path: Path) -> None:
    table = tmp_path / "codings.csv"
    table.write_text("coder,article,value\n")
    assert run("import", table, "--into", tmp_path / "new.db").exit_code == 2
    study = made_study(tmp_path / "mine.db")
    assert run("import", table, table, study=study).exit_code == 2


def test_text_of_others_cannot_reach_the_terminal(tmp_path: Path) -> None:
    columns = "id, document_id, start_offset, end_offset, snippet"
    path = made.taguette(
        tmp_path / "\x1b]52;c;x\x07.sqlite3", highlights=(columns, [(1, 1, 0, 5, "\x1b[31m\x07")])
    )
    finished = run("import", path, "--into", tmp_path / "new.db")
    assert finished.exit_code == 0
    assert "\x1b" not in finished.err
    assert "\x07" not in finished.err


def test_names_of_files_that_are_no_text(tmp_path: Path) -> None:
    for make, name in ((made.taguette, b"\xff.sqlite3"), (made.dna, b"\xfe.dna")):
        path = make(tmp_path / os.fsdecode(name))
        assert run("import", path, "--into", tmp_path / f"{make.__name__}.db").exit_code == 0
    path = tmp_path / os.fsdecode(b"\xff.jsonl")
    path.write_bytes(made.doccano([0, 5, "Good"]))
    assert run("import", path, "--into", tmp_path / "doccano.db").exit_code == 0
    assert [row[0] for row in codings(tmp_path / "doccano.db")] == ["\ufffd"]
    path.write_bytes(b"{")
    assert run("import", path, "--into", tmp_path / "none.db").exit_code == 3


def test_a_study_is_not_left_behind_where_anything_fails(qualcoder: Path, tmp_path: Path) -> None:
    with sqlite3.connect(qualcoder / "data.qda") as connection:
        connection.execute("UPDATE code_text SET pos1 = 99999")
    connection.close()
    refused = run("import", qualcoder, "--into", tmp_path / "new.db")
    assert refused.exit_code == 3
    assert not os.path.lexists(tmp_path / "new.db")


@needs_shared
@pytest.mark.parametrize(
    ("file", "n_articles", "n_codings"),
    [("dna/sample.dna", 7, 202), ("other/taguette.sqlite3", 10, 15),
     ("other/brat/tutorials/news", 13, 58), ("other/doccano/text_classification.jsonl", 3, 3),
     ("refi/qc_demo.qdpx", 2, 109)],
)  # fmt: skip
def test_the_real_files(file: str, n_articles: int, n_codings: int, tmp_path: Path) -> None:
    study = tmp_path / "new.db"
    finished = run("import", SHARED / "files" / file, "--into", study)
    assert finished.exit_code == 0, finished.err
    with Study.open(study) as opened:
        assert opened.n_articles() == n_articles
        assert len(list(opened.codings())) == n_codings
        assert list(opened.faults()) == []
    before = study.read_bytes()
    assert "Nothing new." in run("import", SHARED / "files" / file, study=study).err
    assert study.read_bytes() == before


@needs_shared
@pytest.mark.parametrize(
    ("options", "shape", "total"),
    [(("twomode", "ignore", "no"), (7, 6), 40.0), (("onemode", "ignore", "no"), (7, 7), 276.0),
     (("onemode", "congruence", "average"), (7, 7), 25.80)],
)  # fmt: skip
def test_the_sample_of_dna_gives_the_networks_that_dna_gives(
    options: tuple[str, str, str], shape: tuple[int, int], total: float, tmp_path: Path
) -> None:
    study = tmp_path / "new.db"
    run("import", SHARED / "files" / "dna" / "sample.dna", "--into", study)
    mode, aggregation, normalization = options
    finished = run(
        "export", "-f", "dna", "-o", tmp_path / "out", "--actor", "organization",
        "--concept", "concept", "--qualifier", "agreement", "--mode", mode,
        "--aggregation", aggregation, "--normalization", normalization, study=study,
    )  # fmt: skip
    assert finished.exit_code == 0, finished.err
    text = (tmp_path / "out" / "network.csv").read_text(encoding="utf-8")
    _, *rows = csv.reader(io.StringIO(text), delimiter=";")
    cells = [[float(cell) for cell in row[1:]] for row in rows]
    assert (len(cells), len(cells[0])) == shape
    assert round(sum(map(sum, cells)), 2) == total
