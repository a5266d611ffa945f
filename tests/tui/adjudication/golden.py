"""Pictures of the adjudication screen. `python -m tests.tui.adjudication.golden` draws anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from annotator.model.article import Article, Kind
from annotator.model.decision import Reason
from annotator.tui.adjudication.case import Case
from annotator.tui.adjudication.composing import Composition
from annotator.tui.adjudication.page import AdjudicationPage, adjudication_lines
from annotator.tui.views.page import ArticleText
from tests.tui.adjudication.cases import book, statements_case, tone_case
from tests.tui.golden import FOLDER
from tests.tui.study import make_article

SIZES = {"narrow": (80, 24), "wide": (120, 40), "small": (40, 12)}
US_PRO = {"actor": "us", "stance": "pro", "lever": "talks"}
US_CON = {"actor": "us", "stance": "con", "lever": "talks|sanctions"}
DPRK = {"actor": "dprk", "stance": "pro", "lever": "sanctions"}
TEXTS = (
    (Kind.BODY, "Nobody had signed. The trucks waited at the bridge, and the paper had its title."),
    (Kind.BODY, "Beijing and Moscow both want sanctions eased and the war declared over. " * 4),
)


def moments() -> Iterator[tuple[str, Composition]]:
    """A case by its name, as it stands after some keys."""
    sets = {"ana": [US_PRO, DPRK], "ben": [DPRK, US_CON], "chris": [DPRK]}
    yield "open", Composition(statements_case(sets))
    begun = Composition(statements_case(sets, hidden=True)).take(0)
    assert isinstance(begun, Composition)
    yield "begun", replace(begun, reason=Reason.CODEBOOK_GAP, note="Both at once.", rule="Say it.")
    tone = Composition(tone_case({"ana": "bad", "ben": "good"})).take(1)
    assert isinstance(tone, Composition)
    yield "tone", tone


def page(composed: Composition) -> AdjudicationPage:
    """The screen of that moment."""
    return AdjudicationPage(
        "DISAGREEMENTS, round main, as lea", "2 of 31, 3 decided, cost 4.2%",
        {"statement": 20, "tone": 8}, composed, ArticleText(_article(composed.case)), book(),
        "Good by kim (slip)" if composed.case.dispute.variable == "tone" else "",
    )  # fmt: skip


def _article(case: Case) -> Article:
    article = make_article("harbour", TEXTS)
    return replace(article, id=case.dispute.article)


def pictures() -> Iterator[tuple[str, str]]:
    """The name of each picture, and the picture."""
    for moment, composed in moments():
        for name, size in SIZES.items():
            lines = adjudication_lines(page(composed), *size)
            drawn = ("".join(piece.text for piece in line).rstrip() for line in lines)
            yield f"adjudication-{moment}-{name}.txt", "\n".join(drawn) + "\n"


def main() -> None:
    """Write all pictures."""
    for name, picture in pictures():
        (FOLDER / name).write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
