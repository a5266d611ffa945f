"""What those who settled disagreements would have the next version of the codebook say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.model.codebook import Codebook
from annotator.reports import dispute_words as words
from annotator.reports.dispute_list import Listed
from annotator.reports.render.markdown import escaped


def rules(codebook: Codebook, listed: Iterable[Listed]) -> str:
    """Rules and notes by variable, with the codes that were in dispute, as Markdown."""
    found: dict[str, list[str]] = {}
    for one in listed:
        if one.decision and (one.decision[0].rule or one.decision[0].note):
            for variable in one.dispute.about:
                found.setdefault(variable, []).extend(_rule(codebook, one, variable))
    lines = [f"# Rules proposed for {escaped(codebook.title)}, version {escaped(codebook.version)}"]
    for variable in sorted(found, key=lambda name: _place(codebook, name)):
        lines += ["", f"## {escaped(words.name_of(codebook, variable))}", "", *found[variable]]
    return "\n".join(lines if found else [*lines, "", "None yet."]) + "\n"


def _rule(codebook: Codebook, one: Listed, variable: str) -> Iterator[str]:
    first = one.decision[0]
    codes = [
        code.label
        for of, code in words.codes_in_dispute(codebook, one.dispute)
        if of.id == variable
    ]
    about = f" Codes: {escaped(', '.join(codes))}." if codes else ""
    note = f" Note: {escaped(' '.join(first.note.split()))}" if first.note else ""
    rule = escaped(" ".join(first.rule.split())) or "(no rule proposed)"
    where = f"{escaped(one.where)}; {first.reason.replace('_', ' ')}"
    yield f"- {rule}{about} ({where}){note}"


def _place(codebook: Codebook, variable: str) -> int:
    names = [known.id for known in codebook.variables]
    return names.index(variable) if variable in names else len(names)
