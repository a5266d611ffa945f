"""What a merge brings, as lines for people and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from annotator.cli.table import table

if TYPE_CHECKING:
    from annotator.model.merging import Conflict, Merging, Twice
    from annotator.study import Study

Item = TypeVar("Item")
_SHOWN = 20
_LONGEST = 60  # characters of a value in a line
_KINDS = {
    "article_added": "articles", "kind_corrected": "kinds of paragraphs",
    "codebook_adopted": "codebooks adopted", "coder_set": "descriptions of coders",
    "round_set": "descriptions of rounds", "assigned": "assignments", "decision": "decisions",
    "seen": "notes that others' codings were seen", "retracted": "undone", "restored": "redone",
}  # fmt: skip


def lines(told: Merging, study: Study) -> Iterator[str]:
    """All that is worth knowing before the file is merged, and after."""
    what = f"package of {told.package}" if told.package else "whole study"
    yield f"{told.file} ({what}): new entries {told.events:,}, known {told.known:,}"
    yield from (f"  {line}" for line in _coded(told))
    yield from (f"  {line}" for line in _beside(told))
    yield from (f"  {line}" for line in _to_look_at(told, study))


def _coded(told: Merging) -> Iterator[str]:
    coders = sorted({c for c, _ in told.codings} | set(told.finished) | set(told.statements))
    if not coders:
        return
    rows = [["Coder", "Variable", "Codings"]]
    for coder in coders:
        rows.append([coder, "(units finished)", f"{told.finished[coder]:,}"])
        if told.statements[coder]:
            rows.append([coder, "(statements)", f"{told.statements[coder]:,}"])
        own = sorted((v, n) for (who, v), n in told.codings.items() if who == coder)
        rows += [[coder, variable, f"{n:,}"] for variable, n in own]
    yield from table(rows, right=(2,))


def _beside(told: Merging) -> Iterator[str]:
    named = [f"{words} {told.by_kind[kind]:,}" for kind, words in _KINDS.items()
             if told.by_kind[kind]]  # fmt: skip
    if named:
        yield f"Also: {', '.join(named)}"
    for kind, n in told.not_taken.items():
        yield f"Left out, for the lead to decide: {_KINDS.get(kind, kind)} {n:,}"


def _to_look_at(told: Merging, study: Study) -> Iterator[str]:
    if told.articles:
        yield f"Articles that are new here: {_listed(told.articles)}"
    for drift in told.drift:
        how = "cut into other paragraphs" if drift.same_text else "another text"
        yield f"Article {drift.name}: {how} than the article of that name here; both are kept"
    for version in told.codebooks:
        yield f"Codebook {version.id} {version.version} ({version.name}) was not known here"
    if told.earlier:
        yield (
            f"Coded under {', '.join(told.earlier)}, which the study's codebook has replaced:"
            " `annotator codebook apply` says what of it must be looked at again"
        )
    for hidden in told.hidden:
        yield (
            f"Codings on an article that was cut anew or taken out: {hidden.article},"
            f" {hidden.coder}, {hidden.codings:,}; they are kept but not shown"
        )
    if told.conflicts:
        yield f"The same coder answered differently in two copies, {len(told.conflicts):,} times:"
        yield from _first(told.conflicts, lambda conflict: _conflict(conflict, study))
    if told.decided_twice:
        yield f"Decided differently in two copies, {len(told.decided_twice):,} times:"
        yield from _first(told.decided_twice, lambda twice: _twice(twice, study))
    if told.not_here:
        yield (
            "It was packed from another copy, which holds more than this study"
            f" ({told.not_here:,} articles, rounds, assignments ...): merge that copy, too"
        )
    if told.taken_back:
        yield (
            f"{told.taken_back:,} entries are here but were taken back by `annotator undo --merge`;"
            " `annotator merge --again` brings them back"
        )


def _first(items: Sequence[Item], line: Callable[[Item], str]) -> Iterator[str]:
    yield from (f"  {line(item)}" for item in items[:_SHOWN])
    if len(items) > _SHOWN:
        yield f"  and {len(items) - _SHOWN:,} more (--json has all)"


def _conflict(conflict: Conflict, study: Study) -> str:
    place = _name(study, conflict.article)
    if conflict.paragraph:
        place += f" {conflict.paragraph}"
    ours, theirs = _short(conflict.ours), _short(conflict.theirs)
    stands = "the file's" if conflict.theirs_stands else "the one here"
    return (
        f"{conflict.coder}, {place}, {conflict.what}: here {ours}, in the file {theirs};"
        f" {stands} stands"
    )


def _twice(twice: Twice, study: Study) -> str:
    place = _name(study, twice.article)
    if twice.paragraph:
        place += f" {twice.paragraph}"
    stands = "the file's" if twice.theirs_stands else "the one here"
    return (
        f"{place}, {twice.variable}: here by {twice.ours or '-'}, in the file by"
        f" {twice.theirs or '-'}; {stands} stands"
    )


def _name(study: Study, article: str) -> str:
    return study.header(article).name if study.find_article(article) else article


def _short(words: str) -> str:
    if not words:
        return "(empty)"
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:5])
    return shown + (f" and {len(names) - 5:,} more" if len(names) > 5 else "")


def as_dict(told: Merging, study: Study) -> dict[str, Any]:
    """Everything, for other programs."""
    return {
        "file": told.file,
        "package": told.package or None,
        "new": told.events,
        "known": told.known,
        "codings": [
            {"coder": coder, "variable": variable, "codings": n}
            for (coder, variable), n in sorted(told.codings.items())
        ],
        "finished": dict(told.finished),
        "statements": dict(told.statements),
        "kinds": dict(told.by_kind),
        "left_out": dict(told.not_taken),
        "articles": told.articles,
        "text_drift": [drift._asdict() for drift in told.drift],
        "codebooks": [{"id": v.id, "version": v.version, "file": v.name} for v in told.codebooks],
        "earlier_codebooks": told.earlier,
        "conflicts": [{**c._asdict(), "article": _name(study, c.article)} for c in told.conflicts],
        "decided_twice": [
            {**t._asdict(), "article": _name(study, t.article)} for t in told.decided_twice
        ],
        "hidden": [hidden._asdict() for hidden in told.hidden],
        "packed_elsewhere": told.not_here,
        "taken_back": told.taken_back,
    }
