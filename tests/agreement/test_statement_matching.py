"""Matched statements: by trying every matching, by hand, and where nothing can be matched."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import krippendorff_alpha
from annotator.agreement.statements import (
    MatchShare,
    Statement,
    StatementData,
    matched_statements,
)
from annotator.agreement.statements.assignment import assign
from annotator.agreement.statements.matching import Matcher, overlap
from tests.agreement.statement_sets import (
    VARIABLES,
    codes,
    matchings,
    statement_tables,
    with_spans,
)
from tests.agreement.test_properties import shuffled_units

KEYS = ("actor", "lever")
orders = st.randoms(use_true_random=False)
small = st.lists(with_spans, max_size=3)
integers = st.integers(-9, 9)
four = st.lists(with_spans, min_size=2, max_size=4)


def criteria(pairs: Any, keys: list[int], at_least: int) -> tuple[int, ...] | None:
    """What the best matching has most of, first things first; None for a matching not allowed."""
    tiers, others, common = [0] * (len(keys) + 1), 0, 0
    by_variable = [0] * len(VARIABLES)
    for one, other in pairs:
        agree = [a == b for a, b in zip(one.codes, other.codes, strict=True)]
        in_keys = sum(agree[key] for key in keys)
        if in_keys < at_least:
            return None
        tiers[len(keys) - in_keys] += 1
        others += sum(agree) - in_keys
        common += overlap(one.spans, other.spans)
        by_variable = [n + same for n, same in zip(by_variable, agree, strict=True)]
    return (*tiers, others, common, *by_variable)


@settings(max_examples=300)
@given(four, four, st.sampled_from([([0, 1], 2), ([0, 1], 1), ([0], 1), ([0, 1, 2], 2)]))
def test_the_matching_is_the_best_of_all(one: Any, other: Any, key: tuple[list[int], int]) -> None:
    data = StatementData.of([[one], [other]], VARIABLES)
    left, right = data.cells[:, 0].tolist()
    pairs = Matcher(data, *key).match(left, right)
    found = criteria([(data.statements[i], data.statements[j]) for i, j in pairs], *key)
    allowed = (criteria(pairs, *key) for pairs in matchings(one, other))
    best = max(each for each in allowed if each is not None)
    assert found is not None
    assert found[:-4] == best[:-4]
    assert found[-4] == pytest.approx(best[-4], abs=3)  # overlap is counted in whole millionths


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(integers, min_size=5, max_size=5), min_size=1, max_size=n)
    )
)
def test_an_assignment_is_the_cheapest_of_all(costs: list[list[int]]) -> None:
    found = assign(costs)
    assert len(set(found)) == len(costs)
    rows = range(len(costs))
    cheapest = min(
        sum(costs[row][column] for row, column in pairs)
        for pairs in matchings(rows, range(5))
        if len(pairs) == len(costs)
    )
    assert sum(costs[row][column] for row, column in zip(rows, found, strict=True)) == cheapest


def test_assignments_at_the_edge() -> None:
    assert assign([]) == []
    with pytest.raises(ValueError, match="more rows than columns"):
        assign([[1], [2]])


@given(statement_tables(small), orders, st.sampled_from([1, 2]))
def test_order_means_nothing(table: Any, order: random.Random, at_least: int) -> None:
    turned = shuffled_units(table[::-1], order)
    turned = [[c and order.sample(c, len(c)) for c in row] for row in turned]
    once, again = (
        matched_statements(each, VARIABLES, keys=KEYS, at_least=at_least)
        for each in (table, turned)
    )
    assert [(s.matched, s.precision, s.recall, s.f1) for s in once.shares] == [
        (s.matched, s.recall, s.precision, s.f1) for s in _mirrored(again.shares, len(table))
    ]
    for variable in VARIABLES:
        ours, theirs = once.reliability(variable), again.reliability(variable)
        found = krippendorff_alpha(ours, level="nominal").value
        other = krippendorff_alpha(theirs, level="nominal").value
        assert found is other if found is None else found == pytest.approx(other)


def _mirrored(shares: tuple[MatchShare, ...], n: int) -> list[MatchShare]:
    return sorted(shares, key=lambda share: (n - 1 - share.other, n - 1 - share.one))


@given(statement_tables(small), st.sampled_from([1, 2]))
def test_every_statement_is_matched_or_shown_once_for_each_other_coder(
    table: Any, at_least: int
) -> None:
    found = matched_statements(table, VARIABLES, keys=KEYS, at_least=at_least)
    both = [
        len(one[u]) + len(other[u])
        for place, one in enumerate(table)
        for other in table[place + 1 :]
        for u in range(len(one))
        if one[u] is not None and other[u] is not None
    ]
    assert 2 * len(found.pairs) + len(found.unmatched) == sum(both)
    assert sum(share.matched for share in found.shares) == len(found.pairs)
    assert found.f1 is None or 0 <= found.f1 <= 1


@given(statement_tables(st.lists(codes, max_size=4)))
def test_fewer_keys_needed_never_lose_a_full_match(table: Any) -> None:
    strict, loose = (
        matched_statements(table, VARIABLES, keys=KEYS, at_least=n).pairs for n in (2, 1)
    )
    full = [pair for pair in loose if pair.statement.codes[:2] == pair.partner.codes[:2]]
    assert len(full) == len(strict)


@given(st.lists(small, min_size=1, max_size=5), st.integers(2, 3))
def test_the_same_statements_match_wholly(units: Any, coders: int) -> None:
    found = matched_statements([units] * coders, VARIABLES)
    assert not found.unmatched
    assert all(pair.statement == pair.partner for pair in found.pairs)
    assert found.f1 == (1 if any(units) else None)


def test_agreement_on_other_variables_alone_is_no_match() -> None:
    one = [("us", 2, "for"), ("dprk", 2, None)]
    other = [("dprk", 1, "for"), ("dprk", 2, "for")]
    found = matched_statements([[one], [other]], VARIABLES, keys=KEYS, at_least=1)
    assert [(p.statement.codes, p.partner.codes) for p in found.pairs] == [(one[1], other[1])]
    assert [each.statement.codes for each in found.unmatched] == [one[0], other[0]]


def test_by_hand() -> None:
    us_for, us_against = ("us", "relief", "for"), ("us", "relief", "against")
    rok, china = ("rok", "aid", "for"), ("china", "aid", "for")
    table = [[[us_for, rok], [], None], [[us_against, us_for, china], [rok], [rok]]]
    found = matched_statements(table, VARIABLES, keys=KEYS)
    share = found.shares[0]
    assert (share.n_units, share.matched, share.unmatched_one, share.unmatched_other) == (
        2,
        1,
        1,
        3,
    )
    assert (share.precision, share.recall, share.f1) == (1 / 2, 1 / 4, 1 / 3)
    assert found.f1 == 1 / 3
    assert found.pairs[0][3:] == (Statement(us_for), Statement(us_for))
    assert found.unmatched[0] == (0, 0, 1, Statement(rok))
    loose = matched_statements(table, VARIABLES, keys=KEYS, at_least=1)
    assert [tuple(pair[3:]) for pair in loose.pairs] == [
        (Statement(rok), Statement(china)),
        (Statement(us_for), Statement(us_for)),
    ]
    assert loose.reliability("lever").codes.tolist() == [[0, 1], [0, 1]]


def test_spans_decide_where_codes_do_not() -> None:
    def at(stance: str, *spans: tuple[int, int]) -> Statement:
        return Statement(("us", "relief", stance), spans)

    table = [[[at("for", (0, 10)), at("against", (20, 30))]], [[at("mixed", (18, 29))]]]
    found = matched_statements(table, VARIABLES, keys=KEYS)
    assert found.pairs[0].statement == at("against", (20, 30))
    assert overlap([(0, 10)], [(5, 15)]) == 333_333
    assert overlap([(0, 10), (5, 10)], [(2, 4), (0, 3)]) == 400_000
    assert overlap([], [(2, 4)]) == overlap([], []) == 0


def test_undefined_shares_say_why() -> None:
    us = ("us", 1, 2)
    table = [[[us], []], [[], []], [None, None]]
    reasons = [share.reason for share in matched_statements(table, VARIABLES).shares]
    assert reasons == [
        "one coder has no statement",
        "no unit was coded by both coders",
        "no unit was coded by both coders",
    ]
    assert matched_statements([[[]], [[]]], VARIABLES).shares[0].reason == (
        "neither coder has a statement"
    )
    share = matched_statements(table, VARIABLES).shares[0]
    assert (share.precision, share.recall, share.f1) == (0, None, 0)
    assert matched_statements([[[us]], [[us]]], VARIABLES).shares[0].reason == ""


def test_two_coders_with_nothing_in_common_have_no_reason_missing() -> None:
    found = matched_statements([[[("us", 1, 2)]], [[("rok", 3, 4)]]], VARIABLES)
    assert (found.shares[0].f1, found.shares[0].reason, found.f1) == (0, "", 0)
    assert krippendorff_alpha(found.reliability("actor"), level="nominal").value is None


@pytest.mark.parametrize(
    ("keys", "at_least", "message"),
    [(["weather"], None, "weather"), (KEYS, 3, "between 1 and"), (KEYS, 0, "between 1 and")],
)
def test_keys_that_do_not_fit_are_refused(keys: Any, at_least: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        matched_statements([[[]], [[]]], VARIABLES, keys=keys, at_least=at_least)


def test_an_unknown_variable_is_refused() -> None:
    with pytest.raises(ValueError, match="weather"):
        matched_statements([[[]], [[]]], VARIABLES).reliability("weather")
