"""Tables written in the tests themselves, read against the sample codebook and articles."""

from dataclasses import replace

from annotator.importers.codings_table import Options, read_table
from annotator.importers.parsed import Parsed
from annotator.model.codebook import Codebook
from tests.exporters.sample import CODEBOOK, HEADERS


def read(table: str, codebook: Codebook = CODEBOOK, **options: object) -> Parsed:
    """Read a table; lines of the test may be indented."""
    lines = [line.strip() for line in table.strip().splitlines()]
    return read_raw("\n".join(lines), codebook, **options)


def read_raw(table: str, codebook: Codebook = CODEBOOK, **options: object) -> Parsed:
    """Read a table as it stands."""
    return read_table(
        table.encode("utf-8"), "t.csv", codebook, HEADERS, replace(Options(), **options)
    )


def told(parsed: Parsed) -> list[str]:
    """The problems as the user sees them, without the name of the file."""
    return [str(problem).removeprefix("t.csv:") for problem in parsed.problems]
