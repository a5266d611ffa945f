"""The codebook file as it is written by hand, as pydantic models.

All scalars arrive as text. A code may be just its label; a text may be a mapping from language to
text; what may be a list may be one item. The validators bring these short forms into one form.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    FiniteFloat,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from annotator.model.article import CODABLE_KINDS, Kind
from annotator.model.codebook import Measurement, Stop

NO_STATEMENT = "no_statement"
ANY_LANGUAGE = ""

SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"]}
WORDS: dict[str, Any] = {"anyOf": [SCALAR, {"type": "object", "additionalProperties": SCALAR}]}
WORD_LIST = {"anyOf": [*WORDS["anyOf"], {"type": "array", "items": WORDS}]}
_CODE_IDS = {"anyOf": [SCALAR, {"type": "array", "items": SCALAR}]}
_CONDITIONS = {
    "anyOf": [
        {"const": NO_STATEMENT},
        {"type": "object", "minProperties": 1, "additionalProperties": _CODE_IDS},
    ]
}


def _as_words(given: Any) -> Any:
    return {ANY_LANGUAGE: given} if isinstance(given, str) else given


def _as_list(given: Any) -> Any:
    return given if isinstance(given, list) else [given]


def _as_select(given: Any) -> Any:
    if not isinstance(given, str):
        return given
    short = {"one": {"min": "1", "max": "1"}, "many": {}}
    if given not in short:
        raise PydanticCustomError("choice", "", {"given": given, "choices": [*short]})
    return short[given]


def _as_conditions(given: Any) -> Any:
    if not isinstance(given, str):
        return given
    if given != NO_STATEMENT:
        raise PydanticCustomError("choice", "", {"given": given, "choices": [NO_STATEMENT]})
    return {NO_STATEMENT: []}


Text = Annotated[str, WithJsonSchema(SCALAR)]
Words = Annotated[dict[str, str], BeforeValidator(_as_words), WithJsonSchema(WORDS)]
WordList = Annotated[list[Words], BeforeValidator(_as_list), WithJsonSchema(WORD_LIST)]
Conditions = Annotated[
    dict[str, Annotated[list[str], BeforeValidator(_as_list)]],
    BeforeValidator(_as_conditions),
    WithJsonSchema(_CONDITIONS),
]
OneOrMore = BeforeValidator(_as_list)


class Entry(BaseModel):
    """A group of `name: value` lines. A name with nothing after it counts as not written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty(cls, given: Any) -> Any:
        if given is None:
            return {}
        if not isinstance(given, dict):
            return given
        return {name: value for name, value in given.items() if not cls._is_unwritten(name, value)}

    @classmethod
    def _is_unwritten(cls, name: str, value: object) -> bool:
        return value is None and name in cls.model_fields and name not in _NEVER_EMPTY


_NEVER_EMPTY = {"codes", "ask_if", "select"}


class Guided(Entry):
    """What variables and codes have in common: a label and the help that stands beside it."""

    label: Words = Field({}, description="What coders read. Default: the id.")
    definition: Words = Field({}, description="What is meant, in a sentence or two.")
    include: WordList = Field([], description="What belongs here.")
    exclude: WordList = Field([], description="What does not, and where it belongs.")
    rules: WordList = Field([], description="How to decide doubtful cases.")
    examples: WordList = Field([], description="Passages that are coded so.")
    counter_examples: WordList = Field([], description="Passages that are not.")


class CodeEntry(Guided):
    """A code: just its label, or details."""

    key: Text | None = Field(None, description="One letter a-z or digit. Default: assigned.")
    value: FiniteFloat | None = Field(None, description="The number it stands for.")
    off_scale: bool = Field(False, description="Has no place on the scale; left out of means.")
    needs_memo: bool = Field(False, description="Who chooses it must say why.")
    deprecated: bool = Field(False, description="No longer offered; old codings keep it.")
    merged_into: Text = Field("", description="The code that took its place.")
    codes: dict[str, CodeEntry] = Field({}, min_length=1, description="Codes below it.")

    @model_validator(mode="before")
    @classmethod
    def _label_alone(cls, given: Any) -> Any:
        return {"label": given} if isinstance(given, str) else given


