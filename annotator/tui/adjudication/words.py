"""What the adjudication screen and its line mode say of where one is and what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model.codebook import Codebook
from annotator.model.coding import Answer, State
from annotator.model.decision import NO_STATEMENT, DecisionRow
from annotator.tui.adjudication.points import statement_in_words
from annotator.tui.adjudication.session import Adjudication
from annotator.tui.views.values import in_words


def title_of(session: Adjudication) -> str:
    """Whose decisions these are, and in which round."""
    hidden = ", blind" if session.hidden else ""
    return f"DISAGREEMENTS, round {session.study.round}, as {session.study.coder}{hidden}"


def place_in_words(session: Adjudication) -> str:
    """`4 of 31, 3 decided, cost 2%`; a plus sign as long as not all were found."""
    more = "" if session.found and session.found.complete else "+"
    cost = f", cost {session.cost:.1%}" if session.cost is not None else ""
    return f"{session.place:,} of {session.total:,}{more}, {session.n_decided:,} decided{cost}"


def begun_in_words(number: int) -> str:
    """`Chosen but not stored yet: 2 disagreements (kept).`; "" for none."""
    what = "1 disagreement" if number == 1 else f"{number:,} disagreements"
    return f"Chosen but not stored yet: {what} (kept)." if number else ""


def before_in_words(session: Adjudication) -> str:
    """What was decided on the case before, by whom and why; "" for nothing."""
    rows = session.decision
    if not rows:
        return ""
    first = rows[0]
    told = decision_in_words(rows, session.study.codebook)
    by = "" if session.hidden and first.coder != session.study.coder else f" by {first.coder}"
    note = f": {first.note}" if first.note else ""
    return f"{told}{by} ({first.reason.replace('_', ' ')}{note})"


def decision_in_words(rows: Sequence[DecisionRow], codebook: Codebook) -> str:
    """The decided answer, or the decided statements one after the other."""
    if not rows[0].statement:
        return _answer(rows[0], codebook)
    by_id: dict[str, dict[str, Answer]] = {}
    for row in rows:
        by_id.setdefault(row.statement, {})[row.variable] = _parsed(row, codebook)
    return "; ".join(statement_in_words(codebook, answers) for answers in by_id.values())


def _answer(row: DecisionRow, codebook: Codebook) -> str:
    if row.variable == NO_STATEMENT:
        return "no statement"
    known = codebook.by_id.get(row.variable)
    return in_words(known, _parsed(row, codebook)) if known else row.value


def _parsed(row: DecisionRow, codebook: Codebook) -> Answer:
    if row.state != State.CODED:
        return Answer(state=State(row.state))
    known = codebook.by_id.get(row.variable)
    return Answer.parse(row.value, multiple=known is not None and known.multiple)
