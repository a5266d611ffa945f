"""The real study packed for three coders, coded in the packages, and merged: the same study."""

from pathlib import Path

import pytest

from annotator.study import Study
from tests.cli.run import run
from tests.importers.real import real_study
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
CODERS = ("a", "b", "c")


def bring_in(study: Path, coder: str) -> None:
    table = SHARED / "study" / f"codings_{coder}.csv"
    finished = run("import", table, "--coder", coder, study=study)
    assert finished.exit_code == 0, finished.err


@pytest.fixture
def at_one_desk(tmp_path: Path) -> Path:
    """All three codings imported into one file."""
    path = real_study(tmp_path / "desk.db")
    for coder in CODERS:
        bring_in(path, coder)
    return path


def test_three_packages_make_the_study_that_one_desk_makes(
    at_one_desk: Path, tmp_path: Path
) -> None:
    lead = real_study(tmp_path / "lead.db")
    packages = []
    for coder in CODERS:
        packages.append(tmp_path / f"{coder}.db")
        assert run("pack", "--coder", coder, "--new", "-o", packages[-1], study=lead).exit_code == 0
    for coder, package in zip(CODERS, packages, strict=True):
        bring_in(package, coder)
    merged = run("merge", *packages, study=lead)
    assert merged.exit_code == 0, merged.err
    with Study.open(lead) as study, Study.open(at_one_desk) as desk:
        for rows in ("codings", "units", "statements"):
            ours, theirs = (
                [row._replace(at=0) for row in getattr(s, rows)()] for s in (study, desk)
            )
            assert ours == theirs
        assert list(study.faults()) == []
    figures = [run("agree", "--json", study=path).json() for path in (lead, at_one_desk)]
    assert figures[0] | {"study": ""} == figures[1] | {"study": ""}
