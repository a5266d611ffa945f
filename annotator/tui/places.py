"""The actions of every screen but the coding screen, as `Command`s: keys, key line and help.

The last command of a place is how to leave it.
"""

from __future__ import annotations

from annotator.tui.commands import CODING, MAIN_RULE, PLACES, Command
from annotator.tui.team_places import OTHER, SETTLING

FIND, CODEBOOK, MEMO, TYPED = "find", "codebook", "memo", "typed"
HELP, AGREEMENT, ARTICLES, FIRST_RUN = "help", "agreement", "articles", "first_run"
CONFUSIONS, DISAGREEMENTS = "confusions", "disagreements"
DISPUTED_UNIT, DRIFT = "disputed_unit", "drift"
PREVIEW, PREVIEW_ARTICLE = "preview", "preview_article"
PREVIEW_SPLIT, PREVIEW_FIELDS = "preview_split", "preview_fields"
ADJUDICATION, OTHER_ANSWER = "adjudication", "other_answer"

FEEDBACK, SEARCH = "feedback", "search"

TITLES = {
    **PLACES,
    FIND: "Finding a code",
    CODEBOOK: "In the codebook",
    MEMO: "Writing a memo",
    TYPED: "Typing an answer",
    HELP: "In the help",
    AGREEMENT: "In the agreement table",
    CONFUSIONS: "In the confusion matrix",
    DISAGREEMENTS: "In the list of disagreements",
    DISPUTED_UNIT: "At a disagreement",
    DRIFT: "In the plot over time",
    ARTICLES: "In the list of articles",
    PREVIEW: "In the preview of articles to add",
    PREVIEW_ARTICLE: "At an article before it is added",
    PREVIEW_SPLIT: "Making two of a paragraph",
    PREVIEW_FIELDS: "Correcting what is known of an article",
    SEARCH: "Searching the texts",
    FIRST_RUN: "On the first screen",
    FEEDBACK: "Reading the right answers, in training",
    ADJUDICATION: "Settling disagreements",
    OTHER_ANSWER: "Giving another answer than any coder",
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
_ENDS = (
    Command("first", ("home",), "beginning", "Move to the beginning."),
    Command("last", ("end",), "end", "Move to the end."),
)
_BACK = Command("leave", ("escape",), "back", "Go back one step.", footer=9)
_HELP = Command("help", ("f1",), "help", "Show the keys that work in this place.", footer=8)

KINDS = (
    ("b", "body", "body", "running text"),
    ("h", "headline", "head", "a headline or subheading"),
    ("s", "standfirst", "standfirst", "a standfirst: the lines between headline and text"),
    ("y", "byline", "byline", "a byline, a section label or a date"),
    ("c", "caption", "caption", "the caption of a picture"),
    ("q", "pull_quote", "quote", "a pull-quote: a sentence of the text printed again"),
    ("a", "author_bio", "author", "a note on the author"),
    ("o", "boilerplate", "other", "what belongs to the page and not to the article"),
)
"""The key that makes a paragraph one of a kind; the kind, a short word for it, and what it is."""

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
        *_ENDS,
        Command(
            "open",
            ("enter",),
            "what was confused",
            "Show which values of the row were taken for which; of whole statements, where they "
            "differ.",
            footer=1,
            short="confusions",
        ),
        Command(
            "disagreements",
            ("d",),
            "disagreements",
            "List the paragraphs on which coders differ in this row, the most costly first.",
            footer=2,
        ),
        Command("drift", ("t",), "over time", "Show the row by week, batch or round.", footer=3),
        Command(
            "codes",
            ("c",),
            "single codes",
            "Show or hide a line for each code.",
            footer=4,
            short="codes",
        ),
        _HELP,
        Command("leave", ("escape", "f5"), "back", "Go back to where you came from.", footer=9),
    ),
    CONFUSIONS: (
        *_MOVE,
        *_ENDS,
        Command("left", ("left",), "left", "Move left."),
        Command("right", ("right",), "right", "Move right."),
        Command(
            "open",
            ("enter",),
            "where",
            "List the paragraphs behind the cell: where one coder gave the one value and another "
            "the other.",
            footer=1,
        ),
        Command(
            "disagreements",
            ("d",),
            "all disagreements",
            "List all paragraphs on which coders differ in this row.",
            footer=2,
        ),
        _HELP,
        _BACK,
    ),
    DISAGREEMENTS: (
        *_MOVE,
        *_ENDS,
        Command(
            "open",
            ("enter",),
            "open",
            "Show the paragraph with all that each coder said there, and what the codes mean.",
            footer=1,
        ),
        _HELP,
        _BACK,
    ),
    DISPUTED_UNIT: (
        Command("up", ("up",), "read back", "Read back."),
        Command("down", ("down",), "read on", "Read on.", footer=3),
        Command("page_up", ("pageup",), "page up", "Read back by a screen."),
        Command("page_down", ("pagedown", "space"), "page down", "Read on by a screen."),
        *_ENDS,
        Command("previous", ("left",), "previous", "Go to the disagreement before.", footer=1),
        Command("next", ("right",), "next", "Go to the next disagreement of the list.", footer=2),
        _HELP,
        _BACK,
    ),
    DRIFT: (
        Command("up", ("left", "up"), "left", "Go to the part before."),
        Command("down", ("right", "down"), "right", "Go to the next part."),
        *_ENDS,
        Command(
            "split",
            ("s",),
            "week, batch, round, version",
            "Split the row in another way: by week, by batch of 50 paragraphs in the order in "
            "which they were finished, by round, or by version of the codebook.",
            footer=1,
        ),
        Command(
            "open", ("enter",), "disagreements", "List the disagreements of this part.", footer=2
        ),
        _HELP,
        _BACK,
    ),
    ARTICLES: (
        *_MOVE,
        Command("take", ("enter",), "go there", "Go to the article at the cursor.", footer=1),
        _HELP,
        Command("leave", ("escape", "f6"), "close", "Stay where you are.", footer=9),
    ),
    SEARCH: (
        *_MOVE,
        Command("take", ("enter",), "go there", "Go to the paragraph at the cursor.", footer=1),
        _HELP,
        Command("leave", ("escape",), "close", "Stay where you are.", footer=9),
    ),
    PREVIEW: (
        *_MOVE,
        *_ENDS,
        Command(
            "store",
            ("f10", "ctrl+s"),
            "add them",
            "Add the articles that are marked [x].",
            footer=1,
        ),
        Command(
            "open",
            ("enter",),
            "paragraphs",
            "Show the article's paragraphs, to correct them.",
            footer=2,
        ),
        Command(
            "leave_out",
            ("space",),
            "leave out",
            "Leave the article out, or take it in again.",
            footer=3,
        ),
        Command(
            "fields",
            ("e",),
            "edit fields",
            "Correct title, author, source, date and address.",
            footer=4,
            short="edit",
        ),
        Command(
            "doubtful",
            ("d",),
            "leave out all !",
            "Leave out every article marked with `!`: it looks like another one.",
        ),
        Command(
            "undo",
            ("backspace", "u"),
            "undo",
            "Take back the last change, again and again.",
            footer=5,
        ),
        _HELP,
        Command("leave", ("escape",), "add nothing", "Leave. Nothing is added.", footer=9),
    ),
    PREVIEW_ARTICLE: (
        *_MOVE,
        *_ENDS,
        *(
            Command(f"kind('{kind}')", (key,), short, f"The paragraph is {words}.")
            for key, kind, short, words in KINDS
        ),
        Command("join", ("j",), "join", "Make this paragraph and the next one one.", footer=1),
        Command("split", ("x",), "split", "Make two of this paragraph.", footer=2),
        Command("undo", ("backspace", "u"), "undo", "Take back the last change.", footer=3),
        Command("previous", ("left",), "previous", "Go to the article before.", footer=4),
        Command("next", ("right",), "next", "Go to the next article.", footer=5),
        _HELP,
        Command("leave", ("escape",), "back", "Go back to the list.", footer=9),
    ),
    PREVIEW_SPLIT: (
        *_MOVE,
        Command(
            "take", ("enter",), "split before it", "The second paragraph begins there.", footer=1
        ),
        _HELP,
        Command("leave", ("escape",), "close", "Leave the paragraph whole.", footer=9),
    ),
    PREVIEW_FIELDS: (
        Command("discard", ("f9",), "discard changes", "Leave everything as it was.", footer=2),
        _HELP,
        Command("leave", ("escape",), "keep and close", "Close; what was typed is kept.", footer=1),
    ),
    ADJUDICATION: SETTLING,
    OTHER_ANSWER: OTHER,
    FEEDBACK: (
        _HELP,
        Command("leave", ("enter", "escape"), "go on", "Go on to the next unit.", footer=1),
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


AGREEMENT_PLACES = (AGREEMENT, CONFUSIONS, DISAGREEMENTS, DISPUTED_UNIT, DRIFT)
"""The places one comes to from the agreement table, as `docs/keys.md` lists them."""

INTAKE_PLACES = (PREVIEW, PREVIEW_ARTICLE, PREVIEW_SPLIT, PREVIEW_FIELDS)
"""The places of `annotator add --preview`, likewise."""

TEAM_PLACES = (ADJUDICATION, OTHER_ANSWER)
"""The places of `annotator adjudicate`, likewise."""
