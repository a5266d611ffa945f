"""A folder as a zip file whose bytes depend on its content alone."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from annotator.safe.zip_member import zip_member


def zip_folder(folder: Path, name: str, stream: BinaryIO) -> None:
    """Write all files of the folder, in the order of their names, below a folder of that name."""
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zip_member(f"{name}/{path.relative_to(folder).as_posix()}")
            with path.open("rb") as file, archive.open(entry, "w", force_zip64=True) as target:
                copyfileobj(file, target)
