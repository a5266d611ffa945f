"""What goes between the program and the children that read: frames of JSON, checked on arrival.

JSON and not pickle or marshal: a hostile file may have taken a child over, and what the child then
says must be able neither to run code here nor to crash the interpreter.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import chain, count
from operator import le, lt
from typing import IO, Any, NamedTuple, TypeVar, cast

from annotator.model.article import Article, Kind, Paragraph
from annotator.model.problem import Problem
from annotator.readers.found import FileReading
from annotator.readers.options import Options, Segmentation

MAX_FRAME = 1_000_000_000
"""Bytes of one message; no reader finds as much text in a file of the size that is read."""

T = TypeVar("T")
_LENGTH = struct.Struct(">I")
_LOOK = 1 << 20
FAILED = b'{"failed"'
"""How a frame begins that tells of a child's end."""


class Garbled(Exception):
    """A message that no honest child sends. Never shown: the caller says which file it was."""


class Failure(NamedTuple):
    """An exception in a reader that is no refusal: its class, and the line of code it arose in."""

    error: str
    place: str = ""


class Refusal(NamedTuple):
    """A `ReaderError`, taken apart."""

    message: str
    problems: tuple[Problem, ...]
    hint: str = ""


# ------------------------------------------------------------------ frames


def send(stream: IO[bytes], message: Mapping[str, Any]) -> None:
    """Write one message. A file name may hold bytes that are no text (lone surrogates)."""
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":"), check_circular=False)
    frame = body.encode("utf-8", "surrogatepass")
    stream.write(_LENGTH.pack(len(frame)) + frame)
    stream.flush()


class Frames(Iterator[bytes]):
    """The messages that come in on a descriptor, as bytes; ends where the other side has gone.

    Takes all that is there at once: each look costs a wait for the interpreter's lock.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._seen = b""
        self._at = 0

    def __next__(self) -> bytes:
        (length,) = _LENGTH.unpack(self._take(_LENGTH.size))
        if length > MAX_FRAME:
            raise Garbled
        return self._take(length)

    def _take(self, size: int) -> bytes:
        if len(self._seen) - self._at < size:
            self._seen = self._read_on(self._seen[self._at :], size)
            self._at = 0
        self._at += size
        return self._seen[self._at - size : self._at]

    def _read_on(self, rest: bytes, size: int) -> bytes:
        """What was left over, and more, until there are so many bytes."""
        parts, missing = [rest], size - len(rest)
        while missing > 0:
            more = os.read(self._descriptor, max(_LOOK, missing))
            if not more:
                raise StopIteration
            parts.append(more)
            missing -= len(more)
        return b"".join(parts)


def message_in(frame: bytes) -> dict[str, Any]:
    """The message that a frame holds; Garbled where it holds none."""
    try:
        return _of(dict, json.loads(frame.decode("utf-8", "surrogatepass")))
    except (ValueError, RecursionError) as error:
        raise Garbled from error


# ------------------------------------------------------------------ what is to be read


def from_options(options: Options) -> dict[str, Any]:
    """Reading options as plain data."""
    return {**asdict(options), "segmentation": str(options.segmentation)}


def to_options(data: Mapping[str, Any]) -> Options:
    """Reading options out of what `from_options` made."""
    return Options(**{**data, "segmentation": Segmentation(data["segmentation"])})


# ------------------------------------------------------------------ what was read


def from_reading(reading: FileReading) -> dict[str, Any]:
    """The articles of a file as plain data."""
    return {
        "articles": [_from_article(article) for article in reading.articles],
        "format": reading.format,
        "announced": reading.announced,
        "encoding": reading.encoding,
        "encoding_reason": reading.encoding_reason,
        "warnings": _from_problems(reading.warnings),
        "refused": _from_problems(reading.refused),
    }


def to_reading(data: Mapping[str, Any]) -> FileReading:
    """The articles out of what `from_reading` made; Garbled where it cannot have made that."""
    try:
        announced = data["announced"]
        return FileReading(
            [_to_article(one) for one in _of(list, data["articles"])],
            _text(data["format"]),
            None if announced is None else _of(int, announced),
            _text(data["encoding"]), _text(data["encoding_reason"]),
            _to_problems(data["warnings"]), _to_problems(data["refused"]),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise Garbled from error


def from_refusal(refusal: Refusal) -> list[Any]:
    """A refusal as plain data."""
    return [refusal.message, _from_problems(refusal.problems), refusal.hint]


def to_refusal(data: object) -> Refusal:
    """The refusal out of what `from_refusal` made; Garbled where it cannot have made that."""
    try:
        message, problems, hint = _of(list, data)
        return Refusal(_of(str, message), tuple(_to_problems(problems)), _of(str, hint))
    except (TypeError, ValueError) as error:
        raise Garbled from error


def to_failure(data: object) -> Failure:
    """The failure that a child told of; Garbled where none can have told that."""
    try:
        error, place = _of(list, data)
        return Failure(_of(str, error), _of(str, place))
    except (TypeError, ValueError) as error:
        raise Garbled from error


def _from_article(article: Article) -> list[Any]:
    cuts = article.paragraphs
    return [
        article.id, article.name, article.text, article.title, article.author, article.source,
        article.date, article.url, article.sha256, article.encoding,
        [one.start for one in cuts], [one.end for one in cuts], [one.kind for one in cuts],
        [one.reason for one in cuts], dict(article.metadata),
    ]  # fmt: skip


def _to_article(data: object) -> Article:
    *told, starts, ends, kinds, reasons, metadata = _of(list, data)
    id_, name, text, title, author, source, date, url, sha256, encoding = _texts(told)
    if not len(starts) == len(ends) == len(kinds) == len(reasons):
        raise Garbled
    _check_cuts(starts, ends, len(text))
    metadata = _of(dict, metadata)
    _texts([*metadata, *metadata.values()])
    paragraphs = map(
        Paragraph, count(1), starts, ends, map(_KINDS.__getitem__, kinds), _texts(reasons)
    )
    return Article(
        id_, name, text, tuple(paragraphs), title, author, source, date, url, sha256, encoding,
        metadata,
    )  # fmt: skip


_KINDS = {str(kind): kind for kind in Kind}


def _check_cuts(starts: list[int], ends: list[int], length: int) -> None:
    """Garbled unless paragraphs are whole numbers in order and within the text."""
    if set(map(type, chain(starts, ends))) - {int}:
        raise Garbled
    bounds = [0, *chain.from_iterable(zip(starts, ends, strict=True)), length]
    if not all(map(le, bounds, bounds[1:])) or not all(map(lt, starts, ends)):
        raise Garbled


def _from_problems(problems: Iterable[Problem]) -> list[Any]:
    return [[one.message, one.where, one.line, one.path, one.hint] for one in problems]


def _to_problems(data: object) -> list[Problem]:
    return [
        Problem(_of(str, message), _of(str, where), _of(int, line), _of(str, path), _of(str, hint))
        for message, where, line, path, hint in _of(list, data)
    ]


def _of(type_: type[T], value: object) -> T:
    if not isinstance(value, type_):
        raise Garbled
    return value


def _text(value: object) -> str:
    """Text that a study can store."""
    return _texts([value])[0]


def _texts(values: Iterable[object]) -> list[str]:
    """Texts that a study can store."""
    texts = [*values]
    if set(map(type, texts)) - {str}:
        raise Garbled
    together = "".join(cast("list[str]", texts))
    if not together.isascii():
        together.encode()  # raises UnicodeEncodeError, a ValueError, at half a surrogate pair
    return cast("list[str]", texts)
