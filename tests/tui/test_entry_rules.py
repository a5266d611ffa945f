"""What holds of the keyboard whatever is pressed, with codebooks of every shape."""

import itertools
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.article import Kind
from annotator.model.codebook import Codebook
from annotator.model.place import Place
from annotator.study import Study
from annotator.tui.commands import ENTRY
from annotator.tui.entry import Ask, Cursor, Situation, answer_typed, focus_of, ring
from annotator.tui.session import Session
from annotator.tui.views.layout import compose
from tests.tui.keyboard import CODEBOOKS, Keyboard, codebook, hanoi
from tests.tui.study import make_article

MANY = """
paragraph:
  relevance: {label: Relevant, codes: {yes: {label: "Yes", key: y}, no: {label: "No", key: n}}}
  frames:
    label: Frames
    select: {min: 2, max: 3}
    ask_if: {relevance: ["yes"]}
    codes: {economy: Economy, morality: Morality, security: Security, capacity: Capacity}
  why: {label: Why none, ask_if: no_statement, codes: {a: A thing, b: {label: B, needs_memo: true}}}
statement:
  who: {label: Who, stop: leaf, codes: {g: {label: G, codes: {h: {label: H, codes: {i: I, j: J}}}}}}
  what: {label: What, select: many, codes: {x: X, y: Y, z: Z}}
  count: {label: Count, measurement: ratio, min: 0}
  sure: {label: Sure, required: false, codes: {l: Low, h: High}}
"""
FLAT = """
paragraph:
  tone: {label: Tone, codes: {good: Good, bad: Bad}}
  note: {label: Note, measurement: text, required: false}
"""
SHAPES = {"hanoi": "", "many": MANY, "flat": FLAT}
NAMES = [command.name for command in ENTRY]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789XÜㅏ"
KEYS = st.lists(st.one_of(st.sampled_from(LETTERS), st.sampled_from(NAMES)), max_size=40)


@cache
def shape(name: str) -> Codebook:
    return codebook(SHAPES[name]) if SHAPES[name] else hanoi()


def test_every_statement_of_the_worked_example_takes_at_most_six_keys():
    book = hanoi()
    actors, stances, levers = (book.by_id[name] for name in ("actor", "stance", "lever"))
    leaves = [code for code in levers.paths if levers.may_stop_at(levers.paths[code][-1])]
    for actor, stance, lever in itertools.product(actors.paths, stances.paths, leaves):
        keys = [*actors.key_path(actor), stances.key_path(stance), *levers.key_path(lever)]
        keyboard = Keyboard(book).type(" ".join(keys))
        assert keyboard.statements == [{"actor": actor, "stance": stance, "lever": lever}]
        assert len(keys) + 1 <= 6


@pytest.mark.parametrize("name", SHAPES)
@given(keys=KEYS, kind=st.sampled_from([Kind.BODY, Kind.BYLINE]), paragraph=st.sampled_from([0, 1]))
@settings(max_examples=150)
def test_any_keys_leave_a_state_from_which_coding_goes_on(name, keys, kind, paragraph):
    keyboard = Keyboard(shape(name), kind, paragraph)
    for key in keys:
        keyboard.press(key)
        if keyboard.outcome.ask is Ask.TEXT:
            keyboard.take(answer_typed(keyboard.situation, keyboard.cursor, "7"))
        check(keyboard.situation, keyboard.cursor)


def check(situation: Situation, cursor: Cursor) -> None:
    focus = focus_of(situation, cursor)
    for statement in situation.unit.statements:
        assert statement.answers, "no statement without an answer"
        for variable, answer in statement.answers.items():
            check_answer(situation.codebook, variable, answer)
    if focus is not None:
        assert all(s in situation.unit.statements for s in focus.statements)
        answers = focus.statements[-1].answers if focus.statements else {}
        asked = situation.asked(answers) if focus.on_statement else situation.unit_variables
        assert focus.variable in asked
        assert ring(situation, cursor)
        assert all(code in focus.variable.paths for code in cursor.path)


