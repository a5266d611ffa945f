"""Random reliability data for Hypothesis."""

from typing import Any

from hypothesis import strategies as st

LEVELS = ("nominal", "ordinal", "interval", "ratio")

numbers = st.integers(0, 5) | st.floats(0, 100, allow_nan=False, width=16)
texts = st.sampled_from(["us", "dprk", "rok", "japan"])
sets = st.frozensets(st.sampled_from("abcde"))


@st.composite
def tables(draw: Any, values: Any = numbers, *, coders: Any = None, complete: bool = False) -> Any:
    """Coders in rows, units in columns, None where a coder gave no value."""
    n_coders = draw(coders if coders is not None else st.integers(2, 5))
    n_units = draw(st.integers(1, 8))
    cell = values if complete else st.none() | values
    row = st.lists(cell, min_size=n_units, max_size=n_units)
    return draw(st.lists(row, min_size=n_coders, max_size=n_coders))
