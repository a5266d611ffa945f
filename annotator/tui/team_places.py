"""The actions of the screens on which disagreements are settled; see `places`."""

from __future__ import annotations

from annotator.tui.commands import Command

HELP_KEY = Command("help", ("f1",), "help", "Show the keys that work in this place.", footer=8)

SETTLING = (
    Command(
        "take",
        ("a", "b", "c"),
        "take",
        "Take what coder A (B, C, up to H) says at the answer at the cursor.",
        footer=1,
        short="b c take",
    ),
    Command(
        "take_all",
        ("A", "B", "C"),
        "take all",
        "Take all that this coder says here, of statements the whole set.",
    ),
    Command(
        "another",
        ("n",),
        "another",
        "Give another answer, or put the statements together, with the codebook's own keys.",
    ),
    Command("keep_all", ("k",), "keep all", "Keep every coder's statement of the row."),
    Command("none", ("0",), "no statement", "Decide that the paragraph holds no statement."),
    Command(
        "why",
        ("1", "2", "3", "4"),
        "why",
        "Say why the coders differed: a slip, an unclear text, a gap in the codebook, or a real "
        "difference, where both readings can be held.",
        footer=2,
        short="2 3 4 why",
    ),
    Command("write_note", ("m",), "note", "Write a note on the decision."),
    Command(
        "write_rule",
        ("r",),
        "rule",
        "Propose what the next version of the codebook should say; `annotator disagreements "
        "--rules` lists the proposals.",
    ),
    Command(
        "store",
        ("enter",),
        "store",
        "Store the decision and go to the next open disagreement.",
        footer=3,
    ),
    Command(
        "undo",
        ("backspace", "u"),
        "undo",
        "Take back what was chosen here, or else your last decision, again and again.",
        footer=4,
    ),
    Command("skip", ("s",), "skip", "Leave it open and go to the next open one.", footer=5),
    Command("flag", ("exclamation_mark",), "flag", "Flag the unit for discussion, or unflag it."),
    Command("up", ("up",), "up", "Go to the answer in dispute above."),
    Command("down", ("down",), "down", "Go to the answer in dispute below."),
    Command("previous", ("left",), "previous", "Go to the disagreement before, decided or not."),
    Command("next", ("right",), "next", "Go to the next disagreement, decided or not."),
    Command("read_on", ("pagedown", "space"), "read on", "Read on in a long paragraph."),
    Command("read_back", ("pageup",), "read back", "Read back."),
    Command(
        "order",
        ("o",),
        "order",
        "Put the most costly first, or keep to the order of the articles.",
    ),
    Command(
        "agreed",
        ("y",),
        "agreed units",
        "Decide what all coders agree on in every unit where nothing is in dispute (any more), at "
        "once. It is said first in how many.",
        footer=10,
        short="agreed",
    ),
    Command("codebook", ("f2",), "codebook", "Read the codebook at the answer at the cursor."),
    HELP_KEY,
    Command(
        "leave",
        ("escape",),
        "leave",
        "Leave. What was stored is stored; choices that were not are kept for the next start.",
        footer=9,
    ),
)
"""Settling disagreements."""

OTHER = (
    Command("find_code", ("slash",), "find code", "Find a code by any word.", footer=4),
    Command("codebook", ("f2",), "codebook", "Read the codebook.", footer=5),
    Command("undo", ("backspace",), "undo", "Take back the last answer.", footer=3),
    HELP_KEY,
    Command(
        "finish",
        ("enter",),
        "take it",
        "Take what was put together, once nothing is lacking. All other keys work as on the "
        "coding screen.",
        footer=1,
    ),
    Command("leave", ("f9",), "leave as it was", "Close without another answer.", footer=2),
)
"""Giving another answer than any coder, beside the keys of the coding screen."""
