"""One ProQuest record, as title and labelled parts, made an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from annotator.readers import fields
from annotator.readers.dates import iso_date
from annotator.readers.documents.html_text import one_line
from annotator.readers.found import FoundArticle
from annotator.readers.news.item import item, number_of_words, without_by
from annotator.readers.news.proquest_labels import ABSTRACT, FULL_TEXT, LINKS, YEAR, meaning

_NOTHING = re.compile(
    r"(?:none|not) available\.?|non disponible\.?|no disponible\.?|nicht verfügbar\.?", re.I
)
_PLACE = re.compile(r"(?:;|\s\[).*$")
_ANONYMOUS = frozenset({"anonymous", "anonyme", "anonym", "anónimo"})
_CUT_SHORT = re.compile(r"\s*(?:\[\.\.\.\]|\.\.\.|…)\s*")


def record(
    title: str, parts: Iterable[tuple[str, Sequence[str]]], more: Mapping[str, str]
) -> FoundArticle:
    """The article of a record: `parts` are labels with the paragraphs that follow them.

    An abstract that only repeats the text is a field; one that says more stands before the text.
    """
    values: dict[str, list[str]] = {}
    abstract: list[str] = []
    body: list[str] = []
    for label, texts in parts:
        name = meaning(label)
        if name == FULL_TEXT:
            body += [text for text in texts if not _NOTHING.fullmatch(text)]
        elif name == ABSTRACT:
            abstract += [text for text in texts if not _NOTHING.fullmatch(text)]
        elif name != LINKS and (value := one_line(" ".join(texts))):
            values.setdefault(name, []).append(value)
    found = {name: "; ".join(dict.fromkeys(told)) for name, told in values.items()}
    title = title or found.get(fields.TITLE, "")
    apart = abstract and not _repeats(abstract, body)
    if abstract and not apart:
        found[ABSTRACT] = " ".join(abstract)
    return item(title, body, {**more, **_refined(found)}, abstract if apart else ())


def _repeats(abstract: Sequence[str], body: Sequence[str]) -> bool:
    """Whether every passage of the abstract stands in the text: ProQuest makes such by machine."""
    whole = one_line(" ".join(body)).casefold()
    passages = _CUT_SHORT.split(one_line(" ".join(abstract)).casefold())
    sentences = [s for passage in passages for s in re.split(r"(?<=[.!?]) ", passage) if s]
    return all(sentence in whole for sentence in sentences)


def _refined(found: dict[str, str]) -> dict[str, str]:
    if fields.DATE in found:
        found[fields.DATE] = iso_date(found[fields.DATE])
    elif "publication info" in found:
        found[fields.DATE] = iso_date(found["publication info"])
    elif YEAR in found:
        found[fields.DATE] = iso_date(found[YEAR])
    if fields.WORDS in found:
        found[fields.WORDS] = number_of_words(found[fields.WORDS])
    if fields.SOURCE not in found and ";" in found.get("publication info", ""):
        found[fields.SOURCE] = found["publication info"].partition(";")[0].strip()
    elif fields.SOURCE in found:
        found["publication title"] = found[fields.SOURCE]
        found[fields.SOURCE] = _PLACE.sub("", found[fields.SOURCE]).strip()
        if found["publication title"] == found[fields.SOURCE]:
            del found["publication title"]
    author = without_by(found.get(fields.AUTHOR, "")).strip()
    found[fields.AUTHOR] = "" if author.casefold().rstrip(".") in _ANONYMOUS else author
    return found
