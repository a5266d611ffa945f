"""What a statistics package allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """The limits of a package; sizes are bytes of UTF-8.

    `rename` makes a name legal; names are compared by their `folded` form. `whole_labels`: only
    whole numbers can have a label. `longest_text` 0 stands for no limit that matters.
    """

    longest_name: int
    longest_label: int
    longest_value_label: int
    longest_text: int
    whole_labels: bool
    rename: Callable[[str], str]
    folded: Callable[[str], str]
