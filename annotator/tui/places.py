"""The actions of every screen but the coding screen, as `Command`s: keys, key line and help.

The last command of a place is how to leave it.
"""

from __future__ import annotations

from annotator.tui.commands import CODING, MAIN_RULE, PLACES, Command

FIND, CODEBOOK, MEMO, TYPED = "find", "codebook", "memo", "typed"
HELP, AGREEMENT, ARTICLES, FIRST_RUN = "help", "agreement", "articles", "first_run"

TITLES = {
    **PLACES,
    FIND: "Finding a code",
    CODEBOOK: "In the codebook",
    MEMO: "Writing a memo",
    TYPED: "Typing an answer",
    HELP: "In the help",
    AGREEMENT: "In the agreement table",
    ARTICLES: "In the list of articles",
    FIRST_RUN: "On the first screen",
}
"""What the help calls a place."""

LEADS = {CODING: MAIN_RULE}
"""What the help says before the keys of a place."""

_MOVE = (
    Command("up", ("up",), "up", "Move up."),
    Command("down", ("down",), "down", "Move down."),
    Command("page_up", ("pageup",), "page up", "Move up by a screen."),
    Command("page_down", ("pagedown",), "page down", "Move down by a screen."),
)
_HELP = Command("help", ("f1",), "help", "Show the keys that work in this place.", footer=8)

_COMMANDS: dict[str, tuple[Command, ...]] = {
    FIND: (
        *_MOVE,
        Command("take", ("enter",), "take it", "Take the code at the cursor.", footer=1),
        _HELP,
        Command("leave", ("escape",), "close", "Close without taking a code.", footer=9),
    ),
    CODEBOOK: (
        *_MOVE,
        Command("take", ("enter",), "use this code", "Use the code at the cursor.", footer=1),
        Command("open", ("right",), "open", "Show the codes below."),
        Command("shut", ("left",), "close", "Hide the codes below, or go to the group above."),
        Command("filter", ("slash",), "filter", "Show only what holds some words.", footer=2),
        Command(
            "other_pane",
            ("tab", "shift+tab"),
            "other pane",
            "Go between the codes and the text, to scroll a long one.",
            footer=3,
        ),
        _HELP,
        Command("leave", ("escape", "f2"), "close", "Close the codebook.", footer=9),
    ),
    MEMO: (
        Command(
            "discard",
            ("f9",),
            "discard changes",
            "Close, and leave the memo as it was before.",
            footer=2,
        ),
        _HELP,
        Command("leave", ("f4", "escape"), "keep and close", "Close; the text is kept.", footer=1),
    ),
    TYPED: (
        Command("take", ("enter",), "store", "Store the answer.", footer=1),
        _HELP,
        Command("leave", ("escape",), "cancel", "Leave the answer as it was.", footer=9),
    ),
    HELP: (
        Command("leave", ("escape", "f1", "enter", "question_mark"), "close", "Close.", footer=1),
    ),
    AGREEMENT: (
        *_MOVE,
        Command("codes", ("c",), "single codes", "Show or hide a line for each code.", footer=1),
        _HELP,
        Command("leave", ("escape", "f5"), "back", "Go back to where you came from.", footer=9),
    ),
    ARTICLES: (
        *_MOVE,
        Command("take", ("enter",), "go there", "Go to the article at the cursor.", footer=1),
        _HELP,
        Command("leave", ("escape", "f6"), "close", "Stay where you are.", footer=9),
    ),
    FIRST_RUN: (
        *_MOVE[:2],
        Command("choose(0)", ("1",), "demo", "Open the demo study."),
        Command("choose(1)", ("2",), "start", "Read how to start a study."),
        Command("choose(2)", ("3",), "open", "Open a study that exists."),
        Command("take", ("enter",), "go", "Do what the cursor is on.", footer=1),
        _HELP,
        Command("leave", ("q", "escape"), "quit", "Leave. Nothing was written.", footer=9),
    ),
}


def commands_in(place: str) -> tuple[Command, ...]:
    """The commands that work in a place, the one that leaves it last."""
    return _COMMANDS[place]
