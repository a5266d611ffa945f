"""Values of any type -> small integers, so that a million units stay light and fast."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.signedinteger[Any]]
Values = Sequence[Any] | NDArray[np.float64]

MISSING = -1
"""The code of a value that was not given."""

_TABLE_SPAN = 4096  # integers in a range this narrow are looked up instead of sorted
_FEW = 16  # offsets that are sooner looked for one by one than counted
_BLOCK = 65536  # cells dealt with at a time


def code_type(n_values: int) -> type[np.signedinteger[Any]]:
    """The smallest integer type that holds the codes of so many values."""
    if n_values <= np.iinfo(np.int8).max:
        return np.int8
    return np.int16 if n_values <= np.iinfo(np.int16).max else np.int32


def encode_numbers(table: NDArray[Any]) -> tuple[Codes, Values]:
    """Codes and the sorted distinct numbers of a numeric table; NaN is missing.

    Raises ValueError where a number is infinite.
    """
    if not table.size or not np.isfinite(low := np.fmin.reduce(table, axis=None)):
        return _without_finite_minimum(table)
    high = np.fmax.reduce(table, axis=None)
    if not np.isfinite(high):
        raise ValueError("infinite values cannot be compared")
    if float(high) - float(low) < _TABLE_SPAN:
        found = _encode_integers(table, int(np.floor(low)), int(np.ceil(high)))
        if found is not None:
            return found
    return _encode_sorted(table)


def _without_finite_minimum(table: NDArray[Any]) -> tuple[Codes, Values]:
    if table.size and not np.isnan(table).all():
        raise ValueError("infinite values cannot be compared")
    return np.full(table.shape, MISSING, np.int8), np.empty(0)


def _encode_integers(table: NDArray[Any], low: int, high: int) -> tuple[Codes, Values] | None:
    """Codes by offset from the lowest integer; None where some value is not an integer."""
    table = np.ascontiguousarray(table)
    offsets = np.empty(table.shape, np.int16)
    met = np.zeros(high - low + 2, np.bool_)  # missing comes first, one before the lowest
    for offset, row in zip(_blocks(offsets), _blocks(table), strict=True):
        shifted = _shifted(row, low)
        offset[:] = shifted
        if (offset != shifted).any():
            return None
        _meet(offset, met)
    used = met[1:].nonzero()[0]
    return _renumbered(offsets, used, len(met)), used.astype(np.float64) + low


def _meet(offset: NDArray[np.int16], met: NDArray[np.bool_]) -> None:
    """Note which offsets occur; the few that were not met before are looked for one by one."""
    unmet = (~met).nonzero()[0]
    if len(unmet) > _FEW:
        met |= np.bincount(offset + 1, minlength=len(met)) > 0
        return
    for place in unmet.tolist():
        met[place] = (offset == place - 1).any()


def _blocks(table: NDArray[Any]) -> Iterator[NDArray[Any]]:
    """Stretches of the cells, row after row, so short that temporary arrays stay in the cache."""
    cells = table.reshape(-1)
    return (cells[start : start + _BLOCK] for start in range(0, cells.size, _BLOCK))


def _shifted(row: NDArray[Any], low: int) -> NDArray[Any]:
    if row.dtype.kind != "f":
        return row.astype(np.int64) - low
    shifted = row - low
    shifted[np.isnan(shifted)] = MISSING
    return shifted


def _renumbered(offsets: Codes, used: NDArray[np.intp], size: int) -> Codes:
    """The codes 0, 1, 2 ... for the offsets in use; missing stays missing (the last entry)."""
    if len(used) == size - 1:
        return offsets.astype(code_type(len(used)), copy=False)
    table = np.full(size, MISSING, code_type(len(used)))
    table[used] = np.arange(len(used))
    return table[offsets]


def _encode_sorted(table: NDArray[Any]) -> tuple[Codes, Values]:
    numbers = table.astype(np.float64, copy=False)
    present = ~np.isnan(numbers)
    values, found = np.unique(numbers[present], return_inverse=True)
    codes = np.full(table.shape, MISSING, code_type(len(values)))
    codes[present] = found
    return codes, values


def encode_objects(table: NDArray[Any], order: Sequence[Any] | None = None) -> tuple[Codes, Values]:
    """Codes and the distinct values of a table of hashable objects; None, NaN, "" are missing.

    Values stand in the given order, else sorted (numbers by size), else as they were met. Raises
    ValueError where a value is not in `order`.
    """
    met: dict[Any, int] = {}
    flat = np.empty(table.size, np.int32)
    for start in range(0, table.size, _BLOCK):
        block = table.flat[start : start + _BLOCK].tolist()
        flat[start : start + len(block)] = [met.setdefault(value, len(met)) for value in block]
    present = [value for value in met if not is_missing(value)]
    values = _in_order(present, order)
    return recode(flat.reshape(table.shape), met, values), values


def recode(codes: Codes, meanings: Iterable[Any], values: Values) -> Codes:
    """The codes with each one's meaning looked up in `values`; a meaning not there is missing."""
    position = {value: code for code, value in enumerate(values)}
    found = [position.get(meaning, MISSING) for meaning in meanings]
    return np.array([*found, MISSING], code_type(len(values)))[codes]


def recoded(
    codes: Codes, values: Iterable[Any], meaning: Callable[[Any], Any]
) -> tuple[Codes, Values]:
    """Every value replaced by its meaning (None: missing), with the distinct meanings in order."""
    meanings = [meaning(value) for value in values]
    distinct = _in_order([m for m in dict.fromkeys(meanings) if not is_missing(m)], None)
    return recode(codes, meanings, distinct), distinct


def is_missing(value: Any) -> bool:
    """Whether a cell holds no value: None, NaN or an empty text."""
    if isinstance(value, (float, np.floating)):
        return bool(np.isnan(value))
    return value is None or (isinstance(value, str) and not value)


def _in_order(present: list[Any], order: Sequence[Any] | None) -> list[Any]:
    if order is not None:
        if strange := [value for value in present if value not in order]:
            raise ValueError(f"not in the given order: {', '.join(map(repr, strange))}")
        return list(dict.fromkeys(order))
    if all(isinstance(value, str) for value in present) or all(map(is_number, present)):
        return sorted(present)
    return present


def is_number(value: Any) -> bool:
    """Whether the value is a real number (numpy's included)."""
    return isinstance(value, (int, float, np.integer, np.floating, np.bool_))
