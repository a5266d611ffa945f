"""Projects (.qdpx) and codebooks (.qdc) of the REFI-QDA standard, by any program.

    archive   the project file and the texts beside it     notes     memos and typed values
    sources   texts, their selections and metadata         quotes    in what unit positions count
    people    users as coders                              codings   codes as answers
    project   all of it as a project of ours

A code of another program stands on a passage of any length. Here it becomes an answer of every
paragraph that the passage touches; the passage itself is lost, and counted.
"""

from annotator.importers.refi.project import read_codebook_file, read_project

__all__ = ["read_codebook_file", "read_project"]
