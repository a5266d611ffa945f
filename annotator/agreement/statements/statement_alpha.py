"""Statement alpha: Krippendorff's alpha in which a value is a coder's whole set of statements."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from annotator.agreement.alpha import alpha_with
from annotator.agreement.coefficient import Coefficient
from annotator.agreement.data import ReliabilityData
from annotator.agreement.encode import recode
from annotator.agreement.statements.data import Cell, Statement, StatementData, StatementTable
from annotator.agreement.statements.differences import Weights
from annotator.agreement.statements.metric import StatementMetric


def statement_alpha(
    table: StatementTable, variables: Sequence[str], *, weights: Weights | None = None
) -> Coefficient:
    """Krippendorff's alpha over sets of statements; their distance is the cost of the best match.

    Two statements differ by the (weighted) share of variables with different codes; not asked
    differs from every code. A statement without a partner costs 1. The least total cost of a
    one-to-one matching is divided by the number of statements in the larger set: 0 for equal
    sets, 1 for sets with nothing in common or where one is empty. Spans play no part.

    `table` has coders in rows and units in columns; None is a unit that the coder did not finish.
    Undefined where nothing can be compared or nothing varies. Raises ValueError for statements
    that do not fit the variables, and for weights that are not positive.

    Alpha: Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability, pp. 1-8. Distance:
    the OSPA metric of order 1 and cut-off 1 of Schuhmacher, D., Vo, B.-T. & Vo, B.-N. (2008): A
    consistent metric for performance evaluation of multi-object filters. IEEE Transactions on
    Signal Processing 56(8), pp. 3447-3457, over the Hamming distance of statements.
    """
    data, metric = statement_reliability(table, variables, weights=weights)
    return alpha_with(metric, data, name="statement_alpha", level="nominal")


def statement_distance(one: Cell, other: Cell, *, weights: Weights | None = None) -> float:
    """The distance of two sets of statements, from 0 (equal) to 1 (nothing in common).

    Raises ValueError where a set is None, or the statements differ in length.
    """
    if one is None or other is None:
        raise ValueError("a unit that was not finished has no distance")
    lengths = (len(_codes(statement)) for statement in (*one, *other))
    length = next(lengths, 1 if weights is None else len(weights))
    variables = [str(place) for place in range(length)]
    data, metric = statement_reliability([[one], [other]], variables, weights=weights)
    return float(metric.between(data.codes[0], data.codes[1])[0])


def _codes(statement: Statement | tuple[Hashable, ...]) -> tuple[Hashable, ...]:
    return statement.codes if isinstance(statement, Statement) else statement


def statement_reliability(
    table: StatementTable, variables: Sequence[str], *, weights: Weights | None = None
) -> tuple[ReliabilityData, StatementMetric]:
    """Reliability data whose values are `CodedSet`, and the distance between them.

    For intervals and everything else that is made from reliability data and a metric.
    """
    data = StatementData.of(table, variables)
    meanings = [_coded_set(data.statements[one].codes for one in found) for found in data.sets]
    values = list(dict.fromkeys(meanings))
    given = [1.0] * len(data.variables) if weights is None else weights
    if len(given) != len(data.variables):
        raise ValueError("weights are positive numbers, one for each variable")
    metric = StatementMetric.of([value.statements for value in values], given)
    return ReliabilityData(recode(data.cells, meanings, values), values, False), metric


@dataclass(frozen=True, slots=True)
class CodedSet:
    """A coder's statements in a unit by their codes alone, in an order that means nothing."""

    statements: tuple[tuple[Hashable, ...], ...]

    def __str__(self) -> str:
        return "; ".join(map(_in_words, self.statements)) or "no statement"


def _coded_set(statements: Iterable[tuple[Hashable, ...]]) -> CodedSet:
    return CodedSet(tuple(sorted(statements, key=repr)))


def _in_words(codes: tuple[Hashable, ...]) -> str:
    return ", ".join("-" if code is None else str(code) for code in codes)
