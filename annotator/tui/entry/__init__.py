"""The keyboard logic of the coding screen as a pure state machine: no Textual, nothing stored.

`press(situation, cursor, key)` says what a key does: which verbs of the study to call, and where
the cursor is afterwards.
"""

from annotator.tui.entry.answers import Ask, Outcome
from annotator.tui.entry.fields import Cursor, Field, Focus, Situation, field_of, focus_of, ring
from annotator.tui.entry.keys import answer_typed, choose, press
from annotator.tui.entry.memos import missing_memo
from annotator.tui.entry.moves import after_undo, select, step_back, visible_codes, visit

__all__ = [
    "Ask",
    "Cursor",
    "Field",
    "Focus",
    "Outcome",
    "Situation",
    "after_undo",
    "answer_typed",
    "choose",
    "field_of",
    "focus_of",
    "missing_memo",
    "press",
    "ring",
    "select",
    "step_back",
    "visible_codes",
    "visit",
]
