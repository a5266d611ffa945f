"""What coders of a round do not agree on, found article by article: the work of adjudication.

Units that two or more coders finished are compared as `--final agreed` does: an answer that a coder
did not give does not count against another's, and of a paragraph's statements the whole sets are
compared. The order of the codes of a selection does not matter, and free text is not compared,
nor what the codebook says is not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Generic, TypeVar

from annotator.model.codebook import Codebook, Level
from annotator.model.coding import SEPARATOR, CodingRow, StatementRow, UnitRow
from annotator.model.decision import NO_STATEMENT, DecisionRow, Reason
from annotator.reports.aligned import align, differing

Pair = tuple[str, str]
"""An answer: value and state, as rows hold them."""

Answers = Mapping[str, Pair]
"""Variable -> answer."""

Part = tuple[str, int, str]
"""What is decided at once: article, paragraph, and a variable or, for the statements, NO_STATEMENT.
"""

_RowT = TypeVar("_RowT", CodingRow, UnitRow, StatementRow)
_ARTICLE = itemgetter(2)


@dataclass(slots=True)
class Said:
    """What one coder said about a unit; `memos` those on the unit and its statements."""

    answers: dict[str, Pair] = field(default_factory=dict)
    by_id: dict[str, dict[str, Pair]] = field(default_factory=dict)
    memos: list[str] = field(default_factory=list)
    done: bool = False

    @property
    def statements(self) -> list[dict[str, Pair]]:
        """The answers of each statement, in the order of their making."""
        return [self.by_id[name] for name in sorted(self.by_id)]


@dataclass(frozen=True, slots=True)
class SharedUnit:
    """A unit that two or more coders finished, with what each of them said, by name."""

    article: str
    paragraph: int
    said: Mapping[str, Said]


@dataclass(frozen=True, slots=True)
class Dispute:
    """An answer, or a paragraph's set of statements, that coders do not agree on.

    `variable` is NO_STATEMENT for the statements. `about` names the variables that differ; among
    them NO_STATEMENT where one coder has a statement that another has not. `given` holds by coder
    the answers in dispute: one set of answers for each statement, or just one for a variable.
    """

    article: str
    paragraph: int
    variable: str
    about: tuple[str, ...]
    given: Mapping[str, Sequence[Answers]]
    memos: Mapping[str, Sequence[str]]

    @property
    def part(self) -> Part:
        """What a decision on it is about."""
        return self.article, self.paragraph, self.variable

    @property
    def on_statements(self) -> bool:
        """Whether it is about a paragraph's statements."""
        return self.variable == NO_STATEMENT

    def is_about(self, wanted: Collection[str]) -> bool:
        """Whether it is about any of these variables (none named: all)."""
        return not wanted or not set(self.about).isdisjoint(wanted)


def shared_units(
    articles: Iterable[str],
    codings: Iterable[CodingRow],
    units: Iterable[UnitRow],
    statements: Iterable[StatementRow],
) -> Iterator[SharedUnit]:
    """The units of one round that two or more coders finished; one article is held at a time.

    The rows come in the order of `articles` (ids).
    """
    coded, left, stated = _ByArticle(codings), _ByArticle(units), _ByArticle(statements)
    for article in articles:
        found: defaultdict[int, defaultdict[str, Said]] = defaultdict(lambda: defaultdict(Said))
        for unit in left.of(article):
            said = found[unit.paragraph][unit.coder]
            said.done = unit.done
            said.memos += [unit.memo] * bool(unit.memo)
        for statement in stated.of(article):
            said = found[statement.paragraph][statement.coder]
            said.by_id.setdefault(statement.statement, {})
            said.memos += [statement.memo] * bool(statement.memo)
        for row in coded.of(article):
            said = found[row.paragraph][row.coder]
            answers = said.by_id.setdefault(row.statement, {}) if row.statement else said.answers
            answers[row.variable] = row.value, row.state
        for paragraph in sorted(found):
            finished = {who: said for who, said in sorted(found[paragraph].items()) if said.done}
            if len(finished) > 1:
                yield SharedUnit(article, paragraph, finished)


