"""A coder at work, against a real study file: what a key stores, where it leads, what is shown."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.coding import Target
from annotator.model.place import Place
from annotator.study import Study
from annotator.tui.entry import Ask
from annotator.tui.session import Session
from tests.tui.keyboard import KEYS
from tests.tui.study import make_study


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study.db")


@pytest.fixture
def study(path: Path) -> Iterator[Study]:
    with Study.open(path, coder="ana") as study:
        yield study


@pytest.fixture
def session(study: Study) -> Session:
    place = study.place()
    assert place is not None
    return Session(study, place)


def type_keys(session: Session, keys: str) -> None:
    for key in keys.split():
        if key == "Backspace":
            session.undo()
        elif key == "Ctrl+Y":
            session.redo()
        else:
            session.press(KEYS[key].name if key in KEYS else key)


def stored(study: Study, paragraph: int, article: str = "id-first") -> list[dict[str, str]]:
    unit = study.work(article).unit(paragraph)
    return [{k: str(v) for k, v in s.answers.items()} for s in unit.statements]


def test_begins_at_the_first_paragraph(session):
    assert session.place == Place("id-first", 1)
    assert session.page.status.total == 14  # 6 paragraphs and the article, twice


def test_codes_and_goes_on(session, study):
    type_keys(session, "Enter Enter s u 3 s r Enter")
    assert session.place == Place("id-first", 4)
    assert stored(study, 3) == [{"actor": "us", "stance": "support", "lever": "relief"}]
    unit = study.work("id-first").unit(3)
    assert unit.done
    assert str(unit.answers["unit_type"]) == "body"
    assert str(unit.answers["outcome_eval"]) == "none"
    assert session.page.status.done == 3
    assert session.page.status.saved.startswith("saved ")


def test_undo_goes_back_over_paragraphs_and_redo_forth(session, study):
    type_keys(session, "Enter Enter s u 3 s r Enter Backspace")
    assert session.place == Place("id-first", 3)
    assert not study.work("id-first").unit(3).done
    assert session.page.status.done == 2
    assert len(stored(study, 3)) == 1
    type_keys(session, "Backspace")
    assert stored(study, 3) == [{"actor": "us", "stance": "support"}]
    assert session.page.focus is not None
    assert session.page.focus.variable.id == "lever"
    type_keys(session, "Ctrl+Y Ctrl+Y")
    assert study.work("id-first").unit(3).done
    type_keys(session, "Backspace " * 20)
    assert session.page.note == "There is nothing to undo."
    assert not study.work("id-first").units
    assert session.page.status.done == 0


def test_undo_survives_a_restart(path, session):
    type_keys(session, "Enter Enter s u 3")
    with Study.open(path, coder="ana") as again:
        place = again.place()
        assert place == Place("id-first", 3)
        restarted = Session(again, place)
        assert restarted.page.focus.variable.id == "lever"
        type_keys(restarted, "Backspace Backspace")
        assert stored(again, 3) == []


def test_undo_of_a_group_opens_it_again(session):
    type_keys(session, "Enter Enter s u t Backspace")
    assert session.page.cursor.path == ("us",)
    type_keys(session, "s")
    assert stored(session.study, 3) == [{"actor": "us.state"}]


def test_an_answer_to_several_statements_is_one_step(session, study):
    session.go(Place("id-first", 3))
    type_keys(session, "c , r 3")
    assert [s["stance"] for s in stored(study, 3)] == ["support", "support"]
    type_keys(session, "Backspace")
    assert stored(study, 3) == [{"actor": "china"}, {"actor": "russia"}]


def test_questions_on_the_article_follow_its_last_paragraph(session):
    for paragraph in range(1, 6):
        session.study.finish("id-first", paragraph)
    session.go(Place("id-first", 6))
    type_keys(session, "Enter s")
    assert session.place == Place("id-first", 0)
    type_keys(session, "4 Enter")
    assert session.place == Place("id-second", 1)


def test_all_done_is_said(session, study):
    for article in ("id-first", "id-second"):
        for paragraph in range(7):
            study.finish(article, paragraph)
    session.go(Place("id-second", 6))
    type_keys(session, "Enter s")
    assert session.page.note == "All 14 units are done."


def test_pages_through_paragraphs_and_articles_without_marking(session, study):
    places = []
    for _ in range(8):
        session.step(1)
        places.append((session.place.article, session.place.paragraph))
    assert places[4:] == [("id-first", 6), ("id-first", 0), ("id-second", 1), ("id-second", 2)]
    session.step(-1)
    session.step(-1)
    assert session.place == Place("id-first", 0)
    session.step_article(1)
    assert session.place == Place("id-second", 1)
    session.step_article(1)
    assert session.page.note == "This is the last article."
    session.step_article(-1)
    assert session.place == Place("id-first", 1)
    assert not study.work("id-first").units


def test_memo_and_flag(session, study):
    session.go(Place("id-first", 3))
    session.set_memo(session.target_at_cursor(), "why?")
    type_keys(session, "! o")
    outcome = session.press("previous_statement")
    assert outcome.ask is Ask.NOTHING
    session.set_memo(session.target_at_cursor(), "which?")
    unit = study.work("id-first").unit(3)
    assert (unit.memo, unit.flagged, unit.statements[0].memo) == ("why?", True, "which?")
    assert session.memo_of(session.target_at_cursor()) == "which?"
    assert session.name_of(session.target_at_cursor()) == "Memo on statement 1 of paragraph 3"


def test_reopen(session, study):
    session.reopen()
    assert session.page.note == "This is not marked as done."
    type_keys(session, "Enter")
    session.step(-1)
    session.reopen()
    assert not study.work("id-first").unit(1).done


def test_other_coders_are_counted_and_never_shown(path, session):
    with Study.open(path, coder="ben") as other:
        other.add_statement("id-second", 3, {})
        other.set_memo(Target("id-second", 3), "secret of ben")
        other.finish("id-second", 1)
    session.go(Place("id-second", 3))
    assert session.page.status.hidden == 1
    assert session.page.situation.unit.statements == ()
    assert session.page.situation.unit.memo == ""


def test_what_could_not_be_stored_is_said_and_changes_nothing(path, session, study):
    session.go(Place("id-first", 3))
    type_keys(session, "u")
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        study._database.execute("PRAGMA busy_timeout = 10")
        before = session.page
        type_keys(session, "3")
        assert session.page.status.failed
        assert session.page.status.saved == "NOT SAVED"
        assert session.page.note.startswith("NOT SAVED: ")
        assert session.page.situation == before.situation
        assert session.page.cursor == before.cursor
        other.rollback()
    type_keys(session, "3")
    assert not session.page.status.failed
    assert stored(study, 3) == [{"actor": "us", "stance": "support"}]


def test_what_cannot_be_read_is_said_and_the_coder_stays(path, session, study):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        study._database.execute("PRAGMA busy_timeout = 10")
        for move in (session.next_undone, lambda: session.step_article(1)):
            move()
            assert session.page.note.startswith("NOT READ: ")
            assert session.place == Place("id-first", 1)
        session.step(1)  # the same article is at hand
        assert session.place == Place("id-first", 2)
        other.rollback()
    session.step_article(1)
    assert session.place == Place("id-second", 1)


def test_a_read_only_study_can_be_read(path):
    with Study.open(path, coder="ana", read_only=True) as study:
        session = Session(study, Place("id-first", 3))
        type_keys(session, "u")
        assert session.page.note.startswith("NOT SAVED: ")
        session.undo()
        assert session.page.note.startswith("NOT SAVED: ")
        session.step(1)
        assert session.place.paragraph == 4
