"""What a block is by the words it begins with: the phrases of kinds.words, each with its test."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from annotator.model.article import Kind
from annotator.readers.kinds import words as known
from annotator.readers.kinds.dates import date_in, without_date
from annotator.readers.kinds.shape import (
    DECORATION,
    Proposal,
    are_names,
    ends_sentence,
    ends_statement,
    word_count,
)

_OPENING = 64
_BY = re.compile(r"\b(?:by|von|par|por|di) (?:the )?[^\W\d_a-z]")
_WORDS = re.compile(r"[\w-]+:?")
_AFTER_NAMES = re.compile(
    r"\n|[,|•·;:(]| [–—-] |(?<=\w)[–—]|\s(?=\d)|\s(?:for|in|at|is|on)\s", re.IGNORECASE
)


class Phrase(NamedTuple):
    """A phrase, the test a block must pass that begins with it, and what is then proposed."""

    words: str
    fits: Callable[[str, str], bool]
    proposal: Proposal


def opening_of(block: str) -> str:
    """The first words of a block as the phrases are written."""
    text = block[:_OPENING].lstrip(DECORATION).lower().replace("\xa0", " ").replace("\n", " ")
    return text.replace("’", "'").rstrip()


def by_opening(block: str) -> Proposal | None:
    """What the first words of a block, of any length, say it is."""
    # Most blocks begin with a letter and a word that no phrase begins with.
    if block[0].isalpha() and _first_word(block[:_OPENING].lower()) not in _BY_FIRST_WORD:
        return None
    for phrase in _matching(opening_of(block)):
        if phrase.fits(block, phrase.words):
            return phrase.proposal
    return None


def as_a_whole(opening: str) -> Proposal | None:
    """What a short block is that says one of the fixed phrases and no more."""
    return _WHOLE.get(opening.rstrip(" .:!…>()|"))


def author_of(block: str) -> str:
    """The names after "by" in a byline; "" where the block is none."""
    for phrase in _matching(opening_of(block)):
        if phrase.fits is _is_byline and phrase.fits(block, phrase.words):
            return " ".join(_names(block, phrase.words))
    return ""


def _matching(opening: str) -> Iterator[Phrase]:
    for phrase in _BY_FIRST_WORD.get(_first_word(opening), ()):
        if opening.startswith(phrase.words):
            after = opening[len(phrase.words) : len(phrase.words) + 1]
            if not (after.isalpha() and phrase.words[-1].isalnum()):
                yield phrase


def _first_word(text: str) -> str:
    return text.split(None, 1)[0].rstrip(":,.") if text else ""


def _is_anything(_block: str, _phrase: str) -> bool:
    return True


def _is_offer(block: str, _phrase: str) -> bool:
    """Something is offered or asked for: a body may begin with "Join our", too."""
    offer = block.lower()
    return word_count(block) <= 80 and (
        "@" in block or not known.OFFERED.isdisjoint(_WORDS.findall(offer))
    )


def _is_notice(block: str, _phrase: str) -> bool:
    """A remark on the article, its author or the paper."""
    remark = block.lower().replace("’", "'")
    return word_count(block) <= 80 and any(mark in remark for mark in known.NOTICE_MARKS)


def _is_line(block: str, phrase: str) -> bool:
    """A line, no sentence; what follows a colon may be one."""
    if phrase.endswith((":", "(")) or opening_of(block).startswith(phrase + ":"):
        title = block.lstrip(DECORATION)[len(phrase) :].lstrip(": \xa0")
        return word_count(block) <= 40 and not title[:1].islower()
    return word_count(block) <= 20 and not ends_sentence(block)


def _is_teaser(block: str, phrase: str) -> bool:
    following = block.lstrip(DECORATION)[len(phrase) :].split()
    if not following or len(following) > 10 or not _is_line(block, phrase):
        return False
    return following[0][0].isupper() or following[0].lower() in {"this", "our", "the"}


def _is_credit(block: str, phrase: str) -> bool:
    if word_count(block) > 14:
        return False
    following = block[len(phrase) :].split()[:2]
    return bool(_BY.search(block)) or (are_names(following) and not ends_statement(block))


def _is_caption(block: str, phrase: str) -> bool:
    following = block.lstrip(DECORATION)[len(phrase) :].lstrip()
    if phrase.endswith(" by") and following[:1].islower():  # "Photo by photo, ..."
        return False
    return word_count(block) <= 60


def _is_byline(block: str, phrase: str) -> bool:
    first, _, below = block.partition("\n")
    if below and word_count(first) <= 8 and below[0].isupper() and word_count(below) <= 40:
        block = first  # "By Ann Poe", and on the next line who she is
    elif below[:1].islower() and ends_statement(block):  # "By Monday / the talks had ended."
        return False
    words = word_count(block)
    names = _names(block, phrase)
    if words > 30 or not names or len(names) > 10 or not are_names(names):
        return False
    if len(names[0]) > 5 and names[0].endswith("ing"):  # "By Walking Away, ..."
        return False
    return words <= 8 if ends_statement(block) else (len(names) > 1 or words <= 3)


def _names(block: str, phrase: str) -> list[str]:
    """The words after the phrase, up to a comma, a bar, a figure or the end of the line."""
    start = block.lower().replace("’", "'").find(phrase) + len(phrase)
    rest = _AFTER_NAMES.split(block[start:].strip(": \xa0"), maxsplit=1)[0]
    return rest.strip(" .*_").split()


def _is_dated(block: str, phrase: str) -> bool:
    words = word_count(block)
    if words > (12 if ends_statement(block) else 25):
        return False
    if phrase.endswith(":") or words == 1 or date_in(block):
        return True
    left = without_date(block)
    return left is not None and len(left) <= (1 if ends_statement(block) else 4)


def _table() -> dict[str, list[Phrase]]:
    """Every phrase under its first word, longest first."""
    table: dict[str, list[Phrase]] = {}
    for phrases, fits, kind, reason in (
        (known.BOILERPLATE_START, _is_anything, Kind.BOILERPLATE, "begins as notices do"),
        (known.OFFERS, _is_offer, Kind.BOILERPLATE, "offers or asks something"),
        (known.NOTICES, _is_notice, Kind.BOILERPLATE, "is a note on the article"),
        (known.BOILERPLATE_LINE, _is_line, Kind.BOILERPLATE, "leads elsewhere"),
        (known.BOILERPLATE_TEASER, _is_teaser, Kind.BOILERPLATE, "leads elsewhere"),
        (known.CAPTION_START, _is_caption, Kind.CAPTION, "begins as captions do"),
        (known.BYLINE_BEFORE_NAMES, _is_byline, Kind.BYLINE, "names somebody after"),
        (known.BYLINE_LINE, _is_credit, Kind.BYLINE, "credits somebody"),
        (known.BYLINE_BEFORE_DATE, _is_dated, Kind.BYLINE, "says when it appeared"),
    ):
        for words in phrases:
            proposal = Proposal(kind, f"{reason}: “{words.rstrip(':( ')}”")
            table.setdefault(_first_word(words), []).append(Phrase(words, fits, proposal))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return table


_BY_FIRST_WORD = _table()
_WHOLE = dict.fromkeys(
    known.BOILERPLATE_WHOLE,
    Proposal(Kind.BOILERPLATE, "is advertising or navigation and nothing else"),
) | dict.fromkeys(
    known.CREDITS_WHOLE,
    Proposal(Kind.CAPTION, "is the credit of a photograph and nothing else"),
)
