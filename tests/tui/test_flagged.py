"""Going through what the coder flagged: on the screen, in line mode, in the list of articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.cli.plain import run_plain
from annotator.model.coding import Target
from annotator.model.place import Place
from annotator.study import Study
from annotator.tui.screens.articles import ArticleList
from annotator.tui.session import Session
from tests.small import FIRST, SECOND, make_study
from tests.tui.shown import showing

HERE = Place(FIRST.id, 1)
FLAGGED = [Place(FIRST.id, 2), Place(SECOND.id, 1), Place(SECOND.id, 2)]


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Ana's flag on paragraph 2 is made already; two more follow, and ben has one of his own."""
    path = make_study(tmp_path / "study.db")
    with Study.open(path, coder="ben") as study:
        study.set_flag(Target(FIRST.id, 3), True)
    with Study.open(path, coder="ana") as study:
        statement = study.add_statement(SECOND.id, 2)
        study.set_flag(Target(SECOND.id, 2, statement), True)
        study.set_flag(Target(SECOND.id, 1), True)
        yield study


def test_from_flag_to_flag_and_round_again(study: Study) -> None:
    place, seen = HERE, []
    for _ in range(4):
        found = study.next_flagged(place)
        assert found is not None
        place = found
        seen.append(place)
    assert seen == [*FLAGGED, FLAGGED[0]]


def test_the_article_as_a_whole_comes_after_its_paragraphs(study: Study) -> None:
    study.set_flag(Target(FIRST.id, 0), True)
    assert study.next_flagged(FLAGGED[0]) == Place(FIRST.id, 0)
    assert study.next_flagged(Place(FIRST.id, 0)) == FLAGGED[1]


def test_the_key_goes_there_and_says_where_there_is_no_other(study: Study) -> None:
    session = Session(study, HERE)
    session.next_flagged()
    assert session.place == FLAGGED[0]
    for place in FLAGGED[1:]:
        study.set_flag(Target(place.article, place.paragraph), False)
    for statement in study.work(SECOND.id).unit(2).statements:
        study.set_flag(Target(SECOND.id, 2, statement.id), False)
    session.next_flagged()
    assert (session.place, session.page.note) == (FLAGGED[0], "Nothing else is flagged.")
    study.set_flag(Target(FIRST.id, 2), False)
    session.next_flagged()
    assert session.page.note.startswith("Nothing is flagged.")


def test_line_mode_goes_there_too(study: Study) -> None:
    heard: list[str] = []
    lines = iter([":go 1", ":jump", ":jump", ":quit"])
    run_plain(study, read_line=lambda _: next(lines), write=heard.append)
    places = [line for line in heard if line.startswith("Paragraph ")]
    assert [line.split(" of ")[0] for line in places][-2:] == ["Paragraph 2", "Paragraph 1"]


def test_line_mode_goes_there_when_all_is_done(study: Study) -> None:
    heard: list[str] = []
    lines = iter([":jump", ":quit"])
    for paragraph in (1, 2):
        study.finish(SECOND.id, paragraph)
    run_plain(study, read_line=lambda _: next(lines), write=heard.append)
    assert any(line.startswith("Paragraph 2 of 3") for line in heard)


async def test_the_list_of_articles_tells_what_is_done_and_flagged(study: Study) -> None:
    async with showing(ArticleList(study)) as (app, _):
        lines = [line for line in app.text.splitlines() if "first" in line or "second" in line]
    assert "3/3 !" in lines[0]
    assert "0/2 !" in lines[1]


async def test_anothers_flags_and_progress_are_not_told(tmp_path: Path) -> None:
    path = make_study(tmp_path / "study.db")
    with Study.open(path, coder="ben") as study:
        async with showing(ArticleList(study)) as (app, _):
            assert "2/3" in app.text
            assert "2/3 !" not in app.text
