"""What the coding screen shows, line by line."""

import re
import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from annotator.model.article import Article, Kind, Paragraph
from annotator.model.coding import UNTOUCHED, Answer, ArticleWork, Statement, UnitWork
from annotator.tui.entry import Cursor, Situation
from annotator.tui.views.layout import compose, text_size
from annotator.tui.views.line import Hit, Line, hit_at
from annotator.tui.views.page import ArticleText, Page, Status
from annotator.tui.views.text import following_scroll
from annotator.tui.views.wrap import Wrapped
from tests.tui.golden import FOLDER, pictures
from tests.tui.keyboard import Keyboard, codebook, hanoi
from tests.tui.study import HOSTILE, TEXTS, long_paragraph, make_article

ARTICLE = make_article("first")
SIZES = [(80, 24), (120, 40), (160, 48), (100, 24), (40, 12), (30, 8), (10, 4), (3, 2), (1, 1)]


def make_page(
    keys: str = "", paragraph: int = 3, article: Article = ARTICLE, others: int = 0
) -> Page:
    keyboard = Keyboard(hanoi())
    keyboard.situation = Situation(hanoi(), article, paragraph)
    keyboard.type(keys)
    work = ArticleWork(article.id, {paragraph: keyboard.unit, 1: UnitWork(done=True)})
    status = Status("ana", "main", 1, 14, hidden=others, saved="saved 14:02:11")
    return Page(
        keyboard.situation, ArticleText(article), work, keyboard.cursor, status,
        note=keyboard.outcome.note,
    )  # fmt: skip


def text(lines: list[Line]) -> str:
    return "\n".join("".join(span.text for span in line).rstrip() for line in lines)


def screen(keys: str = "", *, width: int = 80, height: int = 24, **options: object) -> str:
    return text(compose(make_page(keys, **options), width, height))


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("keys", ["", "u", "c , r 3 s r u 3 s", "Enter"])
def test_fills_the_terminal_exactly(width, height, keys):
    for paragraph in range(7):
        lines = compose(make_page(keys if paragraph else "", paragraph), width, height)
        assert len(lines) == height
        assert {sum(cell_len(span.text) for span in line) for line in lines} == {width}


def test_paragraph_in_focus_is_marked_among_its_neighbours():
    shown = screen()
    assert ">   3   Beijing and Moscow both want sanctions eased." in shown
    assert "    1*  By Our Own Staff" in shown
    assert "    4   Mr. Kim [sic] said [/ and [@click=app.quit]leave[/]" in shown


def test_statements_and_the_open_question_are_in_view():
    shown = screen("c , r 3 s r u 3 s")
    assert "  1   China          3 Supports  Sanctions > Sanctions relief" in shown
    assert "> 3   United States  3 Supports  Policy lever?" in shown
    assert "Policy lever: Which means of policy is the position about?" in shown
    assert "r Sanctions relief" in shown
    assert "3 of 5" in shown


def test_what_is_proposed_stands_in_brackets_until_it_is_confirmed():
    assert "Kind of text: (Body paragraph)" in screen()
    assert "Kind of text: Headline" in screen("Shift+Tab Shift+Tab h")


def test_definition_of_the_code_at_the_cursor():
    assert "u United States: The US government or its members" in screen("Down")
    assert "Use for" not in screen("c 3 s Down")
    assert "For: lifting; easing; waivers" in screen("c 3 s Down")
    assert "Not for: keeping or enforcing (pressure)" in screen("c 3 s Down")
    assert "For: lifting; easing; waivers" in screen("c 3 s r")  # the code chosen last


def test_the_same_in_two_columns():
    shown = screen("c 3 s", width=120, height=40)
    assert "Statements (1 open)" in shown or "Statements (0 complete, 1 open)" in shown
    assert "│> s Sanctions >" in shown
    assert "│     r Sanctions relief" in shown
    assert "flag -   memo -" in shown


