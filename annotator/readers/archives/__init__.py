"""Files that hold files: ZIP archives and web archives (WARC)."""
