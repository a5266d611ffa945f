"""One file that is to be read: its bytes, and views of them that several readers ask for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from annotator.errors import ReaderError
from annotator.readers.bytesource import load, refusal
from annotator.readers.encoding import Decoded, decode
from annotator.readers.options import AS_FOUND, Options
from annotator.readers.signatures import looks_like

T = TypeVar("T")
_HEAD = 4096


class Source:
    """A file's path (of a member of an archive: archive/member), bytes and reading options.

    `depth` is how many archives it lies in.
    """

    def __init__(
        self, path: Path, content: bytes, options: Options = AS_FOUND, *, depth: int = 0
    ) -> None:
        self.path, self.content, self.options, self.depth = path, content, options, depth
        self._made: dict[Callable[..., Any], Any] = {}

    @classmethod
    def of_file(cls, path: Path, options: Options = AS_FOUND) -> Source:
        """The file at `path`; `ReaderError` if it cannot be opened or is too large."""
        return cls(path, load(path), options)

    @property
    def head(self) -> bytes:
        """The first 4,096 bytes."""
        return self.content[:_HEAD]

    @property
    def ending(self) -> str:
        """The ending of the file's name in lower case, with its dot."""
        return self.path.suffix.lower()

    def once(self, make: Callable[[Source], T]) -> T:
        """What `make` makes of this source; made once, however many readers ask for it."""
        if make not in self._made:
            try:
                self._made[make] = make(self)
            except ReaderError as error:
                self._made[make] = error
        made = self._made[make]
        if isinstance(made, ReaderError):
            raise made
        return cast("T", made)

    def or_none(self, make: Callable[[Source], T]) -> T | None:
        """As `once`, but None where the source does not allow it: for `sniff`."""
        try:
            return self.once(make)
        except ReaderError:
            return None

    def refusal(self, what: str, *, line: int = 0, hint: str = "") -> ReaderError:
        """A `ReaderError` about this file; `what` completes "the file ..."."""
        return refusal(self.path, what, line=line, hint=hint)


def text(source: Source) -> Decoded:
    """The source as text with LF line ends; `ReaderError` if it is none. Use with `once`."""
    seen = looks_like(source.head)
    if seen:
        raise source.refusal(f"is not text: it looks like {seen}")
    return decode(source.path, source.content, source.options.encoding or None)
