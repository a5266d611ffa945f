"""PDF: the text layer of one article, its paragraphs rebuilt from the lines that are printed.

A PDF knows letters and places, no paragraphs. What is certain is that the words are all there;
where paragraphs begin is inferred, and what was taken away or mended is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from annotator.readers import fields
from annotator.readers.documents.article import article_of
from annotator.readers.documents.lines import Line
from annotator.readers.documents.pdf_furniture import without_furniture
from annotator.readers.documents.pdf_lines import PdfLine, printed
from annotator.readers.documents.pdf_paragraphs import rebuilt
from annotator.readers.found import Found
from annotator.readers.source import Source
from annotator.safe.package import is_package

NAME = "pdf"
TITLE = "PDF with a text layer"
ENDINGS: tuple[str, ...] = (".pdf",)

_MARK, _END = b"%PDF-", b"startxref"
_DATABASE_END = re.compile(r"End of Document|Document [A-Z]{1,10}\d{8,}\w{5,}")
"""The last line of each article, of Nexis and Factiva."""
_FEW_LETTERS = 20  # a scanned page may have a page number or a stamp as text
_NO_LETTER = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]|\\(cid:\\d+\\)")
_UNREADABLE = 0.05  # of all characters
_SHAPES = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")  # of Hebrew and Arabic letters, as printed
_JUMPS = 4
_PARTED = 0.3  # of the lines of a page
_SHOWN = 5


def sniff(source: Source) -> bool:
    """Whether the file begins as a PDF does; some programs write a few bytes before that."""
    if source.head.startswith(_MARK):
        return True
    within = _MARK in source.head[:1024] and not is_package(source)
    return within and _END in source.content[-2048:]


def read(source: Source) -> Found:
    """The article in the file."""
    document = source.once(printed)
    if sum(map(_letters, document.pages)) < _FEW_LETTERS:
        raise source.refusal(
            "has no text layer: its pages are pictures",
            hint="let a program recognise the text (OCR), correct it, and add that file",
        )
    cleaned = without_furniture(document.pages)
    text = rebuilt(cleaned.pages)
    article = article_of(source, map(Line, text.paragraphs), document.info, "a PDF")
    if cleaned.address:
        article = replace(article, fields={**article.fields, fields.URL: cleaned.address})
    warnings = [
        *_of_pages(document.pages),
        *_of_databases(document.pages),
        *_of_letters(text.paragraphs),
        *_of_shapes(text.paragraphs),
        *_of_removed(cleaned.removed),
        *_of_mended(text.mended),
    ]
    return Found([article], warnings=warnings)


def _letters(page: Sequence[PdfLine]) -> int:
    """How many there are; more than a few are not counted."""
    letters = (one for line in page for one in line.text if one.isalnum())
    return sum(1 for _ in islice(letters, _FEW_LETTERS))


def _of_pages(pages: Sequence[Sequence[PdfLine]]) -> Iterator[str]:
    empty = [number for number, page in enumerate(pages, 1) if not _letters(page)]
    if empty:
        yield f"no text on {_named(empty)}: a picture, or scanned"
    mixed = [number for number, page in enumerate(pages, 1) if _is_doubtful(page)]
    if mixed:
        yield (
            f"the order of the text is uncertain on {_named(mixed)} (columns or boxes): compare "
            "it with the PDF"
        )


def _named(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN]))
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    return f"{'pages' if len(numbers) > 1 else 'page'} {shown}{more}"


def _is_doubtful(page: Sequence[PdfLine]) -> bool:
    """Whether the text often goes back up the page, or many lines are parted as by columns."""
    jumps = sum(line.y > before.y + 2 * line.size for before, line in pairwise(page))
    parted = sum(line.is_parted for line in page)
    return jumps > _JUMPS or parted > max(_JUMPS, _PARTED * len(page))


def _of_databases(pages: Sequence[Sequence[PdfLine]]) -> Iterator[str]:
    """What a download of many articles says: where each of them ends is not certain in a PDF."""
    lines = (line.text for page in pages for line in page)
    ends = sum(_DATABASE_END.fullmatch(line) is not None for line in lines)
    if ends:
        many = f"{ends:,} documents" if ends > 1 else "a document"
        yield (
            f"looks like a download of {many} of a news database, and is read as one article: "
            "download it as Word, RTF, HTML or text instead"
        )


def _of_letters(paragraphs: Sequence[str]) -> Iterator[str]:
    length = sum(map(len, paragraphs))
    unreadable = sum(len(_NO_LETTER.findall(text)) for text in paragraphs)
    if unreadable > _UNREADABLE * length:
        yield (
            f"{unreadable:,} of {length:,} characters have no letter in the PDF: its fonts do not "
            "say which they are"
        )


def _of_shapes(paragraphs: Sequence[str]) -> Iterator[str]:
    length = sum(map(len, paragraphs))
    if sum(len(_SHAPES.findall(text)) for text in paragraphs) > _UNREADABLE * length:
        yield (
            "its Arabic or Hebrew letters are stored as printed shapes, and words may stand in the "
            "wrong order: get the article as a web page, Word document or text instead"
        )


def _of_removed(removed: Sequence[str]) -> Iterator[str]:
    if removed:
        shown = "; ".join(f"“{text}”" for text in removed[:_SHOWN])
        more = f" and {len(removed) - _SHOWN} more" if len(removed) > _SHOWN else ""
        yield f"left out as running heads and page numbers: {shown}{more}"


def _of_mended(mended: int) -> Iterator[str]:
    if mended:
        yield f"{mended:,} {'words' if mended > 1 else 'word'} broken at line ends made whole"
