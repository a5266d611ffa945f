"""The blocks above the body: headline, standfirst, bylines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.model.article import Kind
from annotator.readers.kinds.bio import author_bio
from annotator.readers.kinds.labels import date_line, is_role, is_section_label, may_be_label
from annotator.readers.kinds.phrases import author_of
from annotator.readers.kinds.shape import (
    DECORATION,
    Proposal,
    ends_sentence,
    has_dateline,
    is_bulleted,
    is_name_like,
    is_title_case,
    is_title_like,
    last_character,
    word_count,
)

Found = list[Proposal | None]
"""What is proposed for each block so far."""

_REACH = 14
_SHORTEST_BIO = 30
_LONG = 230
_VERY_LONG = 600
_LONG_WORDS = 45
_FIRST_PERSON = ("I ", "I’", "I'", "We ", "My ", "Our ", "Ich ", "Wir ", "Je ", "Nous ")

_HEADLINE = Proposal(Kind.HEADLINE, "opens the article as a headline: short, without a full stop")
_HEADLINE_STOPPED = Proposal(Kind.HEADLINE, "opens the article and stands above the byline")
_SUBHEADING = Proposal(Kind.HEADLINE, "a short line right above the body")
_HEADLINE_AGAIN = Proposal(Kind.BOILERPLATE, "repeats the headline")
_SECTION = Proposal(Kind.BYLINE, "names the section")
_KICKER = Proposal(Kind.BYLINE, "a label above the headline")
_NAME_ABOVE = Proposal(Kind.BYLINE, "a name above the headline that stands below it again")
_NAME = Proposal(Kind.BYLINE, "a name or label below the headline")
_ROLE = Proposal(Kind.BYLINE, "says who the author is to the paper")
_ABOVE_BYLINE = Proposal(Kind.STANDFIRST, "stands between headline and byline")
_SUMMARY = Proposal(Kind.STANDFIRST, "sums up below the headline, set off from the body")
_LINE_BELOW = Proposal(Kind.STANDFIRST, "a line without a full stop below the headline")
_POINTS = Proposal(Kind.STANDFIRST, "a list of points between headline and body")


def mark_head(blocks: Sequence[str], found: Found) -> int:
    """Fill in what stands above the body; returns the index of the body's first block."""
    if len(blocks) == 1:
        return 0
    head = _Head(blocks, found)
    for index in range(head.end):
        if found[index] is None:
            proposal = head.above(index) if head.headline < 0 else head.below(index)
            if proposal is None:
                return index
            found[index] = proposal
            if proposal.kind is Kind.HEADLINE and head.headline < 0:
                head.headline = index
    return head.end


def surnames(blocks: Sequence[str], found: Found, end: int) -> list[str]:
    """The last words of the names that the bylines before `end` give."""
    names: list[str] = []
    for block, proposal in zip(blocks[:end], found, strict=False):
        if proposal and proposal.kind is Kind.BYLINE:
            whole = block if proposal in {_NAME, _NAME_ABOVE} else _name_above_more(block)
            name = author_of(block) or whole
            names += [
                part.split()[-1] for part in name.replace(" and ", ",").split(",") if part.split()
            ]
    return [name for name in names if len(name) > 2]


def _name_above_more(block: str) -> str:
    """A name on the first line of a byline that has the date, say, on the next one."""
    first, line_end, _ = block.partition("\n")
    return first if line_end and is_name_like(first) else ""


