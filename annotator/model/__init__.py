"""The words of the field as frozen values: no input or output, no clock, no database.

Plain dataclasses, because they stand on the path to the first screen; pydantic guards the edges
where foreign data comes in (docs/decisions/002-plain-model.md).
"""
