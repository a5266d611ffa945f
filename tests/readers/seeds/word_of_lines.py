"""Word and RTF documents made of lines, as databases write them: nothing but paragraphs."""

import io
import zipfile
from xml.sax.saxutils import escape

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    "<w:body>{}</w:body></w:document>"
)


_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_PAGE = '</w:t><w:br w:type="page"/><w:t>'


def docx(lines: list[str]) -> bytes:
    """A Word document; `*` before a line makes it bold, [[x]] a search hit, ^ a line break."""
    document = _DOCUMENT.format("".join(map(_paragraph, lines)))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", document),
        ):
            archive.writestr(zipfile.ZipInfo(name), text)
    return file.getvalue()


def _paragraph(line: str) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if line.startswith("*") else ""
    runs = []
    for number, part in enumerate(line.removeprefix("*").replace("]]", "[[").split("[[")):
        text = escape(part).replace("^", _BREAK).replace("\f", _PAGE)
        run = f'<w:r>{bold}<w:t xml:space="preserve">{text}</w:t></w:r>'
        runs.append(f'<w:hyperlink r:id="h{number}">{run}</w:hyperlink>' if number % 2 else run)
    return f"<w:p>{''.join(runs)}</w:p>"


def rtf(lines: list[str]) -> bytes:
    """An RTF document; the same marks as for Word, and | between the cells of a row of a table."""
    text = "".join(map(_row, lines))
    return (
        r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}}{\footer Page 1}" + text + "}"
    ).encode("ascii")


def _row(line: str) -> str:
    if "|" in line:
        return (
            r"\trowd\cellx900\cellx9000 " + line_text(line).replace("|", r"\cell ") + r"\row" + "\n"
        )
    if line.startswith("*"):
        return r"{\pard\b " + line_text(line[1:]) + r"\par}" + "\n"
    return r"{\pard " + line_text(line) + r"\par}" + "\n"


def line_text(line: str) -> str:
    """The characters of a line as RTF writes them."""
    marked = line.replace("[[", "<").replace("]]", ">").replace("^", "\v")
    return "".join(map(_character, marked))


def _character(character: str) -> str:
    named = {
        "\xa0": r"\~", "\v": r"\line ", "\f": r"\page ", "{": r"\{", "}": r"\}", "\\": r"\\",
        "<": r'{\field{\*\fldinst HYPERLINK "https://example.org/hit"}{\fldrslt\b ', ">": "}}",
    }  # fmt: skip
    if character in named:
        return named[character]
    return character if character.isascii() else rf"\u{ord(character)}?"


def plain(lines: list[str]) -> bytes:
    """The lines as text, without their marks."""
    text = "\n".join(line.removeprefix("*") for line in lines)
    return text.replace("[[", "").replace("]]", "").replace("^", "\n").encode("utf-8-sig")
