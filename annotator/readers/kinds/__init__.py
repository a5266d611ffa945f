"""Proposing what each paragraph of an article is, with the reason in words.

The rules are those of newspapers in general: what a block says of itself (kinds.lines), what
stands above the body (kinds.head) and below it (kinds.tail), and between paragraphs subheadings and
pull-quotes. Where nothing speaks against it, a block is body: to code an advertisement costs
one key, to miss a paragraph costs data.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model.article import Kind
from annotator.readers.kinds.head import Found, mark_head, surnames
from annotator.readers.kinds.lines import LONGEST, alone
from annotator.readers.kinds.repeats import repeated
from annotator.readers.kinds.shape import (
    Proposal,
    ends_sentence,
    is_bulleted,
    is_title_case,
    is_title_like,
)
from annotator.readers.kinds.tail import mark_tail
from annotator.readers.paragraphs import Cut

BODY = Proposal(Kind.BODY, "running text")

_SUBHEADING = Proposal(Kind.HEADLINE, "a short line without a full stop between paragraphs")
_BETWEEN = Proposal(Kind.BOILERPLATE, "a short line between two notices")
_SUBHEADING_LONGEST = 90
_SERIES = 3
"""So many short questions between paragraphs head them; one or two are the author's rhetoric."""


def propose(text: str, cuts: Sequence[Cut]) -> list[Proposal]:
    """A kind and a reason for every paragraph, in order."""
    if len(cuts) == 1:  # an article cut into nothing, a post: there is nothing it stands beside
        return [BODY]
    blocks = [text[start:end] for start, end in cuts]
    found: Found = [alone(block) if len(block) <= LONGEST else None for block in blocks]
    begin = mark_head(blocks, found)
    end = mark_tail(blocks, found, begin, surnames(blocks, found, begin))
    _mark_between_notices(found, begin, blocks)
    _mark_pull_quotes(text, cuts, found, begin, end)
    _mark_subheadings(blocks, found, begin, end)
    return [proposal or BODY for proposal in found]


def _mark_between_notices(found: Found, begin: int, blocks: Sequence[str]) -> None:
    for index in range(begin + 1, len(found) - 1):
        if found[index] is None and len(blocks[index]) <= _SUBHEADING_LONGEST:
            before, after = found[index - 1], found[index + 1]
            notices = before and after and before.kind is after.kind is Kind.BOILERPLATE
            if notices and is_title_like(blocks[index], 12) and not ends_sentence(blocks[index]):
                found[index] = _BETWEEN


def _mark_subheadings(blocks: Sequence[str], found: Found, begin: int, end: int) -> None:
    short = [
        index
        for index in range(begin, end)
        if found[index] is None and len(blocks[index]) <= _SUBHEADING_LONGEST
    ]
    candidates = {index for index in short if _is_subheading(blocks[index])}
    questions = {index for index in short if blocks[index][-1] == "?"}
    if len(questions) >= _SERIES:
        candidates |= questions
    for index in candidates:
        # Several in a row are a list or verse, and the last block is above nothing.
        alone_there = index - 1 not in candidates and index + 1 not in candidates
        if alone_there and index + 1 < end:
            found[index] = _SUBHEADING


def _is_subheading(block: str) -> bool:
    first = block[0]
    if not is_title_like(block, 12) or first in "“\"'‘„«" or first.islower():
        return False
    if is_bulleted(block):
        return first.isdigit()
    return not ends_sentence(block) or (block[-1] == "?" and is_title_case(block))


def _mark_pull_quotes(text: str, cuts: Sequence[Cut], found: Found, begin: int, end: int) -> None:
    hosts = [proposal is None for proposal in found]
    for index in range(begin, end):
        start, stop = cuts[index]
        if found[index] is None and stop - start <= LONGEST:
            repeat = repeated(text, cuts, index, hosts)
            if repeat:
                found[index] = _pull_quote(repeat.paragraph + 1, repeat.overlap)
                hosts[index] = False


def _pull_quote(number: int, overlap: float) -> Proposal:
    how = "word for word" if overlap >= 0.995 else f"almost word for word (overlap {overlap:.2f})"
    return Proposal(Kind.PULL_QUOTE, f"repeats a sentence of paragraph {number} {how}")
