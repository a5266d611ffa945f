"""Agreement on whole statements: a coder's value of a unit is a set of statements.

docs/statistics.md, "Whole statements", defines every figure and says what each can see.
"""

from annotator.agreement.statements.counts import any_statement as any_statement
from annotator.agreement.statements.counts import statement_counts as statement_counts
from annotator.agreement.statements.data import Cell as Cell
from annotator.agreement.statements.data import Statement as Statement
from annotator.agreement.statements.data import StatementData as StatementData
from annotator.agreement.statements.matched import MatchedStatements as MatchedStatements
from annotator.agreement.statements.matched import MatchShare as MatchShare
from annotator.agreement.statements.matched import UnmatchedStatement as UnmatchedStatement
from annotator.agreement.statements.matched import matched_statements as matched_statements
from annotator.agreement.statements.statement_alpha import statement_alpha as statement_alpha
from annotator.agreement.statements.statement_alpha import statement_distance as statement_distance
from annotator.agreement.statements.statement_alpha import (
    statement_reliability as statement_reliability,
)
