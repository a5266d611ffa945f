"""A compressed file as a stream of what is in it, under caps."""

from __future__ import annotations

import io
import zlib

from annotator.readers.source import Source

MAX_TOTAL = 500_000_000
MAX_RATIO = 200
_SMALL = 5_000_000
"""Below that many bytes, anything may be compressed as well as it likes."""
_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"


class Unpacked(io.RawIOBase):
    """The bytes of a source, unpacked where they are gzip (of one member or many).

    `ReaderError` as soon as more comes out than the caps allow; `zlib.error` and `EOFError` where
    the file is damaged or cut off.
    """

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._at = self._total = 0
        self._packed = source.head.startswith(_GZIP)
        self._member = zlib.decompressobj(31)

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as there is something to fill it with."""
        chunk = self._unpack(len(buffer)) if self._packed else self._copy(len(buffer))
        self._total += len(chunk)
        limit = max(_SMALL, min(MAX_TOTAL, MAX_RATIO * len(self._source.content)))
        if self._total > limit:
            raise self._source.refusal("unpacks to far more than its size: left alone")
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def _copy(self, size: int) -> bytes:
        chunk = self._source.content[self._at : self._at + size]
        self._at += len(chunk)
        return chunk

    def _unpack(self, size: int) -> bytes:
        while True:
            if self._member.eof and not self._next_member():
                return b""
            packed = self._member.unconsumed_tail or self._copy(_CHUNK)
            chunk = self._member.decompress(packed, size)
            if chunk:
                return chunk
            if not packed and not self._member.eof:
                raise EOFError("the last record is cut off")

    def _next_member(self) -> bool:
        """Go to the gzip member that follows; False at the end of the file."""
        rest = self._member.unused_data
        self._at -= len(rest)
        if self._source.content[self._at : self._at + 2] != _GZIP:
            return False
        self._member = zlib.decompressobj(31)
        return True
