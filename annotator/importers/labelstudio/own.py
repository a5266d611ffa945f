"""Our own tasks for Label Studio, as they went there or come back, as a table of codings.

annotations   of people there, by their address; a paragraph handed in is finished
predictions   what we wrote of our coders, by whom the task says; else those of models
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.errors import CodingsError
from annotator.importers.json_values import as_dict, as_list, as_text, decoded, parsed
from annotator.importers.labelstudio.results import coder_of, foretold, model_of, submitted
from annotator.importers.labelstudio.stand_in import StandIn
from annotator.model.codebook import Codebook, Variable
from annotator.model.coding import SEPARATOR, State
from annotator.model.columns import variable_of
from annotator.model.controls import (
    CODERS,
    DONE,
    FLAGGED,
    LABELLED,
    MEMO,
    PLACE,
    STATE,
    STATEMENT,
    STATEMENT_FLAGGED,
    STATEMENT_MEMO,
)
from annotator.model.problem import Problem
from annotator.tables.sheet import Record, Sheet
from annotator.tables.table import cell_text

_COLUMNS = (
    *("coder", "round", *PLACE, "statement", "variable", "value", "state"),
    *("memo", "flagged", "done"),
)
_TEXTS = {"textarea": "text", "number": "number", "datetime": "datetime"}
_CODES = ("choices", "taxonomy", "labels")
_SPECIAL = frozenset(str(state) for state in State if state is not State.CODED)
LEFT_OUT = "predictions of models are left out; --predictions brings them in"


class Tasks(NamedTuple):
    """The table, what is to be said of it, and the coders that are models."""

    sheet: Sheet
    told: tuple[str, ...] = ()
    machines: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Target:
    """What is said of the unit, or of one statement: rows of variable, value, state."""

    rows: list[tuple[str, str, str]] = field(default_factory=list)
    memo: str = ""
    flagged: bool = False
    done: bool = False


class _Work(NamedTuple):
    """The results of one coder on a task."""

    coder: str
    round: str
    results: Sequence[Any]
    is_done: bool = False


def recognises(data: Any) -> bool:
    """Whether JSON holds tasks that say of which unit of a study they are."""
    first = as_dict(next(iter(as_list(data)), None))
    return as_dict(first.get("data")).keys() >= set(PLACE)


def tasks_of(
    content: bytes, where: str, codebook: Codebook, *, predictions: bool, coder: str = "",
    round: str = "",
) -> Tasks:  # fmt: skip
    """The table of what was said of these tasks; `predictions`: models' answers, too.

    `coder` and `round` stand in where an answer does not say. Places in the messages count the
    tasks.
    """
    try:
        data = parsed(decoded(content, where), where)
    except CodingsError as error:
        return Tasks(Sheet([], [], list(error.problems)))
    reader = _Reader(where, codebook, predictions, coder=coder, round=round)
    for number, task in enumerate(map(as_dict, as_list(data)), 1):
        reader.take(number, task)
    if reader.faults():
        return Tasks(Sheet([], [], reader.faults()))
    return Tasks(reader.sheet, tuple(reader.told()), frozenset(reader.machines))


class _Reader:
    """Turns tasks into rows, one after another."""

    def __init__(
        self, where: str, codebook: Codebook, predictions: bool, *, coder: str, round: str
    ) -> None:
        self._where, self._codebook, self._predictions = where, codebook, predictions
        self._coder, self._round = StandIn("coder", coder), StandIn("round", round)
        self.sheet = Sheet(list(_COLUMNS), [], [])
        self.machines: set[str] = set()
        self._n_left_out = 0

    def faults(self) -> list[Problem]:
        """What the user named and no answer lacks, after the last task."""
        found = (one.problem(self._where) for one in (self._coder, self._round))
        return [fault for fault in found if fault]

    def told(self) -> Iterator[str]:
        """What is to be said of the tasks, after the last of them."""
        if self._n_left_out:
            yield f"{LEFT_OUT} ({self._n_left_out:,})"
        yield from filter(None, (one.told() for one in (self._coder, self._round)))

    def take(self, number: int, task: Mapping[str, Any]) -> None:
        """Add the rows of a task."""
        data = as_dict(task.get("data"))
        place = [as_text(data.get(name)) for name in PLACE]
        for work in self._works(task, as_dict(data.get(CODERS))):
            targets = self._targets(number, work.results, labelled=data.get(LABELLED) is True)
            is_done = work.is_done or targets[""].done
            for statement, target in enumerate(targets.values()):
                who = [self._coder.cell(work.coder), self._round.cell(work.round)]
                before = [*who, *place, str(statement or "")]
                after = [target.memo, _mark(target.flagged), _mark(is_done)]
                rows = target.rows or [("", "", "")]
                self.sheet.records.extend(Record(number, [*before, *row, *after]) for row in rows)

    def _works(self, task: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[_Work]:
        people = set()
        for annotation in submitted(task):
            coder = coder_of(annotation)
            people.add(coder)
            # who hands an annotation in there has finished; what we wrote says so itself
            yield _Work(coder, "", as_list(annotation.get("result")), is_done=bool(coder))
        for prediction in foretold(task):
            version, found = model_of(prediction), as_list(prediction.get("result"))
            ours = as_dict(known.get(as_text(prediction.get("model_version"))))
            if ours:
                yield _Work(as_text(ours.get("coder")), as_text(ours.get("round")), found)
            elif self._predictions:
                coder = f"{version} (model)" if version in people else version
                self.machines.add(coder)
                yield _Work(coder, "", found, is_done=True)
            else:
                self._n_left_out += 1

    def _targets(
        self, number: int, results: Sequence[Any], *, labelled: bool
    ) -> dict[str, _Target]:
        """What was said of the unit (under ""), then of each region, which is a statement."""
        targets = {"": _Target()}
        for place, result in enumerate(map(as_dict, results)):
            value = as_dict(result.get("value"))
            region = as_text(result.get("id")) or f"result {place}" if "start" in value else ""
            if fault := self._take(targets.setdefault(region, _Target()), result, value, labelled):
                self.sheet.problems.append(Problem(fault, self._where, number))
        return targets

    def _take(
        self, target: _Target, result: Mapping[str, Any], value: Mapping[str, Any], labelled: bool
    ) -> str:
        """Put a result into what is said of its target; why it cannot be, in words."""
        control, kind = as_text(result.get("from_name")), as_text(result.get("type"))
        if kind not in _TEXTS and kind not in _CODES:
            return f'a result of the type "{kind}", which answers no question of a codebook'
        given = value.get(_TEXTS.get(kind, kind))
        if control in (MEMO, STATEMENT_MEMO):
            target.memo = "\n".join(map(as_text, _listed(given)))
        elif control in (FLAGGED, STATEMENT_FLAGGED):
            target.flagged = bool(given)
        elif control == DONE:
            target.done = bool(given)
        elif control != STATEMENT:
            name = variable_of(control.removesuffix(STATE))
            target.rows.append((name, *self._value(name, kind, _listed(given), labelled)))
        return ""

    def _value(self, name: str, kind: str, given: Sequence[Any], labelled: bool) -> tuple[str, str]:
        """The cells for value and state."""
        if kind in _TEXTS:
            return "\n".join(map(cell_text, given)), ""
        paths = [[as_text(step) for step in _listed(one)] or [""] for one in given]
        if len(paths) == 1 and paths[0][-1] in _SPECIAL:
            return "", paths[0][-1]
        variable = self._codebook.by_id.get(name) if labelled else None
        codes = (_code(variable, path) if variable else path[-1] for path in paths)
        return SEPARATOR.join(codes), ""


def _listed(given: Any) -> Sequence[Any]:
    return given if isinstance(given, list) else [given]


def _mark(is_so: bool) -> str:
    return "1" if is_so else "0"


def _code(variable: Variable, labels: Sequence[str]) -> str:
    """The one code with that label (in a tree: that lies under these); else the label itself."""
    wanted = list(labels)
    found = [
        code
        for code, path in variable.paths.items()
        if [one.label for one in path][-len(wanted) :] == wanted
    ]
    return found[0] if len(found) == 1 else wanted[-1]
