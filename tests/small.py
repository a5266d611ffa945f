"""A small study with two coders, made in the test itself."""

from pathlib import Path

from annotator.model.article import Article, Kind, Paragraph
from annotator.model.coding import NOT_APPLICABLE, Answer, Target
from annotator.study import Study

CODEBOOK = """\
codebook: small
version: 1.0.0
title: Who says what
paragraph:
  tone:
    label: Tone
    required: false
    codes: {bad: Bad, good: Good}
statement:
  actor:
    label: Actor
    codes: {us: United States, dprk: North Korea}
  stance:
    label: Stance
    codes: {pro: Supports, con: Opposes}
  lever:
    label: Lever
    select: many
    codes: {sanctions: Sanctions, talks: Talks}
"""


def make_article(name: str, *paragraphs: str) -> Article:
    """An article of body paragraphs under a headline."""
    text = "\n\n".join(paragraphs)
    cut, start = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        kind = Kind.HEADLINE if number == 1 else Kind.BODY
        cut.append(Paragraph(number, start, start + len(paragraph), kind))
        start += len(paragraph) + 2
    return Article(f"id-{name}", name, text, tuple(cut), title=paragraphs[0])


FIRST = make_article("first", "Talks end", "The harbour fell silent.", "Nobody had signed 北.")
SECOND = make_article("second", "A week later", "Trucks waited at the bridge.")


def make_study(path: Path) -> Path:
    """Write the study to `path` and return it."""
    with Study.create(path, CODEBOOK, name="small.yaml") as study:
        study.add_articles([FIRST, SECOND])
    with Study.open(path, coder="ana") as study:
        _code_first_article(study)
        study.set_flag(Target(FIRST.id, 2), True)
    with Study.open(path, coder="ben") as study:
        study.finish(FIRST.id, 1)
        study.add_statement(FIRST.id, 2, {"actor": Answer.of("dprk")})
        study.finish(FIRST.id, 2)
    return path


def _code_first_article(study: Study) -> None:
    study.assign(Target(FIRST.id, 1), "tone", Answer.of("bad"))
    study.finish(FIRST.id, 1)
    statement = study.add_statement(FIRST.id, 2, {"actor": Answer.of("us")})
    target = Target(FIRST.id, 2, statement)
    study.assign(target, "stance", Answer.of("pro"))
    study.assign(target, "lever", Answer.of("sanctions", "talks"))
    study.set_memo(target, "who is silent?")
    study.finish(FIRST.id, 2)
    second = study.add_statement(FIRST.id, 3, {"actor": Answer.of("dprk")})
    study.assign(Target(FIRST.id, 3, second), "lever", NOT_APPLICABLE)
    study.finish(FIRST.id, 3)
