"""`annotator agree`, as people and programs use it."""

import csv
import io
import re
from pathlib import Path

import pytest

from annotator.model.coding import Answer, Target
from annotator.study import Study
from tests.cli.run import run
from tests.small import FIRST, SECOND

TABLE = "unit,ann,bob,cat\n1,1,1,\n2,2,2,3\n3,3,3,3\n4,3,3,3\n5,2,2,2\n6,1,2,3\n7,.,2,NA\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "ratings.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def single_spaced(text: str) -> str:
    return re.sub(" +", " ", text)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


# ---------------------------------------------------------------------- a study


def test_the_table_of_a_study(two_coders: Path) -> None:
    finished = run("agree", study=two_coders)
    assert finished.exit_code == 0, finished.err
    assert finished.out.startswith("Round main; coders: ana, ben\n")
    assert "statement, any nominal 2 2 100.0% alpha 1.0000" in single_spaced(finished.out)
    assert "actor = us" not in finished.out
    assert "actor = us" in run("agree", "--codes", study=two_coders).out
    assert all(len(line) <= 80 for line in finished.out.splitlines())
    assert "Krippendorff 2011" in finished.out


def test_undefined_is_a_dash_with_its_reason(two_coders: Path) -> None:
    out = run("agree", "tone", study=two_coders).out
    assert "tone nominal 0 1 – alpha –" in single_spaced(out)
    assert "tone, nominal, alpha: there is only one coder." in out


def test_what_holds_of_several_rows_is_told_once(two_coders: Path) -> None:
    out = run("agree", "--codes", study=two_coders).out
    notes = out.partition("Remarks:\n")[2].splitlines()
    said = [note.partition(": ")[2] for note in notes if "does not count" in note]
    assert len(said) == len(set(said))


def test_where_nobody_has_finished_anything_it_says_only_that(two_coders: Path) -> None:
    run("round", "set", "pilot", study=two_coders)
    finished = run("agree", "--round", "pilot", study=two_coders)
    assert (finished.exit_code, finished.out) == (0, "")
    assert "Nobody has finished a unit in round pilot" in finished.err


def test_json_of_a_study(two_coders: Path) -> None:
    found = run("agree", "--json", study=two_coders).json()
    assert (found["round"], found["coders"]) == ("main", ["ana", "ben"])
    rows = {(row["variable"], row["view"], row["code"]): row for row in found["rows"]}
    row = rows["actor", "presence", "us"]
    assert list(row)[:9] == [
        *("variable", "view", "code", "level", "n_units", "n_coders", "n_pairable"),
        *("percent_agreement", "coefficients"),
    ]
    kappa = row["coefficients"][1]
    assert list(kappa) == ["name", "value", "reason", "ci", "note"]
    assert (kappa["name"], kappa["value"], kappa["reason"]) == ("cohen_kappa", 0.0, "")
    assert kappa["ci"]["reason"].startswith("all 2 units bear on the figure alike")
    assert rows["tone", "value", ""]["coefficients"][0]["value"] is None
    assert rows["actor+stance", "pair", ""]["n_units"] == 2
    named = {c["name"] for row in found["rows"] for c in row["coefficients"]}
    assert set(found["definitions"]) == {*named, "percent_agreement"}
    assert "Cohen 1960" in found["definitions"]["cohen_kappa"]


def test_csv_of_a_study(two_coders: Path) -> None:
    text = run("agree", "--csv", study=two_coders).out
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {"krippendorff_alpha", "alpha_masi"} <= {row["coefficient"] for row in rows}
    undefined = [row for row in rows if row["variable"] == "tone"]
    assert (undefined[0]["value"], undefined[0]["reason"]) == ("", "there is only one coder")


def test_choosing_variables_coders_pairs_and_paragraphs(two_coders: Path) -> None:
    def variables(*options: str) -> set[str]:
        found = run("agree", "--json", *options, study=two_coders).json()
        return {row["variable"] for row in found["rows"]}

    assert variables("statement") == {"statement"}
    assert variables("actor", "--pair", "actor,lever") == {"actor", "actor+lever"}
    assert run("agree", "--coder", "ana", "--json", study=two_coders).json()["coders"] == ["ana"]
    everything = run("agree", "--all-paragraphs", study=two_coders)
    assert "All 3 finished paragraphs count" in everything.out


