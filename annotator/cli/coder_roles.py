"""Coders who are no persons, marked as such wherever coders are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.study import Study

NO_PERSONS = ("machine", "crowd")
"""The roles that are marked, as text: `annotator status` cannot wait for the model's module."""


def roles(study: Study) -> dict[str, str]:
    """Machines and crowds among the coders: name -> role."""
    return {
        coder.name: str(coder.role)
        for coder in study.described_coders()
        if coder.role in NO_PERSONS
    }


def names(study: Study) -> dict[str, str]:
    """The names under which machines and crowds are shown."""
    known = roles(study)
    return {name: marked(name, known) for name in known}


def marked(name: str, known: dict[str, str]) -> str:
    """`gpt (machine)`; a person's name as it is."""
    return f"{name} ({known[name]})" if name in known else name


def remark(known: dict[str, str]) -> str:
    """That figures count those who are no persons; "" where all are."""
    if not known:
        return ""
    shown = ", ".join(marked(name, known) for name in known)
    return (
        f"The figures count {shown}; --by pair gives each pair its own rows; --coder NAME, "
        "repeated, chooses whose agreement is told."
    )