def test_questions_on_the_article():
    shown = screen("", paragraph=0)
    assert "the article as a whole" in shown
    assert "Overall appraisal of the outcome" in shown
    assert "Beijing and Moscow" in shown


def test_other_coders_are_a_number():
    assert "12 codings by other coders hidden" in screen("", width=120, height=40, others=12)
    assert "12 codings hidden" in screen("", others=12)


def test_open_answers_are_called_by_their_questions():
    assert "> 1   Actor?  Stance of t…?  Policy lever?" in screen()
    spans = {
        span.text.strip(): span.style for line in compose(make_page(), 80, 24) for span in line
    }
    assert (spans["Actor?"], spans["Policy lever?"]) == ("blank", "label")


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
def test_a_memo_that_is_missing_is_called_that(width, height):
    assert re.search("> 1 \\? Other actor +3 Supports", screen("o 3", width=width, height=height))
    assert "memo missing" in screen("o 3", width=width, height=height)
    assert "memo missing: F4" in screen("Enter o", width=width, height=height)
    assert "> 1 ? " in screen("o 3", width=40, height=12)
    assert "memo?" in screen("o 3", width=40, height=12)


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
def test_the_way_to_the_answers_on_the_paragraph_is_shown(width, height):
    assert "Shift+Tab" in screen(width=width, height=height)
    assert "Shift+Tab" not in screen("Shift+Tab", width=width, height=height)


@pytest.mark.parametrize("agreement", [False, True])
def test_the_foot_shows_the_main_keys_in_any_size(agreement):
    page = make_page()
    page = replace(page, status=replace(page.status, agreement=agreement))
    foot = text(compose(page, 80, 24)).splitlines()[-1]
    shown = ["Enter", "Bksp", "F1 help", " . ", " , ", "Tab", " / "]
    shown.append("F5 agree" if agreement else "Ctrl+Q quit")
    assert all(key in foot for key in shown)
    assert "F1 help" in text(compose(page, 40, 12)).splitlines()[-1]
    assert ("F5 agree" in text(compose(page, 120, 40))) is agreement
    assert "Ctrl+Q quit" in text(compose(page, 120, 40))


def test_saved_and_not_saved():
    assert "saved 14:02:11" in screen()
    page = make_page()
    failed = replace(page, status=replace(page.status, saved="NOT SAVED", failed=True))
    line = compose(failed, 80, 24)[1]
    assert any(span.text == " NOT SAVED " and span.style == "failed" for span in line)


def test_a_note_takes_the_place_of_the_keys():
    assert "Bksp undo" in screen()
    assert "No code on q in Actor." in screen("q").splitlines()[-1]


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
def test_a_long_paragraph_scrolls_to_its_end_and_back(width, height):
    page = make_page(paragraph=6)
    seen = ""
    for _ in range(200):
        seen += text(compose(page, width, height))
        following = following_scroll(page, *text_size(page, width, height))
        if following is None:
            break
        page = replace(page, scroll=following)
    assert all(f"word{number}" in seen for number in (1, 777, 2500, 4999, 5000))
    assert following is None
    assert "End of the text" in seen


def test_one_line_of_five_million_characters_opens_at_once():
    article = make_article("huge", ((Kind.BODY, "lorem ipsum " * 420_000), *TEXTS[2:3]))
    page = make_page(article=article, paragraph=1)
    assert "lorem ipsum" in text(compose(page, 80, 24))
    # The work hangs on what is seen, not on the length of the paragraph.
    assert page.text.lines(1, 72).known[0] <= 1000
    after = make_page(article=article, paragraph=2)
    assert "lorem ipsum" in text(compose(after, 80, 24))
    assert after.text.lines(2, 72).known[0] < 100


def test_hostile_text_is_shown_as_it_is_made_harmless():
    shown = screen("", paragraph=4)
    assert "[sic] said [/ and [@click=app.quit]leave[/]" in shown
    assert "␛]52;c;ZXZpbA==␛" in shown
    assert harmless(shown)


