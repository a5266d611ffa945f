"""`annotator import`: all or nothing, said in words or JSON, and twice is once."""

from pathlib import Path

import pytest

from annotator.study import Study
from tests.cli.run import Finished, run
from tests.small import FIRST, SECOND

GOOD = """\
coder,article,paragraph,tone,statement,actor,lever,memo
zoe,first,1,bad,,,,
zoe,first,2,,1,us,sanctions|talks,"a memo, with ""quotes""
and lines"
zoe,second,2,good,1,dprk,not_applicable,
"""
BAD = GOOD + "zoe,second,1,,1,uss,,\nzoe,third,1,,1,us,,\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "codings.csv"


def bring(table: Path, text: str, study: Path, *options: str) -> Finished:
    table.write_text(text, encoding="utf-8")
    return run("import", table, *options, study=study)


def codings_of(study: Path, coder: str) -> list[tuple[str, int, str, str]]:
    with Study.open(study) as opened:
        return [
            (row.article, row.paragraph, row.variable, row.value or row.state)
            for row in opened.codings(coders=[coder])
        ]


def test_codings_come_in_and_paragraphs_are_finished(table: Path, two_coders: Path) -> None:
    finished = bring(table, GOOD, two_coders)
    assert (finished.exit_code, finished.out) == (0, "")
    assert finished.err == "zoe: 3 paragraphs, 2 statements, 6 codings imported.\n"
    assert codings_of(two_coders, "zoe") == [
        (FIRST.id, 1, "tone", "bad"),
        (FIRST.id, 2, "actor", "us"),
        (FIRST.id, 2, "lever", "sanctions|talks"),
        (SECOND.id, 2, "tone", "good"),
        (SECOND.id, 2, "actor", "dprk"),
        (SECOND.id, 2, "lever", "not_applicable"),
    ]
    with Study.open(two_coders, coder="zoe") as study:
        work = study.work(FIRST.id).unit(2)
        assert work.done
        assert work.statements[0].memo == 'a memo, with "quotes"\nand lines'


def test_importing_twice_changes_nothing(table: Path, two_coders: Path) -> None:
    bring(table, GOOD, two_coders)
    before = two_coders.read_bytes()
    finished = bring(table, GOOD, two_coders)
    assert finished.err == "Nothing new.\nIn the study already, the same: 3 units.\n"
    assert two_coders.read_bytes() == before


def test_one_problem_and_nothing_is_imported(table: Path, two_coders: Path) -> None:
    finished = bring(table, BAD, two_coders)
    assert finished.exit_code == 3
    assert finished.err.splitlines() == [
        "codings.csv: 2 problems; nothing was imported.",
        '  codings.csv:6: actor has no code "uss" (did you mean "us"?)',
        '  codings.csv:7: there is no article "third"',
        "--skip-invalid imports the rest.",
    ]
    assert codings_of(two_coders, "zoe") == []


def test_the_rest_is_imported_on_request(table: Path, two_coders: Path) -> None:
    finished = bring(table, BAD, two_coders, "--skip-invalid")
    assert finished.exit_code == 0
    assert finished.err.splitlines() == [
        "zoe: 3 paragraphs, 2 statements, 6 codings imported.",
        "Left out because of 2 problems:",
        '  codings.csv:6: actor has no code "uss" (did you mean "us"?)',
        '  codings.csv:7: there is no article "third"',
        "  zoe, second, paragraph 1: statement 1; not marked as finished",
    ]
    assert len(codings_of(two_coders, "zoe")) == 6


def test_what_a_coder_has_coded_is_never_changed(table: Path, two_coders: Path) -> None:
    before = codings_of(two_coders, "ana")
    finished = bring(table, GOOD.replace("zoe", "ana"), two_coders)
    assert finished.exit_code == 3
    assert "ana's paragraph 2 was coded otherwise in the study" in finished.err
    assert codings_of(two_coders, "ana") == before
    finished = bring(table, GOOD.replace("zoe", "ana"), two_coders, "--skip-invalid")
    assert "ana: 1 paragraph, 1 statement, 3 codings imported." in finished.err


