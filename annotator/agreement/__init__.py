"""Inter-coder agreement: numpy in, a `Coefficient` (a value, or a reason why there is none) out.

Every function takes a table of coders (rows) by units (columns) with None, NaN or "" for missing,
or `ReliabilityData` made from one. It imports nothing else of annotator. docs/statistics.md gives
the definitions.
"""

from annotator.agreement.alpha import krippendorff_alpha as krippendorff_alpha
from annotator.agreement.coefficient import Coefficient as Coefficient
from annotator.agreement.data import ReliabilityData as ReliabilityData
from annotator.agreement.kappa import cohen_kappa as cohen_kappa
from annotator.agreement.metrics import LEVELS as LEVELS
from annotator.agreement.percent import percent_agreement as percent_agreement
from annotator.agreement.percent import percent_agreement_pooled as percent_agreement_pooled
from annotator.agreement.percent import percent_all_agree as percent_all_agree
from annotator.agreement.sets import alpha_jaccard as alpha_jaccard
from annotator.agreement.sets import alpha_masi as alpha_masi
