"""Names of columns by the rules of a statistics package: legal, short enough, all different."""

from __future__ import annotations

from annotator.exporters.cut import Cuts, cut_bytes
from annotator.exporters.job import Report
from annotator.exporters.statistical.dialect import Dialect


class Names:
    """Hands out names, and keeps which columns are called otherwise than in the other formats."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._taken: set[str] = set()
        self._changed = Cuts("columns are named otherwise here, where the rules are stricter")

    def of(self, wanted: str, *, is_known: bool = True) -> str:
        """A legal name that nothing else has. `is_known`: other formats have that column, too."""
        name = self._free(self._dialect.rename(wanted))
        self._taken.add(self._dialect.folded(name))
        if is_known and name != wanted:
            self._changed.add(f"{wanted} is {name}")
        return name

    def tell(self, report: Report) -> None:
        """Put what was renamed into the report."""
        self._changed.tell(report)

    def _free(self, legal: str) -> str:
        """The legal name, else the first of `name_2`, `name_3` ... that is free."""
        longest = self._dialect.longest_name
        found, number = cut_bytes(legal, longest), 1
        while self._dialect.folded(found) in self._taken:
            number += 1
            ending = f"_{number}"
            found = cut_bytes(legal, longest - len(ending)) + ending
        return found
