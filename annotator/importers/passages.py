"""What is said of passages that cannot be placed, or that are not what the file quotes."""

from __future__ import annotations

from annotator.importers.project import Project
from annotator.importers.texts import one_line
from annotator.model.article import Article
from annotator.model.problem import Problem

UNKNOWN_CODER = "unknown coder"
_SHOWN = 60  # characters of a passage in a message


def whole_number(text: str) -> int:
    """A place as a program wrote it; -1, which is in no text, for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else -1


def outside(project: Project, article: Article, start: object, end: object) -> None:
    """Tell that a passage lies outside its text."""
    message = f'a passage lies outside the text of "{article.name}" ({start} to {end})'
    project.problems.append(Problem(message, project.file))


def mismatch(project: Project, article: Article, passage: str, quote: str) -> None:
    """Tell that a passage is not what the file quotes; it is taken all the same."""
    here, there = (one_line(text)[:_SHOWN] for text in (passage, quote))
    message = f'"{article.name}": the passage is "{here}", but the file quotes "{there}"'
    project.mismatches.append(Problem(message, project.file))
