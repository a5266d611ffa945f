"""Where an export goes: `-o` names a folder or a file, whose ending may say the format."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from annotator.errors import UsageError

STANDARD_OUTPUT = "-"
_FOLDER = "exports"
_USUAL = "csv"
_ENDINGS = {
    ".csv": (_USUAL, "dna"),
    ".jsonld": ("webannotation",),
    ".md": ("codebook-md",),
    ".html": ("codebook-html",),
} | {
    f".{form}": (form,)
    for form in ("jsonl", "xlsx", "sav", "dta", "parquet", "qdc", "qdpx", "graphml", "gexf")
}  # fmt: skip
_ONE_FILE = frozenset(form for forms in _ENDINGS.values() for form in forms)


def chosen_forms(forms: Sequence[str], output: str | None) -> tuple[str, ...]:
    """The formats, each once; if none was named, that of the file's ending, else CSV.

    Raises UsageError for a file whose ending belongs to another format: programs go by it.
    """
    found = tuple(dict.fromkeys(forms))
    path = Path(output or "")
    named = _ENDINGS.get(path.suffix.casefold(), ()) if is_file(output) else ()
    if not found:
        return named[:1] or (_USUAL,)
    if len(found) > 1 and is_file(output):
        raise UsageError("Several formats need a folder.", hint="Name one with -o FOLDER/.")
    if named and found[0] in _ONE_FILE and found[0] not in named:
        hint = f"Say -f {named[0]}, or name the file after what it will be."
        raise UsageError(f"{path.name} is the name of another format than {found[0]}.", hint=hint)
    return found


def is_file(output: str | None) -> bool:
    """A folder is one that exists, or a name without an ending."""
    if output is None or output.endswith(("/", os.sep)):
        return False
    return output == STANDARD_OUTPUT or (not Path(output).is_dir() and bool(Path(output).suffix))


def target(output: str | None, study_file: Path) -> tuple[Path, str]:
    """The folder, and the name of the file where one was given."""
    if output is None:
        return _from_here(study_file.parent / _FOLDER), ""
    path = Path(output)
    if path.exists() and path.samefile(study_file):
        raise UsageError("That is the study itself.", hint="Name another file with -o.")
    if is_file(output):
        return path.parent, path.name
    if path.is_file():
        raise UsageError(f"{path} is a file.", hint="Name a folder, or a file with an ending.")
    return path, ""


def _from_here(path: Path) -> Path:
    """The path as a person in this folder would write it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
