"""Inter-coder agreement: numpy in, a `Coefficient` (a value, or a reason why there is none) out.

Every function takes a table of coders (rows) by units (columns) with None, NaN or "" for missing,
or `ReliabilityData` made from one. It imports nothing else of annotator. docs/statistics.md gives
the definitions.
"""

from annotator.agreement.alpha import krippendorff_alpha as krippendorff_alpha
from annotator.agreement.categories import alpha_by_category as alpha_by_category
from annotator.agreement.categories import by_category as by_category
from annotator.agreement.ccc import lin_ccc as lin_ccc
from annotator.agreement.chance import brennan_prediger as brennan_prediger
from annotator.agreement.chance import conger_kappa as conger_kappa
from annotator.agreement.chance import fleiss_kappa as fleiss_kappa
from annotator.agreement.chance import gwet_ac1 as gwet_ac1
from annotator.agreement.chance import scott_pi as scott_pi
from annotator.agreement.coders import between_coders as between_coders
from annotator.agreement.coders import without_each_coder as without_each_coder
from annotator.agreement.coefficient import Coefficient as Coefficient
from annotator.agreement.coincidence import CoincidenceMatrix as CoincidenceMatrix
from annotator.agreement.coincidence import coincidence_matrix as coincidence_matrix
from annotator.agreement.data import ReliabilityData as ReliabilityData
from annotator.agreement.disagreement import DISTANCES as DISTANCES
from annotator.agreement.disagreement import Confusion as Confusion
from annotator.agreement.disagreement import Disagreement as Disagreement
from annotator.agreement.disagreement import confusions as confusions
from annotator.agreement.disagreement import disagreement as disagreement
from annotator.agreement.disagreement import unit_shares as unit_shares
from annotator.agreement.distances import alpha_bipolar as alpha_bipolar
from annotator.agreement.distances import alpha_circular as alpha_circular
from annotator.agreement.distances import alpha_given as alpha_given
from annotator.agreement.gold import AgainstGold as AgainstGold
from annotator.agreement.gold import CodeAgainstGold as CodeAgainstGold
from annotator.agreement.gold import against_gold as against_gold
from annotator.agreement.gwet_ac2 import gwet_ac2 as gwet_ac2
from annotator.agreement.icc import icc_1_1 as icc_1_1
from annotator.agreement.icc import icc_1_k as icc_1_k
from annotator.agreement.icc import icc_A_1 as icc_A_1
from annotator.agreement.icc import icc_A_k as icc_A_k
from annotator.agreement.icc import icc_C_1 as icc_C_1
from annotator.agreement.icc import icc_C_k as icc_C_k
from annotator.agreement.kappa import cohen_kappa as cohen_kappa
from annotator.agreement.kappa_max import kappa_max as kappa_max
from annotator.agreement.lotus import lotus as lotus
from annotator.agreement.lotus import lotus_standardized as lotus_standardized
from annotator.agreement.metrics import LEVELS as LEVELS
from annotator.agreement.multivalued import alpha_multivalued as alpha_multivalued
from annotator.agreement.pairs_of_coders import holsti as holsti
from annotator.agreement.pairs_of_coders import light_kappa as light_kappa
from annotator.agreement.percent import percent_agreement as percent_agreement
from annotator.agreement.percent import percent_agreement_pooled as percent_agreement_pooled
from annotator.agreement.percent import percent_all_agree as percent_all_agree
from annotator.agreement.registry import COEFFICIENTS as COEFFICIENTS
from annotator.agreement.sets import alpha_dice as alpha_dice
from annotator.agreement.sets import alpha_jaccard as alpha_jaccard
from annotator.agreement.sets import alpha_masi as alpha_masi
from annotator.agreement.sets import alpha_passonneau_2004 as alpha_passonneau_2004
from annotator.agreement.skew import Skew as Skew
from annotator.agreement.skew import bias_index as bias_index
from annotator.agreement.skew import prevalence_index as prevalence_index
from annotator.agreement.skew import skew as skew
from annotator.agreement.spans import SpanData as SpanData
from annotator.agreement.spans import alpha_U as alpha_U
from annotator.agreement.spans import bar_u_alpha as bar_u_alpha
from annotator.agreement.spans import cu_alpha as cu_alpha
from annotator.agreement.spans import ku_alpha as ku_alpha
from annotator.agreement.spans import span_f1_exact as span_f1_exact
from annotator.agreement.spans import span_f1_overlap as span_f1_overlap
from annotator.agreement.spans import span_table as span_table
from annotator.agreement.spans import u_alpha as u_alpha
from annotator.agreement.weighted import cohen_kappa_linear as cohen_kappa_linear
from annotator.agreement.weighted import cohen_kappa_quadratic as cohen_kappa_quadratic
from annotator.agreement.weighted import weighted_kappa as weighted_kappa