class Select(Entry):
    """How many codes may be chosen. `max: 0` sets no bound."""

    min: int = Field(1, ge=0)
    max: int = Field(0, ge=0)


class Anchors(Entry):
    """What the ends of a scale mean."""

    low: Words = {}
    high: Words = {}


class AgreementEntry(Entry):
    """What is demanded of an agreement figure."""

    reliable: FiniteFloat | None = Field(
        None, ge=0, le=1, description="Reliable from this value on. Default: 0.8."
    )
    tentative: FiniteFloat | None = Field(
        None, ge=0, le=1, description="Tentatively so from this value on. Default: 0.667."
    )


Special = Literal["not_applicable", "cannot_tell"]
Proposal = Literal["kind", "title", "author", "source", "date", "url"]


class VariableEntry(Guided):
    """One question of the codebook."""

    question: Words = Field({}, description="The question as the coder reads it.")
    measurement: Measurement | None = Field(
        None, description="Default: nominal with codes, text without."
    )
    codes: dict[str, CodeEntry] = Field(
        {}, min_length=1, description="The answers: `id: label`, or `id:` with details."
    )
    codes_from: Text = Field("", description="Takes its codes from this variable.")
    stop: Stop = Field(Stop.ANY, description="Whether a group of codes can be an answer itself.")
    select: Annotated[Select, BeforeValidator(_as_select)] = Field(
        Select(min=1, max=1), description="one, many or {min: 1, max: 3}"
    )
    required: bool | None = Field(None, description="Default: true; false for text.")
    compared: bool | None = Field(
        None, description="false: coders may differ. Default: true; text is never compared."
    )
    default: Text = Field("", description="The answer where the coder gives none.")
    prefill: Proposal | None = Field(
        None, description="What the program proposes and the coder confirms."
    )
    ask_if: Conditions = Field({}, description="Asked only if another variable has these codes.")
    special: Annotated[list[Special], OneOrMore] = Field(
        ["not_applicable", "cannot_tell"], description="Special answers that are allowed."
    )
    min: FiniteFloat | None = Field(None, description="Smallest number allowed.")
    max: FiniteFloat | None = Field(None, description="Largest number allowed.")
    anchors: Anchors = Field(Anchors(), description="What the ends of the scale mean.")
    agreement: AgreementEntry = Field(
        AgreementEntry(reliable=None, tentative=None),
        description="What is demanded of this variable's agreement, if not what is of all.",
    )


class Statements(Entry):
    """Bounds on the statements of a paragraph."""

    max: int = Field(0, ge=0, description="Most statements in a paragraph; 0 sets no bound.")


Variables = dict[str, VariableEntry]


class CodebookFile(Entry):
    """A codebook of annotator."""

    codebook: Text = Field(description="A short name without spaces; stays the same for ever.")
    version: Text = Field(description="Raise it whenever a meaning changes.")
    title: Words = Field({}, description="What the study is about. Default: the short name.")
    language: Text = Field("en", description="The language of texts that name none.")
    codable: Annotated[list[Kind], OneOrMore] = Field(
        list(CODABLE_KINDS), min_length=1, description="Kinds of paragraph put before coders."
    )
    statements: Statements = Field(
        Statements(max=0), description="How many statements a paragraph may hold: `{max: 12}`."
    )
    agreement: AgreementEntry = Field(
        AgreementEntry(reliable=None, tentative=None),
        description="What is demanded of agreement: `{reliable: 0.8, tentative: 0.667}`.",
    )
    article: Variables = Field({}, description="Asked once of each article.")
    paragraph: Variables = Field({}, description="Asked once of each paragraph.")
    statement: Variables = Field({}, description="Asked of each statement in a paragraph.")
