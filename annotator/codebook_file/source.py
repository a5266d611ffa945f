"""Codebook text -> plain data in which every scalar is text, and the line of everything.

Built from the parser's events, not from a YAML loader: `010`, `no` and `1:30` stay what was
written, aliases and tags are refused before anything is built, and depth and size have bounds.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
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

from annotator.codebook_file.syntax import explain
from annotator.errors import CodebookError
from annotator.model.problem import Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 64
MAX_NODES = 50_000

Path = tuple[str | int, ...]

_TAB = re.compile(r"^ *\t\s*\S", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SHOWN = 60


@dataclass(slots=True)
class Document:
    """What the file says: texts, lists and mappings, with the line (from 1) of every path."""

    name: str
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(self, path: Path, message: str, hint: str = "") -> None:
        """Note a problem at the nearest place that the file has."""
        while path and path not in self.lines:
            path = path[:-1]
        line = self.lines.get(path, 0)
        self.problems.append(Problem(message, self.name, line, dotted(path), hint))


def dotted(path: Path) -> str:
    """A path as people read it: `statement.actor.rules[2]`; list items count from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def decode(content: bytes, *, name: str = "codebook.yaml") -> str:
    """The text of a codebook file. Raises CodebookError when it is too large or not UTF-8."""
    if len(content) > MAX_BYTES:
        raise _refused(name, _TOO_LARGE.format(len(content)))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(name, "The file is UTF-16, not UTF-8.", hint=_SAVE_AS)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refused(name, "The file is not UTF-8 text.", line, _SAVE_AS) from error


def parse(text: str, name: str) -> Document:
    """Read the text; faults of the writing are in `problems` of what is returned."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    document = Document(name)
    document.problems += _unfit(text, name)
    if not document.problems:
        _Builder(text, document).build()
    return document


def _refused(name: str, message: str, line: int = 0, hint: str = "") -> CodebookError:
    return CodebookError(f"{name} cannot be read.", [Problem(message, name, line, "", hint)])


def _unfit(text: str, name: str) -> Iterator[Problem]:
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "replace")) > MAX_BYTES:
        yield Problem(_TOO_LARGE.format(len(text)), name)
        return
    for match in list(_CONTROL.finditer(text))[:_SHOWN]:
        line = text.count("\n", 0, match.start()) + 1
        yield Problem(f"There is a control character (U+{ord(match[0]):04X}).", name, line)
    for match in list(_TAB.finditer(text))[:_SHOWN]:
        line = text.count("\n", 0, match.start()) + 1
        yield Problem("The line is indented with a tab.", name, line, "", "use spaces")


class _Refusal(Exception):  # noqa: N818 - ends the reading, is never seen outside
    pass


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
            mark = error.problem_mark or error.context_mark
            line = self._line(mark.index) if mark else 0
            self._problem(line, *explain(error.problem or "", error.context or ""))
            return
        except (YAMLError, ValueError, OverflowError) as error:
            self._problem(0, *explain(str(error), ""))
            return
        self._finish()

    def _finish(self) -> None:
        if isinstance(self._root, dict):
            self._document.data = self._root
        else:
            self._problem(1, "The file holds no `name: value` lines.", "annotator codebook new")

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
            self._problem(line, "A name must be one word, not a list.", path=dotted(container.path))
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
        text: str = event.value
        control = _CONTROL.search(text)
        if control:  # written as an escape, such as "\x1b": the file itself has none
            message = f"There is a control character (U+{ord(control[0]):04X})."
            self._problem(line, message, path=dotted(self._path()))
        return text or (None if event.style is None else "")

    def _line(self, index: int) -> int:
        return bisect.bisect_left(self._breaks, index) + 1

    def _problem(self, line: int, message: str, hint: str = "", path: str = "") -> None:
        name = self._document.name
        self._document.problems.append(Problem(message, name, line, path, hint))


_TOO_LARGE = f"The file has {{:,}} bytes; a codebook may have {MAX_BYTES:,}."
_SAVE_AS = "open it in a text editor and save it with the encoding UTF-8"
_WRITE_OUT = "write the text out, or put it in quotes if it is meant as text"
