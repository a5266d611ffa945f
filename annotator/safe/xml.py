"""XML that anybody may have written: no document type, no entities, no network, no abyss."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, cast

from annotator.errors import DataError
from annotator.safe.given import Given

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_DEPTH = 256
MAX_BYTES = 100_000_000

_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def parse(source: Given, content: bytes, what: str = "XML") -> _Element:
    """The root element of `content`; `DataError` where it is damaged or could do harm.

    `what` names the part of the file for the message ("word/document.xml").
    """
    from lxml import etree

    _refuse_harmful(source, content, what)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(source, error, what) from error
    if _depth_exceeds(root, MAX_DEPTH):
        raise _too_deep(source, what)
    return root


class Handler(Protocol):
    """Is told of every element and every stretch of text, in order; names are {namespace}name."""

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        """An element begins."""

    def data(self, text: str, /) -> None:
        """Text; what stands between two tags may come in several stretches."""

    def end(self, name: str, /) -> None:
        """The element ends."""


def stream(source: Given, content: bytes, handler: Handler, what: str = "XML") -> None:
    """As `parse`, but no tree is made: a million elements take no more memory than one."""
    from lxml import etree

    _refuse_harmful(source, content, what)
    guard = _Guard(source, handler, what)
    parser = etree.XMLParser(
        target=cast("Any", guard), resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, recover=False,
    )  # fmt: skip
    try:
        etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(source, error, what) from error


class _Guard:
    """Hands everything on, down to the depth that is allowed."""

    def __init__(self, source: Given, handler: Handler, what: str) -> None:
        self._source, self._handler, self._what = source, handler, what
        self._depth = 0
        self.data = handler.data

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _too_deep(self._source, self._what)
        self._handler.start(name, attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._handler.end(name)

    def close(self) -> None:
        """Called when all is parsed."""


def _refuse_harmful(source: Given, content: bytes, what: str) -> None:
    if len(content) > MAX_BYTES:
        raise source.refusal(f"holds too much XML: {len(content) / 1e6:,.0f} MB ({what})")
    if _has_doctype(content):
        raise source.refusal(
            f"holds a document type declaration in its XML ({what})",
            hint="such files can attack the reader; programs that export texts do not write them",
        )


def _too_deep(source: Given, what: str) -> DataError:
    return source.refusal(f"is nested more than {MAX_DEPTH} levels deep ({what})")


def _damaged(source: Given, error: Exception, what: str) -> DataError:
    line = getattr(error, "lineno", 0) or 0
    return source.refusal(f"is damaged: its XML ({what}) does not parse: {error}", line=line)


def _has_doctype(content: bytes) -> bool:
    """Whether a document type is declared anywhere; a declaration may be in any encoding."""
    for mark, name in _WIDE_MARKS:
        if content.startswith(mark):
            return _DOCTYPE.search(content.decode(name, "replace")) is not None
    zeros = content[:200].count(0)
    encoding = "latin-1" if not zeros else "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
    return _DOCTYPE.search(content.decode(encoding, "replace")) is not None


def _depth_exceeds(root: _Element, limit: int) -> bool:
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return True
    return False
