"""Tables for statistics packages, which know numbers with labels: SPSS and Stata.

A package is described by a `Dialect`; `dataset` makes labelled columns of a table for it.
"""
