"""Headline, names and date on lines of their own, with no blank line between them.

Such a head is one block of lines in plain text; its lines are paragraphs of different kinds.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.readers.kinds.labels import date_line, is_section_label
from annotator.readers.kinds.phrases import author_of
from annotator.readers.kinds.shape import ends_sentence
from annotator.readers.paragraphs import Cut, lines

_LONGEST, _MOST_LINES = 600, 6
_LONGEST_LINE = 120


def with_head_apart(text: str, cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts, the first one divided where a byline or date stands below a headline in it.

    What stands above that line is the headline, which may be wrapped, below a section's name.
    """
    if len(cuts) < 2 or cuts[0][1] - cuts[0][0] > _LONGEST or "\n" not in text[slice(*cuts[0])]:
        return list(cuts)
    found = lines(text, cuts[0])
    below = _first_byline(text, found)
    if not below or any(end - start > _LONGEST_LINE for start, end in found):
        return list(cuts)
    section = found[:1] if below > 1 and is_section_label(text[slice(*found[0])]) else []
    headline = (found[len(section)][0], found[below - 1][1])
    return [*section, headline, *found[below:], *cuts[1:]]


def _first_byline(text: str, found: Sequence[Cut]) -> int:
    """The place of the first line below a headline that gives names or the date; 0 for none."""
    if len(found) > _MOST_LINES:
        return 0
    for place, (start, end) in enumerate(found):
        line = text[start:end]
        if place and (author_of(line) or date_line(line)):
            return place
        if ends_sentence(line):
            return 0
    return 0
