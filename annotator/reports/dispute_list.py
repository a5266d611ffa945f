"""The list of disagreements: for a meeting (Markdown), for a spreadsheet (CSV), for programs."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from annotator.model.codebook import Code, Codebook
from annotator.model.decision import DecisionRow
from annotator.reports import dispute_words as words
from annotator.reports.disputes import Dispute
from annotator.reports.render.markdown import escaped

_FIRST = (
    *("round", "article", "name", "paragraph", "variable", "differ", "cost", "state"),
    *("decision", "reason", "note", "rule", "decided_by", "text"),
)
_SEVERAL = 2
_RULED = "_" * 60


@dataclass(frozen=True, slots=True)
class Listed:
    """A disagreement with what is shown of it; `cost` is None where no figure rests on it."""

    round: str
    dispute: Dispute
    name: str
    text: str
    cost: float | None
    decision: Sequence[DecisionRow] = ()

    @property
    def state(self) -> str:
        """open or decided."""
        return "decided" if self.decision else "open"

    @property
    def where(self) -> str:
        """`harbour_courier, paragraph 3`."""
        number = self.dispute.paragraph
        return f"{self.name}, paragraph {number}" if number else f"{self.name}, as a whole"


@dataclass(frozen=True)
class DisputeList:
    """Disagreements in the order in which they are listed. `hidden`: coders are A, B, C."""

    codebook: Codebook
    listed: Sequence[Listed]
    hidden: bool = False

    # ------------------------------------------------------------------ plain text

    def lines(self) -> Iterator[str]:
        """A few lines for each."""
        for number, one in enumerate(self.listed, 1):
            cost = f", cost {one.cost:.1%}" if one.cost is not None else ""
            what = words.name_of(self.codebook, one.dispute.variable)
            yield f"{number}. {one.where}: {what} ({one.state}{cost})"
            for name, said, memos in self._said(one.dispute):
                yield f"   {name}: {said}"
                yield from (f"   {name}, memo: {memo}" for memo in memos)
            if one.decision:
                yield f"   Decided: {words.decided(self.codebook, one.decision)}"

    def _said(self, dispute: Dispute) -> Iterator[tuple[str, str, Sequence[str]]]:
        for voice in words.voices(dispute, hidden=self.hidden):
            memos = dispute.memos.get(voice.coder, ())
            yield voice.name, words.said(self.codebook, dispute, voice.coder), memos

    # ------------------------------------------------------------------ Markdown

    def markdown(self) -> str:
        """One section for each, with room to write the decision."""
        title = f"# Disagreements: {escaped(self.codebook.title)}"
        n_open = sum(not one.decision for one in self.listed)
        head = [title, "", f"{len(self.listed):,} disagreements, {n_open:,} of them open."]
        parts = [line for n, one in enumerate(self.listed, 1) for line in self._section(n, one)]
        return "\n".join([*head, *parts]) + "\n"

    def _section(self, number: int, one: Listed) -> Iterator[str]:
        what = escaped(words.name_of(self.codebook, one.dispute.variable))
        yield from ("", f"## {number}. {escaped(one.where)}: {what}", "")
        yield from (f"> {escaped(line)}" for line in one.text.split("\n"))
        yield ""
        for voice in words.voices(one.dispute, hidden=self.hidden):
            yield from self._voice(one.dispute, voice)
        yield from self._definitions(one.dispute)
        yield ""
        yield from self._decision(one)

    def _voice(self, dispute: Dispute, voice: words.Voice) -> Iterator[str]:
        """What a coder said; of several statements each on a line of its own."""
        given = dispute.given[voice.coder] if dispute.on_statements else ()
        told = words.said(self.codebook, dispute, voice.coder) if len(given) < _SEVERAL else ""
        yield f"- **{escaped(voice.name)}**: {escaped(told)}".rstrip()
        for answers in given if not told else ():
            yield f"  - {escaped(words.statement(self.codebook, answers))}"
        for memo in dispute.memos.get(voice.coder, ()):
            yield f"  - memo: {escaped(' '.join(memo.split()))}"

    def _definitions(self, dispute: Dispute) -> Iterator[str]:
        codes = list(words.codes_in_dispute(self.codebook, dispute))
        if codes:
            yield from ("", "The codes in dispute:", "")
        for variable, code in codes:
            yield f"- *{escaped(variable.label)}: {escaped(code.label)}*. {_meaning(code)}".rstrip()

    def _decision(self, one: Listed) -> Iterator[str]:
        if not one.decision:
            yield f"Decision: {_RULED}"
            yield ""
            yield "Why: [ ] slip  [ ] unclear text  [ ] gap in the codebook  [ ] real difference"
            yield ""
            yield f"Rule for the codebook: {_RULED}"
            return
        first = one.decision[0]
        told = escaped(words.decided(self.codebook, one.decision))
        yield f"Decided: {told} ({first.reason.replace('_', ' ')})."
        for label, text in (("Note", first.note), ("Rule for the codebook", first.rule)):
            if text:
                yield from ("", f"{label}: {escaped(' '.join(text.split()))}")

    # ------------------------------------------------------------------ tables

    def csv(self) -> str:
        """One row for each, with two columns for each coder: what they said, and memos."""
        names = self._names()
        of_coders = [f"{what} {name}" for name in names for what in ("said by", "memo of")]
        text = StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([*_FIRST, *of_coders])
        for one in self.listed:
            told = {name: (said, "\n".join(memos)) for name, said, memos in self._said(one.dispute)}
            row = self._row(one)
            cells = [cell for name in names for cell in told.get(name, ("", ""))]
            writer.writerow([*(row[column] for column in _FIRST), *cells])
        return text.getvalue()

    def _names(self) -> list[str]:
        found = (
            v.name for one in self.listed for v in words.voices(one.dispute, hidden=self.hidden)
        )
        return sorted(set(found))

    def _row(self, one: Listed) -> dict[str, Any]:
        dispute, first = one.dispute, one.decision[0] if one.decision else None
        return {
            "round": one.round, "article": dispute.article, "name": one.name,
            "paragraph": dispute.paragraph, "variable": dispute.variable,
            "differ": " ".join(dispute.about), "cost": one.cost, "state": one.state,
            "decision": words.decided(self.codebook, one.decision),
            "reason": first.reason if first else "", "note": first.note if first else "",
            "rule": first.rule if first else "", "decided_by": self._by(first), "text": one.text,
        }  # fmt: skip

    def _by(self, first: DecisionRow | None) -> str:
        return first.coder if first and not self.hidden else ""

    def objects(self) -> list[dict[str, Any]]:
        """The same for JSON, with what each coder said by codes, too."""
        return [
            self._row(one)
            | {
                "said": [
                    {
                        "coder": voice.name,
                        "in_words": words.said(self.codebook, one.dispute, voice.coder),
                        "answers": _by_code(one.dispute, voice.coder),
                        "memos": list(one.dispute.memos.get(voice.coder, ())),
                    }
                    for voice in words.voices(one.dispute, hidden=self.hidden)
                ]
            }
            for one in self.listed
        ]


def _by_code(dispute: Dispute, coder: str) -> list[dict[str, str]]:
    return [
        {name: value or state for name, (value, state) in answers.items()}
        for answers in dispute.given[coder]
    ]


def _meaning(code: Code) -> str:
    guidance = code.guidance
    parts = [
        guidance.definition,
        *([f"For: {'; '.join(guidance.include)}."] if guidance.include else []),
        *([f"Not for: {'; '.join(guidance.exclude)}."] if guidance.exclude else []),
    ]
    return escaped(" ".join(" ".join(filter(None, parts)).split()))
