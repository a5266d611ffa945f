"""Spans from rows of a table."""

from typing import Any

import pytest

from annotator.agreement.spans import exact_matches, span_f1_exact, span_table, u_alpha


def row(coder: Any, start: Any, end: Any, label: Any, **more: Any) -> dict[str, Any]:
    return {"coder": coder, "start": start, "end": end, "label": label, **more}


def test_rows_of_one_text() -> None:
    rows = [row("ann", "2", "10", "us"), row("ben", 4.0, "8.0", "us"), row("ben", 14, 20, "rok")]
    table = span_table(rows)
    assert table.remarks == ("length not given, taken as the end of the last span: the text",)
    assert table.data.lengths == {"": 20}
    assert table.data.labels == ("rok", "us")
    longer = span_table(rows, {"": 200})
    assert longer.remarks == ()
    assert u_alpha(longer.data).value != u_alpha(table.data).value


def test_rows_of_several_articles_with_their_lengths() -> None:
    rows = [
        row("ann", 0, 5, "us", article="n1", length="30"),
        row("ben", 0, 5, "us", article="n1", length=""),
        row("ann", "", "", None, article="n2", length=40),
        row("ben", 7, 9, "us", article="n2", length=40),
        row("ann", 1, 2, "us", article="n3"),
    ]
    table = span_table(rows)
    assert dict(table.data.lengths) == {"n1": 30, "n2": 40, "n3": 2}
    assert table.data.finished == {"ann": {"n1", "n2", "n3"}, "ben": {"n1", "n2"}}
    assert table.remarks == (
        "length not given, taken as the end of the last span: “n3”",
        "ben has no row for n3, taken as not finished",
    )
    (pair,) = exact_matches(table.data)
    assert (pair.first, pair.second, pair.n_first, pair.n_second) == ("ann", "ben", 1, 2)
    assert (pair.precision, pair.recall) == (0.5, 1)


def test_many_articles_without_a_length_are_counted() -> None:
    rows = [row("ann", 0, 5, "us", article=f"n{number}") for number in range(8)]
    (remark,) = span_table(rows).remarks
    assert remark.endswith("“n0”, “n1”, “n2”, “n3”, “n4” and 3 more")


def test_no_rows() -> None:
    assert span_f1_exact(span_table([]).data).reason == "no coder finished an article"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (row("", 1, 2, "a"), "row 2: the coder is missing"),
        (row("ann", 1, "", "a"), "row 2: end missing"),
        (row("ann", "", None, "a"), "row 2: start and end missing"),
        (row("ann", "one", 2, "a"), "row 2: start is “one”, not a whole number"),
        (row("ann", 1, 2.5, "a"), "row 2: end is “2.5”, not a whole number"),
        (row("ann", 1, float("inf"), "a"), "row 2: end is “inf”, not a whole number"),
        (row("ann", 5, 5, "a"), "row 2: a span from 5 to 5 holds no text"),
        (row("ann", -5, 5, "a"), "row 2: a span from -5 to 5 holds no text"),
        (row("ann", 1, 40, "a"), "row 2: a span to 40 in a text of 30 characters"),
        (row("ann", 1, 2, "a", length=31), "row 2: article “” has the length 31, elsewhere 30"),
        (row("ann", 1, 2, "a", length="long"), "row 2: length is “long”, not a whole number"),
    ],
)
def test_rows_that_cannot_be_are_named(cells: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        span_table([row("ann", 1, 2, "a", length=30), cells])


def test_a_length_that_comes_too_late_for_a_span() -> None:
    rows = [row("ann", 1, 50, "a"), row("ben", 1, 5, "a", length=30)]
    with pytest.raises(ValueError, match="row 2: article “” has the length 30, but spans beyond"):
        span_table(rows)
