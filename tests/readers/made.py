"""Small files of office formats, written byte by byte, so that a test shows all that is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_XHTML = (
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" '
    '"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)

Content = str | bytes


def package(members: Mapping[str, Content]) -> bytes:
    """A ZIP archive, the same bytes every time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def paragraph(text: str, style: str = "", run: str = "") -> str:
    """A paragraph of Word's; `run` is what stands in its run's properties."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    shown = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:p>{properties}<w:r><w:rPr>{run}</w:rPr>{shown}</w:r></w:p>"


def docx(
    body: str, *, styles: Mapping[str, str] | None = None, core: str = "", **more: str
) -> bytes:
    """A Word document with that body; `styles` are names by id, `core` the core properties."""
    style = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (styles or {}).items()
    )
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="r" Type="{_OFFICE}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{style}</w:styles>",
    }
    if core:
        members["docProps/core.xml"] = f"<cp:coreProperties {_CORE}>{core}</cp:coreProperties>"
    return package({**members, **more})


def odt(body: str, *, styles: str = "", meta: str = "", **more: Content) -> bytes:
    """An OpenDocument text with that body, automatic styles and properties."""
    spaces = " ".join(
        f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "style", "table", "meta")
    )
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    about = (
        f"<office:document-meta {spaces}><office:meta>{meta}</office:meta></office:document-meta>"
    )
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "meta.xml": about,
            **more,
        }
    )


def epub(chapters: Sequence[str], *, about: str = "", **more: Content) -> bytes:
    """An e-book whose chapters have those bodies; `about` are its Dublin Core elements."""
    items = "".join(
        f'<item id="c{n}" href="c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    pages = {
        f"text/c {n}.xhtml": f"{_XHTML}<html><head><title/></head><body>{body}</body></html>"
        for n, body in enumerate(chapters)
    }
    return package(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="text/book.opf"/>'
            "</rootfiles></container>",
            "text/book.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"{about}</metadata><manifest>{items}</manifest><spine>{order}</spine></package>",
            **pages,
            **more,
        }
    )


Printed = tuple[float, float, str]
"""Where a line begins, in points from the left and from below, and its text."""


def pdf(pages: Sequence[Sequence[Printed]], *, info: str = "", size: int = 10) -> bytes:
    """A PDF with these lines in Helvetica; `info` is the inside of its information dictionary."""
    first = 4
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, page in enumerate(pages):
        drawn = "".join(_drawn(line, size) for line in page)
        shown = f"/Resources << /Font << /F1 3 0 R >> >> /Contents {first + 2 * n + 1} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] {shown} >>")
        length = len(drawn.encode("cp1252"))
        objects.append(f"<< /Length {length} >>\nstream\n{drawn}\nendstream")
    objects.append(f"<< {info} >>")
    return _numbered(objects)


def _drawn(line: Printed, size: int) -> str:
    x, y, text = line
    shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({shown}) Tj ET\n"


def _numbered(objects: Sequence[str]) -> bytes:
    file = b"%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return file + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n"
        f"startxref\n{len(file)}\n%%EOF\n"
    ).encode("ascii")
