"""On the screen: a coder goes through the units they were given, and reads what is around."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.cli.plain import run_plain
from annotator.model.coding import Answer, Target
from annotator.model.place import Place
from annotator.model.team import WHOLE_ARTICLE, Assigned, Round
from annotator.study import Study
from annotator.tui.screens.articles import ArticleList
from annotator.tui.session import Session
from tests.tui.shown import showing
from tests.tui.study import make_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    path = make_study(tmp_path / "study.db")
    with Study.open(path, coder="ana") as study:
        yield study


def begin(study: Study) -> Session:
    place = study.place()
    assert place is not None
    return Session(study, place)


def test_steps_go_through_what_was_given_only(study: Study) -> None:
    given = [Assigned("id-second", 4), Assigned("id-second", 5), Assigned("id-first", 3)]
    study.assign_units("main", {"ana": given})
    session = begin(study)
    assert session.page.status.total == 3
    walked = [session.place]
    for _ in range(3):
        session.step(1)
        walked.append(session.place)
    last = Place("id-first", 3)
    assert walked == [Place("id-second", 4), Place("id-second", 5), last, last]
    assert session.page.note == "This is the last article."
    session.step(-1)
    assert session.place == Place("id-second", 5)


def test_a_neighbour_is_read_and_not_gone_to(study: Study) -> None:
    study.assign_units("main", {"ana": [Assigned("id-second", 4)]})
    session = begin(study)
    session.go(Place("id-second", 2))
    assert session.place == Place("id-second", 4)
    assert "not yours to code" in session.page.note
    assert session.page.article.paragraph_text(2)


def test_any_paragraph_of_a_whole_article_is_gone_to(study: Study) -> None:
    study.assign_units("main", {"ana": [Assigned("id-second", WHOLE_ARTICLE)]})
    session = begin(study)
    for paragraph in (1, 2, 6):
        session.go(Place("id-second", paragraph))
        assert session.place == Place("id-second", paragraph)


@pytest.fixture
def changed(study: Study) -> Study:
    """Two paragraphs were coded, another was given, and a change of the codebook reopened one."""
    for paragraph, actor in ((3, "us"), (4, "china")):
        study.add_statement("id-first", paragraph, {"actor": Answer.of(actor)})
        study.finish("id-first", paragraph)
    study.assign_units("main", {"ana": [Assigned("id-second", 4)]})
    with Study.open(study.path, coder="lea") as lead:
        source = lead.codebook_source()
        plan = lead.plan_codebook(source, name="hanoi.yaml", review=[("actor", "us")])
        lead.carry_out(plan, source, name="hanoi.yaml")
    return study


def test_what_must_be_looked_at_again_is_gone_to_and_coded(changed: Study) -> None:
    session = begin(changed)
    assert (session.place, session.page.status.total) == (Place("id-first", 3), 2)
    session.go(Place("id-first", 4))
    assert session.place == Place("id-first", 3)
    assert "not yours to code" in session.page.note
    session.next_undone()
    assert session.place == Place("id-second", 4)
    session.step(1)
    assert session.place == Place("id-first", 3)
    session.set_memo(Target("id-first", 3), "still so")
    assert changed.work("id-first").unit(3).memo == "still so"


async def test_the_list_of_articles_leads_there(changed: Study) -> None:
    async with showing(ArticleList(changed, "id-second")) as (app, pilot):
        assert "2 articles" in app.text
        await pilot.press(*"first 4", "enter")
        assert "Paragraph 4 of this article is not put before coders." in app.text
        await pilot.press("backspace", "backspace", "enter")
    assert app.results == [Place("id-first", 3)]


def test_line_mode_leads_there_and_to_nothing_else(changed: Study) -> None:
    said: list[str] = []
    lines = iter([":go first 4", ":go first", ":quit"])
    run_plain(changed, read_line=lambda _: next(lines), write=said.append)
    assert "There is no such place. :go 3 12 goes to paragraph 12 of article 3." in said
    assert sum(line.startswith("Paragraph 3 of 6, body.") for line in said) == 2
    assert not any(line.startswith("Paragraph 4 of 6") for line in said)


def test_what_others_code_too_is_not_told(study: Study) -> None:
    with Study.open(study.path, coder="ben") as other:
        other.add_statement("id-second", 4, {"actor": Answer.of("us")})
    assert begin(study).page.status.hidden == 0
    assert study.hidden_codings("id-second") > 0
    study.assign_units("main", {"ana": [Assigned("id-second", 4, True)]})
    assert study.hidden_codings("id-second") == 0


def test_masked_fields_are_hidden(study: Study) -> None:
    study.describe_round(Round("main", masked=("author", "source", "date")))
    article = begin(study).page.article
    assert {article.author, article.source, article.date} <= {"", "masked"}
