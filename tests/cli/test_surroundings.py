"""Where a study lies and what the terminal can do."""

import os
from pathlib import Path

import pytest

from annotator.cli import surroundings
from annotator.cli.surroundings import file_system, look_at_file, look_at_terminal


def levels(findings: object) -> dict[str, str]:
    return {finding.message: finding.level for finding in findings}  # type: ignore[attr-defined]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "study.db"
    path.touch(mode=0o600)
    return path


def test_a_private_file_on_a_local_disk_is_fine(study: Path) -> None:
    assert {finding.level for finding in look_at_file(study)} == {"ok"}


def test_a_file_that_others_can_read_is_a_warning(study: Path) -> None:
    study.chmod(0o644)
    warning = next(finding for finding in look_at_file(study) if finding.level == "warning")
    assert "644" in warning.message
    assert "chmod 600" in warning.hint


@pytest.mark.parametrize("folder", ["Dropbox (Uni)", "OneDrive - Uni", "Nextcloud"])
def test_a_cloud_folder_is_a_warning(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "study.db"
    path.parent.mkdir()
    path.touch(mode=0o600)
    assert any(folder in f.message and f.level == "warning" for f in look_at_file(path))


def test_a_network_drive_is_a_warning(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "file_system", lambda folder: "cifs")
    assert any("cifs" in f.message and f.level == "warning" for f in look_at_file(study))


def test_where_nothing_can_be_written_nobody_can_code(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # root may write whatever the permissions say, and only a mount could keep it from that
    monkeypatch.setattr(surroundings.os, "access", lambda path, mode: False)
    warning = next(finding for finding in look_at_file(study) if finding.level == "warning")
    assert "nobody can code in it here" in warning.message
    assert "annotator backup FILE" in warning.hint


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="Linux only")
def test_the_nearest_mount_decides() -> None:
    assert file_system(Path("/proc/self")) == "proc"


def test_where_the_kind_of_disk_is_not_known_nothing_is_said_of_it(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "file_system", lambda folder: "")
    assert [finding.message for finding in look_at_file(study)] == ["Only you may read the study."]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/Users/ana/peace", "apfs"),
        ("/Volumes/Group (old) drive/peace", "smbfs"),
        ("/Volumes/Group", "apfs"),
    ],
)
def test_what_a_mac_says_of_its_disks(folder: str, kind: str) -> None:
    told = (
        "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)\n"
        "//ana@uni/group on /Volumes/Group (old) drive (smbfs, nodev, nosuid, mounted by ana)\n"
    )
    assert surroundings._holding(Path(folder), surroundings._MOUNT.findall(told)) == kind


def test_no_terminal_is_no_fault() -> None:
    assert [finding.level for finding in look_at_terminal()] == ["ok"]


class Terminal:
    """Standard output as a terminal would be."""

    encoding = "ascii"

    def isatty(self) -> bool:
        return True


def test_a_small_ascii_terminal_gets_two_warnings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setattr(
        surroundings.shutil, "get_terminal_size", lambda: os.terminal_size((100, 20))
    )
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    found = list(look_at_terminal())
    assert [finding.level for finding in found] == ["warning", "ok", "warning"]
    assert "100 x 20" in found[0].message


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"NO_COLOR": "1", "TERM": "xterm"}, "NO_COLOR"),
        ({"TERM": "dumb"}, "--plain"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "all colours"),
        ({"TERM": "linux"}, "16 colours"),
    ],
)
def test_colours(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], said: str) -> None:
    for name in ("NO_COLOR", "TERM", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    finding = surroundings._colours()
    assert said in finding.message + finding.hint


def test_windows_names_no_kind_of_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TERM", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "win32")
    assert surroundings._colours().level == "ok"
