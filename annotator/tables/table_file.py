"""Which format a table is in, by its content, and its cells."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from annotator.tables.sheet import read_sheet
from annotator.tables.table import Table, Watch, refused

_ZIP, _SPSS, _OLE = b"PK\x03\x04", (b"$FL2", b"$FL3"), b"\xd0\xcf\x11\xe0"
_PARQUET = b"PAR1"
_SAVE_AS = "save it as .xlsx without a password, or as CSV"


def read_table(
    content: bytes,
    where: str,
    *,
    delimiter: str = "",
    inside: str = "",
    sheet: str = "",
    watch: Watch = iter,
) -> Table:
    """The table that the bytes hold: a workbook of Excel, SPSS, Parquet, else delimited text.

    Only what begins the content counts, not the name of the file. `watch` sees the rows of a
    workbook pass, which take long. `inside` is a character that stands in cells of delimited text,
    so that it is no delimiter unless it is given as one. Raises AnnotatorError where a
    package that the format needs is not installed.
    """
    if content.startswith(_OLE):
        return refused(where, "an old Excel workbook (.xls), or one with a password", _SAVE_AS)
    is_zip, is_spss = content.startswith(_ZIP), content.startswith(_SPSS)
    is_parquet = content.startswith(_PARQUET)
    if (is_zip or is_spss or is_parquet) and delimiter:
        return refused(where, "the file is no delimited text", "leave --delimiter out")
    if is_zip:
        return _zipped(content, where, sheet, watch)
    if sheet:
        return refused(where, "only Excel workbooks have sheets", "leave --sheet out")
    if is_spss:
        from annotator.tables.sav_table import read_sav

        return read_sav(content, where)
    if is_parquet:
        from annotator.tables.parquet_table import read_parquet

        return read_parquet(content, where)
    return Table(read_sheet(content, where, delimiter=delimiter, inside=inside))


def _zipped(content: bytes, where: str, sheet: str, watch: Watch) -> Table:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except BadZipFile:
        return refused(where, "the file begins like an Excel workbook, but is damaged")
    if "xl/workbook.xml" in names:
        from annotator.tables.xlsx_table import read_xlsx

        return read_xlsx(content, where, sheet=sheet, watch=watch)
    message = "a zip file that is no Excel workbook (.xlsx)"
    return refused(where, message, _SAVE_AS if "content.xml" in names else "")
