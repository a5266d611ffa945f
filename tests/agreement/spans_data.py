"""Spans of one text or of several, by hand and at random."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from annotator.agreement.spans import SpanData

Marks = Sequence[Sequence[Any]]


def one_text(coders: Sequence[Marks], length: int, *, times: int = 1) -> SpanData:
    """What coders c0, c1 ... marked in one text, all offsets stretched."""
    names = [f"c{number}" for number in range(len(coders))]
    spans = [
        (name, "text", start * times, end * times, label)
        for name, marks in zip(names, coders, strict=True)
        for start, end, label in marks
    ]
    return SpanData.of(spans, {"text": length * times}, {name: ["text"] for name in names})


@st.composite
def partitions(draw: Any, coders: Any = None, length: int = 30) -> Any:
    """What each of some coders marked in a text, without overlaps."""
    marked = []
    for _ in range(draw(coders if coders is not None else st.integers(2, 4))):
        cuts = sorted(draw(st.sets(st.integers(0, length), max_size=10)))
        labels = draw(
            st.lists(st.sampled_from(["a", "b", "c", None]), min_size=len(cuts), max_size=len(cuts))
        )
        pieces = zip(cuts, cuts[1:], labels, strict=False)
        marked.append([(start, end, label) for start, end, label in pieces if label])
    return marked


@st.composite
def layers(draw: Any, length: int = 30) -> Any:
    """What some coders marked where spans of different codes may overlap."""
    n_coders = draw(st.integers(2, 4))
    by_code = [
        [[(s, e, code) for s, e, _ in marks] for marks in draw(partitions(st.just(n_coders)))]
        for code in "abc"
    ]
    return [[mark for code in by_code for mark in code[number]] for number in range(n_coders)]
