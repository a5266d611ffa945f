"""The codebook as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.exporters.pages.outline import Item, Lines, Question, Section
from annotator.terminal import visible

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def page(title: str, stamp: str, sections: Sequence[Section]) -> str:
    """The whole page."""
    lines = [f"# {_plain(title)}", "", f"{_plain(stamp)}."]
    for section in sections:
        lines += ["", f"## {_plain(section.heading)}"]
        for question in section.questions:
            lines += ["", *_question(question)]
    return "\n".join(lines) + "\n"


def _question(one: Question) -> Iterator[str]:
    yield f"### {_plain(one.label)} (`{_bare(one.id)}`)"
    yield ""
    if one.question:
        yield from (f"**{_plain(one.question)}**", "")
    yield f"*{_plain('; '.join(one.facts))}*"
    if one.definition:
        yield from ("", _plain(one.definition))
    if one.lists:
        yield ""
        yield from _lists(one.lists, "")
    if one.codes:
        yield from ("", "Codes:", "")
        yield from _codes(one.codes, "")


def _lists(lists: Sequence[Lines], indent: str) -> Iterator[str]:
    for one in lists:
        if len(one.texts) == 1:
            yield f"{indent}- {one.heading}: {_plain(one.texts[0])}"
        else:
            yield f"{indent}- {one.heading}:"
            yield from (f"{indent}  - {_plain(text)}" for text in one.texts)


def _codes(codes: Sequence[Item], indent: str) -> Iterator[str]:
    for one in codes:
        number = f" = {one.number}" if one.number else ""
        remarks = f" ({_plain('; '.join(one.remarks))})" if one.remarks else ""
        meaning = f": {_plain(one.definition)}" if one.definition else ""
        head = f"`{_bare(one.keys)}` **{_plain(one.label)}** `{_bare(one.id)}`{number}"
        yield f"{indent}- {head}{remarks}{meaning}"
        yield from _lists(one.lists, indent + "  ")
        yield from _codes(one.below, indent + "  ")


def _bare(text: str) -> str:
    """Text between backquotes."""
    return visible(" ".join(text.split())).replace("`", "'")


def _plain(text: str) -> str:
    """One line that is read as it stands, whatever markup it holds."""
    return _MARKUP.sub(r"\\\1", visible(" ".join(text.split())))
