"""Sentences of a text, as ranges: rules that hold for the languages of newspapers alike.

Of the libraries, syntok cuts at German ordinals ("am 3. März") and before a closing guillemet and
knows no Chinese; pysbd must be told the language and is no longer kept; others fetch models. In
doubt nothing is cut: two sentences in one unit can still be coded, half a sentence cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.readers.kinds.dates import MONTH_NUMBER
from annotator.readers.kinds.words import words
from annotator.readers.paragraphs import Cut, trimmed

_CLOSERS = r"[\"”“’‘'»›)\]]*(?:[\s\u00a0\u202f]?[»›])?"
_END = re.compile(rf"[.!?…]+{_CLOSERS}(?=[\s\u00a0])|[。！？]+[」』”’）]*")
_NEXT = re.compile(r"[\s\u00a0\"“”„‘’'«‹»(\[¿¡–—-]*")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“„«]+$")
_WORD_AFTER = re.compile(r"[\w’'-]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")

_ABBREVIATIONS = words("""
mr mrs ms dr prof st sr jr messrs gen col lt maj capt cmdr adm sgt sen sens rep reps gov pres hon
rev amb vs etc cf ca approx dept univ inst est al ibid jan feb mar apr jun jul aug sep sept oct nov
dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd bros ave blvd
bzw vgl usw evtl ggf inkl sog u.a z.b d.h u.ä bspw nr abs art bd hrsg verf hr fr dipl ing
mme mlle mm me pr av env p pp éd vol ex fig
sra sra srta ud uds dña excmo núm pág
sig sigg dott ing avv prof
dhr mevr drs mr bijv enz o.a blz
янв февр апр авг сент окт нояб дек г гг им т.е т.д т.п ул тыс млн млрд руб стр рис см проф акад гос
""")
_BEFORE_A_NUMBER = words("no nos nr art sec ch chap fig vol pp p pág núm n° bd s st abs")
_ABBREVIATED_ENDS = words("inc corp co ltd etc jr sr al usw enz")
"""These stand at the end of sentences as often as within: the next word decides."""

_BEGINNERS = words("""
the a an he she it they we i you but and so in on at for this that these those there then when while
if as his her its their our my after before yet still now what why how who even once both with
der die das ein eine er sie es wir ich aber und doch im am in auf dann wenn als
le la les un une il elle ils elles on nous mais et dans ce cette ces quand
el los las un una él ella ellos pero y en este esta cuando
""")
_ORDINAL_BEFORE = words("am der den dem des vom zum im beim die das il")


def sentences(text: str, cut: Cut) -> list[Cut]:
    """The sentences within a paragraph, in order; together they hold every visible character."""
    found: list[Cut] = []
    at, end = cut
    for stop in _stops(text, at, end):
        found += trimmed(text, at, stop)
        at = stop
    return found + trimmed(text, at, end)


def _stops(text: str, at: int, end: int) -> Iterator[int]:
    for mark in _END.finditer(text, at, end):
        after = _NEXT.match(text, mark.end(), end)
        following = after.end() if after else mark.end()
        if following < end and _is_end(text, at, mark, following):
            yield mark.end()


def _is_end(text: str, at: int, mark: re.Match[str], following: int) -> bool:
    """Whether a sentence ends with `mark`, where the next word begins at `following`."""
    if text[following].islower():
        return False
    if mark[0][0] != "." or mark[0].startswith(".."):
        return True
    before = _WORD_BEFORE.search(text, max(at, mark.start() - 40), mark.start())
    after = _WORD_AFTER.match(text, following)
    return before is None or _ends(text, before, mark, after[0].lower() if after else "")


def _ends(text: str, before: re.Match[str], mark: re.Match[str], after: str) -> bool:
    word = before[0].lower()
    if len(mark[0]) > 1:  # a quotation or bracket is closed here
        return True
    if word.isdigit():
        return not (len(word) < 3 and _is_ordinal(text, before.start(), after))
    if _INITIALS.fullmatch(word + ".") or word in _ABBREVIATED_ENDS:
        return after in _BEGINNERS
    if word in _BEFORE_A_NUMBER:
        return not after[:1].isdigit() and word not in _ABBREVIATIONS
    return word not in _ABBREVIATIONS and not (len(word) == 1 and word.isalpha())


def _is_ordinal(text: str, start: int, after: str) -> bool:
    """Whether the number at `start` is one as Germans write them: "am 3. März"."""
    before = text[max(0, start - 12) : start].split()
    return after in MONTH_NUMBER or (bool(before) and before[-1].lower() in _ORDINAL_BEFORE)
