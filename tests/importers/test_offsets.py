"""Places as others count them, and HTML as text: every slice is the passage that was meant."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.importers.html_text import HtmlText
from annotator.importers.offsets import Offsets, Unit, same_words, unit_that_fits

TEXTS = st.text(st.sampled_from("ab é北😊\n\r\u0301"), min_size=1, max_size=30)


def plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(TEXTS, st.integers(0, 30), st.integers(1, 30), st.sampled_from(Unit))
def test_a_passage_is_found_in_every_unit(text: str, start: int, size: int, unit: Unit) -> None:
    start %= len(text)
    passage = text[start : start + size]
    before, through = text[:start], text[:start] + passage
    widths = {
        Unit.POINTS: len,
        Unit.UTF16: lambda part: len(part.encode("utf-16-le")) // 2,
        Unit.UTF8: lambda part: len(part.encode()),
    }
    offsets = Offsets(text)
    assert offsets.text == plain(text)
    span = offsets.span(widths[unit](before), widths[unit](through), unit)
    inside_line_end = before.endswith("\r") and passage.startswith("\n")
    cut_line_end = through.endswith("\r") and text[len(through) :].startswith("\n")
    if not inside_line_end and not cut_line_end:
        assert span is not None
        assert offsets.slice(span) == plain(passage)


def test_a_mark_at_the_start_is_counted_and_not_kept() -> None:
    offsets = Offsets("\ufeffabc")
    span = offsets.span(1, 3, Unit.POINTS)
    assert span is not None
    assert (offsets.text, offsets.slice(span)) == ("abc", "ab")


def test_places_that_are_none() -> None:
    offsets = Offsets("a😊b")
    assert offsets.span(0, 4, Unit.POINTS) is None
    assert offsets.span(2, 2, Unit.POINTS) is None
    assert offsets.span(-1, 2, Unit.POINTS) is None
    assert offsets.span(0, 2, Unit.UTF8) is None  # within a character


def test_the_unit_is_the_one_that_most_quotes_fit() -> None:
    offsets = Offsets("😊 one two")
    units = (Unit.POINTS, Unit.UTF16)
    assert unit_that_fits([(offsets, 3, 6, "one"), (offsets, 7, 10, "two")], units) is Unit.UTF16
    assert unit_that_fits([(offsets, 2, 5, "one")], units) is Unit.POINTS
    assert unit_that_fits([], units) is Unit.POINTS


def test_white_space_in_quotes_does_not_matter() -> None:
    assert same_words("one\n two", "one two")
    assert not same_words("onetwo", "one two")


WORDS = st.lists(
    st.text(st.sampled_from("aé😊 &<"), min_size=1, max_size=6), min_size=1, max_size=5
)


@given(WORDS, st.sampled_from(["", "\n"]))
def test_places_in_html_count_without_markup(words: list[str], between: str) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;")

    html = HtmlText(between.join(f"<p>{escaped(word)}</p>" for word in words))
    at = 0
    for word in words:
        size = len(word.encode())
        span = html.span(at, at + size, Unit.UTF8)
        assert span is not None
        assert html.slice(span) == word
        at += size + len(between)


def test_scripts_are_no_text() -> None:
    assert HtmlText("<p>a</p><script>alert(1)</script><style>b</style><p>c").text.split() == [
        "a", "c",
    ]  # fmt: skip
