"""The two-letter codes of Factiva's indexing, and what they say of an article."""

from __future__ import annotations

import re
from collections.abc import Mapping

from annotator.readers import fields
from annotator.readers.dates import iso_date
from annotator.readers.news.item import number_of_words, without_by

TITLE_CODE, LEAD_CODE, TEXT_CODE = "HD", "LP", "TD"
CODES = {
    "AN": fields.DATABASE_ID, "BY": fields.AUTHOR, "CY": fields.COPYRIGHT, "ED": fields.EDITION,
    "ET": fields.TIME, "LA": fields.LANGUAGE, "NS": fields.SUBJECT, "PD": fields.DATE,
    "PG": fields.PAGE, "SE": fields.SECTION, "SN": fields.SOURCE, "WC": fields.WORDS,
    "CO": "company", "CR": "credit", "CT": "contact", "GC": "group code", "IN": "industry",
    "IPC": "information provider codes", "IPD": "information provider descriptors",
    "NGC": "newspaper group", "PUB": "publisher", "RE": "region", "RF": "reference",
    "RST": "source restriction", "SC": "source code", "VOL": "volume", "ART": "graphic",
    "CLM": "column", "CX": "correction", "DLN": "dateline", "RIC": "reuters codes", "TI": "ticker",
    TITLE_CODE: fields.TITLE, LEAD_CODE: "lead", TEXT_CODE: "text",
}  # fmt: skip
"""Code -> field. A code that is not here is a field by its own name in lower case."""

_DOCUMENT = re.compile(r"[^\W\d_]+[ \u00a0:]+(?=\S+$)")


def metadata(codes: Mapping[str, str]) -> dict[str, str]:
    """The fields of an article from its codes; title and text are left to the reader."""
    found = {CODES.get(code, code.lower()): value for code, value in codes.items()
             if code not in {TITLE_CODE, LEAD_CODE, TEXT_CODE}}  # fmt: skip
    if date := found.get(fields.DATE):
        found[fields.DATE] = iso_date(date)
        if not found[fields.DATE]:
            found["date as printed"] = date
    if fields.WORDS in found:
        found[fields.WORDS] = number_of_words(found[fields.WORDS]) or found[fields.WORDS]
    if fields.AUTHOR in found:
        found[fields.AUTHOR] = without_by(found[fields.AUTHOR])
    if fields.DATABASE_ID in found:
        found[fields.DATABASE_ID] = document_id(found[fields.DATABASE_ID])
    return found


def document_id(text: str) -> str:
    """The accession number in "Document TESTFR0020111229e7ct0001r", in whatever language."""
    return _DOCUMENT.sub("", text.strip(), count=1)
