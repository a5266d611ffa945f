"""Captions, known by the credit of the photograph or by saying who stands where in it."""

from __future__ import annotations

import re

from annotator.model.article import Kind
from annotator.readers.kinds.shape import Proposal

_CREDITED = Proposal(Kind.CAPTION, "ends with the credit of a photograph")
_PLACED = Proposal(Kind.CAPTION, "says who stands where in a picture")
_PICTURE = Proposal(Kind.CAPTION, "is a picture")
_TWICE = Proposal(Kind.CAPTION, "says the same thing twice, as captions in saved pages do")

_LONGEST_CREDIT = 110
# Searching for an expression is dear, asking for a few letters is cheap: most blocks have none.
_MARKS = (
    "hoto", "HOTO", "Getty", "GETTY", "euters", "REUTERS", "AP", "AFP", "EPA", "redit", "mage:",
    "Pool", "KYODO", "Kyodo", "KCNA", "Yonhap", "Xinhua", "Foto", "Bild:", "Shutterstock",
    "llustration", "©", "dpa", "/The ",
)  # fmt: skip
_LOWER = ("dpa", "imago", "alliance")
_STOPS = '.?!”"'

_AGENCY = (
    r"(?:Getty|AFP|AP\b|Reuters|REUTERS|EPA|Associated Press|Agence France|Bloomberg|Xinhua|"
    r"Yonhap|YONHAP|Kyodo|KYODO|KCNA|dpa\b|DPA\b|ANSA|EFE\b|ddp|imago|picture[- ]alliance|"
    r"Shutterstock|iStock|Alamy|ZUMA|Zuma|UPI|TASS|Keystone|Sipa|JIJI|White House|Handout|"
    r"Pool\b|Wikimedia|Unsplash)"
)
_CREDIT_WORD = (
    r"(?:Photo|Photograph|Photographer|Photo credit|Image|Picture|Foto|Bild|Credit|Crédit|"
    r"Illustration|Source|Quelle)s?"
)
_PERSON = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}"
_IN_BRACKETS = re.compile(
    rf"[(\[](?:[^()\[\]]{{0,80}}{_AGENCY}[^()\[\]]{{0,60}}"
    rf"|{_CREDIT_WORD}\b[^()\[\]]{{1,80}}|(?i:file|archive) (?i:photo|picture|image)"
    rf"|{_PERSON}\s?/\s?[A-Z][^()\[\]\d]{{1,60}})[)\]]$"
)
_AT_END = re.compile(
    rf"(?:^|\n|[.!?”\"’)\]]\s*){_CREDIT_WORD}"
    rf"(?: by(?= [^\W\d_a-z])|:|\s?/|…|\.\.\.)\s?\S[^.]{{0,80}}\.?$"
    r"|[.!?”\"’)] Credit [A-Z][^.]{2,80}$"
    rf"|{_AGENCY}(?: Photo| Images)?\s?/\s?[A-Z][^.]{{1,60}}$"
    rf"|/\s?(?:The )?{_AGENCY}(?: Images)?(?: via [A-Z][\w ]+)?\.?$"
    rf"|\bvia {_AGENCY}[^.]{{0,40}}$"
    rf"|[|•·–—-]\s?{_AGENCY}[^.]{{0,30}}$"
    rf"|©\s?[^.]{{0,40}}{_AGENCY}[^.]{{0,30}}$"
    rf"|(?:^|[.!?”\"’)] ){_PERSON}\s?/\s?The [A-Z][^.]{{2,40}}$"
    rf"|\.\s{_AGENCY}(?: Images| Photo)?$"
)
_DOING = r"(?:shak|walk|meet|arriv|pos|attend|speak|wav|smil|sit|stand|look|listen)\w*"
_PLACES = re.compile(
    rf"\((?:L|left|R|right|C)\)(?=.*\b\d|.*\b{_DOING})"
    r"|, (?:second |third |far )?left,? .{0,60}?, (?:second |third |far |at |center )?right\b"
    rf"|, left, (?:and|with|{_DOING})",
    re.DOTALL,
)
_MARKDOWN_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)(?:\s*[*_]?[^\n]{0,200})?")


def caption(block: str) -> Proposal | None:
    """A caption, if a short block shows by its own words that it is one."""
    if "\n" in block and _says_twice(block):
        return _TWICE
    if block[-1] in ")]" and _IN_BRACKETS.search(block):
        return _CREDITED
    if _may_have_credit(block) and _AT_END.search(block):
        return _CREDITED
    if ("(L" in block or ", left" in block or "(left" in block) and _PLACES.search(block):
        return _PLACED
    if block.startswith("![") and _MARKDOWN_PICTURE.fullmatch(block):
        return _PICTURE
    return None


def _may_have_credit(block: str) -> bool:
    end = block[-_LONGEST_CREDIT:]
    if block[-1] in _STOPS:
        return "hoto" in end or "Foto" in end or "redit" in end or "/" in end
    last = end.rsplit(None, 1)[-1]
    return (not last[0].islower() or last in _LOWER) and any(mark in end for mark in _MARKS)


def _says_twice(block: str) -> bool:
    lines = [line.strip() for line in block.split("\n")]
    half = len(lines) // 2
    return len(lines) % 2 == 0 and lines[:half] == lines[half:]
