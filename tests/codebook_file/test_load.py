"""What a file says is what the compiled codebook holds."""

import pytest

from annotator.codebook_file import load
from annotator.errors import CodebookError
from annotator.ids import content_hash
from annotator.model.article import CODABLE_KINDS, Kind
from annotator.model.codebook import Agreement, Guidance, Level, Measurement, Stop, Variable
from tests.codebook_file.books import book, tone


def variable(text: str, name: str = "tone") -> Variable:
    return load(text).by_id[name]


def test_defaults_of_a_codebook() -> None:
    text = book("article: {a: {}}\n")
    codebook = load(text)

    assert (codebook.id, codebook.version, codebook.title) == ("test", "1.0", "test")
    assert (codebook.language, codebook.codable) == ("en", CODABLE_KINDS)
    assert codebook.max_statements == 0
    assert codebook.hash == content_hash(text.encode())


def test_a_codebook_in_full() -> None:
    codebook = load(
        book(
            "title: Who?\nlanguage: ko\ncodable: caption\nstatements: {max: 12}\n"
            "statement: {c: {}}\nparagraph: {b: {}}\narticle: {a: {}}\n"
        )
    )

    assert (codebook.title, codebook.language) == ("Who?", "ko")
    assert (codebook.codable, codebook.max_statements) == ((Kind.CAPTION,), 12)
    assert [v.id for v in codebook.variables] == ["a", "b", "c"]
    assert [v.level for v in codebook.variables] == list(Level)


def test_what_is_demanded_of_agreement() -> None:
    of_all = "agreement: {reliable: 0.9, tentative: 0.7}\n"
    own = "    agreement: {tentative: 0.8}\n"

    assert load(tone("a: A")).agreement == Agreement(0.8, 0.667)
    assert variable(tone("a: A")).agreement is None
    codebook = load(tone("a: A", more=own) + of_all)
    assert codebook.agreement == Agreement(0.9, 0.7)
    assert codebook.variables[0].agreement == Agreement(0.9, 0.8)
    assert load(tone("a: A", more="    agreement:\n") + of_all).variables[0].agreement is None


def test_defaults_of_a_variable() -> None:
    assert variable(book("article: {pub_date: }\n"), "pub_date") == Variable(
        id="pub_date",
        level=Level.ARTICLE,
        label="Pub date",
        measurement=Measurement.TEXT,
        required=False,
    )
    chosen = variable(tone("a: A"))
    assert (chosen.measurement, chosen.required) == (Measurement.NOMINAL, True)
    assert (chosen.multiple, chosen.min_select, chosen.max_select) == (False, 1, 1)
    assert (chosen.not_applicable, chosen.cannot_tell, chosen.stop) == (True, True, Stop.ANY)


def test_a_variable_in_full() -> None:
    full = variable(
        book("""\
paragraph:
  b: {codes: {x: {label: X, codes: {x1: X1}}}}
  tone:
    label: >
      The tone,
      all in all
    question: How?
    definition: Tone.
    include: one
    exclude: [two]
    rules: [three, four]
    examples: five
    counter_examples: six
    measurement: ordinal
    stop: leaf
    select: {min: 0, max: 3}
    required: false
    default: bad
    ask_if: {b: [x, cannot_tell]}
    special: cannot_tell
    anchors: {low: worst, high: best}
    codes: {bad: Bad, good: Good}
""")
    )

    assert full.label == "The tone, all in all"
    assert full.question == "How?"
    assert full.guidance == Guidance(
        "Tone.", ("one",), ("two",), ("three", "four"), ("five",), ("six",)
    )
    assert (full.measurement, full.stop) == (Measurement.ORDINAL, Stop.LEAF)
    assert (full.multiple, full.min_select, full.max_select) == (True, 0, 3)
    assert (full.required, full.default) == (False, "bad")
    assert full.ask_if == {"b": ("x", "cannot_tell")}
    assert (full.not_applicable, full.cannot_tell) == (False, True)
    assert full.anchors == ("worst", "best")


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        ("one", (False, 1, 1)),
        ("many", (True, 1, 0)),
        ("{max: 3}", (True, 1, 3)),
        ("{min: 2}", (True, 2, 0)),
        ("{min: 0, max: 1}", (False, 0, 1)),
    ],
)
def test_select(select: str, expected: tuple[bool, int, int]) -> None:
    found = variable(tone("a: A", "b: B", more=f"    select: {select}\n"))

    assert (found.multiple, found.min_select, found.max_select) == expected


def test_no_statement() -> None:
    why = variable(tone("a: A", more="    ask_if: no_statement\nstatement: {b: {}}\n"))

    assert why.ask_if_no_statement
    assert why.ask_if == {}


def test_no_special_answers() -> None:
    found = variable(tone("a: A", more="    special: []\n"))

    assert (found.not_applicable, found.cannot_tell) == (False, False)


