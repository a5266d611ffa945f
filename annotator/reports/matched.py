"""The row about matched statements: which of them two coders share, and which only one has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from annotator.agreement import Coefficient
from annotator.agreement.intervals.forms import Additive
from annotator.agreement.pairs import Floats
from annotator.agreement.statements import MatchedStatements, MatchShare, UnmatchedStatement
from annotator.agreement.statements.matched import MatchedPair
from annotator.reports.row import Alone, Heading, Row, Sample, own_row, part_of

F1 = "matched_f1"


@dataclass(frozen=True)
class Matched:
    """Statements matched by `keys`; `counts` holds how many each coder has in each unit.

    `remarks` hold of the row whatever coders and units it is about.
    """

    found: MatchedStatements
    counts: Sample
    keys: tuple[str, ...]
    remarks: tuple[str, ...] = ()

    def row(self, statement: str) -> Row:
        """F1 over all pairs of coders; `statement` is what the statement itself is called."""
        data = self.counts.data
        return own_row(
            Heading(statement, "matched"),
            self.counts,
            self._f1(),
            partial(f1_form, self.found, (data.codes >= 0).sum(axis=0) > 1),
            [self.by, *map(self._in_words, self.found.shares), *self.remarks],
            over=lambda coders, columns: self._part(coders, columns).row(statement),
            matches=self.found.shares,
            unmatched=tuple(map(self._alone, self.found.unmatched)),
            keys=self.keys,
        )

    @property
    def by(self) -> str:
        """By which variables statements were matched."""
        return f"matched by {' and '.join(self.keys)}"

    def _f1(self) -> Coefficient:
        found, data = self.found, self.counts.data
        reason = "" if found.f1 is not None else "no statement to compare"
        n_statements = 2 * len(found.pairs) + len(found.unmatched)
        basis = data.n_units, data.n_coders, n_statements
        return Coefficient(F1, found.f1, "nominal", *basis, reason)

    def _in_words(self, share: MatchShare) -> str:
        """`ana and ben: 64 matched, 7 and 12 not (precision .90, recall .84, F1 .87)`."""
        coders = self.counts.coders
        pair = f"{coders[share.one]} and {coders[share.other]}"
        alone = f"{share.unmatched_one} and {share.unmatched_other} not"
        shares = (("precision", share.precision), ("recall", share.recall), ("F1", share.f1))
        figures = [f"{name} {value:.4f}" for name, value in shares if value is not None]
        told = ", ".join(figures) or share.reason
        return f"{pair}: {share.matched} matched, {alone} ({told})"

    def _alone(self, one: UnmatchedStatement) -> Alone:
        places = [self.found.variables.index(key) for key in self.keys]
        codes = [one.statement.codes[place] for place in places]
        told = tuple("" if code is None else str(code) for code in codes)
        return Alone(one.unit, one.coder, one.other, told)

    # ------------------------------------------------------------------ some coders, some units

    def _part(self, coders: Sequence[int], columns: Sequence[int]) -> Matched:
        who = {coder: place for place, coder in enumerate(coders)}
        pairs, alone = [], []
        for place, column in enumerate(columns):
            both, one = self._by_unit.get(column, ([], []))
            pairs += [
                pair._replace(unit=place, one=who[pair.one], other=who[pair.other])
                for pair in both
                if pair.one in who and pair.other in who
            ]
            alone += [
                each._replace(unit=place, coder=who[each.coder], other=who[each.other])
                for each in one
                if each.coder in who and each.other in who
            ]
        counts = part_of(self.counts, coders, columns)
        shares = tuple(_shares(pairs, alone, counts))
        names, n_coders = self.found.variables, len(coders)
        found = MatchedStatements(names, n_coders, tuple(pairs), tuple(alone), shares)
        return Matched(found, counts, self.keys, self.remarks)

    @cached_property
    def _by_unit(self) -> dict[int, tuple[list[MatchedPair], list[UnmatchedStatement]]]:
        found: defaultdict[int, tuple[list[MatchedPair], list[UnmatchedStatement]]]
        found = defaultdict(lambda: ([], []))
        for pair in self.found.pairs:
            found[pair.unit][0].append(pair)
        for one in self.found.unmatched:
            found[one.unit][1].append(one)
        return dict(found)


def _shares(
    pairs: Sequence[MatchedPair], alone: Sequence[UnmatchedStatement], counts: Sample
) -> Iterator[MatchShare]:
    """How many statements each two coders share."""
    matched = Counter((pair.one, pair.other) for pair in pairs)
    left = Counter((each.coder, each.other) for each in alone)
    for one, other in combinations(range(len(counts.coders)), 2):
        both = (counts.data.codes[[one, other]] >= 0).all(axis=0)
        yield MatchShare(
            one, other, int(both.sum()), matched[one, other], left[one, other], left[other, one]
        )


def f1_form(found: MatchedStatements, paired: NDArray[np.bool_]) -> Additive:
    """F1 over all pairs of coders as a function of sums over units; `paired` marks those used."""
    features = np.zeros((len(paired), 2))
    np.add.at(features[:, 0], [pair.unit for pair in found.pairs], 2)
    np.add.at(features[:, 1], [one.unit for one in found.unmatched], 1)
    of_unit = np.full(len(paired), -1, np.int64)
    of_unit[paired] = np.arange(paired.sum())
    ones = np.ones(int(paired.sum()), np.int64)
    return Additive(features[paired], ones, of_unit, _f1, lowest=0.0)


def _f1(sums: Floats) -> Floats:
    value, both = np.full(len(sums), np.nan), sums.sum(axis=1)
    np.divide(sums[:, 0], both, out=value, where=both > 0)
    return value
