"""What may stand in an event: all that the program writes, and nothing else."""

from typing import Any

import pytest

from annotator.model import bodies, facts, shape
from annotator.model.article import Kind
from annotator.model.coding import CANNOT_TELL, Answer, Target
from annotator.model.decision import Reason
from annotator.model.event import Draft, EventKind
from annotator.model.shape import Fields
from annotator.model.team import WHOLE_ARTICLE, Assigned, Coder, Round
from tests.small import FIRST

ID = "0" * 27 + "1"
HASH = "a" * 64
UNIT = Target(FIRST.id, 2)
STATEMENT = Target(FIRST.id, 2, ID)
WRITTEN = [
    facts.value_set(UNIT, "tone", Answer.of("bad")),
    facts.value_set(STATEMENT, "lever", Answer.of("sanctions", "talks")),
    facts.value_set(UNIT, "tone", CANNOT_TELL),
    facts.value_cleared(UNIT, "tone"),
    facts.statement_added(STATEMENT),
    facts.statement_removed(STATEMENT),
    facts.unit_finished(Target(FIRST.id)),
    facts.unit_reopened(UNIT),
    facts.unit_reopened(UNIT, "the codebook changed"),
    facts.memo_set(STATEMENT, "why?"),
    facts.flag_set(UNIT, on=True),
    facts.kind_corrected(FIRST.id, 1, Kind.BODY),
    facts.article_added(FIRST, HASH),
    facts.article_added(FIRST, HASH, f"{7:015d}{ID}"),
    facts.codebook_adopted(HASH, "small", "1.0.0", "small.yaml"),
    facts.coder_set(Coder("ana")),
    facts.round_set(Round("pilot", masked=("author",), gold="lea")),
    facts.assigned("ana", "pilot", [Assigned(FIRST.id, WHOLE_ARTICLE, True)], "seed"),
    facts.decision(STATEMENT, "lever", Answer.of("talks"), reason=Reason.SLIP, rule="so"),
    facts.decision(UNIT, "tone", CANNOT_TELL, reason=Reason.AGREED),
    facts.seen(UNIT, "adjudication"),
    facts.merged("ana.db", 3, {"c0ffee": (1, 3)}),
    facts.imported("table.csv"),
    facts.retracted([ID]),
    facts.retracted([ID], "ana", whole_import=True),
    facts.restored(ID, "ana"),
]


def row(draft: Draft, **changed: Any) -> Fields:
    fields = Fields(
        ID, "c0ffee", 1, 1, 1_700_000_000_000, draft.coder or "", draft.round or "main", ID,
        str(draft.kind), draft.article, draft.paragraph, draft.statement, draft.variable, "{}",
        "0" * 12,
    )  # fmt: skip
    return fields._replace(**changed)


@pytest.mark.parametrize("draft", WRITTEN, ids=lambda draft: str(draft.kind))
def test_whatever_the_program_writes_is_accepted(draft: Draft) -> None:
    assert bodies.fault(draft.kind, draft.body) == ""
    assert shape.fault(row(draft), now=1_800_000_000_000) == ""


def test_every_kind_is_tried() -> None:
    assert {draft.kind for draft in WRITTEN} == set(EventKind)


@pytest.mark.parametrize("draft", WRITTEN, ids=lambda draft: str(draft.kind))
def test_a_body_with_something_wrong_is_not(draft: Draft) -> None:
    assert bodies.fault(draft.kind, {**draft.body, "more": 1})
    for name in draft.body:
        assert bodies.fault(draft.kind, {**draft.body, name: 1.5})
        assert bodies.fault(draft.kind, {**draft.body, name: None})


@pytest.mark.parametrize(
    ("number", "change"),
    [
        (0, {"state": "not_applicable"}),  # with a value
        (0, {"state": "coded!"}),
        (0, {"value": "x" * 1_000_001}),
        (12, {"paragraphs": [[5, 3, "body", ""]]}),
        (12, {"paragraphs": [[0, 5, "body", ""], [4, 9, "body", ""]]}),
        (12, {"text": HASH.upper()}),
        (12, {"metadata": {"a": {"b": "c"}}}),
        (15, {"name": "x" * 201}),
        (17, {"units": [[FIRST.id, -2, True]]}),
        (23, {"events": ["short"]}),
    ],
)
def test_a_body_that_no_program_writes(number: int, change: dict[str, Any]) -> None:
    draft = WRITTEN[number]
    assert bodies.fault(draft.kind, {**draft.body, **change})


@pytest.mark.parametrize(
    "change",
    [
        {"id": "f" * 28},
        {"id": "0x1"},
        {"replica": ""},
        {"seq": 0},
        {"seq": 2**62},
        {"at": -1},
        {"at": 2**62},
        {"coder": "x" * 201},
        {"batch": "0" * 26 + "11"},
        {"kind": "deleted"},
        {"codebook": "x"},
        {"article": ""},
        {"article": "a\nb"},
        {"paragraph": -1},
        {"variable": ""},
        {"statement": "a b"},
    ],
    ids=str,
)
def test_columns_that_no_program_writes(change: dict[str, Any]) -> None:
    assert shape.fault(row(WRITTEN[0], **change), now=1_800_000_000_000)


def test_clocks_may_be_wrong_by_25_years() -> None:
    now = 1_800_000_000_000
    for years in (-25, 25):
        at = now + years * 31_557_600_000
        identifier = f"{at:012x}" + "0" * 16
        assert not shape.fault(row(WRITTEN[0], at=at, id=identifier, batch=identifier), now)
