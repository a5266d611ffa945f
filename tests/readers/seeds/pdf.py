"""PDFs to begin fuzzing from."""

from tests.readers.made import pdf

_PAGE = [
    (40.0, 580.0, "The Daily Example"),
    (40.0, 520.0, "A bridge in the valley"),
    (40.0, 490.0, "The first line of this paragraph is as long as a line can be and"),
    (40.0, 478.0, "goes on to the second, where it stops."),
    (40.0, 454.0, "Another paragraph begins here."),
    (200.0, 20.0, "Page 1"),
]

SEEDS: dict[str, bytes] = {
    "two_pages.pdf": pdf([_PAGE, _PAGE], info="/Title (A bridge) /Author (Jane Doe)"),
    "no_text.pdf": pdf([[]]),
}
