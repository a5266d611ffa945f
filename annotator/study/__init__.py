"""The facade: open a study and use the verbs of the domain.

Every verb is one user action: one transaction, durable when it returns. Several verbs inside
`with study.action():` are one action, taken back by one undo.
"""

from __future__ import annotations

from annotator.study.assigning import Assigning
from annotator.study.beginning import GoingOn
from annotator.study.everybody import Everybody
from annotator.study.keeping import Keeping
from annotator.study.merging import Merging
from annotator.study.searching import Searching
from annotator.study.team import Team
from annotator.study.texts import Added
from annotator.study.training import Training
from annotator.study.unfinished import Unfinished
from annotator.study.versions import Versions

__all__ = ["Added", "Study"]


class Study(
    Training, GoingOn, Searching, Everybody, Team, Unfinished, Assigning, Merging, Versions, Keeping
):
    """An open study, seen by one coder in one round. A context manager; `close` when done."""
