"""Checks on what a measurement allows: codes, numeric values, limits, selections, proposals."""

from __future__ import annotations

from annotator.codebook_file.document import Document
from annotator.codebook_file.keys import is_scale
from annotator.codebook_file.outline import Item, Question
from annotator.model.codebook import Level, Measurement

_TYPED_ONLY = frozenset({Measurement.TEXT, Measurement.DATE})
_PROPOSALS = frozenset({"title", "author", "source", "date", "url"})


def check_scale(question: Question, document: Document) -> None:
    """Report what does not fit the variable's measurement."""
    measurement = question.measurement
    if question.has_codes and measurement in _TYPED_ONLY:
        message = f"A variable with codes cannot be `{measurement}`."
        document.report((*question.path, "measurement"), message, "take `measurement:` away")
    if question.entry.compared and measurement is Measurement.TEXT:
        message = "Free text cannot be compared."
        document.report((*question.path, "compared"), message, "take `compared:` away")
    if not question.has_codes and measurement is Measurement.NOMINAL:
        message = "A nominal variable needs codes."
        document.report((*question.path, "measurement"), message, "add `codes:`, or write `text`")
    if question.entry.codes and is_scale(measurement):
        _check_values(question, document)
    if question.entry.codes and measurement is Measurement.BINARY:
        _check_two_codes(question, document)
    _check_offered(question, document)
    _check_limits(question, document)
    _check_select(question, document)


def check_proposals(asked: tuple[Question, ...], document: Document) -> None:
    """Report every `prefill` that its variable cannot have."""
    kind_variables = [question for question in asked if question.entry.prefill == "kind"]
    for question in kind_variables[1:]:
        message = f"`{kind_variables[0].id}` has `prefill: kind` already."
        document.report((*question.path, "prefill"), message)
    for question in asked:
        path = (*question.path, "prefill")
        if question.entry.prefill == "kind":
            if question.level is not Level.PARAGRAPH or (question.sound and not question.has_codes):
                document.report(path, "`kind` is proposed to a paragraph variable with codes.")
        elif question.entry.prefill in _PROPOSALS and question.level is not Level.ARTICLE:
            message = f"`{question.entry.prefill}` is proposed to article variables only."
            document.report(path, message)


def _check_values(question: Question, document: Document) -> None:
    on_scale = []
    for item in question.items:
        path = (*item.path, "value")
        if item.entry.off_scale and item.entry.value is not None:
            document.report(path, "A code that is off the scale has no value.")
        elif not item.entry.off_scale and question.is_answer(item):
            on_scale.append(item)
    valued = [item for item in on_scale if item.entry.value is not None]
    if valued or question.measurement is not Measurement.ORDINAL:
        _report_missing_values(on_scale, document)
    if len(valued) > 1 and len({item.entry.value for item in valued}) == 1:
        document.report((*question.path, "codes"), "All codes of the scale have the same value.")


def _report_missing_values(on_scale: list[Item], document: Document) -> None:
    for item in on_scale:
        if item.entry.value is None:
            message = f"The code `{item.id}` has no value."
            document.report(item.path, message, "add `value:`, or `off_scale: true`")


def _check_two_codes(question: Question, document: Document) -> None:
    on_scale = [item for item in question.items if item.offered and not item.entry.off_scale]
    if len(on_scale) != 2:
        message = f"A binary variable has two codes; this has {len(on_scale)}."
        document.report((*question.path, "codes"), message, "without `codes:` it gets yes and no")


def _check_offered(question: Question, document: Document) -> None:
    if question.items and not any(question.may_be_chosen(item) for item in question.items):
        document.report((*question.path, "codes"), "None of the codes can be chosen.")


def _check_limits(question: Question, document: Document) -> None:
    low, high = question.entry.min, question.entry.max
    if low is None and high is None:
        return
    name = "min" if low is not None else "max"
    if question.has_codes or not is_scale(question.measurement):
        message = f"`{name}` is for numbers that are typed in."
        hint = "`select: {min: ..., max: ...}` bounds how many codes are chosen"
        document.report((*question.path, name), message, hint if question.has_codes else "")
    elif low is not None and high is not None and low > high:
        document.report((*question.path, "min"), "`min` is greater than `max`.")


def _check_select(question: Question, document: Document) -> None:
    select = question.entry.select
    if select.max and select.min > select.max:
        document.report((*question.path, "select", "min"), "`min` is greater than `max`.")
    if select.max != 1 and not question.has_codes:
        document.report((*question.path, "select"), "There are no codes to select from.")
