"""Folders for brat: one for each coder, with the text and the annotations of every article."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from annotator.errors import UsageError
from annotator.exporters.annotations.answered import Answered, Reader, who, whose
from annotator.exporters.annotations.bratfiles import Lines, Types
from annotator.exporters.annotations.names import Names
from annotator.exporters.annotations.textfile import text_file
from annotator.exporters.coded import CodedUnit
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source

_TIMES = "answers: when they were given, and under which version of the codebook, is not carried"
_RENAMED = "variables and codes have other names here: brat allows letters, digits, - and _ only"
_ARTICLE = "answers about an article as a whole stand on its first line"


Said = tuple[CodedUnit, list[Answered]]


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write `annotation.conf`, and for every coder a .txt and a .ann file for each article."""
    if not choice.text:
        raise UsageError(
            "brat shows annotations on the text: it needs the text.",
            hint="Leave --no-text away, or choose another format.",
        )
    report = Report()
    types = Types(source.codebook)
    with text_file(to, "annotation.conf") as stream:
        stream.write(types.config())
    if renamed := types.n_renamed():
        report.notes[_RENAMED] = renamed
    coders, articles = Names(), Names()
    reader = Reader(source, choice, report)
    for _, group in groupby(_sorted(reader), _key):
        said = list(group)
        unit = said[0][0]
        article = articles.file(unit.article.name, unit.article.id)
        coder = coders.file(who(unit), "\0".join(whose(unit)))
        name = f"{coder}/{article}"
        lines = _lines(said, types, choice, report)
        with text_file(to, f"{name}.txt") as stream:
            stream.write(unit.article.text)
        with text_file(to, f"{name}.ann") as stream:
            stream.writelines(f"{line}\n" for line in lines)
        report.rows[f"{name}.ann"] = len(lines)
    return report


def _sorted(reader: Reader) -> Iterable[Said]:
    """Each article's work by coder; only one article is held at a time."""
    for _, group in groupby(reader.units(), lambda said: said[0].article.id):
        yield from sorted(group, key=_key)


def _key(said: Said) -> tuple[str, str, str]:
    return said[0].article.id, *whose(said[0])


def _lines(said: list[Said], types: Types, choice: Choice, report: Report) -> list[str]:
    """What one coder said on one article."""
    lines = Lines(types, choice, report)
    for unit, parts in said:
        own, *statements = parts
        if own.answers or own.memo or own.flagged or unit.done:
            lines.add(own)
        for statement in statements:
            lines.add(statement)
        answers = sum(len(part.answers) for part in parts)
        if answers:
            report.notes[_TIMES] += answers
        if own.answers and not unit.paragraph:
            report.notes[_ARTICLE] += len(own.answers)
    return lines.lines
