"""The keyboard of the coding screen, key by key, with the codebook of the worked example."""

import subprocess
import sys

import pytest

from annotator.model.article import Kind
from annotator.tui.commands import ENTRY
from annotator.tui.entry import Ask, Cursor, answer_typed, choose, step_back
from annotator.tui.entry.keys import HANDLERS
from annotator.tui.entry.verbs import Assign, Finish
from tests.tui.keyboard import Keyboard, hanoi


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard(hanoi())


US_FOR_RELIEF = {"actor": "us", "stance": "support", "lever": "relief"}


def test_every_command_has_a_handler_and_every_handler_a_command():
    assert {command.name for command in ENTRY} == set(HANDLERS)


def test_needs_no_textual():
    program = "import sys, annotator.tui.entry; sys.exit('textual' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("keys", "statement"),
    [
        ("u 3 s r", US_FOR_RELIEF),
        ("c 1 t e", {"actor": "china", "stance": "oppose", "lever": "engagement"}),
        ("e a 2 n d", {"actor": "commentary.author", "stance": "mixed", "lever": "denuclearize"}),
        ("U 3 S R", US_FOR_RELIEF),
    ],
)
def test_a_statement_takes_at_most_six_keys_with_enter(keyboard, keys, statement):
    keyboard.type(f"{keys} Enter")
    assert keyboard.statements == [statement]
    assert keyboard.unit.done
    assert keyboard.outcome.go_on
    assert len(keys.split()) + 1 <= 6


def test_a_group_is_saved_at_once_and_the_next_key_refines_it(keyboard):
    keyboard.type("u")
    assert keyboard.statements == [{"actor": "us"}]
    keyboard.type("t")
    assert keyboard.statements == [{"actor": "us.president"}]
    assert keyboard.open == "stance 1"


def test_a_group_that_is_no_value_only_opens(keyboard):
    keyboard.type("c 3 s")
    assert "lever" not in keyboard.statements[0]
    assert keyboard.cursor.path == ("sanctions",)
    keyboard.type("Enter")
    assert keyboard.outcome.note == "Choose a code in Sanctions."
    keyboard.type("q")
    assert keyboard.outcome.note == "No code on q in Sanctions (Esc goes back)."
    keyboard.type("Esc p w")
    assert keyboard.statements[0]["lever"] == "end_of_war"


def test_enter_accepts_an_open_group(keyboard):
    keyboard.type("u Enter")
    assert keyboard.open == "stance 1"
    assert not keyboard.unit.done


def test_the_next_statement_opens_with_the_next_code(keyboard):
    keyboard.type("u 3 s r c")
    assert keyboard.statements == [US_FOR_RELIEF, {"actor": "china"}]


def test_and_another_codes_both_with_the_same_keys(keyboard):
    keyboard.type("c , r 3 s r")
    assert keyboard.statements == [
        {"actor": "china", "stance": "support", "lever": "relief"},
        {"actor": "russia", "stance": "support", "lever": "relief"},
    ]
    assert len(keyboard.history) == 4  # c; r; 3 for both; r for both


def test_and_another_after_a_group(keyboard):
    keyboard.type("u , n k 1 t s")
    assert [s["actor"] for s in keyboard.statements] == ["us", "dprk.leader"]
    assert {s["lever"] for s in keyboard.statements} == {"summit"}


def test_and_another_lever_for_all_of_the_entry(keyboard):
    keyboard.type("c , r 3 s r , p w")
    pairs = [(s["actor"], s["lever"]) for s in keyboard.statements]
    assert pairs == [
        ("china", "relief"),
        ("russia", "relief"),
        ("china", "end_of_war"),
        ("russia", "end_of_war"),
    ]


def test_the_open_entry_is_found_again_after_a_restart(keyboard):
    keyboard.type("c , r 3")
    keyboard.cursor = Cursor()
    keyboard.type("s r")
    assert {s["lever"] for s in keyboard.statements} == {"relief"}


def test_another_of_the_same_is_refused(keyboard):
    keyboard.type("c , c")
    assert keyboard.outcome.note == "There is such a statement already."
    assert len(keyboard.statements) == 1


def test_another_needs_a_first(keyboard):
    keyboard.type(",")
    assert keyboard.outcome.note == "A comma adds to an answer: give the first one before it."
    assert not keyboard.cursor.adding


def test_a_special_answer_is_no_second_one(keyboard):
    keyboard.type("c , -")
    assert "stands alone" in keyboard.outcome.note
    assert len(keyboard.statements) == 1


def test_a_dot_repeats_the_answer_above(keyboard):
    keyboard.type("u 3 s r . 1 p w")
    assert keyboard.statements[1] == {"actor": "us", "stance": "oppose", "lever": "end_of_war"}
    keyboard.type("c . .")
    assert keyboard.statements[2] == {"actor": "china", "stance": "oppose", "lever": "end_of_war"}


