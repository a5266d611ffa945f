"""Problems as lines for a person."""

from annotator.cli.problems import problem_lines
from annotator.model.problem import Problem


def test_the_same_fault_on_many_lines_is_told_once_with_its_lines() -> None:
    problems = [
        Problem("no article x", "f.csv", 2),
        Problem("no code y", "f.csv", 3, hint="did you mean z?"),
        Problem("no article x", "f.csv", 3),
        Problem("no article x", "f.csv", 4),
        Problem("no article x", "f.csv", 9),
    ]
    assert list(problem_lines(problems)) == [
        "f.csv, lines 2-4, 9: no article x",
        "f.csv:3: no code y (did you mean z?)",
    ]


def test_a_fault_all_over_a_file_stays_one_line() -> None:
    (line,) = problem_lines([Problem("bad", "f.csv", number) for number in range(1, 100, 2)])
    assert line.endswith("15 and 42 more places: bad")


def test_a_message_that_quotes_a_whole_file_keeps_its_start_and_its_end() -> None:
    (line,) = problem_lines([Problem(f"“{'x' * 5_000_000}” is not a number", "f.csv", 1)])
    assert line.startswith("f.csv:1: “xxx")
    assert line.endswith("x” is not a number")
    assert len(line) < 600
