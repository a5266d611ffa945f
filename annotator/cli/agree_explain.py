"""`annotator agree --explain`: each alpha for newcomers, with its coincidence matrix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

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
    """What made each row's first alpha."""
    from annotator.reports.diagnosis import diagnose
    from annotator.reports.diagnosis_figures import diagnosis_json

    found = [diagnose(row) for row in rows]
    value = [diagnosis_json(one, names) for one in found]
    told = zip(rows, found, strict=True)
    return Part("explain", value, [line for row, one in told for line in _lines(row, one, names)])


def _lines(row: Row, found: Diagnosis, names: Names) -> Iterator[str]:
    from annotator.reports.explain import explain, how_to_read

    told, figure = explain(found, names), found.coefficient
    what = f"{full_name(row)}: {coefficient_name(figure.name)} {number(figure.value)}"
    yield from ("", *wrapped(visible(what)))
    yield from _paragraphs([told.verdict, *told.meaning])
    if told.matrix:
        yield from ("", *_paragraphs([how_to_read(found)]))
        yield from fitted(told.matrix, right=(0, *range(2, len(told.matrix[0]))), indent=2)
    if told.reasons:
        yield from ("", "  What made it so:", *_paragraphs(told.reasons))
    yield from _beside(found, names)


def _paragraphs(sentences: Sequence[str]) -> Iterator[str]:
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
