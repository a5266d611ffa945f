"""What the coefficients of the report mean, and the literature it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.agreement import COEFFICIENTS
from annotator.reports.row import Row

_SHOWN = ("percent_agreement", "krippendorff_alpha", "alpha_jaccard", "alpha_masi", "cohen_kappa",
          "gwet_ac1")  # fmt: skip

_ALWAYS = ("krippendorff_2004", "lombard_2002", "riffe_2019")
_CITED = {
    "percent_agreement": ("gwet_2014", "fleiss_1971"),
    "krippendorff_alpha": ("krippendorff_2011",),
    "alpha_jaccard": ("jaccard_1912", "artstein_2008"),
    "alpha_masi": ("passonneau_2006",),
    "cohen_kappa": ("cohen_1960",),
    "gwet_ac1": ("gwet_2008",),
}
"""The works that the definition of each coefficient names."""

_WORKS = {
    "artstein_2008": (
        "Artstein, R. and Poesio, M. (2008): Inter-coder agreement for computational "
        "linguistics. Computational Linguistics 34(4), 555-596."
    ),
    "cohen_1960": (
        "Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and "
        "Psychological Measurement 20(1), 37-46."
    ),
    "fleiss_1971": (
        "Fleiss, J. L. (1971): Measuring nominal scale agreement among many raters. "
        "Psychological Bulletin 76(5), 378-382."
    ),
    "gwet_2008": (
        "Gwet, K. L. (2008): Computing inter-rater reliability and its variance in the presence "
        "of high agreement. British Journal of Mathematical and Statistical Psychology 61(1), "
        "29-48."
    ),
    "gwet_2014": (
        "Gwet, K. L. (2014): Handbook of Inter-Rater Reliability. 4th ed. Advanced Analytics."
    ),
    "jaccard_1912": (
        "Jaccard, P. (1912): The distribution of the flora in the alpine zone. New Phytologist "
        "11(2), 37-50."
    ),
    "krippendorff_2004": "Krippendorff, K. (2004): Content Analysis. 2nd ed. Sage.",
    "krippendorff_2011": (
        "Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability. University of "
        "Pennsylvania."
    ),
    "lombard_2002": (
        "Lombard, M., Snyder-Duch, J. and Bracken, C. C. (2002): Content analysis in mass "
        "communication. Human Communication Research 28(4), 587-604."
    ),
    "passonneau_2006": (
        "Passonneau, R. (2006): Measuring agreement on set-valued items (MASI) for semantic and "
        "pragmatic annotation. LREC 2006, 831-836."
    ),
    "riffe_2019": (
        "Riffe, D., Lacy, S., Watson, B. R. and Fico, F. (2019): Analyzing Media Messages. 4th "
        "ed. Routledge."
    ),
}


def definitions(rows: Sequence[Row]) -> Iterator[str]:
    """A sentence with its source for each coefficient shown."""
    for name in _names(rows):
        entry = COEFFICIENTS[name]
        yield f"{entry.label}: {entry.definition.removesuffix('.')} ({entry.source})."
    yield (
        "Undefined figures are a dash with the reason below the table: a figure that the data "
        "cannot give is neither 0 nor 1."
    )


def references(rows: Sequence[Row]) -> Iterator[str]:
    """The works that the report names, by author and year."""
    cited = {work for name in _names(rows) for work in _CITED[name]}
    yield from (_WORKS[work] for work in sorted(cited.union(_ALWAYS)))


def _names(rows: Sequence[Row]) -> list[str]:
    used = {"percent_agreement", *(c.name for row in rows for c in row.coefficients)}
    return [name for name in _SHOWN if name in used]
