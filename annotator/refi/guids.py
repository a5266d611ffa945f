"""Globally unique ids that are always the same for the same thing (UUID version 5, RFC 9562)."""

from __future__ import annotations

import json
import uuid

_SPACE = uuid.UUID("6b0e7c1a-3a5e-5d0c-9c55-2f6f0f5d8b11")


def guid(*parts: str) -> str:
    """The id of what these parts name, in capitals as most programs write them."""
    return str(uuid.uuid5(_SPACE, json.dumps(parts))).upper()


def code_guid(codebook: str, variable: str, code: str = "") -> str:
    """The id of a code, or of a variable; it stays the same for every version of the codebook."""
    return guid("code", codebook, variable, code)


def same_form(text: str) -> str:
    """An id as we compare it: capitals, no braces, no white space around it."""
    return text.strip().removeprefix("{").removesuffix("}").upper()
