"""Elements as paragraphs, as a browser shows them."""

import pytest
from lxml import html

from annotator.readers.documents.html_text import flat, paragraphs


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<div><p>One\n  two</p><p>Three</p></div>", ["One two", "Three"]),
        ("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"]),
        ("<p>One<br>two</p>", ["One\ntwo"]),
        ("<p>One<br>&nbsp;<br>two<br><br>three</p>", ["One", "two", "three"]),
        ("<p>sea<b>side</b> <i>town</i></p>", ["seaside town"]),
        ("<div>One<script>no()</script><style>p{}</style> two</div>", ["One two"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<table><tr><td>One<td>Two</table>", ["One", "Two"]),
        ("<p>&nbsp;</p>", []),
        ("<p>5&nbsp;km</p>", ["5\xa0km"]),
    ],
)
def test_paragraphs(markup: str, expected: list[str]) -> None:
    assert paragraphs(html.fromstring(markup)) == expected


def test_parts_can_be_left_out_and_their_tails_stay() -> None:
    page = html.fromstring("<div>One <a>link</a> two</div>")
    assert paragraphs(page, page.findall("a")) == ["One two"]


def test_on_one_line() -> None:
    assert (
        flat(html.fromstring("<div>One<br>two<p>three\xa0four</p></div>")) == "One two three four"
    )
    assert flat(None) == ""
