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
