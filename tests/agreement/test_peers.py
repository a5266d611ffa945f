"""The same figures as other programs on random data, where those programs are right.

`make peers` runs these tests in an environment of its own (the extra `peers`). Where a program is
known to compute something else the last tests say what, so that a release that changes it is seen.
"""

import random
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from annotator.agreement import (
    COEFFICIENTS,
    LEVELS,
    ReliabilityData,
    alpha_given,
    alpha_jaccard,
    alpha_masi,
    analytic,
    cohen_kappa,
    krippendorff_alpha,
)
from annotator.agreement.weights import weights_between
from tests.agreement.test_published import MISSING

needs_irrcac = pytest.mark.skipif(
    sys.version_info >= (3, 13), reason="irrCAC pins a scipy that Python 3.13 cannot run"
)
SEEDS = range(5)


def peer(name: str) -> Any:
    return import_module(name)


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


@needs_irrcac
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


BY_STANDARD_ERROR = {
    "fleiss_kappa": "fleiss",
    "conger_kappa": "conger",
    "brennan_prediger": "bp",
    "gwet_ac1": "gwet",
    "krippendorff_alpha": "krippendorff",
}


@needs_irrcac
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", SEEDS)
def test_analytic_standard_errors_as_in_irrcac(seed: int) -> None:
    """Of complete data; with gaps irrCAC for Python differs from irrCAC for R, which we follow."""
    pandas, raw = peer("pandas"), peer("irrCAC.raw")
    table = random_table(seed, 4, missing=0)
    theirs = raw.CAC(pandas.DataFrame(np.array(table, float).T), digits=10)
    for name, method in BY_STANDARD_ERROR.items():
        expected = getattr(theirs, method)()["est"]["se"]
        assert analytic(name, table).se == pytest.approx(expected, rel=1e-6), name


# Known differences: docs/statistics.md lists them


@needs_irrcac
@pytest.mark.filterwarnings("ignore")
def test_irrcac_takes_gwets_weights_for_ordinal_and_refuses_zeros() -> None:
    pandas, raw = peer("pandas"), peer("irrCAC.raw")
    frame = pandas.DataFrame(np.array(MISSING, float).T)
    theirs = raw.CAC(frame, weights="ordinal", digits=10).krippendorff()
    data = ReliabilityData.of(MISSING)
    weight, codes = weights_between("ordinal", data), range(len(data.values))
    gwets = alpha_given(data, [[1 - float(weight(c, k)) for k in codes] for c in codes]).value
    assert theirs["est"]["coefficient_value"] == close(gwets or 0)
    assert gwets == pytest.approx(0.833638, abs=1e-6)
    assert krippendorff_alpha(MISSING, level="ordinal").value == pytest.approx(0.815388, abs=1e-6)
    zeros = [[0, 1, 2, 2], [0, 1, 2, 1]]
    with pytest.raises(ValueError, match="0 as a category"):
        raw.CAC(pandas.DataFrame(np.array(zeros, float).T), weights="ratio").krippendorff()
    assert krippendorff_alpha(zeros, level="ratio").value is not None


@needs_irrcac
@pytest.mark.filterwarnings("ignore")
def test_irrcac_calls_constant_data_perfect_agreement() -> None:
    pandas, raw = peer("pandas"), peer("irrCAC.raw")
    constant = [[1, 1], [1, 1]]
    theirs = raw.CAC(pandas.DataFrame(constant)).gwet()["est"]["coefficient_value"]
    assert theirs == 1
    assert ours("gwet_ac1", constant) is None


def test_scikit_learn_weighs_by_the_rank_of_the_values_found() -> None:
    metrics = peer("sklearn.metrics")
    table = [[1, 2, 10, 10, 1], [1, 1, 10, 2, 1]]
    ranks = [[{1: 1, 2: 2, 10: 3}[value] for value in row] for row in table]
    theirs = metrics.cohen_kappa_score(*table, weights="quadratic")
    assert theirs == close(ours("cohen_kappa_quadratic", ranks) or 0)
    assert theirs != close(ours("cohen_kappa_quadratic", table) or 0)


def test_nltk_stops_at_gaps_and_at_two_empty_sets_and_takes_none_for_a_value() -> None:
    agreement, distance = peer("nltk.metrics.agreement"), peer("nltk.metrics.distance")
    given = [triple for triple in triples(MISSING) if triple[2] is not None]
    task = agreement.AnnotationTask(data=given)
    assert task.alpha() == close(krippendorff_alpha(MISSING, level="nominal").value or 0)
    for kappa in ("pi", "S", "kappa", "multi_kappa"):
        with pytest.raises(RuntimeError):
            getattr(task, kappa)()
    with_none = agreement.AnnotationTask(data=triples(MISSING)).alpha()
    as_a_code = [[value or 6 for value in row] for row in MISSING]
    assert with_none == close(krippendorff_alpha(as_a_code, level="nominal").value or 0)
    for metric in (distance.masi_distance, distance.jaccard_distance):
        with pytest.raises(ZeroDivisionError):
            metric(frozenset(), frozenset())


def test_krippendorff_raises_on_constant_data_and_takes_numbers_for_interval() -> None:
    krippendorff = peer("krippendorff")
    with pytest.raises(ValueError, match="more than one value"):
        krippendorff.alpha([[1, 1], [1, 1]])
    table = [[1, 2, 3, 3], [1, 2, 3, 1]]
    assert krippendorff.alpha(table) == close(krippendorff_alpha(table, level="interval").value)
