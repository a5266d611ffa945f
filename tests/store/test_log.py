"""The log: append-only, ordered, chained; and doctor sees what SQLite does not."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.ids import new_id
from annotator.model.coding import Answer, Target
from annotator.study import Study
from tests.small import FIRST


@pytest.mark.parametrize("table", ["event", "content"])
@pytest.mark.parametrize("change", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}"])
def test_the_truth_cannot_be_changed(two_coders: Path, table: str, change: str) -> None:
    raw = sqlite3.connect(two_coders)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(change.format(table))
    raw.close()


def test_ids_grow_even_when_the_clock_was_set_back() -> None:
    later_than_now = f"{2**64 - 1:012x}"[:12] + "0" * 16
    for _ in range(1000):
        following = new_id(later_than_now)
        assert following > later_than_now
        assert len(following) == 28
        later_than_now = following


def test_a_verb_that_fails_leaves_nothing(two_coders: Path) -> None:
    def interrupted(study: Study) -> None:
        with study.action():
            study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
            raise KeyboardInterrupt

    with Study.open(two_coders, coder="ana") as study:
        before = (list(study.codings()), study.history())
        with pytest.raises(KeyboardInterrupt):
            interrupted(study)
        assert (list(study.codings()), study.history()) == before


def _damage(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path)
    for trigger in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {trigger[0]}")
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE event SET coder = 'ben' WHERE seq = 5", "changed after it was written"),
        ("UPDATE event SET body = replace(body, '\"us\"', '\"uk\"')", "changed after"),
        ("DELETE FROM event WHERE seq = 6", "missing"),
        ("UPDATE content SET body = body || ' ' WHERE body LIKE 'Talks%'", "text changed"),
        ("UPDATE coding SET value = 'dprk' WHERE variable = 'actor'", "coding differs"),
        ("DELETE FROM unit", "unit differs"),
        ("UPDATE article SET position = 7 WHERE position = 1", "article differs"),
    ],
)
def test_doctor_finds_what_was_changed_behind_our_back(
    two_coders: Path, damage: str, fault: str
) -> None:
    with Study.open(two_coders) as study:
        assert not list(study.faults())
    _damage(two_coders, damage)
    with Study.open(two_coders) as study:
        assert any(fault in found for found in study.faults())


def test_a_rebuild_makes_the_same_state_again(two_coders: Path) -> None:
    with Study.open(two_coders) as study:
        expected = (list(study.codings()), list(study.units()), list(study.statements()))
    _damage(two_coders, "DELETE FROM coding", "DELETE FROM unit", "DELETE FROM statement")
    with Study.open(two_coders) as study:
        assert not list(study.codings())
        study.rebuild()
        assert (list(study.codings()), list(study.units()), list(study.statements())) == expected
        assert not list(study.faults())


def test_articles_that_come_back_stand_where_a_rebuild_puts_them(two_coders: Path) -> None:
    """New ones are projected from what was written, those known before from the log."""
    new = [replace(FIRST, id=f"{number:016x}", name=f"new {number}") for number in range(4)]
    with Study.open(two_coders) as study:
        study.add_articles(new[:2])
        study.undo()
        study.add_articles([new[2], new[0], new[3]])
        study.add_articles([new[0], new[1]])
        names = [header.name for header in study.headers()]
        assert names[-4:] == ["new 2", "new 0", "new 3", "new 1"]
        assert not list(study.faults())
