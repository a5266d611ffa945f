"""Stand-off annotations of brat: for each text a file .txt and a file .ann beside it.

    lines    the lines of a .ann file            config   annotation.conf: types and attributes
    project  a folder of texts as a project    people   which folders are coders

Offsets are code points. What spans only (entities, triggers of events) becomes codes of paragraphs.
"""

from annotator.importers.brat.project import read, recognises

__all__ = ["read", "recognises"]
