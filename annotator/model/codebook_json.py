"""The compiled codebook as JSON text, and back.

Standard library only: a study keeps the compiled form beside the codebook file, so that the coding
screen starts without a YAML reader and without pydantic. What has its default value is left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, cast

from annotator.errors import CodebookError
from annotator.model.codebook import (
    Agreement,
    Code,
    Codebook,
    Guidance,
    Level,
    Measurement,
    Stop,
    Variable,
)

_FORM = 1
_Part = Agreement | Guidance | Code | Variable | Codebook


def to_json(codebook: Codebook) -> str:
    """The codebook as one line of JSON; the same codebook gives the same text."""
    return json.dumps({"form": _FORM, **_plain(codebook)}, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Codebook:
    """The codebook that `to_json` wrote. Raises CodebookError when the text is anything else."""
    try:
        content = json.loads(text)
        if content.pop("form") != _FORM:
            raise ValueError("another form")
        return _codebook(content)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise CodebookError(
            "The stored form of the codebook cannot be read.", hint="annotator doctor"
        ) from error


def _plain(part: _Part) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for entry in fields(part):
        value = getattr(part, entry.name)
        default = entry.default_factory() if callable(entry.default_factory) else entry.default
        if default is MISSING or value != default:
            plain[entry.name] = _plain_value(value)
    return plain


def _plain_value(value: object) -> object:
    if isinstance(value, _Part):
        return _plain(value)
    if isinstance(value, tuple):
        return [_plain_value(item) for item in value]
    return dict(value) if isinstance(value, Mapping) else value


def _codebook(plain: dict[str, Any]) -> Codebook:
    plain["variables"] = tuple(_variable(variable) for variable in plain["variables"])
    return Codebook(**_with_agreement(_with_tuples(plain, "codable")))


def _variable(plain: dict[str, Any]) -> Variable:
    plain["level"] = Level(plain["level"])
    plain["measurement"] = Measurement(plain["measurement"])
    if "stop" in plain:
        plain["stop"] = Stop(plain["stop"])
    if "ask_if" in plain:
        plain["ask_if"] = {name: tuple(codes) for name, codes in plain["ask_if"].items()}
    plain = _with_agreement(_with_help_and_codes(plain))
    return Variable(**_with_tuples(plain, "anchors"))


def _with_agreement(plain: dict[str, Any]) -> dict[str, Any]:
    if "agreement" in plain:
        plain["agreement"] = Agreement(**plain["agreement"])
    return plain


def _code(plain: dict[str, Any]) -> Code:
    return Code(**_with_help_and_codes(plain))


def _with_help_and_codes(plain: dict[str, Any]) -> dict[str, Any]:
    if "guidance" in plain:
        plain["guidance"] = Guidance(**_with_tuples(plain["guidance"], *_GUIDANCE_LISTS))
    if "codes" in plain:
        plain["codes"] = tuple(_code(code) for code in plain["codes"])
    return plain


def _with_tuples(plain: dict[str, Any], *names: str) -> dict[str, Any]:
    for name in names:
        if name in plain:
            plain[name] = tuple(cast(list[object], plain[name]))
    return plain


_GUIDANCE_LISTS = tuple(entry.name for entry in fields(Guidance) if entry.name != "definition")