def test_a_bounded_number() -> None:
    age = variable(book("article: {age: {measurement: ratio, min: 0, max: 120.5}}\n"), "age")

    assert (age.minimum, age.maximum, age.required, age.is_typed) == (0, 120.5, True, True)


def test_a_binary_variable_gets_yes_and_no() -> None:
    found = variable(book("paragraph: {tone: {measurement: binary, default: no}}\n"))

    assert [(c.id, c.label, c.key, c.value) for c in found.codes] == [
        ("yes", "Yes", "y", 1),
        ("no", "No", "n", 0),
    ]
    assert found.default == "no"


def test_codes_in_full() -> None:
    found = variable(
        tone(
            "a: {label: A, key: x, value: 1e1, needs_memo: yes, definition: First.}",
            "old: {label: Old, merged_into: a}",
            "older: {deprecated: true, codes: {oldest: Oldest}}",
            "none: {off_scale: true}",
        )
    )

    a, old, older, none = found.codes
    assert (a.key, a.value, a.needs_memo, a.guidance.definition) == ("x", 10, True, "First.")
    assert (old.deprecated, old.merged_into, old.key) == (True, "a", "")
    assert (older.deprecated, older.codes[0].deprecated, older.codes[0].key) == (True, True, "")
    assert (none.label, none.off_scale, none.key) == ("None", True, "n")


IDS = [
    "010",
    "no",
    "103.1",
    "1:30",
    "1e3",
    "0x1F",
    "null",
    "~",
    "2019-01-01",
    "true",
    ".inf",
    "=",
    "<<",
]


@pytest.mark.parametrize("code_id", IDS)
def test_ids_are_what_was_written(code_id: str) -> None:
    found = variable(tone(f"{code_id}: {code_id}", f"other: {{codes: {{{code_id}x: A}}}}"))

    assert list(found.paths) == [code_id, "other", f"{code_id}x"]
    assert found.codes[0].label == code_id


def test_versions_are_text() -> None:
    assert load("codebook: a\nversion: 1.10\narticle: {a: {}}\n").version == "1.10"


def test_an_ordinal_scale_without_values_is_numbered() -> None:
    more = "    measurement: ordinal\n"
    found = variable(
        tone("a: A", "b: {deprecated: yes}", "c: C", "x: {off_scale: true}", more=more)
    )

    # A retired code keeps its number, so that the others keep theirs.
    assert [code.value for code in found.codes] == [1, 2, 3, None]
    assert [code.key for code in found.codes] == ["1", "", "3", "0"]


def test_groups_that_are_no_answer_have_no_number() -> None:
    more = "    measurement: ordinal\n    stop: leaf\n"
    found = variable(tone("a: {codes: {a1: A, a2: B}}", "b: B", more=more))

    assert {code_id: path[-1].value for code_id, path in found.paths.items()} == {
        "a": None, "a1": 1, "a2": 2, "b": 3,
    }  # fmt: skip


def test_codes_from_another_variable() -> None:
    codebook = load(tone("a: {label: A, codes: {b: B}}", more="  c: {codes_from: tone}\n"))

    assert codebook.by_id["c"].codes == codebook.by_id["tone"].codes
    assert codebook.by_id["c"].key_path("b") == "ab"


LANGUAGES = """\
title: {en: Tone, ko: 어조, de: Ton}
paragraph:
  tone:
    label: {en: Tone, ko: 어조}
    rules:
      - {en: One rule, ko: 규칙}
      - plain
    codes:
      good: {label: {en: Good, ko: 좋음, de: Gut}}
      bad: Bad
"""


def test_texts_in_the_language_asked_for_else_in_the_codebooks_own() -> None:
    korean = load(book(LANGUAGES), language="ko")
    tone = korean.by_id["tone"]

    assert (korean.language, korean.title, tone.label) == ("ko", "어조", "어조")
    assert tone.guidance.rules == ("규칙", "plain")
    assert [code.label for code in tone.codes] == ["좋음", "Bad"]
    assert load(book(LANGUAGES), language="de").by_id["tone"].label == "Tone"
    assert load(book(LANGUAGES)).title == "Tone"


def test_keys_are_the_same_in_every_language() -> None:
    keys = {
        tuple(code.key for code in load(book(LANGUAGES), language=language).by_id["tone"].codes)
        for language in ("en", "ko", "de")
    }

    assert keys == {("g", "b")}


def test_a_language_that_is_not_there() -> None:
    with pytest.raises(CodebookError) as raised:
        load(book(LANGUAGES), name="my.yaml", language="fr")

    (problem,) = raised.value.problems
    assert str(problem) == (
        "my.yaml: There are no texts in `fr`; there are: en, de, ko. (choose one of these)"
    )
