"""Coding line by line, against a real study file."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.cli.plain import run_plain
from annotator.model.coding import Answer
from annotator.model.team import Purpose, Round
from annotator.study import Study
from tests.cli.plain.scripted import CODEBOOK, Coder, article, new_study


@pytest.fixture
def coder(tmp_path: Path) -> Coder:
    first = article("first", "One says so.", "Two says no.", advert="Buy this.")
    second = article("second", "Other words.")
    return Coder(new_study(tmp_path, first, second))


def test_a_paragraph_with_two_statements(coder: Coder) -> None:
    heard = coder.types("c", "s r", "us", "pressure", "")
    assert coder.statements("first") == [
        {"actor": "china", "lever": "relief"},
        {"actor": "us", "lever": "pressure"},
    ]
    assert coder.answers("first") == {"appraisal": "none"}
    assert coder.done() == [("id-first", 1)]
    assert "Paragraph 2 of 3, body" in heard


def test_every_answer_is_stored_at_once(coder: Coder) -> None:
    coder.types("c")
    assert coder.statements("first") == [{"actor": "china"}]
    assert coder.done() == []


def test_a_restart_asks_the_same_question(coder: Coder) -> None:
    coder.types("c")
    coder.prompts.clear()
    heard = coder.types()
    assert coder.prompts == ["Statement 1, Lever: "]
    assert "Statement 1: Actor: China" in heard


def test_what_two_statements_of_one_line_share_survives_a_restart(coder: Coder) -> None:
    coder.types("c, us")
    coder.types("sr")
    assert coder.statements("first") == [
        {"actor": "china", "lever": "relief"},
        {"actor": "us", "lever": "relief"},
    ]
    assert "Statements 1 and 2, Lever: " in coder.prompts


def test_an_answer_after_a_comma_makes_a_statement_like_the_last(coder: Coder) -> None:
    coder.types("c", "sr", ", sp", "")
    assert coder.statements("first") == [
        {"actor": "china", "lever": "relief"},
        {"actor": "china", "lever": "pressure"},
    ]


def test_two_levers_for_two_actors_make_four_statements(coder: Coder) -> None:
    coder.types("c, us", "sr, sp")
    pairs = {(s["actor"], s["lever"]) for s in coder.statements("first")}
    assert pairs == {(a, lever) for a in ("china", "us") for lever in ("relief", "pressure")}


def test_repeat_not_applicable_and_cannot_tell(coder: Coder) -> None:
    coder.types(".", "c", "*", ".", "-")
    assert coder.statements("first") == [
        {"actor": "china", "lever": "cannot_tell"},
        {"actor": "china", "lever": "not_applicable"},
    ]
    assert "No statement above answers this." in coder.heard


def test_no_statement_asks_for_the_reason_and_its_memo(coder: Coder) -> None:
    coder.types("", "other", "a list of names")
    assert coder.answers("first") == {"appraisal": "none", "why_none": "other"}
    with Study.open(coder.path, coder="ana") as study:
        assert study.work("id-first").unit(1).memo == "a list of names"
    assert coder.done() == [("id-first", 1)]


def test_a_needed_answer_cannot_be_passed_over(coder: Coder) -> None:
    heard = coder.types("c", "")
    assert "Lever needs an answer." in heard
    assert coder.done() == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ch", "Which one: c China; h Chile?"),
        ("zebra", "No code is called so."),
        ("old", "Old state is no longer used. Use us instead."),
    ],
)
def test_what_is_no_code_is_explained(coder: Coder, line: str, said: str) -> None:
    assert said in coder.types(line)
    assert coder.statements("first") == []


def test_a_group_names_what_is_below_it(coder: Coder) -> None:
    assert "Sanctions is a group. Type one of: sr Relief; sp Pressure." in coder.types("c", "s")


def test_undo_and_redo(coder: Coder) -> None:
    coder.types("c", "sr", ":undo", ":u")
    assert coder.statements("first") == []
    coder.types(":redo", ":undo", ":undo")
    assert "There is nothing to take back." in coder.heard
    coder.types(":redo", ":redo", ":redo")
    assert coder.statements("first") == [{"actor": "china", "lever": "relief"}]


def test_undo_goes_back_to_a_finished_paragraph(coder: Coder) -> None:
    heard = coder.types("c", "sr", "", ":undo")
    assert coder.done() == []
    assert heard.count("Paragraph 1 of 3") == 2


def test_the_article_as_a_whole_comes_last(coder: Coder) -> None:
    heard = coder.types(*["", "scene"] * 2, "good", "")
    assert "The article as a whole." in heard
    assert coder.answers("first", 0) == {"tone": "good"}
    assert ("id-first", 0) in coder.done()
    assert "Article 2 of 2: second. Title of second" in heard


def test_set_changes_any_answer(coder: Coder) -> None:
    coder.types("c", "sr", ":set actor us", ":set appraisal gain", ":set topics peace, arms")
    assert coder.statements("first") == [{"actor": "us", "lever": "relief", "topics": "peace|arms"}]
    assert coder.answers("first") == {"appraisal": "gain"}
    coder.types(":set 1 lever sp", ":set topics peace", ",trade", ",arms", ":set 2 actor us")
    assert coder.statements("first")[0]["lever"] == "pressure"
    assert coder.statements("first")[0]["topics"] == "peace|trade"
    assert "Topics takes at most 2 codes." in coder.heard
    assert "There is no statement 2." in coder.heard


def test_set_says_what_is_not_asked_here(coder: Coder) -> None:
    coder.types(":set zebra x", ":set tone good", ":set appraisal gain, none", ":set actor c")
    assert "No variable is called zebra. Here: appraisal, why_none, actor" in coder.heard
    assert "Tone of the article is not asked here." in coder.heard
    assert "Appraisal takes one code only." in coder.heard
    assert "There is no statement yet." in coder.heard


def test_a_typed_answer(coder: Coder) -> None:
    coder.types(":go 1 0", ":set read_on 1.3.2019", ":set read_on 1 March 2019")
    assert coder.answers("first", 0) == {"read_on": "2019-03-01"}
    assert "Day or month first?" in coder.heard


def test_memo_flag_delete_reopen(coder: Coder) -> None:
    coder.types("c", "sr", ":memo look again", ":memo", ":flag", ":flag 1", ":delete 1", ":list")
    with Study.open(coder.path, coder="ana") as study:
        unit = study.work("id-first").unit(1)
        assert (unit.memo, unit.flagged, unit.statements) == ("look again", True, ())
        study.undo()
        assert study.work("id-first").unit(1).statements[0].flagged
    coder.types("", ":back", ":reopen", ":flag 9", ":delete")
    assert coder.done() == []


def test_going_about(coder: Coder) -> None:
    heard = coder.types(":next", ":back", ":back", ":go second", ":go 1:2", ":go 7", ":go", ":skip")
    assert heard.count("Paragraph 2 of 3") == 2
    assert heard.count("Paragraph 1 of 3") == 3
    assert "There is no unit before." in heard
    assert heard.count("There is no such place.") == 2
    assert "Article 2 of 2: second." in heard
    assert coder.done() == []


def test_over_the_end_of_an_article(coder: Coder) -> None:
    heard = coder.types(":go 1 0", ":next", ":back", ":go 2 0", ":next")
    assert heard.count("Article 2 of 2") == 2
    assert heard.count("The article as a whole.") == 3
    assert "There is no unit further on." in heard


def test_explanations(coder: Coder) -> None:
    heard = coder.types("?", "? c", "? washington", "c", "? sr", ":help", ":nonsense", ":")
    assert "Who holds the position, not who reports it." in heard
    assert "China (china), key c." in heard
    assert "u: United States\n1 codes found." in heard
    assert "Sanctions > Relief (relief), key sr." in heard
    assert ":undo takes back the last action" in heard
    assert "There is no command :nonsense." in heard


def test_codes_are_read_out_once(coder: Coder) -> None:
    heard = coder.types("c", "sr", "us", "sp")
    assert heard.count("Whose position is shown?") == 1
    assert "sp: Pressure" in heard
    assert "Old state" not in heard


def test_of_a_large_tree_only_the_first_level_is_read(tmp_path: Path) -> None:
    below = ", ".join(f"l{n}: Lever {n}" for n in range(20))
    codebook = CODEBOOK.replace("codes: {relief: {label: Relief, key: r}", f"codes: {{{below}")
    coder = Coder(new_study(tmp_path, article("first", "One."), codebook=codebook))
    heard = coder.types("c", "? s", "lever 7")
    first, rest = heard.split("codes in all: ? KEY reads a group", 1)
    assert "Lever 7" not in first
    assert "Lever 19" in rest
    assert coder.statements("first") == [{"actor": "china", "lever": "l7"}]


def test_answers_are_read_in_the_order_of_the_codebook(coder: Coder) -> None:
    coder.types("c", "sr", ":set lever sp", ":set actor us")
    assert "Statement 1: Actor: United States; Lever: Pressure" in coder.types()


def test_when_all_is_done(coder: Coder) -> None:
    first, second = [*["", "scene"] * 2, "good", "x", ""], ["", "scene", "good", ""]
    heard = coder.types(*first, *second, "x", "", ":set a b", ":quit")
    assert heard.count("Nothing is left to do.") == 1
    assert "Nothing is asked here." in heard
    assert "There is no paragraph here." in heard
    assert len(coder.done()) == 5


def test_an_empty_study(tmp_path: Path) -> None:
    heard = Coder(new_study(tmp_path)).types(":go 1", ":undo", "x")
    assert "Nothing is left to do." in heard


def test_coders_work_blind(coder: Coder) -> None:
    coder.types("c", "sr", "")
    other = Coder(coder.path, "ben")
    heard = other.types("us")
    assert "China" not in heard.split("Whose position")[0]
    assert "3 codings of it by other coders are hidden." in heard
    assert other.statements("first") == [{"actor": "us"}]


def test_a_broken_byte_stores_nothing(coder: Coder) -> None:
    heard = coder.types("c\udcff", "c")
    assert "not valid text" in heard
    assert coder.statements("first") == [{"actor": "china"}]


def test_the_codebook_bounds_the_statements(tmp_path: Path) -> None:
    codebook = CODEBOOK.replace('version: "1"', 'version: "1"\nstatements: {max: 2}')
    coder = Coder(new_study(tmp_path, article("first", "One."), codebook=codebook))
    coder.types("c, h, us", "c, h", "sr", "")
    assert len(coder.statements("first")) == 2
    assert "The codebook allows 2 statements in a paragraph." in coder.heard
    assert coder.done() == [("id-first", 1)]


def test_a_study_that_cannot_be_written_stores_nothing_and_says_so(coder: Coder) -> None:
    lines = iter(["c"])
    heard: list[str] = []

    def read_line(prompt: str) -> str:
        for line in lines:
            return line
        raise EOFError

    with Study.open(coder.path, coder="ana", read_only=True) as study:
        run_plain(study, read_line=read_line, write=heard.append)
    assert any(line.startswith("Not stored: ") for line in heard)


LABEL = "[sic] [/ [@click=app.quit]x[/] \u202egnol\u200b " + "x" * 10_000
HOSTILE = "\x1b]0;evil\x07 \x9b31m \x00 " + LABEL


def test_nothing_foreign_drives_the_terminal(tmp_path: Path) -> None:
    codebook = CODEBOOK.replace("label: Actor", f'label: "{LABEL}"')
    codebook = codebook.replace("label: China", f'label: "{LABEL}"')
    coder = Coder(new_study(tmp_path, article(f"a{HOSTILE}", HOSTILE), codebook=codebook))
    heard = coder.types("c", "sr", f":memo {HOSTILE}", ":memo", ":list", "?", "? c", "?x", ":a")
    assert heard.count("\u241b]0;evil\u2407 \ufffd31m \u2400 [sic] [/ [@click=app.quit]x[/]") > 5
    assert all(character.isprintable() or character == "\n" for character in heard)


def test_in_training_the_right_answers_are_read_once_the_unit_is_finished(tmp_path: Path) -> None:
    path = new_study(tmp_path, article("first", "One says so.", "Two says no."))
    with Study.open(path, coder="gold", round="t1") as study:
        study.describe_round(Round("t1", Purpose.TRAINING, counts=False, gold="gold"))
        study.add_statement("id-first", 1, {"actor": Answer.of("us")})
        study.finish("id-first", 1)
    said: list[str] = []
    lines = iter(["c", "s r", ""])

    def read_line(_: str) -> str:
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    with Study.open(path, coder="ana", round="t1") as study:
        run_plain(study, read_line=read_line, write=said.append)
    told = said.index("You lack a statement: United States.")
    assert "answers as the gold coder has them." in said[told - 1]
    assert any(line.startswith("Paragraph 2 of 2") for line in said[told:])


def test_ctrl_c_leaves_as_quit_does(coder: Coder) -> None:
    heard: list[str] = []

    def interrupt(_: str) -> str:
        raise KeyboardInterrupt

    coder.types("c")
    with Study.open(coder.path, coder=coder.name) as study:
        run_plain(study, read_line=interrupt, write=heard.append)
    assert heard[-1] == "Everything is stored. The next start goes on here."
    assert coder.statements("first") == [{"actor": "china"}]
