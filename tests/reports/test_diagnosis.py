"""Why a figure is what it is: told from small studies whose figures can be told by hand."""

from typing import Any

import pytest

from annotator.agreement import ReliabilityData
from annotator.cli.agree_explain import part
from annotator.reports.diagnosis import Diagnosis, diagnose, places_of
from annotator.reports.diagnosis_figures import confusions_json, diagnosis_json
from annotator.reports.explain import MOST_VALUES, explain, how_to_read
from annotator.reports.intervals import Wish, with_intervals
from annotator.reports.names import Names
from annotator.reports.reliability import Reliability
from annotator.reports.row import Heading, Row, value_row
from annotator.reports.verdict import Thresholds, thresholds_of
from tests.reports.small import CODEBOOK, B, codebook, report, row

NAMES = Names(codebook(), {"one": "first_op-ed"})
BOTH = {"ana": [1, 2, 3], "ben": [1, 2, 3]}
LINES = [
    *("ana 1 tone=bad", "ben 1 tone=bad", "ana 2 tone=good", "ben 2 tone=none"),
    *("ana 3 tone=good", "ben 3 tone=?"),
]


def tones(found: Reliability, level: str = "nominal") -> Diagnosis:
    return diagnose(row(found, "tone", "value", level=level))


def of_table(table: list[list[Any]], level: str = "nominal") -> Row:
    coders = [f"coder {number}" for number in range(1, len(table) + 1)]
    return value_row(Heading("ratings", "value", level=level), coders, ReliabilityData.of(table))


def told(found: Diagnosis) -> str:
    return " ".join(explain(found, NAMES).reasons)


def test_confusions_have_labels_units_and_costs() -> None:
    found = confusions_json(tones(report(LINES, BOTH)), NAMES)
    assert [c["values"] for c in found["confusions"]] == [["cannot_tell", "good"], ["good", "none"]]
    assert found["confusions"][1]["labels"] == ["Good", "None"]
    assert [c["share"] for c in found["confusions"]] == [0.5, 0.5]
    assert found["confusions"][0]["units"] == [
        {"article": "one", "name": "first_op-ed", "paragraph": 3}
    ]
    assert [(unit["paragraph"], unit["share"]) for unit in found["units"]] == [(2, 0.5), (3, 0.5)]


def test_parts_of_a_diagnosis_agree_with_each_other() -> None:
    found = diagnosis_json(tones(report(LINES, BOTH)), NAMES)
    ratio = found["observed_disagreement"] / found["expected_disagreement"]
    assert found["coefficient"]["value"] == pytest.approx(1 - ratio)
    cells = {tuple(cell["values"]): cell["n"] for cell in found["coincidences"]}
    assert cells == {("bad", "bad"): 2, ("cannot_tell", "good"): 1, ("good", "none"): 1}
    assert sum(value["share"] for value in found["prevalence"]) == pytest.approx(1)
    assert [one["coder"] for one in found["without_coder"]] == ["ana", "ben"]
    assert found["without_coder"][0]["reason"] == "there is only one coder"
    assert found["between_coders"][0]["value"] == found["coefficient"]["value"]
    assert found["verdict"] == "unreliable"


def test_sets_are_taken_apart_by_code() -> None:
    lines = [
        *("ana 1 s1 actor=us", "ben 1 s2 actor=us", "ana 2 s3 actor=dprk", "ana 2 s4 actor=us"),
        "ben 2 s5 actor=dprk",
    ]
    found = diagnose(row(report(lines, BOTH), "actor", "set"))
    assert found.coefficient.name == "alpha_jaccard"
    assert list(found.categories) == ["dprk", "us"]
    assert found.categories["dprk"].value == 1
    (only,) = found.confusions
    assert (only.one, only.other) == (frozenset({"us", "dprk"}), frozenset({"dprk"})) or (
        only.other,
        only.one,
    ) == (frozenset({"us", "dprk"}), frozenset({"dprk"}))
    assert (only.distance, only.share) == (0.5, 1)
    assert places_of(found.sample) == {(only.one, only.other): [1]}
    assert NAMES.value(found.heading, only.other | only.one) == "North Korea, United States"
    assert NAMES.value(found.heading, frozenset()) == "nothing"


def test_names_of_pairs_numbers_and_units_without_article() -> None:
    assert NAMES.code(Heading("actor+lever", "pair"), "us + talks") == "United States + Talks"
    assert NAMES.code(Heading("tone", "value", level="ordinal"), -1.0) == "-1 Bad"
    assert NAMES.code(Heading("tone", "value"), "cannot_tell") == "cannot tell"
    assert Names().unit(of_table([[1], [1]]).sample, 0) == "unit 1"
    assert Names().value(Heading("a+b", "value"), "x + y + z") == "x + y + z"


@pytest.mark.parametrize(
    ("value", "word"),
    [(0.8, "reliable"), (0.7999, "tentative"), (0.667, "tentative"), (0.6669, "unreliable")],
)
def test_verdicts_do_not_round(value: float, word: str) -> None:
    base = diagnose(of_table([[1, 2], [1, 2]])).coefficient
    figure = type(base)("alpha", value, "nominal", 9, 2, 18)
    assert Thresholds().verdict(figure) == word
    assert Thresholds(0.9, 0.5).verdict(figure) == "tentative"


