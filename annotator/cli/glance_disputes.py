"""How many disagreements of a round are decided and open, for `annotator status`."""

from __future__ import annotations

from pathlib import Path

from annotator.reports.disputes import Comparing, decided_parts, shared_units
from annotator.study import Study


def counted(path: Path, round: str) -> tuple[int, int]:
    """Compares all codings of the round: for small rounds, or whoever can wait."""
    with Study.open(path, round=round, read_only=True) as study, study.reading():
        known, comparing = decided_parts(study.decisions(round=round)), Comparing(study.codebook)
        codings, units = study.codings(round=round), study.units(round=round)
        shared = shared_units(study.article_ids(), codings, units, study.statements(round=round))
        parts = [dispute.part for unit in shared for dispute in comparing.disputes(unit)]
    n_decided = sum(part in known for part in parts)
    return n_decided, len(parts) - n_decided
