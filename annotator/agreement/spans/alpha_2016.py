"""The u-alpha family: unitizing and coding together, unitizing alone, coding alone, code by code.

Krippendorff, K., Mathet, Y., Bouvry, S. & Widlöcher, A. (2016): On the reliability of unitizing
textual continua: Further developments. Quality & Quantity 50(6), pp. 2347-2364.

All are nominal. Expected coincidences are e_ck = l_c l_k / d for different codes, so that
1 - D_o / D_e needs sums by code alone and no matrix of codes by codes. Gaps between spans have no
structure of their own: each of their characters counts by itself where a span counts as a whole.
"""

from __future__ import annotations

from annotator.agreement.coefficient import Coefficient
from annotator.agreement.spans.continuum import Floats
from annotator.agreement.spans.data import SpanData
from annotator.agreement.spans.reasons import coefficient, why_nothing_to_compare

_TOO_LITTLE = "so little text was marked by two or more coders that chance cannot be estimated"


def u_alpha(data: SpanData) -> Coefficient:
    """u-alpha: agreement on all segments, spans with their codes and the gaps between them.

    Undefined where spans of one coder overlap, since the text is then not cut into segments.

    Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50(6), pp. 2347-2364.
    """
    if reason := _why_undefined(data, "u_alpha"):
        return _figure("u_alpha", data, reason=reason)
    found = data.coincidences
    differing = _products(found.marked) + 2 * found.gaps * float(found.marked.sum())
    if not differing:
        reason = f"no variation: all text is marked “{data.continuum.labels[0]}” by every coder"
        return _figure("u_alpha", data, reason=reason)
    observed = found.total - float(found.alike.sum()) - found.gaps_alike
    return _figure("u_alpha", data, 1 - observed * _chance(data) / differing)


def bar_u_alpha(data: SpanData) -> Coefficient:
    """|u-alpha: agreement on what is marked and what is not, whatever the codes.

    Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50(6), pp. 2347-2364.
    """
    if reason := _why_undefined(data, "bar_u_alpha"):
        return _figure("bar_u_alpha", data, reason=reason)
    found = data.coincidences
    differing = found.gaps * float(found.marked.sum())
    if not differing:
        reason = "no variation: all text is marked by every coder"
        return _figure("bar_u_alpha", data, reason=reason)
    observed = found.gaps - found.gaps_alike
    return _figure("bar_u_alpha", data, 1 - observed * _chance(data) / differing)


def cu_alpha(data: SpanData) -> Coefficient:
    """cu-alpha: agreement on the codes of text that two coders marked, whatever the ends.

    With more than two coders the expected coincidences sum squared intersections over ordered
    pairs of coders, divided by m - 1 (docs/statistics.md says why, and what others do).

    Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50(6), pp. 2347-2364.
    """
    if reason := _why_undefined(data, "cu_alpha") or _why_no_codes_differ(data):
        return _figure("cu_alpha", data, reason=reason)
    found = data.coincidences
    total = float(found.valued.sum())
    chance = total - float(found.valued_squares.sum()) / total
    observed = total - float(found.alike.sum())
    return _figure("cu_alpha", data, 1 - observed * chance / _products(found.valued))


def cu_coverage(data: SpanData) -> float | None:
    """The share of the text that `cu_alpha` rests on: marked by two coders; None if undefined."""
    if _why_undefined(data, "cu_alpha"):
        return None
    return float(data.coincidences.valued.sum()) / data.coincidences.total


def ku_alpha(data: SpanData) -> dict[str, Coefficient]:
    """(k)u-alpha of each code k that was used: how reliably k is told from the other codes.

    It looks, like `cu_alpha`, at text that two coders marked.

    Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50(6), pp. 2347-2364.
    """
    labels = enumerate(data.continuum.labels)
    if reason := _why_undefined(data, "ku_alpha") or _why_no_codes_differ(data):
        return {label: _of_label(data, number, reason=reason) for number, label in labels}
    return {label: _ku_alpha(data, number) for number, label in labels}


def ku_coverage(data: SpanData) -> dict[str, float]:
    """The share of the text of each code that `ku_alpha` rests on; empty if undefined."""
    if _why_undefined(data, "ku_alpha"):
        return {}
    found = data.coincidences
    shares = (found.valued / found.marked).tolist()
    return dict(zip(data.continuum.labels, shares, strict=True))


_SLACK = 1e-12  # rounding, relative to the text: a sum this near zero is zero


def _ku_alpha(data: SpanData, number: int) -> Coefficient:
    found = data.coincidences
    valued, total = float(found.valued[number]), float(found.valued.sum())
    if not valued:
        reason = "no text of this code was marked by two coders"
        return _of_label(data, number, reason=reason)
    expected = valued * total - float(found.valued_squares[number])
    if expected <= _SLACK * total**2:
        return _of_label(data, number, reason=_TOO_LITTLE)
    observed = valued - float(found.alike[number])
    return _of_label(data, number, 1 - observed * expected / (valued**2 * (total - valued)))


def _why_undefined(data: SpanData, name: str) -> str:
    if reason := why_nothing_to_compare(data.continuum):
        return reason
    overlap = data.continuum.overlap
    return f"{overlap}; {name} needs spans that do not overlap" if overlap else ""


def _why_no_codes_differ(data: SpanData) -> str:
    """Why codes cannot be compared on text that two coders marked; empty where they can."""
    found = data.coincidences
    used = found.valued.nonzero()[0]
    if not len(used):
        return "no text was marked by two coders"
    if len(used) == 1:
        label = data.continuum.labels[used[0]]
        return f"no variation: all text marked by two coders is “{label}”"
    total = float(found.valued.sum())
    chance = total**2 - float(found.valued_squares.sum())
    return _TOO_LITTLE if chance <= _SLACK * total**2 else ""


def _products(sums: Floats) -> float:
    """The sum of l_c l_k over all ordered pairs of different codes."""
    return float(sums @ (sums.sum() - sums))


def _chance(data: SpanData) -> float:
    """What products of sums are divided by: total text less what a segment shares with itself."""
    found = data.coincidences
    return found.total - (float(found.squares.sum()) + found.gaps) / found.total


def _figure(
    name: str, data: SpanData, value: float | None = None, *, reason: str = ""
) -> Coefficient:
    text = data.continuum
    return coefficient(name, text, value, n_spans=text.n_spans, reason=reason)


def _of_label(
    data: SpanData, number: int, value: float | None = None, *, reason: str = ""
) -> Coefficient:
    text = data.continuum
    n_spans = text.spans_per_label[number]
    return coefficient("ku_alpha", text, value, n_spans=n_spans, reason=reason)
