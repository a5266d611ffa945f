"""Web pages that a word processor wrote: who typed the file, and when, is not the article's."""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING

from annotator.readers.dates import iso_date
from annotator.readers.documents.properties import FILE_AUTHOR, FILE_CREATED

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PROGRAMS = re.compile(r"(?:libre|open|star)office|microsoft (?:word|excel)", re.IGNORECASE)
_OF_THE_FILE = {"author": FILE_AUTHOR, "created": FILE_CREATED}
_ALSO = frozenset({"changed", "changedby"})


def without_file_properties(root: HtmlElement) -> tuple[HtmlElement, dict[str, str]]:
    """The page without the properties of the file, and these; other pages as they are."""
    if not any(_PROGRAMS.search(meta.get("content") or "") for meta in _metas(root, "generator")):
        return root, {}
    page = copy(root)
    kept: dict[str, str] = {}
    for name in (*_OF_THE_FILE, *_ALSO):
        for meta in _metas(page, name):
            if name in _OF_THE_FILE:
                kept[_OF_THE_FILE[name]] = meta.get("content") or ""
            meta.drop_tree()
    created = kept.get(FILE_CREATED, "")
    return page, {**kept, FILE_CREATED: iso_date(created) or created}


def _metas(root: HtmlElement, name: str) -> list[HtmlElement]:
    return [meta for meta in root.iter("meta") if (meta.get("name") or "").lower() == name]
