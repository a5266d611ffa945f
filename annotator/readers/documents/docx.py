"""Word documents (.docx): one article in a file, paragraphs as their author made them."""

from __future__ import annotations

from annotator.readers.documents import docx_lines, properties
from annotator.readers.documents.article import article_of, notes_warning
from annotator.readers.found import Found
from annotator.readers.source import Source
from annotator.safe import xml as safe_xml
from annotator.safe.package import Package, package

NAME = "docx"
TITLE = "Word document"
ENDINGS: tuple[str, ...] = (".docx", ".docm", ".dotx")

_PAGES = (".mht", ".mhtml", ".htm", ".html", ".xhtml")
_CORE = "docProps/core.xml"
_NAMES = {
    "title": properties.TITLE, "creator": properties.AUTHOR, "created": properties.CREATED,
    "subject": properties.SUBJECT, "keywords": properties.KEYWORDS,
    "language": properties.LANGUAGE,
}  # fmt: skip


def sniff(source: Source) -> bool:
    """Whether the file is a package whose main part is a Word document."""
    return (source.or_none(docx_lines.main_part) or "").startswith("word/")


def read(source: Source) -> Found:
    """The article in the file. Headers, footers, comments and footnotes are no part of it."""
    document = source.once(docx_lines.document)
    if not any(line.text for line in document.lines) and _embedded(source.once(package)):
        raise source.refusal(
            "holds its text as an embedded web page", hint="open it in Word, and save it again"
        )
    core = core_properties(source, source.once(package))
    article = article_of(source, document.lines, core, "a Word document")
    return Found([article], warnings=notes_warning(document.notes))


def _embedded(files: Package) -> bool:
    """Whether some program has put a page into the document that only Word itself unpacks."""
    return any(name.startswith("word/") and name.endswith(_PAGES) for name in files.names)


def core_properties(source: Source, files: Package) -> dict[str, str]:
    """The document's own title, author, and so on; empty where it has none."""
    if _CORE not in files:
        return {}
    root = safe_xml.parse(source, files.read(_CORE), _CORE)
    found = {}
    for element in root:
        name = str(element.tag).rpartition("}")[2]
        if name in _NAMES and element.text:
            found[_NAMES[name]] = element.text
    return found
