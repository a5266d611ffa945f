"""Colours of codes: one for each group, in turn; codes below it share that of their group."""

from __future__ import annotations

PALETTE = (
    "#1F77B4", "#D95F02", "#2CA02C", "#C2185B", "#7570B3", "#8C6D1F", "#008B8B", "#B22222",
    "#5F7D1F", "#A64CA6", "#3F51B5", "#C17A00", "#00796B", "#6D4C41", "#455A64", "#AD1457",
)  # fmt: skip


def colour(place: int) -> str:
    """The colour of the group at that place among all groups of first-level codes, from 0."""
    return PALETTE[place % len(PALETTE)]
