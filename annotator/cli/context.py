"""What every command needs: the study it works on, and the ways to say and show something."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from annotator.errors import StudyNotFound
from annotator.terminal import visible, visible_block

if TYPE_CHECKING:
    import click

    from annotator.study import Study

Item = TypeVar("Item")

_SQLITE_MAGIC = b"SQLite format 3\x00"
_PATIENCE = 1.0  # seconds without a word from us
_REFRESH = 0.1  # seconds between two drawings of the bar
# The old window of Windows shows the sequence instead of obeying it.
_ERASED = f"\r{'':78}\r" if sys.platform == "win32" else "\r\x1b[K"


def study_path(context: click.Context) -> Path:
    """The study to work on: `-s`, else `$ANNOTATOR_STUDY`, else the one near the current folder."""
    named = context.find_root().params.get("study")
    return named_study(named) if named else nearest_study(Path.cwd())


def named_study(name: str) -> Path:
    """The study file that was named, or the one in the folder that was named."""
    path = Path(name)
    if not path.is_dir():
        return path
    found = _study_in(path)
    if found is None:
        raise StudyNotFound(
            f"The folder {path} holds no study.", hint="`annotator -s FILE ...` names one."
        )
    return found


def nearest_study(folder: Path) -> Path:
    """The one study file in `folder` or the nearest folder above it that has any."""
    for place in (folder, *folder.parents):
        if place != folder and _anyone_may_write(place):
            break  # whatever lies in /tmp is not the study of the folders below it
        if found := _study_in(place):
            return found
    raise StudyNotFound(
        "There is no study in this folder or above it.",
        hint="`annotator init study.db --codebook codebook.yaml` starts one, "
        "`annotator -s FILE ...` names one, `annotator demo` shows one.",
    )


def _study_in(folder: Path) -> Path | None:
    """The one study in a folder. Raises StudyNotFound where there are several."""
    found = sorted(path for path in folder.glob("*.db") if _is_study(path))
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        first = found[0].name if folder == Path.cwd() else found[0]
        raise StudyNotFound(
            f"There is more than one study in {folder}: {names}.",
            hint=f"Say which one: `annotator -s {first} ...`.",
        )
    return found[0] if found else None


def _anyone_may_write(folder: Path) -> bool:
    return os.name == "posix" and bool(folder.stat().st_mode & 0o002)


def _is_study(path: Path) -> bool:
    """Other programs end their files in .db, too; SQLite keeps ours apart at byte 68."""
    from annotator.store.connection import APPLICATION_ID

    try:
        with path.open("rb") as file:
            header = file.read(72)
    except OSError:
        return False
    return header.startswith(_SQLITE_MAGIC) and header[68:] == APPLICATION_ID.to_bytes(4)


def open_study(
    context: click.Context, *, coder: str = "", round: str = "main", read_only: bool = False
) -> Study:
    """Open the study of this command; use it as a context manager."""
    from annotator.study import Study

    return Study.open(study_path(context), coder=coder, round=round, read_only=read_only)


def has_screen() -> bool:
    """Whether screens can be drawn: in and out is a terminal, and one that can place text."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def say(message: str = "") -> None:
    """Print one line for people on standard error, made harmless."""
    print(visible(message), file=sys.stderr)


def show(text: str) -> None:
    """Print one line of data on standard output, made harmless."""
    print(visible(text))


def show_json(value: object) -> None:
    """Print a value as JSON on standard output; what could harm a terminal is escaped."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2)
    safe = visible_block(text)
    if safe != text:
        pairs = zip(text, safe, strict=True)
        text = "".join(was if was == now else json.dumps(was)[1:-1] for was, now in pairs)
    print(text)


def progress(iterable: Iterable[Item], label: str, length: int | None = None) -> Iterator[Item]:
    """Yield the items; where it takes over a second, draw how far it is and the time left.

    Draws on standard error, only when that is a terminal.
    """
    if not sys.stderr.isatty():
        yield from iterable
        return
    start = time.monotonic()
    due = start + _PATIENCE
    try:
        for done, item in enumerate(iterable):
            if time.monotonic() >= due:
                _draw(label, done, length, time.monotonic() - start)
                due = time.monotonic() + _REFRESH
            yield item
    finally:
        if due > start + _PATIENCE:
            print(_ERASED, end="", file=sys.stderr, flush=True)


def clear_progress() -> None:
    """Take away what `progress` drew, before something else is shown on the same terminal."""
    if sys.stderr.isatty():
        print(_ERASED, end="", file=sys.stderr, flush=True)


def _draw(label: str, done: int, length: int | None, seconds: float) -> None:
    text = f"{visible(label)} {done:,}"
    if length and done:
        left = round(seconds / done * (length - done))
        text += f" of {length:,}, {left // 60}:{left % 60:02} left"
    print(f"{_ERASED}{text}", end="", file=sys.stderr, flush=True)
