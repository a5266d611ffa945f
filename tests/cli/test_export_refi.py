"""`annotator export -f qdpx -f qdc`: files, what is said, a name of one's own."""

import stat
import zipfile
from pathlib import Path

from tests.cli.run import run
from tests.exporters.refi.schema import check_project


def test_project_and_codebook(two_coders: Path, tmp_path: Path) -> None:
    done = run("-s", two_coders, "export", "-f", "qdpx", "-f", "qdc", "-o", tmp_path / "out")

    assert done.exit_code == 0
    assert "project.qdpx: " in done.err
    assert "statements stand as one selection each" in done.err
    path = tmp_path / "out" / "qdpx" / "project.qdpx"
    with zipfile.ZipFile(path) as archive:
        check_project(archive.read("project.qde"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (tmp_path / "out" / "qdc" / "codebook.qdc").is_file()


def test_a_file_of_any_name(two_coders: Path, tmp_path: Path) -> None:
    named = tmp_path / "mine.qdpx"

    assert run("-s", two_coders, "export", "-f", "qdpx", "-o", named).exit_code == 0
    assert zipfile.is_zipfile(named)


def test_final_values_are_those_of_one_coder(two_coders: Path, tmp_path: Path) -> None:
    named = tmp_path / "mine.qdpx"
    run("-s", two_coders, "export", "-f", "qdpx", "--final", "agreed", "-o", named)

    with zipfile.ZipFile(named) as archive:
        root = check_project(archive.read("project.qde"))
    assert [user.get("name") for user in root.iter("{*}User")] == ["final"]


def test_bytes_do_not_go_to_the_screen(two_coders: Path) -> None:
    done = run("-s", two_coders, "export", "-f", "qdpx", "-o", "-")

    assert (done.exit_code, done.out) == (2, "")
    assert "needs a file" in done.err
