"""Hypothesis times each example; on a busy machine a slow one says nothing about the code."""

from hypothesis import settings

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
