"""As much of JSON Schema as our schema uses: does a value fit?

A word that is not known here fails the test, so that nothing is passed over in silence.
"""

from typing import Any

TYPES: dict[str, Any] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "null": lambda value: value is None,
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}
IGNORED = {"$schema", "$defs", "title", "description", "properties"}


def fits(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    """Whether the value is valid against the schema."""
    return all(
        _fits_word(value, word, given, schema, root)
        for word, given in schema.items()
        if word not in IGNORED
    ) and _properties_fit(value, schema, root)


def _fits_word(value: Any, word: str, given: Any, schema: Any, root: Any) -> bool:
    match word:
        case "$ref":
            return fits(value, root["$defs"][given.removeprefix("#/$defs/")], root)
        case "anyOf":
            return any(fits(value, option, root) for option in given)
        case "type":
            return any(
                TYPES[name](value) for name in ([given] if isinstance(given, str) else given)
            )
        case "enum":
            return value in given
        case "const":
            return bool(value == given)
        case "required":
            return not isinstance(value, dict) or set(given) <= set(value)
        case "items":
            return not isinstance(value, list) or all(fits(item, given, root) for item in value)
        case "minItems" | "minProperties":
            return not isinstance(value, list | dict) or len(value) >= given
        case "minimum":
            return not isinstance(value, int | float) or value >= given
        case "additionalProperties":
            return _rest_fits(value, given, schema, root)
    raise AssertionError(f"json_schema.py does not know {word}")


def _rest_fits(value: Any, given: Any, schema: Any, root: Any) -> bool:
    if not isinstance(value, dict):
        return True
    rest = [item for name, item in value.items() if name not in schema.get("properties", {})]
    return not rest if given is False else all(fits(item, given, root) for item in rest)


def _properties_fit(value: Any, schema: Any, root: Any) -> bool:
    return not isinstance(value, dict) or all(
        fits(value[name], below, root)
        for name, below in schema.get("properties", {}).items()
        if name in value
    )