class _ByArticle(Generic[_RowT]):
    """A stream that hands out its rows article by article."""

    def __init__(self, rows: Iterable[_RowT]) -> None:
        self._groups: Iterator[tuple[str, Iterator[_RowT]]] = groupby(rows, _ARTICLE)
        self._head: tuple[str, Iterator[_RowT]] | None = next(self._groups, None)

    def of(self, article: str) -> Iterator[_RowT]:
        if self._head is None or self._head[0] != article:
            return
        yield from self._head[1]
        self._head = next(self._groups, None)


class Comparing:
    """Finds what is in dispute in units that are coded by this codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self._free = {v.id for v in codebook.variables if not v.is_compared}
        self._keys = [v.id for v in codebook.at(Level.STATEMENT) if v.tells_apart]

    def disputes(self, unit: SharedUnit) -> Iterator[Dispute]:
        """What the coders of a unit do not agree on: variables first, then the statements."""
        memos = {who: tuple(said.memos) for who, said in unit.said.items()}
        of_unit = {who: self.compared(said.answers) for who, said in unit.said.items()}
        for variable in sorted({name for answers in of_unit.values() for name in answers}):
            given = {
                who: [{variable: answers[variable]}]
                for who, answers in of_unit.items()
                if variable in answers
            }
            if len({answers[0][variable] for answers in given.values()}) > 1:
                yield Dispute(
                    unit.article, unit.paragraph, variable, (variable,), given, memos
                )  # fmt: skip
        sets = {who: [*map(self.compared, said.statements)] for who, said in unit.said.items()}
        if about := self._about(list(sets.values())):
            yield Dispute(unit.article, unit.paragraph, NO_STATEMENT, about, sets, memos)

    def compared(self, answers: Answers) -> dict[str, Pair]:
        """The answers that are compared, a selection's codes in one order."""
        return {
            variable: pair if SEPARATOR not in pair[0] else (_in_order(pair[0]), pair[1])
            for variable, pair in answers.items()
            if variable not in self._free
        }

    def _about(self, sets: Sequence[Sequence[Answers]]) -> tuple[str, ...]:
        first = _content(sets[0])
        if all(_content(one) == first for one in sets[1:]):
            return ()
        found: dict[str, None] = {}
        for row in align(sets, self._keys):
            there = [sets[who][n] for who, n in enumerate(row) if n is not None]
            if len(there) < len(sets):
                found[NO_STATEMENT] = None
            found.update(dict.fromkeys(differing(there)))
        return tuple(found)


def _content(statements: Iterable[Answers]) -> list[list[tuple[str, Pair]]]:
    return sorted(sorted(answers.items()) for answers in statements)


def _in_order(codes: str) -> str:
    return SEPARATOR.join(sorted(codes.split(SEPARATOR)))


def costly_first(disputes: list[Dispute], cost: Mapping[Part, float]) -> list[Dispute]:
    """The same, the most costly first; those that cost the same stay in their order."""
    return sorted(disputes, key=lambda dispute: -cost.get(dispute.part, 0.0))


def settled_by_reason(decisions: Iterable[DecisionRow]) -> Counter[str]:
    """How many disagreements of one round were settled, by the reason why coders differed."""
    reasons = Counter(rows[0].reason for rows in decided_parts(decisions).values())
    del reasons[Reason.AGREED]
    return reasons


def decided_parts(decisions: Iterable[DecisionRow]) -> dict[Part, list[DecisionRow]]:
    """The decisions of one round by what they are about."""
    found: defaultdict[Part, list[DecisionRow]] = defaultdict(list)
    for row in decisions:
        variable = NO_STATEMENT if row.statement else row.variable
        found[row.article, row.paragraph, variable].append(row)
    return dict(found)
