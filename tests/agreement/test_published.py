"""Worked examples from the literature, copied by hand as numbers, so that they run anywhere."""

import pytest

from annotator.agreement import (
    alpha_jaccard,
    alpha_masi,
    cohen_kappa,
    krippendorff_alpha,
    percent_agreement,
    percent_agreement_pooled,
    percent_all_agree,
)

# Krippendorff (2011), sections A, B and C-E
BINARY = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
NOMINAL = [list("aabbdcccedda"), list("babbbccceddd")]
MISSING = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


def crossed(cells: list[list[int]]) -> list[list[int]]:
    """Two coders' values from their table of frequencies."""
    pairs = [
        (row, column)
        for row, counts in enumerate(cells, 1)
        for column, count in enumerate(counts, 1)
        for _ in range(count)
    ]
    return [list(values) for values in zip(*pairs, strict=True)]


def test_krippendorff_2011_binary() -> None:
    assert krippendorff_alpha(BINARY, level="nominal").value == pytest.approx(0.095, abs=5e-4)
    assert percent_agreement(BINARY).value == pytest.approx(0.6)


def test_krippendorff_2011_nominal() -> None:
    assert krippendorff_alpha(NOMINAL, level="nominal").value == pytest.approx(0.692, abs=5e-4)


@pytest.mark.parametrize(
    ("level", "printed"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)],
)
def test_krippendorff_2011_missing_data(level: str, printed: float) -> None:
    found = krippendorff_alpha(MISSING, level=level)
    assert found.value == pytest.approx(printed, abs=5e-4)
    assert (found.n_units, found.n_coders, found.n_pairable) == (11, 4, 40)
    assert (found.level, found.reason) == (level, "")


def test_shares_of_agreement_of_the_same_data_differ_by_definition() -> None:
    assert percent_agreement(MISSING).value == pytest.approx(0.81818, abs=5e-6)  # Gwet 2014
    assert percent_agreement_pooled(MISSING).value == pytest.approx(43 / 55)
    assert percent_all_agree(MISSING).value == pytest.approx(0.625)


def test_texts_with_an_order_are_ordinal() -> None:
    names = ["", "lowest", "low", "mid", "high", "highest"]
    texts = [[None if value is None else names[value] for value in row] for row in MISSING]
    found = krippendorff_alpha(texts, level="ordinal", order=names[1:])
    assert found.value == pytest.approx(0.815, abs=5e-4)


@pytest.mark.parametrize(
    ("cells", "kappa", "alpha"),
    [
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.492, 0.48846),  # Cohen 1960, p. 45
        ([[12, 9, 9], [9, 14, 9], [9, 9, 20]], 0.186, 0.18984),  # Krippendorff 2004, p. 246
        ([[12, 18, 18], [0, 14, 18], [0, 0, 20]], 0.258, 0.18984),  # the same, skewed margins
    ],
)
def test_two_coders(cells: list[list[int]], kappa: float, alpha: float) -> None:
    table = crossed(cells)
    assert cohen_kappa(table).value == pytest.approx(kappa, abs=5e-4)
    assert krippendorff_alpha(table, level="nominal").value == pytest.approx(alpha, abs=5e-5)


def test_shrout_fleiss_1979() -> None:
    """The 1979 ratings of six subjects by four judges; values by three other programs."""
    judges = [
        [9, 6, 8, 7, 10, 6],
        [2, 1, 4, 1, 5, 2],
        [5, 3, 6, 2, 6, 4],
        [8, 2, 8, 6, 9, 7],
    ]
    assert krippendorff_alpha(judges, level="interval").value == pytest.approx(0.147308, abs=1e-6)
    assert krippendorff_alpha(judges, level="ratio").value == pytest.approx(0.081951, abs=1e-6)


def test_one_disagreement_among_values_that_otherwise_never_vary_is_zero() -> None:
    table = [
        [None, None, None, 1, 1],
        [None, 1, 1, 1, 1],
        [1, 1, 1, 1, 1],
        [1, 1, None, 1, 1],
        [1, 3, 1, 1, 1],
    ]
    assert krippendorff_alpha(table, level="nominal").value == pytest.approx(0, abs=1e-12)


def test_masi_takes_one_minus_the_product() -> None:
    """dkpro's nine items with two coders: 1 - J M gives .273081, (1 - J)(1 - M) would .252947."""
    ours = [{"a", "b"}, {"a"}, {"b"}]
    table = [[frozenset(s) for s in ours], [frozenset("a"), frozenset("a"), frozenset("ab")]]
    # Distances within units: 1 - 1/2 * 2/3 = 2/3, 0, 2/3; D_o = 2 * (2/3 + 0 + 2/3) / 6 = 4/9.
    # Values ab a b a a ab: 2 ab, 3 a, 1 b. ab-a 2/3 (6 pairs), ab-b 2/3 (2), a-b 1 (3).
    # D_e = 2 * (6 * 2/3 + 2 * 2/3 + 3) / 30 = 5/9.
    assert alpha_masi(table).value == pytest.approx(1 - (4 / 9) / (5 / 9))
    # With Jaccard: D_o = 2 * (1/2 + 1/2) / 6 = 1/3; D_e = 2 * (6 / 2 + 2 / 2 + 3) / 30 = 7/15.
    assert alpha_jaccard(table).value == pytest.approx(1 - (1 / 3) / (7 / 15))
