"""Every action of the screens, once: its name, its keys, what it does, and where it works.

Key bindings, the footer, the palette (Ctrl+P), the help (F1) and `docs/keys.md` are made from this
list and from nothing else. Letters and digits are not in it: they belong to the codebook.
`python -m annotator.tui.commands` prints the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CODING = "coding"
EVERYWHERE = "everywhere"

PLACES = {
    CODING: "On the coding screen",
    EVERYWHERE: "Everywhere",
}
"""Where a command works, as the help says it."""

MAIN_RULE = """\
Letters and digits are the codes shown on the screen: pressing one answers the question asked now, \
and the next question follows. Every answer is stored as soon as it is given.

Enter finishes the paragraph and goes to the next one; a paragraph without a statement too, with \
a reason where the codebook asks for one.

Backspace takes back the last action, again and again, however long ago it was."""
"""How coding goes, before any list of keys."""

_KEY_NAMES = {
    "full_stop": ".",
    "comma": ",",
    "minus": "-",
    "asterisk": "*",
    "exclamation_mark": "!",
    "question_mark": "?",
    "slash": "/",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "backspace": "Backspace",
    "delete": "Del",
    "escape": "Esc",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One action a person can take.

    `name` is that of the action (`action_<name>` on its screen, or a key of `tui.entry`); `keys`
    are named as Textual names them; `label` is for footer and palette, `description` a sentence
    for the help. `footer` orders the commands that the footer shows (0: not shown), under the
    name `short` where that is shorter.
    """

    name: str
    keys: tuple[str, ...]
    label: str
    description: str
    places: tuple[str, ...] = (CODING,)
    footer: int = 0
    short: str = ""

    @property
    def summary(self) -> str:
        """The first sentence of the description."""
        return self.description.partition(". ")[0].removesuffix(".") + "."

    @property
    def shown_keys(self) -> str:
        """The keys as people read them: `Backspace, Ctrl+Z`."""
        return ", ".join(shown_key(key) for key in self.keys)


def shown_key(key: str) -> str:
    """A key as people read it: `Ctrl+PgDn` for `ctrl+pagedown`, `.` for `full_stop`."""
    *modifiers, last = key.split("+")
    name = _KEY_NAMES.get(last) or (last if last == key and len(key) == 1 else last.capitalize())
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


ENTRY: tuple[Command, ...] = (
    Command(
        "finish",
        ("enter",),
        "finish and go on",
        "Finish the paragraph and go to the next one that is not done. First accepts an open group "
        "or the code under the cursor; says which answers are lacking; says once that a code asks "
        "for a memo which is not there (Enter again finishes without it); asks why there is no "
        "statement where the codebook wants a reason.",
        footer=1,
        short="done",
    ),
    Command(
        "next_field",
        ("tab",),
        "next field",
        "Go to the next question, optional ones and those on the paragraph too.",
        footer=7,
        short="field",
    ),
    Command("previous_field", ("shift+tab",), "previous field", "Go to the question before."),
    Command(
        "repeat",
        ("full_stop",),
        "same as above",
        "Give the same answer as in the statement above.",
        footer=5,
        short="same",
    ),
    Command(
        "another",
        ("comma",),
        "and another",
        "And another: the next code makes a second statement that differs in this answer alone "
        "(China, Russia: both get what follows). Where several codes may be chosen, the next code "
        "is added to them, or taken out.",
        footer=6,
        short="and",
    ),
    Command(
        "not_applicable",
        ("minus",),
        "not applicable",
        "Answer that the question does not apply here.",
    ),
    Command(
        "cannot_tell",
        ("asterisk",),
        "cannot tell",
        "Answer that the text does not say.",
    ),
    Command(
        "clear_answer",
        ("f3",),
        "clear answer",
        "Take the answer to the open question away; Tab goes to the question first.",
    ),
    Command("highlight_next", ("down",), "next code", "Move down in the list of codes."),
    Command("highlight_previous", ("up",), "previous code", "Move up in the list of codes."),
    Command("open_group", ("right",), "open group", "Show the codes below the code at the cursor."),
    Command("close_group", ("left",), "close group", "Go back to the codes above."),
    Command(
        "next_statement",
        ("greater_than_sign", "ctrl+down"),
        "next statement",
        "Move to the statement below, to change or remove it.",
    ),
    Command(
        "previous_statement",
        ("less_than_sign", "ctrl+up"),
        "previous statement",
        "Move to the statement above, to change or remove it.",
    ),
    Command(
        "remove_statement",
        ("delete",),
        "remove statement",
        "Remove the statement at the cursor. Nothing is lost: undo brings it back.",
    ),
    Command(
        "flag",
        ("exclamation_mark",),
        "flag",
        "Flag the statement at the cursor for discussion, or else the paragraph; again: unflag.",
    ),
    Command(
        "cancel",
        ("escape",),
        "cancel",
        "Leave an open group, a second answer, or a question that was visited.",
    ),
)
"""Actions on the answers of a paragraph: `tui.entry` decides what they do."""

