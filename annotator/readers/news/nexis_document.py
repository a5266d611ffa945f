"""A document of a Nexis file cut into its parts: title, newspaper, date, labelled lines, text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from annotator.readers.kinds.dates import without_date
from annotator.readers.news import labels, nexis_words, values
from annotator.readers.news.date_line import DateLine, date_line
from annotator.readers.news.nexis_cover import is_cover_line
from annotator.readers.news.nexis_item import Labelled, Plain
from annotator.readers.news.nexis_label import label_of
from annotator.readers.news.rows import Row, paragraphs

Rows = Sequence[Row]
Part = Plain | Labelled

_LONGEST_DATE = 100
_OTHER_WORDS = 8
_LONGEST_ASIDE = 1_500
"""Characters of a correction or of notes; what is longer is a part of the text."""


def has_body(document: Rows) -> bool:
    """Whether a line stands in it above the text of an article."""
    return any(map(_is_body, document))


class _Header(NamedTuple):
    """Where title and newspaper end, and the line of the date, if there is one."""

    end: int
    date: DateLine | None


def parts_of(document: Rows) -> list[Part]:
    """The parts of a document, in the order in which they are to be read."""
    document = [row for row in document if not nexis_words.is_end(row.text)]
    header = _header(document)
    begin = header.end + (header.date is not None)
    body = next((at for at in range(begin, len(document)) if _is_body(document[at])), None)
    if body is None:
        return [*_head(document, header), *_labelled(document[begin:])]
    end = _end_of_text(document, body + 1)
    return [
        *_head(document, header),
        *_labelled(document[begin:body]),
        Labelled("body", _text(document[body + 1 : end])),
        *_labelled(document[end:], below=True),
    ]


def _is_body(row: Row) -> bool:
    return nexis_words.is_body(row.text)


def _header(document: Rows) -> _Header:
    """The header ends with the last date before labels and text, or where these begin."""
    found = -1
    for at, row in enumerate(document):
        label = label_of(row)
        if _is_body(row) or (label and labels.is_of_head(label.name)):
            return _undated(document[:at]) if found < 0 else _Header(found, _date(document, found))
        if _is_date(row):
            found = at
    return _undated(document) if found < 0 else _Header(found, _date(document, found))


def _date(document: Rows, at: int) -> DateLine | None:
    return date_line(document[at].text)


def _undated(document: Rows) -> _Header:
    """A header without a full date; a season and a year ("Winter 2019") may end it."""
    end = next(
        (at for at, row in enumerate(document) if values.is_copyright(row.text)), len(document)
    )
    shown = [at for at in range(end) if document[at].text]
    if len(shown) > 2 and (date := _date(document, shown[-1])):
        return _Header(shown[-1], date)
    return _Header(end, None)


def _is_date(row: Row) -> bool:
    text = row.text
    if not text or len(text) > _LONGEST_DATE or label_of(row) or is_cover_line(text):
        return False
    line = date_line(text)
    rest = without_date(text) if line and len(line.date) >= 7 else None
    return rest is not None and len(rest) <= _OTHER_WORDS and not values.is_copyright(text)


def _head(document: Rows, header: _Header) -> Iterator[Part]:
    """Title, newspaper and date: the last lines of the header; before them may be a cover page."""
    *titles, newspaper = _above(document[: header.end]) or [""]
    if not titles:
        titles, newspaper = [newspaper], ""
    yield Plain([" ".join(_once(titles))], large=True)
    yield Labelled("source", [newspaper])
    if header.date:
        yield Labelled("date", [header.date.date])
        yield Labelled("time", [header.date.time])
        yield Labelled("edition", [header.date.rest])


def _once(titles: Sequence[str]) -> list[str]:
    """The lines of the title; where the page's head has it, too, a line that the next repeats."""
    return [line for line, after in pairwise([*titles, ""]) if not after.startswith(line)]


def _above(document: Rows) -> list[str]:
    """The lines of title and newspaper, which end these rows."""
    found: list[Row] = []
    for row in reversed(document):
        if is_cover_line(row.text) or (not row.text and len(found) > 1):
            break
        if len(found) > 1 and found[-1].bold and not row.bold:
            break
        if row.text:
            found.append(row)
    return [row.text for row in reversed(found)]


def _end_of_text(document: Rows, body: int) -> int:
    """Where labels of the database begin below the text.

    An interview has labels, too: others than the database's own, with its no-break space, are
    believed only where nothing else follows.
    """
    labelled = len(document)
    while labelled > body and _is_label_or_empty(document[labelled - 1]):
        labelled -= 1
    any_bold = any(row.bold for row in document)
    for at in range(body, len(document)):
        row = document[at]
        label = label_of(row)
        if _is_heading(row) and (row.bold or not any_bold):
            return at
        if _is_aside(row) and at > body and _is_short(document[at + 1 :]):
            return at
        certain = label is not None and labels.is_certain(label.name)
        if label and ((label.is_spaced and certain) or at >= labelled):
            return at
    return len(document)


def _is_aside(row: Row) -> bool:
    return row.bold and nexis_words.is_aside(row.text)


def _is_short(document: Rows) -> bool:
    """Whether little follows before the next heading or label of the database."""
    rest = takewhile(lambda row: not (_is_heading(row) or label_of(row)), document)
    return sum(len(row.text) for row in rest) <= _LONGEST_ASIDE


def _is_label_or_empty(row: Row) -> bool:
    return not row.text or _is_heading(row) or label_of(row) is not None


def _is_heading(row: Row) -> bool:
    return nexis_words.is_classification(row.text) or nexis_words.is_graphic(row.text)


def _labelled(document: Rows, *, below: bool = False) -> Iterator[Part]:
    """Each label with its value; below the text, lines without a label continue the last one."""
    name, value = "edition", list[str]()
    for row in document:
        label = label_of(row)
        rights = not label and values.is_copyright(row.text)
        aside = below and _is_aside(row)
        if label or rights or aside or _is_heading(row):
            yield Labelled(name, value)
            name, value = ("graphic" if below else "note"), []
        if label:
            name, value = label.name, [label.value]
        elif rights:
            yield Plain([row.text])
        elif aside:
            name = row.text
        elif row.text and not _is_heading(row) and not nexis_words.is_link(row.text):
            value.append(row.text)
    yield Labelled(name, value)


def _text(document: Rows) -> list[str]:
    return list(paragraphs(row for row in document if not nexis_words.is_link(row.text)))
