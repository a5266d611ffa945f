"""In a coder's package, everything that rests on others' codings is refused."""

from pathlib import Path

import pytest

from annotator.model.place import Place
from annotator.model.team import Assigned, Round
from annotator.study import Study
from tests.cli.run import run
from tests.small import FIRST


@pytest.fixture
def package(two_coders: Path, tmp_path: Path) -> Path:
    """The package of ana."""
    with Study.open(two_coders) as study:
        study.pack("ana", tmp_path / "ana.db")
    return tmp_path / "ana.db"


@pytest.mark.parametrize(
    "arguments",
    [("agree",), ("agree", "--json"), ("report",), ("export", "-o", "-", "--coder", "ben"),
     ("export", "-o", "-", "--final", "agreed")],
)  # fmt: skip
def test_what_needs_others_codings_is_refused(package: Path, arguments: tuple[str, ...]) -> None:
    finished = run(*arguments, study=package)
    assert (finished.exit_code, finished.out) == (2, "")
    assert "this file is the package of ana" in finished.err
    assert "annotator merge FILE" in finished.err


def test_an_export_holds_the_own_codings(package: Path) -> None:
    out = run("export", "-o", "-", study=package).out
    assert {line.split(",")[0] for line in out.splitlines()[1:]} == {"ana"}
    assert run("export", "-o", "-", "--coder", "ana", study=package).out == out


@pytest.mark.parametrize(
    "arguments",
    [("assign", "--coder", "ana", "--yes"), ("assign", "--undo"), ("coder", "add", "zoe"),
     ("round", "set", "main", "--mask", "none")],
)  # fmt: skip
def test_what_is_for_the_lead_is_left_to_them(package: Path, arguments: tuple[str, ...]) -> None:
    finished = run(*arguments, study=package)
    assert (finished.exit_code, finished.out) == (2, "")
    assert "is for whoever leads the study; this file is the package of ana" in finished.err


def test_a_package_carries_what_the_coder_was_given_and_what_is_hidden(
    two_coders: Path, tmp_path: Path
) -> None:
    with Study.open(two_coders, coder="ana", round="r1") as study:
        study.describe_round(Round("r1", masked=("title",)))
        study.assign_units("r1", {"ana": [Assigned(FIRST.id, 3, True)], "ben": []})
        study.pack("ana", tmp_path / "ana.db")
    with Study.open(tmp_path / "ana.db", coder="ana", round="r1") as study:
        assert study.place() == Place(FIRST.id, 3)
        assert study.progress().total == 1
        assert study.shown_article(FIRST.id).title in ("masked", "")
