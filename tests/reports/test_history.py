"""User actions in words."""

from pathlib import Path

from annotator.model.coding import Answer, Target
from annotator.model.decision import Reason
from annotator.model.team import Assigned, Coder, Purpose, Role, Round
from annotator.reports.history import describe
from annotator.study import Study
from tests.tui.study import make_study


def test_finishing_is_told_with_the_answer_that_finished(tmp_path: Path) -> None:
    with Study.open(make_study(tmp_path / "study.db"), coder="ana") as study:
        with study.action():
            study.assign(Target("id-first", 3), "no_statement_reason", Answer.of("scene"))
            study.finish("id-first", 3)
        undone = study.undo()
    assert undone is not None
    reason = "Why no statement? = Scene-setting or narration only"
    assert undone.description == f"finished, {reason} (paragraph 3)"


def test_defaults_and_proposals_that_finishing_records_are_not_told(tmp_path: Path) -> None:
    with Study.open(make_study(tmp_path / "study.db"), coder="ana") as study:
        study.finish("id-first", 3)
        undone = study.undo()
    assert undone is not None
    assert undone.description == "finished (paragraph 3)"


def test_decisions_are_told_with_their_reason_and_so_is_that_codings_were_seen(
    tmp_path: Path,
) -> None:
    with Study.open(make_study(tmp_path / "study.db"), coder="lea") as study:
        unit = Target("id-first", 3)
        kind = study.codebook.kind_variable.id if study.codebook.kind_variable else ""
        study.note_seen(unit, "adjudication")
        study.decide_statements(unit, [], reason=Reason.UNCLEAR_TEXT)
        study.decide(unit, kind, Answer.of("body"), reason=Reason.SLIP)
        told = [describe(row.events, study.codebook) for row in study.history(limit=3)]
    assert told == [
        "decided Kind of text = Body paragraph, slip (paragraph 3)",
        "decided no statement, unclear text (paragraph 3)",
        "saw others' codings (adjudication) (paragraph 3)",
    ]


def test_what_a_lead_sets_up_is_told(tmp_path: Path) -> None:
    with Study.open(make_study(tmp_path / "study.db")) as study:
        study.describe_coder(Coder("gpt", Role.MACHINE))
        study.describe_round(Round("pilot", Purpose.PILOT))
        study.assign_units("pilot", {"gpt": [Assigned("id-first", 1), Assigned("id-first", 2)]})
        told = [describe(row.events, study.codebook) for row in study.history(limit=3)]
    assert told == [
        "2 assigned to gpt, round pilot",
        "round pilot made for pilot",
        "coder gpt described as machine",
    ]
