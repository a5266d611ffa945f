"""REFI-QDA 1.5, the exchange format of programs for qualitative analysis (https://qdasoftware.org).

guids     the ids it wants, made from names that stay: the same study gives the same file
colours   one colour for each group of codes
nodes     a codebook's entries <-> codes as the format nests them
code_xml  nodes <-> XML
names     what the format calls its parts
text      text that XML cannot hold
"""
