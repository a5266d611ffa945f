"""The numbers that stand for codes, and for the values that are none, where only numbers do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from math import floor

from annotator.exporters.cells import as_number
from annotator.model.codebook import Variable

Number = int | float

_FIRST_WITHOUT = 901
_SPECIAL = (97, 98, 99)  # not applicable, cannot tell, not coded; negative, and with more nines


def numbering(variable: Variable, *, whole: bool) -> tuple[Mapping[str, Number], bool]:
    """The number of every code, and whether they are those of the codebook.

    Where all numbers of the codebook differ (and are whole, if they must be), they stand; codes
    without one go on from 901, or from above the largest number. Else codes are counted from 1, in
    the order of the codebook, so that a code appended to it changes none.
    """
    given = {code: as_number(path[-1].value) for code, path in variable.paths.items()}
    numbers = [number for number in given.values() if number is not None]
    usable = len(set(numbers)) == len(numbers) and not (whole and any(map(_is_broken, numbers)))
    if not numbers or not usable:
        return {code: place for place, code in enumerate(given, start=1)}, not numbers
    free = max(_FIRST_WITHOUT, floor(max(numbers)) + 1)
    found: dict[str, Number] = {}
    for code, number in given.items():
        found[code] = free if number is None else number
        free += number is None
    return found, True


def numbered_further(numbers: Mapping[str, Number], others: Iterable[str]) -> dict[str, Number]:
    """Numbers for values that the codebook does not know, after all others."""
    start = max(_FIRST_WITHOUT, floor(max(numbers.values(), default=0)) + 1)
    return {code: place for place, code in enumerate(sorted(others), start=start)}


def special_numbers(
    taken: Collection[Number], minimum: float | None = None, maximum: float | None = None
) -> tuple[int, int, int]:
    """For not applicable, cannot tell, not coded: -97, -98, -99, or more nines where these occur.

    `taken` are the numbers that occur; those from `minimum` to `maximum` may.
    """
    nines = 0
    while True:
        found = tuple(-(nines * 100 + number) for number in _SPECIAL)
        if not any(_may_occur(number, taken, minimum, maximum) for number in found):
            return found[0], found[1], found[2]
        nines = nines * 10 + 9


def _may_occur(
    number: int, taken: Collection[Number], minimum: float | None, maximum: float | None
) -> bool:
    if number in taken:
        return True
    return minimum is not None and minimum <= number and (maximum is None or number <= maximum)


def _is_broken(number: Number) -> bool:
    return not isinstance(number, int) or abs(number) > 2**31 - 100
