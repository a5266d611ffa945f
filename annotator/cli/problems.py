"""Problems as lines for a person: the same fault on many lines is told once, with its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.problem import Problem

_SHOWN_RANGES = 8
_LONGEST = 600  # characters of a message
_KEPT = 200  # of a longer one, at its start and at its end


def problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """One line for each different fault, in the order of its first appearance."""
    lines_of: dict[Problem, list[int]] = {}
    for problem in problems:
        lines_of.setdefault(replace(problem, line=0), []).append(problem.line)
    for problem, lines in lines_of.items():
        message = _shortened(problem.message)
        if len(lines) == 1:
            yield str(replace(problem, message=message, line=lines[0]))
        else:
            where = f"{problem.where}, lines {_ranges(lines)}"
            yield str(replace(problem, message=message, where=where))


def _shortened(message: str) -> str:
    """A message may quote a cell of any length; its end says what is wrong with it."""
    if len(message) <= _LONGEST:
        return message
    more = len(message) - 2 * _KEPT
    return f"{message[:_KEPT]} … {more:,} characters … {message[-_KEPT:]}"


def _ranges(lines: Sequence[int]) -> str:
    """Line numbers as people write them: `2-54, 60`."""
    runs = []
    for _, run in groupby(enumerate(sorted(set(lines))), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        runs.append(f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else f"{numbers[0]}")
    more = len(runs) - _SHOWN_RANGES
    return ", ".join(runs[:_SHOWN_RANGES]) + (f" and {more} more places" if more > 0 else "")
