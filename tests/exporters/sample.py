"""A codebook, two articles and the work of two coders, written out by hand; no study file."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from annotator.exporters.files import Files
from annotator.exporters.job import Choice, Report, Source
from annotator.importers.parsed import UnitKey
from annotator.model.article import Article, ArticleHeader, Kind, Paragraph
from annotator.model.codebook import Code, Codebook, Guidance, Level, Measurement, Stop, Variable
from annotator.model.coding import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    Answer,
    CodingRow,
    Statement,
    StatementRow,
    UnitRow,
    UnitWork,
)

AT = 1_551_794_602_000  # 2019-03-05T14:03:22Z

ACTORS = (
    Code("us", "United States", "u", codes=(Code("us.congress", "Congress", "c"),)),
    Code("dprk", "North Korea", "n", guidance=Guidance("The state, not its people.")),
)
STANCES = (
    Code("oppose", "Opposes", "1", value=-1.0),
    Code("mixed", "Mixed", "2", value=0.5),
    Code("support", "Supports", "3", value=1.0),
    Code("neutral", "Neutral | unclear", "4", off_scale=True),
)
LEVERS = (
    Code("sanctions", "Sanctions", "s", codes=(Code("relief", "Relief", "r"),)),
    Code("summit", "Summits", "m"),
    Code("old", "Old lever", "o", deprecated=True, merged_into="summit"),
)
CODEBOOK = Codebook(
    "sample",
    "Who says what",
    "1.2",
    "en",
    (
        Variable("overall", Level.ARTICLE, "Overall tone", Measurement.INTERVAL, minimum=-5.0,
                 maximum=5.0),
        Variable("date", Level.ARTICLE, "Date of the event", Measurement.DATE),
        Variable("tone", Level.PARAGRAPH, "Tone", Measurement.NOMINAL,
                 codes=(Code("bad", "Bad", "b"), Code("good", "Good", "g"))),
        Variable("remark", Level.PARAGRAPH, "Remark", Measurement.TEXT, required=False),
        Variable("actor", Level.STATEMENT, "Actor", Measurement.NOMINAL, codes=ACTORS),
        Variable("stance", Level.STATEMENT, "Stance", Measurement.ORDINAL, codes=STANCES,
                 not_applicable=False),
        Variable("lever", Level.STATEMENT, "Lever", Measurement.NOMINAL, codes=LEVERS,
                 stop=Stop.LEAF, multiple=True, max_select=2),
    ),
    hash="ab" * 32,
    max_statements=4,
)  # fmt: skip


def article(name: str, *paragraphs: str, title: str = "") -> Article:
    """An article cut into these paragraphs, the first of which is its headline."""
    cut, start = [], 0
    for number, text in enumerate(paragraphs, start=1):
        kind = Kind.HEADLINE if number == 1 else Kind.BODY
        cut.append(Paragraph(number, start, start + len(text), kind))
        start += len(text) + 2
    return Article(f"id-{name}", name, "\n\n".join(paragraphs), tuple(cut), title=title)


ARTICLES = (
    article(
        "harbour", "Talks end", 'He said "no", twice.', "Line one\nline two", title="Talks end"
    ),
    article("bridge", "A week later", "=1+1 is no formula here: 北京 🙂"),
)
FIRST, SECOND = (found.id for found in ARTICLES)
HEADERS = [
    ArticleHeader(a.id, n, a.name, a.title, a.author, a.source, a.date, a.url, len(a.paragraphs),
                  len(a.paragraphs))
    for n, a in enumerate(ARTICLES, start=1)
]  # fmt: skip


def key(coder: str, article: str, paragraph: int) -> UnitKey:
    return UnitKey(coder, "main", article, paragraph)


UNITS: dict[UnitKey, UnitWork] = {
    key("ana", FIRST, 0): UnitWork(
        {"overall": Answer.of("-1.5"), "date": Answer.of("2019-02-28")}, done=True
    ),
    key("ana", FIRST, 1): UnitWork({"tone": Answer.of("bad")}, done=True, memo="=cmd()"),
    key("ana", FIRST, 2): UnitWork(
        {"tone": CANNOT_TELL, "remark": Answer.of('a, "b"\nc')},
        (
            Statement("01A", {"actor": Answer.of("us"), "stance": Answer.of("support"),
                              "lever": Answer.of("relief", "summit")}, memo="two\nlines"),
            Statement("01B", {"actor": Answer.of("dprk"), "stance": Answer.of("neutral"),
                              "lever": NOT_APPLICABLE}, flagged=True),
        ),
        done=True, flagged=True,
    ),
    key("ana", FIRST, 3): UnitWork({}, (Statement("01C"),)),
    key("ben", FIRST, 2): UnitWork({}, (Statement("01D", {"actor": Answer.of("us")}),), done=True),
    key("ben", SECOND, 2): UnitWork({}, done=True),
}  # fmt: skip


def source(
    units: Mapping[UnitKey, UnitWork] = UNITS,
    articles: tuple[Article, ...] = ARTICLES,
    codebook: Codebook = CODEBOOK,
) -> Source:
    """The rows that a study holding these units would give."""
    places = {found.id: place for place, found in enumerate(articles)}
    ordered = sorted(units.items(), key=lambda item: (places[item[0].article], item[0].paragraph))
    return Source(
        codebook,
        lambda: articles,
        lambda: (row for item in ordered for row in codings(*item)),
        lambda: (
            UnitRow(*where, work.done, work.flagged, work.memo, AT)
            for where, work in ordered
            if work.done or work.flagged or work.memo
        ),
        lambda: (
            StatementRow(*where, one.id, one.flagged, one.memo, AT)
            for where, work in ordered
            for one in work.statements
        ),
    )


def codings(where: UnitKey, work: UnitWork) -> Iterator[CodingRow]:
    for statement, answers in [("", work.answers), *((s.id, s.answers) for s in work.statements)]:
        for variable, answer in sorted(answers.items()):
            value = "|".join(answer.values)
            yield CodingRow(*where, statement, variable, value, str(answer.state), AT, "1.2")


def exported(
    folder: Path, form: str = "csv", choice: Choice | None = None, given: Source | None = None
) -> Report:
    """Export the sample into a folder."""
    from annotator.exporters import exporter

    with Files(folder) as files:
        return exporter(form).write(given or source(), choice or Choice(), files)
