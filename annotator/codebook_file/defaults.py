"""Checks on `default`: the answer where the coder gives none must be one the coder could give."""

from __future__ import annotations

import math
from datetime import date

from annotator.codebook_file.document import Document
from annotator.codebook_file.outline import Known, Question, codes_of
from annotator.codebook_file.wording import nearest
from annotator.model.codebook import Measurement


def check_default(question: Question, known: Known, document: Document) -> None:
    """Report a default that is no code, no date, or no number within the limits."""
    default = question.entry.default
    if not default:
        return
    check = _fault_of_code if question.has_codes else _fault_of_typed
    fault, hint = check(question, default, known)
    if fault:
        document.report((*question.path, "default"), fault, hint)


def _fault_of_code(question: Question, default: str, known: Known) -> tuple[str, str]:
    possible = codes_of(question, known)
    if not possible:
        return "", ""  # a fault of `codes_from`, which is reported there
    if default not in possible:
        return f"There is no code `{default}`.", nearest(default, possible)
    item = possible[default]
    if item is not None and not item.offered:
        return f"The code `{default}` is no longer offered.", ""
    if item is not None and not question.may_be_chosen(item):
        return f"`{default}` is a group, and `stop: leaf` wants a code below it.", ""
    return "", ""


def _fault_of_typed(question: Question, default: str, _: Known) -> tuple[str, str]:
    if question.measurement is Measurement.TEXT:
        return "", ""
    if question.measurement is Measurement.DATE:
        return ("", "") if _is_date(default) else (f"`{default}` is not a date.", "2019-02-28")
    number = _number(default)
    if not math.isfinite(number):
        return f"`{default}` is not a number.", ""
    low, high = question.entry.min, question.entry.max
    if (low is not None and number < low) or (high is not None and number > high):
        return f"`{default}` is not between `min` and `max`.", ""
    return "", ""


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan
