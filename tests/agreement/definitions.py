"""Every coefficient by its definition, unit by unit, in fractions: slow, exact, and easy to read.

A table holds coders in rows and units in columns, None where a coder gave no value. None comes
back where nothing can be compared or nothing varies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from typing import Any

Table = Sequence[Sequence[Any]]
Weight = Callable[[Any, Any], Fraction]
Figure = Callable[[Table], Fraction | None]
ONE = Fraction(1)


def coders(table: Table) -> list[Sequence[Any]]:
    """The rows of those who gave a value at all."""
    return [row for row in table if any(cell is not None for cell in row)]


def units(table: Table, least: int = 2) -> list[list[Any]]:
    """The values of each unit that has enough of them."""
    found = [[cell for cell in unit if cell is not None] for unit in zip(*table, strict=True)]
    return [unit for unit in found if len(unit) >= least]


def complete(table: Table) -> list[tuple[Any, ...]]:
    """The units that every coder coded who gave a value at all."""
    return [unit for unit in zip(*coders(table), strict=True) if None not in unit]


def varies(table: Table) -> bool:
    return len({value for unit in units(table) for value in unit}) > 1


def categories(table: Table) -> list[Any]:
    return sorted({cell for row in table for cell in row if cell is not None})


def identity(c: Any, k: Any) -> Fraction:
    return Fraction(c == k)


def mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction()) / len(values)


def of_pairs(unit: Sequence[Any], weight: Weight) -> Fraction:
    """The mean weight of the pairs of values of a unit."""
    return mean([weight(c, k) for c, k in combinations(unit, 2)])


# Shares of agreement


def percent_agreement(table: Table) -> Fraction | None:
    found = units(table)
    return mean([of_pairs(unit, identity) for unit in found]) if found else None


def percent_agreement_pooled(table: Table) -> Fraction | None:
    pairs = [identity(c, k) for unit in units(table) for c, k in combinations(unit, 2)]
    return mean(pairs) if pairs else None


def percent_all_agree(table: Table) -> Fraction | None:
    found = complete(table) if units(table) else []
    return mean([Fraction(len(set(unit)) == 1) for unit in found]) if found else None


def holsti(table: Table) -> Fraction | None:
    pairs = [units(pair) for pair in combinations(table, 2)]
    shares = [mean([identity(*unit) for unit in found]) for found in pairs if found]
    return mean(shares) if shares else None


def lotus(table: Table) -> Fraction | None:
    found = units(table)
    most = [Fraction(max(unit.count(value) for value in unit), len(unit)) for unit in found]
    return mean(most) if most else None


def lotus_standardized(table: Table) -> Fraction | None:
    share, q = lotus(table), len(categories(table))
    return (share - Fraction(1, q)) / (1 - Fraction(1, q)) if share and varies(table) else None


# Kappas


def beyond(observed: Fraction, expected: Fraction) -> Fraction | None:
    return (observed - expected) / (1 - expected) if expected != 1 else None


def two_coders(table: Table) -> list[list[Any]]:
    """The pairs of values of exactly two coders where something varies; else nothing."""
    return units(table) if len(coders(table)) == 2 and varies(table) else []


def shares(values: Sequence[Any], among: Sequence[Any]) -> dict[Any, Fraction]:
    return {value: Fraction(list(values).count(value), len(values)) for value in among}


def cohen(table: Table, weight: Weight = identity) -> Fraction | None:
    found, among = two_coders(table), categories(table)
    if not found:
        return None
    one, other = (shares(values, among) for values in zip(*found, strict=True))
    expected = sum(weight(c, k) * one[c] * other[k] for c in among for k in among)
    return beyond(mean([weight(*unit) for unit in found]), Fraction(expected))


def cohen_kappa_linear(table: Table) -> Fraction | None:
    return cohen(table, linear(categories(table)))


def cohen_kappa_quadratic(table: Table) -> Fraction | None:
    return cohen(table, quadratic(categories(table)))


def kappa_max(table: Table) -> Fraction | None:
    found, among = two_coders(table), categories(table)
    if not found:
        return None
    one, other = (shares(values, among) for values in zip(*found, strict=True))
    most = sum((min(one[c], other[c]) for c in among), Fraction())
    return beyond(most, sum((one[c] * other[c] for c in among), Fraction()))


def scott_pi(table: Table) -> Fraction | None:
    found = two_coders(table)
    if not found:
        return None
    joint = shares([value for unit in found for value in unit], categories(table))
    return beyond(mean([identity(*unit) for unit in found]), sum(p * p for p in joint.values()))


def light_kappa(table: Table) -> Fraction | None:
    found = complete(table)
    if len(coders(table)) < 2 or not found or not varies(table):
        return None
    kappas = [cohen(pair) for pair in combinations(list(zip(*found, strict=True)), 2)]
    return None if None in kappas else mean(kappas)


def prevalence(table: Table) -> dict[Any, Fraction]:
    """The share of each value; every coded unit counts once (Gwet 2014)."""
    found = units(table, least=1)
    return {c: mean([Fraction(u.count(c), len(u)) for u in found]) for c in categories(table)}


def after_gwet(table: Table, chance: Fraction, weight: Weight = identity) -> Fraction | None:
    if not varies(table):
        return None
    return beyond(mean([of_pairs(unit, weight) for unit in units(table)]), chance)


def fleiss_kappa(table: Table) -> Fraction | None:
    return after_gwet(table, sum((p * p for p in prevalence(table).values()), Fraction()))


def conger_kappa(table: Table) -> Fraction | None:
    if not varies(table):
        return None
    among = categories(table)
    given = [shares([c for c in row if c is not None], among) for row in coders(table)]
    chance = [sum(one[c] * other[c] for c in among) for one, other in combinations(given, 2)]
    return after_gwet(table, mean([Fraction(each) for each in chance]))


def brennan_prediger(table: Table) -> Fraction | None:
    return after_gwet(table, Fraction(1, max(len(categories(table)), 2)))


def gwet_ac1(table: Table) -> Fraction | None:
    q = max(len(categories(table)), 2)
    spread = sum((p * (1 - p) for p in prevalence(table).values()), Fraction())
    return after_gwet(table, spread / (q - 1))


def gwet_ac2(
    table: Table, scheme: Callable[[Sequence[Any]], Weight] | None = None
) -> Fraction | None:
    among = categories(table)
    if len(among) < 2:
        return None
    weight, q = (scheme or quadratic)(among), len(among)
    total = sum((weight(c, k) for c in among for k in among), Fraction())
    spread = sum((p * (1 - p) for p in prevalence(table).values()), Fraction())
    return after_gwet(table, total * spread / (q * (q - 1)), weight)


def linear(among: Sequence[Any]) -> Weight:
    span = Fraction(max(among)) - Fraction(min(among)) if among else ONE
    return lambda c, k: 1 - abs(Fraction(c) - Fraction(k)) / (span or ONE)


def quadratic(among: Sequence[Any]) -> Weight:
    straight = linear(among)
    return lambda c, k: 1 - (1 - straight(c, k)) ** 2


def ordinal_weights(among: Sequence[Any]) -> Weight:
    q = len(among)

    def weight(c: Any, k: Any) -> Fraction:
        apart = abs(among.index(c) - among.index(k))
        return 1 - Fraction(apart * (apart + 1), q * (q - 1))

    return weight


# Alpha


def alpha(table: Table, distance: Weight) -> Fraction | None:
    """Krippendorff (2011), steps A to E, without a coincidence matrix."""
    if not varies(table):
        return None
    found = units(table)
    values = [value for unit in found for value in unit]
    observed = sum(
        (distance(c, k) / (len(unit) - 1) for unit in found for c, k in permutations(unit, 2)),
        Fraction(),
    )
    expected = sum((distance(c, k) for c, k in permutations(values, 2)), Fraction())
    return 1 - (len(values) - 1) * observed / expected if expected else None


def nominal(c: Any, k: Any) -> Fraction:
    return Fraction(c != k)


def interval(c: Any, k: Any) -> Fraction:
    return (Fraction(c) - Fraction(k)) ** 2


def ratio(c: Any, k: Any) -> Fraction:
    total = Fraction(c) + Fraction(k)
    return ((Fraction(c) - Fraction(k)) / total) ** 2 if total else Fraction()


def ordinal(table: Table) -> Weight:
    values = [value for unit in units(table) for value in unit]

    def distance(c: Any, k: Any) -> Fraction:
        low, high = min(c, k), max(c, k)
        between = sum(low <= value <= high for value in values)
        return (between - Fraction(values.count(low) + values.count(high), 2)) ** 2 * (c != k)

    return distance


def bipolar(table: Table) -> Weight:
    low, high = (Fraction(end(categories(table))) for end in (min, max))

    def distance(c: Any, k: Any) -> Fraction:
        total = Fraction(c) + Fraction(k)
        room = (total - 2 * low) * (2 * high - total)
        return (Fraction(c) - Fraction(k)) ** 2 / room if c != k else Fraction()

    return distance


def dice(a: frozenset[Any], b: frozenset[Any]) -> Fraction:
    return 1 - Fraction(2 * len(a & b), len(a) + len(b)) if a | b else Fraction()


def jaccard(a: frozenset[Any], b: frozenset[Any]) -> Fraction:
    return 1 - Fraction(len(a & b), len(a | b)) if a | b else Fraction()


def masi(a: frozenset[Any], b: frozenset[Any]) -> Fraction:
    nested, meet = a <= b or b <= a, bool(a & b)
    monotonicity = ONE if a == b else Fraction(2, 3) if nested else Fraction(meet, 3)
    return 1 - (1 - jaccard(a, b)) * monotonicity


def passonneau_2004(a: frozenset[Any], b: frozenset[Any]) -> Fraction:
    if a == b:
        return Fraction()
    return Fraction(1, 3) if a <= b or b <= a else Fraction(2, 3) if a & b else ONE


def multivalued(table: Table) -> Fraction | None:
    """Krippendorff and Craggs (2016), set by set over all sets that could be drawn."""
    if not varies(table):
        return None
    found = units(table)
    given = [cell for unit in found for cell in unit]
    used = {c: sum(c in cell for cell in given) for c in {c for cell in given for c in cell}}

    def drawn(one: int, other: int) -> Fraction:
        """The mean distance of sets of these sizes, each weighed by how it could be drawn."""
        total = distance = Fraction()
        for a in map(frozenset, combinations(used, one)):
            for b in map(frozenset, combinations(used, other)):
                weight = ONE
                for c in a | b:
                    weight *= used[c] * (used[c] - 1) if c in a & b else used[c]
                total, distance = total + weight, distance + weight * dice(a, b)
        return distance / total if total else Fraction()

    sizes = sorted({len(cell) for cell in given})
    often = {n: Fraction(sum(len(cell) == n for cell in given), len(given)) for n in sizes}
    expected = sum((often[n] * often[m] * drawn(n, m) for n in sizes for m in sizes), Fraction())
    observed = sum(
        (dice(a, b) / (len(unit) - 1) for unit in found for a, b in permutations(unit, 2)),
        Fraction(),
    )
    return 1 - observed / len(given) / expected if expected else None


# Numbers


def lin_ccc(table: Table) -> Fraction | None:
    found = two_coders(table)
    if not found:
        return None
    x, y = (list(map(Fraction, values)) for values in zip(*found, strict=True))
    mx, my = mean(x), mean(y)
    covariance = mean([(a - mx) * (b - my) for a, b in zip(x, y, strict=True)])
    spread = mean([(a - mx) ** 2 for a in x]) + mean([(b - my) ** 2 for b in y]) + (mx - my) ** 2
    return 2 * covariance / spread if spread else None


def icc(form: str) -> Figure:
    """Shrout and Fleiss (1979) from the two-way table of deviations."""

    def figure(table: Table) -> Fraction | None:
        rows = [list(map(Fraction, unit)) for unit in complete(table)]
        if len(coders(table)) < 2 or len(rows) < 2 or not varies(table):
            return None
        n, k = len(rows), len(rows[0])
        all_mean = mean([mean(row) for row in rows])
        of_coders = [mean(column) for column in zip(*rows, strict=True)]
        bms = k * sum((mean(row) - all_mean) ** 2 for row in rows) / (n - 1)
        jms = n * sum((one - all_mean) ** 2 for one in of_coders) / (k - 1)
        within = sum((cell - mean(row)) ** 2 for row in rows for cell in row)
        wms = within / (n * (k - 1))
        ems = (within - jms * (k - 1)) / ((n - 1) * (k - 1))
        above, below = {
            "icc_1_1": (bms - wms, bms + (k - 1) * wms),
            "icc_A_1": (bms - ems, bms + (k - 1) * ems + k * (jms - ems) / n),
            "icc_C_1": (bms - ems, bms + (k - 1) * ems),
            "icc_1_k": (bms - wms, bms),
            "icc_A_k": (bms - ems, bms + (jms - ems) / n),
            "icc_C_k": (bms - ems, bms),
        }[form]
        return Fraction(above) / below if below > 0 else None

    return figure


NOMINAL: dict[str, Figure] = {
    "percent_agreement": percent_agreement,
    "percent_agreement_pooled": percent_agreement_pooled,
    "percent_all_agree": percent_all_agree,
    "holsti": holsti,
    "lotus": lotus,
    "lotus_standardized": lotus_standardized,
    "scott_pi": scott_pi,
    "cohen_kappa": cohen,
    "kappa_max": kappa_max,
    "fleiss_kappa": fleiss_kappa,
    "conger_kappa": conger_kappa,
    "light_kappa": light_kappa,
    "brennan_prediger": brennan_prediger,
    "gwet_ac1": gwet_ac1,
}
OF_NUMBERS: dict[str, Figure] = {
    "cohen_kappa_linear": cohen_kappa_linear,
    "cohen_kappa_quadratic": cohen_kappa_quadratic,
    "gwet_ac2": gwet_ac2,
    "alpha_bipolar": lambda table: alpha(table, bipolar(table)) if varies(table) else None,
    "lin_ccc": lin_ccc,
    **{form: icc(form) for form in ("icc_1_1", "icc_A_1", "icc_C_1")},
    **{form: icc(form) for form in ("icc_1_k", "icc_A_k", "icc_C_k")},
}
OF_SETS: dict[str, Figure] = {
    "alpha_jaccard": lambda table: alpha(table, jaccard),
    "alpha_masi": lambda table: alpha(table, masi),
    "alpha_dice": lambda table: alpha(table, dice),
    "alpha_passonneau_2004": lambda table: alpha(table, passonneau_2004),
    "alpha_multivalued": multivalued,
}
