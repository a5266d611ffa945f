"""The control words of RTF 1.9 that matter for text."""

from __future__ import annotations

CHARACTERS = {
    "line": "\n", "softline": "\n", "lbr": "\n", "column": "\n", "page": "\f", "tab": "\t",
    "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
"""Words that stand for a character."""

SYMBOLS = {"~": "\xa0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"}
"""Characters that stand for another after a backslash; all others show nothing."""

ENDS = frozenset({"par", "sect", "cell", "nestcell", "row", "nestrow"})
"""Words that end a paragraph; a cell of a table is one."""

TABLES = frozenset({"fonttbl", "stylesheet", "info"})
"""Groups that hold no text of the document, but what it needs."""

NOT_TEXT = frozenset({
    "annotation", "atnauthor", "atndate", "atnicn", "atnid", "atnref", "atntime", "bkmkend",
    "bkmkstart", "colortbl", "comment", "datafield", "datastore", "docvar", "falt", "fldinst",
    "footer", "footerf", "footerl", "footerr", "footnote", "formfield", "ftncn", "ftnsep",
    "ftnsepc", "generator", "header", "headerf", "headerl", "headerr", "keywords",
    "latentstyles", "listtable", "listoverridetable", "listtext", "nesttableprops",
    "nonshppict", "nonesttables", "objalias", "objclass", "objdata", "objname", "objsect",
    "objtime", "operator", "pict", "pn", "pntext", "pntxta", "pntxtb", "private", "revtbl",
    "rsidtbl", "rxe", "shprslt", "sp", "tc", "template", "themedata", "ud", "upr", "userprops",
    "xe", "xmlnstbl",
})  # fmt: skip
"""Groups that are left out with all they hold."""

THROUGH = frozenset({"shpinst", "shptxt", "shppict", "fldrslt", "dptxbxtext", "do", "result"})
"""Groups that readers may leave out, but that hold text of the document (text boxes)."""

CHARSETS = {
    77: "mac-roman", 78: "shift-jis", 79: "euc-kr", 80: "gb2312", 81: "big5", 83: "mac-greek",
    85: "mac-turkish", 88: "mac-latin2", 89: "mac-cyrillic", 128: "cp932", 129: "cp949",
    130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
"""Encodings by the number that a font has (fcharset); others have the document's own."""

FAMILIES = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
"""Encodings of whole documents that are no Windows code page."""
