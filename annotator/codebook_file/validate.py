"""Plain data -> the schema's models, with every fault in words and at its line.

A faulty entry is cut out and the rest is validated again, so that one slip does not hide others.
"""

from __future__ import annotations

import copy
import itertools
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from annotator.codebook_file.document import Document, Path
from annotator.codebook_file.schema import CodebookFile
from annotator.codebook_file.wording import in_words

_CHECKED_TOGETHER = frozenset(
    {"measurement", "codes", "codes_from", "stop", "select", "default", "min", "max"}
)
_ROUNDS = 8
_STAND_IN = "x"
"""Fills a required field that is missing, so that the rest of the file can be checked."""

Broken = frozenset[Path]
"""Variables with a fault of form: what follows from the fault is not worth reporting."""


def validate(document: Document) -> tuple[CodebookFile | None, Broken]:
    """The file as models, without its faulty parts; None where nothing usable is left."""
    data = copy.deepcopy(document.data)  # far from the recursion limit: the nesting is bounded
    broken: set[Path] = set()
    told: set[Path] = set()
    for _ in range(_ROUNDS):
        try:
            return CodebookFile.model_validate(data), frozenset(broken)
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                if fault["loc"] not in told:
                    document.report(fault["loc"], *in_words(fault))
                told.add(fault["loc"])
                if _hides_others(fault):
                    broken.add(fault["loc"][:2])
                _cut_out(data, fault)
    return None, frozenset(broken)


def _hides_others(fault: ErrorDetails) -> bool:
    path = fault["loc"]
    if fault["type"] == "extra_forbidden":
        return False
    return len(path) == 2 or (len(path) > 2 and path[2] in _CHECKED_TOGETHER)


def _cut_out(data: Any, fault: ErrorDetails) -> None:
    path = fault["loc"]
    if fault["type"] == "missing":
        data[path[0]] = _STAND_IN
        return
    names = tuple(itertools.takewhile(lambda step: isinstance(step, str), path))
    place = data
    for step in names[:-1]:
        place = place.get(step, {})
    place.pop(names[-1], None)
