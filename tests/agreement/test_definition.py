"""The fast ways against the definition, on random data of every kind."""

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import alpha_jaccard, alpha_masi, krippendorff_alpha
from tests.agreement import oracle
from tests.agreement.tables import LEVELS, sets, tables, texts


def same(ours: float | None, theirs: float | None) -> bool:
    return ours is theirs if theirs is None else ours == pytest.approx(theirs, abs=1e-9)


@given(tables())
def test_numbers(table: Any) -> None:
    for level in LEVELS:
        expected = oracle.alpha(table, oracle.distance_at(level, table))
        assert same(krippendorff_alpha(table, level=level).value, expected), level


@given(tables(texts))
def test_names(table: Any) -> None:
    assert same(
        krippendorff_alpha(table, level="nominal").value, oracle.alpha(table, oracle.nominal)
    )


@given(tables(sets))
def test_sets(table: Any) -> None:
    assert same(alpha_jaccard(table).value, oracle.alpha(table, oracle.jaccard))
    assert same(alpha_masi(table).value, oracle.alpha(table, oracle.masi))


def random_table(chance: random.Random, value: Any, coders: int, units: int) -> Any:
    return [
        [value() if chance.random() > 0.15 else None for _ in range(units)] for _ in range(coders)
    ]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seed", range(3))
def test_too_many_values_for_a_matrix(level: str, seed: int) -> None:
    chance = random.Random(seed)
    table = random_table(chance, lambda: chance.randrange(200) / 4, 3, 90)
    expected = oracle.alpha(table, oracle.distance_at(level, table))
    assert same(krippendorff_alpha(table, level=level).value, expected)


@pytest.mark.parametrize("level", LEVELS)
def test_too_many_coders_for_a_key(level: str) -> None:
    chance = random.Random(7)
    table = random_table(chance, lambda: chance.randrange(30), 25, 12)
    expected = oracle.alpha(table, oracle.distance_at(level, table))
    assert same(krippendorff_alpha(table, level=level).value, expected)


@pytest.mark.parametrize("members", [3, 12, 40])
def test_many_sets_and_large_sets(members: int) -> None:
    chance = random.Random(members)

    def value() -> frozenset[int]:
        return frozenset(chance.sample(range(60), chance.randrange(members + 1)))

    table = random_table(chance, value, 3, 60)
    table[1] = [chance.choice([one, other]) for one, other in zip(*table[:2], strict=True)]
    assert same(alpha_jaccard(table).value, oracle.alpha(table, oracle.jaccard))
    assert same(alpha_masi(table).value, oracle.alpha(table, oracle.masi))


@given(st.integers(0, 2**32))
def test_the_numeric_and_the_object_form_are_one(seed: int) -> None:
    numbers = np.random.default_rng(seed).integers(0, 4, (3, 20)).astype(float)
    numbers[numbers == 3] = np.nan
    objects = [[None if np.isnan(cell) else int(cell) for cell in row] for row in numbers]
    for level in LEVELS:
        ours = krippendorff_alpha(numbers, level=level)
        assert ours == krippendorff_alpha(objects, level=level)


def test_the_ratio_matrix_is_summed_in_blocks() -> None:
    values = np.random.default_rng(5).permutation(3_000) + 1.0
    table = values.reshape(2, -1)
    distances = ((values[:, None] - values) / (values[:, None] + values)) ** 2
    observed = np.mean(((table[0] - table[1]) / (table[0] + table[1])) ** 2)
    expected = distances.sum() / (3_000 * 2_999)
    found = krippendorff_alpha(table, level="ratio").value
    assert found == pytest.approx(1 - observed / expected, abs=1e-12)
