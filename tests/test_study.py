"""The facade: places, progress, blindness, and refusals."""

import sqlite3
from pathlib import Path

import pytest

from annotator.errors import StudyDamaged, UsageError
from annotator.model.article import Kind
from annotator.model.coding import Answer, Target
from annotator.model.event import Draft, EventKind
from annotator.model.place import Place, Progress
from annotator.study import Study
from tests.small import CODEBOOK, FIRST, SECOND, make_article

ARTICLE_QUESTIONS = CODEBOOK + "article:\n  overall: {label: Overall, codes: {a: A, b: B}}\n"


def _study(path: Path, codebook: str = CODEBOOK) -> Path:
    with Study.create(path, codebook) as study:
        study.add_articles([FIRST, SECOND])
    return path


def test_a_coder_walks_through_everything_and_comes_to_an_end(tmp_path: Path) -> None:
    with Study.open(_study(tmp_path / "s.db", ARTICLE_QUESTIONS), coder="ana") as study:
        walked, place = [], study.place()
        while place:
            walked.append((place.article, place.paragraph))
            study.finish(place.article, place.paragraph)
            place = study.next_undone(place)
        assert walked == [
            *((FIRST.id, n) for n in (1, 2, 3, 0)),
            *((SECOND.id, n) for n in (1, 2, 0)),
        ]
        assert study.progress() == Progress(7, 7)
        assert study.place() == Place(SECOND.id, 0)


def test_what_was_skipped_comes_before_the_next_article_and_again_at_the_end(
    tmp_path: Path,
) -> None:
    with Study.open(_study(tmp_path / "s.db"), coder="ana") as study:
        study.finish(FIRST.id, 3)
        assert study.next_undone(Place(FIRST.id, 3)) == Place(FIRST.id, 1)
        study.finish(SECOND.id, 1)
        study.finish(SECOND.id, 2)
        assert study.next_undone(Place(SECOND.id, 2)) == Place(FIRST.id, 1)
        assert study.next_undone(Place(FIRST.id, 1)) == Place(FIRST.id, 2)


def test_a_coder_comes_back_to_the_unit_left_open(tmp_path: Path) -> None:
    path = _study(tmp_path / "s.db")
    with Study.open(path, coder="ana") as study:
        assert study.place() == Place(FIRST.id, 1)
        study.add_statement(FIRST.id, 2, {"actor": Answer.of("us")})
    with Study.open(path, coder="ana") as study:
        assert study.place() == Place(FIRST.id, 2)
        study.finish(FIRST.id, 2)
    with Study.open(path, coder="ana") as study:
        assert study.place() == Place(FIRST.id, 3)


def test_an_empty_study_has_no_place(tmp_path: Path) -> None:
    with Study.create(tmp_path / "s.db", CODEBOOK) as study:
        assert study.place() is None
        assert study.progress() == Progress(0, 0)


def test_only_codable_kinds_are_put_before_a_coder(tmp_path: Path) -> None:
    with Study.open(_study(tmp_path / "s.db"), coder="ana") as study:
        study.correct_kind(FIRST.id, 2, Kind.CAPTION)
        assert study.article(FIRST.id).paragraph(2).kind is Kind.CAPTION
        assert study.next_undone(Place(FIRST.id, 1)) == Place(FIRST.id, 3)
        assert study.progress().total == 4
        study.undo()
        assert study.article(FIRST.id).paragraph(2).kind is Kind.BODY


