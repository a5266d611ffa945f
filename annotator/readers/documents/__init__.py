"""Formats of documents that people write or save: Word, RTF, PDF, OpenDocument, EPUB, web pages."""
