"""The labelling interface of Label Studio for a codebook: the questions of one level of unit.

A statement is a region over the paragraph, and its variables are asked of each region. The results
hold ids of codes (their labels are what coders see), or labels where labels are wanted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from annotator.exporters.job import Values
from annotator.model.codebook import Code, Codebook, Level, Measurement, Stop, Variable
from annotator.model.coding import SPECIAL_STATES
from annotator.model.columns import column_name
from annotator.model.controls import (
    DONE,
    FLAGGED,
    MEMO,
    STATE,
    STATEMENT,
    STATEMENT_FLAGGED,
    STATEMENT_MEMO,
    TEXT,
)
from annotator.refi.text import fitted

_NUMBERS = (Measurement.INTERVAL, Measurement.RATIO, Measurement.ORDINAL)


def special_control(variable: Variable) -> str:
    """The control that says why a typed answer is not there."""
    return column_name(variable.id) + STATE


def kind_of(variable: Variable) -> str:
    """The kind of control that asks for a variable."""
    if variable.is_tree:
        return "Taxonomy"
    if variable.codes:
        return "Choices"
    if variable.measurement is Measurement.DATE:
        return "DateTime"
    return "Number" if variable.measurement in _NUMBERS else "TextArea"


def config(codebook: Codebook, levels: Iterable[Level], values: Values) -> str:
    """The interface, as XML for the project's settings."""
    view = etree.Element("View")
    _add(view, "Text", name=TEXT, value="$text")
    asked = list(levels)
    for level in asked:
        if level is Level.STATEMENT:
            continue
        for variable in codebook.at(level):
            _question(view, variable, values)
    _marks(view, MEMO, (DONE, FLAGGED))
    if Level.STATEMENT in asked and codebook.at(Level.STATEMENT):
        labels = _add(view, "Labels", name=STATEMENT, toName=TEXT)
        _add(labels, "Label", value=STATEMENT, background="#1F77B4")
        for variable in codebook.at(Level.STATEMENT):
            _question(view, variable, values, perRegion="true")
        _marks(view, STATEMENT_MEMO, (STATEMENT_FLAGGED,), perRegion="true")
    etree.indent(view)
    return etree.tostring(view, encoding="unicode") + "\n"


def _question(above: Any, variable: Variable, values: Values, **more: str) -> None:
    name = column_name(variable.id)
    _add(above, "Header", value=variable.question or variable.label)
    kind = kind_of(variable)
    about = {"name": name, "toName": TEXT} | more
    if kind == "Taxonomy":
        about["leafsOnly"] = "true" if variable.stop is Stop.LEAF else "false"
        about |= {} if variable.multiple else {"maxUsages": "1"}
    elif kind == "Choices":
        about["choice"] = "multiple" if variable.multiple else "single"
    elif kind == "DateTime":
        about |= {"only": "date", "format": "%Y-%m-%d"}
    elif kind == "Number":
        bounds = {"min": variable.minimum, "max": variable.maximum}
        about |= {key: f"{bound:.15g}" for key, bound in bounds.items() if bound is not None}
    control = _add(above, kind, **about)
    for code in variable.codes:
        _choice(control, code, values)
    allowed = zip(SPECIAL_STATES, (variable.not_applicable, variable.cannot_tell), strict=True)
    specials = [name for name, is_allowed in allowed if is_allowed]
    if specials and not variable.codes:
        control = _add(above, "Choices", name=special_control(variable), toName=TEXT, **more)
    for special in specials:
        _add(control, "Choice", value=special)


def _choice(above: Any, code: Code, values: Values) -> None:
    alias = {} if values is Values.LABEL else {"alias": code.id}
    hint = {"hint": code.guidance.definition} if code.guidance.definition else {}
    made = _add(above, "Choice", value=code.label, **alias, **hint)
    for below in code.codes:
        _choice(made, below, values)


def _marks(above: Any, memo: str, marks: Iterable[str], **more: str) -> None:
    for mark in marks:
        control = _add(above, "Choices", name=mark, toName=TEXT, **more)
        _add(control, "Choice", value=mark.rpartition(":")[2])
    _add(above, "TextArea", name=memo, toName=TEXT, placeholder="Memo", **more)


def _add(above: Any, tag: str, /, **attributes: str) -> Any:
    fit = {key: fitted(value) for key, value in attributes.items()}
    return etree.SubElement(above, tag, fit)
