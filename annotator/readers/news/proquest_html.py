"""ProQuest exports as web page (and the pages in its e-mails): a record per article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.readers import fields
from annotator.readers.documents import html_tree
from annotator.readers.documents.html_text import flat, one_line, paragraphs
from annotator.readers.found import Found, FoundArticle
from annotator.readers.news.item import sorted_out
from annotator.readers.news.proquest_labels import FULL_TEXT, LINKS, is_known, meaning
from annotator.readers.news.proquest_record import record
from annotator.readers.source import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME = "proquest-html"
TITLE = "ProQuest (web page)"
ENDINGS: tuple[str, ...] = (".html", ".htm")

_ANCHOR = "DocID_"
_SIGNS = re.compile(
    r"""<a\s{1,5}name\s{0,3}=\s{0,3}["']?DocID_|<text\s[^>]{0,200}wordcount""", re.I
)
_PROQUEST = re.compile(r"proquest", re.IGNORECASE)
_LABELS = "strong", "b"


class _Above(NamedTuple):
    title: HtmlElement | None = None
    line: HtmlElement | None = None


def sniff(source: Source) -> bool:
    """Whether the page marks its records, or their text, as ProQuest does."""
    text = html_tree.markup_with(source, "DocID_", "wordcount")
    return _SIGNS.search(text) is not None and _PROQUEST.search(text) is not None


def read(source: Source) -> Found:
    """The articles; records without full text are named in `refused`."""
    page = source.once(html_tree.page)
    above = _above_texts(page.root)
    found = (_article(element, above) for element in _records(page.root))
    why = "is left out: it comes without its full text"
    articles, refused = sorted_out(source, found, unit="record", why=why)
    if not articles and not refused:
        raise source.refusal("is a ProQuest page without an article")
    return Found(articles, None, (), refused,
                 encoding=page.decoded.encoding, encoding_reason=page.decoded.reason)  # fmt: skip


def _records(root: HtmlElement) -> Iterator[HtmlElement]:
    """The element around each record: the one its anchor lies in, or that its text lies in."""
    seen: set[HtmlElement] = set()
    anchors = [a for a in root.iter("a") if (a.get("name") or "").startswith(_ANCHOR)]
    for mark in anchors or list(root.iter("text")):
        around = list(mark.iterancestors("div", "body"))
        element = around[0] if around else root
        if not seen.intersection(around or [root]):
            seen.add(element)
            yield element


def _article(element: HtmlElement, above: Mapping[HtmlElement, _Above]) -> FoundArticle:
    title, parts = _parted(element)
    text = next(element.iter("text"), None)
    if text is not None and all(meaning(label) != FULL_TEXT for label, _ in parts):
        title = flat(above[text].title) or title
        parts = [*parts, *_source(above[text].line)]
        parts.append((FULL_TEXT, paragraphs(text)))
    return record(title, parts, _more(element))


def _parted(element: HtmlElement) -> tuple[str, list[tuple[str, list[str]]]]:
    """The title, and the labels of the record with the paragraphs below each.

    Most pages set the text apart (`<text>`); what looks like a label in there is none.
    """
    labels = frozenset(flat(label) for label in element.iter(*_LABELS) if flat(label).endswith(":"))
    texts = list(element.iter("text"))
    title = ""
    parts: list[tuple[str, list[str]]] = []
    for text in paragraphs(element, texts):
        label = _label(text, labels, in_text=bool(parts) and meaning(parts[-1][0]) == FULL_TEXT)
        if label:
            rest = one_line(text)[len(label) :].strip()
            parts.append((label, [rest] if rest else []))
            if meaning(label) == FULL_TEXT:
                parts[-1][1].extend(part for inside in texts for part in paragraphs(inside))
        elif parts and meaning(text) != LINKS:
            parts[-1][1].append(text)
        elif not title:
            title = one_line(text)
    return title, parts


def _above_texts(root: HtmlElement) -> dict[HtmlElement, _Above]:
    """Above each text, what pages that were printed to be saved call title, newspaper and date."""
    found: dict[HtmlElement, _Above] = {}
    above = _Above()
    for element in root.iter():
        name = element.get("class") or ""
        if element.tag == "text":
            found[element] = above
        elif "documentTitle" in name:
            above = _Above(title=element)
        elif "titleAuthorETC" in name:
            above = above._replace(line=element)
    return found


def _source(line: HtmlElement | None) -> list[tuple[str, list[str]]]:
    """Newspaper and date of "<strong>The Post</strong>; Port City [Port City]04 Mar 2021: A.3"."""
    if line is None:
        return []
    name = next((flat(strong) for strong in line.iter(*_LABELS)), "")
    return [("publication title", [name]), ("publication info", [flat(line)])]


def _label(text: str, labels: frozenset[str], *, in_text: bool) -> str:
    """The label with which a paragraph begins; inside the text only labels of ProQuest are."""
    line = one_line(text)
    before, colon, _ = line.partition(":")
    label = before + colon
    return label if colon and label in labels and (is_known(label) or not in_text) else ""


def _more(element: HtmlElement) -> dict[str, str]:
    anchors = (a.get("name") or "" for a in element.iter("a"))
    names: Sequence[str] = [name for name in anchors if name.startswith(_ANCHOR)]
    counts = (text.get("wordcount") or "" for text in element.iter("text"))
    return {
        fields.DATABASE_ID: names[0].rpartition("_")[2] if names else "",
        fields.WORDS: next((count for count in counts if count.isdecimal()), ""),
    }
