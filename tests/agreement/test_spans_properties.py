"""Laws that hold for every figure about spans, whatever was marked."""

import random
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import Coefficient
from annotator.agreement.spans import (
    SpanData,
    alpha_U,
    alpha_U_by_label,
    bar_u_alpha,
    cu_alpha,
    cu_coverage,
    exact_matches,
    ku_alpha,
    ku_coverage,
    overlapping_matches,
    span_f1_exact,
    span_f1_overlap,
    u_alpha,
)
from tests.agreement.spans_data import layers, one_text, partitions

LENGTH = 30
OVERALL = (alpha_U, u_alpha, bar_u_alpha, cu_alpha, span_f1_exact, span_f1_overlap)
orders = st.randoms(use_true_random=False)
marked_texts = partitions() | layers()


def figures(data: SpanData) -> dict[str, float | None]:
    """All values, those of codes under the names of the codes."""
    found: dict[str, Coefficient] = {figure.__name__: figure(data) for figure in OVERALL}
    found |= {f"alpha_U {label}": one for label, one in alpha_U_by_label(data).items()}
    found |= {f"ku_alpha {label}": one for label, one in ku_alpha(data).items()}
    for name, one in found.items():
        assert (one.value is None) == bool(one.reason), name
    values = {name: one.value for name, one in found.items()}
    shares = {f"coverage {label}": share for label, share in ku_coverage(data).items()}
    return values | shares | {"coverage": cu_coverage(data)}


def same(one: dict[str, float | None], other: dict[str, float | None]) -> None:
    assert one.keys() == other.keys()
    for name, value in one.items():
        wanted = None if value is None else pytest.approx(value, abs=1e-9)
        assert other[name] == wanted, name


@given(marked_texts, orders)
def test_the_order_of_coders_and_spans_means_nothing(marked: Any, order: random.Random) -> None:
    turned = [order.sample(marks, len(marks)) for marks in order.sample(marked, len(marked))]
    same(figures(one_text(marked, LENGTH)), figures(one_text(turned, LENGTH)))


@given(marked_texts, st.permutations("abc"))
def test_names_of_codes_mean_nothing(marked: Any, names: list[str]) -> None:
    new = dict(zip("abc", names, strict=True))
    renamed = [[(start, end, new[label]) for start, end, label in marks] for marks in marked]
    once, again = (figures(one_text(coders, LENGTH)) for coders in (marked, renamed))
    same({_renamed(name, new): value for name, value in once.items()}, again)


def _renamed(name: str, new: dict[str, str]) -> str:
    figure, _, label = name.partition(" ")
    return f"{figure} {new[label]}" if label else name


@given(marked_texts)
def test_reading_backwards_changes_nothing(marked: Any) -> None:
    turned = [[(LENGTH - e, LENGTH - s, label) for s, e, label in marks] for marks in marked]
    same(figures(one_text(marked, LENGTH)), figures(one_text(turned, LENGTH)))


@given(marked_texts, st.integers(0, 9))
def test_where_spans_stand_matters_only_to_alpha_of_1995(marked: Any, by: int) -> None:
    moved = [[(start + by, end + by, label) for start, end, label in marks] for marks in marked]
    once, again = (figures(one_text(coders, LENGTH + 9)) for coders in (marked, moved))
    same(_but_alpha_of_1995(once), _but_alpha_of_1995(again))


def _but_alpha_of_1995(found: dict[str, float | None]) -> dict[str, float | None]:
    return {name: value for name, value in found.items() if not name.startswith("alpha_U")}


@given(marked_texts, partitions(st.just(2)))
def test_the_order_of_articles_matters_only_to_alpha_of_1995(marked: Any, more: Any) -> None:
    spans = [*_spans("n1", marked), *_spans("n2", more)]
    finished = {f"c{number}": {"n1", "n2"} for number in range(len(marked))}
    once, again = (
        figures(SpanData.of(spans, dict.fromkeys(order, LENGTH), finished))
        for order in (("n1", "n2"), ("n2", "n1"))
    )
    same(_but_alpha_of_1995(once), _but_alpha_of_1995(again))


