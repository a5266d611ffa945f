"""SPSS files as tables: numbers and their labels, missing values, files that are none."""

import subprocess
import sys

import pytest

from annotator.errors import AnnotatorError
from annotator.tables import sav_table, table_file
from tests.shared import SHARED, needs_shared
from tests.tables.sav_file import Column, sav_bytes


def test_numbers_texts_labels_and_what_is_declared_missing() -> None:
    table = table_file.read_table(
        sav_bytes(
            Column("unit", ["a", "b", "c"]),
            Column("ann", [1, 2.5, None], {1: "for", 2: "against"}),
            Column("bob", [1, 9, 8], missing=[9]),
        ),
        "ratings.sav",
    )
    assert table.sheet.columns == ["UNIT", "ANN", "BOB"]
    assert [r.cells for r in table.sheet.records] == [
        ["a", "1", "1"],
        ["b", "2.5", ""],
        ["c", "", "8"],
    ]
    assert [record.line for record in table.sheet.records] == [1, 2, 3]
    assert table.labels == {"ANN": {"1": "for", "2": "against"}}
    assert table.assumed == ("Declared missing in the file, and so taken: BOB 9.",)
    assert table.is_named


@needs_shared
def test_files_of_spss_itself() -> None:
    folder = SHARED / "files" / "other"
    table = sav_table.read_sav((folder / "sample_missing.sav").read_bytes(), "s.sav")
    first, *_, last = table.sheet.records
    assert first.cells == ["a", "1.1", "2018-05-06", "2018-05-06 10:10:10", "1", "1", "10:10:10"]
    assert last.cells == [""] * 7
    (said,) = table.assumed
    assert said.endswith("mynum 2000 to 3000, -1; mylabl -1; myord -1, -2, -3.")
    ordered = sav_table.read_sav((folder / "ordered_category.sav").read_bytes(), "o.sav")
    assert [record.cells for record in ordered.sheet.records] == [["1"], ["2"], ["3"], ["2"]]
    assert ordered.labels == {"Col1": {"1": "high", "2": "low", "3": "medium"}}


@pytest.mark.parametrize("length", [4, 100, 180, 250])
def test_a_file_that_was_cut_off(length: int) -> None:
    content = sav_bytes(Column("ann", [1, 2]), Column("bob", [1, 2]))
    assert len(content) > 250
    (problem,) = table_file.read_table(content[:length], "x.sav").sheet.problems
    assert str(problem).startswith("x.sav: the SPSS file cannot be read: ")


def test_more_cells_than_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sav_table, "MOST_CELLS", 5)
    content = sav_bytes(Column("ann", [1, 2, 1]), Column("bob", [1, 2, 2]))
    (problem,) = sav_table.read_sav(content, "x.sav").sheet.problems
    assert str(problem) == "x.sav: the file is too large: more than 5 cells"


def test_without_pyreadstat_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    with pytest.raises(AnnotatorError) as error:
        sav_table.read_sav(sav_bytes(Column("ann", [1])), "x.sav")
    assert "pyreadstat" in str(error.value)
    assert "pip install 'annotator-tui[spss]'" in error.value.hint


def test_no_other_command_loads_what_only_these_formats_need() -> None:
    program = (
        "import sys, annotator.cli.agree_data, annotator.tables.table_file, annotator.cli.agree;"
        "sys.exit(len({'pyreadstat', 'openpyxl', 'pandas', 'narwhals'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
