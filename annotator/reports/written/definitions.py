"""What the coefficients of the report mean, and the literature it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.agreement import COEFFICIENTS
from annotator.reports.row import Row

_STATEMENT_ALPHA = "statement_alpha"
_OF_STATEMENTS = {
    _STATEMENT_ALPHA: (
        "Statement alpha: Krippendorff's alpha in which a value is a coder's whole set of "
        "statements in a unit. The distance of two sets is the cost of their best one-to-one "
        "matching divided by the number of statements in the larger: a statement without a "
        "partner costs 1, one with a partner the share of variables with different codes "
        "(the distance: Schuhmacher, Vo and Vo 2008)."
    ),
    "matched_f1": (
        "F1: twice the matched statements by all statements of both coders, over all pairs of "
        "coders (Dice 1945; Hripcsak and Rothschild 2005)."
    ),
}
"""What is about whole statements, and so about no table of values."""

_SHOWN = (
    *("percent_agreement", "krippendorff_alpha", "alpha_jaccard", "alpha_masi", "cohen_kappa"),
    "gwet_ac1",
)
_ALWAYS = ("krippendorff_2004", "lombard_2002", "riffe_2019")
_CITED = {
    "percent_agreement": ("gwet_2014", "fleiss_1971"),
    "krippendorff_alpha": ("krippendorff_2011",),
    "alpha_jaccard": ("jaccard_1912", "artstein_2008"),
    "alpha_masi": ("passonneau_2006",),
    "alpha_tree": ("wu_1994", "krippendorff_2011"),
    "cohen_kappa": ("cohen_1960",),
    "gwet_ac1": ("gwet_2008",),
    _STATEMENT_ALPHA: ("krippendorff_2011", "schuhmacher_2008"),
    "matched_f1": ("dice_1945", "hripcsak_2005"),
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
    "dice_1945": (
        "Dice, L. R. (1945): Measures of the amount of ecologic association between species. "
        "Ecology 26(3), 297-302."
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
    "hripcsak_2005": (
        "Hripcsak, G. and Rothschild, A. S. (2005): Agreement, the F-measure, and reliability in "
        "information retrieval. Journal of the American Medical Informatics Association 12(3), "
        "296-298."
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
    "schuhmacher_2008": (
        "Schuhmacher, D., Vo, B.-T. and Vo, B.-N. (2008): A consistent metric for performance "
        "evaluation of multi-object filters. IEEE Transactions on Signal Processing 56(8), "
        "3447-3457."
    ),
    "wu_1994": (
        "Wu, Z. and Palmer, M. (1994): Verb semantics and lexical selection. Proceedings of the "
        "32nd Annual Meeting of the Association for Computational Linguistics, 133-138."
    ),
}


def definitions(rows: Sequence[Row]) -> Iterator[str]:
    """A sentence with its source for each coefficient shown."""
    for name in _names(rows):
        if name in _OF_STATEMENTS:
            yield _OF_STATEMENTS[name]
        else:
            entry = COEFFICIENTS[name]
            yield f"{entry.label}: {entry.definition.removesuffix('.')} ({entry.source})."
    yield (
        "Undefined figures are a dash with the reason below the table: a figure that the data "
        "cannot give is neither 0 nor 1."
    )


def references(rows: Sequence[Row], always: Sequence[str] = _ALWAYS) -> Iterator[str]:
    """The works that the report names, by author and year; `always` are named in its text."""
    cited = {work for name in _names(rows) for work in _CITED.get(name, ())}
    yield from (_WORKS[work] for work in sorted(cited.union(always)))


def _names(rows: Sequence[Row]) -> list[str]:
    """The coefficients that the tables show: the usual ones, and those that were asked for."""
    used = {name for row in rows for name in (*_shown(row), *row.asked)}
    if any(row.percent_agreement is not None for row in rows):
        used.add("percent_agreement")
    order = dict.fromkeys((*_SHOWN, *_OF_STATEMENTS, *COEFFICIENTS))
    return [name for name in order if name in used]


def _shown(row: Row) -> Iterator[str]:
    shown = (row.leading.name, *(c.name for c in row.coefficients))
    return (name for name in shown if name in _SHOWN or name == row.leading.name)
