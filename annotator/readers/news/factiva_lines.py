"""One article of a Factiva document: its lines with codes, or in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.readers import fields
from annotator.readers.found import FoundArticle
from annotator.readers.news import values
from annotator.readers.news.factiva_codes import (
    CODES,
    LEAD_CODE,
    TEXT_CODE,
    TITLE_CODE,
    metadata,
)
from annotator.readers.news.factiva_header import codes_of, is_word_count
from annotator.readers.news.item import is_byline, item
from annotator.readers.news.rows import Row, paragraphs
from annotator.readers.paragraphs import WHITE

Rows = Sequence[Row]

_CODE = re.compile(r"(?P<code>[A-Z]{2,3})(?P<gap>[\s|]+|$)(?P<value>.*)", re.DOTALL)
_CODES_IN_ORDER = """
CLM SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD ART CT RF CO IN NS RE IPC IPD PUB AN
"""
_ORDER = {code: n for n, code in enumerate(_CODES_IN_ORDER.split())}
_LANGUAGES = re.compile(
    r"(?:english|german|french|spanish|italian|portuguese|dutch|russian|chinese|japanese|korean"
    r"|polish|turkish|arabic|swedish|danish|norwegian|finnish|czech|hungarian|romanian|greek"
    r"|englisch|deutsch|französisch|spanisch|italienisch|portugiesisch|niederländisch|russisch"
    r"|anglais|allemand|français|espagnol|italien|portugais|néerlandais|russe|inglés|alemán"
    r"|francés|español|italiano|portugués|holandés|ruso|inglese|tedesco|francese|spagnolo"
    r"|portoghese|olandese|russo|inglês|alemão|francês|espanhol|português|engels|duits|frans"
    r"|spaans|italiaans|portugees|nederlands|английский|немецкий|французский|русский|英语|中文|英文)"
    r"(?:\s*[-(].{2,30})?",
    re.IGNORECASE,
)
_LONGEST_HEADER = 12
_LONGEST_LIST = 3


def codes_in(document: Rows) -> dict[str, list[Row]]:
    """The lines of an indexed article by their codes; {} where it is not indexed."""
    found: dict[str, list[Row]] = {}
    code = ""
    for row in document:
        match = _CODE.fullmatch(row.text)
        if match and _begins(match, code, found):
            code = match["code"]
            found[code] = [row._replace(text=match["value"].strip("|" + WHITE))]
        elif code:
            found[code].append(row._replace(text=row.text.strip("|" + WHITE)))
    return found if TITLE_CODE in found else {}


def _begins(match: re.Match[str], before: str, found: dict[str, list[Row]]) -> bool:
    """Whether a line that begins with capitals begins with a code: each comes once and in order."""
    code, gap = match["code"], match["gap"]
    if code not in CODES or code in found:
        return False
    if not match["value"] or gap != " ":
        return True
    looks_so = " : " in match["value"] or not match["value"][0].islower()
    return _ORDER.get(code, -1) > _ORDER.get(before, -1) and looks_so


def coded(document: Rows, identifier: str) -> FoundArticle:
    """An article with indexing; `identifier` is its number, "" where the file is cut off."""
    rows = codes_in(document)
    body = [*paragraphs(rows.get(LEAD_CODE, ())), *paragraphs(rows.get(TEXT_CODE, ()))]
    codes = {
        code: " ".join(row.text for row in lines if row.text)
        for code, lines in rows.items()
        if code not in {LEAD_CODE, TEXT_CODE}
    }
    return item(codes.get(TITLE_CODE, ""), body, metadata({**codes, "AN": identifier}))


def uncoded(document: Rows, identifier: str) -> FoundArticle:
    """An article without indexing: headline, author, number of words, date, source and so on."""
    lines = [row for row in document if row.text]
    count = next((at for at, row in enumerate(lines) if is_word_count(row.text)), 0)
    before, title, authors = _head(document, lines[:count])
    end = _end_of_header(lines, count)
    codes = codes_of(before, [row.text for row in lines[count:end]])
    found = {**codes, "BY": "; ".join(authors), "AN": identifier}
    text = document[document.index(lines[end]) :] if end < len(lines) else ()
    return item(title, paragraphs(text), {fields.TITLE: title, **metadata(found)})


def _head(document: Rows, lines: Rows) -> tuple[list[str], str, list[str]]:
    """Section, headline and author: the headline is bold; a list of headlines may stand before."""
    bold = [at for at, row in enumerate(lines) if row.bold]
    if not bold:
        return _unmarked_head([row.text for row in _last_block(document, lines)])
    last_bold = first = bold[-1]
    while first - 1 in bold:
        first -= 1
    above = _last_block(document, lines[:first])
    before = [row.text for row in above] if len(above) == 1 else []
    title = " ".join(row.text for row in lines[first : last_bold + 1])
    return before, title, [row.text for row in lines[last_bold + 1 :]]


def _unmarked_head(lines: list[str]) -> tuple[list[str], str, list[str]]:
    """As `_head`, where nothing is bold: by how many lines there are, and which is of names."""
    if len(lines) == _LONGEST_LIST and is_byline(lines[1]):
        return [], lines[0], lines[1:]
    *titles, last = lines or [""]
    return titles[:-1], (titles or [last])[-1], [last] if titles else []


def _last_block(document: Rows, lines: Rows) -> Rows:
    """The last lines that no empty line parts, three at most: section, headline, author."""
    found: list[Row] = []
    for row in reversed(document[: document.index(lines[-1]) + 1] if lines else ()):
        if not row.text or len(found) == _LONGEST_LIST:
            break
        found.append(row)
    return found[::-1]


def _end_of_header(lines: Rows, count: int) -> int:
    """Where the text begins: after the copyright, else the language, else the source."""
    header = [row.text for row in lines[count : count + _LONGEST_HEADER]]
    for is_last in (values.is_copyright, lambda text: bool(_LANGUAGES.fullmatch(text))):
        at = next((at for at, text in enumerate(header) if is_last(text)), None)
        if at is not None:
            return count + at + 1
    return count + min(len(header), 3)
