"""Importers of whole projects of other programs."""
