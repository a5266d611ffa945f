"""Which column of a table holds what: by name, by synonym, or as the user mapped it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from annotator.model.codebook import Codebook, Level
from annotator.model.columns import METADATA_PREFIX, RESERVED, column_name
from annotator.model.problem import Problem

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "coder": ("annotator", "rater"),
    "round": ("phase",),
    "article": ("document", "doc", "file"),
    "article_id": (),
    "paragraph": ("par", "unit", "block"),
    "statement": ("record",),
    "variable": (),
    "value": (),
    "state": (),
    "memo": ("note", "comment"),
    "flagged": ("flag",),
    "done": ("finished",),
    "n_statements": (),
}
"""Every field with the other names under which it is recognised."""

_STATE = "_state"
_LONG_ONLY = ("variable", "value", "state")
_LIKE = 0.75  # how alike a column must be to a variable to be taken for a slip of the pen


@dataclass(slots=True)
class Layout:
    """Where the fields and variables stand: places of columns, from 0.

    `states` are columns that say why a typed value is not there: Parquet has numbers or dates only.
    """

    long: bool
    fields: dict[str, int] = field(default_factory=dict)
    variables: dict[str, int] = field(default_factory=dict)
    states: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def match_columns(
    columns: Sequence[str],
    codebook: Codebook,
    where: str,
    *,
    mapped: Mapping[str, str],
    long: bool | None = None,
) -> Layout:
    """Match the columns; `long` None: long if there are columns for variable and value."""
    names = [_plain(column) for column in columns]
    if long is None:
        both = {_plain(mapped.get(name, name)) for name in ("variable", "value")}
        long = both <= set(names)
    layout = Layout(long)
    layout.problems += _twice(columns, names, where)
    free = _Free(names, where, layout)
    free.take_mapped(mapped, codebook)
    free.take_fields()
    if not long:
        free.take_variables(codebook)
    free.take_synonyms()
    free.judge_rest(columns, codebook)
    return layout


def _plain(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")


def _twice(columns: Sequence[str], names: Sequence[str], where: str) -> Iterator[Problem]:
    for place, name in enumerate(names):
        if name and name in names[:place] and not name.startswith(METADATA_PREFIX):
            yield Problem(f'there are two columns "{columns[place]}"', where, 1)


class _Free:
    """The columns that nothing was matched with yet."""

    def __init__(self, names: Sequence[str], where: str, layout: Layout) -> None:
        self._places = {name: place for place, name in reversed(list(enumerate(names))) if name}
        self._own = "article_id" in self._places  # only our exports have it
        self._where = where
        self._layout = layout
        self._settled: set[str] = set()

    def take_mapped(self, mapped: Mapping[str, str], codebook: Codebook) -> None:
        """What the user said; a field mapped to nothing is not read from the table."""
        for name, column in mapped.items():
            if name not in SYNONYMS and name not in codebook.by_id:
                near = get_close_matches(name, [*SYNONYMS, *codebook.by_id], n=1)
                self._fault(f'--map: there is no field "{name}"', near)
            elif not column:
                self._places.pop(name, None)
            elif (place := self._places.pop(_plain(column), None)) is None:
                near = get_close_matches(_plain(column), list(self._places), n=1)
                self._fault(f'--map: there is no column "{column}"', near)
            else:
                target = self._layout.fields if name in SYNONYMS else self._layout.variables
                target[name] = place
            self._settled.add(name)

    def take_fields(self) -> None:
        """Columns that are called as we call them."""
        for name in SYNONYMS:
            if self._layout.long or name not in _LONG_ONLY:
                self._take(self._layout.fields, name, name)

    def take_variables(self, codebook: Codebook) -> None:
        """Columns that are called like a variable. In our own tables `date` is the article's."""
        for variable in codebook.by_id:
            self._take(self._layout.variables, variable, column_name(variable).casefold())
            if not (self._own and variable.casefold() in RESERVED):
                self._take(self._layout.variables, variable, variable.casefold())
        for variable in self._layout.variables if self._own else ():
            if codebook.by_id[variable].is_typed:
                state = f"{column_name(variable)}{_STATE}".casefold()
                self._take(self._layout.states, variable, state)

    def take_synonyms(self) -> None:
        """Columns that others call differently."""
        for name, synonyms in SYNONYMS.items():
            for synonym in synonyms:
                self._take(self._layout.fields, name, synonym)

    def judge_rest(self, columns: Sequence[str], codebook: Codebook) -> None:
        """Columns that are left: ours to read, a slip of the pen, or something else."""
        wanted = [] if self._layout.long else list(codebook.by_id)
        missing = [name for name in wanted if name not in self._layout.variables]
        repeated = self._repeated(codebook)
        others = []
        for name, place in sorted(self._places.items(), key=lambda item: item[1]):
            if name in RESERVED or (self._own and name.startswith(METADATA_PREFIX)):
                continue
            if name in repeated:
                continue
            if near := get_close_matches(name, missing, n=1, cutoff=_LIKE):
                message = f'column "{columns[place]}" is no variable of the codebook'
                self._fault(message, near)
            else:
                others.append(f'"{columns[place]}"')
        if others:
            what = "column {} is" if len(others) == 1 else "columns {} are"
            message = f"{what.format(', '.join(others))} not imported"
            self._layout.warnings.append(Problem(message, self._where, 1))

    def _repeated(self, codebook: Codebook) -> frozenset[str]:
        """Our columns of 0 and 1 for the codes of a selection, which has a column of its own."""
        selections = [codebook.by_id[name] for name in self._layout.variables if self._own]
        return frozenset(
            _plain(f"{variable.id}_{code}")
            for variable in selections
            if variable.multiple
            for code in variable.paths
        )

    def _take(self, target: dict[str, int], name: str, column: str) -> None:
        if name not in target and name not in self._settled and column in self._places:
            target[name] = self._places.pop(column)

    def _fault(self, message: str, near: Sequence[str]) -> None:
        hint = f'did you mean "{near[0]}"?' if near else ""
        self._layout.problems.append(Problem(message, self._where, 1, hint=hint))


def required_fields(layout: Layout, codebook: Codebook, where: str) -> Iterator[Problem]:
    """What is missing for the table to be understood at all."""
    if not layout.fields.keys() & {"article", "article_id"}:
        hint = "name it with --map article=COLUMN"
        yield Problem("no column says which article", where, 1, hint=hint)
    if layout.long:
        for name in ("variable", "value"):
            if name not in layout.fields:
                hint = f"name it with --map {name}=COLUMN"
                yield Problem(f"no column for the {name}", where, 1, hint=hint)
    if "paragraph" not in layout.fields and not layout.long:
        yield from _need_paragraphs(layout, codebook, where)


def _need_paragraphs(layout: Layout, codebook: Codebook, where: str) -> Iterator[Problem]:
    below = [v for v in layout.variables if codebook.by_id[v].level is not Level.ARTICLE]
    if below or "statement" in layout.fields:
        about = f": {below[0]} is asked of the {codebook.by_id[below[0]].level}" if below else ""
        message = f"no column says which paragraph{about}"
        yield Problem(message, where, 1, hint="name it with --map paragraph=COLUMN")
