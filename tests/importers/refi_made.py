"""Small REFI-QDA projects as other programs would write them, made in the test itself."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from annotator.importers.project import Project
from annotator.importers.refi import read_project
from annotator.model.article import Article
from annotator.model.coding import Answer
from annotator.readers.assemble import assemble
from annotator.readers.found import Found, FoundArticle
from annotator.readers.paragraphs import cut
from annotator.readers.source import Source

SPACE = "urn:QDA-XML:project:1.0"
TEXT = "Talks end\n\nHe said no, twice. 🙂 And left.\n\nNobody signed."
USERS = '<Users><User guid="{U}" name="Ana"/><User guid="{V}" name="Ana"/></Users>'
CODES = (
    '<CodeBook><Codes><Code guid="A" name="food" isCodable="true" color="rgb(255,0,0)">'
    '<Code guid="B" name="milk" isCodable="true" color="#f00"><Description>white</Description>'
    '</Code></Code><Code guid="F" name="places" isCodable="false"><Code guid="P" name="home" '
    'isCodable="true"/></Code><Code guid="L" name="alone" isCodable="true" color="-65536"/>'
    "</Codes></CodeBook>"
)


def article(name: str, text: str, fields: Mapping[str, str]) -> Article:
    source = Source(Path(f"{name}.txt"), text.encode())
    found = FoundArticle(text, cut(text), dict(fields), name=name)
    return assemble(source, "refi", Found([found])).articles[0]


def selection(start: int, end: int, name: str, *codes: str, by: str = "U", more: str = "") -> str:
    codings = "".join(
        f'<Coding guid="C{start}{end}{code}" creatingUser="{by}">'
        f'<CodeRef targetGUID="{code}"/></Coding>'
        for code in codes
    )
    return (
        f'<PlainTextSelection guid="S{start}{end}" startPosition="{start}" endPosition="{end}" '
        f'name="{name}">{codings}{more}</PlainTextSelection>'
    )


def source(*content: str, path: str = "internal://T.txt", name: str = "talks") -> str:
    attributes = f'guid="T" name="{name}" plainTextPath="{path}"'
    return f"<Sources><TextSource {attributes}>{''.join(content)}</TextSource></Sources>"


def project(*parts: str, space: str = SPACE) -> str:
    return f'<Project xmlns="{space}" name="Demo project">{"".join(parts)}</Project>'


def packed(xml: str | bytes, **files: str | bytes) -> bytes:
    """A .qdpx; the names of files are given without `sources/` and `.txt`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("project.qde", xml)
        for name, content in files.items():
            archive.writestr(f"sources/{name}.txt", content)
    return stream.getvalue()


def read(content: bytes) -> Project:
    return read_project(content, "p.qdpx", article)


def answers(found: Project) -> dict[tuple[str, int], dict[str, Answer]]:
    """What was said of each paragraph, by coder and number."""
    return {(key.coder, key.paragraph): dict(u.work.answers) for key, u in found.units.items()}
