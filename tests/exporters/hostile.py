"""A codebook and codings made to break formats: names that collide, labels too long, odd values."""

from dataclasses import replace

from annotator.exporters.job import Source
from annotator.model.codebook import Code, Codebook, Level, Measurement, Variable
from annotator.model.coding import CANNOT_TELL, NOT_APPLICABLE, Answer, Statement, UnitWork
from tests.exporters.sample import FIRST, key, source

LONG = "a_name_of_more_than_sixty_four_characters_that_no_statistics_package_takes"
LABEL = "Ein sehr langes Etikett mit Umlauten, das kein Programm ganz fasst: äöü " * 5
NUL = "before\0after"
MEMO = "x" * 33_000
TEXT = (
    "=1+1\t\"quoted\", 'single'; _x0041_ \x07 \r\n \u202ertl\u202c \N{SLIGHTLY SMILING FACE} 北京"
)

VARIABLES = (
    Variable(f"{LONG}_1", Level.STATEMENT, LABEL, Measurement.NOMINAL,
             codes=(Code("one", LABEL, "1"), Code("two", LABEL, "2"))),
    Variable(f"{LONG}_2", Level.STATEMENT, "Two", Measurement.NOMINAL,
             codes=(Code("1", "Same", "1"), Code("2", "Same", "2", deprecated=True))),
    Variable("with", Level.STATEMENT, "Reserved", Measurement.TEXT),
    Variable("sel-ect.", Level.STATEMENT, "Several", Measurement.NOMINAL, multiple=True,
             max_select=0, codes=(Code("北京", "Beijing", "b"), Code("上海", "Shanghai", "s"))),
    Variable("score", Level.STATEMENT, "Score", Measurement.RATIO, minimum=-1000.0, maximum=100.0),
    Variable("same", Level.STATEMENT, "Same numbers", Measurement.ORDINAL,
             codes=(Code("a", "A", "a", value=1.0), Code("b", "B", "b", value=1.0))),
    Variable("half", Level.STATEMENT, "Half", Measurement.ORDINAL,
             codes=(Code("lo", "Low", "l", value=0.25), Code("hi", "High", "h", value=950.5),
                    Code("off", "Off", "o", off_scale=True))),
    Variable("day", Level.STATEMENT, "Day", Measurement.DATE),
)  # fmt: skip
CODEBOOK = Codebook("hostile", "Hostile", "1", "en", VARIABLES, hash="cd" * 32)

STATEMENTS = (
    Statement("01A", {
        f"{LONG}_1": Answer.of("two"), f"{LONG}_2": Answer.of("2"), "with": Answer.of(TEXT),
        "sel-ect.": Answer.of("上海", "北京"), "score": Answer.of("-97"), "same": Answer.of("b"),
        "half": Answer.of("off"), "day": Answer.of("0031-01-01"),
    }, memo=MEMO),
    Statement("01B", {
        f"{LONG}_1": NOT_APPLICABLE, f"{LONG}_2": Answer.of("gone"), "with": Answer.of(NUL),
        "sel-ect.": CANNOT_TELL, "score": CANNOT_TELL,
        "same": Answer.of("a"), "half": Answer.of("lo"), "day": NOT_APPLICABLE,
    }),
    Statement("01C", {"score": Answer.of("9007199254740993")}),
)  # fmt: skip
UNITS = {key("ana\0", FIRST, 2): UnitWork({}, STATEMENTS, done=True, memo=MEMO)}


def hostile(*, nul: bool = True) -> Source:
    """What formats must survive; NUL itself can be left out."""
    if nul:
        return source(UNITS, codebook=CODEBOOK)
    (work,) = UNITS.values()
    first, second, third = work.statements
    answers = {**second.answers, "with": Answer.of(TEXT)}
    work = replace(work, statements=(first, replace(second, answers=answers), third))
    return source({key("ana", FIRST, 2): work}, codebook=CODEBOOK)
