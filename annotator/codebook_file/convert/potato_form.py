"""The configuration of Potato (YAML): each annotation scheme is a variable of paragraphs.

Potato shows the name of a label and records it, so a code's label stands there; the id that is not
made from it in the usual way stands beside it. Trees are written as one list.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from annotator.codebook_file.convert.hub import Found, key_or_none, spoken
from annotator.codebook_file.document import Document
from annotator.codebook_file.source import decode, parse
from annotator.entries.entry import Entry
from annotator.entries.ids import Ids
from annotator.errors import CodebookError
from annotator.model.problem import Problem

_CHOICES = {"radio": False, "select": False, "likert": False, "multiselect": True, "span": True}
_TYPED = {"text": "text", "textbox": "text", "number": "interval", "slider": "interval"}
_UNUSED = {"pure_display"}
_NUMBERS = ("interval", "ratio", "ordinal")
_ID = "annotator_id"


def read(content: bytes, name: str) -> Found:
    """The entries of a configuration. Raises CodebookError where it has no annotation schemes."""
    document = Document(name)
    parse(decode(content, name=name), document)
    schemes = document.data.get("annotation_schemes") if document.data else None
    if document.problems or not isinstance(schemes, list):
        missing = [Problem("there are no `annotation_schemes`", name)]
        raise CodebookError(f"{name} cannot be read.", document.problems or missing)
    stem = PurePath(name).stem
    title = str(document.data.get("annotation_task_name") or stem)
    head = {"codebook": Ids().variable(stem), "version": "1", "title": title}
    found, ids = Found([], []), Ids()
    entries = [Entry(fields=head)]
    for scheme in schemes:
        if isinstance(scheme, Mapping):
            entries += _variable(scheme, ids, found.passed_over)
    return Found(entries, found.passed_over)


def _variable(scheme: Mapping[str, Any], ids: Ids, passed: list[str]) -> Iterator[Entry]:
    kind, name = str(scheme.get("annotation_type") or ""), str(scheme.get("name") or "")
    if kind in _UNUSED:
        return
    if kind in _CHOICES and not _labels(scheme, kind):
        passed.append(f"the scheme `{name}`, which has no labels")
        return
    if kind not in _CHOICES and kind not in _TYPED:
        passed.append(f"the scheme `{name}` of the type `{kind}`")
        return
    variable = ids.variable(name or "variable")
    asked = str(scheme.get("description") or "")
    fields = {"label": spoken(variable), "question": asked if asked != spoken(variable) else "",
              "required": "true" if _is_required(scheme) else "false"}  # fmt: skip
    if kind in _TYPED:
        fields["measurement"] = _TYPED[kind]
        fields |= {end: _text(scheme, end, f"{end}_value") for end in ("min", "max")}
    elif _CHOICES[kind]:
        fields["select"] = "1.."
    if kind == "span":
        passed.append(f"that `{name}` is for passages: here it is for paragraphs")
    if kind == "likert":
        fields |= {"measurement": "ordinal", "low": _text(scheme, "min_label"),
                   "high": _text(scheme, "max_label")}  # fmt: skip
    yield Entry("paragraph", variable, fields=fields)
    if kind in _CHOICES:
        yield from _codes(variable, _labels(scheme, kind), ids)


def _labels(scheme: Mapping[str, Any], kind: str) -> list[Any]:
    size = _text(scheme, "size")
    if kind == "likert" and size.isascii() and size.isdecimal() and len(size) < 3:
        return [str(number) for number in range(1, int(size) + 1)]
    labels = scheme.get("labels")
    return labels if isinstance(labels, list) else []


def _codes(variable: str, labels: list[Any], ids: Ids) -> Iterator[Entry]:
    taken = {""}
    for label in labels:
        told = label if isinstance(label, Mapping) else {"name": label}
        name = " ".join(str(told.get("name") or "").split())
        code = ids.code(variable, str(told.get(_ID) or name))
        key = key_or_none(_text(told, "key_value", "key_binding"))
        fields = {"label": name, "definition": _text(told, "tooltip")}
        fields["key"] = "" if key in taken else key
        taken.add(key)
        yield Entry("paragraph", variable, code, fields=fields)


def _text(told: Mapping[str, Any], *names: str) -> str:
    return next((str(told[name]) for name in names if isinstance(told.get(name), str)), "")


def _is_required(scheme: Mapping[str, Any]) -> bool:
    demand = scheme.get("label_requirement")
    return isinstance(demand, Mapping) and str(demand.get("required")).lower() == "true"


def write(entries: Sequence[Entry]) -> bytes:
    """The part of a configuration that says what is asked; data and users are still to be named."""
    from ruamel.yaml import YAML

    head, *rest = entries
    told: dict[str, Any] = {
        "annotation_task_name": head.fields.get("title") or head.fields.get("codebook")
    }
    told["annotation_schemes"] = [
        _scheme(entry, [code for code in rest if code.variable == entry.variable and code.code])
        for entry in rest
        if not entry.code
    ]
    yaml, stream = YAML(), io.StringIO()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump(_quoted(told), stream)
    return stream.getvalue().encode("utf-8")


def _scheme(entry: Entry, codes: Sequence[Entry]) -> dict[str, Any]:
    fields = entry.fields
    several = fields.get("select", "1..1") not in ("", "1..1", "one")
    measurement = fields.get("measurement", "nominal" if codes else "text")
    kind = "multiselect" if several else "radio"
    if not codes and measurement != "binary":
        kind = "number" if measurement in _NUMBERS else "text"
    told: dict[str, Any] = {"annotation_type": kind, "name": entry.variable,
                            "description": fields.get("question") or entry.label}  # fmt: skip
    told |= {
        end: float(fields[end]) for end in ("min", "max") if kind == "number" and end in fields
    }
    if kind in _CHOICES:
        told["labels"] = [_label(code) for code in codes] or ["Yes", "No"]
    is_required = fields.get("required", "false" if measurement == "text" else "true") == "true"
    return told | ({"label_requirement": {"required": True}} if is_required else {})


def _label(code: Entry) -> dict[str, str]:
    ids = Ids()
    told = {"name": code.label}
    if ids.code("", code.label) != code.code:
        told[_ID] = code.code
    named = {"tooltip": "definition", "key_value": "key"}
    return told | {
        name: code.fields[field] for name, field in named.items() if field in code.fields
    }


def _quoted(value: Any) -> Any:
    """Texts in quotes: Potato's reader takes a bare Yes for true and 1:30 for 90."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, dict):
        return {name: _quoted(below) for name, below in value.items()}
    if isinstance(value, list):
        return [_quoted(item) for item in value]
    return DoubleQuotedScalarString(value) if isinstance(value, str) else value
