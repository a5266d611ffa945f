"""The report as a whole: the golden page, and what its sentences say of other studies."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.agreement.intervals import Interval
from annotator.reports.document import Bar, Document, Gap, Paragraph, Table
from annotator.reports.intervals import ARTICLES_GIVEN
from annotator.reports.render import markdown
from annotator.reports.written import figures
from annotator.reports.written.report import report_document, report_rows
from annotator.reports.written.words import plain
from tests.reports.small import CODEBOOK, codebook, coding
from tests.reports.written.study import LINES, UNITS, dated, document, read

GOLDEN = Path(__file__).parents[1] / "golden" / "report.md"


def page(*arguments: object, **options: object) -> str:
    return markdown.render(document(*arguments, **options))


def table(number: int, *arguments: object, **options: object) -> Table:
    blocks = document(*arguments, **options).blocks
    return next(b for b in blocks if isinstance(b, Table) and b.number == number)


def test_the_golden_page() -> None:
    assert page() == GOLDEN.read_text(encoding="utf-8")


def test_order_of_coders_and_codings_changes_nothing() -> None:
    units = dict(reversed(UNITS.items()))
    assert page(reversed(LINES), units) == page()


def test_every_finished_coder_is_counted() -> None:
    facts, _ = read()
    counts = [(c.name, c.n_paragraphs, c.n_articles, c.n_statements) for c in facts.coders]
    assert counts == [("ana", 4, 0, 1), ("ben", 3, 0, 1), ("cem", 2, 0, 1)]
    assert (facts.n_paragraphs, facts.n_codable, facts.n_finished, facts.n_shared) == (4, 3, 4, 3)
    assert facts.overlap == {1: 1, 2: 1, 3: 2}
    assert facts.codebook.hash == codebook().hash


def test_what_the_program_cannot_know_is_a_gap() -> None:
    blocks = document().blocks
    gaps = [
        p.text for b in blocks if isinstance(b, Paragraph) for p in b.parts if isinstance(p, Gap)
    ]
    for matter in ("sampled", "trained", "independently", "chosen", "settled", "discussed"):
        assert any(matter in gap for gap in gaps), matter


def test_first_and_last_day_of_coding() -> None:
    later = dated(coding("ana 2 tone=good"), days=2)
    assert "recorded between 2024-02-29 and 2024-03-02 (UTC)" in page([*LINES, later])


def test_a_clock_may_be_set_to_anything() -> None:
    wild = [coding("ana 1 tone=good")._replace(at=at) for at in (-(2**63), 2**63 - 1)]
    assert "between 1970-01-01 and 9999-12-31 (UTC)" in page([*LINES, *wild])


def test_mixed_versions_of_the_codebook_are_told() -> None:
    newer = dated(coding("cem 3 tone=bad", version="2.0.0"))
    text = page([*LINES, newer], {**UNITS, "cem": (1, 2, 3)})
    assert "made under two versions of it (1.0.0 and 2.0.0), and the figures of this" in text
    assert (
        "Tone, value (nominal); Tone, value (ordinal): "
        "coded under 2 versions of the codebook: 1.0.0, 2.0.0."
    ) in text


def test_codebooks_of_the_same_version_are_not_taken_for_one() -> None:
    facts, found = read()
    same = replace(facts, alike=("1.0.0",))
    text = markdown.render(report_document(same, found, []))
    assert "different content were in force under the same version (1.0.0)" in text


@pytest.mark.parametrize(
    ("n", "told"),
    [
        (0, "records no decision on a disagreement: disagreements are not settled yet, or were"),
        (1, "records 1 decision on disagreements; no figure of this report rests on them."),
    ],
)
def test_how_disagreements_were_settled(n: int, told: str) -> None:
    facts, found = read()
    assert told in markdown.render(report_document(replace(facts, n_decisions=n), found, []))


def test_the_reasons_for_which_coders_differed_are_told() -> None:
    facts, found = read()
    told = replace(facts, n_decisions=4, reasons={"codebook_gap": 3, "slip": 1})
    text = markdown.render(report_document(told, found, []))
    assert (
        "records 4 decisions on disagreements: 1 was put down to a slip of a coder and 3 to a gap "
        "in the codebook; no figure"
    ) in " ".join(text.split())


def test_the_codebooks_own_thresholds_are_held_against_the_figures() -> None:
    source = CODEBOOK.replace("article:", "agreement: {reliable: 0.7, tentative: 0.5}\narticle:", 1)
    text = page(source=source)
    assert "reach .700, which the codebook demands" in text
    assert "Thresholds: .700 reliable, .500 tentative" in text
    alpha = next(b for b in document(source=source).blocks if isinstance(b, Table)).rows[0][-1]
    assert isinstance(alpha, Bar)
    assert alpha.lines == (0.5, 0.7)


def test_one_older_version_is_named() -> None:
    older = [dated(coding(line, version="0.9.0")) for line in LINES]
    assert "All codings were made under its version 0.9.0." in page(older)


def test_one_coder_has_no_figures_but_a_reason_for_each() -> None:
    lines = [line for line in LINES if line.startswith("ana")]
    text = page(lines, {"ana": (1, 2, 3)})
    assert "One coder (ana) coded" in text
    rows = table(1, lines, {"ana": (1, 2, 3)}).rows
    assert f"Of all {len(rows)} alphas in Table 1, none reaches .800" in text
    assert f"{len(rows)} are undefined" in text
    assert "Alpha is undefined (there is only one coder) for every variable." in text
    assert {row[5] for row in rows} == {"– (a)"}
    assert {row[4] for row in rows} == {"– (a)", ""}
    assert "(a) there is only one coder." in table(1, lines, {"ana": (1, 2, 3)}).notes
    assert Bar(None) in rows[0]


def test_two_coders_have_kappa_beside_alpha() -> None:
    lines = [line for line in LINES if not line.startswith("cem")]
    text = page(lines, {"ana": (1, 2, 3), "ben": (1, 2, 3)})
    assert "Cohen's kappa and Gwet's AC1 (Gwet 2008) stand beside alpha" in text
    assert "Cohen, J. (1960)" in text
    assert "Reliability was computed over all finished paragraphs." in text


def test_finished_without_any_coding() -> None:
    text = page([], {"ana": (1,), "ben": (1,)})
    assert "These codings were recorded" not in text
    assert "no variation" in text


def with_interval(interval: Interval) -> Document:
    """The report, as if each alpha had that interval."""
    facts, found = read()
    rows = [replace(row, ci={row.leading.name: interval}) for row in report_rows(found)]
    return report_document(facts, found, rows)


def test_an_interval_is_shown_where_there_is_one() -> None:
    report = with_interval(Interval(0.1, 0.7, 0.95, "unit bootstrap, percentile", 1000, 42, n=3))
    text = markdown.render(report)
    assert "| 95% interval |" in text
    assert "Tone, value (ordinal) .375 [.100, .700];" in text
    assert (
        "Confidence intervals of 95%: unit bootstrap, percentile, 1,000 replicates, seed 42."
    ) in text
    assert "95% confidence interval, unit bootstrap, percentile, 1,000 replicates, seed 42." in text
    assert "Whole articles are resampled" not in text
    assert ARTICLES_GIVEN in text
    assert "The interval lies wholly at .800 or above for none of the 14 alphas that" in text
    drawn = next(b for b in report.blocks if isinstance(b, Table)).rows[0][-1]
    assert drawn == Bar(pytest.approx(1 / 3), 0.1, 0.7)


@pytest.mark.parametrize(("n", "warned"), [(19, True), (20, False)])
def test_few_articles_make_the_interval_too_narrow_which_is_said(n: int, warned: bool) -> None:
    interval = Interval(0.1, 0.7, 0.95, "clustered bootstrap, percentile", 1000, 42, n=n)
    text = markdown.render(with_interval(interval))
    assert "Whole articles are resampled" in text
    assert ARTICLES_GIVEN not in text
    assert ("some figures rest on 19 articles only" in text) is warned


def test_where_there_can_be_no_interval_the_reason_stands_below() -> None:
    report = with_interval(Interval(None, None, 0.95, "", reason="one article only"))
    found = next(b for b in report.blocks if isinstance(b, Table))
    assert found.rows[0][6] == "– (a)"
    assert "(a) one article only." in found.notes


def test_no_interval_leaves_no_trace() -> None:
    assert "confidence interval" not in page().lower()
    assert "95% interval" not in page()


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1.0, "1.000"), (0.66666, ".667"), (-0.05, "−.050"), (-1.0, "−1.000"), (-0.0001, ".000"),
     (0.0, ".000"), (0.99996, "1.000"), (None, "–")],
)  # fmt: skip
def test_figures_are_written_as_journals_do(value: float | None, shown: str) -> None:
    assert figures.figure(value) == shown


def test_the_same_reason_has_the_same_mark() -> None:
    reasons = figures.Reasons()
    marks = [reasons.mark(f"r{number}") for number in [0, 1, 0, *range(2, 28)]]
    assert marks[:3] == ["(a)", "(b)", "(a)"]
    assert marks[-2:] == ["(aa)", "(ab)"]
    assert reasons.notes()[0] == "(a) r0."


def test_rows_with_many_coders_have_one_column_for_all_of_them() -> None:
    coders = [f"coder{number}" for number in range(9)]
    lines = [f"{coder} 1 tone=good" for coder in coders]
    heads = [c.name for c in table(3, lines, dict.fromkeys(coders, (1,))).columns]
    assert heads == ["Variable", "Code", "All", "Alpha"]


def test_text_that_turns_lines_round_is_made_visible_and_joiners_stay() -> None:
    assert plain("B\u202ead\x1b[2J\n نمی\u200cخواهم") == "B\ufffdad\ufffd[2J نمی\u200cخواهم"


def test_a_coder_of_any_name_stands_on_one_line() -> None:
    facts, found = read()
    named = replace(facts, coders=(replace(facts.coders[0], name="a\u2028b\r\nc"),))
    assert "One coder (a b c) coded" in markdown.render(report_document(named, found, []))


def test_every_work_that_a_definition_names_is_in_the_references() -> None:
    text = page()
    meaning, _, works = text.partition("## What the figures mean")[2].partition("## References")
    authors = {author for author, _ in re.findall(r"([A-Z]\w+)[^()]{0,40}? (\d{4})\b", meaning)}
    assert len(authors) > 5
    for author in authors:
        assert author in works, author
    cited = text.partition("## Reliability")[0]
    for year in re.findall(r"\(\w[^()]* (\d{4})[,)]", cited):
        assert year in works, year
