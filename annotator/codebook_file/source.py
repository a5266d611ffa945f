"""The text of a codebook file: is it text at all, how large, how indented?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.codebook_file.document import Document
from annotator.codebook_file.tree import CONTROL, build
from annotator.errors import CodebookError
from annotator.model.problem import Problem

MAX_BYTES = 1_000_000

_TAB = re.compile(r"^ *\t[ \t]*[^\s]", re.MULTILINE)
_TOO_LARGE = f"The file has {{:,}} bytes; a codebook may have {MAX_BYTES:,}."
_SAVE_AS = "open it in a text editor and save it with the encoding UTF-8"


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


def parse(text: str, document: Document) -> None:
    """Read the text into the document; faults of the writing become its problems."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for problem in _unfit(text, document.name):
        document.add(problem)
    if not document.problems:
        build(text, document)


def _refused(name: str, message: str, line: int = 0, hint: str = "") -> CodebookError:
    return CodebookError(f"{name} cannot be read.", [Problem(message, name, line, "", hint)])


def _unfit(text: str, name: str) -> Iterator[Problem]:
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "replace")) > MAX_BYTES:
        yield Problem(_TOO_LARGE.format(len(text)), name)
        return
    for match in CONTROL.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield Problem(f"There is a control character (U+{ord(match[0]):04X}).", name, line)
    for match in _TAB.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield Problem("The line is indented with a tab.", name, line, "", "use spaces")
