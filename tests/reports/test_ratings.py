"""Tables of units by coders: what is found out about them, and what is refused with its line."""

from typing import Any

import pytest

from annotator.agreement import krippendorff_alpha
from annotator.errors import DataError
from annotator.reports.grid import Grid
from annotator.reports.guess import has_header, has_unit_column, names_units
from annotator.reports.rated_values import reliability_data
from annotator.reports.ratings import Ratings, long, wide


def grid(text: str) -> Grid:
    rows = [line.split(",") for line in text.split()]
    return Grid("table.csv", rows, range(1, len(rows) + 1))


def read(text: str, **options: Any) -> Ratings:
    return wide(grid(text), **options)


def problems(error: pytest.ExceptionInfo[DataError]) -> list[str]:
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize(
    ("text", "coders", "n_units"),
    [
        ("unit,ann,bob 1,a,b 2,b,b", ("ann", "bob"), 2),
        ("story_id,ann,bob x,a,b y,b,b", ("ann", "bob"), 2),
        ("story,ann,bob s1,a,b s2,b,b", ("ann", "bob"), 2),
        ("piece,ann,bob s1,a,b s2,b,b", ("ann", "bob"), 2),
        ("ann,bob a,b b,b", ("ann", "bob"), 2),
        ("coder1,coder2 1,2 2,2", ("coder1", "coder2"), 2),
        ("rater_1,other,more 1,2,2 2,2,1 3,1,1", ("rater_1", "other", "more"), 3),
        ("a,b b,b a,a", ("coder 1", "coder 2"), 3),
        ("1,2 2,2 1,1", ("coder 1", "coder 2"), 3),
        ("u1,a,b u2,b,b u3,a,a", ("coder 1", "coder 2"), 3),
        ("1,1,2 2,2,2 3,1,1 4,1,1", ("coder 1", "coder 2"), 4),
        ("101,1,2 102,2,2 250,1,1", ("coder 1", "coder 2"), 3),
        ("1.5,1.2,1.3 2.5,2.2,2.1", ("coder 1", "coder 2", "coder 3"), 2),
        ("3,1,2 1,2,2 2,3,3", ("coder 1", "coder 2", "coder 3"), 3),
        (",ann,bob 1,a,b 2,b,b", ("ann", "bob"), 2),
        (",0,1 0,1,2 1,2,2", ("0", "1"), 2),
        (",a,b a,b,b", ("coder 1", "coder 2", "coder 3"), 2),
        ("text,image image,image text,text", ("coder 1", "coder 2"), 3),
        ("unit,1,2 7,3,4 9,3,3", ("1", "2"), 2),
    ],
)
def test_how_a_table_is_read(text: str, coders: tuple[str, ...], n_units: int) -> None:
    ratings = read(text)
    assert (ratings.coders, ratings.n_units) == (coders, n_units), ratings.assumed
    assert len(ratings.assumed) >= 2


def test_what_is_said_goes_before_what_is_found_out() -> None:
    assert read("a,b b,a", header=True).coders == ("a", "b")
    assert read("unit,ann,bob 1,2,2 2,1,1", unit_column=False).coders == ("unit", "ann", "bob")
    assert read("x,a,a x,a,a", header=False, unit_column=False).n_units == 2
    assert "--no-header" in read("unit,ann,bob 1,2,2").assumed[1]


def test_coders_in_rows() -> None:
    ratings = wide(grid("coder,u1,u2,u3 ann,1,2,1 bob,1,2,9").transposed())
    assert (ratings.coders, ratings.n_units) == (("ann", "bob"), 3)
    assert ratings.line(1, 2) == 3
    assert read("ann,bob,cat 1,1,1 2,2,2").assumed[-1].endswith("add --transpose.")
    assert read("coder,u1,u2 ann,1,2 bob,1,2").assumed[-1].endswith("add --transpose.")


def test_missing_values() -> None:
    ratings = read("unit,ann,bob 1,a,. 2,NA,b 3,,a 4,a,a")
    assert ratings.cells == [["a", None, None, "a"], [None, "b", "a", "a"]]
    _, notes = reliability_data(read("unit,ann,bob 1,a,* 2,a,nan"), "nominal")
    assert [note.split()[0] for note in notes] == ["“*”", "“nan”"]


