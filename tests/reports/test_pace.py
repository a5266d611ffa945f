"""How long units took, with long pauses left out, and which were done too fast to be read."""

from annotator.model.timeline import Mark
from annotator.reports.pace import CoderPace, paces

WORDS = {("x", 1): 100, ("x", 2): 200, ("x", 3): 50, ("x", 0): 350}


def mark(paragraph: int, second: float, *, finished: bool = False, coder: str = "ana") -> Mark:
    return Mark(coder, "main", "x", paragraph, int(second * 1000), finished)


def pace(*marks: Mark, idle: float = 300.0) -> CoderPace:
    [found] = paces(marks, WORDS, idle=idle)
    return found


def test_the_time_of_a_unit_is_between_what_was_done_on_it() -> None:
    found = pace(
        mark(1, 0), mark(1, 10, finished=True), mark(2, 30), mark(2, 40, finished=True),
        mark(3, 43, finished=True),
    )  # fmt: skip
    assert found.finished == 3
    assert [(unit.paragraph, unit.seconds) for unit in found.timed] == [(2, 30.0), (3, 3.0)]
    assert found.median_seconds == 16.5
    assert found.seconds == 43.0


def test_a_long_pause_is_no_coding_and_hides_when_a_unit_was_begun() -> None:
    found = pace(
        mark(1, 0), mark(1, 20, finished=True), mark(2, 5_000), mark(2, 5_010, finished=True),
        mark(3, 5_020, finished=True),
    )  # fmt: skip
    assert [unit.paragraph for unit in found.timed] == [3]
    assert found.seconds == 40.0
    within = pace(mark(1, 0), mark(1, 1), mark(2, 2), mark(2, 900), mark(2, 901, finished=True))
    assert [unit.seconds for unit in within.timed] == [2.0]


def test_what_was_done_faster_than_it_can_be_read() -> None:
    found = pace(
        mark(1, 0, finished=True), mark(2, 10, finished=True), mark(3, 40, finished=True),
        mark(1, 40, finished=True),
    )  # fmt: skip
    assert [unit.paragraph for unit in found.too_fast()] == [2]
    assert [unit.paragraph for unit in found.too_fast(reading=90)] == [2, 3]


def test_a_clock_that_goes_back_counts_as_a_pause() -> None:
    found = pace(mark(1, 100), mark(1, 50), mark(1, 60, finished=True))
    assert found.seconds == 10.0


def test_coders_are_told_apart_and_days_are_counted() -> None:
    marks = [mark(1, 0), mark(1, 90_000), mark(1, 5, coder="ben")]
    ana, ben = paces(marks, WORDS)
    assert (ana.coder, ana.days, ben.coder, ben.days) == ("ana", 2, "ben", 1)
    assert ben.median_seconds is None
