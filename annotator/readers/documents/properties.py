"""What a document's properties say about it, and what of that may be believed.

Programs fill them in: the title of a template, the name of whoever typed the file, the day it was
saved. None of that is the article's, so author and date of the file are kept under names of their
own; the author is the article's where the text names them, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from annotator.readers import fields
from annotator.readers.dates import iso_date

FILE_AUTHOR, FILE_CREATED = "document_author", "document_created"
"""Metadata of the file, not of the article."""

TITLE, AUTHOR, CREATED, SUBJECT, KEYWORDS, LANGUAGE = (
    "title", "author", "created", "subject", "keywords", "language",
)  # fmt: skip
"""Names of the properties that are looked at; others are left out."""

_NO_TITLE = re.compile(
    r"(untitled|unbenannt|sans titre|sin título|title|titel|(new )?(document|dokument)\s*\d*"
    r"|microsoft (office )?word( - .*)?|powerpoint presentation|about:blank|https?://\S+"
    r"|.*\.(docx?|dotx?|dotm|rtf|odt|pdf|indd|qxd|tmp|html?))",
    re.IGNORECASE | re.DOTALL,
)
_NO_AUTHOR = re.compile(
    r"(python-docx|microsoft.*|user|admin(istrator)?|unknown|author|owner|apache poi|anonymous)",
    re.IGNORECASE,
)
_LONGEST = 300
_HEAD = 3_000


def told(properties: Mapping[str, str], text: str) -> dict[str, str]:
    """The properties as fields of the article that has this text."""
    clean = {key: " ".join(value.split()) for key, value in properties.items()}
    title, author = clean.get(TITLE, ""), clean.get(AUTHOR, "")
    is_named = _stands_in(author, text)
    found = {
        fields.TITLE: "" if _NO_TITLE.fullmatch(title) or len(title) > _LONGEST else title,
        fields.AUTHOR: author if is_named else "",
        FILE_AUTHOR: "" if is_named or _NO_AUTHOR.fullmatch(author) else author,
        FILE_CREATED: iso_date(clean.get(CREATED, "")),
        fields.SUBJECT: clean.get(SUBJECT, ""),
        KEYWORDS: clean.get(KEYWORDS, ""),
        fields.LANGUAGE: clean.get(LANGUAGE, ""),
    }
    return {key: value for key, value in found.items() if value}


def _stands_in(name: str, text: str) -> bool:
    """Whether the article names this author above or below its body."""
    if " " not in name:
        return False
    ends = " ".join((text[:_HEAD] + " " + text[-_HEAD:]).split()).casefold()
    return name.casefold() in ends
