"""A whole project as REFI-QDA (.qdpx): texts, codes, coders, codings and memos.

A paragraph that a coder worked on is a selection over it; a statement is a selection of its own,
whose codings are the values that belong together. The article as a whole is coded as the source.

    overview  what must be known before the first coding is written: users, articles, codes in use
    passages  what a coder left on a unit, as selections
    answers   which codes stand for an answer
    sources   articles with their selections      notes   memos and typed values
"""

from annotator.exporters.qdpx.project import FILE, write

__all__ = ["FILE", "write"]
