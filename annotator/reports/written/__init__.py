"""The reliability report of a study as a document, one file for each part of it."""
