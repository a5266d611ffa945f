"""Unitizing alphas by their definitions, character by character and segment by segment."""

from collections.abc import Sequence
from itertools import combinations, permutations

Marks = Sequence[tuple[int, int, str]]
Segment = tuple[int, int, str | None]


def segments(marks: Marks, length: int) -> list[Segment]:
    """A coder's partition: spans with their code and the gaps between them (None)."""
    found: list[Segment] = []
    at = 0
    for start, end, label in sorted(marks):
        found += [(at, start, None)] if start > at else []
        found.append((start, end, label))
        at = end
    return [*found, (at, length, None)] if at < length else found


def alpha_1995(coders: Sequence[Marks], length: int) -> tuple[float | None, dict[str, float]]:
    """alpha_U over all codes, and of each code."""
    labels = sorted({label for marks in coders for _, _, label in marks})
    parts = {c: _parts([[s for s in m if s[2] == c] for m in coders], length) for c in labels}
    expected = sum(e for _, e in parts.values())
    overall = 1 - sum(o for o, _ in parts.values()) / expected if expected else None
    return overall, {label: 1 - o / e for label, (o, e) in parts.items() if e}


def _parts(coders: Sequence[Marks], length: int) -> tuple[float, float]:
    m, cut = len(coders), [segments(marks, length) for marks in coders]
    observed = sum(_apart(g, h) for one, other in permutations(cut, 2) for g in one for h in other)
    spans = [end - start for part in cut for start, end, label in part if label]
    gaps = [end - start for part in cut for start, end, label in part if not label]
    chance = sum(
        (len(spans) - 1) / 3 * (2 * n**3 - 3 * n**2 + n)
        + n**2 * sum(gap - n + 1 for gap in gaps if gap >= n)
        for n in spans
    )
    places = m * length * (m * length - 1) - sum(n * (n - 1) for n in spans)
    return observed / (m * (m - 1) * length**2), 2 / length * chance / places


def _apart(one: Segment, other: Segment) -> int:
    if one[2] and other[2] and one[0] < other[1] and other[0] < one[1]:
        return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
    if one[2] and not other[2] and other[0] <= one[0] and one[1] <= other[1]:
        return (one[1] - one[0]) ** 2
    if other[2] and not one[2] and one[0] <= other[0] and other[1] <= one[1]:
        return (other[1] - other[0]) ** 2
    return 0


class Family2016:
    """The full matrices of observed and expected coincidences of Krippendorff et al. (2016)."""

    def __init__(self, coders: Sequence[Marks], length: int) -> None:
        self.labels = [None, *sorted({label for marks in coders for _, _, label in marks})]
        cut = [segments(marks, length) for marks in coders]
        m = len(coders)
        pairs = [
            (g[2], h[2], max(0, min(g[1], h[1]) - max(g[0], h[0])) / (m - 1))
            for one, other in permutations(cut, 2)
            for g in one
            for h in other
        ]
        self.observed = {
            (c, k): sum(n for a, b, n in pairs if (a, b) == (c, k))
            for c in self.labels
            for k in self.labels
        }
        squares = {
            c: sum((e - s) ** (2 if c else 1) for part in cut for s, e, label in part if label == c)
            for c in self.labels
        }
        self.expected = expected(self.observed, self.labels, squares)
        self.valued = {pair: n for pair, n in self.observed.items() if None not in pair}
        shared = {
            c: sum(
                sum(max(0, min(g[1], h[1]) - max(g[0], h[0])) for h in other if h[2]) ** 2 / (m - 1)
                for one, other in permutations(cut, 2)
                for g in one
                if g[2] == c
            )
            for c in self.labels[1:]
        }
        self.valued_expected = expected(self.valued, self.labels[1:], shared)

    def u(self) -> float | None:
        return ratio(differing(self.observed), differing(self.expected))

    def bar(self) -> float | None:
        return ratio(
            sum(n for (c, k), n in self.observed.items() if (c is None) != (k is None)),
            sum(n for (c, k), n in self.expected.items() if (c is None) != (k is None)),
        )

    def cu(self) -> float | None:
        return ratio(differing(self.valued), differing(self.valued_expected))

    def ku(self, label: str) -> float | None:
        own = {pair: n for pair, n in self.valued.items() if pair[0] == label}
        chance = {pair: n for pair, n in self.valued_expected.items() if pair[0] == label}
        total, expected_total = sum(own.values()), sum(chance.values())
        if not total or not differing(chance) or expected_total <= 1e-9:
            return None
        return 1 - expected_total / total * differing(own) / differing(chance)


def expected(observed: dict, labels: list, squares: dict) -> dict:
    """Expected coincidences; empty where chance cannot be estimated."""
    totals = {c: sum(n for (a, _), n in observed.items() if a == c) for c in labels}
    everything = sum(totals.values())
    chance = everything - sum(squares.values()) / everything if everything else 0
    if chance <= 1e-9:
        return {}
    return {
        (c, k): (totals[c] * totals[k] - (squares[c] if c == k else 0)) / chance
        for c in labels
        for k in labels
    }


def differing(matrix: dict) -> float:
    return sum(n for (c, k), n in matrix.items() if c != k)


def ratio(observed: float, expected: float) -> float | None:
    return 1 - observed / expected if expected > 1e-9 else None


def f1(coders: Sequence[Marks], *, exact: bool) -> float | None:
    """The mean F1 of all pairs of coders of whom one marked anything."""
    found = [_f1(one, other, exact) for one, other in combinations(coders, 2) if one or other]
    return sum(found) / len(found) if found else None


def _f1(one: Marks, other: Marks, exact: bool) -> float:
    def same(a: tuple[int, int, str], b: tuple[int, int, str]) -> bool:
        return a == b if exact else a[2] == b[2] and a[0] < b[1] and b[0] < a[1]

    recall = sum(any(same(a, b) for b in other) for a in one) / max(1, len(one))
    precision = sum(any(same(a, b) for a in one) for b in other) / max(1, len(other))
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0
