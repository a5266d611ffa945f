"""Codings made elsewhere: one module for each kind of file, registered by name.

A kind of file has a function that takes bytes, codebook, article headers and options, and returns
`annotator.importers.parsed.Parsed`: units of work, and everything that is wrong with the file.
Nothing here knows the study; what is new to it is found by `compare`.
"""
