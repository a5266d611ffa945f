"""What the screens compute beside the keys: the stages of the table, and a row over time."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.model.coding import Answer
from annotator.reports.intervals import Wish
from annotator.reports.row import Row
from annotator.study import Study
from annotator.tui.agreement.background import NobodyWaits
from annotator.tui.agreement.figures import Figures, figures
from annotator.tui.agreement.parts import BATCH, ROUND, VERSION, WEEK, parts
from annotator.tui.agreement.question import Question
from tests.small import CODEBOOK, FIRST

WISH = Wish(replicates=100, clustered=False)


def never() -> bool:
    return False


@pytest.fixture
def question(two_coders: Path) -> Question:
    """A second round in which the coders agree on everything."""
    for coder in ("ana", "ben"):
        with Study.open(two_coders, coder=coder, round="second") as study:
            for paragraph, actor in ((2, "us"), (3, "dprk")):
                answers = {"actor": Answer.of(actor), "stance": Answer.of("pro")}
                study.add_statement(FIRST.id, paragraph, answers)
                study.finish(FIRST.id, paragraph)
    return Question(two_coders, wish=WISH)


def row(found: Figures, variable: str, view: str) -> Row:
    (only,) = [r for r in found.rows if (r.heading.variable, r.heading.view) == (variable, view)]
    return only


def test_the_table_comes_first_then_intervals_then_whole_statements(question: Question) -> None:
    stages = list(figures(question, never))
    first, last = stages[0], stages[-1]
    assert not any(one.ci for one in first.rows)
    assert "statement_alpha" not in {one.heading.view for one in first.rows}
    assert all(one.ci for one in last.rows)
    assert "statement_alpha" in {one.heading.view for one in last.rows}
    assert [stage.doing for stage in stages if not stage.doing] == [""]
    counts = [sum(bool(one.ci) for one in stage.rows) for stage in stages]
    assert counts == sorted(counts)


def test_reading_stops_when_nobody_waits(question: Question) -> None:
    with pytest.raises(NobodyWaits):
        next(figures(question, lambda: True))


def test_rounds_stand_side_by_side_whole_statements_too(question: Question) -> None:
    *_, found = figures(question, never)
    for variable, view, values in (
        ("actor", "set", [0.4, 1.0]),
        ("statement", "statement_alpha", [0.4, 1.0]),
        ("statement", "matched", [0.0, 1.0]),
    ):
        *_, split = parts(question, found, row(found, variable, view), ROUND, never)
        assert [group.name for group in split.groups] == ["main", "second"]
        shown = [group.row.leading.value for group in split.groups]
        assert shown == pytest.approx(values), view
        assert all(group.row.ci for group in split.groups)


@pytest.mark.parametrize("by", [WEEK, BATCH, VERSION])
def test_points_come_before_their_intervals(question: Question, by: str) -> None:
    *_, found = figures(question, never)
    first, *_, last = parts(question, found, row(found, "actor", "set"), by, never)
    assert not any(group.row.ci for group in first.groups)
    assert all(group.row.ci for group in last.groups)
    assert sum(group.row.n_units for group in last.groups) == 2


def test_intervals_stop_when_nobody_waits(question: Question) -> None:
    *_, found = figures(question, never)
    stages = list(parts(question, found, row(found, "actor", "set"), ROUND, lambda: True))
    assert len(stages) == 1


def test_another_codebook_version_is_a_part_of_its_own(question: Question) -> None:
    with Study.open(question.path, coder="ana") as study:
        study.adopt_codebook(CODEBOOK.replace("1.0.0", "2.0.0"), name="small.yaml")
        study.add_statement(FIRST.id, 3, {"actor": Answer.of("us")})
    with Study.open(question.path, coder="ben") as study:
        study.finish(FIRST.id, 3)
    *_, found = figures(question, never)
    first, *_ = parts(question, found, row(found, "actor", "set"), VERSION, never)
    assert [group.name for group in first.groups] == ["1.0.0", "1.0.0 and 2.0.0"]
