"""A stream of text that knows the size and the hash of what went through it."""

from __future__ import annotations

from hashlib import sha256
from io import TextIOBase
from typing import TextIO, cast


class Hashed(TextIOBase):
    """Passes text on to another stream; `bytes` and `sha256` are those of its UTF-8 form."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self.bytes = 0
        self._stream = stream
        self._hash = sha256()

    def write(self, text: str) -> int:
        """Write the text."""
        content = text.encode()
        self.bytes += len(content)
        self._hash.update(content)
        return self._stream.write(text)

    def close(self) -> None:
        """Close the other stream as well."""
        super().close()
        self._stream.close()

    @property
    def sha256(self) -> str:
        """Of everything written so far, in hexadecimal digits."""
        return self._hash.hexdigest()

    @property
    def as_text(self) -> TextIO:
        """Itself, as what the writers of tables expect."""
        return cast("TextIO", self)
