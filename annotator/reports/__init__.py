"""What is told about coded data. Pure: rows in, frozen dataclasses out; no database."""
