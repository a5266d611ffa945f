"""Which questions a codebook asks, given the answers so far. Pure; shared by screens and checks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import isfinite

from annotator.model.article import Article, Kind
from annotator.model.codebook import Codebook, Level, Measurement, Variable
from annotator.model.coding import Answer, State, Statement, UnitWork

Answers = Mapping[str, Answer]
Default = tuple[str, str, Answer]  # statement ("": the unit itself), variable, answer


def is_codable(codebook: Codebook, kind: Kind, answers: Answers) -> bool:
    """Whether a paragraph is coded: by the coder's own answer on its kind, else as proposed."""
    variable = codebook.kind_variable
    answer = answers.get(variable.id) if variable else None
    if answer is None or answer.state is not State.CODED:
        return kind in codebook.codable
    return answer.values[0] in codebook.codable


def is_put_before_coder(codebook: Codebook, kind: Kind) -> bool:
    """Whether a coder meets the paragraph: all are met where the codebook asks for the kind."""
    return codebook.kind_variable is not None or kind in codebook.codable


def asked_of_article(codebook: Codebook, answers: Answers) -> tuple[Variable, ...]:
    """Article variables whose conditions hold."""
    return tuple(v for v in codebook.at(Level.ARTICLE) if _holds(codebook, v, answers))


def asked_of_paragraph(codebook: Codebook, kind: Kind, unit: UnitWork) -> tuple[Variable, ...]:
    """Paragraph variables whose conditions hold; only that on the kind where it is not codable."""
    answers = with_proposals(codebook, kind, unit.answers)
    codable = is_codable(codebook, kind, answers)
    return tuple(
        variable
        for variable in codebook.at(Level.PARAGRAPH)
        if (codable or variable is codebook.kind_variable)
        and not (variable.ask_if_no_statement and unit.statements)
        and _holds(codebook, variable, answers)
    )


def asked_of_statement(
    codebook: Codebook, kind: Kind, unit: UnitWork, answers: Answers
) -> tuple[Variable, ...]:
    """Statement variables whose conditions hold, given the statement's own answers."""
    above = with_proposals(codebook, kind, unit.answers)
    if not is_codable(codebook, kind, above):
        return ()
    known = {**above, **answers}
    return tuple(v for v in codebook.at(Level.STATEMENT) if _holds(codebook, v, known))


def missing(asked: tuple[Variable, ...], answers: Answers) -> tuple[Variable, ...]:
    """Required variables without an answer; a default or a proposal stands in for one."""
    return tuple(
        v for v in asked if v.required and v.id not in answers and not (v.default or v.prefill)
    )


def missing_of_statement(
    codebook: Codebook, kind: Kind, unit: UnitWork, statement: Statement
) -> tuple[Variable, ...]:
    """Required variables that a statement still lacks."""
    return missing(asked_of_statement(codebook, kind, unit, statement.answers), statement.answers)


def defaults_of_article(codebook: Codebook, article: Article, unit: UnitWork) -> list[Default]:
    """What finishing an article's own questions records: metadata and defaults not yet answered."""
    return [
        ("", variable.id, Answer.of(proposal))
        for variable in asked_of_article(codebook, unit.answers)
        if variable.id not in unit.answers and (proposal := article_proposal(variable, article))
    ]


def defaults_of_paragraph(codebook: Codebook, kind: Kind, unit: UnitWork) -> list[Default]:
    """What finishing a paragraph records: the proposed kind and the defaults not yet answered."""
    own = [
        ("", variable.id, Answer.of(proposal))
        for variable in asked_of_paragraph(codebook, kind, unit)
        if variable.id not in unit.answers and (proposal := proposal_for(variable, kind))
    ]
    tied = [
        (statement.id, variable.id, Answer.of(variable.default))
        for statement in unit.statements
        for variable in asked_of_statement(codebook, kind, unit, statement.answers)
        if variable.id not in statement.answers and variable.default
    ]
    return own + tied


def article_proposal(variable: Variable, article: Article) -> str:
    """What the article's metadata says about an article variable, else its default."""
    if not variable.prefill:
        return variable.default
    proposal = str(getattr(article, variable.prefill))
    return proposal if variable.is_typed or proposal in variable.paths else variable.default


def proposal_for(variable: Variable, kind: Kind) -> str:
    """The proposed kind of a paragraph for the variable on the kind, else the default."""
    if variable.prefill == "kind":
        return str(kind) if str(kind) in variable.paths else variable.default
    return variable.default


def fault(codebook: Codebook, variable_id: str, answer: Answer) -> str:
    """Why an answer cannot be given to a variable, in words; "" if it can."""
    variable = codebook.by_id.get(variable_id)
    if variable is None:
        return f"The codebook has no variable {variable_id}."
    if answer.state is State.NOT_APPLICABLE:
        return "" if variable.not_applicable else f"{variable_id} does not take 'not applicable'."
    if answer.state is State.CANNOT_TELL:
        return "" if variable.cannot_tell else f"{variable_id} does not take 'cannot tell'."
    return _selection_fault(variable, answer.values) or next(
        (reason for value in answer.values if (reason := _value_fault(variable, value))), ""
    )


def _selection_fault(variable: Variable, values: tuple[str, ...]) -> str:
    most = variable.max_select if variable.multiple else 1
    if not variable.multiple and len(values) != 1:
        return f"{variable.id} takes one value."
    if len(set(values)) != len(values):
        return f"{variable.id} was given the same code twice."
    if most and len(values) > most:
        return f"{variable.id} takes at most {most} codes."
    return ""


def _value_fault(variable: Variable, value: str) -> str:
    if variable.is_typed:
        return _typed_fault(variable, value)
    code = variable.code(value)
    if code is None:
        return f"{variable.id} has no code {value}."
    return "" if variable.may_stop_at(code) else f"{value} is a group: choose a code below it."


def _typed_fault(variable: Variable, value: str) -> str:
    if variable.measurement is Measurement.TEXT:
        return ""
    if variable.measurement is Measurement.DATE:
        return "" if _is_date(value) else f"{value} is no date of the form 2019-02-28."
    try:
        number = float(value)
    except ValueError:
        return f"{value} is no number."
    low, high = variable.minimum, variable.maximum
    if (
        not isfinite(number)
        or (low is not None and number < low)
        or (high is not None and number > high)
    ):
        return f"{value} is not between {low if low is not None else '…'} and {high or '…'}."
    return ""


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def with_proposals(codebook: Codebook, kind: Kind, answers: Answers) -> Answers:
    """The answers, with the proposed kind and the defaults where the coder has said nothing yet."""
    proposed = {
        variable.id: Answer.of(proposal)
        for variable in codebook.at(Level.PARAGRAPH)
        if variable.id not in answers and (proposal := proposal_for(variable, kind))
    }
    return {**proposed, **answers} if proposed else answers


def _holds(codebook: Codebook, variable: Variable, answers: Answers) -> bool:
    return all(
        _names(codebook.by_id[condition], codes, answers.get(condition))
        for condition, codes in variable.ask_if.items()
    )


def _names(variable: Variable, codes: tuple[str, ...], answer: Answer | None) -> bool:
    if answer is None:
        return False
    if answer.state is not State.CODED:
        return answer.state.value in codes
    return any(
        code.id in codes for value in answer.values for code in variable.paths.get(value, ())
    )
