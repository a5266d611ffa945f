"""Cutting a text into paragraphs: ranges of the text, which itself is never altered."""

from __future__ import annotations

from collections.abc import Sequence

Cut = tuple[int, int]
"""Start and end of a paragraph: code points, 0-based, end-exclusive, without outer white space."""

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
WHITE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + _ZERO_WIDTH
"""White space, and what is as invisible: saved pages have blank lines made of such characters."""

_LINE_ENDS = ("\u2028", "\u2029")
"""Unicode's line ends. They stay in the text; while it is cut, line feeds stand for them. (U+0085
is none here: in articles it is an ellipsis that was read in the wrong encoding.)"""
_AS_LINE_FEEDS = str.maketrans(dict.fromkeys(_LINE_ENDS, "\n"))
_LONGEST_WRAP = 200
_WRAP_WIDTH = 100


def cut(text: str) -> list[Cut]:
    """The paragraphs of `text`: blocks of lines that blank lines separate.

    Hard-wrapped lines of a block stay together. Where there is no blank line at all, or where lines
    are too long to be wrapped, each line is a paragraph. Every visible character is in exactly one.
    """
    text = _with_line_feeds(text)
    blocks = _blocks(text)
    if len(blocks) == 1 and len(blocks[0]) > 1:
        return _without_blank_lines(text, blocks[0])
    cuts: list[Cut] = []
    for block in blocks:
        if len(block) > 1 and _are_paragraphs(block):
            cuts += block
        else:
            cuts.append((block[0][0], block[-1][1]))
    return cuts


def trimmed(text: str, start: int, end: int) -> list[Cut]:
    """The range without its outer white space; nothing if it holds nothing else."""
    inner = text[start:end].strip(WHITE)
    if not inner:
        return []
    start = text.index(inner[0], start)
    return [(start, start + len(inner))]


def lines(text: str, cut: Cut) -> list[Cut]:
    """The lines of a paragraph that show something, trimmed."""
    found: list[Cut] = []
    at = cut[0]
    for line in _with_line_feeds(text[slice(*cut)]).split("\n"):
        found += trimmed(text, at, at + len(line))
        at += len(line) + 1
    return found


def have_line_ends(text: str, cuts: Sequence[Cut]) -> bool:
    """Whether a paragraph is of several lines; quicker than `lines`."""
    ends = ("\n",) if text.isascii() else ("\n", *_LINE_ENDS)
    return any(max([text.find(end, *cut) for cut in cuts], default=-1) >= 0 for end in ends)


def _with_line_feeds(text: str) -> str:
    if text.isascii() or not any(end in text for end in _LINE_ENDS):
        return text
    return text.translate(_AS_LINE_FEEDS)


def _blocks(text: str) -> list[list[Cut]]:
    """The lines that show something, trimmed, in the blocks that blank lines make of them."""
    blocks: list[list[Cut]] = []
    after_blank = True
    position = 0
    for line in text.split("\n"):
        inner = line.strip(WHITE) if line else ""
        if inner:
            start = position + (0 if inner[0] == line[0] else line.index(inner[0]))
            if after_blank:
                blocks.append([(start, start + len(inner))])
                after_blank = False
            else:
                blocks[-1].append((start, start + len(inner)))
        else:
            after_blank = True
        position += len(line) + 1
    return blocks


def _are_paragraphs(block: list[Cut]) -> bool:
    """Whether lines within a block are paragraphs: two or more are longer than anybody wraps."""
    return sum(end - start > _LONGEST_WRAP for start, end in block) > 1


def looks_wrapped(text: str, paragraphs: Sequence[Sequence[Cut]]) -> bool:
    """Whether lines within paragraphs, given by their lines, were cut at a fixed width.

    The last line of a paragraph says nothing; the others must be about as long as the longest of
    all, and most of them stop in mid-sentence.
    """
    inner = [line for lines in paragraphs for line in lines[:-1]]
    return _are_wrapped(text, inner, max((end - start for start, end in inner), default=0))


def _without_blank_lines(text: str, lines: list[Cut]) -> list[Cut]:
    """Each line; where lines look hard-wrapped, a paragraph begins where one is indented."""
    if not _are_wrapped(text, lines, max(end - start for start, end in lines)):
        return lines
    cuts = [lines[0]]
    for start, end in lines[1:]:
        if text[start - 1] in " \t\u3000\xa0":
            cuts.append((start, end))
        else:
            cuts[-1] = (cuts[-1][0], end)
    return cuts


def _are_wrapped(text: str, lines: Sequence[Cut], widest: int) -> bool:
    """Whether most lines are of one width that a typewriter allows and stop in mid-sentence."""
    if len(lines) < 4 or not 40 < widest <= _WRAP_WIDTH:
        return False
    full = sum(end - start > 0.7 * widest for start, end in lines)
    open_ended = sum(text[end - 1] not in '.!?:;…”"»' for _, end in lines)
    return full > 0.6 * len(lines) and open_ended > 0.6 * len(lines)
