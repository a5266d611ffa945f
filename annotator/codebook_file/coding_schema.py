"""The JSON Schema of one coding: what a coder says of one unit, for programs and language models.

A paragraph is `{"paragraph": {...}, "statements": [{...}, ...], "memo": "..."}`, an article as a
whole `{"article": {...}, "memo": "..."}`. Codes stand as their ids, several as a list; special
answers as `not_applicable` and `cannot_tell`. What is not always asked, or need not be answered,
may be null.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from annotator.model.codebook import Code, Codebook, Guidance, Level, Measurement, Variable
from annotator.model.coding import State
from annotator.model.typed import NUMBERS

_DATE = r"^\d{4}-\d{2}-\d{2}$"
_LISTS = {
    "include": "Includes", "exclude": "Does not include", "rules": "Rule", "examples": "Example",
    "counter_examples": "Not an example",
}  # fmt: skip


class _Part(BaseModel):
    """Nothing but what the codebook asks."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)


def coding_schema(codebook: Codebook, *, whole_article: bool = False) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a coding of a paragraph, or of an article as a whole."""
    schema = coding_model(codebook, whole_article=whole_article).model_json_schema()
    about = {"title": codebook.title, "$comment": f"{codebook.id} {codebook.version}"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, **about}


def coding_model(codebook: Codebook, *, whole_article: bool = False) -> type[BaseModel]:
    """The same as a pydantic model, which checks codings."""
    memo = (str, Field("", description="What others should know of this coding; may be empty."))
    if whole_article:
        article = _part("Article", codebook.at(Level.ARTICLE))
        return create_model("Coding", __base__=_Part, article=(article, ...), memo=memo)
    fields: dict[str, Any] = {}
    if codebook.at(Level.PARAGRAPH):
        fields["paragraph"] = (_part("Paragraph", codebook.at(Level.PARAGRAPH)), ...)
    if codebook.at(Level.STATEMENT):
        statement = _part("Statement", codebook.at(Level.STATEMENT))
        most = codebook.max_statements or None
        about = "Every statement that the paragraph holds; an empty list if there is none."
        fields["statements"] = (list[statement], Field(max_length=most, description=about))  # type: ignore[valid-type]
    return create_model("Coding", __base__=_Part, **fields, memo=memo)


def _part(name: str, variables: tuple[Variable, ...]) -> type[BaseModel]:
    """Named by number inside, since a variable may be called like a method of pydantic."""
    fields: dict[str, Any] = {
        f"variable_{number}": _field(variable) for number, variable in enumerate(variables)
    }
    return create_model(name, __base__=_Part, **fields)


def _field(variable: Variable) -> tuple[Any, Any]:
    told: dict[str, Any] = {
        "alias": variable.id,
        "title": variable.label,
        "description": _description(variable),
    }
    answer: Any = _answer(variable)
    if variable.required and not (variable.ask_if or variable.ask_if_no_statement):
        return answer, Field(..., **told)
    return answer | None, Field(None, **told)


def _answer(variable: Variable) -> Any:
    special = tuple(_specials(variable))
    own = _typed(variable) if variable.is_typed else _chosen(variable)
    if variable.is_typed or variable.multiple:
        return own | Literal[special] if special else own
    return Literal[(*own, *special)]


def _specials(variable: Variable) -> Iterator[str]:
    if variable.not_applicable:
        yield State.NOT_APPLICABLE.value
    if variable.cannot_tell:
        yield State.CANNOT_TELL.value


def _typed(variable: Variable) -> Any:
    if variable.measurement in NUMBERS:
        return Annotated[float, Field(ge=variable.minimum, le=variable.maximum)]
    if variable.measurement is Measurement.DATE:
        return Annotated[str, Field(pattern=_DATE)]
    return str


def _chosen(variable: Variable) -> Any:
    """The ids that may be chosen today; a list of them where several may."""
    ids = tuple(path[-1].id for path in variable.paths.values() if _is_offered(variable, path))
    if not variable.multiple:
        return ids
    most = variable.max_select or None
    bounds = Field(min_length=variable.min_select, max_length=most)
    return Annotated[list[Literal[ids]], bounds]  # type: ignore[valid-type]


def _is_offered(variable: Variable, path: tuple[Code, ...]) -> bool:
    retired = any(code.deprecated or code.merged_into for code in path)
    return variable.may_stop_at(path[-1]) and not retired


def _description(variable: Variable) -> str:
    lines = [variable.question or variable.label, *_guidance(variable.guidance)]
    for name, codes in variable.ask_if.items():
        lines.append(f"Asked only if {name} is {' or '.join(codes)}.")
    if variable.ask_if_no_statement:
        lines.append("Asked only if the paragraph holds no statement.")
    for path in variable.paths.values():
        if _is_offered(variable, path):
            told = " ".join(_guidance(path[-1].guidance))
            label = " > ".join(code.label for code in path)
            lines.append(f"- {path[-1].id}: {label}" + (f". {told}" if told else ""))
    return "\n".join(lines)


def _guidance(guidance: Guidance) -> Iterator[str]:
    if guidance.definition:
        yield guidance.definition
    for name, heading in _LISTS.items():
        for text in getattr(guidance, name):
            yield f"{heading}: {text}"
