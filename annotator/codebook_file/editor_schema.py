"""The JSON Schema of codebook files, with which editors complete and check them."""

from __future__ import annotations

from typing import Any

from annotator.codebook_file.schema import SCALAR, WORD_LIST, WORDS, CodebookFile

_SHARED = {"Text": SCALAR, "Words": WORDS, "WordList": WORD_LIST}
_SHORT_CODE = {"type": ["string", "number", "boolean", "null"], "description": "The label."}
_NOTHING = {"type": "null"}


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of the format, short forms included."""
    schema = CodebookFile.model_json_schema()
    definitions = schema["$defs"]
    definitions["CodeDetails"] = definitions["CodeEntry"]
    definitions["CodeEntry"] = {"anyOf": [_SHORT_CODE, {"$ref": "#/$defs/CodeDetails"}]}
    variable = definitions["VariableEntry"]["properties"]
    variable["select"] = _with_short_form(variable["select"], {"enum": ["one", "many"]})
    variable["special"] = _with_short_form(variable["special"], variable["special"]["items"])
    codable = schema["properties"]["codable"]
    schema["properties"]["codable"] = _with_short_form(codable, codable["items"])
    for level in ("article", "paragraph", "statement"):
        schema["properties"][level] = _with_short_form(schema["properties"][level], _NOTHING)
    schema = _with_references(_without_noise(schema))
    schema["$defs"].update(_SHARED)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "annotator codebook",
        **schema,
    }


def _with_short_form(schema: dict[str, Any], short: dict[str, Any]) -> dict[str, Any]:
    description = schema.pop("description", "")
    return {"anyOf": [short, schema], "description": description}


def _without_noise(schema: Any) -> Any:
    """Without titles made from field names, and without defaults in a form nobody writes."""
    if isinstance(schema, list):
        return [_without_noise(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: _fields(value) if name in {"properties", "$defs"} else _without_noise(value)
        for name, value in schema.items()
        if name not in {"title", "default"}
    }


def _with_references(schema: Any) -> Any:
    """With the forms of text named instead of written out a hundred times."""
    if isinstance(schema, list):
        return [_with_references(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    described = {"description": schema["description"]} if "description" in schema else {}
    for name, form in _SHARED.items():
        if schema in (form, {**form, **described}):
            return {"$ref": f"#/$defs/{name}", **described}
    return {name: _with_references(value) for name, value in schema.items()}


def _fields(schemas: dict[str, Any]) -> dict[str, Any]:
    return {name: _without_noise(schema) for name, schema in schemas.items()}
