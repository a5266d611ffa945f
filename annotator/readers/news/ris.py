"""RIS: what reference managers and databases exchange (Zotero, ProQuest, Europresse, Factiva).

Two-letter tags from "TY" to "ER". Most records have an abstract and no full text; some databases
put the text where the abstract goes, or into the notes. Structure: research/formats.md, rispy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.model.article import Kind
from annotator.model.problem import Problem
from annotator.readers import fields
from annotator.readers import source as view
from annotator.readers.found import Block, Found, FoundArticle
from annotator.readers.news.item import item
from annotator.readers.news.ris_fields import FILES, metadata
from annotator.readers.news.ris_records import TYPE, Record, records, tag_of
from annotator.readers.news.ris_text import paragraphs
from annotator.readers.source import Source

NAME = "ris"
TITLE = "RIS (references with abstract or text)"
ENDINGS: tuple[str, ...] = (".ris",)

_ABSTRACT, _NOTES = ("AB", "N2"), ("N1", "RN")
_AN_ABSTRACT = "the file calls it the abstract"
_LONG = 1_000
"""Notes of more characters, and longer than the abstract, are the article's text."""
_PAIR = r"[A-Z][\w/ ]{2,40} - [^;]*"
_ABOUT = re.compile(
    rf"(?:Copyright|Last updated|Export Date|Cited By|Times Cited)\s?[-:].*|{_PAIR}(?:; {_PAIR})+",
    re.DOTALL,
)
"""Notes that ProQuest, Scopus and others write about the record: "Copyright - ...; Name - ..."."""
_TYPE_LINE = re.compile(r"^\ufeff?TY {1,3}- ?\w", re.MULTILINE)


def sniff(source: Source) -> bool:
    """Whether a record begins and another tag of it follows."""
    decoded = source.or_none(view.text)
    if decoded is None or "Y" not in decoded.text or "TY " not in decoded.text:
        return False
    begin = _TYPE_LINE.search(decoded.text)
    if begin is None:
        return False
    following = decoded.text[begin.end() : begin.end() + 4_000].split("\n")[1:]
    return any(map(tag_of, following))


def read(source: Source) -> Found:
    """The articles; records without text are named in `refused`."""
    decoded = source.once(view.text)
    articles: list[FoundArticle] = []
    refused: list[Problem] = []
    for number, record in enumerate(records(decoded.text.split("\n")), 1):
        article = _article(record)
        if article:
            articles.append(article)
        else:
            refused.append(_refusal(source, number, record))
    if not articles:
        what = "no record in it has a text" if refused else "it has no record"
        hint = refused[0].hint if refused else ""
        raise source.refusal(f"is a RIS file without an article: {what}", hint=hint)
    return Found(
        articles, None, (), refused, encoding=decoded.encoding, encoding_reason=decoded.reason
    )


def _article(record: Record) -> FoundArticle | None:
    """Abstract, else notes, are the text; long notes are, and the abstract stands before them."""
    abstract, all_notes = _texts(record, _ABSTRACT), _texts(record, _NOTES)
    notes = [note for note in all_notes if not _ABOUT.fullmatch(note)]
    if not abstract and not notes:
        return None
    found = metadata(record)
    found["about the record"] = "; ".join(note for note in all_notes if note not in notes)
    title = found.get(fields.TITLE, "")
    length = sum(map(len, notes))
    if length > max(_LONG, sum(map(len, abstract))) or not abstract:
        return item(title, notes, found, abstract)
    if notes:
        found["notes"] = "\n\n".join(notes)
    return item(title, [Block(text, Kind.BODY, _AN_ABSTRACT) for text in abstract], found)


def _texts(record: Record, tags: Sequence[str]) -> list[str]:
    """The paragraphs of these tags; the same text under two of them counts once."""
    values = [paragraphs(value) for tag in tags for value in record.values.get(tag, ())]
    return list(dict.fromkeys(text for value in values for text in value))


def _refusal(source: Source, number: int, record: Record) -> Problem:
    found = metadata(record)
    title = found.get(fields.TITLE, "")
    which = f'record {number:,}, "{title}",' if title else f"record {number:,}"
    files = found.get(FILES, "")
    hint = f'its text may be in "{files}": add that file' if files else ""
    kind = " ".join(record.values[TYPE][0]).strip()
    return Problem(
        f"{which} has no text" + (f" (type {kind})" if kind else ""),
        where=str(source.path), line=record.line, hint=hint,
    )  # fmt: skip
