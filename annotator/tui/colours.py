"""The colours a person chose, kept for the next time: in a file of their own, not in the study."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_NAMES_ARE_SHORTER = 100


def file_of_choice() -> Path:
    """Where the choice is kept on this computer."""
    from platformdirs import user_config_path

    return user_config_path("annotator", appauthor=False) / "colours"


def chosen(file: Path | None) -> str:
    """The name that was kept; "" where none was, or none can be read."""
    try:
        return file.read_text(encoding="utf-8")[:_NAMES_ARE_SHORTER].strip() if file else ""
    except (OSError, UnicodeDecodeError):
        return ""


def keep(file: Path, name: str) -> None:
    """Keep a name. Where it cannot be written, the choice holds until the program ends."""
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = file.with_name(f".{file.name}.{os.getpid()}")
        partial.touch(mode=0o600)
        partial.write_text(f"{name}\n", encoding="utf-8")
        partial.replace(file)
