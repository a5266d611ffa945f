"""Shares as `annotator sample-size` reads and writes them: .85, 1/6, 16.7 %."""

from __future__ import annotations

import click


def share(typed: str) -> float:
    """A number between 0 and 1, neither of them, typed as .25 or 1/4; click's error otherwise."""
    above, _, below = typed.partition("/")
    try:
        value = float(above) / float(below or 1)
    except (ValueError, ZeroDivisionError) as error:
        raise click.BadParameter(f'"{typed}" is no number; write .25 or 1/4.') from error
    if not 0 < value < 1:
        raise click.BadParameter(f"{typed} does not lie between 0 and 1.")
    return value


def percent(value: float) -> str:
    """A share in per cent with three digits at most: 85 %, 16.7 %."""
    return f"{100 * value:.3g} %"


def decimal(value: float) -> str:
    """A coefficient without its leading zero, two to four decimals: .80, .667, -.13."""
    whole, _, digits = f"{value:.4f}".partition(".")
    return f"{whole.removesuffix('0')}.{digits.rstrip('0'):0<2}"
