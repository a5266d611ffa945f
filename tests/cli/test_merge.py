"""`annotator pack`, `merge`, `undo --merge` and packages in other commands."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from annotator.model.coding import Answer, Target
from annotator.model.decision import Reason
from annotator.model.team import Assigned, Round
from annotator.model.watch import Item
from annotator.study import Study
from tests.cli.run import run
from tests.small import FIRST, SECOND, make_article


@pytest.fixture
def package(two_coders: Path) -> Path:
    """A package of ana, as `pack` writes it."""
    finished = run("pack", "--coder", "ana", study=two_coders)
    assert finished.exit_code == 0
    return Path(finished.out.strip())


@pytest.fixture
def returned(package: Path) -> Path:
    """The package after ana has worked in it."""
    with Study.open(package, coder="ana") as study:
        study.assign(Target(SECOND.id, 1), "tone", Answer.of("bad"))
        study.add_statement(SECOND.id, 2, {"actor": Answer.of("us")})
        study.finish(SECOND.id, 2)
    return package


def test_a_package_lies_in_a_folder_of_its_own(two_coders: Path, package: Path) -> None:
    assert package.parent == two_coders.parent / "packages"
    assert package.name.startswith("study-ana-")
    assert stat.S_IMODE(package.stat().st_mode) == 0o600
    assert stat.S_IMODE(package.parent.stat().st_mode) == 0o700
    again = run("pack", "--coder", "ana", study=two_coders)
    assert again.out.strip() == str(package.with_name(f"{package.stem}-2.db"))
    assert "For ana: articles: 2; no units given, all are theirs; own entries: 13." in again.err


def test_what_a_package_masks_is_said(two_coders: Path, tmp_path: Path) -> None:
    with Study.open(two_coders) as study:
        study.describe_round(Round("pilot", masked=("author", "date")))
        study.assign_units("pilot", {"ana": [Assigned(FIRST.id, 1)]})
    finished = run("pack", "--coder", "ana", "-o", tmp_path / "a.db", study=two_coders)
    assert finished.out == f"{tmp_path / 'a.db'}\n"
    assert "Masked: author, date." in finished.err
    assert "units given: 1;" in finished.err


def test_a_name_that_nobody_has_is_asked_about(two_coders: Path, tmp_path: Path) -> None:
    finished = run("pack", "--coder", "anna", study=two_coders)
    assert finished.exit_code == 2
    assert "Known: ana, ben. --new packs for somebody new." in finished.err
    finished = run("pack", "--coder", "Zoë / x", "--new", study=two_coders)
    assert finished.exit_code == 0
    assert "study-Zoë_x-" in finished.out


def test_a_package_says_so_everywhere(package: Path) -> None:
    assert "Package of ana: nobody else's work" in run("status", study=package).out
    assert run("status", "--json", study=package).json()["package"] == "ana"
    exported = run("export", "-o", "-", "--shape", "long", study=package)
    assert "package of ana: nobody else's work" in exported.err
    assert run("agree", study=package).exit_code == 2
    assert run("pack", "--coder", "ana", study=package).exit_code == 2


def test_a_package_knows_who_codes(package: Path) -> None:
    finished = run("code", package, "--plain", "--coder", "ben")
    assert finished.exit_code == 2
    assert "package of ana, and ben is somebody else" in finished.err


def test_what_comes_in_is_shown_before_and_after(two_coders: Path, returned: Path) -> None:
    before = two_coders.read_bytes()
    planned = run("merge", "--dry-run", returned, study=two_coders)
    assert planned.exit_code == 0
    assert two_coders.read_bytes() == before
    assert planned.out.splitlines() == [
        f"{returned.name} (package of ana): new entries 4, known 16",
        "  Coder  Variable          Codings",
        "  ana    (units finished)        1",
        "  ana    (statements)            1",
        "  ana    actor                   1",
        "  ana    tone                    1",
    ]
    merged = run("merge", returned, study=two_coders)
    assert merged.out == planned.out
    assert merged.err == "Merged. `annotator undo --merge` takes it back, one file at a time.\n"
    again = run("merge", returned, study=two_coders)
    assert (again.exit_code, again.err) == (0, "Nothing new.\n")


def test_a_merge_is_taken_back_and_again(two_coders: Path, returned: Path) -> None:
    run("merge", returned, study=two_coders)
    logged = run("log", "-n", "1", study=two_coders)
    assert f"4 entries merged from {returned.name}" in logged.out
    undone = run("undo", "2", "--merge", study=two_coders)
    assert undone.out == f"Undone: 4 entries merged from {returned.name}\n"
    assert undone.err == "No merge is left to take back.\n"
    merged = run("merge", returned, study=two_coders)
    assert "`annotator merge --again` brings them back" in merged.out
    again = run("merge", "--again", returned, study=two_coders)
    assert again.out == f"Brought back: 4 entries of {returned.name}\n"
    assert "No merge" in run("merge", "--again", returned, study=two_coders).err
    with Study.open(two_coders, coder="ana") as study:
        assert study.work(SECOND.id).unit(2).done
    assert run("undo", "--merge", "--coder", "ana", study=two_coders).exit_code == 2
    assert run("merge", "--again", "--dry-run", returned, study=two_coders).exit_code == 2


def test_all_there_is_to_look_at(two_coders: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with Study.open(two_coders) as study:
        study.backup(other)
    with Study.open(two_coders, coder="ana") as study:
        study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
    with Study.open(other, coder="ana") as study:
        study.add_articles([make_article("new", "Head", "Body")])
        study.describe_round(Round("pilot"))
        study.adopt_codebook(study.codebook_source().replace("1.0.0", "1.1.0"), name="new.yaml")
        study.clear(Target(FIRST.id, 1), "tone")
    finished = run("merge", other, study=two_coders)
    for line in (
        "Also: articles 1, codebooks adopted 1, descriptions of rounds 1",
        "Articles that are new here: new",
        "Codebook small 1.1.0 (new.yaml) was not known here",
        "ana, first 1, tone: here good, in the file taken away; the file's stands",
    ):
        assert line in finished.out
    told = run("merge", "--dry-run", "--json", two_coders, study=other).json()
    assert told[0]["package"] is None
    assert told[0]["conflicts"] == []


def test_a_refusal_names_the_file_and_every_reason(two_coders: Path, returned: Path) -> None:
    finished = run("merge", "--coder", "ben", returned, study=two_coders)
    assert finished.exit_code == 3
    assert f"{returned} was not merged; nothing was changed." in finished.err
    assert finished.err.count("is in the name of ana; only ben was asked for") == 4
    text = returned.with_name("notes.txt")
    text.write_text("no study")
    finished = run("merge", text, study=two_coders)
    assert finished.exit_code == 3
    assert "is not a study made by annotator" in finished.err
    assert run("merge", two_coders, study=two_coders).exit_code == 2


def test_whoever_stops_a_merge_anywhere_changes_nothing(two_coders: Path, returned: Path) -> None:
    """Every place at which Ctrl+C can be noticed, one after the other."""
    before = two_coders.read_bytes()
    steps = counted_steps(two_coders, returned)
    assert {label.partition(" ")[0] for label in steps} == {"Checking", "Taking", "Bringing"}
    two_coders.write_bytes(before)
    for stop in range(len(steps)):
        with Study.open(two_coders) as study, pytest.raises(KeyboardInterrupt):
            study.merge([returned], watch=Stopping(stop))
        with Study.open(two_coders) as study:
            assert list(study.faults()) == []
            assert not list(study.codings(articles=[SECOND.id], coders=["ana"]))
    with Study.open(two_coders) as study:
        assert study.merge([returned])[0].events


class Stopping:
    """Stops after so many items; keeps the label of each."""

    def __init__(self, stop: int) -> None:
        self.labels: list[str] = []
        self._stop = stop

    def __call__(
        self, iterable: Iterable[Item], label: str, length: int | None = None
    ) -> Iterator[Item]:
        for number, item in enumerate(iterable, start=1):
            if len(self.labels) == self._stop:
                raise KeyboardInterrupt
            self.labels.append(label)
            assert length is not None
            assert number <= length
            yield item


def counted_steps(study: Path, package: Path) -> list[str]:
    watch = Stopping(-1)
    with Study.open(study) as opened:
        opened.merge([package], watch=watch)
    return watch.labels


def test_a_stopped_merge_says_that_nothing_was_merged(
    two_coders: Path, returned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.cli.merge.progress", Stopping(5))
    finished = run("merge", returned, study=two_coders)
    assert finished.exit_code == 130
    assert finished.err.split("\n")[0] == "Nothing was merged."


def test_a_dry_run_of_several_files_tells_where_they_contradict(
    two_coders: Path, returned: Path
) -> None:
    other = returned.with_name("other.db")
    other.write_bytes(returned.read_bytes())
    for path, tone in ((returned, "bad"), (other, "good")):
        with Study.open(path, coder="ana") as study:
            study.assign(Target(SECOND.id, 2), "tone", Answer.of(tone))
    before = two_coders.read_bytes()
    dry = run("merge", "--dry-run", returned, other, study=two_coders)
    assert "The same coder answered differently in two copies, 1 times:" in dry.out
    assert "Nothing was changed." in dry.err
    assert two_coders.read_bytes() == before
    assert run("merge", returned, other, study=two_coders).out == dry.out


def test_taking_a_merge_back_is_no_work_of_its_coders(two_coders: Path, tmp_path: Path) -> None:
    with Study.open(two_coders) as study:
        study.describe_round(Round("pilot"))
        study.assign_units("pilot", {"zoe": [Assigned(FIRST.id, 1)]})
        study.pack("zoe", tmp_path / "zoe.db")
    with Study.open(tmp_path / "zoe.db", coder="zoe", round="pilot") as study:
        study.finish(FIRST.id, 1)
    run("merge", tmp_path / "zoe.db", study=two_coders)
    before = run("status", "--json", study=two_coders).json()["coders"]
    run("undo", "--merge", study=two_coders)
    (zoe,) = [c for c in run("status", "--json", study=two_coders).json()["coders"]
              if c["coder"] == "zoe"]  # fmt: skip
    assert (zoe["round"], zoe["assigned_finished"]) == ("pilot", 0)
    run("merge", "--again", tmp_path / "zoe.db", study=two_coders)
    assert run("status", "--json", study=two_coders).json()["coders"] == before


def test_what_two_leads_decided_differently_is_told(two_coders: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with Study.open(two_coders) as study:
        study.backup(other)
    us, dprk = {"actor": Answer.of("us")}, {"actor": Answer.of("dprk")}
    for path, lead, tone, made in (
        (two_coders, "lea", "bad", [us, dprk]), (other, "kim", "good", [dprk, us]),
    ):  # fmt: skip
        with Study.open(path, coder=lead) as study:
            for number in (1, 2):
                study.decide(Target(FIRST.id, number), "tone", Answer.of(tone), reason=Reason.SLIP)
            if lead == "kim":
                study.undo_decision()
            study.decide_statements(Target(FIRST.id, 2), made, reason=Reason.SLIP)
            study.decide_statements(Target(FIRST.id, 3), made[:1], reason=Reason.SLIP)
    lines = run("merge", "--dry-run", other, study=two_coders).out.splitlines()
    start = lines.index("  Decided differently in two copies, 2 times:")
    assert (
        lines[start + 1] == "    first 1, tone: here by lea, in the file by kim; the file's stands"
    )
    assert lines[start + 2].startswith("    first 3, statement: here by lea, in the file by kim;")
    told = run("merge", other, "--json", study=two_coders).json()
    assert [(t["paragraph"], t["variable"]) for t in told[0]["decided_twice"]] == [
        (1, "tone"), (3, "statement"),
    ]  # fmt: skip
    with Study.open(two_coders) as study:
        stand = {(row.paragraph, row.coder) for row in study.decisions() if row.paragraph != 2}
    assert stand == {
        (t["paragraph"], "kim" if t["theirs_stands"] else "lea") for t in told[0]["decided_twice"]
    }
    again = run("merge", other, "--json", study=two_coders).json()
    assert again[0]["decided_twice"] == []