SCREEN: tuple[Command, ...] = (
    Command(
        "undo",
        ("backspace", "ctrl+z"),
        "undo",
        "Take back the last action and go where it was. Again and again, over paragraphs, articles "
        "and restarts.",
        footer=2,
    ),
    Command("redo", ("ctrl+y",), "redo", "Do again what was taken back last."),
    Command(
        "next_paragraph",
        ("pagedown",),
        "next paragraph",
        "Go to the next paragraph without marking this one as done.",
    ),
    Command(
        "previous_paragraph",
        ("pageup",),
        "previous paragraph",
        "Go to the paragraph before without marking this one as done.",
    ),
    Command(
        "next_article",
        ("right_square_bracket", "ctrl+pagedown"),
        "next article",
        "Go to the next article.",
    ),
    Command(
        "previous_article",
        ("left_square_bracket", "ctrl+pageup"),
        "previous article",
        "Go to the article before.",
    ),
    Command(
        "next_undone",
        ("f8",),
        "next not done",
        "Go to the next paragraph that is not done, without marking this one.",
    ),
    Command(
        "next_flagged",
        ("f9",),
        "next flagged",
        "Go to the next paragraph that you flagged, or a statement in it; from the last one back "
        "to the first.",
    ),
    Command(
        "scroll",
        ("space",),
        "more text",
        "Read on in a paragraph that is longer than its pane; from its end, back to its beginning.",
    ),
    Command(
        "find_code",
        ("slash",),
        "find code",
        "Find a code by any word of its label, definition or number.",
        footer=8,
        short="find",
    ),
    Command(
        "memo",
        ("f4",),
        "memo",
        "Write a memo on the statement at the cursor, or else on the paragraph.",
        footer=11,
    ),
    Command(
        "codebook",
        ("f2",),
        "codebook",
        "Read the codebook at the question asked now.",
        footer=10,
    ),
    Command(
        "agreement",
        ("f5",),
        "agreement",
        "Show how far coders agree. Only where the screens were opened with it: coders work blind.",
        footer=4,
        short="agree",
    ),
    Command("articles", ("f6",), "articles", "List the articles and go to one."),
    Command(
        "search_texts",
        ("ctrl+f",),
        "search texts",
        "Search the texts that are yours to code, and go to a paragraph. All words must stand in "
        "it, in any order, also inside of longer words; words in quotes must follow each other. "
        "Capitals and accents do not matter.",
    ),
    Command(
        "reopen",
        ("f7",),
        "not done",
        "Mark a finished paragraph as not done again.",
    ),
    Command(
        "help",
        ("f1", "question_mark"),
        "help",
        "Show the keys that work in this place.",
        places=(CODING, EVERYWHERE),
        footer=3,
    ),
)
"""Actions of the coding screen beside the answers."""

QUIT = Command(
    "quit",
    ("ctrl+q",),
    "quit",
    "Leave. There is nothing to save: every action was stored when it was made, and a memo "
    "that is being written is kept. Only words typed elsewhere and not yet taken with Enter "
    "are dropped.",
    places=(EVERYWHERE,),
    footer=9,
)

APP: tuple[Command, ...] = (
    Command(
        "command_palette",
        ("ctrl+p",),
        "palette",
        "Find any action by its name.",
        places=(EVERYWHERE,),
    ),
    Command(
        "change_theme",
        (),
        "colours",
        "Choose the colours: dark, light, high contrast, or those of the terminal. They are kept "
        "for the next time.",
        places=(EVERYWHERE,),
    ),
    QUIT,
)
"""Actions that work on every screen."""

COMMANDS: tuple[Command, ...] = (*ENTRY, *SCREEN, *APP)
"""All of them, in the order of the help."""


def commands_at(place: str) -> tuple[Command, ...]:
    """The commands that work in a place."""
    return tuple(command for command in COMMANDS if place in command.places)


def footer_commands(commands: Iterable[Command]) -> list[Command]:
    """Those that the footer shows, in its order."""
    return sorted((c for c in commands if c.footer), key=lambda command: command.footer)


def keys_page() -> str:
    """`docs/keys.md`: the key map in Markdown."""
    return "\n".join(_page_lines()) + "\n"


def _page_lines() -> Iterator[str]:
    yield "# Keys"
    yield ""
    yield "How to code with the keyboard. F1 shows the keys of the screen you are on."
    yield from ("", MAIN_RULE)
    for place, title in PLACES.items():
        yield from ("", f"## {title}", "", "| Key | Does |", "|---|---|")
        for command in commands_at(place):
            if command.places[0] == place:
                yield f"| {_key_cell(command)} | {command.description} |"
    yield from _other_screens()


def _other_screens() -> Iterator[str]:
    """The screens beside coding; the small windows show their few keys at the foot."""
    from annotator.tui.places import (
        AGREEMENT_PLACES,
        INTAKE_PLACES,
        TEAM_PLACES,
        TITLES,
        commands_in,
    )

    for place in (*INTAKE_PLACES, *AGREEMENT_PLACES, *TEAM_PLACES):
        yield from ("", f"## {TITLES[place]}", "", "| Key | Does |", "|---|---|")
        for command in commands_in(place):
            yield f"| {_key_cell(command)} | {command.description} |"


def _key_cell(command: Command) -> str:
    if not command.keys:
        return f"`Ctrl+P`, then *{command.label}*"
    return " ".join(f"`{shown_key(key)}`" for key in command.keys)


if __name__ == "__main__":
    print(keys_page(), end="")
