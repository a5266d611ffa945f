"""Networks of statements: who shares which concepts with whom, and how far they agree on them.

Pure: ties in, weights out. The definitions are those of Discourse Network Analyzer, so that figures
can be compared: Leifeld, P. (2017): Discourse Network Analysis. In: The Oxford Handbook of
Political Networks; and its program, DNA 3 (`Exporter.java`).

    ties       what a statement says, and which repeated statements count once
    counts     how often each row says each column with each level of the qualifier
    twomode    rows by columns           onemode    rows by rows
    windows    slices of time
"""
