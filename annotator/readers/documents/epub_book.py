"""What an e-book says of itself, and its chapters in reading order."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from annotator.readers.source import Source
from annotator.safe import xml as safe_xml
from annotator.safe.package import Package, package

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_CHAPTERS = 5_000

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/xml", "text/xml"})
_SEVERAL = frozenset({"creator", "subject"})


class Book(NamedTuple):
    """The Dublin Core elements by name, and the names of the chapters in the package."""

    told: dict[str, str]
    chapters: list[str]


def book(source: Source) -> Book:
    """The book; use with `source.once`. `ReaderError` if it is damaged or protected."""
    files = source.once(package)
    place = _package_document(source, files)
    root = safe_xml.parse(source, files.read(place), place)
    chapters = _chapters(root, posixpath.dirname(place))
    if len(chapters) > MAX_CHAPTERS:
        raise source.refusal(f"has {len(chapters):,} chapters; the limit is {MAX_CHAPTERS:,}")
    if chapters and set(chapters) <= _encrypted(source, files):
        raise source.refusal("is protected against copying (DRM): its text cannot be read")
    return Book(_told(root), [name for name in chapters if name in files])


def _package_document(source: Source, files: Package) -> str:
    root = safe_xml.parse(source, files.read(_CONTAINER), _CONTAINER)
    for element in root.iter("{*}rootfile"):
        return posixpath.normpath(element.get("full-path", ""))
    raise source.refusal("is a damaged e-book: it does not say where its text is")


def _chapters(root: _Element, folder: str) -> list[str]:
    """Pages of the spine, without those beside the reading order and the contents."""
    places = {
        item.get("id", ""): _place(folder, item.get("href", ""))
        for item in root.iter("{*}item")
        if item.get("media-type") in _PAGES and "nav" not in item.get("properties", "").split()
    }
    order = [item.get("idref", "") for item in root.iter("{*}itemref")
             if item.get("linear") != "no"]  # fmt: skip
    return list(dict.fromkeys(places[name] for name in order if name in places))


def _place(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _told(root: _Element) -> dict[str, str]:
    told: dict[str, str] = {}
    for element in root.iter("{http://purl.org/dc/elements/1.1/}*"):
        name = str(element.tag).rpartition("}")[2]
        value = " ".join((element.text or "").split())
        if value and name in _SEVERAL and name in told:
            told[name] += f"; {value}"
        elif value:
            told.setdefault(name, value)
    return told


def _encrypted(source: Source, files: Package) -> set[str]:
    if _ENCRYPTION not in files:
        return set()
    root = safe_xml.parse(source, files.read(_ENCRYPTION), _ENCRYPTION)
    return {unquote(item.get("URI", "")) for item in root.iter("{*}CipherReference")}
