"""exports/sample holds every format, as the program writes it today."""

import re
import runpy
import zipfile
from pathlib import Path
from typing import Any

import pytest

from annotator.exporters import FORMATS

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "exports" / "sample"
MOST_BYTES = 300_000


def files(folder: Path) -> dict[str, Path]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in found}


def content(path: Path) -> Any:
    """What a file says: of those that libraries write, without what depends on their version."""
    if path.suffix in (".sav", ".dta"):
        return statistical(path)
    if path.suffix == ".parquet":
        import pyarrow.parquet

        table = pyarrow.parquet.read_table(path)
        return table.schema.names, table.to_pylist()
    if path.suffix == ".xlsx":
        return sheets(path)
    if path.suffix == ".qdpx":
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    return path.read_bytes()


def statistical(path: Path) -> Any:
    import pyreadstat

    read = pyreadstat.read_sav if path.suffix == ".sav" else pyreadstat.read_dta
    columns, about = read(path, output_format="dict", user_missing=True)
    return ({name: [str(cell) for cell in cells] for name, cells in columns.items()},
            about.column_names_to_labels, about.variable_value_labels)  # fmt: skip


def sheets(path: Path) -> Any:
    import openpyxl

    workbook = openpyxl.load_workbook(path, read_only=True)
    found = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in workbook}
    workbook.close()
    return found


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    script = runpy.run_path(str(ROOT / "docs" / "make_export_samples.py"))
    script["write_samples"](folder)
    return folder


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_sample_is_up_to_date(written: Path, form: str) -> None:
    today, kept = files(written / form), files(SAMPLES / form)
    assert today.keys() == kept.keys(), "type: make samples"
    for name, path in today.items():
        assert content(path) == content(kept[name]), f"{form}/{name}: type: make samples"


def test_there_is_a_sample_of_every_format_and_of_nothing_else() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == set(FORMATS)
    page = (ROOT / "exports" / "README.md").read_text(encoding="utf-8")
    line = re.compile(r"^\| `sample/([a-z-]+)` \|.*\| `-f ([a-z-]+)` \|$", re.MULTILINE)
    listed = line.findall(page)
    assert listed == [(name, name) for name in FORMATS]


def test_the_samples_are_small() -> None:
    assert sum(path.stat().st_size for path in files(SAMPLES).values()) < MOST_BYTES
