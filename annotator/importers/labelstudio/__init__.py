"""Exports of Label Studio (JSON): tasks with the annotations of several people.

    results   what people said: of the text as a whole, of passages, several things of one passage
    codes     these as a codebook
    project   all of it as a project
    own       tasks that we wrote ourselves, as a table of codings

The places of passages count UTF-16 units or code points, by the version: what the quotes fit.
"""

from annotator.importers.labelstudio.project import read, recognises

__all__ = ["read", "recognises"]
