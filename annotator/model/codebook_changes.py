"""What differs between two versions of a codebook, and what that does to codings already made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.model.codebook import Code, Codebook, Variable


class Effect(StrEnum):
    """What a change does to codings made before it."""

    NONE = "none"  # they mean what they meant
    MAPS = "maps"  # they become the code that theirs was merged into
    REVIEW = "review"  # they must be looked at again by whoever made them
    ASK = "ask"  # an answer is asked for that was not given
    HIDDEN = "hidden"  # they are kept, and no longer shown


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `code` is "" where it concerns the variable; `what` says it in words."""

    variable: str
    what: str
    effect: Effect = Effect.NONE
    code: str = ""
    target: str = ""
    """Of codes that map: the code they become."""


def changes(old: Codebook, new: Codebook) -> list[Change]:
    """Every difference, variable by variable in the order of the new codebook."""
    found: list[Change] = []
    for variable in new.variables:
        before = old.by_id.get(variable.id)
        found += _of_variable(before, variable) if before else _added(variable)
    gone = [variable for variable in old.variables if variable.id not in new.by_id]
    return found + [Change(v.id, "variable removed", Effect.HIDDEN) for v in gone]


def _added(variable: Variable) -> Iterator[Change]:
    if variable.required and not (variable.default or variable.prefill):
        yield Change(variable.id, "variable added; it must be answered", Effect.ASK)
    else:
        yield Change(variable.id, "variable added")


def _of_variable(old: Variable, new: Variable) -> Iterator[Change]:
    if old.level is not new.level:
        what = f"asked of the {new.level}, no longer of the {old.level}"
        yield Change(new.id, what, Effect.HIDDEN)
        return
    yield from _of_form(old, new)
    yield from _of_asking(old, new)
    if old.label != new.label or old.question != new.question:
        yield Change(new.id, "other words")
    if old.guidance != new.guidance:
        yield Change(new.id, "other definition or rules")
    yield from _of_codes(old, new)


def _of_form(old: Variable, new: Variable) -> Iterator[Change]:
    if old.measurement is not new.measurement:
        retyped = old.is_typed is not new.is_typed or new.is_typed
        effect = Effect.REVIEW if retyped else Effect.NONE
        yield Change(new.id, f"{old.measurement} becomes {new.measurement}", effect)
    if old.multiple and not new.multiple:
        yield Change(new.id, "one code instead of several", Effect.REVIEW)
    elif new.multiple and not old.multiple:
        yield Change(new.id, "several codes instead of one")
    if (old.minimum, old.maximum) != (new.minimum, new.maximum):
        yield Change(new.id, "other bounds", Effect.REVIEW)
    if old.compared is not new.compared:
        yield Change(new.id, "compared now" if new.compared else "no longer compared")


def _of_asking(old: Variable, new: Variable) -> Iterator[Change]:
    if new.required and not old.required:
        yield Change(new.id, "must be answered now", Effect.ASK)
    elif old.required and not new.required:
        yield Change(new.id, "may be left out now")
    asked = (old.ask_if, old.ask_if_no_statement) != (new.ask_if, new.ask_if_no_statement)
    if asked:
        yield Change(new.id, "asked under other conditions", Effect.ASK)
    if (old.not_applicable and not new.not_applicable) or (old.cannot_tell and not new.cannot_tell):
        yield Change(new.id, "a special answer is no longer allowed", Effect.REVIEW)


def _of_codes(old: Variable, new: Variable) -> Iterator[Change]:
    for code_id, path in new.paths.items():
        before = old.paths.get(code_id)
        if before is None:
            yield Change(new.id, "code added", code=code_id)
        else:
            yield from _of_code(new.id, before, path)
    for code_id in old.paths:
        if code_id not in new.paths:
            yield Change(new.id, "code removed", Effect.REVIEW, code_id)


def _of_code(variable: str, old: tuple[Code, ...], new: tuple[Code, ...]) -> Iterator[Change]:
    before, after = old[-1], new[-1]
    if after.merged_into and after.merged_into != before.merged_into:
        what = f"merged into {after.merged_into}"
        yield Change(variable, what, Effect.MAPS, after.id, after.merged_into)
    elif after.deprecated and not before.deprecated:
        yield Change(variable, "no longer used", Effect.REVIEW, after.id)
    elif before.deprecated and not after.deprecated:
        yield Change(variable, "used again", code=after.id)
    if [code.id for code in old[:-1]] != [code.id for code in new[:-1]]:
        under = new[-2].id if len(new) > 1 else "the top"
        yield Change(variable, f"moved to {under}", code=after.id)
    if before.label != after.label:
        yield Change(variable, f"“{before.label}” becomes “{after.label}”", code=after.id)
    if before.key != after.key:
        yield Change(variable, f"key {before.key or '-'} becomes {after.key or '-'}", code=after.id)
    if (before.value, before.off_scale) != (after.value, after.off_scale):
        yield Change(variable, "other number on the scale", code=after.id)
    if before.guidance != after.guidance:
        yield Change(variable, "other definition or rules", code=after.id)
