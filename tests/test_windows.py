"""The whole path under the rules of Windows: nothing we do depends on what only others allow."""

from pathlib import Path

import pytest

from annotator.cli import main
from annotator.exporters import FORMATS
from tests.small import CODEBOOK
from tests.windows import held_open, windows_rules

__all__ = ["windows_rules"]

pytestmark = pytest.mark.usefixtures("windows_rules")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study made by commands, with an article in it."""
    codebook, article = tmp_path / "codebook.yaml", tmp_path / "ferry.html"
    codebook.write_text(CODEBOOK, encoding="utf-8")
    article.write_text("<p>The ferry was late.</p><p>Nobody knew why.</p>", encoding="utf-8")
    path = tmp_path / "study.db"
    assert main(["init", str(path), "--codebook", str(codebook)]) == 0
    assert main(["-s", str(path), "add", str(article)]) == 0
    return path


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_is_written_and_written_again(form: str, two_coders: Path) -> None:
    for _ in range(2):
        assert main(["-s", str(two_coders), "export", "-f", form]) == 0


def test_work_goes_out_and_comes_back(study: Path, tmp_path: Path) -> None:
    package, table = tmp_path / "ana.db", tmp_path / "ana.csv"
    assert main(["-s", str(study), "pack", "--coder", "ana", "--new", "-o", str(package)]) == 0
    table.write_text("article,paragraph,tone\nferry,1,bad\n", encoding="utf-8")
    assert main(["-s", str(package), "import", str(table), "--coder", "ana"]) == 0
    assert main(["-s", str(study), "merge", str(package)]) == 0
    assert main(["-s", str(study), "backup"]) == 0
    assert main(["-s", str(study), "bundle", "-o", str(tmp_path / "bundle.zip")]) == 0
    assert main(["-s", str(study), "report", "-o", str(tmp_path / "report.html")]) == 0


def test_the_demo_is_made(tmp_path: Path) -> None:
    assert main(["demo", str(tmp_path / "demo"), "--no-open"]) == 0


def test_a_table_open_in_excel_is_named_and_nothing_is_changed(
    two_coders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = two_coders.parent / "exports"
    assert main(["-s", str(two_coders), "export"]) == 0
    before = {file: file.read_bytes() for file in folder.iterdir()}
    capsys.readouterr()
    with held_open(folder / "statements.csv"):
        assert main(["-s", str(two_coders), "export", "--values", "label"]) == 1
    told = capsys.readouterr().err
    assert f"{folder / 'statements.csv'} is open in another program" in told
    assert {file: file.read_bytes() for file in folder.iterdir()} == before
