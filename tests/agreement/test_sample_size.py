"""How many units to code twice: published figures, and the simulation against plain computation."""

import numpy as np
import pytest
from numpy.typing import NDArray

from annotator.agreement import (
    agreement_of_alpha,
    alpha_of_agreement,
    bloch_kraemer,
    krippendorff_alpha,
    lacy_riffe,
    power_at,
    simulated_units,
)
from annotator.agreement import sample_size_simulation as simulation
from annotator.agreement.sample_size import one_sided


@pytest.mark.parametrize(
    ("expected", "population", "units"),
    [(0.85, 1_000, 125), (0.90, 1_000, 92), (0.85, 365, 103), (0.85, 500, 111), (0.85, 1, 1)],
)
def test_lacy_and_riffe(expected: float, population: int, units: int) -> None:
    assert lacy_riffe(expected, 0.03, population).units == units


def test_any_number_of_units_is_the_limit_of_many() -> None:
    many, any_number = lacy_riffe(0.85, 0.03, 10**9), lacy_riffe(0.85, 0.03)
    assert any_number.exact == pytest.approx(many.exact, abs=1e-3)
    assert any_number.units == 143


def test_never_more_units_than_there_are() -> None:
    for population in (1, 2, 10, 100, 10_000):
        found = lacy_riffe(0.7, 0.001, population).units
        assert found is not None
        assert found <= population


@pytest.mark.parametrize(
    ("alpha", "prevalence", "units"),
    [(0.80, 1 / 4, 139), (0.667, 1 / 4, 81), (0.80, 1 / 23, 640), (0.80, 1 / 6, 189)],
)
def test_bloch_and_kraemer(alpha: float, prevalence: float, units: int) -> None:
    assert bloch_kraemer(alpha, prevalence).units == units


@pytest.mark.parametrize("alpha", [0.5, 0.667, 0.8, 0.95])
@pytest.mark.parametrize("p", [0.5, 0.25, 0.04])
def test_the_formula_supposes_a_true_alpha_halfway_to_one(alpha: float, p: float) -> None:
    """2 z^2 V / (a' - a)^2, V being the variance of kappa at a' = (1 + a) / 2 (our reading)."""
    true = (1 + alpha) / 2
    by_unit = (1 - true) * (
        (1 - true) * (1 - 2 * true) + true * (2 - true) / (2 * p * (1 - p))
    )  # Bloch & Kraemer (1989): large-sample variance of the intraclass kappa, times n
    expected = 2 * one_sided(0.05) ** 2 * by_unit / (true - alpha) ** 2
    assert bloch_kraemer(alpha, p).exact == pytest.approx(expected)


def test_a_rare_code_and_its_opposite_are_alike() -> None:
    rare, frequent = bloch_kraemer(0.8, 0.1), bloch_kraemer(0.8, 0.9)
    assert rare.exact == pytest.approx(frequent.exact)


def test_agreement_and_alpha() -> None:
    assert alpha_of_agreement(0.85, 0.25) == pytest.approx(0.6)
    assert agreement_of_alpha(0.6, 0.25) == pytest.approx(0.85)
    assert alpha_of_agreement(0.9, 0.05) == pytest.approx(-1 / 19)
    assert alpha_of_agreement(0.89, 0.05) is None, "they would differ on more than they mark"


@pytest.mark.parametrize("wrong", [0, 1, -0.1, float("nan")])
def test_shares_lie_between_0_and_1(wrong: float) -> None:
    for call in (
        lambda: lacy_riffe(wrong, 0.03),
        lambda: lacy_riffe(0.85, wrong),
        lambda: bloch_kraemer(wrong, 0.25),
        lambda: bloch_kraemer(0.8, wrong),
        lambda: bloch_kraemer(0.8, 0.25, wrong),
        lambda: power_at(100, 0.8, 0.9, wrong),
        lambda: power_at(100, 0.8, wrong, 0.25),
        lambda: simulated_units(0.8, 0.9, 0.25, power=wrong),
    ):
        with pytest.raises(ValueError, match="between 0 and 1"):
            call()
    with pytest.raises(ValueError, match="one unit or more"):
        lacy_riffe(0.85, 0.03, 0)


def test_the_model_has_the_alpha_and_the_prevalence_asked_for() -> None:
    both, one, none = simulation._kinds(0.7, 0.2)
    assert both + one + none == pytest.approx(1)
    assert both + one / 2 == pytest.approx(0.2)
    assert 1 - one / (2 * 0.2 * 0.8) == pytest.approx(0.7)
    assert 1 - one == pytest.approx(agreement_of_alpha(0.7, 0.2))


def test_alpha_of_counts_is_krippendorffs() -> None:
    chance = np.random.default_rng(5)
    for both, one, none in chance.integers(1, 12, (20, 3)):
        first = [1] * both + [1] * one + [0] * none
        second = [1] * both + [0] * one + [0] * none
        value = krippendorff_alpha([first, second], level="nominal").value
        counts = np.array([[both, one, none]])
        assert value is not None
        assert simulation._above(counts, len(first), value - 1e-9)[0]
        assert not simulation._above(counts, len(first), value + 1e-9)[0]


def _alpha(table: NDArray[np.int64]) -> float:
    value = krippendorff_alpha(table.T.tolist(), level="nominal").value
    return -1 if value is None else value


def test_power_is_what_a_plain_simulation_finds() -> None:
    """Tables drawn one by one, and their bootstrap computed by the ordinary alpha."""
    units, threshold, alpha, p, samples, replicates = 60, 0.6, 0.85, 0.4, 150, 120
    chance = np.random.default_rng(8)
    values = np.array([[1, 1], [1, 0], [0, 0]])
    shown = 0
    for _ in range(samples):
        table = values[chance.choice(3, units, p=simulation._kinds(alpha, p))]
        found = sorted(_alpha(table[chance.integers(0, units, units)]) for _ in range(replicates))
        shown += found[int(0.025 * (replicates - 1))] > threshold
    assert shown / samples == pytest.approx(power_at(units, threshold, alpha, p), abs=0.1)


def test_the_number_found_gives_the_power_asked_for() -> None:
    found = simulated_units(0.667, 0.85, 0.3, power=0.9)
    assert found.units is not None
    assert power_at(found.units, 0.667, 0.85, 0.3) >= 0.9
    assert power_at(found.units, 0.667, 0.85, 0.3, seed=2) == pytest.approx(0.9, abs=0.03)
    assert power_at(round(0.9 * found.units), 0.667, 0.85, 0.3) < 0.9


def test_the_same_seed_gives_the_same_number() -> None:
    assert simulated_units(0.8, 0.9, 0.5, seed=4) == simulated_units(0.8, 0.9, 0.5, seed=4)


def test_rarer_codes_and_smaller_margins_need_more_units() -> None:
    def units(alpha: float, p: float) -> int:
        return simulated_units(0.8, alpha, p).units or 0

    assert units(0.95, 0.5) < units(0.9, 0.5) < units(0.9, 0.1)
    assert units(0.99, 0.5) <= units(0.95, 0.5), "perfect samples count by their exact bound"


def test_no_number_will_do() -> None:
    assert simulated_units(0.8, 0.8, 0.25).units is None
    assert "not above" in simulated_units(0.8, 0.8, 0.25).reason
    assert "100,000" in simulated_units(0.8, 0.801, 0.02).reason


def test_a_sample_without_the_code_shows_nothing() -> None:
    samples = np.array([[0, 0, 500], [500, 0, 0], [250, 0, 250]])
    assert simulation._shown_exactly(samples, 500, 0.8, 0.05).tolist() == [False, False, True]
