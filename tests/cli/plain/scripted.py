"""A small study of our own and a coder who types prepared lines."""

from __future__ import annotations

from pathlib import Path

from annotator.cli.plain import run_plain
from annotator.model.article import Article, Kind, Paragraph
from annotator.study import Study

CODEBOOK = """
codebook: small
title: A small codebook
version: "1"
article:
  tone:
    label: Tone of the article
    measurement: ordinal
    codes: {bad: Bad, good: Good}
  read_on:
    label: Read on
    measurement: date
    required: false
paragraph:
  appraisal:
    label: Appraisal
    default: none
    codes: {none: None, gain: Gain}
  why_none:
    label: Why no statement?
    ask_if: no_statement
    codes: {scene: Scene only, other: {label: Other, needs_memo: true}}
statement:
  actor:
    label: Actor
    question: Whose position is shown?
    definition: Who holds the position, not who reports it.
    codes:
      us: {label: United States, key: u, definition: The government., include: [Washington]}
      china: {label: China, key: c}
      chile: {label: Chile, key: h}
      old: {label: Old state, key: o, deprecated: true, merged_into: us}
  lever:
    label: Lever
    stop: leaf
    codes:
      sanctions:
        label: Sanctions
        key: s
        codes: {relief: {label: Relief, key: r}, pressure: {label: Pressure, key: p}}
      other_lever: {label: Other lever, key: o, needs_memo: true}
  topics:
    label: Topics
    required: false
    select: {max: 2}
    codes: {peace: Peace, trade: Trade, arms: Arms}
"""


def article(name: str, *paragraphs: str, advert: str = "") -> Article:
    """An article of these paragraphs, followed by one that is not coded."""
    cut, start, text = [], 0, [*paragraphs, *filter(None, [advert])]
    for number, paragraph in enumerate(text, 1):
        kind = Kind.BODY if number <= len(paragraphs) else Kind.BOILERPLATE
        cut.append(Paragraph(number, start, start + len(paragraph), kind))
        start += len(paragraph) + 2
    identifier = "id-" + "".join(filter(str.isalnum, name))
    return Article(identifier, name, "\n\n".join(text), tuple(cut), title=f"Title of {name}")


def new_study(folder: Path, *articles: Article, codebook: str = CODEBOOK) -> Path:
    """A study file with these articles."""
    path = folder / "study.db"
    with Study.create(path, codebook) as study:
        study.add_articles(articles)
    return path


class Coder:
    """Types the lines, one a question; then the input ends."""

    def __init__(self, path: Path, name: str = "ana") -> None:
        self.path, self.name = path, name
        self.prompts: list[str] = []
        self.heard = ""

    def types(self, *lines: str) -> str:
        """Start, type, come to the end of the input; what was printed."""
        pending, heard = iter(lines), []

        def read_line(prompt: str) -> str:
            self.prompts.append(prompt)
            heard.append(prompt)
            for line in pending:
                return line
            raise EOFError

        with Study.open(self.path, coder=self.name) as study:
            run_plain(study, read_line=read_line, write=heard.append)
        self.heard = "\n".join(heard)
        return self.heard

    def statements(self, name: str, paragraph: int = 1) -> list[dict[str, str]]:
        """The statements of a paragraph as stored, read by a fresh connection."""
        with Study.open(self.path, coder=self.name, read_only=True) as study:
            found = study.work(f"id-{name}").unit(paragraph).statements
            return [{k: str(v) for k, v in s.answers.items()} for s in found]

    def answers(self, name: str, paragraph: int = 1) -> dict[str, str]:
        """The answers of a unit itself as stored."""
        with Study.open(self.path, coder=self.name, read_only=True) as study:
            unit = study.work(f"id-{name}").unit(paragraph)
            return {k: str(v) for k, v in unit.answers.items()}

    def done(self) -> list[tuple[str, int]]:
        """The units that the coder finished."""
        with Study.open(self.path, coder=self.name, read_only=True) as study:
            return [(u.article, u.paragraph) for u in study.units() if u.done]
