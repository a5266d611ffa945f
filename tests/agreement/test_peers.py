"""The same figures as other programs on random data, where those programs are right.

Known differences, all of the other side (research of 2026, with versions): irrCAC's "ordinal" alpha
takes Gwet's weights; irrCAC refuses 0 in ratio data; scikit-learn and statsmodels weigh by the
rank of the values found, so both get all values; nltk raises on missing values in pi, S and kappa
and on two empty sets; statsmodels' Fleiss needs complete data. The data below avoid these.
"""

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from annotator.agreement import (
    COEFFICIENTS,
    LEVELS,
    alpha_jaccard,
    alpha_masi,
    cohen_kappa,
    krippendorff_alpha,
)

WHY = "a yardstick of the `peers` extra, not needed to run the program"
SEEDS = range(5)


def peer(name: str) -> Any:
    return pytest.importorskip(name, reason=WHY)


def random_table(seed: int, coders: int, *, missing: float) -> list[list[int | None]]:
    """Coders who see the true value of a unit two times out of three; all five values occur."""
    chance = random.Random(seed)
    truth = [1, 2, 3, 4, 5, *(chance.randint(1, 5) for _ in range(55))]

    def seen(true: int) -> int | None:
        if chance.random() < missing:
            return None
        return true if chance.random() < 2 / 3 else chance.randint(1, 5)

    found = [[seen(true) for true in truth] for _ in range(coders)]
    for row in found:
        row[:5] = [1, 2, 3, 4, 5]
    return found


def ours(name: str, table: Any, **options: Any) -> float | None:
    return COEFFICIENTS[name].compute(table, **options).value


def close(value: float) -> Any:
    return pytest.approx(value, abs=1e-8)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seed", SEEDS)
def test_alpha_as_in_krippendorff(level: str, seed: int) -> None:
    krippendorff = peer("krippendorff")
    table = random_table(seed, 4, missing=0.2)
    expected = krippendorff.alpha(np.array(table, float), level_of_measurement=level)
    assert krippendorff_alpha(table, level=level).value == close(expected)


@pytest.mark.parametrize("seed", SEEDS)
def test_kappa_as_in_scikit_learn(seed: int) -> None:
    metrics = peer("sklearn.metrics")
    table = random_table(seed, 2, missing=0)
    for name, weights in {"": None, "_linear": "linear", "_quadratic": "quadratic"}.items():
        expected = metrics.cohen_kappa_score(*table, weights=weights)
        assert ours(f"cohen_kappa{name}", table) == close(expected), weights


@pytest.mark.parametrize("seed", SEEDS)
def test_kappas_as_in_statsmodels(seed: int) -> None:
    rater = peer("statsmodels.stats.inter_rater")
    table = random_table(seed, 4, missing=0)
    counts = rater.aggregate_raters(np.array(table).T)[0]
    assert ours("fleiss_kappa", table) == close(rater.fleiss_kappa(counts))
    randolph = rater.fleiss_kappa(counts, method="randolph")
    assert ours("brennan_prediger", table) == close(randolph)
    crossed = np.histogram2d(*table[:2], bins=5)[0]
    found = rater.cohens_kappa(crossed)
    assert ours("cohen_kappa", table[:2]) == close(found.kappa)
    assert ours("kappa_max", table[:2]) == close(found.kappa_max)


@pytest.mark.parametrize("seed", SEEDS)
def test_kappas_as_in_nltk(seed: int) -> None:
    agreement = peer("nltk.metrics.agreement")
    table = random_table(seed, 3, missing=0)
    task = agreement.AnnotationTask(data=triples(table))
    assert ours("light_kappa", table) == close(task.kappa())
    assert ours("conger_kappa", table) == close(task.multi_kappa())
    assert ours("fleiss_kappa", table) == close(task.pi())
    assert ours("brennan_prediger", table) == close(task.S())
    assert ours("holsti", table) == close(task.avg_Ao())
    two = agreement.AnnotationTask(data=triples(table[:2]))
    assert ours("scott_pi", table[:2]) == close(two.pi())
    assert cohen_kappa(table[:2]).value == close(two.kappa())


@pytest.mark.parametrize("seed", SEEDS)
def test_sets_as_in_nltk(seed: int) -> None:
    agreement, distance = peer("nltk.metrics.agreement"), peer("nltk.metrics.distance")
    chance = random.Random(seed)
    universe = [frozenset(members) for members in ("a", "b", "ab", "bc", "abc", "cd")]
    truth = [chance.choice(universe) for _ in range(40)]
    table = [
        [true if chance.random() < 0.6 else chance.choice(universe) for true in truth]
        for _ in range(3)
    ]
    for figure, metric in ((alpha_jaccard, "jaccard_distance"), (alpha_masi, "masi_distance")):
        task = agreement.AnnotationTask(data=triples(table), distance=getattr(distance, metric))
        assert figure(table).value == close(task.alpha())


def triples(table: Any) -> list[tuple[str, str, Any]]:
    return [
        (f"coder {coder}", f"unit {unit}", value)
        for coder, row in enumerate(table)
        for unit, value in enumerate(row)
    ]


BY_IRRCAC: dict[str, tuple[str, str]] = {
    "fleiss_kappa": ("fleiss", "identity"),
    "conger_kappa": ("conger", "identity"),
    "brennan_prediger": ("bp", "identity"),
    "gwet_ac1": ("gwet", "identity"),
    "alpha_circular": ("krippendorff", "circular"),
    "alpha_bipolar": ("krippendorff", "bipolar"),
}


@pytest.mark.filterwarnings("ignore")  # irrCAC's own, of pandas and numpy
@pytest.mark.parametrize("seed", SEEDS)
def test_missing_values_as_in_irrcac(seed: int) -> None:
    pandas, raw = peer("pandas"), peer("irrCAC.raw")
    table = random_table(seed, 4, missing=0.2)
    frame = pandas.DataFrame(np.array(table, float).T)

    def theirs(method: str, weights: str) -> Any:
        figure: Callable[[], Any] = getattr(raw.CAC(frame, weights=weights, digits=10), method)
        return pytest.approx(figure()["est"]["coefficient_value"], abs=1e-6)

    for name, (method, weights) in BY_IRRCAC.items():
        assert ours(name, table) == theirs(method, weights), name
    for weights in ("linear", "quadratic", "ordinal"):
        assert ours("gwet_ac2", table, weights=weights) == theirs("gwet", weights), weights
