"""Feedback in a package, where it was asked for: the right answers of training and nothing else."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.errors import UsageError
from annotator.model.coding import MAIN_ROUND, Answer, Target
from annotator.model.team import Assigned, Purpose, Round
from annotator.reports.feedback import Feedback
from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK, FIRST, SECOND

WITH_TEXT = CODEBOOK + "  remark: {label: Remark, measurement: text, required: false}\n"
US = {"actor": Answer.of("us"), "stance": Answer.of("pro"), "remark": Answer.of("whispered")}


def make(path: Path, *, gold_in: str = "t1") -> Path:
    """The gold coder goldmarie has finished two paragraphs of the first article in that round."""
    with Study.create(path, WITH_TEXT) as study:
        study.add_articles([FIRST, SECOND])
        study.describe_round(Round("t1", Purpose.TRAINING, gold="goldmarie"))
    with Study.open(path, coder="goldmarie", round=gold_in) as study:
        study.assign(Target(FIRST.id, 1), "tone", Answer.of("bad"))
        study.add_statement(FIRST.id, 2, US)
        study.set_memo(Target(FIRST.id, 2), "muttered")
        study.finish(FIRST.id, 1)
        study.finish(FIRST.id, 2)
        study.assign(Target(SECOND.id, 1), "tone", Answer.of("good"))
    return path


def packed(path: Path, *, feedback: bool = True) -> Path:
    package = path.with_name("ana.db")
    package.unlink(missing_ok=True)
    with Study.open(path, read_only=True) as study:
        study.pack("ana", package, feedback=feedback)
    return package


def told(path: Path, units: Sequence[tuple[str, int]]) -> list[Feedback | None]:
    """What ana is told of each unit, once she finished it."""
    found = []
    with Study.open(path, coder="ana", round="t1") as study:
        for article, paragraph in units:
            assert study.feedback(article, paragraph) is None
            study.assign(Target(article, paragraph), "tone", Answer.of("good"))
            assert study.feedback(article, paragraph) is None
            study.finish(article, paragraph)
            found.append(study.feedback(article, paragraph))
    return found


ALL = [(FIRST.id, 1), (FIRST.id, 2), (FIRST.id, 3), (SECOND.id, 1)]


def test_the_feedback_is_that_of_the_study(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db")
    package = packed(path)
    in_package = told(package, ALL)
    assert in_package == told(path, ALL)
    assert [one is not None for one in in_package] == [True, True, False, False]


def test_nothing_of_it_is_there_unless_it_was_asked_for(tmp_path: Path) -> None:
    package = packed(make(tmp_path / "s.db"), feedback=False)
    assert told(package, ALL) == [None] * 4
    with sqlite3.connect(package) as database:
        keys = [key for (key,) in database.execute("SELECT key FROM local")]
    assert not any("right answers" in key for key in keys)


def test_no_name_no_memo_and_no_free_text_of_the_gold_coder_is_in_it(tmp_path: Path) -> None:
    content = packed(make(tmp_path / "s.db")).read_bytes()
    assert not re.search(rb"goldmarie|muttered|whispered", content)


def test_right_answers_are_nobody_s_codings_and_are_not_merged(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db")
    package = packed(path)
    told(package, ALL)
    with Study.open(package, coder="ana") as study:
        assert study.coders() == ["ana"]
        assert {row.coder for row in study.codings()} == {"ana"}
    with Study.open(path) as study:
        before = [row for row in study.codings() if row.coder == "goldmarie"]
        study.merge([package])
        assert [row for row in study.codings() if row.coder == "goldmarie"] == before
        assert study.rounds_with_right_answers() == []
        assert list(study.faults()) == []


def test_what_gold_said_in_main_is_told_of_units_given_for_training_alone(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db", gold_in=MAIN_ROUND)
    with pytest.raises(UsageError, match="no right answers"):
        packed(path)
    assert not path.with_name("ana.db").exists()
    with Study.open(path) as study:
        study.assign_units("t1", {"ana": [Assigned(FIRST.id, 1)]})
    in_package = told(packed(path), ALL[:2])
    assert [one is not None for one in in_package] == [True, False]


@pytest.mark.parametrize("round_", [MAIN_ROUND, "reliability"])
def test_of_units_that_are_still_to_be_coded_alone_nothing_is_told(
    tmp_path: Path, round_: str
) -> None:
    path = make(tmp_path / "s.db")
    with Study.open(path) as study:
        study.describe_round(Round("reliability", Purpose.RELIABILITY))
        study.assign_units(round_, {"ana": [Assigned(FIRST.id, 2)], "ben": [Assigned(FIRST.id, 1)]})
    assert [one is not None for one in told(packed(path), ALL)] == [True, False, False, False]
    with Study.open(path) as study:
        study.assign_units(round_, {"ana": [Assigned(FIRST.id, -1)]})
    with pytest.raises(UsageError, match="no right answers"):
        packed(path)


def test_the_gold_coder_s_own_package_needs_none(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db")
    with Study.open(path) as study, pytest.raises(UsageError, match="no right answers"):
        study.pack("goldmarie", tmp_path / "g.db", feedback=True)


def test_articles_that_are_not_in_the_package_have_no_right_answers(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db")
    with Study.open(path) as study:
        study.assign_units("t1", {"ana": [Assigned(SECOND.id, 1)]})
        with pytest.raises(UsageError, match="no right answers"):
            study.pack("ana", tmp_path / "ana.db", assigned_only=True, feedback=True)


@pytest.mark.parametrize("written", ["{", "[[1]]", "7", '[["a", 1, {"answers": [1]}]]'])
def test_right_answers_that_cannot_be_read_are_a_fault(tmp_path: Path, written: str) -> None:
    package = packed(make(tmp_path / "s.db"))
    with sqlite3.connect(package) as database:
        database.execute("UPDATE local SET value = ? WHERE key LIKE 'right%'", (written,))
    with Study.open(package) as study:
        assert list(study.faults()) == ["The right answers of round t1 cannot be read."]
    assert run("doctor", study=package).exit_code == 1


def test_right_answers_outside_a_package_or_training_are_a_fault(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db")
    with sqlite3.connect(path) as database:
        database.execute("INSERT INTO local VALUES ('right answers main', '[]')")
    with Study.open(path) as study:
        assert list(study.faults()) == [
            "it holds right answers of round main, where no feedback is to be given"
        ]


def test_pack_and_status_say_what_is_in_it(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db")
    finished = run(
        "pack", "--coder", "ana", "--new", "--with-feedback", "-o", tmp_path / "a.db", study=path
    )
    assert "Right answers for training: 2 units." in finished.err
    assert "but for right answers of training: t1" in run("status", study=tmp_path / "a.db").out
    assert run("status", "--json", study=tmp_path / "a.db").json()["right_answers"] == ["t1"]
    refused = run("pack", "--coder", "goldmarie", "--with-feedback", study=path)
    assert refused.exit_code == 2
    assert "codes its units first" in refused.err
