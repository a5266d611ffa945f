"""`annotator status`."""

import json
from pathlib import Path

import pytest

from annotator.cli.coder_roles import NO_PERSONS
from annotator.cli.table import cells, table
from annotator.model.article import CODABLE_KINDS, Kind
from annotator.model.codebook import Level
from annotator.model.coding import Answer, Target
from annotator.model.decision import Reason
from annotator.model.event import Draft, EventKind
from annotator.model.team import Assigned, Coder, Role, Round
from annotator.store import overview
from annotator.study import Study
from annotator.study import opened as facade
from tests.cli.run import run
from tests.small import CODEBOOK, FIRST, SECOND, make_article
from tests.tui.adjudication.study import make_disputed


def test_figures(two_coders: Path) -> None:
    found = run("status", "--json", study=two_coders).json()
    assert found["study"] == str(two_coders)
    assert found["codebook"] == {"id": "small", "version": "1.0.0"}
    assert (found["articles"], found["paragraphs"], found["units"]) == (
        2, 5, 5,
    )  # fmt: skip
    ana, ben = found["coders"]
    assert ana.pop("last").endswith("Z")
    assert ana == {
        "coder": "ana", "role": "person", "round": "main", "finished": 3, "assigned": None,
        "assigned_finished": None, "articles": 1, "statements": 2, "flags": 1,
    }  # fmt: skip
    assert (ben["coder"], ben["finished"], ben["statements"]) == ("ben", 2, 1)


def test_table(two_coders: Path) -> None:
    finished = run("status", study=two_coders)
    assert finished.exit_code == 0
    lines = finished.out.splitlines()
    assert lines[1] == "2 articles, 5 paragraphs, 5 units to code"
    assert lines[4].split()[:6] == ["ana", "main", "3", "of", "5", "1"]
    assert "alpha" not in finished.out


def test_who_is_no_person_is_marked(two_coders: Path) -> None:
    with Study.open(two_coders, coder="lead") as study:
        study.describe_coder(Coder("ana", Role.MACHINE))
        study.describe_coder(Coder("ben", Role.LEAD))
    assert {*NO_PERSONS} < {str(role) for role in Role}
    lines = run("status", study=two_coders).out.splitlines()
    assert lines[4].startswith("ana (machine)  main")
    assert lines[5].startswith("ben  ")
    found = run("status", "--json", study=two_coders).json()["coders"]
    assert [(one["coder"], one["role"]) for one in found] == [("ana", "machine"), ("ben", "lead")]


@pytest.mark.parametrize("codebook", ["CODEBOOK", "KINDS", "WHOLE"])
def test_of_those_with_assignments_it_counts_what_they_were_given(
    tmp_path: Path, codebook: str
) -> None:
    path = tmp_path / "s.db"
    with Study.create(path, globals()[codebook]) as study:
        study.add_articles([FIRST, SECOND])
        study.correct_kind(FIRST.id, 2, Kind.CAPTION)
        given = [Assigned(FIRST.id, -1), Assigned(SECOND.id, 2)]
        study.assign_units("main", {"ana": given, "zoe": [Assigned(SECOND.id, 1)]})
    with Study.open(path, coder="ana") as study:
        study.finish(FIRST.id, 1)
        study.finish(SECOND.id, 1)
        wanted = study.progress()
    ana, zoe = run("status", "--json", study=path).json()["coders"]
    assert (ana["finished"], ana["assigned_finished"], ana["assigned"]) == (2, 1, wanted.total)
    assert wanted.done == 1
    assert (zoe["assigned_finished"], zoe["assigned"], zoe["last"]) == (0, 1, None)
    lines = run("status", study=path).out.splitlines()
    assert lines[4].split()[2:5] == ["1", "of", str(wanted.total)]
    assert lines[5].split()[2:5] == ["0", "of", "1"]
    assert lines[5].endswith("never")


