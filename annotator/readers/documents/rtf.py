"""RTF documents: one article in a file, paragraphs as their author made them."""

from __future__ import annotations

from annotator.readers.documents import rtf_lines
from annotator.readers.documents.article import article_of, notes_warning
from annotator.readers.documents.rtf_tokens import is_rtf
from annotator.readers.found import Found
from annotator.readers.source import Source

NAME = "rtf"
TITLE = "RTF document"
ENDINGS: tuple[str, ...] = (".rtf",)


def sniff(source: Source) -> bool:
    """Whether the file begins as RTF does."""
    return is_rtf(source)


def read(source: Source) -> Found:
    """The article in the file. Headers, footers, comments and footnotes are no part of it."""
    document = source.once(rtf_lines.document)
    article = article_of(source, document.lines, document.info, "an RTF document")
    warnings = notes_warning(document.notes)
    if document.lost:
        lost = f"{document.lost:,} characters do not exist in {document.encoding}"
        warnings.append(f"{lost} and show as \ufffd; --encoding names another")
    if not document.is_whole:
        warnings.append("the file is cut off: its last closing brace is missing")
    return Found([article], warnings=warnings, encoding=document.encoding)
