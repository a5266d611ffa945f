"""A document of a Nexis file cut into its parts: title, newspaper, date, labelled lines, text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.readers.kinds.dates import without_date
from annotator.readers.news import labels, nexis_words, values
from annotator.readers.news.date_line import date_line
from annotator.readers.news.nexis_cover import is_cover_line
from annotator.readers.news.nexis_item import Labelled, Plain
from annotator.readers.news.nexis_label import label_of
from annotator.readers.news.rows import Row, paragraphs

Rows = Sequence[Row]
Part = Plain | Labelled

_LONGEST_DATE = 100
_OTHER_WORDS = 8


def has_body(document: Rows) -> bool:
    """Whether a line stands in it above the text of an article."""
    return any(map(_is_body, document))


def parts_of(document: Rows) -> list[Part]:
    """The parts of a document, in the order in which they are to be read."""
    document = [row for row in document if not nexis_words.is_end(row.text)]
    dated = _dated(document)
    body = next((at for at, row in enumerate(document) if at > dated and _is_body(row)), None)
    if body is None:
        return [*_head(document, dated), *_labelled(document[dated + 1 :])]
    end = _end_of_text(document, body + 1)
    return [
        *_head(document, dated),
        *_labelled(document[dated + 1 : body]),
        Labelled("body", _text(document[body + 1 : end])),
        *_labelled(document[end:], below=True),
    ]


def _is_body(row: Row) -> bool:
    return nexis_words.is_body(row.text)


def _dated(document: Rows) -> int:
    """Where the line with the date of publication stands: the last one before labels and text."""
    found = -1
    for at, row in enumerate(document):
        if _is_body(row) and found >= 0:
            break
        if _is_date(row):
            found = at
        elif found >= 0 and (label := label_of(row)) and labels.is_of_head(label.name):
            break
    return found


def _is_date(row: Row) -> bool:
    text = row.text
    if not text or len(text) > _LONGEST_DATE or label_of(row) or is_cover_line(text):
        return False
    line = date_line(text)
    rest = without_date(text) if line and len(line.date) >= 7 else None
    return rest is not None and len(rest) <= _OTHER_WORDS and not values.is_copyright(text)


def _head(document: Rows, dated: int) -> Iterator[Part]:
    """Title, newspaper and date: the last lines up to the date; before them may be a cover page."""
    *titles, newspaper = _above(document[: max(dated, 0)]) or [""]
    if not titles:
        titles, newspaper = [newspaper], ""
    yield Plain([" ".join(titles)], large=True)
    yield Labelled("source", [newspaper])
    line = date_line(document[dated].text) if dated >= 0 else None
    if line:
        yield Labelled("date", [line.date])
        yield Labelled("time", [line.time])
        yield Labelled("edition", [line.rest])


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

    Those without their no-break space are believed only where nothing else follows.
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
        if label and (label.is_spaced or (at >= labelled and labels.is_certain(label.name))):
            return at
    return len(document)


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
        if label or rights or _is_heading(row):
            yield Labelled(name, value)
            name, value = ("graphic" if below else "note"), []
        if label:
            name, value = label.name, [label.value]
        elif rights:
            yield Plain([row.text])
        elif row.text and not _is_heading(row) and not nexis_words.is_link(row.text):
            value.append(row.text)
    yield Labelled(name, value)


def _text(document: Rows) -> list[str]:
    return list(paragraphs(row for row in document if not nexis_words.is_link(row.text)))
