"""Every table format by the command, on a real study; the scripts on the demo."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import polars
import pyreadstat
import pytest

from annotator.cli.demo import make
from annotator.errors import AnnotatorError
from annotator.exporters.extras import extra
from tests.cli.run import run

FORMATS = ("xlsx", "sav", "dta", "parquet", "datapackage", "matrix", "r")
RSCRIPT = shutil.which("Rscript")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    make(path)
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_study_gives_the_same_bytes(two_coders: Path, tmp_path: Path, form: str) -> None:
    for name in ("one", "two"):
        finished = run("export", "-f", form, "-o", tmp_path / name, study=two_coders)
        assert finished.exit_code == 0, finished.err
    files = [path for path in (tmp_path / "one").rglob("*") if path.is_file()]
    assert files
    for path in files:
        again = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert path.read_bytes() == again.read_bytes(), path


def test_a_workbook_holds_every_table_whatever_its_name(two_coders: Path, tmp_path: Path) -> None:
    finished = run("export", "-f", "xlsx", "-o", tmp_path / "mine.xlsx", study=two_coders)
    assert f"{tmp_path / 'mine.xlsx'}, long: 7 rows" in finished.err
    book = openpyxl.load_workbook(tmp_path / "mine.xlsx")
    assert book.sheetnames[:3] == ["long", "statements", "paragraphs"]
    assert book["reliability"].max_row > 1
    assert [row[0].value for row in book["coders"].iter_rows(min_row=2)] == ["ana", "ben"]


def test_one_table_as_a_file(two_coders: Path, tmp_path: Path) -> None:
    for form in ("sav", "dta", "parquet"):
        path = tmp_path / f"mine.{form}"
        run("export", "-f", form, "--shape", "statements", "-o", path, study=two_coders)
    assert pyreadstat.read_sav(tmp_path / "mine.sav", output_format="dict")[1].number_rows == 5
    assert pyreadstat.read_dta(tmp_path / "mine.dta", output_format="dict")[1].number_rows == 5
    assert polars.read_parquet(tmp_path / "mine.parquet").height == 5
    assert (tmp_path / "mine.dictionary.md").exists()


def test_several_formats_appear_together(two_coders: Path, tmp_path: Path) -> None:
    forms = [option for form in FORMATS for option in ("-f", form)]
    finished = run("export", *forms, "-f", "qdpx", "-o", tmp_path / "out", study=two_coders)
    assert finished.exit_code == 0, finished.err
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert made == sorted((*FORMATS, "qdpx"))
    for form in made:
        run("export", "-f", form, "-o", tmp_path / form, study=two_coders)
        for path in (tmp_path / form).rglob("*.*"):
            there = tmp_path / "out" / path.relative_to(tmp_path)
            assert there.read_bytes() == path.read_bytes(), path


def test_where_one_format_fails_none_is_written(
    two_coders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    several = ("-f", "csv", "-f", "sav", "-f", "jsonl", "-o", tmp_path / "out")
    (tmp_path / "out" / "jsonl" / "long.jsonl").mkdir(parents=True)
    finished = run("export", *several, study=two_coders)
    assert finished.exit_code == 1
    assert "long.jsonl is a folder" in finished.err
    assert ": 7 rows" not in finished.err
    (tmp_path / "out" / "jsonl" / "long.jsonl").rmdir()
    (tmp_path / "out" / "jsonl").rmdir()
    monkeypatch.setitem(sys.modules, "pyreadstat", None)  # as if it were not installed
    finished = run("export", *several, study=two_coders)
    assert finished.exit_code == 1
    assert "annotator-tui[spss]" in finished.err
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize("form", ["datapackage", "matrix"])
@pytest.mark.parametrize("output", ["-", "mine.csv"])
def test_several_files_need_a_folder(
    two_coders: Path, tmp_path: Path, form: str, output: str
) -> None:
    target = output if output == "-" else str(tmp_path / output)
    finished = run("export", "-f", form, "-o", target, study=two_coders)
    assert finished.exit_code == 2
    assert finished.out == ""
    assert "writes several files" in finished.err
    assert not (tmp_path / "mine.csv").exists()


@pytest.mark.parametrize("form", ["xlsx", "sav", "parquet"])
def test_bytes_are_not_for_a_terminal(two_coders: Path, form: str) -> None:
    finished = run("export", "-f", form, "-o", "-", study=two_coders)
    assert finished.exit_code == 2
    assert finished.out == ""


def test_python_and_r_compute_the_figures_of_the_demo(demo: Path, tmp_path: Path) -> None:
    run("export", "-f", "matrix", "-o", tmp_path, study=demo)
    scripts = [(sys.executable, "agreement.py")]
    scripts += [(RSCRIPT, "agreement.R")] if RSCRIPT else []
    for program, script in scripts:
        done = subprocess.run(
            [program, str(tmp_path / script)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.count("\n") > 190
        assert done.stdout.endswith("All figures are the same.\n")


def test_the_figures_are_those_of_agree(demo: Path, tmp_path: Path) -> None:
    run("export", "-f", "matrix", "-o", tmp_path, study=demo)
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as file:
        exported = {
            (row["variable"], row["view"], row["level"], row["coefficient"]): row
            for row in csv.DictReader(file) if not row["code"]
        }  # fmt: skip
    finished = run("agree", "overall", "--csv", study=demo)
    rows = list(csv.DictReader(finished.out.splitlines()))
    assert rows
    for row in rows:
        same = exported[row["variable"], row["view"], row["level"], row["coefficient"]]
        assert {name: same[name] for name in ("value", "low", "high", "seed")} == {
            name: row[name] for name in ("value", "low", "high", "seed")
        }


@pytest.mark.skipif(not RSCRIPT, reason="R is not on every machine")
def test_a_package_of_r_reads_the_matrices(demo: Path, tmp_path: Path) -> None:
    """psych's kappa of two columns is ours."""
    run("export", "-f", "matrix", "--coder", "ana", "--coder", "ben", "-o", tmp_path, study=demo)
    (path,) = (tmp_path / "matrices").glob("*-unit_type-value-nominal.csv")
    asked = (
        "if (!requireNamespace('psych', quietly = TRUE)) quit(status = 9);"
        f"x <- read.csv('{path}', na.strings = '');"
        "cat(sprintf('%.12f', psych::cohen.kappa(na.omit(x[4:5]))$kappa))"
    )
    done = subprocess.run(
        [str(RSCRIPT), "--vanilla", "-e", asked], capture_output=True, text=True, check=False
    )
    if done.returncode == 9:
        pytest.skip("psych is not on every machine")
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as file:
        values = {
            (row["variable"], row["coefficient"]): row["value"] for row in csv.DictReader(file)
        }
    ours = float(values["unit_type", "cohen_kappa"])
    assert float(done.stdout) == pytest.approx(ours, abs=1e-11)


def test_a_library_that_is_not_there_is_named_with_what_brings_it() -> None:
    with pytest.raises(
        AnnotatorError, match="Excel workbooks need the package no_such_module"
    ) as told:
        extra("no_such_module", "Excel workbooks", "xlsx")
    assert "annotator-tui[xlsx]" in (told.value.hint or "")
