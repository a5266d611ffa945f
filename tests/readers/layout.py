"""Reads the layouts: articles whose blocks say what a careful reader takes them for."""

import re
from pathlib import Path
from typing import NamedTuple

LAYOUTS = sorted(
    path for path in (Path(__file__).parent / "layouts").iterdir() if path.name != "README.md"
)
_MARK = re.compile(r"^@([a-z_]+)(\?)?\n", re.MULTILINE)


class Block(NamedTuple):
    """A block with the kind a reader gives it; `lenient`: codable will do as well."""

    text: str
    kind: str
    lenient: bool


def blocks_of(path: Path) -> list[Block]:
    """The blocks of a layout file, in order."""
    _, *parts = _MARK.split(path.read_text(encoding="utf-8"))
    return [
        Block(text.strip("\n"), kind, lenient == "?")
        for kind, lenient, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]


def text_of(blocks: list[Block]) -> str:
    """The article as a file would hold it."""
    return "\n\n".join(block.text for block in blocks) + "\n"