@given(marked_texts, st.lists(st.integers(1, LENGTH - 1), max_size=3))
def test_a_text_may_be_split_into_articles(marked: Any, wanted: list[int]) -> None:
    """Where no span is cut."""
    spans = [(start, end) for marks in marked for start, end, _ in marks]
    free = {at for at in wanted if not any(start < at < end for start, end in spans)}
    same(figures(one_text(marked, LENGTH)), figures(split(marked, sorted({0, *free, LENGTH}))))


def split(marked: Any, cuts: list[int]) -> SpanData:
    lengths = {f"from {low}": high - low for low, high in pairwise(cuts)}
    spans = [
        (f"c{number}", f"from {low}", start - low, end - low, label)
        for number, marks in enumerate(marked)
        for start, end, label in marks
        for low in [max(cut for cut in cuts if cut <= start)]
    ]
    return SpanData.of(spans, lengths, {f"c{number}": lengths for number in range(len(marked))})


@given(marked_texts, partitions())
def test_what_not_all_coders_finished_does_not_count(marked: Any, more: Any) -> None:
    """Nor does a coder who finished nothing. (F1 looks at pairs: an article of one coder alone.)"""
    lengths = {"before": LENGTH, "text": LENGTH, "after": LENGTH}
    spans = list(_spans("text", marked))
    spans += _spans("before", more[:1])
    finished = {f"c{number}": {"text"} for number in range(len(marked))}
    finished |= {"c0": {"before", "text"}, "none": set()}
    same(figures(one_text(marked, LENGTH)), figures(SpanData.of(spans, lengths, finished)))


def _spans(article: str, marked: Any) -> Iterable[tuple[str, str, int, int, str]]:
    for number, marks in enumerate(marked):
        yield from ((f"c{number}", article, *mark) for mark in marks)


@given(marked_texts)
def test_a_span_marked_twice_is_one_span(marked: Any) -> None:
    twice = [[*marks, *marks] for marks in marked]
    same(figures(one_text(marked, LENGTH)), figures(one_text(twice, LENGTH)))


@given(partitions(st.just(1)), st.integers(2, 4))
def test_perfect_agreement_with_variation_is_one(marked: Any, coders: int) -> None:
    found = figures(one_text(marked * coders, LENGTH))
    assert all(
        value is None or value == pytest.approx(1)
        for name, value in found.items()
        if name != "coverage"
    )
    if marked[0]:
        assert found["alpha_U"] == found["span_f1_exact"] == 1
    if len({label for _, _, label in marked[0]}) > 1:
        assert found["u_alpha"] == found["cu_alpha"] == 1


@given(partitions())
def test_with_one_code_what_is_marked_is_all_that_differs(marked: Any) -> None:
    one = [[(start, end, "a") for start, end, _ in marks] for marks in marked]
    data = one_text(one, LENGTH)
    whole, bar = u_alpha(data).value, bar_u_alpha(data).value
    assert whole == (None if bar is None else pytest.approx(bar, abs=1e-9))
    assert alpha_U(data).value == alpha_U_by_label(data).get("a", alpha_U(data)).value


@given(marked_texts)
def test_no_alpha_exceeds_one_and_shares_lie_between_zero_and_one(marked: Any) -> None:
    for name, value in figures(one_text(marked, LENGTH)).items():
        if value is not None:
            assert value <= 1 + 1e-9, name
            assert value >= 0 or "alpha" in name, name


@given(layers())
def test_matches_of_a_pair(marked: Any) -> None:
    data = one_text(marked, LENGTH)
    for exact, loose in zip(exact_matches(data), overlapping_matches(data), strict=True):
        assert exact.found_first == exact.found_second
        assert exact.found_first <= loose.found_first <= loose.n_first == exact.n_first
        assert exact.found_second <= loose.found_second <= loose.n_second == exact.n_second
