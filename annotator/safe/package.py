"""Files that are ZIP archives inside: their members, read under caps and never written to disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from annotator.safe.given import Given

MAX_MEMBERS = 10_000
MAX_MEMBER = 100_000_000
MAX_TOTAL = 500_000_000
MAX_RATIO = 200
_SMALL = 1_000_000
"""Below that many bytes a member may be compressed as well as it likes: XML is repetitive."""

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_CHUNK = 1 << 18
_ENCRYPTED = 0x1


class Package:
    """The members of a ZIP archive by name. Every byte that is unpacked counts towards the caps."""

    def __init__(self, source: Given) -> None:
        self._source = source
        self._total = 0
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(source.content))
        except (zipfile.BadZipFile, ValueError, EOFError, LookupError, NotImplementedError, OSError,
                struct.error) as error:  # fmt: skip
            raise source.refusal(f"is a damaged or cut-off ZIP archive: {error}") from error
        infos = self._archive.infolist()
        if len(infos) > MAX_MEMBERS:
            raise source.refusal(f"holds {len(infos):,} files; the limit is {MAX_MEMBERS:,}")
        self._members: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            if info.filename in self._members and not _is_folder(info):
                raise source.refusal(f'holds two files called "{info.filename}"')
            self._members[info.filename] = info

    @property
    def names(self) -> list[str]:
        """The names of the files in it, in the archive's order; folders are left out."""
        return [name for name, info in self._members.items() if not _is_folder(info)]

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def is_link(self, name: str) -> bool:
        """Whether the member is a symbolic link: it names a file of somebody's machine."""
        return (self._members[name].external_attr >> 28) == 0xA

    def read(self, name: str) -> bytes:
        """The member's bytes; `DataError` if it is damaged, encrypted or larger than the caps."""
        info = self._members.get(name)
        if info is None:
            raise self._source.refusal(f"is incomplete: {name} is missing in it")
        if info.flag_bits & _ENCRYPTED:
            raise self._source.refusal(
                "is protected by a password", hint="save it without a password and add that file"
            )
        try:
            return b"".join(self._chunks(info))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError,
                ValueError) as error:  # fmt: skip
            raise self._source.refusal(f"is damaged: {name} in it cannot be read") from error

    def _chunks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        size = 0
        with self._archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                self._total += len(chunk)
                bomb = size > _SMALL and size > MAX_RATIO * max(info.compress_size, 1)
                if bomb or size > MAX_MEMBER or self._total > MAX_TOTAL:
                    raise self._source.refusal(
                        f"unpacks to far more than its size ({info.filename}): left alone"
                    )
                yield chunk


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.filename.endswith("/")  # `info.is_dir` fails on a member without a name


def is_package(source: Given) -> bool:
    """Whether the file begins as a ZIP archive does."""
    return source.content.startswith(_SIGNATURES)


def package(source: Given) -> Package:
    """The source as a package. `DataError` if it is none."""
    if not is_package(source):
        raise source.refusal("is no ZIP archive")
    return Package(source)
