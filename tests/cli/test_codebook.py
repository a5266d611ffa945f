"""`annotator codebook`: check, new, show, schema."""

import json
from pathlib import Path

import pytest

from annotator.codebook_file import json_schema
from tests.cli.run import run

CODEBOOKS = Path(__file__).resolve().parents[2] / "codebooks"
HANOI = CODEBOOKS / "hanoi.yaml"

GOOD = "codebook: good\nversion: 1\nparagraph: {tone: {codes: {a: A}}}\n"
BAD = "codebook: bad\nversoin: 1\nparagraph: {tone: {codes: {a: A}, defualt: a}}\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_check_says_what_a_good_file_holds(good: Path) -> None:
    done = run("codebook", "check", good, HANOI)

    assert (done.exit_code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"{good}: 1 variable, 1 code, no problem",
        f"{HANOI}: 12 variables, 89 codes, no problem",
    ]


def test_check_names_every_problem_of_every_file(good: Path, bad: Path) -> None:
    other = bad.with_name("other.yaml")
    other.write_text(BAD, encoding="utf-8")

    done = run("codebook", "check", bad, good, other)

    assert done.exit_code == 3
    assert done.out == f"{good}: 1 variable, 1 code, no problem\n"
    assert "6 problems" in done.err
    for path in (bad, other):
        assert f"{path}:2: versoin: `versoin` is not a word of the format." in done.err
    assert "did you mean `default`?" in done.err
    assert f"annotator codebook check {bad} {good} {other}" in done.err


def test_check_of_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "image.yaml"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")

    assert "image.yaml:1: The file is not UTF-8 text." in run("codebook", "check", path).err


def test_check_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = run("codebook", "check", tmp_path / "none.yaml")

    assert done.exit_code == 1
    assert "none.yaml: No such file" in done.err


def test_check_without_a_file() -> None:
    assert run("codebook", "check").exit_code == 2


def test_problems_are_shown_harmlessly(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(GOOD + "'[@click=app.quit]\u202e\u200bx[/]': \x1b]52;c;ZXZpbA==\x07\n")

    done = run("codebook", "check", path)
    assert "\x1b" not in done.err
    path.write_text(GOOD + "'[@click=app.quit]\u202e\u200bx[/]': x\n")
    done = run("codebook", "check", path)
    assert "[@click=app.quit]\ufffd\ufffdx[/]" in done.err


def test_new_writes_a_codebook_that_loads(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"

    done = run("codebook", "new", path)
    assert done.exit_code == 0
    assert f"annotator init study.db --codebook {path}" in done.err
    assert path.stat().st_mode & 0o777 == 0o600
    assert run("codebook", "check", path).exit_code == 0


def test_new_never_writes_over_a_file(good: Path) -> None:
    done = run("codebook", "new", good)

    assert done.exit_code == 2
    assert "exists already" in done.err
    assert good.read_text(encoding="utf-8") == GOOD


def test_new_without_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("codebook", "new").exit_code == 0
    assert (tmp_path / "codebook.yaml").exists()


def test_show_prints_keys_tree_and_definitions() -> None:
    done = run("codebook", "show", HANOI)

    assert done.exit_code == 0
    for line in (
        "ASKED OF EACH STATEMENT",
        "Actor  [actor]",
        "  u  United States  [us]",
        "     The US government or its members acting for it.",
        "     t  President / White House (Trump)  [us.president]",
        "  3  Positive  [positive]  = 1",
        "  0  Not appraised  [none]  off the scale",
        "  o  Other actor  [other]  say why in the memo",
        "  Codes and keys as for [actor].",
    ):
        assert line in done.out.splitlines(), line


FULL = """\
codebook: full
version: 1
title: {en: Full, de: Voll}
article:
  age: {label: Age, measurement: ratio, min: 0, max: 120}
paragraph:
  tone:
    stop: leaf
    select: many
    default: a1
    codes:
      a: {codes: {a1: {label: {en: First, de: Erster}}}}
      old: {merged_into: a1}
      older: {deprecated: true}
  why: {codes: {x: X}, ask_if: {tone: [a1, cannot_tell]}}
  none: {ask_if: no_statement}
statement: {b: {}}
"""


def test_show_says_everything_that_matters(tmp_path: Path) -> None:
    path = tmp_path / "full.yaml"
    path.write_text(FULL, encoding="utf-8")

    lines = run("codebook", "show", path).out.splitlines()
    for line in (
        "  ratio; at least 0; at most 120",
        "  nominal; several codes (1 or more, any number); a group is no answer; default: a1",
        "  ×  Old  [old]  merged into a1",
        "  ×  Older  [older]  no longer offered",
        "  nominal; asked if tone is a1 or cannot_tell",
        "  text; may be left open; asked if there is no statement",
    ):
        assert line in lines, line


def test_show_says_what_is_demanded_of_agreement(tmp_path: Path) -> None:
    text = (
        "codebook: a\nversion: 1\nagreement: {reliable: 0.9}\n"
        "paragraph: {b: {codes: {c: C}}, d: {codes: {e: E}, agreement: {tentative: 0.75}}}\n"
    )
    (tmp_path / "book.yaml").write_text(text, encoding="utf-8")

    out = run("codebook", "show", tmp_path / "book.yaml").out
    assert "Agreement is reliable from 0.9, tentative from 0.667" in out
    assert "nominal; agreement is reliable from 0.9, tentative from 0.75" in out


def test_show_in_another_language(tmp_path: Path) -> None:
    path = tmp_path / "full.yaml"
    path.write_text(FULL, encoding="utf-8")

    german = run("codebook", "show", path, "--language", "de")
    assert german.out.startswith("Voll\nfull 1 (de)\n")
    assert "Erster  [a1]" in german.out
    french = run("codebook", "show", path, "--language", "fr")
    assert french.exit_code == 3
    assert "There are no texts in `fr`; there are: en, de." in french.err


def test_show_the_codebook_of_the_study(two_coders: Path) -> None:
    done = run("codebook", "show", study=two_coders)

    assert done.exit_code == 0
    assert done.out.startswith("Who says what\nsmall 1.0.0 (en)\n")
    assert run("codebook", "show", "--language", "en", study=two_coders).out == done.out


def test_schema_is_printed_as_json() -> None:
    assert run("codebook", "schema").json() == json_schema()


def test_without_a_subcommand_it_shows_its_help() -> None:
    done = run("codebook")
    assert (done.exit_code, done.err) == (0, "")
    assert "\n  check " in done.out


def test_schema_of_a_coding(good: Path) -> None:
    done = run("codebook", "schema", "--coding", good)

    assert json.loads(done.out)["$defs"]["Paragraph"]["required"] == ["tone"]
    assert '"Article"' in run("codebook", "schema", "--coding", "--article", HANOI).out
    assert run("codebook", "schema", good).exit_code == 2


def test_schema_of_a_coding_by_the_codebook_of_the_study(two_coders: Path) -> None:
    done = run("-s", two_coders, "codebook", "schema", "--coding")

    assert "statements" in json.loads(done.out)["properties"]
