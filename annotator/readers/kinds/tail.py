"""The blocks below the body: biography, notices, lists of other articles."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model.article import Kind
from annotator.readers.kinds.bio import author_bio
from annotator.readers.kinds.head import Found
from annotator.readers.kinds.labels import date_line, is_section_label
from annotator.readers.kinds.lines import LONGEST
from annotator.readers.kinds.phrases import by_opening
from annotator.readers.kinds.shape import (
    Proposal,
    ends_sentence,
    is_bulleted,
    is_name_like,
    is_title_like,
    word_count,
)

_REACH = 60
_LINE = 90
_NOTICES = (
    "not necessarily reflect", "not necessarily represent", "does not work for, consult",
    "author's own", "their own and not", "our newsletter", "terms and conditions apply",
)  # fmt: skip
_LISTED = Proposal(Kind.BOILERPLATE, "stands in the list below the article")
_SECTION = Proposal(Kind.BOILERPLATE, "names a section below the article")
_SIGNED = Proposal(Kind.BYLINE, "a name that signs the article")


def mark_tail(blocks: Sequence[str], found: Found, begin: int, authors: list[str]) -> int:
    """Fill in what stands below the body, which begins at `begin`; returns the index after it."""
    tail = len(blocks)
    undecided: list[int] = []

    def is_mentioned(surname: str) -> bool:
        spoken_of = (block for block in blocks[begin:index] if len(block) > _LINE)
        return any(surname in block for block in spoken_of)

    for index in range(len(blocks) - 1, max(begin, len(blocks) - _REACH) - 1, -1):
        block = blocks[index]
        if found[index] is None:
            found[index] = (
                _notice(block) or author_bio(block, authors, is_mentioned) or _disclaimer(block)
            )
        if found[index] is not None:
            tail = index
        elif is_title_like(block, 20) and (is_name_like(block) or not is_bulleted(block)):
            undecided.append(index)
        else:
            break
    _mark_list(found, tail, undecided)
    return _signature(blocks, found, tail, undecided)


def _notice(block: str) -> Proposal | None:
    if is_section_label(block):
        return _SECTION
    return date_line(block, whole=False) or (by_opening(block) if len(block) > LONGEST else None)


def _disclaimer(block: str) -> Proposal | None:
    """A notice known by words inside it: believed only below the body, and of no biography."""
    lower = block.lower().replace("’", "'")
    found = next((mark for mark in _NOTICES if mark in lower), "")
    return Proposal(Kind.BOILERPLATE, f"says “{found}”") if found else None


def _mark_list(found: Found, tail: int, undecided: list[int]) -> None:
    """Titles among the notices, and names below them, belong to other articles."""
    for index in undecided:
        if index > tail:
            found[index] = _LISTED
    below_notice = False
    for index in range(tail, len(found)):
        proposal = found[index]
        if proposal and proposal.kind is Kind.BYLINE and below_notice:
            found[index] = _LISTED
        below_notice = below_notice or bool(proposal and proposal.kind is Kind.BOILERPLATE)


def _signature(blocks: Sequence[str], found: Found, tail: int, undecided: list[int]) -> int:
    """A name right below the last sentence of the body is a byline, not a subheading."""
    last = tail - 1
    if last in undecided and last > 0 and is_name_like(blocks[last].split("\n")[0], 5):
        before = blocks[last - 1]
        if word_count(blocks[last]) <= 8 and ends_sentence(before):
            found[last] = _SIGNED
            return last
    return tail
