"""The file's variables and codes as flat lists that know where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from annotator.codebook_file.document import Path
from annotator.codebook_file.schema import CodebookFile, CodeEntry, VariableEntry
from annotator.model.codebook import Level, Measurement, Stop

YES_NO = ("yes", "no")
"""The codes of a binary variable that names none."""


@dataclass(frozen=True)
class Item:
    """A code with its id and its place in the file."""

    id: str
    entry: CodeEntry
    path: Path
    below_retired: bool = False

    @property
    def offered(self) -> bool:
        """Whether coders may still choose it: neither it nor a group above it is retired."""
        return not (self.below_retired or self.entry.deprecated or self.entry.merged_into)

    @property
    def codes(self) -> tuple[Item, ...]:
        """The codes right below it."""
        return items_of(self.entry.codes, self.path, below_retired=not self.offered)


@dataclass(frozen=True)
class Question:
    """A variable with its id, its level and its place in the file."""

    id: str
    level: Level
    entry: VariableEntry
    path: Path
    sound: bool = True  # False: a part was cut out, so what seems to be missing may be there

    @property
    def has_codes(self) -> bool:
        """Whether the answer is chosen rather than typed in."""
        given = bool(self.entry.codes or self.entry.codes_from)
        return given or self.entry.measurement is Measurement.BINARY

    @property
    def measurement(self) -> Measurement:
        """As given; else nominal where there are codes, text where there are none."""
        usual = Measurement.NOMINAL if self.has_codes else Measurement.TEXT
        return self.entry.measurement or usual

    @property
    def required(self) -> bool:
        """As given; else true, except for text."""
        usual = self.measurement is not Measurement.TEXT
        return usual if self.entry.required is None else self.entry.required

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Its own codes at every depth, in the order of the file."""
        return tuple(_with_all_below(self.codes))

    @property
    def codes(self) -> tuple[Item, ...]:
        """Its own codes of the first level."""
        return items_of(self.entry.codes, self.path)

    def is_answer(self, item: Item) -> bool:
        """Whether the code is, or was, an answer rather than a mere group."""
        return not item.entry.codes or self.entry.stop is Stop.ANY

    def may_be_chosen(self, item: Item) -> bool:
        """Whether the code can be an answer today."""
        return item.offered and self.is_answer(item)


Known = Mapping[str, Question]
"""Every variable by its id."""


def items_of(
    codes: Mapping[str, CodeEntry], path: Path, *, below_retired: bool = False
) -> tuple[Item, ...]:
    """The codes of one group; `path` is that of the variable or code they belong to."""
    return tuple(
        Item(code_id, entry, (*path, "codes", code_id), below_retired)
        for code_id, entry in codes.items()
    )


def _with_all_below(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _with_all_below(item.codes)


def groups(question: Question) -> Iterator[tuple[Item, ...]]:
    """Every group of siblings among the variable's own codes."""
    yield question.codes
    for item in question.items:
        if item.entry.codes:
            yield item.codes


def questions(file: CodebookFile, broken: Set[Path] = frozenset()) -> tuple[Question, ...]:
    """Every variable: of articles, then of paragraphs, then of statements."""
    by_level = {
        Level.ARTICLE: file.article,
        Level.PARAGRAPH: file.paragraph,
        Level.STATEMENT: file.statement,
    }
    return tuple(
        Question(variable_id, level, entry, path, sound=path not in broken)
        for level, variables in by_level.items()
        for variable_id, entry in variables.items()
        for path in [(str(level), variable_id)]
    )


def owner_of_codes(question: Question, known: Known) -> Question | None:
    """The variable whose codes this one uses; None where `codes_from` names none with codes."""
    if not question.entry.codes_from or question.entry.codes:
        return question
    owner = known.get(question.entry.codes_from)
    return owner if owner is not None and not owner.entry.codes_from else None


def codes_of(question: Question, known: Known) -> dict[str, Item | None]:
    """The codes that a variable can have, by id; without an item where the program adds them.

    Empty where it has none, and where they are not known because of a fault reported elsewhere.
    """
    owner = owner_of_codes(question, known)
    if owner is None or not (question.sound and owner.sound):
        return {}
    if owner.items:
        return {item.id: item for item in owner.items}
    return dict.fromkeys(YES_NO) if owner.measurement is Measurement.BINARY else {}
