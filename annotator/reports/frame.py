"""Which units an agreement figure is computed over."""

from __future__ import annotations

from functools import cache

from annotator.model.article import Kind
from annotator.model.codebook import Codebook
from annotator.model.coding import Answer
from annotator.model.questionnaire import is_codable
from annotator.reports.units import Coded, Kinds, Unit


def articles(coded: Coded) -> list[Unit]:
    """The articles as wholes that somebody finished."""
    return [unit for unit in coded.units if unit[1] == 0]


def paragraphs(coded: Coded) -> list[Unit]:
    """All paragraphs that somebody finished."""
    return [unit for unit in coded.units if unit[1] > 0]


def codable_paragraphs(codebook: Codebook, kinds: Kinds, coded: Coded) -> list[Unit]:
    """The paragraphs that at least one of the coders who finished them holds codable.

    A coder holds a paragraph codable by the own answer on its kind, else by the proposed kind.
    Captions and bylines stay out: nobody finds a statement in them, and that easy agreement
    would lift every figure.
    """
    variable = codebook.kind_variable.id if codebook.kind_variable else ""

    @cache
    def holds_codable(kind: Kind, cell: str | None) -> bool:
        answers = {} if cell is None else {variable: Answer.parse(cell)}
        return is_codable(codebook, kind, answers)

    def is_in(unit: Unit) -> bool:
        kind = kinds[unit[0]][unit[1] - 1]
        return any(
            holds_codable(kind, coded.cell(variable, coder, unit))
            for coder in coded.coders
            if unit in coded.finished[coder]
        )

    return [unit for unit in paragraphs(coded) if is_in(unit)]
