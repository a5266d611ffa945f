"""Work on all processors: in order, not made ahead of need, and stopped by what goes wrong."""

import threading
from collections.abc import Iterator

import pytest

from annotator.agreement.threads import in_threads


def test_what_is_found_stands_in_the_order_of_the_work() -> None:
    assert list(in_threads(lambda n: n * n, range(100))) == [n * n for n in range(100)]
    assert list(in_threads(lambda n: n, [])) == []


def test_pieces_are_made_when_they_are_needed() -> None:
    made: list[int] = []

    def pieces() -> Iterator[int]:
        for n in range(100_000):
            made.append(n)
            yield n

    found = in_threads(lambda n: n, pieces())
    assert next(found) == 0
    assert len(made) < 10_000
    found.close()  # type: ignore[attr-defined]


def test_what_goes_wrong_ends_the_work() -> None:
    done = threading.Event()

    def divide(n: int) -> float:
        if n > 10_000:
            done.set()
        return 1 / (3 - n)

    with pytest.raises(ZeroDivisionError):
        list(in_threads(divide, range(100_000)))
    assert not done.is_set()
