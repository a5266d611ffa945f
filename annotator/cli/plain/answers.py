"""What was typed in line mode, read as answers. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from annotator.model.codebook import Code, Variable
from annotator.model.coding import CANNOT_TELL, NOT_APPLICABLE, Answer, State
from annotator.model.typed import Refused, read_typed

SAME_AS_ABOVE, AND_ANOTHER = ".", ","
_NAMED_AT_MOST = 6


def read_answers(
    variable: Variable, line: str, above: Answer | None = None
) -> tuple[Answer, ...] | Refused:
    """The answer that a line gives; several (`china, russia`) where each is one of its own.

    `.` repeats the answer `above`, `-` is not applicable, `*` cannot tell.
    """
    line = line.strip()
    if line == SAME_AS_ABOVE:
        return (above,) if above else Refused("No statement above answers this.")
    if line == "-" and variable.not_applicable:
        return (NOT_APPLICABLE,)
    if line == "*" and variable.cannot_tell:
        return (CANNOT_TELL,)
    if variable.is_typed:
        typed = read_typed(variable, line)
        return typed if isinstance(typed, Refused) else (Answer.of(typed),)
    return _as_answers(variable, _find_all(variable, line))


def with_another(variable: Variable, given: Answer, line: str) -> Answer | Refused:
    """A multi-select answer with more codes: what `, china` after `russia` means."""
    added = _find_all(variable, line)
    if isinstance(added, Refused):
        return added
    before = given.values if given.state is State.CODED else ()
    return _selection(variable, (*before, *added))


def find_code(variable: Variable, typed: str) -> Code | Refused:
    """The code with that key path, id or label, or the only one of which a name begins so."""
    wanted = _folded(typed)
    codes = [path[-1] for path in variable.paths.values()]
    keys = wanted.replace(" ", "")
    exact = (
        *(code for code in codes if _folded(variable.key_path(code.id)) == keys),
        *(code for code in codes if _folded(code.id) == wanted),
        *(code for code in codes if _folded(code.label) == wanted),
    )
    if exact:
        return exact[0]
    begin = [code for code in codes if _begins(code.id, wanted) or _begins(code.label, wanted)]
    return begin[0] if len(begin) == 1 else _not_one(variable, begin)


def _as_answers(
    variable: Variable, codes: tuple[str, ...] | Refused
) -> tuple[Answer, ...] | Refused:
    if isinstance(codes, Refused):
        return codes
    if not variable.multiple:
        return tuple(map(Answer.of, dict.fromkeys(codes)))
    selection = _selection(variable, codes)
    return selection if isinstance(selection, Refused) else (selection,)


def _find_all(variable: Variable, line: str) -> tuple[str, ...] | Refused:
    """The codes of a line: one, also with a comma in its label, or several between commas."""
    whole = find_code(variable, line)
    parts = [part for part in line.split(AND_ANOTHER) if part.strip()]
    if isinstance(whole, Code) or len(parts) < 2:
        return _usable_ids(variable, [whole])
    return _usable_ids(variable, [find_code(variable, part) for part in parts])


def _usable_ids(variable: Variable, codes: Iterable[Code | Refused]) -> tuple[str, ...] | Refused:
    ids: list[str] = []
    for code in codes:
        usable = code if isinstance(code, Refused) else _usable(variable, code)
        if isinstance(usable, Refused):
            return usable
        ids.append(usable.id)
    return tuple(ids)


def _usable(variable: Variable, code: Code) -> Code | Refused:
    """The code, if it can be given."""
    if code.deprecated:
        instead = f" Use {code.merged_into} instead." if code.merged_into else ""
        return Refused(f"{code.label} is no longer used.{instead}")
    if not variable.may_stop_at(code):
        return Refused(f"{code.label} is a group. Type one of: {_named(variable, code.codes)}.")
    return code


def _selection(variable: Variable, codes: Iterable[str]) -> Answer | Refused:
    different = tuple(dict.fromkeys(codes))
    if variable.max_select and len(different) > variable.max_select:
        return Refused(f"{variable.label} takes at most {variable.max_select} codes.")
    if len(different) < variable.min_select:
        return Refused(
            f"{variable.label} takes at least {variable.min_select} codes: put commas between them."
        )
    return Answer(different)


def _not_one(variable: Variable, codes: list[Code]) -> Refused:
    if not codes:
        return Refused("No code is called so. ? reads the codes, ? WORDS finds one.")
    return Refused(f"Which one: {_named(variable, codes)}?")


def _named(variable: Variable, codes: Iterable[Code]) -> str:
    names = [f"{variable.key_path(code.id)} {code.label}" for code in codes]
    more = len(names) - _NAMED_AT_MOST
    return "; ".join(names[:_NAMED_AT_MOST]) + (f"; and {more} more" if more > 0 else "")


def _begins(name: str, wanted: str) -> bool:
    """Whether the name, or a word of it, begins so."""
    folded = _folded(name)
    return bool(wanted) and f" {wanted}" in f" {folded} {folded.replace('.', ' ')}"


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()
