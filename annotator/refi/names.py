"""Names that REFI-QDA gives to its parts, and those that we give to parts of ours."""

from __future__ import annotations

CODEBOOK_SPACE = "urn:QDA-XML:codebook:1.0"
PROJECT_SPACE = "urn:QDA-XML:project:1.0"
PROJECT_FILE = "project.qde"
SOURCES = "sources/"
INTERNAL = "internal://"

MANIFEST = "annotator"
"""Name of the note that says how a project of ours is to be read back."""

MANIFEST_FORM = 1

SPECIAL = {"not_applicable": "Not applicable", "cannot_tell": "Cannot tell"}
"""Codes below every variable that takes such an answer, by the state they stand for."""

MARKS = {"statement": "Statement", "finished": "Finished", "flagged": "Flagged"}
"""Codes that say what a selection is, or what its coder thought of it."""

MARKS_GROUP = "annotator"