def check_answer(book: Codebook, variable_id: str, answer) -> None:
    from annotator.model.questionnaire import fault

    assert fault(book, variable_id, answer) == ""


def test_multi_select_adds_and_takes_out():
    keyboard = Keyboard(shape("many")).type("y")
    assert keyboard.open == "frames 0"
    keyboard.type("e")
    assert "at least 2" in keyboard.outcome.note
    keyboard.type("m")
    assert keyboard.answers["frames"] == "economy|morality"
    assert keyboard.open == "who 0"
    keyboard.type(", s")
    assert keyboard.answers["frames"] == "economy|morality|security"
    keyboard.type(", c")
    assert keyboard.outcome.note == "Frames takes at most 3."
    keyboard.type("Esc , e")
    assert keyboard.answers["frames"] == "morality|security"


def test_required_questions_on_the_paragraph_come_first_but_block_nothing():
    keyboard = Keyboard(shape("many"))
    assert keyboard.open == "relevance 0"
    keyboard.type("n")
    assert keyboard.open == "who 0"
    keyboard = Keyboard(shape("many")).type("Tab g h i")
    assert keyboard.statements == [{"who": "i"}]
    keyboard.type("x")
    keyboard.take(answer_typed(keyboard.situation, keyboard.cursor, "3"))
    keyboard.type("Enter")
    assert keyboard.open == "relevance 0"
    keyboard.type("n")
    assert keyboard.unit.done


def test_a_tree_of_three_levels_in_which_only_leaves_are_values():
    keyboard = Keyboard(shape("many")).type("n g h")
    assert keyboard.unit.statements == ()
    keyboard.type("j")
    assert keyboard.statements == [{"who": "j"}]


def test_a_codebook_without_statements():
    keyboard = Keyboard(shape("flat")).type("g")
    assert keyboard.open == ""
    keyboard.type("b")
    assert keyboard.outcome.note.startswith("All is answered here.")
    keyboard.type("Enter")
    assert keyboard.unit.done
    keyboard.type("Tab b")
    assert keyboard.answers["tone"] == "bad"


def test_as_many_statements_as_the_codebook_allows():
    book = replace(hanoi(), max_statements=1)
    keyboard = Keyboard(book).type("u 3 s r")
    assert keyboard.open == ""
    keyboard.type(", p w")
    assert keyboard.outcome.note == "The codebook allows 1 statements in a paragraph."


SHARED_STUDY = """\
codebook: test
version: '1'
title: Test
"""


@pytest.fixture(scope="module")
def studies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("studies")
    paths = {}
    for name, source in SHAPES.items():
        text = SHARED_STUDY + source if source else (CODEBOOKS / "hanoi.yaml").read_text("utf-8")
        paths[name] = folder / f"{name}.db"
        with Study.create(paths[name], text, name="test.yaml") as study:
            study.add_articles([make_article("first")])
    return paths


ACTIONS = st.lists(
    st.one_of(st.sampled_from(LETTERS), st.sampled_from([*NAMES, "undo", "redo", "step"])),
    min_size=5,
    max_size=30,
)
CODERS = itertools.count()


@pytest.mark.parametrize("name", SHAPES)
@given(keys=ACTIONS)
@settings(max_examples=25)
def test_undoing_everything_leads_back_to_the_beginning(studies, name, keys):
    with Study.open(studies[name], coder=f"coder {next(CODERS)}") as study:
        session = Session(study, Place("id-first", 3))
        for key in keys:
            act(session, key)
            compose(session.page, 80, 24)
            assert session.page.work == study.work("id-first")
            assert session.page.status.done == study.progress().done
        while study.undo():
            pass
        assert study.work("id-first").units == {}


def act(session: Session, key: str) -> None:
    match key:
        case "undo":
            session.undo()
        case "redo":
            session.redo()
        case "step":
            session.step(1)
        case _:
            outcome = session.press(key)
            if outcome.ask is Ask.TEXT:
                session.answer_typed("2019-03-01" if "date" in str(outcome.about) else "7")
            elif outcome.ask is Ask.MEMO:
                session.set_memo(session.target_of(outcome), "because")
                if outcome.go_on:
                    session.next_undone()
