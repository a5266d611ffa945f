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
_NOT_YET = object()


class Source:
    """A file's path (of a member of an archive: archive/member), bytes and reading options.

    `depth` is how many archives it lies in, `head` the first 4,096 bytes, `ending` that of the
    file's name in lower case, with its dot.
    """

    def __init__(
        self, path: Path, content: bytes, options: Options = AS_FOUND, *, depth: int = 0
    ) -> None:
        self.path, self.content, self.options, self.depth = path, content, options, depth
        self.head = content[:_HEAD]
        self.ending = path.suffix.lower()
        self._made: dict[Callable[..., Any], Any] = {}

    @classmethod
    def of_file(cls, path: Path, options: Options = AS_FOUND) -> Source:
        """The file at `path`; `ReaderError` if it cannot be opened or is too large."""
        return cls(path, load(path), options)

    def once(self, make: Callable[[Source], T]) -> T:
        """What `make` makes of this source; made once, however many readers ask for it."""
        made = self._made.get(make, _NOT_YET)
        if made is _NOT_YET:
            made = self._outcome(make)
        if isinstance(made, ReaderError):
            raise made
        return cast("T", made)

    def or_none(self, make: Callable[[Source], T]) -> T | None:
        """As `once`, but None where the source does not allow it: for `sniff`."""
        made = self._made.get(make, _NOT_YET)
        if made is _NOT_YET:
            made = self._outcome(make)
        return None if isinstance(made, ReaderError) else cast("T", made)

    def _outcome(self, make: Callable[[Source], T]) -> T | ReaderError:
        made: T | ReaderError
        try:
            made = make(self)
        except ReaderError as error:
            # The calls that it came through know this source, which would keep itself, and the
            # file with all that was made of it, until Python next looks for such circles.
            made = error.with_traceback(None)
        self._made[make] = made
        return made

    def refusal(self, what: str, *, line: int = 0, hint: str = "") -> ReaderError:
        """A `ReaderError` about this file; `what` completes "the file ..."."""
        return refusal(self.path, what, line=line, hint=hint)


def mentions_documents(source: Source) -> bool:
    """Whether the text, if it is one, has that word, in most languages. Use with `once`.

    Databases count documents or mark their ends, and most other texts do not speak of any.
    """
    made = source.or_none(text)
    return made is not None and (
        "ument" in made.text or ("U" in made.text and "UMENT" in made.text)
    )


def text(source: Source) -> Decoded:
    """The source as text with LF line ends; `ReaderError` if it is none. Use with `once`."""
    seen = looks_like(source.head)
    if seen:
        raise source.refusal(f"is not text: it looks like {seen}")
    return decode(source.path, source.content, source.options.encoding or None)
