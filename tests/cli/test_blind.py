"""In a coder's package, everything that rests on others' codings is refused."""

from pathlib import Path

import pytest

from annotator.study import Study
from tests.cli.run import run


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
