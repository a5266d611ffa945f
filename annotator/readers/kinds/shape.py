"""How a block of text looks: questions about its shape that the rules on kinds are made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.model.article import Kind
from annotator.readers.kinds.words import words


class Proposal(NamedTuple):
    """A kind and, in words, why the program proposes it."""

    kind: Kind
    reason: str


DECORATION = " \t\n\xa0*_~`#>|•·▪■►▶»«›‹→-–—[](){}\"“”„‘’'="
"""What may stand around the words of a line without changing what the line is."""

_CLOSERS = "\"”’'»›)]*_ \t\xa0"
_STOPS = ".。．।۔"
_SENTENCE_ENDS = _STOPS + "!?…！？؟"
_OPEN_ENDS = ",;:、，：；-–—"
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_PARTICLES = words("""
and with for of the at in to und y e et & de da di do dos das del della des du van von vom zu der
den ten ter la le el al bin ibn af av i och og en
""")
_NO_NAMES = words("""
a an the and or but not no why how what when where who which is are was were will can should
after before beyond behind between about against from with without into over under on in at
its their our your his her this that these those more less new next
""")
_NO_FIRST_NAMES = words("der die das ein eine le la les un une el los las una il lo gli")
_BULLET = re.compile(r"(?:[•▪■►▶‣◦·*+–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+")
_DATELINE = re.compile(
    r"[A-Z][A-Za-zÀ-ÿ.'’]+(?:[ ,/-]+[A-Za-zÀ-ÿ.'’]+){0,4}\s*"
    r"(?:\([A-Za-z/ ]{2,25}\)\s*)?(?:—|–|--|-\s|\s-\s)\s*\S"
)


def word_count(text: str) -> int:
    """Number of words; two Chinese or Japanese characters count as one."""
    count = len(text.split())
    if count * 12 > len(text) or text.isascii():  # written with spaces
        return count
    return count + len(_CJK.findall(text)) // 2


def last_character(text: str) -> str:
    """The last character, closing quotation marks and brackets aside; "" if there is none."""
    return text.rstrip(_CLOSERS)[-1:]


def ends_sentence(text: str) -> bool:
    """Whether the text stops as a sentence does."""
    return (last := last_character(text)) != "" and last in _SENTENCE_ENDS


def ends_statement(text: str) -> bool:
    """Whether it stops with a full stop that is not that of initials ("the U.S.")."""
    last = last_character(text)
    return last != "" and last in _STOPS and not _INITIALS.search(text.rstrip(_CLOSERS))


def is_title_like(text: str, words: int = 25) -> bool:
    """Whether a headline could look like this: at most `words` words, and no full stop."""
    if len(text) > 12 * words + 20 or ends_statement(text):
        return False
    return last_character(text) not in _OPEN_ENDS and word_count(text) <= words


def is_title_case(text: str) -> bool:
    """Whether all longer words, and at least three words, begin with a capital."""
    bare = [word.lstrip(DECORATION) for word in text.split()]
    capital = sum(word[:1].isupper() for word in bare)
    return capital >= 3 and all(not word[:1].islower() for word in bare if len(word) > 4)


def is_mostly_capitalised(text: str) -> bool:
    """Whether six in ten words begin with a capital, particles aside."""
    counted = [word for word in text.split() if word.lower() not in _PARTICLES]
    return sum(word[:1].isupper() for word in counted) * 10 >= 6 * len(counted)


def is_name_like(text: str, most: int = 4) -> bool:
    """Whether the text could be a name: two to `most` capitalised words, particles beside them."""
    words = text.strip(DECORATION).split()
    if not 2 <= len(words) <= most + 3 or any(character.isdigit() for character in text):
        return False
    if words[0].lower() in _NO_FIRST_NAMES:
        return False
    capital = 0
    for word in words:
        bare = word.strip(".,")
        if bare[:1].isupper() and bare.lower() not in _NO_NAMES:
            capital += 1
        elif bare not in _PARTICLES:
            return False
    return 2 <= capital <= most and not ends_sentence(text)


def are_names(words: list[str]) -> bool:
    """Whether every word is capitalised or joins names, and one at least is capitalised."""
    capital = False
    for word in words:
        first = word.lstrip("(“\"'")[:1]
        if first.isupper():
            capital = True
        elif word.lower() not in _PARTICLES:
            return False
    return capital


def is_bulleted(text: str) -> bool:
    """Whether the text begins as the item of a list."""
    return _BULLET.match(text) is not None


def has_dateline(text: str) -> bool:
    """Whether the text begins with the place it was written in: "HANOI — ", "SEOUL (AP) -"."""
    found = _DATELINE.match(text[:80])
    return found is not None and text[:3].isupper()
