"""Words that people bring from other programs, and what the format calls the same thing."""

from __future__ import annotations

from collections.abc import Mapping

OTHER_WORDS: Mapping[str, str] = {
    "name": "label",
    "text": "label",
    "description": "definition",
    "note": "definition",
    "instruction": "rules",
    "instructions": "rules",
    "values": "codes",
    "categories": "codes",
    "options": "codes",
    "answers": "codes",
    "type": "measurement",
    "level": "measurement",
    "scale": "measurement",
    "multiple": "select: many",
    "multi": "select: many",
    "if": "ask_if",
    "when": "ask_if",
    "condition": "ask_if",
    "depends_on": "ask_if",
    "optional": "required: false",
    "mandatory": "required: true",
    "number": "value",
    "shortcut": "key",
    "hotkey": "key",
    "children": "codes",
    "articles": "article",
    "paragraphs": "paragraph",
    "variables": "statement",
    "reliability": "agreement",
    "thresholds": "agreement",
    "compare": "compared",
    "self_report": "compared: false",
    "categorical": "nominal",
    "dichotomous": "binary",
    "boolean": "binary",
    "likert": "ordinal",
    "metric": "interval",
    "numeric": "interval",
    "numerical": "interval",
    "string": "text",
    "open": "text",
}
"""Word -> ours. An advice of last resort: a word nearly spelt like one of ours comes first."""


def other_word(word: str) -> str:
    """A hint that names our word for this one, or "" where none is known."""
    ours = OTHER_WORDS.get(word.casefold().replace("-", "_"), "")
    return f"here this is called `{ours}`" if ours else ""
