"""Recognising the lines that introduce the author."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from annotator.model.article import Kind
from annotator.readers.kinds.shape import Proposal
from annotator.readers.kinds.words import BIO_ROLES, BIO_VERBS, WRITERS

_LOOK_AT = 400
_LONGEST = 1_200
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_JOINT = r"(?:and|y|und|et|de|da|di|del|van|von|der|bin|al|la)"
_NAME = rf"(?P<name>{_CAPITAL}[\w.'’-]*(?: (?:{_CAPITAL}[\w.'’-]*|{_JOINT}))*)"
_VERB = (
    r"(?:has (?:been|served|worked|written|covered|reported|taught)|" + "|".join(BIO_VERBS) + ")"
)
_INTRODUCTION = re.compile(rf"{_NAME}(?: \([^)]*\))?(?:, [^.]{{3,200}}?,)? {_VERB}\b")
_APPOSITION = re.compile(rf"{_NAME}, (?:an?|the|who|former|formerly|ein|une?|el|la)\b")
_THE_WRITER = re.compile(
    r"(?:(?:the|this|our|die|der|la|le|el|il|lo|l['’])\s?)?(?:guest )?"
    rf"(?:{'|'.join(WRITERS)})(?:,? [^.]{{3,120}},)? {_VERB}\b"
    r"|about the (?:author|writer)s?\b|über (?:den autor|die autorin)\b|zum autor\b|zur autorin\b"
    r"|à propos de l['’]auteur|sobre (?:el autor|la autora)\b",
    re.IGNORECASE,
)
_REACH = re.compile(
    r"follow (?:him|her|them|me|@|\w+ \w+ on|the (?:author|writer))|twitter: ?@|@\w+$"
    r"|(?:contact|reach) (?:him|her|them|the (?:author|writer))\b"
    r"|(?:he|she|they) (?:can be reached|tweets?)"
    r"|e-?mail:|e-?mail (?:him|her|them)|[\w.+-]+@[\w-]+\.[\w.]+$|folgen sie (?:ihm|ihr)"
    r"|\w+ \w+ (?:tweets|can be reached)",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\b(?:" + "|".join(BIO_ROLES) + r")\b", re.IGNORECASE)


def author_bio(
    block: str, authors: Iterable[str], is_mentioned: Callable[[str], bool]
) -> Proposal | None:
    """Whether a block beside the body introduces the author, and by what one sees it.

    `authors` are the surnames of the byline; `is_mentioned` tells whether the body speaks of a
    surname: who is spoken of in the article has rarely written it.
    """
    opening = block[:_LOOK_AT].lstrip('*_~#>•·■ —–-“"\n\xa0')
    if _REACH.match(opening):
        return Proposal(Kind.AUTHOR_BIO, "says how to reach the author")
    if len(block) > _LONGEST:
        return None
    if _THE_WRITER.match(opening):
        return Proposal(Kind.AUTHOR_BIO, "introduces the writer")
    found = _INTRODUCTION.match(opening) or _APPOSITION.match(opening)
    if not found:
        return None
    name = found["name"]
    if any(surname in name for surname in authors):
        return Proposal(Kind.AUTHOR_BIO, f"introduces {name}, whom the byline names")
    surname = name.split()[-1]
    if " " not in name or not _ROLE.search(opening) or is_mentioned(surname):
        return None
    return Proposal(Kind.AUTHOR_BIO, "stands outside the body and introduces the author")
