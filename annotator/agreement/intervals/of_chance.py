"""Shares of agreement and kappas, (p_a - p_e) / (1 - p_e), as functions of sums over units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.intervals.forms import Additive, additive
from annotator.agreement.intervals.kinds import Kinds, by_coder, by_value
from annotator.agreement.pairs import Floats


def share_form(table: Table, *, pooled: bool = False) -> Additive:
    """The form of `percent_agreement`, or of `percent_agreement_pooled`."""
    kinds = by_value(ReliabilityData.of(table))
    agreeing, pairs = agreeing_pairs(kinds, np.eye(kinds.n_values))
    features = [agreeing, pairs] if pooled else [agreeing / pairs, np.ones_like(pairs)]
    return replace(additive(kinds, np.stack(features, axis=1), _share), lowest=0.0)


def all_agree_form(table: Table) -> Additive:
    """The form of `percent_all_agree`."""
    data = ReliabilityData.of(table)
    kinds = by_value(data, least=max(2, data.n_coders))
    equal = kinds.counts.max(axis=1, initial=0) == data.n_coders
    features = np.stack([equal, np.ones_like(equal)], axis=1).astype(np.float64)
    return replace(additive(kinds, features, _share), lowest=0.0)


def joint_form(table: Table, weights: Floats, chance: Callable[[Floats], Floats]) -> Additive:
    """The form of a kappa whose chance depends on how often each value occurs with all coders.

    `weights` tell how much two values agree; `chance` takes shares of values (a row each) to p_e.
    Units that one coder coded count in those shares.
    """
    kinds = by_value(ReliabilityData.of(table), least=1)
    counts, (agreeing, pairs) = kinds.counts, agreeing_pairs(kinds, weights)
    given, paired = counts.sum(axis=1, keepdims=True), (pairs > 0)[:, np.newaxis]
    agreed = (agreeing / np.maximum(pairs, 1))[:, np.newaxis]
    features = np.hstack([agreed, paired, counts / given, counts * paired])
    return additive(kinds, features, _Joint(kinds.n_values, chance))


def conger_form(table: Table) -> Additive:
    """The form of `conger_kappa`."""
    data = ReliabilityData.of(table)
    kinds = by_coder(data, least=1)
    agreeing, pairs = agreeing_pairs(kinds, np.eye(kinds.n_values))
    paired = (pairs > 0)[:, np.newaxis]
    agreed = (agreeing / np.maximum(pairs, 1))[:, np.newaxis]
    margins = [given_values(row, kinds.n_values) for row in kinds.codes]
    features = np.hstack([agreed, paired, *margins, kinds.counts * paired])
    return additive(kinds, features, _Conger(len(kinds.codes), kinds.n_values))


def two_coder_form(table: Table, weights: Floats) -> Additive:
    """The form of Cohen's kappa, weighted by how much two values agree."""
    kinds = by_coder(both_coders(ReliabilityData.of(table)))
    agreeing, _ = agreeing_pairs(kinds, weights)
    margins = [given_values(row, kinds.n_values) for row in kinds.codes]
    return additive(kinds, np.hstack([agreeing[:, np.newaxis], *margins]), _TwoCoders(weights))


def both_coders(data: ReliabilityData) -> ReliabilityData:
    """The values of two coders in the units that both coded; with more coders, none at all."""
    rows = data.codes[(data.codes >= 0).any(axis=1)]
    both = ((rows >= 0).sum(axis=0) == 2) & (len(rows) == 2)
    codes = np.where(both, rows, -1).astype(data.codes.dtype)
    return ReliabilityData(codes, data.values, data.ordered)


def agreeing_pairs(kinds: Kinds, weights: Floats) -> tuple[Floats, Floats]:
    """Of the pairs of values in a unit of each kind: how many agree, by weight; how many exist."""
    counts = kinds.counts
    given = counts.sum(axis=1)
    agreeing = ((counts @ weights - np.diag(weights)) * counts).sum(axis=1) / 2
    return np.asarray(agreeing), np.asarray(given * (given - 1) / 2)


def given_values(row: Floats, n_values: int) -> Floats:
    """One coder's value in each kind: a row per kind, 1 in the column of the value."""
    return np.asarray(row[:, np.newaxis] == np.arange(n_values), np.float64)


def beyond_chance(observed: Floats, expected: Floats, varies: NDArray[np.bool_]) -> Floats:
    """(p_a - p_e) / (1 - p_e) where something varies and p_e is below 1, else NaN."""
    found = np.full(len(observed), np.nan)
    usable = varies & (expected < 1)
    found[usable] = (observed[usable] - expected[usable]) / (1 - expected[usable])
    return found


def ratio(above: Floats, below: Floats) -> Floats:
    """Element by element; NaN where `below` is 0."""
    found = np.full(below.shape, np.nan)
    np.divide(above, below, out=found, where=below > 0)
    return found


def _share(sums: Floats) -> Floats:
    return ratio(sums[:, 0], sums[:, 1])


def _varies(totals: Floats) -> NDArray[np.bool_]:
    """Whether two or more values occur (a cluster's totals are whole numbers but for rounding)."""
    return np.asarray((totals > 0.5).sum(axis=1) > 1)


@dataclass(frozen=True)
class _Joint:
    """From the sums: agreement, units with a pair, shares of values, totals of pairable values."""

    n_values: int
    chance: Callable[[Floats], Floats]

    def __call__(self, sums: Floats) -> Floats:
        shares, totals = np.split(sums[:, 2:], 2, axis=1)
        expected = self.chance(
            ratio(shares, shares.sum(axis=1, keepdims=True).repeat(self.n_values, 1))
        )
        return beyond_chance(ratio(sums[:, 0], sums[:, 1]), expected, _varies(totals))


@dataclass(frozen=True)
class _Conger:
    """From the sums: agreement, units with a pair, margins of each coder, pairable totals."""

    n_coders: int
    n_values: int

    def __call__(self, sums: Floats) -> Floats:
        cut = 2 + self.n_coders * self.n_values
        margins = sums[:, 2:cut].reshape(len(sums), self.n_coders, self.n_values)
        given = margins.sum(axis=2, keepdims=True)
        shares = margins / np.maximum(given, 1)
        coders = (given[:, :, 0] > 0).sum(axis=1)
        together = (shares.sum(axis=1) ** 2).sum(axis=1) - (shares**2).sum(axis=(1, 2))
        expected = ratio(together, (coders * (coders - 1)).astype(np.float64))
        return beyond_chance(ratio(sums[:, 0], sums[:, 1]), expected, _varies(sums[:, cut:]))


@dataclass(frozen=True)
class _TwoCoders:
    """From the sums: agreement, and the margins of each of the two coders."""

    weights: Floats

    def __call__(self, sums: Floats) -> Floats:
        one, other = np.split(sums[:, 1:], 2, axis=1)
        n = one.sum(axis=1)
        expected = ratio(((one @ self.weights) * other).sum(axis=1), n**2)
        return beyond_chance(ratio(sums[:, 0], n), expected, _varies(one + other))
