"""What the YAML parser complains of, in words for people who do not know YAML."""

from __future__ import annotations

_TABLE = (
    # part of the parser's sentence, ours, hint
    (
        "mapping values are not allowed",
        "There is a second colon on the line, or the line is indented too far.",
        'put a text with a colon in quotes: label: "War: the end"',
    ),
    (
        "could not find expected ':'",
        "The colon after a name is missing, or the space after the colon.",
        "write `name: value`",
    ),
    (
        "unexpected end of stream",
        "A quotation mark is opened and never closed.",
        "close it, or use the other kind of quotation mark",
    ),
    (
        "expected <block end>",
        "The line does not fit the lines above.",
        "indent this line and those above it alike; nothing may follow a closing quotation mark",
    ),
    (
        "expected the node content",
        "Something is missing here: a value, or a closing bracket.",
        "close every { with } and every [ with ]",
    ),
    (
        "expected ','",
        "A comma or a closing bracket is missing.",
        "put a text with a comma in quotes inside { } and [ ]",
    ),
    (
        "unknown escape character",
        "A backslash in double quotation marks has a meaning of its own.",
        "use single quotation marks",
    ),
    ("did not find expected hexadecimal", "A backslash escape is incomplete.", "use ' ' quotes"),
    (
        "cannot start any token",
        "A text cannot begin with this character unless it stands in quotes.",
        'put the text in quotes: "@name"',
    ),
    (
        "expected alphabetic or numeric character",
        "A text that begins with * or & must stand in quotes.",
        'put the text in quotes: "*"',
    ),
    (
        "sequence entries are not allowed",
        "A list item (`- `) cannot stand here.",
        "put it on a line of its own, below the name it belongs to",
    ),
    (
        "indentation indicator",
        "After > or | only a line break may follow.",
        "put a text that begins with > or | in quotes",
    ),
    (
        "chomping or indentation",
        "After > or | only a line break may follow.",
        "put a text that begins with > or | in quotes",
    ),
    ("block mapping", "The line does not fit the lines above.", "check the indentation"),
)


def explain(problem: str, context: str) -> tuple[str, str]:
    """What is wrong and what to do, for what the parser said."""
    for part, message, hint in _TABLE:
        if part in problem or part in context:
            return message, hint
    said = " ".join((problem or context).split())
    return f"The file is not valid YAML here: {said}.", "compare with: annotator codebook new"


def lines_apart(above: str, line: str) -> tuple[str, str] | None:
    """What is wrong with the line above, where the parser complains of the colon in this one.

    None where the line above is not to blame: it has a colon of its own, or another place.
    """
    said = above.strip()
    if not said or said.startswith("#") or ": " in said or said.endswith(":"):
        return None
    if _indent(above) != _indent(line):
        return None
    if ":" in said:
        return "A space is missing after the colon.", "write `name: value`"
    message = "The colon after a name is missing, or the line below is indented too far."
    return message, "write `name: value`, with a space after the colon"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
