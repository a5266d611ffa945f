"""A compiled codebook as plain data in the form of the codebook file, every default written out.

Read as a codebook file, the data give an equal codebook. A compiled codebook has one language.
"""

from __future__ import annotations

from typing import Any

from annotator.model.codebook import (
    GUIDANCE_LISTS,
    Agreement,
    Code,
    Codebook,
    Guidance,
    Level,
    Measurement,
    Stop,
    Variable,
)

Plain = dict[str, Any]

_NO_STATEMENT = "no_statement"


def plain_codebook(codebook: Codebook) -> Plain:
    """The whole codebook."""
    plain: Plain = {
        "codebook": codebook.id,
        "version": codebook.version,
        "title": codebook.title,
        "language": codebook.language,
        "codable": [str(kind) for kind in codebook.codable],
    }
    if codebook.max_statements:
        plain["statements"] = {"max": str(codebook.max_statements)}
    plain["agreement"] = _agreement(codebook.agreement)
    for level in Level:
        if codebook.at(level):
            plain[str(level)] = {v.id: plain_variable(v) for v in codebook.at(level)}
    return plain


def plain_variable(variable: Variable) -> Plain:
    """One variable with its codes."""
    plain: Plain = {"label": variable.label, "measurement": str(variable.measurement)}
    plain |= _written(
        question=variable.question, default=variable.default, prefill=variable.prefill
    )
    plain |= _guidance(variable.guidance)
    if variable.stop is Stop.LEAF:
        plain["stop"] = str(variable.stop)
    if (variable.min_select, variable.max_select) != (1, 1):
        plain["select"] = {"min": str(variable.min_select), "max": str(variable.max_select)}
    if variable.required is (variable.measurement is Measurement.TEXT):
        plain["required"] = yes_no(variable.required)
    if not variable.compared:
        plain["compared"] = yes_no(False)
    plain |= _conditions(variable) | _bounds(variable)
    if variable.agreement is not None:
        plain["agreement"] = _agreement(variable.agreement)
    if variable.codes:
        plain["codes"] = {code.id: _code(code) for code in variable.codes}
    return plain


def _code(code: Code) -> Plain:
    plain: Plain = {"label": code.label} | _written(key=code.key, merged_into=code.merged_into)
    if code.value is not None:
        plain["value"] = number(code.value)
    marks = {"off_scale": code.off_scale, "needs_memo": code.needs_memo,
             "deprecated": code.deprecated}  # fmt: skip
    plain |= {name: yes_no(on) for name, on in marks.items() if on}
    plain |= _guidance(code.guidance)
    if code.codes:
        plain["codes"] = {below.id: _code(below) for below in code.codes}
    return plain


def _guidance(guidance: Guidance) -> Plain:
    lists = {name: list(getattr(guidance, name)) for name in GUIDANCE_LISTS}
    return _written(definition=guidance.definition) | {
        n: found for n, found in lists.items() if found
    }


def _conditions(variable: Variable) -> Plain:
    conditions: Plain = {name: list(codes) for name, codes in variable.ask_if.items()}
    if variable.ask_if_no_statement:
        conditions[_NO_STATEMENT] = []
    allowed = {"not_applicable": variable.not_applicable, "cannot_tell": variable.cannot_tell}
    plain: Plain = {"ask_if": conditions} if conditions else {}
    if not all(allowed.values()):
        plain["special"] = [name for name, on in allowed.items() if on]
    return plain


def _bounds(variable: Variable) -> Plain:
    plain: Plain = {}
    if variable.minimum is not None:
        plain["min"] = number(variable.minimum)
    if variable.maximum is not None:
        plain["max"] = number(variable.maximum)
    anchors = _written(low=variable.anchors[0], high=variable.anchors[1])
    return plain | ({"anchors": anchors} if anchors else {})


def _agreement(agreement: Agreement) -> Plain:
    return {"reliable": number(agreement.reliable), "tentative": number(agreement.tentative)}


def _written(**texts: str) -> Plain:
    return {name: text for name, text in texts.items() if text}


def number(value: float) -> str:
    """A number as it is written by hand: 1, not 1.0; no digit is lost."""
    return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)


def yes_no(on: bool) -> str:
    """true or false, as in the file."""
    return "true" if on else "false"