def test_coders_and_rounds_are_blind_to_each_other(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ben") as study:
        own = study.work(FIRST.id)
        assert {n: len(unit.statements) for n, unit in own.units.items()} == {1: 0, 2: 1}
        assert study.hidden_codings(FIRST.id) == 6
    with Study.open(two_coders, coder="ana", round="drift") as study:
        assert not study.work(FIRST.id).units
        assert study.progress().done == 0
        assert study.undo() is None


def test_adding_the_same_article_twice_changes_nothing(two_coders: Path) -> None:
    with Study.open(two_coders) as study:
        before = study.history()
        third = make_article("third", "One more")
        added = study.add_articles([FIRST, third, third])
        assert (added.added, added.present) == ([third.id], [FIRST.id])
        assert len(study.history()) == len(before) + 1
        assert [header.position for header in study.headers()] == [1, 2, 3]
        study.undo()
        assert study.n_articles() == 2


def test_an_answer_outside_the_codebook_is_refused_and_nothing_written(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ana") as study:
        before = study.history()
        with pytest.raises(UsageError, match="no code purple"):
            study.assign(Target(FIRST.id, 1), "tone", Answer.of("purple"))
        assert study.history() == before


def test_an_import_is_one_action_that_a_coders_undo_does_not_take_back(tmp_path: Path) -> None:
    path = _study(tmp_path / "s.db")
    with Study.open(path) as study:
        study.add_codings(
            [
                Draft(EventKind.STATEMENT_ADDED, FIRST.id, 1, "000001AB", coder="ana"),
                Draft(EventKind.UNIT_FINISHED, FIRST.id, 1, coder="ana"),
            ],
            source="ana.csv",
        )
        assert study.history(limit=1)[0].n_events == 3
    with Study.open(path, coder="ana") as study:
        assert study.undo() is None
        assert study.work(FIRST.id).unit(1).done


def test_an_import_is_taken_back_as_a_whole_by_the_lead(two_coders: Path) -> None:
    with Study.open(two_coders) as study:
        before = list(study.codings())
        study.add_codings(
            [
                Draft(EventKind.UNIT_FINISHED, SECOND.id, 1, coder="ana"),
                Draft(EventKind.UNIT_FINISHED, SECOND.id, 1, coder="zoe"),
            ],
            source="both.csv",
        )
        assert len([unit for unit in study.units() if unit.article == SECOND.id]) == 2
        undone = study.undo_import()
        assert undone
        assert "both.csv" in undone.description
        assert not [unit for unit in study.units() if unit.article == SECOND.id]
        assert study.undo_import() is None
        assert list(study.codings()) == before
    with Study.open(two_coders, coder="ana") as study:
        assert study.redo() is None
        undone = study.undo()
        assert undone
        assert "paragraph 2" in undone.description


def test_the_history_names_each_action_once_however_large(two_coders: Path) -> None:
    with Study.open(two_coders) as study:
        before = len(study.history(limit=1000))
        drafts = [Draft(EventKind.UNIT_FINISHED, SECOND.id, 1, coder="ana")] * 5000
        study.add_codings(drafts, source="large.csv")
        newest, *rest = study.history(limit=1000)
        assert (newest.n_events, len(newest.events)) == (5001, 20)
        assert len(rest) == before
        assert len({row.batch for row in rest}) == before


def test_a_changed_codebook_leaves_old_codings_their_version(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ana") as study:
        study.adopt_codebook(CODEBOOK.replace("1.0.0", "1.1.0"), name="small.yaml")
        study.assign(Target(SECOND.id, 2), "tone", Answer.of("good"))
        assert study.codebook.version == "1.1.0"
        versions = {row.codebook for row in study.codings()}
    assert versions == {"1.0.0", "1.1.0"}


def test_a_changed_codebook_asks_its_own_questions_at_once(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ana") as study:
        before = study.progress().total
        assert study.next_undone(Place(FIRST.id, 3)) == Place(SECOND.id, 1)
        study.adopt_codebook(ARTICLE_QUESTIONS.replace("1.0.0", "1.1.0"), name="small.yaml")
        assert study.progress().total == before + study.n_articles()
        assert study.next_undone(Place(FIRST.id, 3)) == Place(FIRST.id, 0)


def test_a_codebook_compiled_in_another_form_is_compiled_again(two_coders: Path) -> None:
    raw = sqlite3.connect(two_coders)
    raw.execute("UPDATE local SET value = '{}' WHERE key LIKE 'compiled%'")
    raw.commit()
    raw.close()
    with Study.open(two_coders) as study:
        assert study.codebook.id == "small"


def test_an_id_that_the_study_does_not_hold_is_said_so(two_coders: Path) -> None:
    with Study.open(two_coders) as study, pytest.raises(StudyDamaged):
        study.article("nothing")


def test_the_coder_is_remembered_in_the_file(two_coders: Path) -> None:
    with Study.open(two_coders) as study:
        assert study.remembered_coder() == ""
        study.remember_coder("ana")
    with Study.open(two_coders) as study:
        assert study.remembered_coder() == "ana"
