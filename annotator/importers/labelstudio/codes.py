"""What occurs in the annotations as a codebook: the export has no configuration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotator.entries.entry import Entry
from annotator.entries.ids import Ids
from annotator.importers.labelstudio.results import Annotation, Kind, Told
from annotator.importers.texts import MANY, one_line
from annotator.model.coding import Answer

_LEVELS = ("article", "paragraph", "statement")
_OPTIONAL = {"required": "false"}
Asked = tuple[str, str, Kind]  # level, control, kind of values


@dataclass(slots=True)
class Codes:
    """The entries; variables by what they are asked of, codes by variable and value.

    `tied` are the controls of which several speak of one passage: such passages are statements.
    """

    entries: list[Entry] = field(default_factory=list)
    variables: dict[Asked, str] = field(default_factory=dict)
    codes: dict[tuple[str, str], str] = field(default_factory=dict)  # variable, value
    tied: frozenset[str] = frozenset()

    def answer(self, variable: str, told: Told) -> Answer:
        """The values of a control as an answer."""
        if told.kind is Kind.CODES:
            return Answer(tuple(self.codes[variable, value] for value in told.values))
        text = "\n".join(told.values) if told.kind is Kind.TEXT else told.values[-1]
        return Answer.of(text)


def codes_of(annotations: Sequence[Annotation]) -> Codes:
    """The codebook of these annotations."""
    found = Codes(tied=_tied(annotations))
    values: dict[Asked, dict[str, None]] = {}
    for level, told in _asked(annotations, found.tied):
        asked = (level, told.control, told.kind)
        values.setdefault(asked, {}).update(dict.fromkeys(told.values))
    ids = Ids()
    for level in _LEVELS:
        for asked, given in values.items():
            if asked[0] == level:
                _add(found, ids, asked, given)
    return found


def _tied(annotations: Iterable[Annotation]) -> frozenset[str]:
    """Controls that speak of a passage together with another, and all that they are tied to."""
    tied: set[str] = set()
    for annotation in annotations:
        for region in annotation.regions.values():
            controls = {told.control for told in region.told}
            if len(controls) > 1:
                tied |= controls
    return frozenset(tied)


def _asked(annotations: Iterable[Annotation], tied: frozenset[str]) -> Iterable[tuple[str, Told]]:
    for annotation in annotations:
        for told in annotation.whole:
            yield "article", told
        for region in annotation.regions.values():
            for told in region.told:
                yield ("statement" if told.control in tied else "paragraph"), told


def _add(found: Codes, ids: Ids, asked: Asked, values: Iterable[str]) -> None:
    level, control, kind = asked
    variable = found.variables[asked] = ids.variable(control)
    told = {"label": control}
    if kind is not Kind.CODES:
        measurement = "interval" if kind is Kind.NUMBER else "text"
        fields = told | _OPTIONAL | {"measurement": measurement}
        found.entries.append(Entry(level, variable, fields=fields))
        return
    found.entries.append(Entry(level, variable, fields=told | MANY))
    for value in values:
        code = found.codes[variable, value] = ids.code(variable, value)
        label = one_line(value) or code
        found.entries.append(Entry(level, variable, code, fields={"label": label}))
