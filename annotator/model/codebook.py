"""The codebook: variables with their codes, as coders and statistics see it.

This is the compiled form, in one language, with every key assigned and every default filled in.
How it is written by hand is the business of `annotator.codebook_file`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from annotator.model.article import CODABLE_KINDS


class Level(StrEnum):
    """What a variable is asked of."""

    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    STATEMENT = "statement"


class Measurement(StrEnum):
    """Level of measurement (Stevens 1946), and free text and dates."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"
    BINARY = "binary"
    TEXT = "text"
    DATE = "date"


class Stop(StrEnum):
    """Where a coder may stop in a tree of codes."""

    ANY = "any"
    LEAF = "leaf"


@dataclass(frozen=True)
class Agreement:
    """From which value on an agreement figure is reliable, and from which on tentatively so.

    The values where nothing is said: Krippendorff, K. (2004): Content Analysis (2nd ed.). Sage,
    p. 241.
    """

    reliable: float = 0.8
    tentative: float = 0.667


@dataclass(frozen=True)
class Guidance:
    """The help that stands beside a variable or a code."""

    definition: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


GUIDANCE_LISTS = ("include", "exclude", "rules", "examples", "counter_examples")
"""What is a list in `Guidance`, in the order in which it is read."""


@dataclass(frozen=True)
class Code:
    """One code. `id` is text and never changes; `key` is one letter or digit among its siblings.

    `value` is the number it stands for; a code that is `off_scale` has none and is left out of
    ordinal, interval and ratio figures. `codes` are the codes below it.
    """

    id: str
    label: str
    key: str
    value: float | None = None
    off_scale: bool = False
    guidance: Guidance = field(default_factory=Guidance)
    needs_memo: bool = False
    deprecated: bool = False
    merged_into: str = ""
    codes: tuple[Code, ...] = ()

    def walk(self) -> Iterator[Code]:
        """This code and all below it, depth first, in the order of the file."""
        yield self
        for code in self.codes:
            yield from code.walk()


@dataclass(frozen=True)
class Variable:
    """One question of the codebook.

    `ask_if` maps a variable to the codes under which this one is asked (a group stands for all
    codes below it; all conditions must hold); `ask_if_no_statement` asks only where a paragraph
    has no statement. `prefill` names the metadata the answer is proposed from (`kind` for a
    paragraph; `title`, `author`, `source`, `date`, `url` for an article). `minimum` and `maximum`
    bound a number; `min_select` and `max_select` a selection (max 0: no bound). `agreement` is what
    the codebook demands of this variable, where it is not what it demands of all. `compared` is
    false where the codebook says that coders may differ; ask `is_compared`.
    """

    id: str
    level: Level
    label: str
    measurement: Measurement
    question: str = ""
    guidance: Guidance = field(default_factory=Guidance)
    codes: tuple[Code, ...] = ()
    stop: Stop = Stop.ANY
    multiple: bool = False
    min_select: int = 1
    max_select: int = 1
    required: bool = True
    default: str = ""
    prefill: str = ""
    ask_if: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ask_if_no_statement: bool = False
    not_applicable: bool = True
    cannot_tell: bool = True
    minimum: float | None = None
    maximum: float | None = None
    anchors: tuple[str, str] = ("", "")
    agreement: Agreement | None = None
    compared: bool = True

    @property
    def is_compared(self) -> bool:
        """Whether it is a disagreement when coders answer differently; free text is not."""
        return self.compared and self.measurement is not Measurement.TEXT

    @property
    def tells_apart(self) -> bool:
        """Whether every statement has a code of it that is compared: alike ones are found by it."""
        return self.required and self.is_compared and bool(self.codes)

    @cached_property
    def paths(self) -> Mapping[str, tuple[Code, ...]]:
        """Every code by its id, as the path that leads to it: `paths[id][-1]` is the code."""
        found: dict[str, tuple[Code, ...]] = {}

        def descend(codes: tuple[Code, ...], above: tuple[Code, ...]) -> None:
            for code in codes:
                found[code.id] = (*above, code)
                descend(code.codes, found[code.id])

        descend(self.codes, ())
        return found

    def code(self, code_id: str) -> Code | None:
        """The code with that id, at any depth."""
        path = self.paths.get(code_id)
        return path[-1] if path else None

    def key_path(self, code_id: str) -> str:
        """The keys that lead to a code: `sr` for *sanctions > relief*."""
        return "".join(code.key for code in self.paths[code_id])

    def ancestor(self, code_id: str, depth: int = 1) -> str:
        """The code's ancestor at that depth (1: the first level), or itself where it is higher."""
        path = self.paths.get(code_id)
        return path[min(depth, len(path)) - 1].id if path else code_id

    def may_stop_at(self, code: Code) -> bool:
        """Whether the code can be a value (a group can where the codebook says `stop: any`)."""
        return not code.codes or self.stop is Stop.ANY

    @property
    def is_tree(self) -> bool:
        """Whether any code has codes below it."""
        return any(code.codes for code in self.codes)

    @cached_property
    def n_levels(self) -> int:
        """How many levels the tree of codes has: 1 where no code has codes below it."""
        return max(map(len, self.paths.values()), default=0)

    @property
    def is_typed(self) -> bool:
        """Whether the answer is typed in (text, date, a bare number) rather than chosen."""
        return not self.codes


@dataclass(frozen=True)
class Codebook:
    """A codebook in one language. `version` is what people call it, `hash` that of its file."""

    id: str
    title: str
    version: str
    language: str
    variables: tuple[Variable, ...]
    hash: str = ""
    codable: tuple[str, ...] = CODABLE_KINDS
    max_statements: int = 0
    agreement: Agreement = field(default_factory=Agreement)

    @cached_property
    def by_id(self) -> Mapping[str, Variable]:
        """Every variable by its id."""
        return {variable.id: variable for variable in self.variables}

    def at(self, level: Level) -> tuple[Variable, ...]:
        """The variables of a level, in the order of the file."""
        return self._by_level[level]

    @cached_property
    def _by_level(self) -> Mapping[Level, tuple[Variable, ...]]:
        return {
            level: tuple(variable for variable in self.variables if variable.level is level)
            for level in Level
        }

    @cached_property
    def kind_variable(self) -> Variable | None:
        """The variable with which coders confirm or correct the kind of a paragraph, if any."""
        return next((v for v in self.at(Level.PARAGRAPH) if v.prefill == "kind"), None)
