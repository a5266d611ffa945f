"""Intervals about agreement coefficients: how sure a figure is, and how they were made.

A coefficient is first brought into a form that can be resampled: `form_of` by its name,
`alpha_form_with` or `alpha_form_given` for alpha with another distance, `recomputed` for anything
else. Then `unit_bootstrap`, `jackknife` and `analytic` give replicates or a standard error, each
with an `interval` and a `share_below`. `pair_bootstrap` is Krippendorff's, for comparison.
"""

from annotator.agreement.intervals.analytic import ANALYTIC as ANALYTIC
from annotator.agreement.intervals.analytic import analytic as analytic
from annotator.agreement.intervals.bootstrap import REPLICATES as REPLICATES
from annotator.agreement.intervals.bootstrap import Replicates as Replicates
from annotator.agreement.intervals.bootstrap import unit_bootstrap as unit_bootstrap
from annotator.agreement.intervals.forms import UnitForm as UnitForm
from annotator.agreement.intervals.forms import recomputed as recomputed
from annotator.agreement.intervals.interval import FEWEST_DRAWN as FEWEST_DRAWN
from annotator.agreement.intervals.interval import Interval as Interval
from annotator.agreement.intervals.jackknife import jackknife as jackknife
from annotator.agreement.intervals.named import NAMES as NAMES
from annotator.agreement.intervals.named import form_of as form_of
from annotator.agreement.intervals.of_alpha import alpha_form_given as alpha_form_given
from annotator.agreement.intervals.of_alpha import alpha_form_with as alpha_form_with
from annotator.agreement.intervals.pair_bootstrap import REMARK as REMARK
from annotator.agreement.intervals.pair_bootstrap import pair_bootstrap as pair_bootstrap
from annotator.agreement.intervals.standard_error import StandardError as StandardError
