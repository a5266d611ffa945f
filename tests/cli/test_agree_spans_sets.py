"""`annotator agree --data` with spans and with sets of codes."""

from pathlib import Path

import pytest

from annotator.agreement import alpha_jaccard, alpha_masi
from annotator.agreement.spans import Span, SpanData, alpha_U, span_f1_overlap, u_alpha
from annotator.reports import intervals
from tests.cli.run import run

SPANS = """\
coder,article,start,end,label,length
ann,1,0,10,us,100
ann,1,20,40,dprk,100
bob,1,0,12,us,100
bob,1,22,40,dprk,100
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_spans(tmp_path: Path) -> None:
    path = write(tmp_path / "spans.csv", SPANS)
    data = SpanData.of(
        [
            *(Span("ann", "1", 0, 10, "us"), Span("ann", "1", 20, 40, "dprk")),
            *(Span("bob", "1", 0, 12, "us"), Span("bob", "1", 22, 40, "dprk")),
        ],
        {"1": 100},
        {"ann": {"1"}, "bob": {"1"}},
    )
    finished = run("agree", "--data", path, "--spans", "--json")
    assert finished.exit_code == 0, finished.err
    whole, *by_code = finished.json()["rows"]
    found = {c["name"]: c["value"] for c in whole["coefficients"]}
    assert found["alpha_U"] == pytest.approx(alpha_U(data).value)
    assert found["u_alpha"] == pytest.approx(u_alpha(data).value)
    assert found["span_f1_overlap"] == span_f1_overlap(data).value == 1
    assert [row["code"] for row in by_code] == ["dprk", "us"]
    assert [c["name"] for c in by_code[0]["coefficients"]] == ["alpha_U", "ku_alpha"]
    out = run("agree", "--data", path, "--spans").out
    assert "spans = us" in out
    assert "alpha U: where spans of each code begin and end" in out
    assert all(len(line) <= 80 for line in out.splitlines())
    assert run("agree", "--data", path, "--spans", "--fail-under", ".99").exit_code == 4


ARTICLES = "coder,article,start,end,label,length\n" + "".join(
    f"{coder},{article},{start + shift},{start + 20},{label},100\n"
    for article in range(24)
    for start, label in ((0, "us"), (40, "dprk"))
    for coder, shift in (("ann", 0), ("bob", article % 5))
)


def test_intervals_of_spans_draw_articles(tmp_path: Path) -> None:
    path = write(tmp_path / "spans.csv", ARTICLES)
    found = run("agree", "--data", path, "--spans", "--replicates", "500", "--json").json()["rows"]
    made = {c["name"]: (c["value"], c["ci"]) for c in found[0]["coefficients"]}
    for value, ci in (made[name] for name in ("alpha_U", "u_alpha", "bar_u_alpha")):
        assert ci["low"] < value < ci["high"]
        assert (ci["method"], ci["replicates"]) == ("clustered bootstrap, percentile", 500)
        assert ci["n"] == 24
    assert made["cu_alpha"][1]["reason"].startswith("no disagreement in 24 articles")
    one_code = {c["name"]: c["ci"] for c in found[1]["coefficients"]}
    assert one_code["alpha_U"]["low"] < one_code["alpha_U"]["high"]
    jackknife = run("agree", "--data", path, "--spans", "--ci", "jackknife").out
    assert "clustered jackknife, t." in jackknife
    assert "24" not in jackknife.partition("[ ]:")[2]  # enough articles not to be warned
    analytic = run("agree", "--data", path, "--spans", "--ci", "analytic", "--json").json()
    reasons = {c["ci"]["reason"] for c in analytic["rows"][0]["coefficients"]}
    assert reasons == {"--ci analytic is not for spans"}


def test_fewer_replicates_of_what_takes_long_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intervals, "_MOST_SPANS", 96 * 1_200)
    path = write(tmp_path / "spans.csv", ARTICLES)
    out = run("agree", "--data", path, "--spans", "--replicates", "2000").out.replace("\n  ", " ")
    assert "clustered bootstrap, percentile, 1,200 replicates, seed 1." in out
    assert "clustered bootstrap, percentile, 2,000 replicates, seed 1." in out


def test_spans_of_one_text_have_no_interval(tmp_path: Path) -> None:
    found = run("agree", "--data", write(tmp_path / "s.csv", SPANS), "--spans", "--json").json()
    reason = found["rows"][0]["coefficients"][0]["ci"]["reason"]
    assert reason == "an interval needs two or more articles; here is one"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("coder,start,end\nann,1,2\n", ":1: no column “label”; there are: coder, start, end"),
        (SPANS + "bob,1,50,40,us,100\n", ":6: a span from 50 to 40 holds no text"),
        (SPANS.replace("12,us", "x,us"), ":4: end is “x”, not a whole number"),
    ],
)
def test_what_is_no_table_of_spans(tmp_path: Path, text: str, message: str) -> None:
    finished = run("agree", "--data", write(tmp_path / "spans.csv", text), "--spans")
    assert finished.exit_code == 3
    assert message in finished.err


def test_sets(tmp_path: Path) -> None:
    path = write(tmp_path / "sets.csv", "unit,ann,bob\n1,a | b,a\n2,c,c\n3,|,|\n4,a,a|b\n5,,a\n")
    table = [
        [frozenset("ab"), frozenset("c"), frozenset(), frozenset("a"), None],
        [frozenset("a"), frozenset("c"), frozenset(), frozenset("ab"), frozenset("a")],
    ]
    (row,) = run("agree", "--data", path, "--set", "--json").json()["rows"]
    found = {c["name"]: c["value"] for c in row["coefficients"]}
    assert found["alpha_jaccard"] == pytest.approx(alpha_jaccard(table).value)
    assert found["alpha_masi"] == pytest.approx(alpha_masi(table).value)
    assert (row["view"], row["n_units"]) == ("set", 4)
    more = run("agree", "--data", path, "--set", "--explain", "--coefficients", "alpha_dice")
    assert more.exit_code == 0, more.err
    assert "Dice" in more.out


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_parts_codes_does_not_part_cells(tmp_path: Path, delimiter: str) -> None:
    lines = ["a|b|c d|e|f", "a|b|c a|b|c", "x|y|z x|y|z"]
    text = "".join(f"{line.replace(' ', delimiter)}\n" for line in lines)
    path = write(tmp_path / "sets.csv", text)
    (row,) = run("agree", "--data", path, "--set", "--json", "--no-header").json()["rows"]
    assert (row["n_units"], row["n_coders"]) == (3, 2)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--spans", "--level", "nominal"), "--spans takes no --level."),
        (("--spans", "--set"), "--spans takes no --set."),
        (("--spans", "--explain"), "--spans takes no --explain."),
        (("--set", "--level", "ordinal"), "Sets of codes are nominal: --set without --level."),
    ],
)
def test_options_that_cannot_be_meant(
    tmp_path: Path, options: tuple[str, ...], message: str
) -> None:
    finished = run("agree", "--data", write(tmp_path / "spans.csv", SPANS), *options)
    assert finished.exit_code == 2
    assert message in finished.err
    assert "--set needs --data FILE." in run("agree", "--set").err
