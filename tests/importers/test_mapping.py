"""A project's codings in the codebook of a study: what is the same, and what has no place."""

from dataclasses import replace

from annotator.importers.mapping import CodeMap, in_codebook
from annotator.importers.parsed import ReadUnit, UnitKey
from annotator.importers.project import Project
from annotator.model.codebook import Code, Codebook, Level, Measurement, Variable
from annotator.model.coding import NOT_APPLICABLE, Answer, Statement, UnitWork


def variable(name: str, *labels: str, level: Level = Level.PARAGRAPH, several: int = 0) -> Variable:
    codes = tuple(Code(label.lower(), label, "") for label in labels)
    measurement = Measurement.NOMINAL if labels else Measurement.TEXT
    return Variable(name, level, name.capitalize(), measurement, codes=codes,
                    multiple=several != 1, max_select=several)  # fmt: skip


def book(*variables: Variable) -> Codebook:
    return Codebook("book", "Book", "1", "en", variables)


THEIRS = book(variable("Codes", "Good", "Us", "Odd"), variable("remark"))


def test_one_long_list_is_spread_over_the_variables_of_a_study() -> None:
    ours = book(variable("mood", "Good", "Bad"), variable("actor", "Us", "Them"))
    code_map = CodeMap(THEIRS, ours, {})
    found = code_map.answers({"Codes": Answer.of("good", "us", "odd"), "remark": Answer.of("a")})
    assert found == {"mood": Answer.of("good"), "actor": Answer.of("us")}
    assert code_map.missing == {'code "Odd" of "Codes"': 1, 'variable "Remark"': 1}


def test_a_code_that_several_variables_have_is_not_guessed() -> None:
    ours = book(variable("mood", "Good"), variable("taste", "Good"))
    assert CodeMap(THEIRS, ours, {}).answers({"Codes": Answer.of("good")}) == {}
    chosen = CodeMap(THEIRS, ours, {"taste": "Codes"})
    assert chosen.answers({"Codes": Answer.of("good")}) == {"taste": Answer.of("good")}


def test_labels_do_where_ids_differ_and_capitals_do_not_matter() -> None:
    mood = variable("m1", "Good")
    mood = replace(mood, label="CODES", codes=(Code("c7", "GOOD", ""),))
    found = CodeMap(THEIRS, book(mood), {}).answers({"Codes": Answer.of("good")})
    assert found == {"m1": Answer.of("c7")}


def test_levels_and_kinds_of_values_are_not_mixed() -> None:
    ours = book(variable("codes", "Good", level=Level.ARTICLE), variable("remark", "Good"))
    found = CodeMap(THEIRS, ours, {}).answers(
        {"remark": Answer.of("Good"), "Codes": NOT_APPLICABLE}
    )
    assert found == {}


def test_what_the_codebook_does_not_allow_is_told_and_leaves_the_unit_open() -> None:
    ours = book(variable("codes", "Good", "Us", "Odd", several=1))
    key = UnitKey("ana", "main", "id", 1)
    work = UnitWork({"Codes": Answer.of("good", "us")}, (Statement("s"),), done=True)
    project = Project("t.db", units={key: ReadUnit(0, work)})
    parsed = in_codebook(project, THEIRS, ours, {}, {"id": "letter"})
    assert [one.message for one in parsed.problems] == [
        "ana, letter, paragraph 1: codes takes one value"
    ]
    assert parsed.units[key].work == UnitWork({}, (Statement("s"),))
    assert len(parsed.left_out) == 1