def test_one_round_is_shown_alone(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ana", round="pilot") as study:
        study.finish(SECOND.id, 1)
        study.describe_round(Round("drift"))
    found = run("status", "--round", "pilot", "--json", study=two_coders).json()
    assert [(coder["coder"], coder["round"]) for coder in found["coders"]] == [("ana", "pilot")]
    assert (
        "Nobody has coded in round drift yet"
        in run("status", "--round", "drift", study=two_coders).err
    )
    unknown = run("status", "--round", "pilto", study=two_coders)
    assert (unknown.exit_code, unknown.out) == (2, "")
    assert "Known: pilot" in unknown.err


def test_a_new_study_says_what_comes_next(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with Study.create(path, CODEBOOK):
        pass
    assert "annotator add" in run("status", study=path).err
    with Study.open(path) as study:
        study.add_articles([SECOND])
    assert "annotator code" in run("status", study=path).err


def test_looking_does_not_write(two_coders: Path) -> None:
    before = two_coders.read_bytes(), two_coders.stat().st_mtime_ns
    run("status", study=two_coders)
    assert (two_coders.read_bytes(), two_coders.stat().st_mtime_ns) == before


@pytest.mark.parametrize("content", [b"", b"no study", b"SQLite format 3\x00" + bytes(200)])
def test_what_is_no_study_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    finished = run("status", study=path)
    assert finished.exit_code == 1
    assert "letter.db" in finished.err
    assert path.read_bytes() == content


def test_a_study_that_is_not_there(tmp_path: Path) -> None:
    finished = run("status", study=tmp_path / "none.db")
    assert finished.exit_code == 2
    assert "none.db" in finished.err


KINDS = CODEBOOK.replace(
    "  tone:", "  block: {prefill: kind, codes: {body: Body, headline: Headline}}\n  tone:"
)
WHOLE = CODEBOOK + "article:\n  valence: {label: Valence, codes: {bad: Bad, good: Good}}\n"


@pytest.mark.parametrize("codebook", [CODEBOOK, KINDS, WHOLE, "codable: [headline]\n" + CODEBOOK])
def test_units_are_counted_as_the_coding_screen_does(tmp_path: Path, codebook: str) -> None:
    path = tmp_path / "study.db"
    with Study.create(path, codebook) as study:
        study.add_articles([make_article("one", "Head", "Body", "Photo: harbour"), SECOND])
        study.correct_kind("id-one", 3, Kind.CAPTION)
        assert overview.overview(path).units == study.progress().total
        assert bool(study.codebook.at(Level.ARTICLE)) == (codebook is WHOLE)


def test_what_overview_repeats_is_the_same_elsewhere() -> None:
    assert tuple(json.loads(overview.CODABLE_KINDS)) == CODABLE_KINDS
    assert json.loads(overview.KINDS) == sorted(Kind)
    assert overview.COMPILED == facade._COMPILED


def test_names_in_any_script_stay_in_line() -> None:
    head, wide, accented = table([["Coder", "n"], ["北京", "1"], ["Zoe\u0301", "22"]], right=[1])
    assert (head, wide, accented) == ("Coder   n", "北京    1", "Zoe\u0301    22")
    assert (cells("北京"), cells("Zoe\u0301"), cells("ana")) == (4, 3, 3)


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_the_quick_way_and_click_say_the_same(
    two_coders: Path, monkeypatch: pytest.MonkeyPatch, form: list[str]
) -> None:
    quick = run("status", *form, study=two_coders)
    slow = run(f"--study={two_coders}", "status", *form)
    assert quick == slow
    monkeypatch.setenv("ANNOTATOR_STUDY", str(two_coders))
    assert run("status", *form) == quick
    monkeypatch.delenv("ANNOTATOR_STUDY")
    monkeypatch.chdir(two_coders.parent)
    assert run("status", *form).exit_code == 0


def test_flags_count_on_paragraphs_and_statements_of_all_rounds(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ana", round="pilot") as study:
        statement = study.add_statement(SECOND.id, 2)
        study.set_flag(Target(SECOND.id, 2, statement), True)
        study.set_flag(Target(SECOND.id, 1), True)
        study.finish(SECOND.id, 1)
    rows = run("status", "--json", study=two_coders).json()["coders"]
    assert [(r["coder"], r["round"], r["finished"], r["statements"], r["flags"]) for r in rows] == [
        ("ana", "main", 3, 2, 1), ("ana", "pilot", 1, 1, 2), ("ben", "main", 2, 1, 0),
    ]  # fmt: skip


@pytest.fixture
def disputed(tmp_path: Path) -> Path:
    return make_disputed(tmp_path / "disputed.db")


def test_before_anything_is_decided_nothing_is_said_of_disagreements(disputed: Path) -> None:
    assert "isagree" not in run("status", study=disputed).out
    assert run("status", "--json", study=disputed).json()["disagreements"] == []


def test_how_many_disagreements_are_decided_and_open(disputed: Path) -> None:
    decide_tone(disputed)
    assert run("status", study=disputed).out.endswith(
        "Disagreements in round main: 1 decided, 1 open\n"
    )
    found = run("status", "--round", "main", "--json", study=disputed).json()["disagreements"]
    assert found == [{"round": "main", "decided": 1, "open": 1}]
    pilot = run("status", "--round", "pilot", study=disputed)
    assert "isagree" not in pilot.out


def test_in_a_large_study_what_is_open_is_not_looked_for(
    disputed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide_tone(disputed)
    monkeypatch.setattr("annotator.cli.glance._COMPARED", 3)
    assert "1 decided, `annotator disagreements --open`" in run("status", study=disputed).out


def decide_tone(path: Path) -> None:
    """One disagreement; and what all agree on elsewhere, which is none."""
    with Study.open(path, coder="lea") as study:
        study.decide(Target(FIRST.id, 1), "tone", Answer.of("bad"), reason=Reason.SLIP)
        study.decide_statements(Target(FIRST.id, 3), [], reason=Reason.AGREED)


def test_taking_an_import_back_makes_no_round_of_its_coder(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with Study.create(path, CODEBOOK) as study:
        study.add_articles([FIRST])
        body = {"value": "bad", "state": "coded"}
        study.add_codings(
            [Draft(EventKind.VALUE_SET, FIRST.id, 1, "", "tone", body, "zoe", "pilot")]
        )
        study.undo_import()
    found = run("status", "--json", study=path).json()["coders"]
    assert [(one["coder"], one["round"]) for one in found] == [("zoe", "pilot")]
