"""What stands in our tasks for Label Studio, for those who write them and those who read them.

A control that asks for a variable is called like its column in a table (`model.columns`).
"""

from __future__ import annotations

TEXT = "text"
STATEMENT = "statement"
MEMO, DONE, FLAGGED = "memo", "done", "flagged"
STATEMENT_MEMO, STATEMENT_FLAGGED = "statement:memo", "statement:flagged"

STATE = ":state"
"""Ends the name of the control that says why a typed answer is not there."""

PLACE = ("article", "article_id", "paragraph")
"""Fields of a task's data that say which unit it is."""

CODERS = "coders"
"""The field of a task's data that says whose work each prediction is: by its model version, the
`coder` and the `round`. A prediction that is not named there is a model's."""

LABELLED = "labelled"
"""The field of a task's data that is true where labels stand for codes."""
