"""The YAML parser's events -> plain data in which every scalar is text.

Not a YAML loader: `010`, `no` and `1:30` stay what was written, aliases and tags are refused
before anything is built, and depth and number of entries have bounds (the parser is quadratic in
the depth: 20,000 brackets take it a minute).
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from annotator.codebook_file.document import Document, Path, dotted
from annotator.codebook_file.syntax import explain, lines_apart
from annotator.model.problem import Problem

MAX_DEPTH = 64
MAX_NODES = 50_000

_BEGIN = "`annotator codebook new` writes one to start from"

# Faults that the parser meets well after the line where they were made.
_NOTICED_LATE = ("end of stream", "<stream end>", "could not find expected")

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text of a codebook may have, not even written as an escape."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def build(text: str, document: Document) -> None:
    """Fill the document from the text; what is wrong with the writing becomes its problems."""
    _Builder(text, document).build()


class _Refusal(Exception):
    """Ends the reading; the problem is in the document by then."""


@dataclass(slots=True)
class _Container:
    value: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    key_path: Path = ()
    seen_again: bool = False


class _Builder:
    """Turns events into data, one level of nesting on a stack of its own."""

    def __init__(self, text: str, document: Document) -> None:
        self._text = text
        self._document = document
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        self._stack: list[_Container] = []
        self._root: object = None
        self._nodes = 0
        self._documents = 0

    def build(self) -> None:
        try:
            for event in YAML(typ="safe", pure=True).parse(self._text):
                self._take(event)
        except _Refusal:
            return
        except MarkedYAMLError as error:
            self._complain(error)
            return
        except (YAMLError, ValueError, OverflowError) as error:
            self._problem(0, *explain(str(error), ""))
            return
        self._finish()

    def _complain(self, error: MarkedYAMLError) -> None:
        problem = error.problem or ""
        marks = [error.problem_mark, error.context_mark]
        if any(part in problem for part in _NOTICED_LATE):
            marks.reverse()
        line = next((self._line(mark.index) for mark in marks if mark), 0)
        advice = self._line_above(line) if "mapping values" in problem else None
        if advice:
            self._problem(line - 1, *advice)
        else:
            self._problem(line, *explain(problem, error.context or ""))

    def _line_above(self, line: int) -> tuple[str, str] | None:
        lines = self._text.split("\n")[max(line - 2, 0) : line]
        return lines_apart(*lines) if len(lines) == 2 else None

    def _finish(self) -> None:
        if self._root and isinstance(self._root, dict):
            self._document.data = self._root
        else:
            self._problem(1, "The file holds no `name: value` lines.", _BEGIN)

    def _take(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent):
            self._one_document(event)
        elif isinstance(event, NodeEvent):
            self._node(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._place(self._stack.pop().value)

    def _one_document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            line = self._line(event.start_mark.index)
            self._problem(line, "A second document begins here (`---`).", "one codebook per file")
            raise _Refusal

    def _node(self, event: NodeEvent) -> None:
        line = self._line(event.start_mark.index)
        self._refuse_references(event, line)
        self._count(line)
        expects_key = self._stack and isinstance(self._stack[-1].value, dict)
        if expects_key and self._stack[-1].key is None:
            self._name(event, line)
            return
        path = self._path()
        self._document.lines.setdefault(path, line)
        if isinstance(event, MappingStartEvent):
            self._open(_Container({}, path), line)
        elif isinstance(event, SequenceStartEvent):
            self._open(_Container([], path), line)
        elif isinstance(event, ScalarEvent):
            self._place(self._scalar(event, line))
        else:
            self._place(None)

    def _refuse_references(self, event: NodeEvent, line: int) -> None:
        path = dotted(self._path()) if self._stack else ""
        if isinstance(event, AliasEvent):
            self._problem(line, f"`*{event.anchor}` refers to another place.", _WRITE_OUT, path)
        elif event.anchor:
            self._problem(line, f"`&{event.anchor}` marks an anchor.", _WRITE_OUT, path)
        if getattr(event, "tag", None):
            self._problem(line, "A word that begins with `!` is a tag.", "put it in quotes", path)

    def _count(self, line: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._problem(line, f"The file has more than {MAX_NODES:,} entries.")
            raise _Refusal

    def _name(self, event: NodeEvent, line: int) -> None:
        container = self._stack[-1]
        if not isinstance(event, ScalarEvent):
            path = dotted(container.path)
            self._problem(line, "A list or group stands where a name must.", path=path)
            raise _Refusal
        container.key = self._scalar(event, line) or ""
        container.key_path = (*container.path, container.key)
        container.seen_again = container.key in container.value
        if container.seen_again:
            first = self._document.lines[container.key_path]
            self._problem(
                line,
                f"`{container.key}` stands twice; first on line {first}.",
                "keep one",
                dotted(container.key_path),
            )
        self._document.lines.setdefault(container.key_path, line)

    def _open(self, container: _Container, line: int) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._problem(line, f"The file is nested more than {MAX_DEPTH} levels deep.")
            raise _Refusal
        self._stack.append(container)

    def _place(self, value: object) -> None:
        if not self._stack:
            self._root = value
            return
        container = self._stack[-1]
        if isinstance(container.value, list):
            container.value.append(value)
        elif container.key is not None:
            if not container.seen_again:
                container.value[container.key] = value
            container.key = None

    def _path(self) -> Path:
        if not self._stack:
            return ()
        container = self._stack[-1]
        if isinstance(container.value, list):
            return (*container.path, len(container.value))
        return container.key_path if container.key is not None else container.path

    def _scalar(self, event: ScalarEvent, line: int) -> str | None:
        text = _paired(event.value)
        control = CONTROL.search(text)
        if control:  # written as an escape, such as "\x1b": the file itself has none
            message = f"There is a control character (U+{ord(control[0]):04X})."
            self._problem(line, message, path=dotted(self._path()))
            text = CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
        return text or (None if event.style is None else "")

    def _line(self, index: int) -> int:
        return bisect.bisect_left(self._breaks, index) + 1

    def _problem(self, line: int, message: str, hint: str = "", path: str = "") -> None:
        self._document.add(Problem(message, self._document.name, line, path, hint))


def _paired(text: str) -> str:
    """JSON writes characters beyond U+FFFF as two escapes, which YAML does not join."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


_WRITE_OUT = "write the text out, or put it in quotes if it is meant as text"
