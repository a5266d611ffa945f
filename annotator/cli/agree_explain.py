"""`annotator agree --explain`: each alpha for newcomers, with its coincidence matrix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotator.cli.agree_more import Part
from annotator.cli.agree_table import coefficient_name, full_name, number, wrapped
from annotator.cli.agree_text import fitted
from annotator.terminal import visible

if TYPE_CHECKING:
    from annotator.agreement import Coefficient
    from annotator.reports.diagnosis import Diagnosis
    from annotator.reports.names import Names
    from annotator.reports.row import Row

_MOST_CODERS = 6


def part(rows: Sequence[Row], names: Names) -> Part:
    """What made each row's first alpha, and F1 of matched statements."""
    value, lines = [], []
    for row in rows:
        told, shown = _matched(row, names) if row.keys else _explained(row, names)
        value.append(told)
        lines += ["", *wrapped(visible(_what(row))), *shown]
    return Part("explain", value, lines)


def _what(row: Row) -> str:
    figure = row.leading
    return f"{full_name(row)}: {coefficient_name(figure.name)} {number(figure.value)}"


def _matched(row: Row, names: Names) -> tuple[Any, list[str]]:
    from annotator.cli.agree_matched import lines
    from annotator.reports.explain_matched import matched_json

    return matched_json(row, names), list(lines(row, names))


def _explained(row: Row, names: Names) -> tuple[Any, list[str]]:
    from annotator.reports.diagnosis import diagnose
    from annotator.reports.diagnosis_figures import diagnosis_json
    from annotator.reports.verdict import thresholds_of

    found = diagnose(row, thresholds_of(names.codebook, row.heading.variable))
    return diagnosis_json(found, names), list(_lines(found, names))


def _lines(found: Diagnosis, names: Names) -> Iterator[str]:
    from annotator.reports.explain import explain, how_to_read

    told = explain(found, names)
    yield from _paragraphs([told.verdict, *told.meaning])
    if told.matrix:
        yield from ("", *_paragraphs([how_to_read(found)]))
        yield from fitted(told.matrix, right=(0, *range(2, len(told.matrix[0]))), indent=2)
    if told.reasons:
        yield from ("", "  What made it so:", *_paragraphs(told.reasons))
    yield from _beside(found, names)


def _paragraphs(sentences: Sequence[str]) -> Iterator[str]:
    """Sentences, each on lines of its own, as far in as the tables."""
    for sentence in sentences:
        yield from wrapped(f"  {visible(sentence)}")


def _beside(found: Diagnosis, names: Names) -> Iterator[str]:
    """Each value and each coder by themselves, where there is more than one figure to tell."""
    categories = {names.code(found.heading, code): c for code, c in found.categories.items()}
    if len(categories) > 2:
        yield from ("", "  Each code against all others:", *_figures("Code", categories))
    if found.coefficient.n_coders > 2:
        yield from ("", "  Without one coder:", *_figures("Without", found.without_coder))
        yield from ("", "  Each two coders:", *_matrix(found))


def _figures(head: str, figures: Mapping[str, Coefficient]) -> Iterator[str]:
    rows = [[name, number(c.value), c.reason] for name, c in figures.items()]
    yield from fitted([[head, "alpha", ""], *rows], right=(1,), indent=2)


def _matrix(found: Diagnosis) -> Iterator[str]:
    """Coders by coders; of very many, a line for each two."""
    used = found.sample.data.margins.sum(axis=1).tolist()
    coders = [coder for coder, n in zip(found.sample.coders, used, strict=True) if n]
    both = found.between_coders
    if len(coders) > _MOST_CODERS:
        yield from _figures("Coders", {" and ".join(pair): c for pair, c in both.items()})
        return
    rows = [["", *coders[1:]]]
    for place, one in enumerate(coders[:-1]):
        others = coders[place + 1 :]
        rows.append([one, *[""] * place, *(number(both[one, other].value) for other in others)])
    yield from fitted(rows, right=range(1, len(coders)), indent=2)
