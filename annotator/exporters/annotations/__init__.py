"""What formats of annotation tools share.

answered   what a coder said on a unit, and in each statement of it
names      names of files and of types, made from names that may hold anything
controls   the labelling interface of Label Studio      results   answers in its form
bratfiles  lines and configuration of brat
"""
