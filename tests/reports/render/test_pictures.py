"""Pictures: to scale, told in words, and nothing by colour alone."""

import re

from annotator.reports.document import (
    Course,
    Document,
    HeatMap,
    Panel,
    Picture,
    Shares,
    Table,
    numbered,
)
from annotator.reports.render import html, latex, markdown
from annotator.reports.render.pictures import picture
from tests.reports.render.page import Page

MAP = HeatMap(("one", "two"), ((9, 1), (1, 4)))
COURSE = Course(("w1", "w2", "w3", "w4"), (0.0, 1.0, None, 0.5), (9, 9, 9, 9))
SHARES = Shares(("one", "two"), ("ana", "ben"), ((0.5, 0.25), (0.0, 0.5)))


def drawn(drawing: HeatMap | Course | Shares) -> Page:
    return Page(picture(drawing, 'seen "so" & <b>'))


def values(page: Page, tag: str, name: str) -> list[str]:
    return [value for of, attribute, value in page.attributes if (of, attribute) == (tag, name)]


def test_every_picture_says_what_is_to_be_seen() -> None:
    for drawing in (MAP, COURSE, SHARES):
        page = drawn(drawing)
        assert values(page, "svg", "role") == ["img"]
        assert values(page, "svg", "aria-label") == ['seen "so" & <b>']
        assert not page.open


def test_a_heat_map_writes_its_counts_and_tells_agreement_from_confusion() -> None:
    page = drawn(MAP)
    assert [part for part in page.text if part.isdecimal()][-4:] == ["9", "1", "1", "4"]
    kinds = [kind for kind in values(page, "rect", "class") if kind != "cell"]
    assert kinds == ["same", "differ", "differ", "same"]
    opacity = [float(one) for one in values(page, "rect", "fill-opacity")]
    assert opacity[0] == opacity[1] == 1
    assert opacity[3] < 1


def test_nothing_met_leaves_an_empty_map() -> None:
    page = drawn(HeatMap(("one",), ((0,),)))
    assert values(page, "rect", "class") == ["cell"]


def test_a_course_is_broken_where_a_figure_is_undefined() -> None:
    page = drawn(COURSE)
    heights = [float(one) for one in values(page, "circle", "cy")]
    assert heights[0] > heights[2] > heights[1]
    assert heights[2] == sum(heights[:2]) / 2
    assert values(page, "line", "class").count("course") == 1
    assert values(page, "line", "class").count("threshold") == 2
    assert (page.text[-2], page.text[-1]) == ("w1", "w4")


def test_a_course_below_zero_stays_on_the_picture() -> None:
    page = drawn(Course(("a", "b"), (-0.5, 1.0), (9, 9), ()))
    assert max(float(one) for one in values(page, "circle", "cy")) < 130
    assert "threshold" not in values(page, "line", "class")


def test_coders_have_marks_of_their_own() -> None:
    page = drawn(SHARES)
    assert page.tags.count("circle") == 3  # one for each code, one in the legend
    assert page.tags.count("polygon") == 3
    assert "50%" in page.text
    (first, second, legend) = [float(one) for one in values(page, "circle", "cx")]
    assert first - second == 150
    assert legend < second


def test_long_labels_are_cut() -> None:
    page = drawn(Shares(("a" * 40,), ("ana", "ben"), ((0.0, 0.0),)))
    assert "a" * 25 + "…" in page.text


def test_pictures_stand_in_html_alone_and_are_numbered_apart_from_tables() -> None:
    made = Picture("What met", (Panel("Tone", MAP, "alike"),), ("a note",))
    table = Table(0, "t", (), ())
    document = Document("d", tuple(numbered([table, made, table, made])))
    text = html.render(document)
    assert re.findall(r"<b>(Table|Figure) (\d)", text) == [
        ("Table", "1"), ("Figure", "1"), ("Table", "2"), ("Figure", "2"),
    ]  # fmt: skip
    assert 'aria-label="Tone: alike"' in text
    for other in (markdown.render(document), latex.render(document)):
        assert "What met" not in other
        assert "Table 2" in other


def test_pictures_are_light_on_paper_and_dark_where_the_reader_wants_it() -> None:
    style = html.render(Document("d", ())).partition("<style>")[2].partition("</style>")[0]
    assert "@media screen and (prefers-color-scheme: dark)" in style
    assert "print-color-adjust: exact" in style
    assert set(re.findall(r"var\((--\w+)\)", style)) == set(re.findall(r"(--\w+):", style))
