"""Whatever the table: problems or units, never an exception; and round trips lose nothing."""

import csv
import io
import tempfile
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.exporters.job import Choice, Shape
from annotator.importers.codings_table import Options, read_table
from annotator.importers.compare import compare
from annotator.importers.layout import SYNONYMS
from annotator.importers.parsed import Parsed, ReadUnit, UnitKey
from annotator.model.coding import CANNOT_TELL, NOT_APPLICABLE, Answer, Statement, UnitWork
from tests.exporters.sample import ARTICLES, CODEBOOK, HEADERS, UNITS, exported, source

names = st.sampled_from([*SYNONYMS, *CODEBOOK.by_id, "unit", "record", "var_date", "acter", ""])
codes = st.sampled_from([code for v in CODEBOOK.variables for code in v.paths])
cells = st.one_of(
    st.sampled_from(["ana", "harbour", "bridge", "0", "1", "2", "2.0", "tone", "", "cannot_tell"]),
    codes,
    st.text(max_size=8),
)


@st.composite
def tables(draw: st.DrawFn) -> str:
    header = draw(st.lists(names | st.text(max_size=4), min_size=1, max_size=8))
    if draw(st.booleans()):
        header = ["coder", "article", "paragraph", "statement", *header]
    rows = draw(st.lists(st.lists(cells, max_size=len(header) + 1), max_size=6))
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([header, *rows])
    return stream.getvalue()


options = st.builds(
    Options,
    coder=st.sampled_from(["", "ana"]),
    mapped=st.dictionaries(names, names, max_size=2),
    long=st.sampled_from([None, True, False]),
    finish=st.booleans(),
    neutralized=st.booleans(),
)


@given(tables() | st.text(), options)
@settings(max_examples=150)
def test_any_table_gives_problems_or_units(table: str, chosen: Options) -> None:
    content = table.encode("utf-8", "surrogatepass")
    parsed = read_table(content, "t.csv", CODEBOOK, HEADERS, chosen)
    assert isinstance(parsed, Parsed)
    assert all(problem.message and problem.line >= 0 for problem in parsed.problems)
    assert len(compare(parsed, {}).problems) <= len(parsed.units)


@given(st.binary(max_size=200))
def test_any_bytes_do(content: bytes) -> None:
    assert isinstance(read_table(content, "t.csv", CODEBOOK, HEADERS), Parsed)


# stripped: what is typed in is stored without white space around it, and so is what is imported
hostile = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    | st.sampled_from("\r\n\t\"',;|=+-@\x1b\u202e\u200b🙂北"),
    max_size=12,
).map(str.strip)
coders = hostile.filter(bool)
statements = st.builds(
    Statement,
    st.just(""),
    st.fixed_dictionaries(
        {},
        optional={
            "actor": st.sampled_from([Answer.of("us"), Answer.of("dprk"), NOT_APPLICABLE]),
            "stance": st.sampled_from([Answer.of("mixed"), CANNOT_TELL]),
            "lever": st.sampled_from([Answer.of("relief", "summit"), Answer.of("summit")]),
        },
    ),
    hostile,
    st.booleans(),
)
special = {str(NOT_APPLICABLE), str(CANNOT_TELL)}
remarks = hostile.filter(lambda text: bool(text) and text not in special)
works = st.builds(
    UnitWork,
    st.fixed_dictionaries(
        {},
        optional={
            "tone": st.sampled_from([Answer.of("bad"), CANNOT_TELL]),
            "remark": st.builds(Answer.of, remarks),
        },
    ),
    st.lists(statements, max_size=3).map(tuple),
    st.booleans(),
    hostile,
    st.booleans(),
)
studies = st.dictionaries(
    st.tuples(
        coders, st.sampled_from(["main", "pilot"]), st.sampled_from([a.id for a in ARTICLES]),
        st.sampled_from([1, 2]),
    ).map(UnitKey._make),
    works.filter(lambda work: work.touched),
    max_size=5,
)  # fmt: skip


def with_ids(units: dict[UnitKey, UnitWork]) -> dict[UnitKey, UnitWork]:
    return {
        where: UnitWork(
            work.answers,
            tuple(
                Statement(f"{number:06d}", one.answers, one.memo, one.flagged)
                for number, one in enumerate(work.statements)
            ),
            work.done,
            work.memo,
            work.flagged,
        )
        for where, work in units.items()
    }


def export(units: dict[UnitKey, UnitWork], choice: Choice) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        exported(Path(folder), choice=choice, given=source(units))
        return {path.stem: path.read_bytes() for path in Path(folder).glob("*s.csv")}


def merged(parts: Iterable[Parsed]) -> dict[UnitKey, UnitWork]:
    """What the study would hold after importing these files one after the other."""
    held: dict[UnitKey, UnitWork] = {}
    for parsed in parts:
        assert not parsed.problems
        compared = compare(parsed, held)
        assert not compared.problems
        held |= {where: _joined(unit, held.get(where)) for where, unit in compared.new.items()}
    return held


def _joined(unit: ReadUnit, old: UnitWork | None) -> UnitWork:
    work = unit.work
    if old is None:
        return work
    return UnitWork(
        {**old.answers, **work.answers}, work.statements or old.statements,
        work.done or old.done, work.memo or old.memo, work.flagged or old.flagged,
    )  # fmt: skip


@given(studies, st.booleans(), st.sampled_from(",;\t"))
@settings(max_examples=60)
def test_statements_and_paragraphs_bring_everything_back(
    units: dict[UnitKey, UnitWork], neutralize: bool, delimiter: str
) -> None:
    units = with_ids(units)
    shapes = (Shape.STATEMENTS, Shape.PARAGRAPHS)
    choice = Choice(shapes=shapes, neutralize=neutralize, delimiter=delimiter)
    first = export(units, choice)
    chosen = Options(neutralized=neutralize)
    parts = [read_table(first[s], f"{s}.csv", CODEBOOK, HEADERS, chosen) for s in shapes]
    assert export(merged(parts), choice) == first


def test_the_sample_comes_back_and_again_changes_nothing() -> None:
    shapes = (Shape.STATEMENTS, Shape.PARAGRAPHS)
    first = export(UNITS, Choice(shapes=shapes))
    parts = [read_table(first[shape], "t.csv", CODEBOOK, HEADERS) for shape in shapes]
    held = merged(parts)
    assert export(held, Choice(shapes=shapes)) == first
    for part in parts:
        again = compare(part, held)
        assert not (again.new)
        assert not (again.problems)
