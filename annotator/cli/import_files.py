"""Of which kind files are that somebody wants to import, by their content; and reading projects."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from annotator.cli.input_file import MAX_TABLE_BYTES, content
from annotator.errors import CodingsError, UsageError
from annotator.importers import DATABASES, FORMATS, TABLE
from annotator.model.file_name import name_as_text
from annotator.model.problem import Problem

if TYPE_CHECKING:
    from annotator.importers.project import Cutter, Project

_HEAD = 72
_ZIP, _SQLITE = b"PK\x03\x04", b"SQLite format 3\x00"
_DOCUMENTS = (b"{\\rtf", b"%PDF")
_QUALCODER = "data.qda"
_LABEL_STUDIO = "labelstudio"
_MOST_FILES = 50_000
_BRAT = (".ann", ".txt", ".conf")


def kind_of(files: Sequence[Path], said: str = "", *, predictions: bool = False) -> str:
    """The name of the format of these files, which may be said.

    Our own tasks for Label Studio are a table of codings of the study's articles. Raises
    CodingsError for what none can read, UsageError where it has no `predictions`.
    """
    kind = said or _kind_of(files[0])
    if predictions and kind != _LABEL_STUDIO:
        raise UsageError("Only files of Label Studio have predictions: leave --predictions out.")
    return TABLE if kind == _LABEL_STUDIO and _are_own_tasks(files[0]) else kind


def _are_own_tasks(path: Path) -> bool:
    from annotator.importers.labelstudio import own

    try:
        return path.is_file() and own.recognises(json.loads(content(path, MAX_TABLE_BYTES)))
    except (ValueError, RecursionError):
        return False  # the reader says what is wrong


def _kind_of(first: Path) -> str:
    if first.is_dir():
        return _kind_of_folder(first)
    if not first.is_file():
        return TABLE  # a pipe, which can be read only once
    with first.open("rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(_SQLITE):
        return _kind_of_database(first, head)
    if head.startswith(_DOCUMENTS):
        raise refusal(first.name, "is a text, without codings", _added(first))
    if head.startswith(_ZIP):
        return "qdpx" if _is_project_archive(first) else TABLE
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{"):
        return _kind_of_json(first)
    return _kind_of_xml(first) if head.removeprefix(b"\xef\xbb\xbf").startswith(b"<") else TABLE


def _kind_of_folder(folder: Path) -> str:
    if (folder / _QUALCODER).is_file():
        return "qualcoder"
    if next(folder.rglob("*.ann"), None) is not None:
        return "brat"
    what = f"is a folder without {_QUALCODER} (QualCoder) and without .ann files (brat)"
    raise refusal(folder.name or str(folder), what)


def _kind_of_database(path: Path, head: bytes) -> str:
    from annotator.store.connection import APPLICATION_ID
    from annotator.store.foreign import opened

    if head[68:72] == APPLICATION_ID.to_bytes(4):
        hint = f"`annotator merge {path}` brings it into yours"
        raise refusal(path.name, "is a study of annotator", hint)
    with opened(path) as database:
        for name in DATABASES:
            if _module(name).recognises(database):
                return name
    known = ", ".join(FORMATS[name].about for name in DATABASES)
    raise refusal(path.name, "is a database of another program", f"these are read: {known}")


def _is_project_archive(path: Path) -> bool:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive:
            return any(name.casefold().endswith(".qde") for name in archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return path.suffix.casefold() == ".qdpx"  # the reader says what is wrong


def _kind_of_json(path: Path) -> str:
    from annotator.importers import answers, doccano, flat_json, labelstudio
    from annotator.importers.json_values import as_dict

    text = content(path, MAX_TABLE_BYTES).decode("utf-8-sig", "replace")
    try:
        first, _ = json.JSONDecoder().raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        return "labelstudio" if text.lstrip().startswith("[") else "doccano"
    if labelstudio.recognises(first):
        return "labelstudio"
    if answers.recognises(as_dict(first)):
        return TABLE
    if doccano.recognises(as_dict(first)):
        return "doccano"
    if flat_json.recognises(as_dict(first)):
        return TABLE
    what = "is JSON, but no export of Label Studio or doccano, nor rows or answers of a program"
    hint = "Label Studio exports several forms: choose JSON, not JSON-MIN; --format says what it is"
    raise refusal(path.name, what, hint)


def _kind_of_xml(path: Path) -> str:
    text = content(path, MAX_TABLE_BYTES)[:4096]
    if b"<Project" in text:  # it holds its codebook
        return "qdpx"
    codebook = f"`annotator codebook convert {path} codebook.yaml`"
    for start, what, hint in (
        (b"<CodeBook", "is a codebook, without codings", codebook),
        (b"<View", "is an interface of Label Studio, without codings", codebook),
        (b"<stata_dta>", "is a file of Stata", "in Stata: export delimited using table.csv"),
    ):
        if start in text:
            raise refusal(path.name, what, hint)
    what = "is XML or HTML, and no project that can be read"
    raise refusal(path.name, what, _added(path))


def _added(path: Path) -> str:
    return f"a text to be coded is added with `annotator add {path}`"


def read_project(
    name: str, files: Sequence[Path], cut: Cutter, coder: str = "", *, predictions: bool = False
) -> Project:
    """The project in these files; `predictions`: those of Label Studio, too.

    Raises CodingsError, UsageError.
    """
    project = _read(name, files, cut, coder, predictions)
    project.file = name_as_text(Path(project.file).name)
    return project


def _read(name: str, files: Sequence[Path], cut: Cutter, coder: str, predictions: bool) -> Project:
    if len(files) > 1 and name != "doccano":
        raise UsageError(
            "One file at a time.", hint="Only doccano has a file for each coder: name all of them."
        )
    if name in DATABASES:
        return _of_database(name, files[0], cut)
    read, first = _reader(name), files[0]
    if name == "brat":
        return read(_folder(first), first.resolve().name, cut, coder)
    if name == "doccano":
        folder = first.resolve().parent.name
        return read(_coder_files(files, coder), folder if len(files) > 1 else first.stem, cut)
    given = content(first, MAX_TABLE_BYTES)
    if name == _LABEL_STUDIO:
        return read(given, first.name, cut, predictions=predictions)
    return read(given, first.name, cut)


def _of_database(name: str, path: Path, cut: Cutter) -> Project:
    from annotator.store.foreign import opened

    file = path / _QUALCODER if path.is_dir() else path
    with opened(file) as database:
        if not _module(name).recognises(database):
            raise refusal(file.name, f"is not {FORMATS[name].about}")
        if name != "qualcoder":
            return _reader(name)(database, cut)
        folder = path if path.is_dir() else path.resolve().parent
        return _reader(name)(database, cut, folder.name if file.name == _QUALCODER else file.name)


def _module(name: str) -> Any:
    return import_module(FORMATS[name].module)


def _reader(name: str) -> Callable[..., Project]:
    read: Callable[..., Project] = getattr(_module(name), FORMATS[name].reader)
    return read


def _folder(folder: Path) -> Mapping[str, bytes]:
    """The files of a folder of brat and those below it, by their paths in it."""
    found: dict[str, bytes] = {}
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder.", hint="Name the folder with the .ann files.")
    for path in sorted(folder.rglob("*")):
        if path.suffix in _BRAT and path.is_file() and not path.is_symlink():
            if len(found) >= _MOST_FILES:
                raise refusal(folder.name, f"holds more than {_MOST_FILES:,} files")
            # Macs take letters apart (ü is u and two dots); names of coders are taken from here
            name = normalize("NFC", path.relative_to(folder).as_posix())
            found[name] = content(path, MAX_TABLE_BYTES)
    return found


def _coder_files(files: Sequence[Path], coder: str) -> list[Any]:
    from annotator.importers.doccano import CoderFile

    if coder and len(files) > 1:
        hint = "The files are called as their coders: leave --coder out."
        raise UsageError("--coder names one coder, but there are several files.", hint=hint)
    return [
        CoderFile(
            name_as_text(path.name),
            coder or name_as_text(path.stem),
            content(path, MAX_TABLE_BYTES),
        )
        for path in files
    ]


def refusal(name: str, what: str, hint: str = "") -> CodingsError:
    """The error that says one thing about a file."""
    return CodingsError(f"{name} cannot be imported.", [Problem(what, name, hint=hint)])
