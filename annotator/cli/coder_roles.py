"""Coders who are no persons, marked as such wherever coders are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.study import Study


def roles(study: Study) -> dict[str, str]:
    """Machines and crowds among the coders: name -> role."""
    from annotator.model.team import Role

    return {
        coder.name: str(coder.role)
        for coder in study.described_coders()
        if coder.role in (Role.MACHINE, Role.CROWD)
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
