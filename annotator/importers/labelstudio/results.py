"""Results of Label Studio: values of a control, of the text or of a region of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from annotator.importers.json_values import as_dict, as_list, as_place, as_text
from annotator.importers.passages import UNKNOWN_CODER
from annotator.importers.texts import one_line, plain_text


class Kind(StrEnum):
    """What kind of values a control gives."""

    CODES = "codes"
    NUMBER = "number"
    TEXT = "text"


_KINDS: Mapping[str, tuple[Kind, str]] = {  # type of result -> kind, field of its value
    "labels": (Kind.CODES, "labels"),
    "hypertextlabels": (Kind.CODES, "hypertextlabels"),
    "choices": (Kind.CODES, "choices"),
    "taxonomy": (Kind.CODES, "taxonomy"),
    "rating": (Kind.NUMBER, "rating"),
    "number": (Kind.NUMBER, "number"),
    "textarea": (Kind.TEXT, "text"),
    "datetime": (Kind.TEXT, "datetime"),
}
_PATH = " / "


class Told(NamedTuple):
    """Values that one control gives."""

    control: str
    kind: Kind
    values: tuple[str, ...]


@dataclass(slots=True)
class Region:
    """What was said of one passage; `start` -1 where its place cannot be read."""

    start: int
    end: int
    quote: str
    told: list[Told] = field(default_factory=list)
    in_html: bool = False


@dataclass(slots=True)
class Annotation:
    """What one coder said of one task. `lost` are types of results that are not about text."""

    coder: str
    whole: list[Told] = field(default_factory=list)
    regions: dict[str, Region] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    is_machine: bool = False


def annotations_of(task: Mapping[str, Any]) -> Iterator[Annotation]:
    """The annotations of a task that were not cancelled."""
    for annotation in submitted(task):
        made = Annotation(coder_of(annotation) or UNKNOWN_CODER)
        _take(made, as_list(annotation.get("result")))
        yield made


def predictions_of(task: Mapping[str, Any]) -> Iterator[Annotation]:
    """The predictions of a task, each by its model."""
    for prediction in foretold(task):
        made = Annotation(model_of(prediction), is_machine=True)
        _take(made, as_list(prediction.get("result")))
        yield made


def submitted(task: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The annotations of a task that people handed in and did not cancel."""
    given = as_list(task.get("annotations")) + as_list(task.get("completions"))
    return [one for one in map(as_dict, given) if not one.get("was_cancelled")]


def foretold(task: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The predictions of a task that say anything; some exports hold their numbers alone."""
    given = map(as_dict, as_list(task.get("predictions")))
    return [one for one in given if isinstance(one.get("result"), list)]


def model_of(prediction: Mapping[str, Any]) -> str:
    """The version of the model that made a prediction."""
    return one_line(as_text(prediction.get("model_version"))) or "unknown model"


def coder_of(annotation: Mapping[str, Any]) -> str:
    """Who made an annotation: a person's address, else the name, else the number; "" if unsaid."""
    return _coder(annotation.get("completed_by"))


def _coder(completed_by: Any) -> str:
    if isinstance(completed_by, dict):
        names = (
            f"{as_text(completed_by.get('first_name'))} {as_text(completed_by.get('last_name'))}"
        )
        return (
            one_line(as_text(completed_by.get("email")))
            or one_line(names)
            or _coder(completed_by.get("id"))
        )
    number = one_line(as_text(completed_by))
    if isinstance(completed_by, str) and number:
        return number
    return f"coder {number}" if number else ""


def _take(made: Annotation, results: Iterable[Any]) -> None:
    for number, given in enumerate(results):
        result = as_dict(given)
        value, type_ = as_dict(result.get("value")), as_text(result.get("type"))
        told = _told(result, type_, value)
        if told is None or "x" in value:  # x, y: a place in a picture
            made.lost.append(type_ or "unknown")
        elif "start" not in value:
            made.whole.append(told)
        else:
            identifier = as_text(result.get("id")) or f"result {number}"
            region = made.regions.setdefault(identifier, _region(value))
            region.told.append(told)


def _region(value: Mapping[str, Any]) -> Region:
    """The passage; in HTML `start` is a path, and the place stands in `globalOffsets`."""
    offsets = as_dict(value.get("globalOffsets"))
    places = offsets or value
    start, end = as_place(places.get("start")), as_place(places.get("end"))
    return Region(start, end, as_text(value.get("text")), in_html=bool(offsets))


def _told(result: Mapping[str, Any], type_: str, value: Mapping[str, Any]) -> Told | None:
    known = _KINDS.get(type_)
    control = one_line(as_text(result.get("from_name")))
    if known is None or not control:
        return None
    kind, name = known
    given = value.get(name)
    found = given if isinstance(given, list) else [given]
    texts = (
        _PATH.join(map(as_text, one)) if isinstance(one, list) else as_text(one) for one in found
    )
    values = tuple(dict.fromkeys(plain_text(text) for text in texts if text.strip()))
    return Told(control, kind, values) if values else None
