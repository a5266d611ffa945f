"""Every coefficient on a coder-by-unit table: its name, what it means, where it comes from.

A command reads from here what it can offer, and for which data.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from annotator.agreement import chance, distances, icc, percent, sets, weighted
from annotator.agreement.alpha import krippendorff_alpha
from annotator.agreement.ccc import lin_ccc
from annotator.agreement.coefficient import Coefficient
from annotator.agreement.data import Table
from annotator.agreement.gwet_ac2 import gwet_ac2
from annotator.agreement.kappa import cohen_kappa
from annotator.agreement.kappa_max import kappa_max
from annotator.agreement.lotus import lotus, lotus_standardized
from annotator.agreement.multivalued import alpha_multivalued
from annotator.agreement.pairs_of_coders import holsti, light_kappa
from annotator.agreement.tree import alpha_tree

NOMINAL, NUMBERS, SETS = ("nominal",), ("interval", "ratio"), ("sets",)
SCALES = ("ordinal", "interval", "ratio")
ANY = ("nominal", *SCALES)


@dataclass(frozen=True, slots=True)
class Entry:
    """A coefficient that can be asked for by name.

    `definition` is one sentence for readers, `source` author, year and page. `levels` are the
    levels of measurement it is meant for ("sets" where values are sets). `two_coders_only` where
    it is defined for no more. `corrected` where chance agreement is taken off. `options` are the
    keyword arguments that `function` takes besides the table.
    """

    name: str
    label: str
    function: Callable[..., Coefficient]
    definition: str
    source: str
    levels: tuple[str, ...]
    two_coders_only: bool = False
    corrected: bool = True
    options: tuple[str, ...] = ()

    def compute(self, table: Table, **given: Any) -> Coefficient:
        """The coefficient of a table; of the options given it takes those it knows."""
        known = {option: given[option] for option in self.options if given.get(option) is not None}
        return self.function(table, **known)

    def is_meant_for(self, level: str, n_coders: int) -> bool:
        """Whether the coefficient is meant for data of that level by so many coders."""
        return level in self.levels and (n_coders == 2 or not self.two_coders_only)


def meant_for(level: str, n_coders: int) -> list[Entry]:
    """The coefficients meant for data of that level by so many coders, in the order of the list."""
    return [entry for entry in COEFFICIENTS.values() if entry.is_meant_for(level, n_coders)]


_SHARES = (
    Entry(
        "percent_agreement",
        "Agreement",
        percent.percent_agreement,
        "The share of agreeing pairs of coders within a unit, averaged over units.",
        "Gwet 2014, ch. 2; Fleiss 1971, p. 379",
        (*ANY, *SETS),
        corrected=False,
    ),
    Entry(
        "percent_agreement_pooled",
        "Agreement, pairs pooled",
        percent.percent_agreement_pooled,
        "The share of agreeing pairs of coders among all pairs of all units.",
        "Artstein and Poesio 2008, p. 563",
        (*ANY, *SETS),
        corrected=False,
    ),
    Entry(
        "percent_all_agree",
        "All coders agree",
        percent.percent_all_agree,
        "The share of units on which all coders agree, among units that every coder coded.",
        "agree of the R package irr",
        (*ANY, *SETS),
        corrected=False,
    ),
    Entry(
        "holsti",
        "Holsti's CR",
        holsti,
        "Twice the agreeing decisions over all decisions of two coders, averaged over pairs.",
        "Holsti 1969, p. 140",
        NOMINAL,
        corrected=False,
    ),
    Entry(
        "lotus",
        "Lotus",
        lotus,
        "The share of coders who gave a unit's most frequent value, averaged over units.",
        "Fretwurst 2015, pp. 176-203",
        NOMINAL,
        corrected=False,
    ),
)

_KAPPAS = (
    Entry(
        "scott_pi",
        "Scott's pi",
        chance.scott_pi,
        "Agreement beyond what two draws from the coders' joint margins would give.",
        "Scott 1955, pp. 321-325",
        NOMINAL,
        two_coders_only=True,
    ),
    Entry(
        "cohen_kappa",
        "Cohen's kappa",
        cohen_kappa,
        "Agreement beyond what the product of the two coders' own margins would give.",
        "Cohen 1960, pp. 37-46",
        NOMINAL,
        two_coders_only=True,
    ),
    Entry(
        "kappa_max",
        "Maximum of kappa",
        kappa_max,
        "The largest Cohen's kappa that the two coders' margins allow; not itself an agreement.",
        "Cohen 1960, pp. 42-43",
        NOMINAL,
        two_coders_only=True,
    ),
    Entry(
        "cohen_kappa_linear",
        "Weighted kappa, linear",
        weighted.cohen_kappa_linear,
        "Cohen's kappa in which a disagreement counts by its distance.",
        "Cohen 1968, pp. 213-220; Cicchetti and Allison 1971, pp. 101-109",
        SCALES,
        two_coders_only=True,
        options=("order",),
    ),
    Entry(
        "cohen_kappa_quadratic",
        "Weighted kappa, quadratic",
        weighted.cohen_kappa_quadratic,
        "Cohen's kappa in which a disagreement counts by its squared distance.",
        "Cohen 1968, pp. 213-220; Fleiss and Cohen 1973, pp. 613-619",
        SCALES,
        two_coders_only=True,
        options=("order",),
    ),
    Entry(
        "fleiss_kappa",
        "Fleiss' kappa",
        chance.fleiss_kappa,
        "Agreement beyond what two draws from the margins of all coders together would give.",
        "Fleiss 1971, pp. 378-382; missing values after Gwet 2014, ch. 2",
        NOMINAL,
    ),
    Entry(
        "conger_kappa",
        "Conger's kappa",
        chance.conger_kappa,
        "Agreement beyond the product of two coders' margins, averaged over pairs of coders.",
        "Conger 1980, pp. 322-328; missing values after Gwet 2014, ch. 2",
        NOMINAL,
    ),
    Entry(
        "light_kappa",
        "Light's kappa",
        light_kappa,
        "The mean of Cohen's kappa over pairs of coders, over units that every coder coded.",
        "Light 1971, pp. 365-377",
        NOMINAL,
    ),
)

_FIXED_CHANCE = (
    Entry(
        "brennan_prediger",
        "Brennan-Prediger (S)",
        chance.brennan_prediger,
        "Agreement beyond one in the number of categories.",
        "Bennett, Alpert and Goldstein 1954, pp. 303-308; Brennan and Prediger 1981, pp. 687-699",
        NOMINAL,
        options=("categories",),
    ),
    Entry(
        "gwet_ac1",
        "Gwet's AC1",
        chance.gwet_ac1,
        "Agreement beyond chance where chance is small when one category prevails.",
        "Gwet 2008, pp. 29-48",
        NOMINAL,
        options=("categories",),
    ),
    Entry(
        "gwet_ac2",
        "Gwet's AC2",
        gwet_ac2,
        "AC1 in which near misses count in part (quadratic weights unless others are given).",
        "Gwet 2014, ch. 3 and 4",
        SCALES,
        options=("weights", "order"),
    ),
    Entry(
        "lotus_standardized",
        "Standardised Lotus",
        lotus_standardized,
        "Lotus beyond one in the number of categories.",
        "Fretwurst 2015, pp. 176-203",
        NOMINAL,
        options=("categories",),
    ),
)

_ALPHAS = (
    Entry(
        "krippendorff_alpha",
        "Krippendorff's alpha",
        krippendorff_alpha,
        "One less observed over expected disagreement, by the distances of the level.",
        "Krippendorff 2011, pp. 1-8",
        ANY,
        options=("level", "order"),
    ),
    Entry(
        "alpha_circular",
        "Krippendorff's alpha, circular",
        distances.alpha_circular,
        "Alpha for values on a circle, such as months or hours.",
        "Krippendorff 2004, ch. 11",
        ("circular",),
        options=("period",),
    ),
    Entry(
        "alpha_bipolar",
        "Krippendorff's alpha, bipolar",
        distances.alpha_bipolar,
        "Alpha for a scale between two poles, on which steps near a pole weigh more.",
        "Krippendorff 2004, ch. 11",
        ("bipolar",),
        options=("ends",),
    ),
    Entry(
        "alpha_tree",
        "Alpha along the tree",
        alpha_tree,
        "Alpha over codes of a tree; the distance is the share of the paths not in common.",
        "Wu and Palmer 1994, pp. 133-138; Krippendorff 2011, pp. 1-8",
        ("tree",),
        options=("paths",),
    ),
)

_OF_SETS = (
    Entry(
        "alpha_jaccard",
        "Alpha, Jaccard",
        sets.alpha_jaccard,
        "Alpha over sets; the distance is the share of codes not in common.",
        "Jaccard 1912, pp. 37-50; Artstein and Poesio 2008, pp. 555-596",
        SETS,
    ),
    Entry(
        "alpha_masi",
        "Alpha, MASI",
        sets.alpha_masi,
        "Alpha over sets; Jaccard's similarity counts 2/3 where one set holds the other, 1/3 "
        "where they only overlap.",
        "Passonneau 2006, pp. 831-836",
        SETS,
    ),
    Entry(
        "alpha_dice",
        "Alpha, Dice",
        sets.alpha_dice,
        "Alpha over sets; the similarity is twice the common codes over the sizes of both sets.",
        "Dice 1945, pp. 297-302",
        SETS,
    ),
    Entry(
        "alpha_passonneau_2004",
        "Alpha, Passonneau 2004",
        sets.alpha_passonneau_2004,
        "Alpha over sets; the distance is 0 equal, 1/3 nested, 2/3 overlapping, 1 disjoint.",
        "Passonneau 2004, pp. 1503-1506",
        SETS,
    ),
    Entry(
        "alpha_multivalued",
        "Multi-valued alpha",
        alpha_multivalued,
        "Alpha over sets; chance redraws the codes of sets of the sizes that were used.",
        "Krippendorff and Craggs 2016, pp. 181-198",
        SETS,
    ),
)

_OF_NUMBERS = (
    Entry(
        "lin_ccc",
        "Lin's concordance",
        lin_ccc,
        "Correlation of two coders' numbers, lowered where they do not lie on the line of equals.",
        "Lin 1989, pp. 255-268",
        NUMBERS,
        two_coders_only=True,
    ),
    Entry(
        "icc_1_1",
        "ICC(1,1)",
        icc.icc_1_1,
        "The share of spread between units, each coded by coders of its own; one coder.",
        "Shrout and Fleiss 1979, pp. 420-428; McGraw and Wong 1996",
        NUMBERS,
    ),
    Entry(
        "icc_A_1",
        "ICC(A,1)",
        icc.icc_A_1,
        "The share of spread between units; coders must agree absolutely; one coder.",
        "Shrout and Fleiss 1979, pp. 420-428; McGraw and Wong 1996, table 4",
        NUMBERS,
    ),
    Entry(
        "icc_C_1",
        "ICC(C,1)",
        icc.icc_C_1,
        "The share of spread between units; coders must be consistent; one coder.",
        "Shrout and Fleiss 1979, pp. 420-428; McGraw and Wong 1996, table 4",
        NUMBERS,
    ),
    Entry(
        "icc_1_k",
        "ICC(1,k)",
        icc.icc_1_k,
        "ICC(1,1) of the mean of all coders.",
        "Shrout and Fleiss 1979, pp. 420-428; McGraw and Wong 1996",
        NUMBERS,
    ),
    Entry(
        "icc_A_k",
        "ICC(A,k)",
        icc.icc_A_k,
        "ICC(A,1) of the mean of all coders.",
        "Shrout and Fleiss 1979, pp. 420-428; McGraw and Wong 1996, table 4",
        NUMBERS,
    ),
    Entry(
        "icc_C_k",
        "ICC(C,k)",
        icc.icc_C_k,
        "ICC(C,1) of the mean of all coders.",
        "Shrout and Fleiss 1979, pp. 420-428; McGraw and Wong 1996, table 4",
        NUMBERS,
    ),
)

COEFFICIENTS: dict[str, Entry] = {
    entry.name: entry
    for entry in (*_SHARES, *_ALPHAS, *_KAPPAS, *_FIXED_CHANCE, *_OF_SETS, *_OF_NUMBERS)
}
"""All coefficients by name."""
