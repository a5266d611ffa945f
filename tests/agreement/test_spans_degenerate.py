"""Where nothing can be said about spans: None with a reason in words, never 0, 1, NaN."""

from collections.abc import Callable
from typing import Any

import pytest

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
from tests.agreement.spans_data import one_text

ALPHAS = (alpha_U, u_alpha, bar_u_alpha, cu_alpha)
ALL: tuple[Callable[[SpanData], Coefficient], ...] = (*ALPHAS, span_f1_exact, span_f1_overlap)
SPAN = ("ann", "n1", 0, 5, "a")

NOTHING: dict[str, tuple[SpanData, str]] = {
    "no coder": (SpanData.of([], {"n1": 9}, {}), "no coder finished an article"),
    "nothing finished": (
        SpanData.of([SPAN], {"n1": 9}, {"ann": [], "ben": []}),
        "no coder finished an article",
    ),
    "one coder": (SpanData.of([SPAN], {"n1": 9}, {"ann": ["n1"]}), "there is only one coder"),
    "no overlap": (
        SpanData.of([SPAN], {"n1": 9, "n2": 9}, {"ann": ["n1"], "ben": ["n2"]}),
        "no article was finished by all 2 coders",
    ),
    "no text": (
        SpanData.of([], {"n1": 0}, {"ann": ["n1"], "ben": ["n1"]}),
        "the articles that all coders finished are empty",
    ),
    "no spans": (one_text([[], []], 100), "no coder marked a span"),
}


@pytest.mark.parametrize("case", NOTHING)
def test_nothing_to_compare(case: str) -> None:
    data, reason = NOTHING[case]
    for figure in ALL:
        assert (figure(data).value, figure(data).reason) == (None, reason), figure
    for by_label in (alpha_U_by_label(data), ku_alpha(data)):
        assert all((one.value, one.reason) == (None, reason) for one in by_label.values())
    assert cu_coverage(data) is None
    assert ku_coverage(data) == {}


def test_all_text_one_code_by_both() -> None:
    data = one_text([[(0, 100, "a")], [(0, 100, "a")]], 100)
    assert u_alpha(data).reason == "no variation: all text is marked “a” by every coder"
    assert bar_u_alpha(data).reason == "no variation: all text is marked by every coder"
    only = "no variation: all text marked by two coders is “a”"
    assert cu_alpha(data).reason == ku_alpha(data)["a"].reason == only
    assert span_f1_exact(data).value == span_f1_overlap(data).value == 1
    assert cu_coverage(data) == 1
    # One span each where there might have been many: where spans begin and end could differ.
    assert alpha_U(data).value == 1


def test_nothing_marked_by_two_coders() -> None:
    data = one_text([[(0, 10, "a")], [(10, 20, "b")]], 20)
    assert cu_alpha(data).reason == "no text was marked by two coders"
    assert ku_alpha(data)["a"].reason == "no text was marked by two coders"
    assert (cu_coverage(data), ku_coverage(data)) == (0, {"a": 0, "b": 0})
    assert span_f1_overlap(data).value == 0
    assert u_alpha(data).value is not None


def test_a_code_that_one_coder_used_alone() -> None:
    first = [(0, 5, "a"), (5, 9, "b"), (12, 15, "c")]
    found = ku_alpha(one_text([first, [(0, 5, "a"), (5, 9, "b")]], 20))
    assert found["a"].value == 1
    assert found["c"].reason == "no text of this code was marked by two coders"


def test_too_little_marked_by_two_of_many_coders() -> None:
    marks = [(0, 10, "a"), (10, 20, "b")]
    data = one_text([marks, marks, [], [], [], []], 40)
    reason = "so little text was marked by two or more coders that chance cannot be estimated"
    assert cu_alpha(data).reason == ku_alpha(data)["a"].reason == reason


def test_spans_of_one_character_without_gaps() -> None:
    data = one_text([[(0, 1, "a"), (1, 2, "a")], [(0, 1, "a"), (1, 2, "a")]], 2)
    assert alpha_U(data).value is None
    assert alpha_U(data).reason.startswith("no variation")
    assert alpha_U_by_label(data)["a"].reason == alpha_U(data).reason


