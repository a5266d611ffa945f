"""Networks against the figures of rDNA's own tests, by hand, and in their properties."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.networks.counts import Counts, Qualifier, Scale, counts
from annotator.networks.onemode import onemode
from annotator.networks.ties import Tie, level_text, without_repeated
from annotator.networks.twomode import combination, twomode
from annotator.networks.windows import windows
from tests.shared import SHARED, needs_shared

YES_NO = Qualifier(Scale.BINARY, (0, 1))
SAMPLE = SHARED / "files" / "dna" / "sample.dna"
_ROWS = """
    select s.DocumentId, d.Date, organization.Value, concept.Value, agreement.Value, d.Section
    from STATEMENTS s join DOCUMENTS d on d.ID = s.DocumentId
    join DATASHORTTEXT o on o.StatementId = s.ID and o.VariableId = 2
    join ENTITIES organization on organization.ID = o.Entity
    join DATASHORTTEXT c on c.StatementId = s.ID and c.VariableId = 3
    join ENTITIES concept on concept.ID = c.Entity
    join DATABOOLEAN agreement on agreement.StatementId = s.ID and agreement.VariableId = 4
    where s.StatementTypeId = 1 order by s.ID
"""


def sample(keep: Callable[[Tie, str], bool] = lambda *_: True) -> Counts:
    """The statements of DNA's sample, read as any program would."""
    with sqlite3.connect(f"file:{SAMPLE}?mode=ro&immutable=1", uri=True) as file:
        found = [
            (Tie(str(document), datetime.fromtimestamp(at, UTC).date(), who, what, agreed), section)
            for document, at, who, what, agreed, section in file.execute(_ROWS)
        ]
    file.close()
    return counted([tie for tie, section in found if keep(tie, section)])


def counted(ties: list[Tie], qualifier: Qualifier = YES_NO) -> Counts:
    rows = sorted({tie.actor for tie in ties})
    return counts(ties, rows, sorted({tie.concept for tie in ties}), qualifier)


@needs_shared
def test_the_figures_of_dnas_sample() -> None:
    given = sample()
    assert twomode(given, "ignore").shape == (7, 6)
    assert twomode(given, "ignore").sum() == 40
    assert twomode(given, "subtract").sum() == 18
    assert onemode(given, "ignore").shape == (7, 7)
    assert [onemode(given, way).sum() for way in ("ignore", "congruence", "conflict", "subtract")
            ] == [276, 160, 116, 44]  # fmt: skip
    assert onemode(given, "congruence", "average").sum() == pytest.approx(25.80, abs=0.005)


@needs_shared
def test_the_figures_of_parts_of_dnas_sample() -> None:
    concept = "There should be legislation to regulate emissions."
    without = sample(lambda tie, _: tie.actor not in ("Senate", "Sierra Club")
                     and tie.concept != concept)  # fmt: skip
    network = onemode(without, "congruence", "average")
    assert network.shape == (5, 5)
    assert network.sum() == pytest.approx(9.81, abs=0.005)
    assert onemode(sample(lambda _, section: section == "1"), "ignore").shape == (4, 4)


def tie(actor: str, concept: str, level: float | str | None = 1, on: str = "2019-03-04") -> Tie:
    return Tie(f"of {on}", date.fromisoformat(on) if on else None, actor, concept, level)


def test_normalizations_by_hand() -> None:
    # a says x three times and y once, b says x twice and z twice
    given = counted(
        [tie("a", "x")] * 3 + [tie("a", "y")] + [tie("b", "x")] * 2 + [tie("b", "z")] * 2
    )
    found = {way: onemode(given, "ignore", way)[0, 1]
             for way in ("no", "average", "jaccard", "cosine", "true-cosine")}  # fmt: skip
    assert found == pytest.approx({
        "no": 6, "average": 6 / 4, "jaccard": 6 / (1 + 2 + 6), "cosine": 6 / 16,
        "true-cosine": 6 / (10**0.5 * 8**0.5),
    })  # fmt: skip
    assert twomode(given, "ignore", "activity").tolist() == [[0.75, 0.25, 0], [0.5, 0, 0.5]]
    assert twomode(given, "ignore", "prominence").tolist() == [[0.6, 1, 0], [0.4, 0, 1]]


