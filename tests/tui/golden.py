"""Pictures of the coding screen as text. `python -m tests.tui.golden` draws them anew."""

from collections.abc import Iterator
from pathlib import Path

from annotator.model.article import Kind
from annotator.model.coding import ArticleWork, UnitWork
from annotator.tui.entry import Situation
from annotator.tui.views.layout import compose
from annotator.tui.views.page import ArticleText, Page, Status
from tests.tui.keyboard import Keyboard, hanoi
from tests.tui.study import make_article

FOLDER = Path(__file__).parent / "golden"
SIZES = {"narrow": (80, 24), "wide": (120, 40), "small": (40, 12)}
MOMENTS = {
    "open": "",
    "statement": "c , r 3 s r u 1 s",
    "reason": "Enter",
}
TEXTS = (
    (Kind.HEADLINE, "The harbour after the talks"),
    (Kind.BODY, "Nobody had signed. The trucks waited at the bridge, and the paper had its title."),
    (
        Kind.BODY,
        (
            "Beijing and Moscow both want sanctions eased and the war declared over. Washington, "
            "for its part, calls on everyone to hold the line on enforcement."
        ),
    ),
    (Kind.BODY, "The next round has no date."),
)


def pictures() -> Iterator[tuple[str, str]]:
    """The name of each picture, and the picture."""
    for moment, keys in MOMENTS.items():
        for name, (width, height) in SIZES.items():
            lines = compose(_page(keys), width, height)
            drawn = ("".join(span.text for span in line).rstrip() for line in lines)
            yield f"{moment}-{name}.txt", "\n".join(drawn) + "\n"


def _page(keys: str) -> Page:
    article = make_article("harbour", TEXTS)
    keyboard = Keyboard(hanoi())
    keyboard.situation = Situation(hanoi(), article, 3)
    keyboard.type(keys)
    units = {1: UnitWork(done=True), 2: UnitWork(done=True, flagged=True), 3: keyboard.unit}
    status = Status("ana", "main", 2, 5, hidden=12, saved="saved 14:02:11")
    return Page(
        keyboard.situation,
        ArticleText(article),
        ArticleWork(article.id, units),
        keyboard.cursor,
        status,
        note=keyboard.outcome.note,
    )


def main() -> None:
    """Write all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for name, picture in pictures():
        (FOLDER / name).write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
