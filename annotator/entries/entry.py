"""One line of a flat codebook."""

from __future__ import annotations

from dataclasses import dataclass, field

OWN_LANGUAGE = ""
"""Stands for the language of the codebook, in which texts are that name none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The codebook itself (no variable), a variable (no code), or a code.

    `under` is the code right above, "" on the first level. `fields` holds everything else as text
    by name: `label`, `label@de`, `rules 1`, `measurement` ... (see `annotator.entries.fields`).
    """

    level: str = ""
    variable: str = ""
    code: str = ""
    under: str = ""
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of what the entry is about."""
        return self.code or self.variable

    @property
    def label(self) -> str:
        """The label in the codebook's own language, else the id."""
        return self.fields.get("label") or self.id
