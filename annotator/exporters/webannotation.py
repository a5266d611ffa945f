"""W3C Web Annotation (JSON-LD): one annotation for each coding, statement and memo.

Offsets are code points, as the Web Annotation Data Model wants them. What the model has no word for
(variable, code, statement, round, state, version of the codebook) stands under the prefix `an:`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from annotator.exporters.annotations.answered import Answer, Answered, Reader
from annotator.exporters.cells import iso_time
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.refi.guids import code_guid, guid

FILE = "annotations.jsonld"
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"an": "urn:annotator:"}]
_AROUND = 32  # characters before and after a quote, by which it is found again in another copy
Annotation = dict[str, Any]


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write all annotations as one collection with one page."""
    report = Report()
    study = source.about.name
    stream = to.open(FILE)
    count = 0
    stream.write(_before(source))
    for _, parts in Reader(source, choice, report).units():
        for part in parts:
            for annotation in _annotations(part, study, source.codebook.id, choice):
                _put(stream, annotation, first=not count)
                count += 1
    stream.write(f'\n]}}, "total": {count}}}\n')
    report.rows[FILE] = count
    return report


def _before(source: Source) -> str:
    study = source.about.name
    head = {
        "@context": _CONTEXT,
        "id": _urn("collection", study),
        "type": "AnnotationCollection",
        "label": study,
    }
    page = {"id": _urn("page", study), "type": "AnnotationPage", "startIndex": 0}
    opened = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{opened}, "first": {json.dumps(page)[:-1]}, "items": ['


def _put(stream: TextIO, annotation: Annotation, *, first: bool) -> None:
    stream.write("\n" if first else ",\n")
    stream.write(json.dumps(annotation, ensure_ascii=False))


def _annotations(part: Answered, study: str, codebook: str, choice: Choice) -> Iterator[Annotation]:
    unit = part.unit
    key = (study, unit.coder, unit.round, unit.article.id, str(unit.paragraph), part.statement)
    base = {
        "type": "Annotation",
        "creator": {"id": _urn("user", study, unit.coder), "type": "Person", "name": unit.coder},
        "target": _target(part, choice),
        "an:round": unit.round,
    }
    if part.number:
        base["an:statement"] = _urn("statement", *key)
    elif unit.unit is not None:
        yield base | {"id": _urn("unit", *key), "motivation": "an:finishing",
                      "created": iso_time(part.at), "an:finished": unit.done,
                      "an:flagged": part.flagged}  # fmt: skip
    if part.number:
        yield base | {"id": base["an:statement"], "motivation": "linking",
                      "created": iso_time(part.at), "an:flagged": part.flagged}  # fmt: skip
    for answer in part.answers:
        told = {"id": _urn("answer", *key, answer.variable.id)}
        yield base | told | _said(answer, codebook, choice)
    if part.memo:
        body = {"type": "TextualBody", "purpose": "commenting", "value": part.memo}
        yield base | {"id": _urn("memo", *key), "motivation": "commenting",
                      "created": iso_time(part.at), "body": body}  # fmt: skip


def _said(answer: Answer, codebook: str, choice: Choice) -> Annotation:
    """The body: a tag for each code, or what was typed."""
    variable = answer.variable
    told: Annotation = {
        "motivation": "describing" if answer.typed else "classifying",
        "created": iso_time(answer.coding.at),
        "an:variable": variable.id,
        "an:state": answer.coding.state,
        "an:codebook": answer.coding.codebook,
    }
    if answer.typed:
        body = {"type": "TextualBody", "purpose": "describing", "value": answer.typed}
        return told | {"body": body}
    codes = [answer.special] if answer.special else [path[-1].id for path in answer.paths]
    shown = answer.chosen(choice.values)
    bodies = [
        {"id": f"urn:uuid:{code_guid(codebook, variable.id, code).lower()}", "type": "TextualBody",
         "purpose": "classifying", "value": value, "an:code": code}
        for code, value in zip(codes, shown, strict=True)
    ]  # fmt: skip
    return told | {"body": bodies[0] if len(bodies) == 1 else bodies}


def _target(part: Answered, choice: Choice) -> Annotation:
    article = part.article
    source: Annotation = {"id": f"urn:annotator:article:{article.id}", "type": "Text",
                          "label": article.title or article.name}  # fmt: skip
    if article.url:
        source["an:url"] = article.url
    if not part.unit.paragraph:
        return {"source": source}
    start, end = part.place
    selectors: list[Annotation] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if choice.text:
        text = article.text
        selectors.append({"type": "TextQuoteSelector", "exact": text[start:end],
                          "prefix": text[max(start - _AROUND, 0) : start],
                          "suffix": text[end : end + _AROUND]})  # fmt: skip
    return {"source": source, "selector": selectors}


def _urn(*parts: str) -> str:
    return f"urn:uuid:{guid(*parts).lower()}"
