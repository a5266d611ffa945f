"""The lines at the edges: whose coding it is, where one is, what is stored, which keys work."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.tui.commands import COMMANDS, Command, footer_commands, shown_key
from annotator.tui.views.line import Hit, Line, Span, both_ends, crop, fit, span, width_of
from annotator.tui.views.page import Page

_SHORT_KEYS = {"Backspace": "Bksp"}


def first_line(page: Page, width: int) -> Line:
    """Codebook, coder, round; how much is done.

    What there is no room for goes, what matters least first. The coder's name stays: a computer
    may be shared.
    """
    status = page.status
    percent = 100 * status.done // status.total if status.total else 0
    done = f" {status.done:,} of {status.total:,} done  {percent} % "
    with_pace = f"{done} {status.pace} " if status.pace else done
    *lefts, coder_alone = _whose(page, width)
    choices = [(left, right) for right in (with_pace, done) for left in lefts]
    for left, right in (*choices, (coder_alone, done)):
        if width_of(left) + len(right) <= width:
            return both_ends(left, (Span(right, "bar"),), width, "bar")
    left = (span(crop(f" {status.coder}", max(8, width - len(done))), "bar"),)
    return both_ends(left, (Span(done, "bar"),), width, "bar")


def _whose(page: Page, width: int) -> Iterator[Line]:
    """Who codes what, and how many codings are hidden: from everything to the coder alone."""
    codebook, status = page.situation.codebook, page.status
    names = f" {status.coder} | {status.round}"
    hidden, in_short = _hidden(status.hidden, short=width < 100), _hidden_in_short(status.hidden)
    for words, count in (
        (f" {codebook.id} {codebook.version} |{names}", hidden),
        (names, hidden),
        (names, in_short),
        (f" {status.coder}", in_short),
    ):
        yield (span(words, "bar"), Span(count, "bar_dim"))


def _hidden_in_short(count: int) -> str:
    return f" | {count:,} hidden" if count else ""


def _hidden(count: int, *, short: bool) -> str:
    if not count:
        return ""
    codings = "coding" if count == 1 else "codings"
    if short:
        return f" | {count:,} {codings} hidden"
    return f" | {count:,} {codings} by other coders hidden"


def second_line(page: Page, width: int) -> Line:
    """The place in the article, and whether the last action is stored."""
    article = page.article
    kind = f" [{_kind(page)}]" if page.paragraph else ""
    where = (
        f"par {page.paragraph} of {len(article.paragraphs)}"
        if page.paragraph
        else "the article as a whole"
    )
    saved = span(f" {page.status.saved} ", "failed" if page.status.failed else "bar")
    name = crop(article.name, max(8, width // 3))
    left = f" {name}  {where}{kind}  "
    title = article.title if article.title != article.name else ""
    return both_ends((span(left, "bar"), span(title, "bar_dim")), (saved,), width, "bar")


def _kind(page: Page) -> str:
    """The kind of the paragraph: as the coder said, else as proposed."""
    variable = page.situation.codebook.kind_variable
    answer = page.situation.known.get(variable.id) if variable else None
    return str(answer) if answer else str(page.situation.kind)


def footer(page: Page, width: int) -> Line:
    """What was just said to the coder, or else the keys."""
    if page.note:
        return fit((span(f" {page.note}", "note"),), width, "note")
    pieces: list[Span] = []
    for command in footer_commands(COMMANDS):
        if command.name == "agreement" and not page.status.agreement:
            continue
        keys, label = _short(command), f" {command.short or command.label}"
        if sum(len(piece.text) for piece in pieces) + len(keys) + len(label) + 2 > width:
            break
        hit = Hit("command", command.name)
        pieces += [
            Span(" ", "footer"),
            Span(keys, "footer_key", hit),
            Span(label + " ", "footer", hit),
        ]
    return fit(tuple(pieces), width, "footer")


def _short(command: Command) -> str:
    key = shown_key(command.keys[0])
    return _SHORT_KEYS.get(key, key)