def test_one_span_by_one_coder() -> None:
    data = one_text([[(0, 1, "a")], [], []], 20)
    assert alpha_U(data).value == pytest.approx(0, abs=0.05)
    assert span_f1_exact(data).value == 0
    pairs = exact_matches(data)
    assert [(pair.precision, pair.recall, pair.f1) for pair in pairs] == [
        (None, 0, 0),
        (None, 0, 0),
        (None, None, None),
    ]
    assert pairs[2].reason == "no coder marked a span"


def test_overlapping_spans_of_one_coder() -> None:
    spans = [("ann", "n2", 1, 6, "a"), ("ann", "n2", 4, 9, "b"), ("ben", "n2", 1, 6, "a")]
    data = SpanData.of(spans, {"n1": 50, "n2": 9}, {"ann": ["n1", "n2"], "ben": ["n1", "n2"]})
    told = "ann marked overlapping spans in article n2: 1-6 “a” and 4-9 “b”; "
    assert u_alpha(data).reason == told + "u_alpha needs spans that do not overlap"
    assert bar_u_alpha(data).reason == told + "bar_u_alpha needs spans that do not overlap"
    assert cu_alpha(data).reason == told + "cu_alpha needs spans that do not overlap"
    assert ku_alpha(data)["b"].reason == told + "ku_alpha needs spans that do not overlap"
    assert alpha_U(data).value is not None
    assert u_alpha(data.with_label("a")).value == 1
    assert u_alpha(data.with_label("none")).reason == "no coder marked a span"


def test_overlapping_spans_of_one_code() -> None:
    data = one_text([[(1, 6, "a"), (4, 9, "a")], [(1, 6, "a")]], 20)
    told = "c0 marked overlapping spans in article text: 1-6 “a” and 4-9 “a”; "
    assert alpha_U(data).reason == told + "alpha_U needs spans of one code that do not overlap"
    assert alpha_U_by_label(data)["a"].reason == alpha_U(data).reason
    assert span_f1_exact(data).value == pytest.approx(2 / 3)


def test_offsets_of_different_articles_never_meet() -> None:
    """The same offsets in two articles are two places: INCEpTION once gave alpha_U = 1 here."""
    spans = [("ann", "n1", 0, 9, "a"), ("ben", "n2", 0, 9, "a")]
    both = ["n1", "n2"]
    data = SpanData.of(spans, {"n1": 20, "n2": 20}, {"ann": both, "ben": both})
    assert span_f1_overlap(data).value == 0
    for figure in (alpha_U, u_alpha):
        value = figure(data).value
        assert value is not None
        assert value < 0


def test_pairs_of_coders_with_different_articles() -> None:
    """F1 looks at what the two finished, the alphas at what all finished."""
    spans = [("ann", "n1", 0, 9, "a"), ("ben", "n1", 0, 9, "a"), ("ben", "n2", 0, 3, "a")]
    spans.append(("cem", "n2", 0, 5, "a"))
    data = SpanData.of(
        spans, {"n1": 20, "n2": 10}, {"ann": ["n1"], "ben": ["n1", "n2"], "cem": ["n2"]}
    )
    assert [pair.f1 for pair in exact_matches(data)] == [1, None, 0]
    assert [pair.f1 for pair in overlapping_matches(data)] == [1, None, 1]
    found = span_f1_exact(data)
    assert (found.value, found.n_units, found.n_coders, found.n_pairable) == (0.5, 4, 3, 60)
    assert alpha_U(data).reason == "no article was finished by all 3 coders"


@pytest.mark.parametrize(
    ("span", "message"),
    [
        (("ann", "n1", 5, 5, "a"), "must end after its start"),
        (("ann", "n1", 7, 5, "a"), "must end after its start"),
        (("ann", "n1", -1, 5, "a"), "characters 0 to 9"),
        (("ann", "n1", 5, 10, "a"), "span 1: 5-10 “a” by ann in article n1: .* characters 0 to 9"),
        (("ann", "n2", 5, 9, "a"), "length of this article"),
        (("ben", "n1", 5, 9, "a"), "what this coder finished"),
    ],
)
def test_spans_that_cannot_be_are_named(span: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        SpanData.of([span], {"n1": 9}, {"ann": ["n1"]})
