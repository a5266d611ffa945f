"""Lines and configuration of brat (standoff format).

A unit or statement is an entity over its paragraph. brat wants one line for each thing, so that a
paragraph of several lines is written as several fragments, and a line end in a note as a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.exporters.annotations.answered import Answer, Answered
from annotator.exporters.annotations.names import Names
from annotator.exporters.job import Choice, Report
from annotator.model.codebook import Codebook, Variable
from annotator.model.coding import SPECIAL_STATES

ARTICLE, PARAGRAPH, STATEMENT = "Article", "Paragraph", "Statement"
DONE, FLAGGED = "finished", "flagged"
NOTES = "AnnotatorNotes"
_LINE_END = re.compile(r"[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ONE_LINE = "notes (memos, typed answers) had line ends or tabs, which brat cannot hold: now spaces"


@dataclass(slots=True)
class Types:
    """What variables and codes are called in brat: ASCII letters, digits, - and _ alone."""

    codebook: Codebook
    _variables: Names = field(default_factory=Names)
    _codes: dict[str, Names] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._variables.reserve(ARTICLE, PARAGRAPH, STATEMENT, DONE, FLAGGED, NOTES)
        for variable in self.codebook.variables:
            self.of(variable)

    def of(self, variable: Variable) -> str:
        """The attribute that asks for a variable."""
        return self._variables.type(variable.id)

    def value(self, variable: Variable, code: str) -> str:
        """The value of the attribute that stands for a code."""
        return self._codes.setdefault(variable.id, Names()).type(code)

    def mark(self, variable: Variable, code: str) -> str:
        """The yes-or-no attribute for a code of a variable with several."""
        return f"{self.of(variable)}-{self.value(variable, code)}"

    def n_renamed(self) -> int:
        """How many variables and codes are called otherwise than in the codebook."""
        variables = self.codebook.variables
        found = sum(self.of(variable) != variable.id for variable in variables)
        return found + sum(self.value(v, code) != code for v in variables for code in v.paths)

    def codes(self, variable: Variable) -> list[str]:
        """Every code, and the special answers."""
        return [*variable.paths, *SPECIAL_STATES]

    def config(self) -> str:
        """annotation.conf."""
        lines = ["[entities]", ARTICLE, PARAGRAPH, STATEMENT, "", "[relations]", "", "[events]", "",
                 "[attributes]"]  # fmt: skip
        any_unit = f"{ARTICLE}|{PARAGRAPH}|{STATEMENT}"
        lines += [f"{mark}\tArg:{any_unit}" for mark in (DONE, FLAGGED)]
        for variable in self.codebook.variables:
            lines += self._attributes(variable)
        return "\n".join(lines) + "\n"

    def _attributes(self, variable: Variable) -> Iterator[str]:
        of = f"Arg:{str(variable.level).capitalize()}"
        if variable.multiple:
            yield from (f"{self.mark(variable, code)}\t{of}" for code in self.codes(variable))
        else:
            values = "|".join(self.value(variable, code) for code in self.codes(variable))
            yield f"{self.of(variable)}\t{of}, Value:{values}"


class Lines:
    """The lines of one .ann file: numbered from 1 within the file."""

    def __init__(self, types: Types, choice: Choice, report: Report) -> None:
        self._types, self._choice, self._report = types, choice, report
        self._numbers: dict[str, int] = {}
        self.lines: list[str] = []

    def add(self, part: Answered) -> None:
        """A unit with its own answers, or a statement."""
        entity = self._entity(part)
        for answer in part.answers:
            self._answer(entity, answer)
        marks = ((DONE, not part.number and part.unit.done), (FLAGGED, part.flagged))
        for mark, is_on in marks:
            if is_on:
                self._put("A", f"{mark} {entity}")
        if part.memo:
            self._note(NOTES, entity, part.memo)

    def _entity(self, part: Answered) -> str:
        kind = STATEMENT if part.number else PARAGRAPH if part.unit.paragraph else ARTICLE
        spans = list(_fragments(part))
        places = ";".join(f"{start} {end}" for start, end in spans)
        text = part.article.text
        quote = " ".join(text[start:end] for start, end in spans) if self._choice.text else ""
        return self._put("T", f"{kind} {places}", quote)

    def _answer(self, entity: str, answer: Answer) -> None:
        variable, types = answer.variable, self._types
        if answer.typed:
            self._note(types.of(variable), entity, answer.typed)
            return
        chosen = [answer.special] if answer.special else [path[-1].id for path in answer.paths]
        for code in chosen:
            if variable.multiple:
                self._put("A", f"{types.mark(variable, code)} {entity}")
            else:
                self._put("A", f"{types.of(variable)} {entity} {types.value(variable, code)}")

    def _note(self, kind: str, entity: str, text: str) -> None:
        one_line = _LINE_END.sub(" ", text)
        if one_line != text:
            self._report.notes[_ONE_LINE] += 1
        self._put("#", f"{kind} {entity}", one_line)

    def _put(self, letter: str, *columns: str) -> str:
        number = self._numbers[letter] = self._numbers.get(letter, 0) + 1
        self.lines.append("\t".join((f"{letter}{number}", *columns)))
        return f"{letter}{number}"


def _fragments(part: Answered) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph; for the article as a whole, its first line with any text."""
    start, end = part.place
    text = part.article.text
    found = [
        (start + match.start(), start + match.end())
        for match in re.finditer(r"[^\n]+", text[start:end])
    ]
    if not part.unit.paragraph:
        found = found[:1]
    yield from found or [(start, end)]
