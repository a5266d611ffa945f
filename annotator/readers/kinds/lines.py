"""What a block is by its own words, wherever in the article it stands."""

from __future__ import annotations

import re

from annotator.model.article import Kind
from annotator.readers.kinds.credits import caption
from annotator.readers.kinds.phrases import as_a_whole, by_opening, opening_of
from annotator.readers.kinds.shape import Proposal, ends_statement
from annotator.readers.kinds.words import SHARE_WORDS, words

LONGEST = 360
"""Longer blocks (in characters) are running text, whatever they begin with."""

_LINE = 40
_ADVERTISING_LONGEST = 160
_ADVERTISERS = ("taboola", "outbrain", "sponsored links", "sponsored content", "revcontent")
_NETWORKS = words("share tweet email print facebook twitter whatsapp linkedin reddit pinterest")
_COUNT = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?|\d[\d,.]*\s*[KkMm]?\s*(?:(?:view )?comments?|shares?|likes?|views?|"
    r"replies|kommentare?|commentaires?|comentarios?|commenti|reacties|"
    r"(?:min|mins|minutes?|minuten|minutos?|minuti)\.?"
    r"(?:[ -](?:read|to read|lesezeit|de lecture|de lectura|di lettura|listen))?)",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"[\w &'’.-]{1,30}(?:\s[»›>]\s[\w &'’.-]{1,30})+")

_COUNTED = Proposal(Kind.BOILERPLATE, "counts comments, shares or minutes to read")
_RULE = Proposal(Kind.BOILERPLATE, "has no letter or figure: a rule between parts")
_ADDRESS = Proposal(Kind.BOILERPLATE, "is a web address")
_WAY = Proposal(Kind.BOILERPLATE, "shows the way to the page on the site")
_BUTTONS = Proposal(Kind.BOILERPLATE, "is a bar of buttons")
_RIGHTS = Proposal(Kind.BOILERPLATE, "states the copyright")


def alone(block: str) -> Proposal | None:
    """The kind a block of at most `LONGEST` characters shows by its own words, if any."""
    if len(block) <= _LINE:
        proposal = as_a_whole(opening_of(block)) or _small(block) or _advertising(block)
        if proposal:
            return proposal
    if "://" in block and len(block.split()) < 3:
        return _ADDRESS
    if block[0] in "©ⓒ":
        return caption(block) or _RIGHTS
    return by_opening(block) or caption(block) or _advertising(block)


def _small(block: str) -> Proposal | None:
    """Lines of a few characters: counts, rules, addresses, buttons."""
    if block[0].isdigit() and _COUNT.fullmatch(block):
        return _COUNTED
    if not any(character.isalnum() for character in block):
        return _RULE
    if _TRAIL.fullmatch(block):
        return _WAY
    buttons = block.lower().replace("|", " ").replace(",", " ").replace("/", " ").split()
    if len(buttons) > 1 and not _NETWORKS.isdisjoint(buttons) and SHARE_WORDS.issuperset(buttons):
        return _BUTTONS
    return None


def _advertising(block: str) -> Proposal | None:
    if len(block) < _ADVERTISING_LONGEST:
        lower = block.lower()
        for mark in _ADVERTISERS:
            if mark in lower and not ends_statement(block):
                return Proposal(Kind.BOILERPLATE, f"speaks of “{mark}”")
    rights = "ights " in block or "IGHTS " in block
    return _RIGHTS if rights and "rights reserved" in block.lower() else None