def test_thresholds_are_those_of_the_codebook() -> None:
    demands = "agreement: {reliable: 0.9, tentative: 0.7}\n"
    source = CODEBOOK.replace(
        "    label: Tone\n", "    label: Tone\n    agreement: {reliable: 1}\n"
    )
    book = codebook(demands + source)
    assert thresholds_of(book, "tone") == Thresholds(1.0, 0.7)
    assert [thresholds_of(book, name) for name in ("actor", "actor+lever", "")] == [
        Thresholds(0.9, 0.7)
    ] * 3
    assert thresholds_of(None, "tone") == thresholds_of(codebook(), "tone") == Thresholds()
    (row,) = with_intervals([of_table([[1, 2] * 9, [1, 2] * 8 + [1, 1]])], Wish(), book)
    assert row.below["krippendorff_alpha"].threshold == 0.9


def test_explain_holds_figures_against_the_codebook() -> None:
    source = "agreement: {reliable: 0.9, tentative: 0.7}\n" + CODEBOOK
    lines = ["ana 1 tone=bad", "ben 1 tone=bad", "ana 2 tone=good", "ben 2 tone=good"]
    made = row(report(lines, BOTH, source=source), "tone", "value", level="nominal")
    assert "  Reliable: not below .90." in part([made], Names(codebook(source))).lines
    assert "  Reliable: not below .80." in part([made], NAMES).lines


def test_undefined_is_told_with_its_reason() -> None:
    found = diagnose(of_table([["a", "a"], ["a", "a"]]))
    assert found.verdict == "undefined"
    assert explain(found, NAMES).verdict.startswith("Undefined: no variation: all 4 pairable")
    alone = explain(diagnose(of_table([["a", "b"]])), NAMES)
    assert alone.matrix == ()
    assert alone.reasons == ("Only coder 1 coded it; a second coder has to code the same units.",)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ([["a", "b", None], [None, None, "a"]], "share no unit (coder 1 2, coder 2 1 units)"),
        ([["a", "a"], ["a", "a"]], "All 4 values that can be compared are “a”: whether"),
        ([["a", "b"], ["a", None]], "are “a”; other values stand only in units that a single"),
    ],
)
def test_what_would_have_to_be_done_for_a_figure(table: list[list[Any]], reason: str) -> None:
    assert reason in told(diagnose(of_table(table)))


def test_skewed_margins_show_ac1_beside_alpha() -> None:
    paragraphs = range(1, 61)
    lines = [f"{coder} {n} tone=good" for coder in ("ana", "ben") for n in paragraphs]
    lines[0] = "ana 1 tone=bad"
    found = tones(report(lines, {"ana": paragraphs, "ben": paragraphs}, kinds={"one": [B] * 60}))
    assert found.coefficient.value == pytest.approx(0)
    assert found.ac1 is not None
    # 59 of 60 agree; chance is pi (1 - pi) over the codes of the codebook, which has three.
    assert found.n_codes == 3
    chance = 2 / 2 * (59.5 / 60) * (0.5 / 60)
    assert found.ac1.value == pytest.approx((59 / 60 - chance) / (1 - chance))
    assert found.prevalence.value == pytest.approx(59 / 60)
    reasons = told(found)
    assert "99% of the values are “Good”" in reasons
    assert "Gwet's AC1 is 0.9832 (3 values, those of the codebook)" in reasons
    assert "or the prevalence index of two values, 0.98, rather than the higher one" in reasons
    assert "Used only once, so that nobody can agree on it: “Bad”" in reasons
    assert "Few units" not in reasons


def test_few_units_and_the_costliest_confusion() -> None:
    reasons = told(tones(report(LINES, BOTH)))
    assert "it rests on 3 units, and fewer than 50 say little" in reasons
    assert "“cannot tell” against “Good” makes up 50% of the disagreement" in reasons


def test_a_coder_who_differs_and_units_that_hold_the_disagreement() -> None:
    values = ["a", "b", "c", "d"] * 15
    turned = values[1:] + values[:1]
    found = diagnose(of_table([values, values, turned]))
    assert found.without_coder["coder 3"].value == 1
    assert "without coder 3 it would be 1.0000" in told(found)
    one, other = [1.0] * 30 + [2.0] * 30, [1.1] * 30 + [2.1] * 30
    other[0], other[1] = 60.0, 50.0
    assert "Half of the disagreement stands in 1 of the 60" in told(
        diagnose(of_table([one, other], "interval"))
    )


def test_the_matrix_shows_every_coincidence_once() -> None:
    values = list(range(12)) * 2
    found = diagnose(of_table([values, [*values[1:], 0]]))
    head, *body = explain(found, NAMES).matrix
    assert head == ("", "Value", *map(str, range(1, MOST_VALUES + 2)), "all")
    assert body[-1][1] == "others (5)"
    for line in body:
        assert sum(map(float, line[2:-1])) == pytest.approx(float(line[-1]))
    assert sum(int(line[-1]) for line in body) == found.coefficient.n_pairable
    assert "others" in how_to_read(found)
    assert "others" not in how_to_read(tones(report(LINES, BOTH)))
