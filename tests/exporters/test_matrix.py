"""Matrices and the scripts beside them: what these compute is what we compute."""

import csv
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import ReliabilityData
from annotator.exporters.job import Choice, Figure, Matrix, Source
from annotator.exporters.scripts import agreement as script
from annotator.reports.row import Heading, Row, set_row, value_row
from tests.exporters.sample import FIRST, exported, source

RSCRIPT = shutil.which("Rscript")
CODERS = ("ana", "article_id", '=ben, "b"')
needs_r = pytest.mark.skipif(not RSCRIPT, reason="R is not on every machine")

values = st.sampled_from(["us", "dprk", "NA", 'a, "b"', "北京", "cannot_tell", None])
numbers = st.sampled_from([0.0, 1.0, 2.5, 1e6, 1 / 3, None])
sets = st.sampled_from([
    frozenset(), frozenset("a"), frozenset("ab"), frozenset({"a", "us + summit"}), None
])  # fmt: skip


def table_of(cells: st.SearchStrategy[object]) -> st.SearchStrategy[list[list[object]]]:
    return st.lists(st.lists(cells, min_size=3, max_size=3), max_size=12)


def row_of(table: list[list[object]], view: str, level: str) -> Row:
    columns = [list(column) for column in zip(*table, strict=True)] or [[], [], []]
    heading = Heading("tone", view, level=level)
    data = ReliabilityData.of(columns)
    make = set_row if view == "set" else value_row
    return make(heading, CODERS, data, (), [(FIRST, n) for n in range(len(table))])


def given_rows(rows: list[tuple[list[list[object]], Row]]) -> Source:
    matrices, figures = [], []
    for table, row in rows:
        heading = row.heading
        key = ("main", heading.variable, heading.view, heading.code, row.level_of_values, 0)
        found = {c.name: c.value for c in row.coefficients}
        matrices.append(Matrix(*key, CODERS, row.sample.units, table, found))  # type: ignore[arg-type]
        names = ("round", "variable", "view", "code", "level", "depth")
        figures += [
            {**dict(zip(names, key, strict=True)), "coefficient": c, "value": v}
            for c, v in found.items()
        ]
    told: list[Figure] = figures  # type: ignore[assignment]
    return replace(source(), matrices=lambda: matrices, figures=lambda: told)


def study() -> Source:
    """Values, numbers at each level, and sets; some undefined."""
    words = [["us", "us", "dprk"], ["dprk", None, "dprk"], ["NA", "us", "us"], [None, None, "us"]]
    scores = [[0.0, 1.0, 1.0], [2.5, 2.5, None], [1 / 3, 0.0, 1e6], [1.0, None, 1.0]]
    codes = [[frozenset("ab"), frozenset("a"), frozenset("b")],
             [frozenset(), frozenset(), frozenset("c")],
             [frozenset({"us + summit"}), None, frozenset({"us + summit"})]]  # fmt: skip
    two = [[a, b, None] for a, b, _ in words]
    tables = [
        (words, "value", "nominal"), (scores, "value", "ordinal"), (scores, "value", "interval"),
        (scores, "value", "ratio"), (codes, "set", "nominal"), (two, "two", "nominal"),
        ([["us", "us", "us"]], "same", "nominal"), ([], "none", "nominal"),
    ]  # fmt: skip
    return given_rows([(table, row_of(table, view, level)) for table, view, level in tables])  # type: ignore[arg-type]


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=False, timeout=600
    )


def computed(output: str) -> list[list[str]]:
    """The lines about figures."""
    return [line.split("\t") for line in output.splitlines()[1:] if "\t" in line]


def test_python_computes_the_same_figures(tmp_path: Path) -> None:
    exported(tmp_path, "matrix", given=study())
    done = run(sys.executable, tmp_path / "agreement.py")
    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith("All figures are the same.\n")
    assert len(computed(done.stdout)) == 26


@needs_r
def test_r_computes_the_same_figures(tmp_path: Path) -> None:
    exported(tmp_path, "matrix", given=study())
    done = run(str(RSCRIPT), "--vanilla", tmp_path / "agreement.R")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("All figures are the same.\n")
    ours = computed(run(sys.executable, tmp_path / "agreement.py").stdout)
    assert [line[:7] for line in computed(done.stdout)] == [line[:7] for line in ours]


