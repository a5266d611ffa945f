"""The tables and pictures on where coders differ, and on agreement in parts of the material."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.reports.document import Block, Course, HeatMap, Paragraph, Picture, Shares, Table
from annotator.reports.names import Names
from annotator.reports.row import Row
from annotator.reports.splits import Split, by_batch, by_version, by_week
from annotator.reports.written.parts import Parts, parts_blocks
from annotator.reports.written.report import More, report_document, report_rows
from tests.reports.small import CODEBOOK, codebook
from tests.reports.written.study import LINES, UNITS, read

WEEK = 7 * 24 * 3600 * 1000
BOTH = (
    *("ana 1 s1 actor=us", "ana 1 s1 lever=talks", "ana 1 s2 actor=dprk", "ana 1 s2 lever=talks"),
    *("ben 1 s1 actor=us", "ben 1 s1 lever=talks", "ben 2 s1 actor=us", "ben 2 s1 lever=talks"),
)


def blocks(*arguments: object, source: str = CODEBOOK) -> Sequence[Block]:
    facts, found = read(*arguments, source=source)  # type: ignore[arg-type]
    more = More(Names(codebook(source), {"one": "op-ed"}))
    return report_document(facts, found, report_rows(found), more).blocks


def table(found: Sequence[Block], caption: str) -> Table:
    return next(b for b in found if isinstance(b, Table) and b.caption.startswith(caption))


def pictures(found: Sequence[Block]) -> dict[str, Picture]:
    return {b.caption: b for b in found if isinstance(b, Picture)}


def test_statements_of_two_coders_are_counted_as_matched_and_unmatched() -> None:
    found = blocks(BOTH, {"ana": (1, 2), "ben": (1, 2)})
    shared = table(found, "Statements of each two coders, matched by Actor and Lever")
    assert shared.number == 6
    assert shared.rows == (("ana", "ben", "2", "1", "1", "1", ".500", ".500", ".500"),)
    left = table(found, "Statements that stayed unmatched")
    assert left.rows == (
        ("North Korea", "Talks", "1", "op-ed 1"),
        ("United States", "Talks", "1", "op-ed 2"),
    )


def test_rows_on_whole_statements_stand_together() -> None:
    reliability = table(blocks(), "Inter-coder reliability")
    compared = [str(row[1]) for row in reliability.rows if row[0] == "Statement"]
    assert compared == [
        "any statement or none (nominal)", "number of statements (interval)",
        "number of statements (ratio)", "whole statements (best matching)",
    ]  # fmt: skip
    assert "Statement, whole statements (best matching): compared by Actor and Lever." in (
        reliability.notes
    )


def test_three_required_variables_are_looked_at_jointly() -> None:
    three = CODEBOOK + "  stance:\n    label: Stance\n    codes: {pro: Pro, con: Con}\n"
    lines = [*BOTH, "ana 1 s1 stance=pro", "ben 1 s1 stance=con", "ben 2 s1 stance=con"]
    reliability = table(blocks(lines, {"ana": (1, 2), "ben": (1, 2)}, source=three), "Inter-coder")
    assert ("Actor + Lever + Stance", "set of triples (Jaccard)") in [
        row[:2] for row in reliability.rows
    ]


def test_each_two_of_three_coders_and_each_left_out_of_four() -> None:
    two_of_three = table(blocks(), "Alpha of each two coders")
    assert [c.name for c in two_of_three.columns[2:]] == ["ana, ben", "ana, cem", "ben, cem"]
    assert two_of_three.rows[1][2:] == ("1.000", ".000", ".000")
    fourth = [line.replace("ana ", "dan ") for line in LINES if line.startswith("ana ")]
    found = blocks([*LINES, *fourth], {**UNITS, "dan": (1, 2, 3)})
    without = table(found, "Alpha without one coder")
    assert [c.name for c in without.columns[2:]] == ["ana", "ben", "cem", "dan"]
    fifth = [line.replace("ana ", "eve ") for line in LINES if line.startswith("ana ")]
    many = {**UNITS, "dan": (1, 2, 3), "eve": (1, 2, 3)}
    pairs = table(blocks([*LINES, *fourth, *fifth], many), "Alpha of each two coders")
    assert [c.name for c in pairs.columns] == ["Variable", "What is compared", "Coders", "Alpha"]
    assert pairs.rows[3][2] == "ana, eve"


def test_two_coders_have_no_table_of_each_two() -> None:
    found = blocks(BOTH, {"ana": (1, 2), "ben": (1, 2)})
    assert not [b for b in found if isinstance(b, Table) and "each two coders" in b.caption[:24]]


def test_confusions_are_told_and_drawn_by_the_labels_of_codes() -> None:
    found = blocks()
    first = table(found, "What was confused with what").rows[0]
    assert first == ("Tone", "value (nominal)", "Bad", "Good", "2", "50%")
    units = table(found, "Units with most of the disagreement").rows
    assert units[0] == ("Tone", "value (nominal)", "op-ed 1", "50%")
    panels = {
        p.title: p
        for p in pictures(found)["Codes that met in a unit, and what was confused"].panels
    }
    tone = panels["Tone, value (nominal)"]
    assert tone.drawing == HeatMap(
        ("Bad", "Good", "None", "cannot tell"),
        ((3, 2, 0, 0), (2, 1, 0, 0), (0, 0, 0, 1), (0, 0, 1, 0)),
    )
    assert tone.alt == "the same code 4 times, different codes 3 times, most often Bad and Good (2)"
    lever = panels["Lever, set of codes (Jaccard)"].drawing
    assert isinstance(lever, HeatMap)
    assert lever.labels == ("Sanctions", "Talks", "none of its own")


def test_margins_of_each_coder_are_drawn_as_shares() -> None:
    (picture,) = [p for c, p in pictures(blocks()).items() if c.startswith("How often each coder")]
    tone = picture.panels[0]
    assert isinstance(tone.drawing, Shares)
    assert tone.drawing.series == ("ana", "ben", "cem")
    assert tone.drawing.shares[0] == (1 / 3, 1 / 3, 1.0)
    assert "furthest apart for Bad: ana 33%, ben 33%, cem 100%" in tone.alt


# ---------------------------------------------------------------------- parts


def tones() -> list[Row]:
    _, found = read()
    return [row for row in found.rows if row.heading.variable == "tone"]


def in_parts(by: str, splits: Sequence[Split]) -> list[Block]:
    return list(parts_blocks(codebook(), Parts(by, splits)))


def test_weeks_stand_side_by_side_and_as_a_course() -> None:
    times = {("one", n): n * WEEK for n in (1, 2, 3)}
    splits = [by_week(row, times, {}) for row in tones()]
    weeks, course = in_parts("week", splits)[:2]
    assert isinstance(weeks, Table)
    assert [c.name for c in weeks.columns[2:]] == ["1970-W02", "1970-W03", "1970-W04"]
    assert weeks.rows[0][2:] == (".000 (1)", "– (a) (1)", ".000 (1)")
    assert "(a) no variation." in weeks.notes
    assert isinstance(course, Picture)
    assert course.panels[0].drawing == Course(
        ("1970-W02", "1970-W03", "1970-W04"), (0.0, None, 0.0), (1, 1, 1)
    )
    assert len(course.panels) == 1  # the ordinal row has one figure only


def test_many_parts_stand_below_each_other() -> None:
    times = {("one", n): n * WEEK for n in (1, 2, 3)}
    split = by_batch(tones()[0], times, {}, size=1)
    parts = [replace(group, name=f"{n}") for n, group in enumerate(split.groups * 3)]
    batches = in_parts("batch", [Split(split.whole, tuple(parts))])[0]
    assert isinstance(batches, Table)
    assert [c.name for c in batches.columns[2:]] == ["Batch", "Units", "Agreement", "Figure"]
    assert len(batches.rows) == 9


def test_an_import_is_no_order_of_coding() -> None:
    times = {("one", n): n for n in (1, 2, 3)}
    found = in_parts("batch", [by_batch(tones()[0], times, {}, size=1)])
    told = [str(part) for b in found if isinstance(b, Paragraph) for part in b.parts]
    (remark,) = told
    assert remark.startswith("Remark: all units were finished within a minute, as by an import")


def test_parts_that_mix_codebook_versions_say_so() -> None:
    versions = {("one", 1): {"1.0.0"}, ("one", 2): {"1.0.0", "2.0.0"}, ("one", 3): {"2.0.0"}}
    found = in_parts("version", [by_version(tones()[0], versions)])
    assert len(found) == 1
    assert isinstance(found[0], Table)
    mixed = "coded under 2 versions of the codebook: 1.0.0, 2.0.0."
    assert f"Tone, value (nominal), 1.0.0 and 2.0.0: {mixed}" in found[0].notes


def test_without_parts_nothing_is_said() -> None:
    assert in_parts("week", []) == []
