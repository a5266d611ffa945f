"""The facts that can be stated about a study, each as the draft of one event.

The only place that knows what stands in an event's body; `annotator.store.fold` reads it back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from annotator.model.article import Article, Kind
from annotator.model.coding import Answer, Target
from annotator.model.decision import Reason
from annotator.model.event import Draft, EventKind
from annotator.model.team import Assigned, Coder, Round


def value_set(target: Target, variable: str, answer: Answer) -> Draft:
    """A variable has this answer."""
    body = {"value": str(answer) if answer.values else "", "state": str(answer.state)}
    return Draft(EventKind.VALUE_SET, *_place(target), variable, body)


def value_cleared(target: Target, variable: str) -> Draft:
    """A variable has no answer any more."""
    return Draft(EventKind.VALUE_CLEARED, *_place(target), variable)


def statement_added(target: Target) -> Draft:
    """There is a statement of that id."""
    return Draft(EventKind.STATEMENT_ADDED, *_place(target))


def statement_removed(target: Target) -> Draft:
    """The statement is no more."""
    return Draft(EventKind.STATEMENT_REMOVED, *_place(target))


def unit_finished(target: Target) -> Draft:
    """The paragraph, or the article as a whole, is done."""
    return Draft(EventKind.UNIT_FINISHED, *_place(target))


def unit_reopened(target: Target, why: str = "") -> Draft:
    """The paragraph, or the article as a whole, is not done any more; `why`: somebody else asks."""
    return Draft(EventKind.UNIT_REOPENED, *_place(target), body={"why": why} if why else {})


def memo_set(target: Target, text: str) -> Draft:
    """A unit or a statement carries this memo ("": none)."""
    return Draft(EventKind.MEMO_SET, *_place(target), body={"text": text})


def flag_set(target: Target, *, on: bool) -> Draft:
    """A unit or a statement is flagged, or not."""
    return Draft(EventKind.FLAG_SET, *_place(target), body={"on": on})


def kind_corrected(article: str, paragraph: int, kind: Kind) -> Draft:
    """A paragraph is of another kind than was proposed."""
    return Draft(EventKind.KIND_CORRECTED, article, paragraph, body={"kind": str(kind)})


def article_added(article: Article, text: str, place: str = "") -> Draft:
    """The study has this article; `text` is the content hash under which its text is kept.

    `place` is that of the article it replaces, among all in the order of adding; "" is at the end.
    """
    body: dict[str, Any] = {
        "name": article.name, "title": article.title, "author": article.author,
        "source": article.source, "date": article.date, "url": article.url, "text": text,
        "sha256": article.sha256, "encoding": article.encoding, "metadata": dict(article.metadata),
        "paragraphs": [[p.start, p.end, str(p.kind), p.reason] for p in article.paragraphs],
    }  # fmt: skip
    if place:
        body["place"] = place
    return Draft(EventKind.ARTICLE_ADDED, article.id, coder="", body=body)


def codebook_adopted(source: str, identifier: str, version: str, name: str) -> Draft:
    """A codebook is in force; `source` is the content hash under which its file is kept."""
    body = {"source": source, "id": identifier, "version": version, "name": name}
    return Draft(EventKind.CODEBOOK_ADOPTED, body=body)


def coder_set(coder: Coder) -> Draft:
    """There is such a coder."""
    body = {"name": coder.name, "role": str(coder.role), "note": coder.note}
    return Draft(EventKind.CODER_SET, coder="", body=body)


def round_set(told: Round) -> Draft:
    """A round is for this purpose and is coded under these conditions."""
    body = {"purpose": str(told.purpose), "counts": told.counts, "masked": list(told.masked),
            "gold": told.gold}  # fmt: skip
    return Draft(EventKind.ROUND_SET, coder="", round=told.name, body=body)


def assigned(coder: str, round: str, units: Sequence[Assigned], seed: str = "") -> Draft:
    """A coder is given these units in a round, in this order, after those given before."""
    body = {"coder": coder, "seed": seed, "units": [list(unit) for unit in units]}
    return Draft(EventKind.ASSIGNED, coder="", round=round, body=body)


def decision(
    target: Target, variable: str, answer: Answer, *, reason: Reason, note: str = "", rule: str = ""
) -> Draft:
    """A disagreement is settled so; see `model.decision.DecisionRow` on statements."""
    body = {"value": str(answer) if answer.values else "", "state": str(answer.state),
            "reason": str(reason), "note": note, "rule": rule}  # fmt: skip
    return Draft(EventKind.DECISION, *_place(target), variable, body)


def seen(target: Target, what: str) -> Draft:
    """The coder saw what others coded on this unit, in `what`."""
    return Draft(EventKind.SEEN, *_place(target), body={"what": what})


def merged(source: str, events: int, replicas: Mapping[str, tuple[int, int]]) -> Draft:
    """Events of another copy came in: how many, and of each copy's which (first, last)."""
    body = {"source": source, "events": events,
            "replicas": {name: list(ends) for name, ends in replicas.items()}}  # fmt: skip
    return Draft(EventKind.MERGED, coder="", body=body)


def imported(source: str) -> Draft:
    """What follows in this action came from a file of that name."""
    return Draft(EventKind.IMPORTED, body={"source": source})


def retracted(
    events: Sequence[str], coder: str | None = None, *, whole_import: bool = False
) -> Draft:
    """The coder takes these events back; of a whole import, no redo of a coder restores them."""
    body = {"events": list(events)} | ({"import": True} if whole_import else {})
    return Draft(EventKind.RETRACTED, coder=coder, body=body)


def restored(retraction: str, coder: str | None = None) -> Draft:
    """The coder takes back a retraction."""
    return Draft(EventKind.RESTORED, coder=coder, body={"retraction": retraction})


def _place(target: Target) -> tuple[str, int, str]:
    return target.article, target.paragraph, target.statement
