"""Files in ZIP archives that are the same on every day and every system."""

from __future__ import annotations

from zipfile import ZIP_DEFLATED, ZipInfo

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date that all of them have."""

_UNIX = 3  # on Windows, ZipFile would say so: other bytes, and nobody would look at the mode


def zip_member(name: str, mode: int = 0o600) -> ZipInfo:
    """A file of that name, to be written into an archive."""
    made = ZipInfo(name, LONG_AGO)
    made.compress_type, made.create_system, made.external_attr = ZIP_DEFLATED, _UNIX, mode << 16
    return made
