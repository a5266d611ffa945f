"""XML that anybody may have written: no document type, no entities, no network, no abyss."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.errors import ReaderError
from annotator.readers.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_DEPTH = 256
MAX_BYTES = 100_000_000

_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def parse(source: Source, content: bytes, what: str = "XML") -> _Element:
    """The root element of `content`; `ReaderError` where it is damaged or could do harm.

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
        raise source.refusal(f"is nested more than {MAX_DEPTH} levels deep ({what})")
    return root


def events(source: Source, content: bytes, what: str = "XML") -> Iterator[tuple[str, _Element]]:
    """Each element twice, as "start" (attributes are known) and "end" (text is, too).

    As `parse`, but the tree is never whole in memory: after its end an element is emptied, so a
    million of them cost no more than one. `ReaderError` may come at any event.
    """
    from lxml import etree

    _refuse_harmful(source, content, what)
    found = etree.iterparse(
        io.BytesIO(content), events=("start", "end"), resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, recover=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    depth = 0
    try:
        for event, element in found:
            depth += 1 if event == "start" else -1
            if depth > MAX_DEPTH:
                raise source.refusal(f"is nested more than {MAX_DEPTH} levels deep ({what})")
            yield event, element
            if event == "end":
                _forget(element)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(source, error, what) from error


def _forget(element: _Element) -> None:
    element.clear(keep_tail=True)
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def _refuse_harmful(source: Source, content: bytes, what: str) -> None:
    if len(content) > MAX_BYTES:
        raise source.refusal(f"holds too much XML: {len(content) / 1e6:,.0f} MB ({what})")
    if _has_doctype(content):
        raise source.refusal(
            f"holds a document type declaration in its XML ({what})",
            hint="such files can attack the reader; no exporter of articles writes them",
        )


def _damaged(source: Source, error: Exception, what: str) -> ReaderError:
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
