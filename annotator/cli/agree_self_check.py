"""`annotator agree --self-check`: published worked examples, computed anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from annotator.cli.agree_coefficients import SHORT
from annotator.cli.agree_table import number
from annotator.cli.agree_text import fitted
from annotator.cli.context import show, show_json
from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.agreement.published import Example


def self_check(*, as_json: bool) -> None:
    """Print what is computed here beside what was published. Raises where a figure differs."""
    from annotator.agreement.published import examples

    found = list(examples())
    if as_json:
        show_json({"examples": [_as_json(one) for one in found]})
    else:
        _print(found)
    if differ := [one for one in found if not one.is_met()]:
        raise AnnotatorError(f"{len(differ)} of {len(found)} figures differ from those published.")


def _as_json(one: Example) -> dict[str, Any]:
    return {
        "source": one.source,
        "coefficient": one.coefficient,
        "options": dict(one.options),
        "computed": one.computed(),
        "published": one.printed,
        "same": one.is_met(),
    }


def _print(found: Sequence[Example]) -> None:
    head = ["Source", "Coefficient", "Computed", "Published", ""]
    for line in fitted([head, *map(_cells, found)], right=(2, 3)):
        show(line)
    same = sum(one.is_met() for one in found)
    show("")
    show(f"{same} of {len(found)} figures are as published, to the decimals printed there.")


def _cells(one: Example) -> list[str]:
    name = SHORT.get(one.coefficient, one.coefficient)
    level = one.options.get("level", "")
    printed = f"{one.printed:.{one.decimals}f}"
    return [
        *(one.source, f"{name} {level}".rstrip(), number(one.computed()), printed),
        "same" if one.is_met() else "differs",
    ]
