"""What the columns of tables of codings are called: shared by those who write and who read them."""

from __future__ import annotations

PLACE_COLUMNS = ("coder", "round", "article", "article_id", "paragraph", "statement")
"""Who coded what; they join the tables."""

ARTICLE_COLUMNS = ("title", "author", "source", "date", "url")
"""Metadata of the article, for people who read the table."""

PARAGRAPH_COLUMNS = ("kind", "start", "end", "text")
"""The paragraph itself."""

CODING_COLUMNS = ("variable", "value", "state", "number", "label")
"""A coding, where each has a row of its own."""

TRACE_COLUMNS = (
    "n_statements", "memo", "flagged", "done", "codebook", "time", "after_discussion",
)  # fmt: skip
"""What stands beside the codings."""

RESERVED = frozenset(
    (*PLACE_COLUMNS, *ARTICLE_COLUMNS, *PARAGRAPH_COLUMNS, *CODING_COLUMNS, *TRACE_COLUMNS)
)
"""Names that are ours in every table."""

PREFIX = "var_"
"""Stands before the id of a variable that is called like one of our columns."""


METADATA_PREFIX = "meta_"
"""Stands before the name of a field of the articles' further metadata (section, page ...)."""


def column_name(variable: str) -> str:
    """The column of a variable: its id, set apart where it is one of our own names.

    Names that already begin with the prefix get it once more, so that no two can meet.
    """
    bare = variable.casefold()
    while bare.startswith(PREFIX):
        bare = bare.removeprefix(PREFIX)
    return PREFIX + variable if bare in RESERVED else variable


def variable_of(column: str) -> str:
    """The variable whose column is called so: the inverse of `column_name`."""
    bare = column.removeprefix(PREFIX)
    return bare if column_name(bare) == column else column
