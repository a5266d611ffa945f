"""Intervals about figures of spans: what is drawn is what the figure of the articles drawn is."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import Coefficient, jackknife, unit_bootstrap
from annotator.agreement.intervals.forms import estimate
from annotator.agreement.intervals.of_spans import SPAN_FIGURES, SpanForms
from annotator.agreement.spans import (
    SpanData,
    alpha_U,
    alpha_U_by_label,
    bar_u_alpha,
    cu_alpha,
    ku_alpha,
    span_f1_exact,
    span_f1_overlap,
    u_alpha,
)
from tests.agreement.spans_data import partitions

FIGURES = (alpha_U, u_alpha, bar_u_alpha, cu_alpha, span_f1_exact, span_f1_overlap)
LENGTH = 30


def several(texts: list[Any], times: list[int] | None = None) -> SpanData:
    """Some texts that three coders finished, each so many times, under names of their own."""
    names = [f"c{number}" for number in range(3)]
    spans, lengths = [], {}
    for place, marked in enumerate(texts):
        for copy in range(times[place] if times else 1):
            article = f"{place}/{copy}"
            lengths[article] = LENGTH
            spans += [
                (name, article, start, end, label)
                for name, marks in zip(names, marked, strict=True)
                for start, end, label in marks
            ]
    return SpanData.of(spans, lengths, {name: list(lengths) for name in names})


def figures(data: SpanData) -> dict[tuple[str, str], Coefficient]:
    found = {(figure.__name__, ""): figure(data) for figure in FIGURES}
    found |= {("alpha_U", label): one for label, one in alpha_U_by_label(data).items()}
    return found | {("ku_alpha", label): one for label, one in ku_alpha(data).items()}


texts = st.lists(partitions(st.just(3), LENGTH), min_size=2, max_size=4)


@given(texts, st.data())
def test_a_draw_gives_the_figure_of_the_articles_drawn(marked: Any, data: Any) -> None:
    times = data.draw(st.lists(st.integers(0, 3), min_size=len(marked), max_size=len(marked)))
    whole = several(marked)
    drawn, forms = figures(several(marked, times)), SpanForms(whole)
    weights = np.array([times], np.float64)
    for (name, label), one in figures(whole).items():
        if one.value is None:
            continue
        form = forms.of(name, label)
        assert estimate(form) == pytest.approx(one.value, abs=1e-9), name
        at, there = float(form.at(weights)[0]), drawn.get((name, label))
        if there is None or there.value is None:
            # F1 of pairs that marked nothing in the draw, alpha_U of a label that is not drawn
            assert np.isnan(at), (name, label)
        else:
            assert at == pytest.approx(there.value, abs=1e-9), (name, label)


def study() -> SpanData:
    chance = np.random.default_rng(7)
    spans = []
    for article in range(30):
        for start in range(0, 900, 90):
            label = "ab"[int(chance.integers(2))]
            for coder in ("ann", "bob", "cat"):
                if chance.random() < 0.8:
                    ends = start + chance.integers(0, 10), start + 40 + chance.integers(0, 20)
                    told = label if chance.random() < 0.9 else "c"
                    spans.append((coder, str(article), int(ends[0]), int(ends[1]), told))
    articles = {str(article): 900 for article in range(30)}
    return SpanData.of(spans, articles, {coder: list(articles) for coder in ("ann", "bob", "cat")})


@pytest.fixture(scope="module")
def forms() -> SpanForms:
    return SpanForms(study())


@pytest.mark.parametrize("name", [name for name in SPAN_FIGURES if name != "ku_alpha"])
def test_intervals_hold_the_figure(forms: SpanForms, name: str) -> None:
    form, articles = forms.of(name), list(range(30))
    drawn = unit_bootstrap(form, seed=1, replicates=400, clusters=articles).interval()
    left_out = jackknife(form, clusters=articles).interval()
    for interval in (drawn, left_out):
        assert interval.low is not None
        assert interval.high is not None
        assert interval.low < estimate(form) < interval.high
        assert interval.n == 30
        assert interval.method.startswith("clustered")
    assert drawn.se == pytest.approx(left_out.se, rel=0.25)


def test_one_article_has_no_interval_and_says_so() -> None:
    data = several([[[(0, 5, "a")], [(0, 6, "a")], [(1, 5, "a")]]])
    drawn = unit_bootstrap(SpanForms(data).of("alpha_U"), seed=1, clusters=[0]).interval()
    assert drawn.reason == "an interval needs two or more clusters; here is one"


def test_a_name_that_is_none() -> None:
    with pytest.raises(ValueError, match="no form of 'alpha'; one of alpha_U"):
        SpanForms(study()).of("alpha")
