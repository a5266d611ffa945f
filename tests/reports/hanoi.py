"""The real study beside the checkout, as rows: what a study would hand to the report."""

import csv
from pathlib import Path

from annotator import codebook_file
from annotator.model.article import Kind
from annotator.model.codebook import Codebook
from annotator.model.coding import CodingRow, StatementRow, UnitRow
from tests.shared import SHARED

ROOT = Path(__file__).resolve().parents[2]
BLOCK = ("unit_type", "outcome_eval", "no_statement_reason")
TIED = ("actor", "lever", "stance", "attribution", "confidence")


def codebook() -> Codebook:
    source = (ROOT / "codebooks" / "hanoi.yaml").read_text(encoding="utf-8")
    return codebook_file.load(source, name="hanoi.yaml")


def lines(coder: str) -> list[dict[str, str]]:
    path = SHARED / "study" / f"codings_{coder}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kinds(*, proposed: bool = True) -> dict[str, list[Kind]]:
    """What coder a says each block is; or, where nothing was proposed, body everywhere."""
    found: dict[str, dict[int, Kind]] = {}
    for line in lines("a"):
        kind = Kind(line["unit_type"]) if proposed else Kind.BODY
        found.setdefault(line["article"], {})[int(line["unit"])] = kind
    return {article: [by[n] for n in sorted(by)] for article, by in found.items()}


def rows(*coders: str) -> tuple[list[CodingRow], list[UnitRow], list[StatementRow]]:
    codings: dict[tuple[str, ...], CodingRow] = {}
    units: dict[tuple[str, int, str], UnitRow] = {}
    statements: list[StatementRow] = []
    for coder in coders:
        for line in lines(coder):
            article, number, statement = line["article"], int(line["unit"]), line["record"]
            units[article, number, coder] = UnitRow(
                coder, "main", article, number, True, False, "", 0
            )
            if statement:
                statements.append(
                    StatementRow(coder, "main", article, number, statement, False, "", 0)
                )
            for name in (*BLOCK, *TIED):
                if line[name]:
                    tied = statement if name in TIED else ""
                    row = CodingRow(
                        coder, "main", article, number, tied, name, line[name], "coded", 0, "0.3.0"
                    )
                    codings[coder, article, str(number), tied, name] = row
    return list(codings.values()), list(units.values()), statements
