"""Files read: texts into a study, and other formats, in children, beside their libraries."""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from annotator.errors import ReaderError
from annotator.readers.children import read_all
from annotator.study import Study
from benchmarks import readers_html, store, studies
from benchmarks.measure import Result, paired, took
from tests.readers import made

TEXTS = 10_000
FILES = 1_000
ROUNDS = 2

Library = Callable[[bytes], object]


def benchmark() -> Iterator[Result]:
    """Each against the least that could be done, and two processes against one."""
    with tempfile.TemporaryDirectory() as name:
        yield adding(Path(name))
    with tempfile.TemporaryDirectory() as name:
        yield one_more(Path(name))
    for what, ending, make, library in (
        ("web pages", ".html", readers_html.page, _trafilatura),
        ("Word documents", ".docx", docx, _python_docx),
        ("PDF of two pages", ".pdf", pdf, _pypdf),
    ):
        with tempfile.TemporaryDirectory() as name:
            files = [Path(name, f"{number:03}{ending}") for number in range(FILES)]
            for number, file in enumerate(files):
                file.write_bytes(make(number))
            yield from reading(what, files, library)


def adding(folder: Path) -> Result:
    """10,000 files of 6 kB: read in the program, stored as they come."""
    files = [folder / f"{number:05}.txt" for number in range(TEXTS)]
    for number, file in enumerate(files):
        file.write_text(studies.article(number, 15).text, encoding="utf-8")
    rounds = iter(range(100))
    ours, ratio = paired(
        lambda: took(lambda: _add(folder / f"study{next(rounds)}.db", files)),
        lambda: took(lambda: store._raw_add(folder / f"raw{next(rounds)}.db", files)),
        ROUNDS + 1,  # the first is far from the others: nothing is loaded yet
    )
    what = f"add {TEXTS:,} texts of 6 kB as files"
    return Result(what, ours, "read, split, executemany", ratio, 3)


def one_more(folder: Path) -> Result:
    """Processor time of `annotator add` of one text, to a study of 10,000 and to one of two."""
    many, few = (studies.make(folder / f"{n}.db", n) for n in (TEXTS, 2))
    numbers = iter(range(100))

    def add_to(study: Path) -> float:
        file = folder / f"{study.stem}-{next(numbers)}.txt"
        file.write_text(f"It rained on {file.stem}.", encoding="utf-8")
        before = os.times()
        subprocess.run(
            [sys.executable, "-m", "annotator", "-s", study, "add", file],
            check=True, capture_output=True,
        )  # fmt: skip
        after = os.times()
        used = after.children_user + after.children_system
        return 1_000 * (used - before.children_user - before.children_system)

    add_to(many)  # makes the sketches with which texts are compared from then on
    ours, ratio = paired(lambda: add_to(many), lambda: add_to(few), ROUNDS + 1)
    return Result(f"add one text to {TEXTS:,} (processor)", ours, "to two", ratio)


def _add(path: Path, files: Sequence[Path]) -> None:
    with Study.create(path, studies.CODEBOOK) as study, read_all(files) as readings:
        study.add_articles(
            article
            for _, reading in readings
            if not isinstance(reading, ReaderError)
            for article in reading.articles
        )


def reading(what: str, files: Sequence[Path], library: Library) -> Iterator[Result]:
    """One child against the library in this process, and two children against one."""
    one, ratio = paired(
        lambda: took(lambda: _read(files, 1)),
        lambda: took(lambda: [library(file.read_bytes()) for file in files]),
        ROUNDS,
    )
    name = library.__name__.strip("_").replace("_", "-")
    yield Result(f"{len(files)} {what}, one child", one, name, ratio, 1.3)
    two, gain = paired(
        lambda: took(lambda: _read(files, 2)), lambda: took(lambda: _read(files, 1)), ROUNDS
    )
    yield Result(f"{len(files)} {what}, two children", two, "one child", gain, 0.65)


def _read(files: Sequence[Path], workers: int) -> None:
    with read_all(files, workers=workers) as readings:
        for path, outcome in readings:
            if isinstance(outcome, ReaderError):
                raise RuntimeError(path) from outcome


def _trafilatura(content: bytes) -> object:
    from trafilatura import bare_extraction

    return bare_extraction(content, with_metadata=True, include_comments=False)


def _python_docx(content: bytes) -> object:
    from docx import Document

    document = Document(io.BytesIO(content))
    return [
        (paragraph.text, paragraph.style.name, [run.bold for run in paragraph.runs])
        for paragraph in document.paragraphs
    ]


def _pypdf(content: bytes) -> object:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def docx(number: int) -> bytes:
    """A document of 15 paragraphs, its title in a style, as Word writes them: some runs to each."""
    runs = "".join(
        "<w:p><w:pPr><w:spacing/></w:pPr>"
        + "".join(
            f'<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">{part}. </w:t></w:r>'
            for part in block.split(". ")
        )
        + "</w:p>"
        for block in _blocks(number, 15)
    )
    title = made.paragraph(f"Title {number}", style="Title")
    inner = f"<w:document {made.W}><w:body>{title}{runs}</w:body></w:document>"
    return made.package({**_template(), "word/document.xml": inner})


@cache
def _template() -> dict[str, bytes]:
    """The parts that every document of python-docx has."""
    from docx import Document

    file = io.BytesIO()
    Document().save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pdf(number: int) -> bytes:
    """Two pages of 45 lines."""
    words = " ".join(_blocks(number, 20)).split()
    lines = [" ".join(words[at : at + 11]) for at in range(0, 990, 11)]
    pages = [
        [(60.0, 580.0 - 12 * place, line) for place, line in enumerate(lines[first : first + 45])]
        for first in (0, 45)
    ]
    return made.pdf(pages)


def _blocks(number: int, count: int) -> list[str]:
    chance = random.Random(number)
    text = studies.article(number, count).text.split("\n\n")
    return [block.replace(" talks", ". Talks", chance.randint(1, 4)) for block in text]
