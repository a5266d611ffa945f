"""What people call units and values: the article's name and paragraph, the label of a code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.model.codebook import Codebook
from annotator.model.coding import SEPARATOR
from annotator.reports.row import NOMINAL, Heading, Sample, as_text
from annotator.reports.views import ABSENT, JOINT, PRESENT
from annotator.reports.whole import WholeSet

NOTHING, NO_STATEMENT = "nothing", "no statement"
"""How the empty set is called, of codes and of statements."""

_ANY = {PRESENT: "a statement", ABSENT: NO_STATEMENT}


@dataclass(frozen=True)
class Names:
    """Names for the rows of one study, or (without codebook) of any table."""

    codebook: Codebook | None = None
    articles: Mapping[str, str] = field(default_factory=dict)

    def unit(self, sample: Sample, column: int) -> str:
        """`harbour_courier 3`: the article and the paragraph; `unit 3` where there are none."""
        if not sample.units:
            return f"unit {column + 1}"
        article, paragraph = sample.units[column]
        name = self.articles.get(article, article)
        return f"{name} {paragraph}" if paragraph else name

    def value(self, heading: Heading, value: Any) -> str:
        """The label of a code, or the labels of a set's codes."""
        if isinstance(value, frozenset):
            labels = [self.code(heading, code) for code in sorted(value)]
            return ", ".join(labels) or NOTHING
        if isinstance(value, WholeSet):
            return "; ".join(self.statement(value.variables, one) for one in value.statements) or (
                NO_STATEMENT
            )
        return self.code(heading, value)

    def statement(self, variables: Sequence[str], codes: Sequence[str | None]) -> str:
        """`North Korea + Talks`: the labels of a statement's codes, a dash where there is none."""
        labels = [
            ", ".join(self._label(variable, part) for part in code.split(SEPARATOR))
            if code
            else "–"
            for variable, code in zip(variables, codes, strict=True)
        ]
        return JOINT.join(labels)

    def code(self, heading: Heading, code: Any) -> str:
        """The label of one code; what the codebook does not know is called what it is."""
        if heading.level != NOMINAL:
            return self._of_number(heading.variable, code)
        if heading.view == "any_statement":
            return _ANY.get(code, as_text(code))
        text, variables = as_text(code), heading.variable.split("+")
        parts = text.split(JOINT)
        if len(parts) != len(variables):  # a table's cells may hold any text
            return text
        return JOINT.join(map(self._label, variables, parts))

    def _of_number(self, variable: str, number: Any) -> str:
        """A number on a scale, with the label of the code that stands for it."""
        known = self.codebook.by_id.get(variable) if self.codebook else None
        codes = [path[-1] for path in known.paths.values()] if known else []
        label = next((code.label for code in codes if code.value == number), "")
        return f"{as_text(number)} {label}".rstrip()

    def _label(self, variable: str, code: str) -> str:
        known = self.codebook.by_id.get(variable) if self.codebook else None
        found = known.code(code) if known else None
        return found.label if found else code.replace("_", " ") if known else code
