"""What the tags of a RIS record say of an article."""

from __future__ import annotations

import re

from annotator.readers import fields
from annotator.readers.dates import iso_date
from annotator.readers.news import wrapped
from annotator.readers.news.ris_records import Record
from annotator.readers.paragraphs import WHITE

FILES = "files"
"""The field that names files with the text (tag L1)."""

_ONE_OF = {
    fields.TITLE: ("TI", "T1", "CT", "BT"),
    fields.SOURCE: ("T2", "JF", "JO", "JA", "J2", "PB"),
    fields.DATE: ("DA", "Y1", "PY"),
    fields.URL: ("UR", "L2"),
    fields.LANGUAGE: ("LA",),
    fields.SECTION: ("SE",),
    fields.EDITION: ("ET",),
    fields.DATABASE_ID: ("AN", "ID"),
}
"""Field -> tags in the order in which they are believed; the first with a value counts."""

_NAMES = {
    "AU": fields.AUTHOR, "A1": fields.AUTHOR, "KW": fields.SUBJECT, "A2": "editors",
    "A3": "series editors", "A4": "subsidiary authors", "ED": "editors", "L1": FILES,
    "L2": "full text links", "L3": "related records", "L4": "images", "UR": "other urls",
    "PB": "publisher", "CY": "place", "SN": "issn", "DO": "doi", "VL": "volume", "IS": "issue",
    "DB": "database", "DP": "database provider", "TY": "record type", "T2": "secondary title",
    "T3": "series title", "ST": "short title", "JF": "journal", "JO": "journal", "JA": "journal",
    "J2": "journal", "AD": "author address", "M1": "number", "M3": "type of work",
    "ID": "record id",
    "AN": "accession number", "Y2": "access date", "CN": "call number", "LB": "label",
}  # fmt: skip
"""Tag -> field; a tag that is not here keeps its own name in lower case."""

_ONE_TO_A_LINE = frozenset({"KW", "AU", "A1", "A2"})
_BETWEEN_ADDRESSES = re.compile(r"\s*;\s*(?=https?://)")
_TEXTS = frozenset({"AB", "N2", "N1", "RN", "SP", "EP"})


def metadata(record: Record) -> dict[str, str]:
    """The fields of a record but for what may be its text; several values have "; " between."""
    values = {tag: _values(tag, all_) for tag, all_ in record.values.items()}
    found = {fields.PAGE: "-".join(_first(values, tag) for tag in ("SP", "EP") if values.get(tag))}
    found[fields.DATE] = _date(values)
    used: set[str] = set(_ONE_OF[fields.DATE])
    for name, tags in _ONE_OF.items():
        tag = next((tag for tag in tags if values.get(tag)), None)
        if tag and name != fields.DATE:
            found[name] = values[tag].pop(0)
    for tag in _ONE_OF[fields.TITLE]:  # many write the title under two tags
        values[tag] = [text for text in values.get(tag, ()) if text != found.get(fields.TITLE)]
    for tag, texts in values.items():
        if tag not in _TEXTS and tag not in used:
            name = _NAMES.get(tag, tag.lower())
            found[name] = "; ".join(dict.fromkeys(filter(None, [found.get(name, ""), *texts])))
    return {name: value for name, value in found.items() if value}


def _values(tag: str, all_: list[list[str]]) -> list[str]:
    """The values of a tag, each on one line; keywords stand one to a line, addresses one by one."""
    if tag in _ONE_TO_A_LINE:
        return [text for lines in all_ for line in lines if (text := line.strip(WHITE))]
    texts = [text for lines in all_ if (text := wrapped.joined(lines))]
    if tag == "UR":
        return [part for text in texts for part in _BETWEEN_ADDRESSES.split(text)]
    return texts


def _date(values: dict[str, list[str]]) -> str:
    """The most exact date of the record: some have the year in one tag and the day in another."""
    dates = [iso_date(text) for tag in _ONE_OF[fields.DATE] for text in values.get(tag, ())]
    years = [year for tag in ("PY", "Y1") for year in values.get(tag, ()) if len(year) == 4]
    dates += [iso_date(f"{day} {year}") for day in values.get("DA", ()) for year in years[:1]]
    return max(dates, key=len, default="")


def _first(values: dict[str, list[str]], tag: str) -> str:
    return values[tag][0]
