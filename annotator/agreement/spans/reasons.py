"""Coefficients of spans, and why nothing can be said about some."""

from __future__ import annotations

from annotator.agreement.coefficient import Coefficient
from annotator.agreement.spans.continuum import Continuum


def coefficient(
    name: str, text: Continuum, value: float | None = None, *, n_spans: int, reason: str = ""
) -> Coefficient:
    """A figure about spans: `n_units` counts spans, `n_pairable` characters times coders."""
    compared = text.length * text.n_coders
    found = None if reason or value is None else float(value)
    return Coefficient(name, found, "nominal", n_spans, text.n_coders, compared, reason)


def why_nothing_to_compare(text: Continuum) -> str:
    """Why no two coders can be compared, or nothing was marked; empty where all is there."""
    if not text.n_coders:
        return "no coder finished an article"
    if text.n_coders == 1:
        return "there is only one coder"
    if not text.articles:
        return f"no article was finished by all {text.n_coders} coders"
    if not text.length:
        return "the articles that all coders finished are empty"
    return "" if text.n_spans else "no coder marked a span"
