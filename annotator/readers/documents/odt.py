"""OpenDocument texts (.odt): one article in a file, paragraphs as their author made them."""

from __future__ import annotations

from annotator.readers.documents import odt_lines, properties
from annotator.readers.documents.article import article_of, notes_warning
from annotator.readers.found import Found
from annotator.readers.source import Source
from annotator.safe import xml as safe_xml
from annotator.safe.package import Package, package

NAME = "odt"
TITLE = "OpenDocument text"
ENDINGS: tuple[str, ...] = (".odt", ".ott")

_NAMES = {
    "title": properties.TITLE, "initial-creator": properties.AUTHOR,
    "creation-date": properties.CREATED, "subject": properties.SUBJECT,
    "keyword": properties.KEYWORDS, "language": properties.LANGUAGE,
}  # fmt: skip


def sniff(source: Source) -> bool:
    """Whether the file is a package that calls itself an OpenDocument text."""
    return odt_lines.is_odt(source)


def read(source: Source) -> Found:
    """The article in the file. Headers, footers, comments and footnotes are no part of it."""
    document = source.once(odt_lines.document)
    about = _about(source, source.once(package))
    article = article_of(source, document.lines, about, "a text document")
    return Found([article], warnings=notes_warning(document.notes))


def _about(source: Source, files: Package) -> dict[str, str]:
    if odt_lines.META not in files:
        return {}
    root = safe_xml.parse(source, files.read(odt_lines.META), odt_lines.META)
    found: dict[str, str] = {}
    for element in root.iter("{*}*"):
        name = str(element.tag).rpartition("}")[2]
        if name in _NAMES and element.text:
            found.setdefault(_NAMES[name], element.text)
    return found
