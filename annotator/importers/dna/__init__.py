"""Databases of the Discourse Network Analyzer (.dna), versions 2 and 3.

    schema      what the versions call the same things      documents   texts with their metadata
    variables   types, variables and entities as a codebook project     all of it as a project

A statement of DNA is a statement of ours, in the paragraph where it begins.
"""

from annotator.importers.dna.project import read, recognises

__all__ = ["read", "recognises"]
