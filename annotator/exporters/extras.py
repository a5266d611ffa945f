"""Libraries that not every installation has: imported when a format needs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from annotator.errors import AnnotatorError


def extra(name: str, what: str, group: str) -> Any:
    """The module of that name, else AnnotatorError: `what` names the files that need it.

    `group` is the extra of this package that brings the library.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as absent:
        raise AnnotatorError(
            f"{what} need the package {name}, which is not installed.",
            hint=f"pip install 'annotator-tui[{group}]', or choose another format",
        ) from absent
