"""Values at the variable's own level of measurement: numbers, and what had to be left out."""

from __future__ import annotations

from collections import Counter

from annotator.agreement import ReliabilityData
from annotator.model.codebook import Measurement, Variable
from annotator.model.wording import counted
from annotator.reports.units import SPECIAL

SCALES = (Measurement.ORDINAL, Measurement.INTERVAL, Measurement.RATIO)
"""Measurements whose values are numbers."""


def on_scale(data: ReliabilityData, variable: Variable) -> tuple[ReliabilityData, list[str]]:
    """The values as numbers, with remarks that count those left out and say why."""
    counts = data.margins.sum(axis=0)
    left_out: Counter[str] = Counter()
    for value, count in zip(data.values, counts.tolist(), strict=True):
        if reason := _why_not(variable, value):
            left_out[reason] += count
    remarks = [
        f"{counted(count, 'value')} left out: {reason}" for reason, count in left_out.items()
    ]
    numbers = data.recoded(
        lambda value: None if _why_not(variable, value) else _number(variable, value)
    )
    return numbers, remarks


def _why_not(variable: Variable, value: str) -> str:
    """Why a value has no place on the scale; "" where it has one."""
    if value in SPECIAL:
        return value.replace("_", " ")
    code = variable.code(value)
    if code is not None and code.off_scale:
        return f"“{value}” is off the scale"
    number = _number(variable, value)
    if number is None:
        return f"“{value}” stands for no number"
    negative = variable.measurement is Measurement.RATIO and number < 0
    return f"{value} is negative, and ratio data have a true zero" if negative else ""


def _number(variable: Variable, value: str) -> float | None:
    """The number a code stands for, or that was typed in."""
    code = variable.code(value)
    if code is not None:
        return code.value
    try:
        return float(value)
    except ValueError:
        return None
