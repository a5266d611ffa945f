"""DDI-Codebook 2.5, the description that social science archives ask for, and the tables it is of.

counted     tables with how often each value occurs
study       the study and its files
variables   columns as variables with categories and missing values
codebook    the document
"""

from annotator.exporters.ddi.codebook import write

__all__ = ["write"]