class _Head:
    """The blocks above the first long one, and what is known of them so far."""

    def __init__(self, blocks: Sequence[str], found: Found) -> None:
        self.blocks = blocks
        self.found = found
        self.headline = -1
        self.end = self._first_long()

    def _first_long(self) -> int:
        limit = min(len(self.blocks), _REACH)
        for index in range(limit):
            if self.found[index] is None and _is_long(self.blocks[index]):
                return index
        return limit

    def above(self, index: int) -> Proposal | None:
        """What a block is while no headline has been met; None: the body begins."""
        block = self.blocks[index]
        if is_section_label(block):
            return _SECTION
        dated = date_line(block)
        if dated:
            return dated
        if self._is_kicker(index):
            return _KICKER
        if is_name_like(block) and self._names_author(index):
            return _NAME_ABOVE
        if is_title_like(block) and not is_bulleted(block):
            return _HEADLINE
        if word_count(block) <= 16 and (self._byline_follows(index) or is_title_case(block)):
            return _HEADLINE_STOPPED
        return None

    def below(self, index: int) -> Proposal | None:
        """What a block below the headline is; None: the body begins."""
        block = self.blocks[index]
        label = self._label(index)
        if label:
            return label
        if has_dateline(block) or last_character(block) in ":,;":
            return None
        if is_bulleted(block):
            return _POINTS if self.end < len(self.blocks) or self._byline_follows(index) else None
        if is_title_like(block, 40) and not ends_sentence(block):
            return self._line(index)
        if self._byline_follows(index):
            return _ABOVE_BYLINE
        return _SUMMARY if self._is_summary(index) else None

    def _label(self, index: int) -> Proposal | None:
        block = self.blocks[index]
        if _is_same_title(block, self.blocks[self.headline]):
            return _HEADLINE_AGAIN
        if is_section_label(block):
            return _SECTION
        if is_role(block):
            return _ROLE
        return date_line(block) or self._author_bio(index)

    def _author_bio(self, index: int) -> Proposal | None:
        """A biography above the body: of whom a byline names, or with a byline still to come."""
        if len(self.blocks[index]) < _SHORTEST_BIO:
            return None
        names = surnames(self.blocks, self.found, self.end)
        strangers = bool(names) or self._byline_follows(index)
        if not strangers and not self._byline_precedes(index):
            return None
        below = self.blocks[index + 1 :]

        def is_mentioned(surname: str) -> bool:
            return not strangers or any(surname in block for block in below)

        return author_bio(self.blocks[index], names, is_mentioned)

    def _line(self, index: int) -> Proposal | None:
        """A line without a full stop below the headline: a name, a standfirst or a subheading."""
        block = self.blocks[index]
        if is_name_like(block) or (len(block.split()) == 1 and block[:1].isupper()):
            return _NAME
        if self._has_standfirst(index):
            return None if word_count(block) > 12 else _SUBHEADING
        follows, precedes = self._byline_follows(index), self._byline_precedes(index)
        if word_count(block) < 6 and precedes and not follows:
            return _SUBHEADING
        return _LINE_BELOW

    def _is_summary(self, index: int) -> bool:
        """Whether a sentence below the headline is a standfirst rather than the first paragraph.

        A caption or a dateline right after it says so, or a body of much longer paragraphs.
        """
        block = self.blocks[index]
        if block.startswith(_FIRST_PERSON) or word_count(block) > 40:
            return False
        if index + 1 < len(self.blocks) and has_dateline(self.blocks[index + 1]):
            return True
        if self._byline_precedes(index) or self._has_standfirst(index):
            return False
        following = self.found[index + 1] if index + 1 < len(self.found) else None
        if following and following.kind is Kind.CAPTION:
            return True
        lengths = sorted(len(self.blocks[i]) for i in self._undecided(index + 1, index + 9))
        return len(lengths) > 2 and lengths[len(lengths) // 4] > 1.4 * len(block)

    def _is_kicker(self, index: int) -> bool:
        """Whether a short line is a label above the headline that follows it."""
        block = self.blocks[index]
        titles = [self.blocks[i] for i in self._undecided(index + 1, self.end)][:2]
        if not titles or not is_title_like(titles[0], 22) or word_count(titles[0]) < 3:
            return False
        if any(date_line(title) or is_role(title) for title in titles[:1]):
            return False
        count = word_count(block)
        if may_be_label(block):
            return len(block) <= 40
        if block.isupper() and count <= 4 and not titles[0].isupper():
            return not is_name_like(titles[0])
        if count <= 3 and len(titles) == 2 and all(map(_is_plain_title, titles)):
            return _is_plain_title(block, names=True)
        return count <= 5 and ("|" in block or " / " in block or block.endswith(":"))

    def _names_author(self, index: int) -> bool:
        """Whether a name is met again in a byline or at the start of one of the last blocks."""
        name = self.blocks[index].strip(DECORATION)
        if any(name in block[: len(name) + 20] for block in self.blocks[max(self.end, 1) :][-6:]):
            return True
        bylines = zip(self.blocks[: self.end], self.found, strict=False)
        return any(p and p.kind is Kind.BYLINE and name in block for block, p in bylines)

    def _has_standfirst(self, index: int) -> bool:
        return any(proposal and proposal.kind is Kind.STANDFIRST for proposal in self.found[:index])

    def _byline_precedes(self, index: int) -> bool:
        return any(self._is_byline(i) for i in range(max(self.headline, 0) + 1, index))

    def _byline_follows(self, index: int) -> bool:
        """Whether a byline comes before the second sentence; a name counts if it is the first."""
        sentences = 0
        names_count = not self._byline_precedes(index)
        for i in range(index + 1, self.end):
            if self._is_byline(i, names_count and i + 1 < len(self.blocks)):
                return True
            sentences += self.found[i] is None and ends_sentence(self.blocks[i])
            if sentences > 1:
                return False
        return False

    def _is_byline(self, index: int, names_count: bool = True) -> bool:
        proposal, block = self.found[index], self.blocks[index]
        if proposal:
            return proposal.kind is Kind.BYLINE
        if date_line(block):
            return True
        return names_count and (is_role(block) or is_name_like(block))

    def _undecided(self, start: int, end: int) -> Iterator[int]:
        return (i for i in range(start, min(end, len(self.blocks))) if self.found[i] is None)


def _is_plain_title(block: str, names: bool = False) -> bool:
    """Whether a line could be a headline, and is no date, section, role nor (by default) name."""
    if not is_title_like(block) or (is_name_like(block) and not names):
        return False
    return not (date_line(block) or is_section_label(block) or is_role(block))


def _is_same_title(block: str, headline: str) -> bool:
    """Whether a line is the headline, which may have the name of the site behind it."""
    title, headline = block.strip(DECORATION), headline.strip(DECORATION)
    return headline.startswith(title) and headline[len(title) :].lstrip()[:1] in {"", *"|–—-·•:"}


def _is_long(block: str) -> bool:
    return len(block) > _VERY_LONG or (len(block) > _LONG and word_count(block) > _LONG_WORDS)