def test_a_dot_needs_a_statement_above(keyboard):
    keyboard.type(".")
    assert keyboard.outcome.note == "No statement above has an answer to Actor."


def test_special_answers(keyboard):
    keyboard.type("- * s r")
    assert keyboard.statements == [
        {"actor": "not_applicable", "stance": "cannot_tell", "lever": "relief"}
    ]


def test_enter_says_what_a_statement_lacks(keyboard):
    keyboard.type("u 3 s r c Enter Enter")
    assert "lacks" in keyboard.outcome.note
    assert "Statement 2" in keyboard.outcome.note
    assert not keyboard.unit.done
    assert keyboard.open == "stance 1"


def test_enter_without_a_statement_asks_why_and_the_reason_finishes(keyboard):
    keyboard.type("Enter")
    assert keyboard.outcome.note == "Why no statement? The answer finishes this one."
    assert keyboard.open == "no_statement_reason 0"
    keyboard.type("s")
    assert keyboard.answers == {"no_statement_reason": "scene"}
    assert keyboard.unit.done
    assert keyboard.outcome.go_on
    assert isinstance(keyboard.outcome.verbs[-1], Finish)


def test_backspace_leaves_the_question_that_enter_asked(keyboard):
    keyboard.type("Enter")
    assert step_back(keyboard.situation, keyboard.cursor) == Cursor()


def test_backspace_goes_up_in_a_tree_of_which_nothing_is_stored(keyboard):
    keyboard.type("c 3 s")
    back = step_back(keyboard.situation, keyboard.cursor)
    assert back is not None
    assert back.path == ()
    keyboard.type("Esc u")
    assert step_back(keyboard.situation, Cursor()) is None


def test_a_code_that_needs_a_memo_asks_for_it(keyboard):
    keyboard.type("o")
    assert keyboard.outcome.ask is Ask.MEMO
    assert keyboard.statements == [{"actor": "other"}]


def test_a_reason_that_needs_a_memo_finishes_and_asks_for_it(keyboard):
    keyboard.type("Enter o")
    assert keyboard.outcome.ask is Ask.MEMO
    assert keyboard.outcome.go_on


def test_tab_reaches_the_optional_answers_of_the_statement_just_made(keyboard):
    keyboard.type("u 3 s r Tab q")
    assert keyboard.statements == [US_FOR_RELIEF | {"attribution": "quoted"}]
    keyboard.type("Tab 3")
    assert keyboard.statements == [US_FOR_RELIEF | {"attribution": "quoted", "confidence": "high"}]
    keyboard.type("c")
    assert len(keyboard.statements) == 2


def test_shift_tab_reaches_the_questions_on_the_paragraph(keyboard):
    keyboard.type("Enter Esc Shift+Tab 1")
    assert keyboard.answers == {"outcome_eval": "negative"}
    assert keyboard.open == "actor 0"
    keyboard.type("c 3 s r Shift+Tab Shift+Tab c")
    assert keyboard.answers == {"outcome_eval": "negative", "unit_type": "caption"}


def test_why_there_is_no_statement_is_the_last_field(keyboard):
    keyboard.type("Shift+Tab Shift+Tab Shift+Tab")
    assert keyboard.open == "no_statement_reason 0"


def test_a_missing_memo_is_said_once_where_f4_writes_it(keyboard):
    keyboard.type("o 3 s r u 3 s r Enter")
    assert keyboard.outcome.note.startswith("Statement 1: memo missing (Other actor).")
    assert keyboard.open == "actor 1"
    assert not keyboard.unit.done
    keyboard.type("Enter")
    assert keyboard.unit.done


def test_enter_says_again_that_a_memo_is_missing_once_something_else_was_done(keyboard):
    keyboard.type("o 3 s r Enter Esc Enter")
    assert "memo missing" in keyboard.outcome.note
    assert not keyboard.unit.done


def test_tab_and_shift_tab_are_inverse(keyboard):
    keyboard.type("u 3")
    for _ in range(7):
        before = keyboard.cursor
        keyboard.type("Tab Shift+Tab")
        assert keyboard.cursor == before
        keyboard.type("Tab")


def test_conditional_question_is_asked_once_its_condition_holds(keyboard):
    keyboard.type("e a 3 t e Tab o Tab")
    assert keyboard.open == "addressee 1"
    keyboard.type("u Enter")
    keyboard.type("< Tab Tab Tab Tab , n Enter")
    assert keyboard.statements[0]["addressee"] == "us|dprk"