def test_one_value_per_row() -> None:
    ratings = long(grid("x,who,what,on 1,ann,a,u1 2,bob,b,u1 3,ann,.,u2 4,bob,a,u3"),
                   "on", "who", "what")  # fmt: skip
    assert ratings.coders == ("ann", "bob")
    assert ratings.cells == [["a", None, None], ["b", None, "a"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("u,c,v 1,ann,a 1,ann,b", ["table.csv:3: ann coded 1 on line 2 already"]),
        ("u,c,v 1,,a", ["table.csv:2: a row without a unit or without a coder"]),
        ("unit,c,w 1,ann,a", ["no column “u”", "no column “v”"]),
    ],
)
def test_faults_of_a_long_table(text: str, expected: list[str]) -> None:
    with pytest.raises(DataError) as error:
        long(grid(text), "u", "c", "v")
    for line, part in zip(problems(error), expected, strict=True):
        assert part in line


def test_units_and_coders_that_stand_twice() -> None:
    with pytest.raises(DataError) as error:
        read("unit,ann,bob 1,a,a 2,a,a 1,b,b")
    assert problems(error) == ["table.csv:4: the unit “1” stands on line 2 already"]
    with pytest.raises(DataError) as error:
        read("unit,ann,ann 1,a,a", header=True)
    assert problems(error) == ["table.csv:1: the coder “ann” stands there twice"]


def test_values_that_are_not_of_the_level_are_named_with_their_first_line() -> None:
    ratings = read("unit,ann,bob 1,1,low 2,low,x 3,2,2")
    with pytest.raises(DataError) as error:
        reliability_data(ratings, "interval")
    assert problems(error) == [
        "table.csv:2: “low” is not a number (2 times, first here)",
        "table.csv:3: “x” is not a number",
    ]
    with pytest.raises(DataError) as error:
        reliability_data(ratings, "ordinal", ("low", "1", "2"))
    assert problems(error) == ["table.csv:3: “x” is not in the order given"]
    with pytest.raises(DataError) as error:
        reliability_data(read("unit,ann,bob 1,-1,1 2,2,2"), "ratio")
    assert "“-1” is negative" in problems(error)[0]
    for cell in ("1e999", "inf", "1_000", "٣"):
        with pytest.raises(DataError):
            reliability_data(read(f"unit,ann,bob 1,{cell},1 2,2,2"), "interval")


def test_only_the_first_fifty_problems_are_told() -> None:
    cells = " ".join(f"{n},x{n},1" for n in range(80))
    with pytest.raises(DataError) as error:
        reliability_data(read(f"unit,ann,bob {cells}"), "interval")
    assert len(problems(error)) == 51
    assert problems(error)[-1] == "table.csv: and 30 more"


def test_ordinal_numbers_are_ordered_as_numbers() -> None:
    data, _ = reliability_data(read("unit,ann,bob 1,2,2 2,10,10 3,9,10"), "ordinal")
    assert list(data.values) == [2, 9, 10]


def test_ordinal_texts_take_the_order_given() -> None:
    data, _ = reliability_data(
        read("unit,ann,bob 1,lo,mid 2,hi,hi"), "ordinal", ("lo", "mid", "hi")
    )
    assert list(data.values) == ["lo", "mid", "hi"]


def test_nominal_codes_are_texts_but_for_point_zero() -> None:
    data, notes = reliability_data(read("unit,ann,bob 1,1,1.0 2,2,2.0 3,2,."), "nominal")
    assert (list(data.values), notes) == (["1", "2"], ("1 and 1.0 count as the same code.",))
    data, notes = reliability_data(read("unit,ann,bob 1,1.0,1.0 2,1.10,1.1"), "nominal")
    assert (list(data.values), notes) == (["1.0", "1.1", "1.10"], ())
    data, _ = reliability_data(read("unit,ann,bob 1,010,10 2,10,10"), "nominal")
    assert list(data.values) == ["010", "10"]


def test_tables_with_too_little_in_them_are_undefined_not_wrong() -> None:
    for text, reason in (
        ("unit,ann 1,a 2,b", "there is only one coder"),
        ("unit,ann,bob", "there are no values"),
        ("unit,ann,bob 1,a, 2,,b", "no unit was coded by two or more coders"),
    ):
        data, _ = reliability_data(read(text), "nominal")
        assert krippendorff_alpha(data, level="nominal").reason == reason


def test_names_of_columns() -> None:
    assert all(map(names_units, ["unit", "Unit ID", "doc_no", "#", "paragraph", "Case"]))
    assert not any(map(names_units, ["ann", "coder_no_1", "rater id", "", "3", "idea"]))
    assert has_unit_column(["unit"], [["1"]])
    assert not has_header([["1", "2"]])
