"""What separates the cells of a table, as typed after `--delimiter`."""

from __future__ import annotations

import click

_TAB = ("tab", "\\t")


def delimiter(_: click.Context, parameter: click.Parameter, typed: str) -> str:
    """One character that no cell begins or ends with; for options, as their callback."""
    found = "\t" if typed in _TAB else typed
    if typed == parameter.default:
        return found
    if len(found) != 1 or found in "\"'\r\n" or found.isalnum():
        raise click.BadParameter("one character, such as ; or , or the word tab")
    return found
