"""`annotator agree --data` on workbooks, SPSS files, and tables from other countries."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from annotator.agreement import krippendorff_alpha
from tests.cli.run import run
from tests.shared import SHARED, needs_shared
from tests.tables.sav_file import Column, sav_bytes

TABLE = [
    *(["unit", "ann", "bob"], [1, 1, 1], [2, 2, 2], [3, 3, 2.5]),
    *([4, None, 2], [5, 1, 1], [6, 3, 3]),
]
ANN, BOB = [1.0, 2, 3, None, 1, 3], [1.0, 2, 2.5, 2, 1, 3]


def workbook(*rows: list[Any]) -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    assert book.active
    for row in rows:
        book.active.append(row)
    book.create_sheet("other").append(["coder"])
    book.save(stream)
    return stream.getvalue()


def write(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def alpha(*arguments: str | Path) -> float:
    finished = run("agree", "--json", "--ci", "none", *arguments)
    assert finished.exit_code == 0, finished.err
    (row,) = finished.json()["rows"]
    return float(row["coefficients"][0]["value"])


def test_a_workbook_gives_the_figures_of_the_same_csv(tmp_path: Path) -> None:
    lines = (",".join("" if cell is None else str(cell) for cell in row) for row in TABLE)
    of_csv = write(tmp_path / "a.csv", "\n".join(lines))
    of_book = write(tmp_path / "a.csv.bak", workbook(*TABLE))
    for level in ("nominal", "ordinal", "interval", "ratio"):
        assert alpha("--data", of_csv, "--level", level) == alpha(
            "--data", of_book, "--level", level
        )
    expected = krippendorff_alpha([ANN, BOB], level="interval").value
    assert alpha("--data", of_book, "--level", "interval") == pytest.approx(expected)
    told = run("agree", "--data", of_book, "--level", "nominal").err
    assert "Sheet “Sheet” is read; there are also “other” (--sheet NAME)." in told
    assert "only one coder" in run(
        "agree", "--data", of_book, "--level", "nominal", "--sheet", "2"
    ).out.replace("\n", " ")


def test_rows_of_a_workbook_are_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", workbook(*TABLE, [7, "much", -1]))
    assert (
        f"{path}:8: “much” is not a number"
        in run("agree", "--data", path, "--level", "interval").err
    )
    refused = run("agree", "--data", path, "--level", "ratio")
    assert refused.exit_code == 3
    assert f"{path}:8: “-1” is negative, and ratio data have a true zero" in refused.err


def test_an_spss_file_with_labels(tmp_path: Path) -> None:
    labels = {1.0: "for", 2.0: "against"}
    path = write(
        tmp_path / "a.sav",
        sav_bytes(
            Column("year", [2020, 2021, 2021, 2022]),
            Column("ann", [1, 2, 1, 9], labels, missing=[9]),
            Column("bob", [1, 2, 2, 1]),
        ),
    )
    chosen = ("agree", "--data", path, "--coder", "ANN", "--coder", "BOB")
    named = run(*chosen, "--level", "nominal", "--json")
    (row,) = named.json()["rows"]
    assert row["margins"]["ANN"] == {"for": 2, "against": 1}
    assert row["n_units"] == 3
    assert "Declared missing in the file, and so taken: ANN 9." in named.err
    (numbers,) = run(*chosen, "--level", "interval", "--json").json()["rows"]
    assert numbers["margins"]["BOB"] == {"1": 2, "2": 2}
    ordered = run(*chosen, "--level", "ordinal", "--order", "against,for")
    assert ordered.exit_code == 0, ordered.err
    assert "There is no coder “eve”" in run(*chosen, "--coder", "eve", "--level", "nominal").err


def test_labels_that_differ_leave_numbers(tmp_path: Path) -> None:
    columns = (Column("ann", [1, 2, 1], {1: "for"}), Column("bob", [1, 2, 2], {1: "no"}))
    path = write(tmp_path / "a.sav", sav_bytes(*columns))
    finished = run("agree", "--data", path, "--level", "nominal", "--json")
    assert finished.json()["rows"][0]["margins"]["BOB"] == {"1": 1, "2": 2}
    assert "Numbers are compared, not labels, which differ: ANN, BOB." in finished.err


def test_a_long_spss_file(tmp_path: Path) -> None:
    coders = {1.0: "ana", 2.0: "ben"}
    path = write(
        tmp_path / "a.sav",
        sav_bytes(
            Column("unit", [1, 1, 2, 2]),
            Column("who", [1, 2, 1, 2], coders),
            Column("code", [1, 1, 2, 1], {1: "for", 2: "against"}),
        ),
    )
    chosen = ("agree", "--data", path, "--level", "nominal", "--long", "UNIT,WHO,CODE")
    (row,) = run(*chosen, "--json").json()["rows"]
    assert row["margins"] == {"ana": {"against": 1, "for": 1}, "ben": {"against": 0, "for": 2}}


@needs_shared
def test_a_file_of_spss_itself() -> None:
    path = SHARED / "files" / "other" / "sample_missing.sav"
    chosen = ("agree", "--data", path, "--coder", "mylabl", "--coder", "myord")
    (row,) = run(*chosen, "--level", "ordinal", "--json").json()["rows"]
    assert (row["n_units"], row["coders"]) == (5, ["mylabl", "myord"])
    refused = run("agree", "--data", path, "--level", "ratio")
    assert ":1: “a” is not a number" in refused.err


@pytest.mark.parametrize(
    "text",
    [
        "unit;ann;bob\n1;1,5;1,5\n2;2;3,25\n3;,5;0,5\n",
        "unit\tann\tbob\n1\t1,5\t1,5\n2\t2\t3,25\n3\t0,5\t0,5\n",
        'unit,ann,bob\n1,"1,5","1,5"\n2,2,"3,25"\n3,"0,5","0,5"\n',
        "1,5;1,5\n2;3,25\n0,5;0,5\n",
    ],
)
def test_decimal_commas(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "a.csv", text)
    expected = krippendorff_alpha([[1.5, 2, 0.5], [1.5, 3.25, 0.5]], level="interval").value
    assert alpha("--data", path, "--level", "interval") == pytest.approx(expected)
    assert (
        "Commas are read as decimal points."
        in run("agree", "--data", path, "--level", "interval").err
    )


@pytest.mark.parametrize("cells", ["1,234;2\n2;2", "1,5;1.5\n2;2", "1,2,3;2\n2;2"])
def test_commas_that_may_mean_something_else(tmp_path: Path, cells: str) -> None:
    path = write(tmp_path / "a.csv", f"ann;bob\n{cells}\n")
    refused = run("agree", "--data", path, "--level", "interval")
    assert refused.exit_code == 3
    assert f":2: “{cells.partition(';')[0]}” is not a number" in refused.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--sheet", "2"), "only Excel workbooks have sheets"),
        (("--spans", "--coder", "ann"), "--spans takes no --coder."),
    ],
)
def test_options_that_do_not_fit(tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    path = write(tmp_path / "a.csv", "unit,ann,bob\n1,a,a\n")
    level = () if "--spans" in options else ("--level", "nominal")
    assert message in run("agree", "--data", path, *level, *options).err
    assert "--sheet needs --data FILE." in run("agree", "--sheet", "1").err


def test_spans_in_a_workbook(tmp_path: Path) -> None:
    head = ["coder", "article", "start", "end", "label", "length"]
    rows = [["ann", "x", 0, 10, "us", 100], ["bob", "x", 0, 12, "us", 100]]
    finished = run("agree", "--data", write(tmp_path / "s.xlsx", workbook(head, *rows)), "--spans")
    assert finished.exit_code == 0, finished.err
    assert "Sheet “Sheet” is read" in finished.err
    assert "Spans: 2; texts: 1; coders: ann, bob." in finished.err
