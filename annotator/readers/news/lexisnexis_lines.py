"""A document of a LexisNexis text file cut into its parts: header, labelled lines, text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.readers import fields
from annotator.readers.news import labels, values, wrapped
from annotator.readers.news.lexisnexis_header import header, is_centred
from annotator.readers.news.nexis_item import Labelled, Plain
from annotator.readers.paragraphs import WHITE

_LABEL = re.compile(
    r"(?P<label>[^\W\d_][^\W\d_a-zß-öø-ÿ]*(?:[ _-][^\W\d_a-zß-öø-ÿ]+){0,3}) ?:(?P<value>.*)"
)
_FOOTER = re.compile(
    r"-{2,}\s*End of Request|(?:Print|Download|E-?mail) Request:|Druckauftrag", re.IGNORECASE
)
_ABOVE = frozenset({"dateline", "series", "serie", "column", "show", "anchor", "anchors", "guests",
                    "transcript"})  # fmt: skip
"""Fields above the text that are kept by the names of their labels."""

_COPYRIGHT = ("Copyright ", "COPYRIGHT ", "© ")
_MOST_STRANGERS = 3
_MOST_BETWEEN = 12
_SHORT = 120

Lines = Sequence[str]
Part = Plain | Labelled


def is_labelled(line: str) -> bool:
    """Whether the line begins with a label that LexisNexis writes and articles hardly do."""
    match = _label(line)
    return match is not None and labels.is_certain(match["label"])


def parts_of(lines: Lines) -> list[Part]:
    """The parts of a document, in the order in which they are to be read."""
    blocks = list(_blocks(lines))
    begin = next((at for at, block in enumerate(blocks) if _is_head(block)), None)
    if begin is None:
        begin = next((at for at, block in enumerate(blocks) if is_labelled(block[0])), len(blocks))
    body = _begin_of_text(blocks, begin)
    end = next((at for at in range(body, len(blocks)) if _ends_text(blocks, at)), len(blocks))
    text = [line for block in blocks[body:end] for line in ("", *_without_label(block))]
    told = [block for block in blocks[:begin] if _is_above(block)]
    return [
        *header([block for block in blocks[:begin] if block not in told]),
        *_labelled([[line.strip() for line in block] for block in told]),
        *_labelled(blocks[begin:body]),
        Labelled("BODY", wrapped.paragraphs(text)),
        *_labelled(blocks[end:]),
    ]


def _blocks(lines: Lines) -> Iterator[list[str]]:
    """The runs of lines that show something; a label begins a new one."""
    block: list[str] = []
    for line in (line.replace("\f", "").rstrip(WHITE) for line in lines):
        if block and (not line or _begins_block(line) or _is_length(block[0])):
            yield block
            block = []
        if line:
            block.append(line)
    if block:
        yield block


def _begins_block(line: str) -> bool:
    return is_labelled(line) or (is_centred(line) and line.lstrip().startswith(_COPYRIGHT))


def _is_above(block: Lines) -> bool:
    """Whether a broadcast's name or guests stand here, which have a label even above a headline."""
    return _field([block[0].strip()]) in _ABOVE


def _label(line: str) -> re.Match[str] | None:
    match = _LABEL.fullmatch(line)
    return match if match and labels.is_label(match["label"]) else None


def _field(block: Lines) -> str:
    """The field that the label of a block names; "" where it has none that is known."""
    match = _label(block[0])
    return labels.field_of(match["label"]) if match else ""


def _is_length(line: str) -> bool:
    return _field([line]) == fields.WORDS


def _is_head(block: Lines) -> bool:
    match = _label(block[0])
    return match is not None and labels.is_of_head(match["label"])


def _begin_of_text(blocks: Sequence[Lines], begin: int) -> int:
    """Where the text begins: after the labels above it, which LENGTH is nearly always among.

    Before that, a label that nobody knows, or a line that continues one, does not end them.
    """
    found, strangers, any_length = begin, 0, False
    for at in range(begin, len(blocks)):
        name = _field(blocks[at])
        if _is_head(blocks[at]) or name in _ABOVE:
            found = at + 1
            any_length = any_length or name == fields.WORDS
        elif any_length or name == labels.BODY or strangers == _MOST_STRANGERS:
            break
        elif not _LABEL.fullmatch(blocks[at][0]):
            strangers += 1
            if len(wrapped.joined(blocks[at])) > _SHORT:
                break
    return found


def _ends_text(blocks: Sequence[Lines], at: int) -> bool:
    """Whether labels and copyright begin here, below the text."""
    first = blocks[at][0]
    if (is_centred(first) and values.is_copyright(first)) or _FOOTER.match(first.strip()):
        return True
    match = _label(first)
    if match is None or labels.field_of(match["label"]) == labels.BODY:
        return False
    if labels.is_certain(match["label"]) and not labels.is_of_head(match["label"]):
        return True
    return _certain_follows(blocks, at + 1)


def _certain_follows(blocks: Sequence[Lines], at: int) -> bool:
    """Whether a label that is certain, or the copyright, follows; other labels may come before."""
    for block in blocks[at : at + _MOST_BETWEEN]:
        if is_labelled(block[0]) or values.is_copyright(block[0]):
            return True
        if _label(block[0]) is None:
            return False
    return False


def _without_label(block: Lines) -> Lines:
    """The lines of a block of text, without the label that some layouts put before the first."""
    match = _label(block[0])
    if match is None or labels.field_of(match["label"]) != labels.BODY:
        return block
    return [match["value"], *block[1:]]


def _labelled(blocks: Sequence[Lines]) -> Iterator[Part]:
    """Each label with the lines that belong to it: those of later blocks without a label, too."""
    label, value = "", list[str]()
    for block in blocks:
        match = _LABEL.fullmatch(block[0])  # where labels stand, others are labels, too
        if match or values.is_copyright(block[0]):
            if label:
                yield Labelled(label, value)
            label, value = "", []
        if match:
            label = match["label"]
            value = [wrapped.joined([match["value"], *block[1:]])]
        elif values.is_copyright(block[0]):
            yield Plain([wrapped.joined(block)])
        elif label:
            value.append(wrapped.joined(block))
    if label:
        yield Labelled(label, value)
