"""Whose agreement on what is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.coding import MAIN_ROUND

if TYPE_CHECKING:
    from annotator.reports.intervals import Wish
    from annotator.reports.verdict import Thresholds


@dataclass(frozen=True)
class Question:
    """A study, its round, and the same choices as in `annotator agree`.

    `variables`, `coders` and `pairs` limit what is compared (empty: all, all, the usual pair).
    `single_codes` shows a row for each code from the start. `wish` says how intervals are made
    (None: as `annotator agree` makes them), `thresholds` what is reliable (None: what the codebook
    demands).
    """

    path: Path
    round: str = MAIN_ROUND
    variables: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    pairs: tuple[tuple[str, ...], ...] = ()
    all_paragraphs: bool = False
    single_codes: bool = False
    wish: Wish | None = None
    thresholds: Thresholds | None = None
