"""JSON Lines for doccano: files for each coder, as doccano itself exports them.

`classification/` has a line for each paragraph with its labels, `spans/` one for each article with
the passages that have a label. A label is `variable:code`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from annotator.exporters.annotations.answered import Answered, Reader, unit_text, who, whose
from annotator.exporters.annotations.names import Names
from annotator.exporters.annotations.textfile import text_file
from annotator.exporters.coded import CodedUnit
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.model.article import Article

_TIES = (
    "statements: which labels belong together stands in the field `statements` only, which doccano "
    "keeps as metadata"
)
_TYPED = (
    "answers that were typed are no labels: they stand in the fields `answers` and `statements`"
)
_TIMES = "answers: when they were given, and under which version of the codebook, is not carried"
_DESCRIBED = ("title", "author", "source", "date", "url")

Said = tuple[CodedUnit, list[Answered]]


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write both kinds of files for every coder (and each round but the main one)."""
    report = Report()
    files = _Files(to, report)
    for article, work in _by_article(Reader(source, choice, report)):
        by_coder: dict[tuple[str, str], list[Said]] = {}
        for unit, parts in work:
            by_coder.setdefault(whose(unit), []).append((unit, parts))
        for said in by_coder.values():
            first = said[0][0]
            for unit, parts in said:
                files.add("classification", first, _line(unit, parts, choice))
                _tell(parts, report)
            files.add("spans", first, _spans(article, said, choice))
    files.close()
    return report


class _Files:
    """The files of the coders, opened when they are first needed; counts their lines."""

    def __init__(self, to: Destination, report: Report) -> None:
        self._to, self._report = to, report
        self._names = Names()
        self._open: dict[str, TextIO] = {}

    def add(self, folder: str, unit: CodedUnit, line: dict[str, Any]) -> None:
        coder = self._names.file(who(unit), "\0".join(whose(unit)))
        name = f"{folder}/{coder}.jsonl"
        if name not in self._open:
            self._open[name] = text_file(self._to, name)
            self._report.rows[name] = 0
        self._open[name].write(json.dumps(line, ensure_ascii=False) + "\n")
        self._report.rows[name] += 1

    def close(self) -> None:
        for stream in self._open.values():
            stream.close()


def _by_article(reader: Reader) -> Iterator[tuple[Article, list[Said]]]:
    work: list[Said] = []
    for said in reader.units():
        if work and said[0].article.id != work[0][0].article.id:
            yield work[0][0].article, work
            work = []
        work.append(said)
    if work:
        yield work[0][0].article, work


def _line(unit: CodedUnit, parts: list[Answered], choice: Choice) -> dict[str, Any]:
    own, *statements = parts
    return {
        "text": unit_text(unit.article, unit.paragraph) if choice.text else "",
        "label": _labels(parts, choice),
        **_where(unit.article),
        "paragraph": unit.paragraph,
        "start": own.place[0],
        "end": own.place[1],
        "done": unit.done,
        "flagged": unit.flagged,
        "memo": unit.memo,
        "answers": _answers(own, choice),
        "statements": [
            _answers(one, choice) | _memo_and_flag(one) for one in statements
        ],
    }  # fmt: skip


def _spans(article: Article, said: list[Said], choice: Choice) -> dict[str, Any]:
    spans: list[tuple[int, int, str]] = []
    for unit, parts in said:
        if unit.paragraph:
            spans += [(*parts[0].place, label) for label in _labels(parts, choice)]
    return {"text": article.text if choice.text else "", "label": spans, **_where(article)}


def _labels(parts: Iterable[Answered], choice: Choice) -> list[str]:
    """Every label once, in the order of the codebook."""
    found = (
        f"{answer.variable.id}:{value}"
        for part in parts
        for answer in part.answers
        if answer.special or not answer.typed
        for value in answer.chosen(choice.values)
    )
    return list(dict.fromkeys(found))


def _answers(part: Answered, choice: Choice) -> dict[str, Any]:
    return {a.variable.id: a.typed or "|".join(a.chosen(choice.values)) for a in part.answers}


def _memo_and_flag(part: Answered) -> dict[str, Any]:
    """Under names that no variable can have."""
    return ({":memo": part.memo} if part.memo else {}) | (
        {":flagged": True} if part.flagged else {}
    )


def _where(article: Article) -> dict[str, str]:
    named = {"article": article.name, "article_id": article.id}
    return named | {name: getattr(article, name) for name in _DESCRIBED}


def _tell(parts: list[Answered], report: Report) -> None:
    answers = [answer for part in parts for answer in part.answers]
    for note, count in (
        (_TIES, len(parts) - 1),
        (_TYPED, sum(bool(answer.typed) for answer in answers)),
        (_TIMES, len(answers)),
    ):
        if count:
            report.notes[note] += count
