"""What a study and the screens stand on: folder, permissions, terminal. Looks, changes nothing."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

SMALLEST = (80, 24)
"""Columns and lines that the screens are made for."""

_CLOUD_FOLDERS = (
    "dropbox", "onedrive", "icloud", "mobile documents", "google drive", "googledrive",
    "my drive", "nextcloud", "owncloud", "pcloud", "box sync", "sciebo",
)  # fmt: skip
_NETWORK_FILE_SYSTEMS = (
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs", "9p", "fuse.sshfs",
    "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "afpfs", "webdav", "Windows share",
)  # fmt: skip
_MOUNT = re.compile(r"^.* on (/.*) \((\w+)", re.MULTILINE)  # of macOS: DEVICE on FOLDER (TYPE, ...)
_DRIVE_REMOTE = 4  # of Windows


class Finding(NamedTuple):
    """One line of a health check: `level` is ok, warning or problem."""

    level: str
    message: str
    hint: str = ""


def look_at_file(path: Path) -> Iterator[Finding]:
    """Who may read the study, and whether its folder is one in which SQLite is safe."""
    yield _permissions(path)
    folder = path.resolve().parent
    if not (os.access(path, os.W_OK) and os.access(folder, os.W_OK)):
        yield Finding(
            "warning",
            "The study, or the folder it lies in, cannot be written: nobody can code in it here.",
            "`annotator backup FILE` makes a copy to work on, in a folder of your own.",
        )
    cloud = next((part for part in folder.parts if part.lower().startswith(_CLOUD_FOLDERS)), None)
    if cloud:
        yield Finding(
            "warning",
            f"The study lies in a folder that a cloud service copies ({cloud}). Such services copy "
            "files while they are being written, and two computers make two versions.",
            "Keep the study in a plain folder and put copies there: `annotator backup FILE`.",
        )
    system = file_system(folder)
    if system in _NETWORK_FILE_SYSTEMS:
        yield Finding(
            "warning",
            f"The study lies on a network drive ({system}), where file locks often do not hold.",
            "Work on a local copy, and never with two people in one file.",
        )
    elif system and not cloud:
        yield Finding("ok", "The study lies on a local disk.")


def _permissions(path: Path) -> Finding:
    if os.name != "posix":
        return Finding("ok", "Who may read the study is decided by its folder.")
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        return Finding(
            "warning",
            f"Other people on this computer may open the study (mode {mode:03o}).",
            f"`chmod 600 {path}` closes it to them.",
        )
    return Finding("ok", "Only you may read the study.")


def file_system(folder: Path) -> str:
    """The type of the file system a folder is on, as its system names it; empty if unknown."""
    if sys.platform == "win32":
        return _kind_of_drive(folder)
    mounts = Path("/proc/self/mounts")
    if mounts.exists():
        # the kernel writes a space as \040
        lines = (line.split(" ") for line in mounts.read_text(errors="replace").splitlines())
        return _holding(folder, ((line[1].replace("\\040", " "), line[2]) for line in lines))
    if not Path("/sbin/mount").exists():
        return ""
    told = subprocess.run(["/sbin/mount"], capture_output=True, check=False).stdout
    return _holding(folder, _MOUNT.findall(told.decode("utf-8", "replace")))


def _holding(folder: Path, mounted: Iterable[tuple[str, str]]) -> str:
    """Of mount points and their types, the type of the nearest one."""
    holding = [(point, kind) for point, kind in mounted if folder.is_relative_to(point)]
    return max(holding, key=lambda mount: len(Path(mount[0]).parts))[1] if holding else ""


if sys.platform == "win32":

    def _kind_of_drive(folder: Path) -> str:
        from ctypes import windll

        is_remote = windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE
        return "Windows share" if is_remote else "drive"


def look_at_terminal() -> Iterator[Finding]:
    """Size, colours and characters of the terminal."""
    if not sys.stdout.isatty():
        yield Finding("ok", "Output does not go to a terminal, so none was checked.")
        return
    columns, lines = shutil.get_terminal_size()
    if columns < SMALLEST[0] or lines < SMALLEST[1]:
        yield Finding(
            "warning",
            f"The terminal is {columns} x {lines}; the screens are made for 80 x 24 and more.",
            "Make the window larger or the letters smaller.",
        )
    else:
        yield Finding("ok", f"The terminal is {columns} x {lines}.")
    yield _colours()
    if "utf" in (sys.stdout.encoding or "").lower():
        yield Finding("ok", "The terminal is told to expect UTF-8.")
    else:
        yield Finding(
            "warning",
            f"Text goes to the terminal as {sys.stdout.encoding}; many letters will not show.",
            "Set a UTF-8 locale, for example `export LC_ALL=C.UTF-8`.",
        )


def _colours() -> Finding:
    if os.environ.get("NO_COLOR"):
        return Finding("ok", "Colours are off (NO_COLOR).")
    term = os.environ.get("TERM", "")
    if not term and sys.platform == "win32":  # where only other systems' programs set it
        return Finding("ok", "The screens use what colours the window has.")
    if term in ("", "dumb"):
        return Finding(
            "warning",
            f"The terminal calls itself {term or 'nothing'} and cannot draw screens.",
            "`annotator code --plain` works line by line.",
        )
    full = os.environ.get("COLORTERM") in ("truecolor", "24bit")
    count = "all colours" if full else "256 colours" if "256" in term else "16 colours"
    return Finding("ok", f"The terminal ({term}) has {count}.")