def test_a_dry_run_only_says(table: Path, two_coders: Path) -> None:
    before = two_coders.read_bytes()
    finished = bring(table, GOOD, two_coders, "--dry-run")
    assert finished.err == "zoe: 3 paragraphs, 2 statements, 6 codings would be imported.\n"
    assert two_coders.read_bytes() == before


def test_json(table: Path, two_coders: Path) -> None:
    finished = bring(table, BAD, two_coders, "--json")
    assert finished.exit_code == 3
    assert finished.json()["imported"] == {}
    assert [problem["line"] for problem in finished.json()["problems"]] == [6, 7]
    finished = bring(table, GOOD, two_coders, "--json")
    assert finished.json() == {
        "file": "codings.csv",
        "imported": {"zoe": {"paragraphs": 3, "statements": 2, "codings": 6}},
        "already_there": 0,
        "problems": [],
        "warnings": [],
        "left_out": [],
    }


def test_a_long_table_with_a_coder_a_round_and_other_names(table: Path, two_coders: Path) -> None:
    text = "Text;Absatz;Nr;variable;value\nfirst;1;;tone;good\nfirst;2;1;actor;us\n"
    names = [f"--map={pair}" for pair in ("article=text", "paragraph=Absatz", "statement=Nr")]
    finished = bring(table, text, two_coders, "--coder", "zoe", "--round", "pilot", *names)
    assert finished.err == "zoe: 2 paragraphs, 1 statement, 2 codings imported.\n"
    with Study.open(two_coders) as study:
        assert {row.round for row in study.codings(coders=["zoe"])} == {"pilot"}


def test_not_finished(table: Path, two_coders: Path) -> None:
    bring(table, GOOD, two_coders, "--not-finished")
    with Study.open(two_coders) as study:
        assert not [row for row in study.units(coders=["zoe"]) if row.done]


@pytest.mark.parametrize(
    ("text", "options", "outcome"),
    [
        ("", (), (3, "the file is empty")),
        ("coder,x\n", (), (3, "no column says which article")),
        ("article,paragraph\nfirst,1\n", (), (3, "--coder NAME says whose codings")),
        (GOOD, ("--map", "coder"), (2, "names no column")),
        (GOOD, ("--shape", "wide"), (2, "wide")),
        ("coder,article\nzoe,\x1b]0;x\x07\n", (), (3, "␛]0;x␇")),
    ],
)
def test_what_cannot_be_meant(
    table: Path, two_coders: Path, text: str, options: tuple[str, ...], outcome: tuple[int, str]
) -> None:
    finished = bring(table, text, two_coders, *options)
    assert finished.exit_code == outcome[0]
    assert outcome[1] in finished.err
    assert "\x1b" not in finished.err
    assert "--skip-invalid" not in finished.err or "article,paragraph" in text


def test_columns_that_are_not_imported_are_named(table: Path, two_coders: Path) -> None:
    finished = bring(table, "coder,article,paragraph,mood\nzoe,first,1,sad\n", two_coders)
    assert finished.err.splitlines() == [
        'codings.csv:1: column "mood" is not imported',
        "zoe: 1 paragraph imported.",
    ]


def test_who_imports_a_text_is_told_of_add(two_coders: Path, tmp_path: Path) -> None:
    text = tmp_path / "upside.txt"
    text.write_text("A title\n\nA paragraph, with a comma.\n", encoding="utf-8")
    finished = run("import", text, study=two_coders)
    assert finished.exit_code == 3
    assert f"`annotator add {text}`" in finished.err


def test_a_file_that_is_not_there(two_coders: Path) -> None:
    assert run("import", "nowhere.csv", study=two_coders).exit_code == 2
