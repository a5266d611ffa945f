"""Rows as claims: what one row says of an article, of a paragraph, or of a statement."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.importers.layout import Layout
from annotator.importers.parsed import UnitKey
from annotator.importers.places import Fault, Places, paragraph_number, whole_number
from annotator.importers.values import Values, retired_codes
from annotator.model.article import ArticleHeader
from annotator.model.codebook import Codebook
from annotator.model.coding import Answer
from annotator.model.problem import Problem
from annotator.tables.sheet import Record

_NO = frozenset({"", "0", "0.0", "false", "no", "n"})


@dataclass(slots=True)
class Claim:
    """What a row says of one target; `number` is that of the statement, 0 for the unit itself.

    `main` tells the target that the row is about from those whose values it repeats. `broken`
    means that something it says of the target cannot be taken.
    """

    line: int
    key: UnitKey
    number: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    memo: str = ""
    flagged: bool = False
    done: bool = True
    n_statements: int | None = None
    main: bool = True
    broken: bool = False


@dataclass(slots=True)
class Told:
    """What was found to be wrong so far, or worth saying."""

    where: str
    problems: list[Problem] = field(default_factory=list)
    warnings: dict[str, Problem] = field(default_factory=dict)

    def wrong(self, line: int, fault: Fault, column: str = "") -> None:
        """Add a fault of a row."""
        problem = Problem(fault.message, self.where, line, column, fault.hint)
        self.problems.append(problem)

    def mention(self, line: int, message: str) -> None:
        """Say something once, with the first line that gives occasion."""
        self.warnings.setdefault(message, Problem(message, self.where, line))


class RowReader:
    """What both shapes of tables share: places, traces and values of a row."""

    def __init__(
        self, layout: Layout, codebook: Codebook, places: Places, values: Values, told: Told,
        *, coder: str, round: str,
    ) -> None:  # fmt: skip
        self.layout = layout
        self.codebook = codebook
        self.told = told
        self._places = places
        self._values = values
        self._coder = coder
        self._round = round
        self._articles: dict[tuple[str, str], ArticleHeader | Fault] = {}

    def cell(self, record: Record, name: str) -> str:
        """The cell of a field; empty where the table has no such column."""
        place = self.layout.fields.get(name)
        return "" if place is None else record.cells[place].strip()

    def key(self, record: Record) -> UnitKey | None:
        """Whose coding of what the row is; None, with every reason told, if that is unclear."""
        coder = self.cell(record, "coder") or self._coder
        if not coder:
            self.told.wrong(record.line, Fault("no coder", "--coder NAME says whose codings"))
        header = self._article(record)
        if isinstance(header, Fault):
            self.told.wrong(record.line, header)
            return None
        number = self._paragraph(record, header)
        if isinstance(number, Fault):
            self.told.wrong(record.line, number)
            return None
        round_ = self.cell(record, "round") or self._round
        return UnitKey(coder, round_, header.id, number) if coder else None

    def _article(self, record: Record) -> ArticleHeader | Fault:
        named = self.cell(record, "article_id"), self.cell(record, "article")
        found = self._articles.get(named)
        if found is None:
            found = self._articles[named] = self._find(*named)
        return found

    def _find(self, identifier: str, name: str) -> ArticleHeader | Fault:
        if identifier:
            return self._places.by_id(identifier)
        return self._places.named(name) if name else Fault("no article")

    def _paragraph(self, record: Record, header: ArticleHeader) -> int | Fault:
        if "paragraph" not in self.layout.fields:
            return 0
        cell = self.cell(record, "paragraph")
        if not cell:
            return Fault("no number of a paragraph", "0 stands for the whole article")
        return paragraph_number(header, cell)

    def number(self, record: Record) -> int | None:
        """The number of the statement; 0 if there is none, None (and told) if it is no number."""
        cell = self.cell(record, "statement")
        number = whole_number(cell) if cell else 0
        if number is None or (cell and not number):
            self.told.wrong(record.line, Fault(f'"{cell}" is no number of a statement'))
            return None
        return number

    def traces(self, record: Record, claim: Claim) -> Claim:
        """Put memo, flag and doneness of the row on a claim."""
        claim.memo = self.cell(record, "memo")
        claim.flagged = self.cell(record, "flagged").casefold() not in _NO
        claim.done = self.done(record)
        claim.n_statements = whole_number(self.cell(record, "n_statements"))
        return claim

    def done(self, record: Record) -> bool:
        """Whether the row's unit is finished: a row is a sign of it unless it says otherwise."""
        if "done" not in self.layout.fields:
            return True
        return self.cell(record, "done").casefold() not in _NO

    def answer(self, record: Record, variable: str, cell: str) -> Answer | None:
        """The answer in a cell; None, and told, if it cannot be taken."""
        answer = self._values.read(variable, cell)
        if isinstance(answer, Fault):
            self.told.wrong(record.line, answer)
            return None
        for message in retired_codes(self.codebook.by_id[variable], answer):
            self.told.mention(record.line, message)
        return answer
