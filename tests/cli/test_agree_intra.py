"""`annotator agree --intra`: one coder against themselves."""

from pathlib import Path

import pytest

from annotator.model.coding import Answer, Target
from annotator.study import Study
from tests.cli.run import run
from tests.small import FIRST


@pytest.fixture
def path(two_coders: Path) -> Path:
    """ana coded two paragraphs again, and changed her mind in one."""
    with Study.open(two_coders, coder="ana", round="again") as study:
        study.assign(Target(FIRST.id, 1), "tone", Answer.of("bad"))
        study.finish(FIRST.id, 1)
        study.add_statement(FIRST.id, 2, {"actor": Answer.of("dprk"), "stance": Answer.of("pro")})
        study.finish(FIRST.id, 2)
        study.finish(FIRST.id, 3)
        study.reopen(FIRST.id, 3)
    return two_coders


def test_two_rounds_stand_in_the_place_of_two_coders(path: Path) -> None:
    finished = run("agree", "--intra", "main", "again", study=path)
    assert finished.exit_code == 0
    assert finished.out.startswith("ana, round main against round again\n")
    assert "intra-coder agreement" in finished.out
    assert "coders: again" not in finished.out
    assert "All 2 finished paragraphs count" in finished.out


def test_json_says_who(path: Path) -> None:
    told = run("agree", "actor", "--intra", "main", "again", "--json", study=path).json()
    assert (told["intra"], told["round"], told["coders"]) == (
        "ana", "main and again", ["again", "main"],
    )  # fmt: skip
    row = next(r for r in told["rows"] if r["view"] == "set")
    assert row["n_units"] == 2
    assert row["percent_agreement"] == 0.5


def test_a_threshold_is_held(path: Path) -> None:
    wanted = ("agree", "actor", "--intra", "main", "again", "--fail-under", "0.9")
    assert run(*wanted, study=path).exit_code == 4


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("main", "main"), 2, "two different rounds"),
        (("main", "agan"), 2, "Known: again"),
        (("main", "again", "--round", "main"), 2, "--intra takes no --round"),
        (("main", "again", "--by", "week"), 2, "--intra takes no --by"),
        (("main", "again", "--coder", "ben"), 1, "annotator assign --recode N"),
        (("main", "again", "--coder", "bne"), 2, "Known: ben"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(
    path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    finished = run("agree", "--intra", *arguments, study=path)
    assert (finished.exit_code, finished.out) == (code, "")
    assert said in finished.err


def test_json_is_of_one_coder_at_a_time(path: Path) -> None:
    with Study.open(path, coder="ben", round="again") as study:
        study.finish(FIRST.id, 1)
    finished = run("agree", "--intra", "main", "again", "--json", study=path)
    assert finished.exit_code == 2
    assert "--coder ana" in finished.err
    both = run("agree", "--intra", "main", "again", study=path)
    assert "ben, round main against round again" in both.out
