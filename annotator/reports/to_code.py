"""The units to be coded and what is asked of them, as plain data for programs. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from annotator.model.article import Article
from annotator.model.codebook import GUIDANCE_LISTS, Code, Codebook, Guidance, Level, Variable

_METADATA = ("title", "author", "source", "date", "url")


def unit_data(
    codebook: Codebook, article: Article, number: int, *, context: int = 0,
    masked: Collection[str] = (),
) -> dict[str, Any]:  # fmt: skip
    """One unit: paragraph `number`, or the article as a whole (0).

    `context` is how many paragraphs before and after it are shown, `masked` names the metadata
    that coders do not see. `asked` names variables by what they are asked of.
    """
    data: dict[str, Any] = {"article_id": article.id}
    hidden = {"name", *_METADATA} & set(masked)
    if "name" not in hidden and "title" not in hidden:  # names are often made of titles
        data["article"] = article.name
    data |= {
        name: getattr(article, name)
        for name in _METADATA
        if name not in hidden and getattr(article, name)
    }
    data["paragraph"] = number
    if number:
        data |= _paragraph(article, number, context)
        levels: tuple[Level, ...] = (Level.PARAGRAPH, Level.STATEMENT)
    else:
        data["text"] = article.text
        levels = (Level.ARTICLE,)
    asked = {str(level): [variable.id for variable in codebook.at(level)] for level in levels}
    return data | {"asked": {level: names for level, names in asked.items() if names}}


def _paragraph(article: Article, number: int, context: int) -> dict[str, Any]:
    last = len(article.paragraphs)
    before = range(max(1, number - context), number)
    after = range(number + 1, min(last, number + context) + 1)
    data: dict[str, Any] = {
        "kind": str(article.paragraph(number).kind),
        "text": article.paragraph_text(number),
    }
    if context:
        data["before"] = [article.paragraph_text(n) for n in before]
        data["after"] = [article.paragraph_text(n) for n in after]
    return data


def questions(codebook: Codebook) -> dict[str, Any]:
    """What is asked, with every code and all the help that coders have."""
    return {
        "codebook": codebook.id,
        "version": codebook.version,
        "title": codebook.title,
        "language": codebook.language,
        "max_statements": codebook.max_statements,
        "variables": [_variable(variable) for variable in codebook.variables],
    }


def _variable(variable: Variable) -> dict[str, Any]:
    special = {"not_applicable": variable.not_applicable, "cannot_tell": variable.cannot_tell}
    data: dict[str, Any] = {
        "id": variable.id,
        "level": str(variable.level),
        "label": variable.label,
        "question": variable.question,
        "measurement": str(variable.measurement),
        "required": variable.required,
        "special": [name for name, allowed in special.items() if allowed],
    }
    if variable.ask_if:
        data["ask_if"] = {name: list(codes) for name, codes in variable.ask_if.items()}
    if variable.multiple:
        data |= {"select_min": variable.min_select, "select_max": variable.max_select or None}
    if variable.minimum is not None or variable.maximum is not None:
        data |= {"min": variable.minimum, "max": variable.maximum}
    return data | _guidance(variable.guidance) | {"codes": list(_codes(variable))}


def _codes(variable: Variable) -> Iterator[dict[str, Any]]:
    """The codes that may be given, those of a tree with the codes above them."""
    for path in variable.paths.values():
        code = path[-1]
        if not code.deprecated and variable.may_stop_at(code):
            data = {"id": code.id, "label": code.label, **_scale(code)}
            above = {"under": [upper.id for upper in path[:-1]]} if len(path) > 1 else {}
            yield data | above | _guidance(code.guidance)


def _scale(code: Code) -> Mapping[str, float]:
    return {} if code.value is None else {"value": code.value}


def _guidance(guidance: Guidance) -> dict[str, Any]:
    found: dict[str, Any] = {name: list(getattr(guidance, name)) for name in GUIDANCE_LISTS}
    found = {"definition": guidance.definition} | found
    return {name: value for name, value in found.items() if value}
