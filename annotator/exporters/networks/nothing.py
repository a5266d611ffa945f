"""Why a network has no ties, and what to do about it."""

from __future__ import annotations

from annotator.exporters.networks.gathered import Gathered
from annotator.exporters.networks.wanted import IGNORE, TWOMODE, Wanted
from annotator.model.wording import counted

_EMPTY = "The network is empty: "


def why_empty(found: Gathered, asked: Wanted) -> str:
    """In words; "" where nothing at all was coded. For networks whose weights are all 0."""
    if not found.n_units:
        return ""
    if not found.n_statements:
        return (_EMPTY + "there are no statements in the codings chosen. Choose others with "
                "--coder, --round or --final; `-f csv` writes codings of every kind.")  # fmt: skip
    if not found.ties:
        return f"{_EMPTY}{_no_ties(found, asked)}"
    if asked.network.window and all(tie.day is None for tie in found.ties):
        return (_EMPTY + "--window needs the full date of an article (YYYY-MM-DD), and none with "
                "such a statement has one. Leave --window away.")  # fmt: skip
    return f"{_EMPTY}{_no_weights(asked)}"


def _no_ties(found: Gathered, asked: Wanted) -> str:
    names = ", ".join(variable.id for variable in asked.variables)
    options = "--actor and --concept"
    if asked.qualifier is not None:
        options = "--actor, --concept and --qualifier"
    return (f"of {counted(found.n_statements, 'statement')}, none has a value of each of {names}. "
            f"Code these, or choose other variables with {options}.")  # fmt: skip


def _no_weights(asked: Wanted) -> str:
    """There are ties of actors and concepts, but the choices make 0 of all of them."""
    network = asked.network
    pair = {TWOMODE: "an actor to a concept", "onemode": "one actor to another"}.get(
        network.mode, "one concept to another"
    )
    chosen = f"--mode {network.mode} --aggregation {network.aggregation}"
    return (f"with {chosen} no statements tie {pair}. With --mode {TWOMODE} --aggregation "
            f"{IGNORE} every statement does that has both.")  # fmt: skip
