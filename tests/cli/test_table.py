"""Times as people and machines read them."""

import pytest

from annotator.cli.table import local_time, utc_time


def test_a_time_in_utc() -> None:
    assert utc_time(1_551_794_602_999) == "2019-03-05T14:03:22Z"
    assert len(local_time(1_551_794_602_999)) == len("2019-03-05 15:03")


@pytest.mark.parametrize(
    ("milliseconds", "year"),
    [(-(2**63), "1970"), (-1, "1970"), (254_083_289_291_194, "9999"), (2**63 - 1, "9999")],
)
def test_a_clock_may_be_set_to_anything(milliseconds: int, year: str) -> None:
    assert utc_time(milliseconds).startswith(year)
    assert len(local_time(milliseconds)) == len("2019-03-05 15:03")
