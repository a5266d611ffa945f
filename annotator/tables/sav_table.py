"""A data file of SPSS (.sav, .zsav) as a table of text: numbers, with their labels beside them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from annotator.errors import AnnotatorError
from annotator.tables.sheet import Record, Sheet
from annotator.tables.table import MOST_CELLS, Table, cell_text, refused


def read_sav(content: bytes, where: str) -> Table:
    """The cases of the file; what its author declared missing is missing.

    Records have the numbers of the cases. Raises AnnotatorError where pyreadstat is not installed.
    """
    pyreadstat = _pyreadstat()
    damaged = (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, ValueError, ArithmeticError)
    try:
        about = pyreadstat.read_sav(
            BytesIO(content), output_format="dict", metadataonly=True, user_missing=True
        )[1]
        most = MOST_CELLS // max(1, len(about.column_names))
        columns = pyreadstat.read_sav(BytesIO(content), output_format="dict", row_limit=most + 1)[0]
    except damaged as error:
        return refused(where, f"the SPSS file cannot be read: {error}")
    if not columns:
        return refused(where, "the SPSS file has no variables")
    if len(next(iter(columns.values()))) > most:
        return refused(where, f"the file is too large: more than {MOST_CELLS:,} cells")
    return Table(_sheet(columns), _said(about), _labels(about), is_named=True)


def _pyreadstat() -> Any:
    try:
        import pyreadstat
    except ModuleNotFoundError as absent:
        raise AnnotatorError(
            "SPSS files need the package pyreadstat, which is not installed.",
            hint="pip install 'annotator-tui[spss]', or save the file as CSV",
        ) from absent
    return pyreadstat


def _sheet(columns: Mapping[str, Any]) -> Sheet:
    texts = [list(map(cell_text, column)) for column in columns.values()]
    rows = zip(*texts, strict=True)
    records = [Record(case, list(cells)) for case, cells in enumerate(rows, 1)]
    return Sheet(list(columns), records, [], line=0)


def _labels(about: Any) -> Mapping[str, Mapping[str, str]]:
    return {
        column: {cell_text(value): str(label).strip() for value, label in labels.items()}
        for column, labels in about.variable_value_labels.items()
    }


def _said(about: Any) -> tuple[str, ...]:
    """Which values the author of the file declared missing."""
    told = [f"{name} {_ranges(ranges)}" for name, ranges in about.missing_ranges.items()]
    if not told:
        return ()
    more = f" and {len(told) - 5} more variables" if len(told) > 5 else ""
    return (f"Declared missing in the file, and so taken: {'; '.join(told[:5])}{more}.",)


def _ranges(ranges: Any) -> str:
    told = (
        cell_text(one["lo"]) if one["lo"] == one["hi"]
        else f"{cell_text(one['lo'])} to {cell_text(one['hi'])}"
        for one in ranges
    )  # fmt: skip
    return ", ".join(dict.fromkeys(told))  # times of one day are shown alike