def harmless(shown: str) -> bool:
    bad = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    return not any(unicodedata.category(c) in bad for c in shown.replace("\n", ""))


@pytest.mark.parametrize("plane", range(17))
def test_no_character_gets_out_that_a_terminal_obeys(plane):
    """Every code point, in the text, a title, a name, a memo, an answer and a note."""
    low, high = max(1, plane * 0x10000), min((plane + 1) * 0x10000, sys.maxunicode + 1)
    chunk = 0x2000
    for start in range(low, high, chunk):
        characters = "".join(map(chr, range(start, min(start + chunk, high))))
        assert harmless(_everywhere(characters))


def _everywhere(characters: str) -> str:
    name = characters[:40]
    article = Article("x", name, characters, (Paragraph(1, 0, len(characters)),), title=name)
    answers = {"actor": Answer.of(name), "stance": Answer.of("support")}
    unit = UnitWork({"outcome_eval": Answer.of(name)}, (Statement("s", answers),), memo=name)
    page = Page(
        Situation(hanoi(), article, 1, unit), ArticleText(article), ArticleWork("x", {1: unit}),
        status=Status(name, name, saved=name), note=name,
    )  # fmt: skip
    scrolled = [replace(page, scroll=line, note="") for line in range(0, 8 * 0x2000 // 72, 18)]
    shown = [compose(page, 120, 40)] + [compose(p, 80, 24) for p in scrolled[::16]]
    wrapped = article.text and Wrapped(article.text, 0, len(article.text), 72)
    lines = [wrapped.line(i) or "" for i in range(wrapped.count(10_000))] if wrapped else []
    return "\n".join([*map(text, shown), *lines])


@given(st.text(max_size=400), st.integers(2, 60))
@settings(max_examples=300)
def test_wrapping_loses_nothing_but_spaces_at_line_ends(source, width):
    wrapped = Wrapped(source, 0, len(source), width)
    lines = [wrapped.line(index) or "" for index in range(wrapped.count(10_000))]
    assert all(cell_len(line) <= width for line in lines)
    from annotator.terminal import visible_block

    kept = "".join(lines).replace(" ", "")
    assert kept == visible_block(source).replace("\n", "").replace(" ", "")


def test_wide_characters_break_where_they_fit():
    wrapped = Wrapped("北" * 30, 0, 30, 21)
    assert wrapped.line(0) == "北" * 10


def test_a_click_finds_what_stands_there():
    lines = compose(make_page("u 3 s"), 80, 24)
    at = {hit for line in lines for column in range(80) if (hit := hit_at(line, column))}
    assert Hit("paragraph", "4") in at
    assert Hit("code", "relief") in at
    assert Hit("field", "outcome_eval") in at
    assert Hit("command", "find_code") in at
    assert any(hit.kind == "statement" for hit in at)


def test_deprecated_codes_are_not_offered_but_shown_as_values():
    book = codebook(
        "paragraph:\n  tone:\n    codes:\n      old: {label: Old one, deprecated: true}\n"
        "      new: {label: New one}\n"
    )
    situation = Situation(book, ARTICLE, 3, UnitWork({"tone": Answer.of("old")}))
    page = Page(situation, ArticleText(ARTICLE), ArticleWork("x", {}), Cursor())
    shown = text(compose(page, 80, 24))
    assert "Old one (deprecated)" in shown
    page = replace(page, situation=replace(situation, unit=UNTOUCHED))
    shown = text(compose(page, 80, 24))
    assert "n New one" in shown
    assert "Old one" not in shown


def test_hostile_constants_are_hostile():
    assert not harmless(HOSTILE)
    assert len(long_paragraph().split()) == 5000


@pytest.mark.parametrize(("name", "picture"), [*pictures()], ids=lambda value: value[:20])
def test_the_screen_looks_as_it_was_approved(name, picture):
    assert picture == (FOLDER / name).read_text("utf-8"), "python -m tests.tui.golden draws anew"
