"""A coder with assignments is put before exactly those units, in their order."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.masking import MASKABLE
from annotator.model.place import Place, Progress
from annotator.model.team import WHOLE_ARTICLE, Assigned, Round
from annotator.study import Study
from tests.small import CODEBOOK, FIRST, SECOND, make_article

ARTICLE_QUESTIONS = CODEBOOK + "article:\n  overall: {label: Overall, codes: {a: A, b: B}}\n"
THIRD = make_article("third", "Rain", "The ferry left.", "It came back.", "Nobody was on it.")
ALL = (FIRST, SECOND, THIRD)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Study.create(tmp_path / "s.db", ARTICLE_QUESTIONS) as study:
        study.add_articles(ALL)
    return tmp_path / "s.db"


def give(path: Path, *units: tuple[str, int], coder: str = "ana") -> None:
    with Study.open(path) as study:
        study.assign_units("main", {coder: [Assigned(*unit) for unit in units]})


def walk(study: Study) -> list[tuple[str, int]]:
    """Every unit met from here to the end, each finished."""
    walked, place = [], study.place()
    while place:
        walked.append((place.article, place.paragraph))
        study.finish(place.article, place.paragraph)
        place = study.next_undone(place)
    return walked


def test_articles_come_whole_in_the_order_given_and_nothing_else_comes(path: Path) -> None:
    give(path, (THIRD.id, WHOLE_ARTICLE), (FIRST.id, WHOLE_ARTICLE))
    with Study.open(path, coder="ana") as study:
        assert study.progress() == Progress(0, 9)
        assert walk(study) == [
            *((THIRD.id, n) for n in (1, 2, 3, 4, 0)),
            *((FIRST.id, n) for n in (1, 2, 3, 0)),
        ]
        assert study.progress() == Progress(9, 9)
        assert study.place() == Place(FIRST.id, 0)


def test_single_paragraphs_come_in_the_order_given(path: Path) -> None:
    given = [(THIRD.id, 2), (FIRST.id, 3), (THIRD.id, 1), (SECOND.id, 0)]
    give(path, *given)
    with Study.open(path, coder="ana") as study:
        assert walk(study) == given
        assert study.progress() == Progress(4, 4)


def test_a_paragraph_given_beside_its_article_is_one_unit(path: Path) -> None:
    give(path, (THIRD.id, 2), (THIRD.id, WHOLE_ARTICLE))
    with Study.open(path, coder="ana") as study:
        assert study.progress() == Progress(0, 5)
        assert sorted(walk(study)) == sorted((THIRD.id, n) for n in (0, 1, 2, 3, 4))


def test_whoever_was_given_nothing_in_a_round_is_put_before_everything(path: Path) -> None:
    give(path, (THIRD.id, 2))
    with Study.open(path, coder="ben") as study:
        assert study.progress() == Progress(0, 12)
    with Study.open(path, coder="ana", round="pilot") as study:
        assert study.progress() == Progress(0, 12)


def test_what_was_skipped_comes_at_the_end(path: Path) -> None:
    give(path, (FIRST.id, 2), (THIRD.id, 2), (THIRD.id, 3))
    with Study.open(path, coder="ana") as study:
        assert study.place() == Place(FIRST.id, 2)
        after = study.next_undone(Place(FIRST.id, 2))
        assert after == Place(THIRD.id, 2)
        study.finish(THIRD.id, 3)
        assert study.next_undone(Place(THIRD.id, 2)) == Place(FIRST.id, 2)


def test_work_on_other_units_counts_for_nothing_and_keeps_nobody_from_theirs(path: Path) -> None:
    with Study.open(path, coder="ana") as study:
        study.finish(FIRST.id, 1)
        give(path, (THIRD.id, 2))
        assert study.progress() == Progress(0, 1)
        assert study.place() == Place(THIRD.id, 2)
        assert study.next_undone(Place(FIRST.id, 1)) == Place(THIRD.id, 2)


def test_paragraphs_around_a_unit_are_read_and_not_asked(path: Path) -> None:
    give(path, (THIRD.id, 3))
    with Study.open(path, coder="ana") as study:
        article = study.shown_article(THIRD.id)
        assert article == THIRD
        assert study.asked_units(article) == (3,)
        assert study.asked_units(study.shown_article(FIRST.id)) == ()
        assert study.may_code(THIRD.id, 3)
        assert not study.may_code(THIRD.id, 2)
        assert not study.may_code(FIRST.id, 1)


def test_the_list_of_articles_is_the_coders_own(path: Path) -> None:
    give(path, (THIRD.id, 3), (FIRST.id, WHOLE_ARTICLE), (THIRD.id, 1))
    with Study.open(path, coder="ana") as study:
        assert study.n_own_articles() == 2
        assert [(h.position, h.id) for h in study.own_headers()] == [(1, THIRD.id), (2, FIRST.id)]
        assert [h.id for h in study.own_headers(2, 1)] == [FIRST.id]
        assert study.own_header(FIRST.id).position == 2
        assert study.own_header(SECOND.id).position == 0
        assert study.search_own_headers("week") == []
        assert [h.position for h in study.search_own_headers("rain")] == [1]
        give(path, (SECOND.id, 1))
        assert study.own_header(SECOND.id).position == 3


def test_without_assignments_the_list_is_all_articles(path: Path) -> None:
    with Study.open(path, coder="ben") as study:
        assert study.own_headers() == study.headers()
        assert study.n_own_articles() == 3
        assert study.own_header(SECOND.id) == study.header(SECOND.id)
        assert study.search_own_headers("week") == study.search_headers("week")


@pytest.mark.parametrize("seed", list(range(5)))
def test_any_order_is_followed(path: Path, seed: int) -> None:
    units = [(article.id, n) for article in ALL for n in range(1, len(article.paragraphs) + 1)]
    random.Random(seed).shuffle(units)
    give(path, *units)
    with Study.open(path, coder="ana") as study:
        assert walk(study) == units


def test_masked_fields_are_neither_shown_nor_found(path: Path) -> None:
    told = make_article("told", "By Jo Doe")
    told = replace(told, author="Jo Doe", source="Daily", url="https://x", metadata={"a": "b"})
    with Study.open(path) as study:
        study.add_articles([told])
        study.describe_round(Round("main", masked=("author", "source")))
    with Study.open(path, coder="ana") as study:
        shown = study.shown_article(told.id)
        assert (shown.author, shown.source, shown.url, shown.metadata) == (
            "masked", "masked", "", {},
        )  # fmt: skip
        assert shown.title == "By Jo Doe"
        assert study.own_headers()[-1].author == "masked"
        assert study.own_header(told.id).source == "masked"
        assert study.search_own_headers("daily") == []
        assert study.article(told.id) == told


def test_everything_that_names_an_article_can_be_masked(path: Path) -> None:
    with Study.open(path) as study:
        study.describe_round(Round("main", masked=MASKABLE))
    with Study.open(path, coder="ana") as study:
        header = study.own_headers(1, 1)[0]
        assert (header.name, header.title, header.date) == ("masked", "masked", "")
        assert study.search_own_headers("first") == []
        assert study.shown_article(FIRST.id).name == "masked"


def test_a_round_can_keep_the_pace_from_coders_and_hides_nothing_else(path: Path) -> None:
    from annotator.tui.session import Session

    with Study.open(path) as study:
        assert study.described_round().hides_pace is False
        study.describe_round(Round("main", masked=("pace",)))
    with Study.open(path, coder="ana") as study:
        assert study.masked == ()
        assert study.shown_article(FIRST.id) == study.article(FIRST.id)
        place = study.place()
        assert place is not None
        session = Session(study, place)
        for _ in range(9):  # enough for a pace to be told
            session._pace.finished()
        session.go(place)
        assert session._pace.left(2) != ""
        assert session.page.status.pace == ""
