"""Coding line by line: for screen readers, terminals without a cursor, and scripts.

The same questions in the same order as on the coding screen, the same verbs of the study: every
answer is stored when its line was read. Nothing is drawn, and no line is ever rewritten.
"""

from annotator.cli.plain.loop import run_plain as run_plain