def test_numbers_are_near_or_far() -> None:
    scale = Qualifier(Scale.NUMBERS, (-1.0, 0.0, 1.0))
    given = counted([tie("a", "x", -1.0), tie("b", "x", 0.0), tie("c", "x", 1.0)], scale)
    assert onemode(given, "congruence").tolist() == [[0, 0.5, 0], [0.5, 0, 0.5], [0, 0.5, 0]]
    assert onemode(given, "conflict").tolist() == [[0, 0.5, 1], [0.5, 0, 0.5], [1, 0.5, 0]]
    assert twomode(given, "subtract").tolist() == [[-1], [0], [1]]


def test_categories_are_alike_or_not() -> None:
    kinds = Qualifier(Scale.CATEGORIES, ("p", "q"))
    given = counted(
        [tie("a", "x", "p")] * 2 + [tie("b", "x", "p")] * 3 + [tie("b", "x", "q")], kinds
    )
    assert onemode(given, "congruence")[0, 1] == 6
    assert onemode(given, "conflict")[0, 1] == 1
    assert onemode(given, "subtract")[0, 1] == 5


def test_levels_keep_their_digits() -> None:
    assert [level_text(level) for level in ("con", 1.0, -0.5, 1_234_567.25)] == [
        "con", "1", "-0.5", "1234567.25",
    ]  # fmt: skip


def test_levels_are_combined() -> None:
    given = counted([tie("a", "x", 1), tie("a", "y", 0), tie("b", "x", 1), tie("b", "x", 0)])
    assert twomode(given, "combine").tolist() == [[1, 2], [3, 0]]
    assert [combination(weight, given) for weight in (0, 1, 2, 3)] == [[], ["1"], ["0"], ["0", "1"]]
    assert twomode(given, "combine", "activity").tolist() == [[1, 2], [3, 0]]


@pytest.mark.parametrize(
    ("within", "left"),
    [("include", 6), ("document", 5), ("week", 4), ("month", 4), ("year", 3), ("acrossrange", 1)],
)
def test_repeated_statements(within: str, left: int) -> None:
    days = ["2019-03-04", "2019-03-04", "2019-03-10", "2019-04-01", "2020-03-04", ""]
    found = list(without_repeated([tie("a", "x", on=on) for on in days], within))
    assert len(found) == left
    assert found[0] == tie("a", "x", on=days[0])


def test_statements_that_differ_in_the_qualifier_are_not_repeated() -> None:
    assert len(list(without_repeated([tie("a", "x", 0), tie("a", "x", 1)], "acrossrange"))) == 2


def test_windows_follow_one_another() -> None:
    ties = [tie("a", "x", on=on) for on in ("2019-03-08", "2019-03-04", "2019-03-25", "")]
    found = windows(ties, 7)
    assert [(one.name, len(one.ties)) for one in found] == [
        ("2019-03-04", 2), ("2019-03-11", 0), ("2019-03-18", 0), ("2019-03-25", 1),
    ]  # fmt: skip
    assert found[0].last == date(2019, 3, 10)
    assert [len(one.ties) for one in windows(ties, 0)] == [4]
    assert windows(ties[3:], 7) == []


def test_a_window_may_reach_the_end_of_the_calendar() -> None:
    (one,) = windows([tie("a", "x", on="9999-12-01")], 366)
    assert one.last == date.max


TIES = st.lists(
    st.builds(tie, st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from([0, 1])),
    min_size=1,
)


@given(TIES)
def test_congruence_and_conflict_make_up_all_ties(ties: list[Tie]) -> None:
    given = counted(ties)
    ignored, alike, apart = (onemode(given, way) for way in ("ignore", "congruence", "conflict"))
    np.testing.assert_allclose(alike + apart, ignored)
    np.testing.assert_allclose(alike, alike.T)
    assert not np.diag(ignored).any()
    cosine = onemode(given, "ignore", "true-cosine")
    assert ((cosine >= 0) & (cosine <= 1 + 1e-12)).all()


@given(TIES)
def test_shares_add_up(ties: list[Tie]) -> None:
    given = counted(ties)
    np.testing.assert_allclose(twomode(given, "ignore", "activity").sum(axis=1), 1)
    np.testing.assert_allclose(twomode(given, "ignore", "prominence").sum(axis=0), 1)
    np.testing.assert_array_equal(given.turned().totals, given.totals.T)
