"""Keys: one letter or digit for each code among its siblings."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterator

from annotator.codebook_file.document import Document
from annotator.codebook_file.outline import Item, Question, groups
from annotator.model.codebook import Measurement

_LETTERS = string.ascii_lowercase
_ALL = frozenset(_LETTERS + string.digits)


def check_keys(question: Question, document: Document) -> None:
    """Report every key that is none, and every key that two siblings share."""
    for siblings in groups(question):
        taken: dict[str, Item] = {}
        for item in siblings:
            key = item.entry.key
            if key is None or not item.offered:
                continue
            if key not in _ALL:
                hint = f"write `{key.lower()}`" if key.lower() in _ALL else ""
                message = f"`{key}` cannot be a key: a key is one of a-z or 0-9."
                document.report((*item.path, "key"), message, hint)
            elif taken.setdefault(key, item) is not item:
                first = taken[key]
                line = document.lines.get((*first.path, "key"), 0)
                message = f"The key `{key}` is taken by `{first.id}` on line {line}."
                document.report((*item.path, "key"), message, _free(siblings))


def assign_keys(siblings: tuple[Item, ...], labels: dict[str, str], scale: bool) -> dict[str, str]:
    """A key for every sibling by its id; "" where 36 keys do not suffice, or none is needed.

    Given keys stay. The others get, in the order of the file, the first that is free: their place
    on a scale, the first letters of the label's words, its other letters, those of the id, any.
    """
    keys = {item.id: item.entry.key or "" for item in siblings if item.offered}
    free = set(_ALL) - set(keys.values())
    places = _places(siblings) if scale else {}
    for item in siblings:
        if keys.get(item.id) == "":
            wishes = _wishes(places.get(item.id, ""), labels[item.id], item.id)
            keys[item.id] = next((wish for wish in wishes if wish in free), "")
            free.discard(keys[item.id])
    return {item.id: keys.get(item.id, "") for item in siblings}


def is_scale(measurement: Measurement) -> bool:
    """Whether codes get digits as keys, in their order."""
    return measurement in {Measurement.ORDINAL, Measurement.INTERVAL, Measurement.RATIO}


def _places(siblings: tuple[Item, ...]) -> dict[str, str]:
    on_scale = [item.id for item in siblings if not item.entry.off_scale]
    off_scale = [item.id for item in siblings if item.entry.off_scale and item.offered]
    return {**dict(zip(on_scale, "123456789", strict=False)), **dict.fromkeys(off_scale[:1], "0")}


def _wishes(place: str, label: str, code_id: str) -> Iterator[str]:
    yield place
    words = _plain(label).split()
    yield from (word[0] for word in words)
    yield from "".join(words)
    yield from _plain(code_id)
    yield from _LETTERS
    yield from string.digits


def _plain(text: str) -> str:
    """Lower-case ASCII letters, accents taken off; all else separates words."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    kept = (c for c in bare if not unicodedata.combining(c))
    return "".join(c if c in _LETTERS else " " for c in kept)


def _free(siblings: tuple[Item, ...]) -> str:
    taken = {item.entry.key for item in siblings}
    free = [key for key in _LETTERS + string.digits if key not in taken]
    return "free: " + " ".join(free[:10]) if free else "leave the key out"
