"""Which questions a codebook asks, given the answers so far. Pure; shared by screens and checks."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.article import Kind
from annotator.model.codebook import Codebook, Level, Variable
from annotator.model.coding import Answer, State, Statement, UnitWork

Answers = Mapping[str, Answer]


def is_codable(codebook: Codebook, kind: Kind, answers: Answers) -> bool:
    """Whether a paragraph is coded at all: by the coder's own answer on its kind, else as proposed."""
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
    """Paragraph variables whose conditions hold; only the one on the kind where it is not codable."""
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


def with_proposals(codebook: Codebook, kind: Kind, answers: Answers) -> Answers:
    """The answers, with the proposed kind and the defaults where the coder has said nothing yet."""
    proposed = {
        variable.id: Answer.of(proposal)
        for variable in codebook.at(Level.PARAGRAPH)
        if variable.id not in answers and (proposal := _proposal(variable, kind))
    }
    return {**proposed, **answers} if proposed else answers


def _proposal(variable: Variable, kind: Kind) -> str:
    if variable.prefill == "kind":
        return str(kind) if str(kind) in variable.paths else variable.default
    return variable.default


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