@pytest.mark.parametrize("name", ["agreement.py", pytest.param("agreement.R", marks=needs_r)])
def test_a_figure_that_differs_is_found(tmp_path: Path, name: str) -> None:
    exported(tmp_path, "matrix", given=study())
    path = tmp_path / "matrices" / "001-main-tone-value-nominal.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("dprk", "us", 1), encoding="utf-8")
    done = run(sys.executable if name.endswith("py") else str(RSCRIPT), tmp_path / name)
    assert done.returncode == 1
    assert "figures differ" in done.stdout


@pytest.mark.parametrize("name", ["agreement.py", pytest.param("agreement.R", marks=needs_r)])
def test_a_study_that_one_coder_coded(tmp_path: Path, name: str) -> None:
    exported(tmp_path, "matrix")
    done = run(sys.executable if name.endswith("py") else str(RSCRIPT), tmp_path / name)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "matrices.csv").read_text(encoding="utf-8").count("\n") == 1


@given(table_of(values))
@settings(max_examples=60)
def test_any_values(table: list[list[object]]) -> None:
    row = row_of(table, "value", "nominal")
    ours = {c.name: c.value for c in row.coefficients}
    theirs = dict(script.figures(table, "nominal"))
    assert {name: pytest.approx(theirs[name], abs=1e-9) for name in ours} == ours


@given(table_of(numbers), st.sampled_from(["ordinal", "interval", "ratio"]))
@settings(max_examples=60)
def test_any_numbers(table: list[list[object]], level: str) -> None:
    ours = {c.name: c.value for c in row_of(table, "value", level).coefficients}
    theirs = dict(script.figures(table, level))
    assert {name: pytest.approx(theirs[name], abs=1e-9) for name in ours} == ours


@given(table_of(sets))
@settings(max_examples=60)
def test_any_sets(table: list[list[object]]) -> None:
    ours = {c.name: c.value for c in row_of(table, "set", "nominal").coefficients}
    theirs = dict(script.figures(table, "sets"))
    assert {name: pytest.approx(theirs[name], abs=1e-9) for name in ours} == ours


def test_units_stand_in_rows_and_coders_in_columns(tmp_path: Path) -> None:
    exported(tmp_path, "matrix", given=study())
    with (tmp_path / "matrices" / "001-main-tone-value-nominal.csv").open(newline="") as file:
        header, first, second, *_ = csv.reader(file)
    assert header == ["article_id", "article", "paragraph", *CODERS]
    assert first == [FIRST, "harbour", "0", "us", "us", "dprk"]
    assert second[3:] == ["dprk", "", "dprk"]


def test_numbers_without_a_header(tmp_path: Path) -> None:
    exported(tmp_path, "matrix", given=study())
    text = (tmp_path / "numeric" / "001-main-tone-value-nominal.csv").read_text(encoding="utf-8")
    assert text == "3,3,2\n2,#,2\n1,3,3\n#,#,3\n"
    told = (tmp_path / "numbers.csv").read_text(encoding="utf-8").splitlines()[1:4]
    assert [line.partition(".csv,")[2] for line in told] == ["NA,1", "dprk,2", "us,3"]


def test_a_set_is_told_from_what_is_missing(tmp_path: Path) -> None:
    exported(tmp_path, "matrix", given=study())
    (path,) = (tmp_path / "matrices").glob("*-set-sets.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [line[3:] for line in csv.reader(file)][1:]
    assert rows == [["{a|b}", "{a}", "{b}"], ["{}", "{}", "{c}"],
                    ["{us + summit}", "", "{us + summit}"]]  # fmt: skip


def test_only_the_variables_that_were_asked_for(tmp_path: Path) -> None:
    report = exported(tmp_path, "matrix", Choice(variables=("actor",)), study())
    assert report.rows == {"matrices.csv": 0}


def test_figures_that_the_scripts_leave_out_are_named(tmp_path: Path) -> None:
    more = [{"coefficient": "alpha_tree", "value": 1.0}]
    report = exported(tmp_path, "matrix", given=replace(source(), figures=lambda: more))
    assert list(report.notes) == [
        "kinds of figures are in figures.csv only, not in the scripts: alpha_tree"
    ]
