"""Agreement on spans of text: unitizing alphas, and shares of spans that coders have in common.

docs/statistics.md gives the definitions.
"""

from annotator.agreement.spans.alpha_1995 import alpha_U as alpha_U
from annotator.agreement.spans.alpha_1995 import alpha_U_by_label as alpha_U_by_label
from annotator.agreement.spans.alpha_2016 import bar_u_alpha as bar_u_alpha
from annotator.agreement.spans.alpha_2016 import cu_alpha as cu_alpha
from annotator.agreement.spans.alpha_2016 import cu_coverage as cu_coverage
from annotator.agreement.spans.alpha_2016 import ku_alpha as ku_alpha
from annotator.agreement.spans.alpha_2016 import ku_coverage as ku_coverage
from annotator.agreement.spans.alpha_2016 import u_alpha as u_alpha
from annotator.agreement.spans.data import Span as Span
from annotator.agreement.spans.data import SpanData as SpanData
from annotator.agreement.spans.f1 import SpanMatches as SpanMatches
from annotator.agreement.spans.f1 import exact_matches as exact_matches
from annotator.agreement.spans.f1 import overlapping_matches as overlapping_matches
from annotator.agreement.spans.f1 import span_f1_exact as span_f1_exact
from annotator.agreement.spans.f1 import span_f1_overlap as span_f1_overlap
from annotator.agreement.spans.table import SpanTable as SpanTable
from annotator.agreement.spans.table import span_table as span_table
