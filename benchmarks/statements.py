"""Whole statements of 20,000 paragraphs and three coders: matching and alpha, each under 30 s.

No package of others computes either, so the yardstick is the limit itself. The sizes of the sets
are those of a real study of commentaries (a third of the paragraphs empty, otherwise 1 to 12).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from annotator.agreement.statements import Cell, matched_statements, statement_alpha
from benchmarks.measure import Result, took

PARAGRAPHS, CODERS = 20_000, 3
VARIABLES = ("actor", "lever", "stance", "attribution")
CODES = (28, 22, 4, 5)
LIMIT = 30_000.0  # milliseconds


def benchmark() -> Iterator[Result]:
    """One line for the matching and one each for alpha with equal and with broken weights."""
    found = table()
    what = f"{PARAGRAPHS:,} paragraphs x {CODERS} coders"
    keys = VARIABLES[:2]
    for name, keywords in (
        ("matching", {"at_least": 2}),
        ("matching, one key enough", {"at_least": 1}),
    ):
        spent = took(lambda k=keywords: matched_statements(found, VARIABLES, keys=keys, **k))
        yield Result(f"{name}: {what}", spent, "30 s", spent / LIMIT, limit=1.0)
    spent = took(lambda: _both(found, keys))
    yield Result(f"matching and alpha together: {what}", spent, "30 s", spent / LIMIT, limit=1.0)
    for name, weights in (("equal", None), ("integer", (2, 2, 1, 1)), ("broken", (1, 1, 0.3, 0.3))):
        spent = took(lambda w=weights: statement_alpha(found, VARIABLES, weights=w))
        yield Result(f"alpha, {name} weights: {what}", spent, "30 s", spent / LIMIT, limit=1.0)


def _both(found: list[list[Cell]], keys: tuple[str, ...]) -> None:
    matched_statements(found, VARIABLES, keys=keys)
    statement_alpha(found, VARIABLES)


def table(paragraphs: int = PARAGRAPHS) -> list[list[Cell]]:
    """Coders who find a statement five times out of six, and get nine codes out of ten right."""
    chance = np.random.default_rng(3)
    sizes = chance.choice(13, paragraphs, p=_sizes())
    truth = [np.stack([chance.integers(0, k, n) for k in CODES], axis=1) for n in sizes]
    return [[_coded(chance, each) for each in truth] for _ in range(CODERS)]


def _sizes() -> np.ndarray:
    """A third empty; of the others each further statement is three times out of four there."""
    tail = 0.75 ** np.arange(12)
    return np.append(1 / 3, tail / tail.sum() * 2 / 3)


def _coded(chance: np.random.Generator, truth: np.ndarray) -> Cell:
    found = truth[chance.random(len(truth)) < 5 / 6]
    guesses = chance.integers(0, CODES, found.shape)
    wrong = chance.random(found.shape) < 0.1
    return [tuple(codes) for codes in np.where(wrong, guesses, found).tolist()]
