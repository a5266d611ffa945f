"""Elements: made with a namespace, found without one, since several are in use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from annotator.refi.text import fitted

if TYPE_CHECKING:
    from lxml.etree import _Element


def element(space: str, name: str, attributes: Mapping[str, str] = {}, text: str = "") -> _Element:
    """An element of that namespace, which is the default one inside it."""
    from lxml import etree

    default: Any = {None: space}
    given = {key: fitted(value) for key, value in attributes.items()}
    made = etree.Element(f"{{{space}}}{name}", given, nsmap=default)
    if text:
        made.text = fitted(text)
    return made


def local(found: _Element) -> str:
    """The name of an element without its namespace."""
    return str(found.tag).rpartition("}")[2]


def children(above: _Element | None, *names: str) -> Iterator[_Element]:
    """The elements right below that have one of these local names."""
    return (below for below in above if local(below) in names) if above is not None else iter(())


def child(above: _Element | None, name: str) -> _Element | None:
    """The first element right below of this local name."""
    return next(children(above, name), None)


def text_of(found: _Element | None) -> str:
    """The text right inside an element; "" where there is none."""
    return (found.text or "") if found is not None else ""


def attribute(found: _Element, name: str) -> str:
    """An attribute by its local name, whatever its case; "" if there is none."""
    exact = found.get(name)
    if exact is not None:
        return exact
    wanted = name.casefold()
    for key, value in found.items():
        if str(key).rpartition("}")[2].casefold() == wanted:
            return str(value)
    return ""


def line_of(found: _Element) -> int:
    """The line on which an element begins; 0 where it is not known."""
    return cast("int | None", found.sourceline) or 0
