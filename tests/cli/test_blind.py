"""In a coder's package, everything that rests on others' codings is refused."""

import re
from pathlib import Path

import pytest

from annotator.model.coding import Answer, Target
from annotator.model.decision import Reason
from annotator.model.place import Place
from annotator.model.team import Assigned, Coder, Purpose, Role, Round
from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK, FIRST


@pytest.fixture
def package(two_coders: Path, tmp_path: Path) -> Path:
    """The package of ana."""
    with Study.open(two_coders) as study:
        study.pack("ana", tmp_path / "ana.db")
    return tmp_path / "ana.db"


@pytest.mark.parametrize(
    "arguments",
    [("agree",), ("agree", "--json"), ("report",), ("export", "-o", "-", "--coder", "ben"),
     ("export", "-o", "-", "--final", "agreed"), ("disagreements",), ("disagreements", "--json"),
     ("adjudicate", "--coder", "ana"), ("adjudicate", "--coder", "lea", "--plain"),
     ("bundle",), ("bundle", "--prereg")],
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
     ("round", "set", "main", "--mask", "none"), ("codebook", "apply", "CODEBOOK", "--yes"),
     ("codebook", "apply", "CODEBOOK", "--dry-run")],
)  # fmt: skip
def test_what_is_for_the_lead_is_left_to_them(package: Path, arguments: tuple[str, ...]) -> None:
    codebook = package.with_name("small.yaml")
    codebook.write_text(CODEBOOK.replace("version: 1.0.0", "version: 1.1.0"), "utf-8")
    typed = [str(codebook) if word == "CODEBOOK" else word for word in arguments]
    finished = run(*typed, study=package)
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


def test_where_pace_is_hidden_from_coders_it_is_in_their_package_too(
    two_coders: Path, tmp_path: Path
) -> None:
    with Study.open(two_coders) as study:
        study.describe_round(Round("main", masked=("pace",)))
        study.pack("ana", tmp_path / "ana.db")
    assert run("pace", study=two_coders).exit_code == 0
    finished = run("pace", study=tmp_path / "ana.db")
    assert (finished.exit_code, finished.out) == (2, "")


def test_a_package_tells_of_no_article_that_it_was_cut_anew(
    two_coders: Path, tmp_path: Path
) -> None:
    with Study.open(two_coders) as study:
        study.describe_round(Round("main", masked=("author",)))
        study.pack("ana", tmp_path / "ana.db")
    assert "cut anew" not in run("log", study=tmp_path / "ana.db").out
    assert "article added" in run("log", study=tmp_path / "ana.db").out


def test_no_name_of_anybody_else_is_in_the_bytes_of_a_package(
    two_coders: Path, tmp_path: Path
) -> None:
    with Study.open(two_coders, coder="gustl-the-lead") as study:
        study.describe_coder(Coder("gustl-the-lead", Role.LEAD))
        study.describe_round(Round("training", Purpose.TRAINING, gold="gustl-the-lead"))
        study.decide(Target(FIRST.id, 1), "tone", Answer.of("bad"), reason=Reason.SLIP)
        study.assign_units("main", {"ana": [Assigned(FIRST.id, 1, True)], "ben": []})
        study.pack("ana", tmp_path / "ana.db")
    content = (tmp_path / "ana.db").read_bytes()
    assert not re.search(rb"\bben\b|gustl", content)


def first_line_asked(package: Path, *arguments: str) -> str:
    """Where `annotator code` begins, as the line mode says."""
    finished = run("code", package, "--plain", *arguments)
    return next(line for line in finished.out.splitlines() if line.startswith("Coder "))


def test_coding_a_package_begins_in_the_round_that_units_were_given_in(
    two_coders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builtins.input", _nothing_typed)
    package = tmp_path / "zoe.db"
    with Study.open(two_coders) as study:
        study.pack("zoe", tmp_path / "without.db")
        for name in ("second", "first"):
            study.describe_round(Round(name))
            study.assign_units(name, {"zoe": [Assigned(FIRST.id, 1)]})
        study.pack("zoe", package)
    assert first_line_asked(tmp_path / "without.db").startswith("Coder zoe, round main.")
    assert first_line_asked(package).startswith("Coder zoe, round second.")
    assert first_line_asked(package, "--round", "main").startswith("Coder zoe, round main.")
    with Study.open(package, coder="zoe", round="second") as study:
        study.finish(FIRST.id, 1)
    assert first_line_asked(package).startswith("Coder zoe, round first.")
    with Study.open(package, coder="zoe", round="first") as study:
        study.finish(FIRST.id, 1)
    assert first_line_asked(package).startswith("Coder zoe, round first.")


def _nothing_typed(_: str = "") -> str:
    raise EOFError
