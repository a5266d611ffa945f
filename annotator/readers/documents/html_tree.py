"""A web page as a tree of elements, however badly it is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, cast

from annotator.readers.documents.charset import markup
from annotator.readers.encoding import Decoded
from annotator.readers.signatures import looks_like
from annotator.readers.source import Source

if TYPE_CHECKING:
    from lxml import etree
    from lxml.html import HtmlElement

MAX_ELEMENTS = 300_000
"""More are refused: the longest articles have a tenth of that, and hostile pages have more."""
MAX_CHARACTERS = 20_000_000
"""Of mark-up, embedded pictures left aside."""

DEEPEST = 2048
"""The parser goes no deeper; such pages are refused."""

_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|p|span|table|article|section|main|h[1-6]"
    r"|ul|ol|a|br|b|i|font|center|strong|em|img)\b",
    re.IGNORECASE,
)
_LOOKED_AT = 4096
# Pages saved as one file carry their pictures and fonts inside: megabytes that are no text.
_EMBEDDED = re.compile(r"data:[\w.+-]{1,60}/[\w.+-]{1,60}[^,\"'()<>\s]{0,200},[^\"'()<>\s]{200,}")
_TOO_DEEP = "Excessive depth"
_LONGEST_SCRIPT = 500_000
"""Characters; metadata for search engines stand in scripts, but not in such."""


class Page(NamedTuple):
    """A parsed page and how its bytes were read. Readers share it: nobody may change the tree."""

    root: HtmlElement
    decoded: Decoded


def tree(source: Source) -> HtmlElement:
    """The root element of a web page; `ReaderError` where there is none. Use with `once`."""
    return source.once(page).root


def page(source: Source) -> Page:
    """The page in the source; `ReaderError` if it is no mark-up or beyond the caps."""
    text = source.once(decoded)
    return Page(parse(source, text.text), text)


def decoded(source: Source) -> Decoded:
    """The mark-up of the source as text; `ReaderError` if it is another kind of file."""
    seen = looks_like(source.head)
    if seen:
        raise source.refusal(f"is no web page: it looks like {seen}")
    return markup(source)


def is_markup(source: Source) -> bool:
    """Whether the file begins as mark-up does; cheap, and never raises."""
    if looks_like(source.head):
        return False
    head = source.head.replace(b"\x00", b"").decode("latin-1").lstrip("\xef\xbb\xbfþÿ \t\r\n")
    return head.startswith("<") and _TAG.search(head, 0, _LOOKED_AT) is not None


def markup_with(source: Source, *names: str) -> str:
    """The mark-up of the source if it is some and has one of these names in it, else "".

    For `sniff`: a look for names costs next to nothing, patterns are for pages that have them.
    """
    text = source.or_none(decoded) if source.once(is_markup) else None
    return text.text if text and any(name in text.text for name in names) else ""


def _empty_long_scripts(root: HtmlElement) -> None:
    for script in root.iter("script", "style"):
        if len(script.text or "") > _LONGEST_SCRIPT:
            script.text = None


def elements_in(root: HtmlElement) -> int:
    """How many elements the page has."""
    return int(cast("float", root.xpath("count(.//*)")))


def nesting_of(root: HtmlElement) -> int:
    """The sum of the levels on which the page's elements lie: 12 for four on the third."""
    from lxml import etree

    level = total = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        total += level if event == "start" else 0
    return total


def outermost(
    root: HtmlElement, tag: str, fits: Callable[[HtmlElement], bool]
) -> list[HtmlElement]:
    """The elements of that name that fit, in their order; none that lies in another of them."""
    from lxml import etree

    found: list[HtmlElement] = []
    walk = etree.iterwalk(root, events=("start",), tag=tag)
    for _, element in walk:
        if fits(element):
            found.append(element)
            walk.skip_subtree()
    return found


def parse(source: Source, text: str) -> HtmlElement:
    """The root element of mark-up that belongs to `source`; nothing outside it is looked at."""
    from lxml import etree

    if "data:" in text:
        text = _EMBEDDED.sub("data:,", text)
    if len(text) > MAX_CHARACTERS:
        raise source.refusal(f"holds too much mark-up: {len(text) / 1e6:,.0f} million characters")
    parser = _parser()
    try:
        root = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise source.refusal(f"cannot be read as a web page: {error}") from error
    if root is None:
        raise source.refusal("is no web page: there is nothing in it")
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise source.refusal("is nested too deep: its elements lie in more than 2,000 others")
    if len(text) > _LONGEST_SCRIPT:
        _empty_long_scripts(root)
    if elements_in(root) > MAX_ELEMENTS:
        raise source.refusal(f"has more than {MAX_ELEMENTS:,} elements: no article has")
    return root


def _parser() -> etree.HTMLParser:
    """A parser whose elements are those of lxml.html, but forms and their fields none apart.

    Nobody here fills in forms, and lxml would ask Python for the class of each element it hands
    out: a fifteenth of the time that a page takes.
    """
    from lxml import etree
    from lxml.html import HtmlElement

    # Without `huge_tree`, text below the 256th level is dropped without a word.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True,
        collect_ids=False,
    )  # fmt: skip
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return parser