def test_a_statement_is_changed_where_it_stands(keyboard):
    keyboard.type("u 3 s r c 1 p w < <")
    assert keyboard.open == "actor 1"
    keyboard.type("j")
    assert [s["actor"] for s in keyboard.statements] == ["japan", "china"]
    assert keyboard.open == "actor 0"


def test_delete_removes_the_statement_at_the_cursor(keyboard):
    keyboard.type("u 3 s r Del")
    assert keyboard.outcome.note == "Move to a statement with < first."
    keyboard.type("< Del")
    assert keyboard.statements == []


def test_delete_removes_the_whole_open_entry(keyboard):
    keyboard.type("u 3 s r c , r Del")
    assert keyboard.statements == [US_FOR_RELIEF]


def test_flag(keyboard):
    keyboard.type("!")
    assert keyboard.unit.flagged
    keyboard.type("u !")
    assert keyboard.unit.statements[0].flagged
    keyboard.type("!")
    assert not keyboard.unit.statements[0].flagged


def test_arrows_and_enter_take_a_code(keyboard):
    keyboard.type("Down Enter")
    assert keyboard.statements == [{"actor": "us"}]
    keyboard.type("Down Down Enter")
    assert keyboard.statements == [{"actor": "us.state"}]
    keyboard.type("Down Enter Down Down Right Down Enter")
    assert keyboard.statements == [{"actor": "us.state", "stance": "oppose", "lever": "pressure"}]


def test_left_closes_a_group(keyboard):
    keyboard.type("u Left")
    assert keyboard.cursor.path == ()
    assert keyboard.cursor.highlight == "us"
    keyboard.type("j")
    assert keyboard.statements == [{"actor": "japan"}]


def test_a_block_that_is_not_coded_offers_its_kind(keyboard):
    keyboard = Keyboard(hanoi(), Kind.BYLINE)
    assert keyboard.open == "unit_type 0"
    keyboard.type("Enter")
    assert keyboard.unit.done
    keyboard = Keyboard(hanoi(), Kind.BYLINE).type("b")
    assert keyboard.answers == {"unit_type": "body"}
    assert keyboard.open == "actor 0"


def test_a_body_that_is_none(keyboard):
    keyboard.type("Shift+Tab Shift+Tab c Enter")
    assert keyboard.answers == {"unit_type": "caption"}
    assert keyboard.unit.done


def test_done_is_not_written_twice(keyboard):
    done = keyboard.type("Enter s").situation
    recorded = {variable.id: done.known[variable.id] for variable in done.unit_variables}
    for name, answer in recorded.items():
        keyboard.take(keyboard.outcome.__class__(Cursor(), (Assign(done.target(), name, answer),)))
    keyboard.type("Enter")
    assert keyboard.outcome.go_on
    assert keyboard.outcome.verbs == ()


def test_a_code_found_by_search_is_taken_also_in_another_field(keyboard):
    keyboard.type("u 3")
    keyboard.take(choose(keyboard.situation, keyboard.cursor, "lever", "relief"))
    assert keyboard.statements == [US_FOR_RELIEF]
    keyboard.take(choose(keyboard.situation, keyboard.cursor, "attribution", "quoted"))
    assert keyboard.statements == [US_FOR_RELIEF | {"attribution": "quoted"}]
    keyboard.take(choose(keyboard.situation, keyboard.cursor, "outcome_eval", "mixed"))
    assert keyboard.answers == {"outcome_eval": "mixed"}
    keyboard.take(choose(keyboard.situation, keyboard.cursor, "nothing", "x"))
    assert keyboard.outcome.note == "This question is not asked here."


def test_questions_on_the_article(keyboard):
    keyboard = Keyboard(hanoi(), paragraph=0)
    assert keyboard.open == "overall 0"
    keyboard.type("Enter")
    assert keyboard.outcome.note == "Overall appraisal of the outcome needs an answer."
    keyboard.type("4 Enter")
    assert keyboard.answers == {"overall": "p1"}
    assert keyboard.unit.done


def test_typed_answers_are_asked_in_a_window(keyboard):
    keyboard = Keyboard(hanoi(), paragraph=0).type("4 Tab Tab x")
    assert keyboard.outcome.ask is Ask.TEXT
    keyboard.take(answer_typed(keyboard.situation, keyboard.cursor, "2019-03-02"))
    assert keyboard.answers == {"overall": "p1", "pub_date": "2019-03-02"}
    keyboard.type("Tab Tab")
    keyboard.take(answer_typed(keyboard.situation, keyboard.cursor, ""))
    assert keyboard.answers == {"overall": "p1"}


def test_a_letter_of_another_alphabet_is_explained(keyboard):
    keyboard.type("ㅏ")
    assert keyboard.outcome.note == "No code on ㅏ. Is the keyboard switched to Latin letters?"
