"""A table of codings is the same table as CSV, TSV, XLSX, SPSS and Parquet."""

from io import BytesIO
from pathlib import Path

import polars
import pyreadstat
import pytest
from openpyxl import Workbook

from annotator.importers.codings_table import Options, read_table
from annotator.importers.parsed import Parsed
from tests.exporters.sample import CODEBOOK, FIRST, HEADERS

ROWS = [
    ["coder", "article", "paragraph", "tone", "statement", "actor", "stance", "lever"],
    ["ana", "harbour", 2, "good", 1, "us.congress", "support", "relief|summit"],
    ["ana", "harbour", 3, "bad", None, None, None, None],
]


def of_text(delimiter: str) -> bytes:
    lines = [delimiter.join("" if c is None else str(c) for c in row) for row in ROWS]
    return "\n".join(lines).encode()


def xlsx(*, sheet: str = "Sheet") -> bytes:
    book, stream = Workbook(), BytesIO()
    page = book.active
    assert page is not None
    if sheet != "Sheet":
        page.append(["something else"])
        page = book.create_sheet(sheet)
    for row in ROWS:
        page.append(row)
    book.save(stream)
    return stream.getvalue()


def parquet() -> bytes:
    stream = BytesIO()
    frame = polars.DataFrame(ROWS[1:], schema=ROWS[0], orient="row", strict=False)
    levers = polars.col("lever").str.split("|")
    frame.with_columns(levers).write_parquet(stream)
    return stream.getvalue()


def sav(path: Path, **labels: dict[int, str]) -> bytes:
    """Numbers with labels in the place of codes, as an SPSS user would have them."""
    frame = polars.DataFrame(
        {
            "coder": [1, 1], "article": ["harbour", "harbour"], "paragraph": [2, 3],
            "tone": [2, 1], "statement": [1, None], "actor": [7, None], "stance": [1, None],
            "lever": ["relief|summit", None],
        }
    )  # fmt: skip
    told = {"coder": {1: "ana"}, "tone": {1: "Bad", 2: "good"}, "actor": {7: "Congress"},
            "stance": {1: "in favour"}} | labels  # fmt: skip
    pyreadstat.write_sav(frame, path, variable_value_labels=told)
    return path.read_bytes()


def read(content: bytes, **options: str) -> Parsed:
    return read_table(content, "codings", CODEBOOK, HEADERS, Options(**options))


def test_every_format_says_the_same(tmp_path: Path) -> None:
    wanted = read(of_text(","))
    assert wanted.problems == []
    assert [(key.article, key.paragraph) for key in wanted.units] == [(FIRST, 2), (FIRST, 3)]
    for content in (of_text("\t"), of_text(";"), xlsx(), parquet(), sav(tmp_path / "a.sav")):
        found = read(content)
        assert found.problems == []
        assert {key: unit.work for key, unit in found.units.items()} == {
            key: unit.work for key, unit in wanted.units.items()
        }


def test_a_sheet_is_chosen_by_name() -> None:
    assert len(read(xlsx(sheet="Codings"), sheet="Codings").units) == 2
    told = read(xlsx(sheet="Codings"), sheet="Codngs").problems
    assert "there is no sheet" in told[0].message
    others = read(xlsx(sheet="Codings")).warnings
    assert "“Codings”" in others[0].message


def test_a_label_that_is_no_code_stays_a_number(tmp_path: Path) -> None:
    told = read(sav(tmp_path / "a.sav", actor={7: "Nobody"})).problems
    assert [one.message for one in told] == ['actor has no code "7"']


@pytest.mark.parametrize("whole", [xlsx(), parquet()], ids=["xlsx", "parquet"])
def test_damaged_files_are_refused(whole: bytes) -> None:
    for size in range(5, len(whole), len(whole) // 20):
        found = read(whole[:size])
        assert found.problems
        assert not found.units
