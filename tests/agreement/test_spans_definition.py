"""The sweeps against the definitions, on random spans."""

from typing import Any

import pytest
from hypothesis import given

from annotator.agreement.spans import (
    alpha_U,
    alpha_U_by_label,
    bar_u_alpha,
    cu_alpha,
    ku_alpha,
    span_f1_exact,
    span_f1_overlap,
    u_alpha,
)
from tests.agreement import spans_oracle as oracle
from tests.agreement.spans_data import layers, one_text, partitions

LENGTH = 30


def same(ours: float | None, theirs: float | None) -> bool:
    return ours is theirs if theirs is None else ours == pytest.approx(theirs, abs=1e-9)


@given(partitions())
def test_the_family_of_2016(marked: Any) -> None:
    data, defined = one_text(marked, LENGTH), oracle.Family2016(marked, LENGTH)
    if not any(marked):
        return
    assert same(u_alpha(data).value, defined.u())
    assert same(bar_u_alpha(data).value, defined.bar())
    assert same(cu_alpha(data).value, defined.cu())
    for label, found in ku_alpha(data).items():
        assert same(found.value, defined.ku(label)), label


@given(layers())
def test_alpha_of_1995(marked: Any) -> None:
    data = one_text(marked, LENGTH)
    overall, by_label = oracle.alpha_1995(marked, LENGTH)
    assert same(alpha_U(data).value, overall)
    for label, found in alpha_U_by_label(data).items():
        assert same(found.value, by_label.get(label)), label


@given(layers())
def test_f1(marked: Any) -> None:
    data = one_text(marked, LENGTH)
    assert same(span_f1_exact(data).value, oracle.f1(marked, exact=True))
    assert same(span_f1_overlap(data).value, oracle.f1(marked, exact=False))