def test_names_that_do_not_exist_are_named_with_the_nearest(two_coders: Path) -> None:
    for options, message in (
        (("aktor",), "There is no variable “aktor”.\nKnown: actor."),
        (("--coder", "anna"), "There is no coder “anna”.\nKnown: ana."),
        (("--pair", "actor,tone"), "There is no statement variable “tone”."),
        (("--pair", "actor"), "A pair takes two different variables."),
    ):
        finished = run("agree", *options, study=two_coders)
        assert finished.exit_code == 2
        assert message in finished.err


def test_a_round_without_codings_names_those_with(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ana", round="pilot") as study:
        study.finish(SECOND.id, 1)
    run("round", "set", "drift-1", "--purpose", "drift", study=two_coders)
    finished = run("agree", "--round", "drift-1", study=two_coders)
    assert finished.exit_code == 0
    assert "Finished units are in: main, pilot." in finished.err


def test_looking_writes_nothing(two_coders: Path) -> None:
    before = two_coders.read_bytes()
    run("agree", study=two_coders)
    assert two_coders.read_bytes() == before


def test_a_threshold(two_coders: Path, table: Path) -> None:
    whole = run("agree", "statement", "--fail-under", "1", study=two_coders)
    assert whole.exit_code == 4
    assert "statement, whole, nominal, statement alpha" in whole.err
    below = run("agree", "actor", "--fail-under", ".8", study=two_coders)
    assert below.exit_code == 4
    assert "2 of 2 alphas are below 0.8 or undefined" in below.err
    assert run("agree", "tone", "--fail-under", "0", study=two_coders).exit_code == 4
    chosen = ("agree", "--data", table, "--level", "nominal", "--fail-under")
    assert run(*chosen, ".5").exit_code == 0
    assert run(*chosen, ".9", "--json").exit_code == 4


def test_names_of_codes_cannot_drive_the_terminal(two_coders: Path, tmp_path: Path) -> None:
    hostile = write(tmp_path / "h.csv", "unit,a\x1b]52;c;x\x07,[/b]\n1,\x1b[31m,b\n2,b,b\n")
    for options in ((), ("--json",), ("--csv",)):
        finished = run("agree", "--data", hostile, "--level", "nominal", *options)
        assert finished.exit_code == 0
        assert "\x1b" not in finished.out + finished.err


def test_a_long_name_is_cut_so_that_the_table_fits(two_coders: Path) -> None:
    source = "codebook: wide\nversion: 1.0.0\ntitle: Wide\nparagraph:\n  " + "long_name_" * 6
    source += ": {label: Long, codes: {a: A, b: B}}\n"
    with Study.open(two_coders, coder="ana") as study:
        study.adopt_codebook(source, name="wide.yaml")
        study.assign(Target(FIRST.id, 1), "long_name_" * 6, Answer.of("a"))
    out = run("agree", study=two_coders).out
    assert all(len(line) <= 80 for line in out.splitlines())
    assert "long_name_long_n" in out


# ---------------------------------------------------------------------- any table


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("unit,ann\n1,a\n", "1 unit, 1 coder: ann."),
        ("unit,ann,bob\n1,a,b\n2,b,b\n", "2 units, 2 coders: ann, bob."),
    ],
)
def test_what_was_found_in_a_table_is_said(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text(text, encoding="utf-8")
    finished = run("agree", "--data", path, "--level", "nominal")
    assert (finished.exit_code, finished.err.splitlines()[0]) == (0, said)


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_any_table(table: Path, level: str) -> None:
    finished = run("agree", "--data", table, "--level", level, "--json")
    assert finished.exit_code == 0
    assert "7 units, 3 coders: ann, bob, cat." in finished.err
    (row,) = finished.json()["rows"]
    assert (row["variable"], row["view"], row["code"], row["level"]) == (
        *("ratings", "value", ""),
        level,
    )
    assert (row["n_units"], row["n_coders"], row["n_pairable"]) == (6, 3, 17)
    assert row["coefficients"][0]["name"] == "krippendorff_alpha"
    assert row["coefficients"][0]["value"] is not None


def value(path: Path, *options: str, level: str = "nominal") -> float | None:
    finished = run("agree", "--data", path, "--level", level, "--json", *options)
    assert finished.exit_code == 0, finished.err
    found: float | None = finished.json()["rows"][0]["coefficients"][0]["value"]
    return found


def test_every_shape_gives_the_same_figure(table: Path, tmp_path: Path) -> None:
    expected = value(table)
    rows = [line.split(",") for line in TABLE.split()]
    turned = "\n".join(map(",".join, zip(*rows, strict=True)))
    assert value(write(tmp_path / "turned.csv", turned), "--transpose") == expected
    tall = ["u;who;v"]
    for unit, *given in rows[1:]:
        tall += [f"{unit};{who};{cell}" for who, cell in zip("abc", given, strict=True)]
    long = write(tmp_path / "long.csv", "\n".join(tall))
    assert value(long, "--long", "u,who,v") == expected
    bare = "\n".join("\t".join(row[1:]) for row in rows[1:])
    assert value(write(tmp_path / "bare.tsv", bare)) == expected
    piped = TABLE.replace(",", "~")
    assert value(write(tmp_path / "odd.csv", piped), "--delimiter", "~") == expected
    assert value(write(tmp_path / "bom.csv", "\ufeff" + TABLE.replace("\n", "\r\n"))) == expected


def test_kappa_of_two_coders(tmp_path: Path) -> None:
    path = write(tmp_path / "two.csv", "ann,bob\na,a\na,b\nb,b\nb,b\n")
    (row,) = run("agree", "--data", path, "--level", "nominal", "--json").json()["rows"]
    figures = {c["name"]: c["value"] for c in row["coefficients"]}
    assert figures["cohen_kappa"] == pytest.approx(0.5)
    assert row["percent_agreement"] == pytest.approx(0.75)


def test_ordinal_texts_need_their_order(tmp_path: Path) -> None:
    path = write(tmp_path / "o.csv", "unit,ann,bob\n1,low,mid\n2,high,high\n3,low,low\n")
    refused = run("agree", "--data", path, "--level", "ordinal")
    assert refused.exit_code == 3
    assert f"{path}:2: “low” is not a number (3 times, first here)" in refused.err
    assert "--order low,middle,high" in refused.err
    assert value(path, "--order", "low,mid,high", level="ordinal") is not None


def test_a_table_without_a_second_coder_is_undefined_not_an_error(tmp_path: Path) -> None:
    path = write(tmp_path / "one.csv", "unit,ann\n1,a\n2,b\n")
    finished = run("agree", "--data", path, "--level", "nominal", "--json")
    assert finished.exit_code == 0
    first = finished.json()["rows"][0]["coefficients"][0]
    assert (first["value"], first["reason"]) == (None, "there is only one coder")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b'a,b\n"x', b"unit,a\xe9\n1,2"])
def test_files_that_are_no_tables(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.csv"
    path.write_bytes(content)
    finished = run("agree", "--data", path, "--level", "nominal")
    assert finished.exit_code == 3
    assert "broken.csv cannot be used as a table of codings." in finished.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--data", "T"), "What level of measurement are the data?"),
        (("--data", "T", "--level", "nominal", "--codes"), "--codes is about a study"),
        (("--data", "T", "--level", "nominal", "actor"), "VARIABLE is about a study"),
        (("--data", "T", "--level", "nominal", "--order", "a,b"), "--order is for ordinal data."),
        (("--data", "T", "--level", "nominal", "--long", "a,b"), "--long takes three names"),
        (("--level", "nominal"), "--level needs --data FILE."),
        (("--transpose",), "--transpose needs --data FILE."),
        (("--json", "--csv"), "One of --json and --csv at a time."),
    ],
)
def test_options_that_cannot_be_meant(table: Path, options: tuple[str, ...], message: str) -> None:
    finished = run("agree", *(str(table) if part == "T" else part for part in options))
    assert finished.exit_code == 2
    assert message in finished.err
