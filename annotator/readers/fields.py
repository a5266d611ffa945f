"""The names under which readers give metadata. Any other name is kept as the file has it."""

from __future__ import annotations

TITLE, AUTHOR, SOURCE, DATE, URL = "title", "author", "source", "date", "url"
"""Columns of an article; `date` is YYYY-MM-DD, or YYYY-MM or YYYY where the file says no more."""

SECTION, PAGE, EDITION, LANGUAGE = "section", "page", "edition", "language"
DATABASE_ID = "database_id"  # what the news database calls the article
WORDS = "words"  # as the file says, not as we count
COPYRIGHT, SUBJECT, TIME = "copyright", "subject", "time"

COLUMNS = (TITLE, AUTHOR, SOURCE, DATE, URL)
"""Fields that are columns of an article; the others are its named metadata."""

STANDARD = (
    *COLUMNS,
    SECTION,
    PAGE,
    EDITION,
    LANGUAGE,
    DATABASE_ID,
    WORDS,
    COPYRIGHT,
    SUBJECT,
    TIME,
)
"""Every name that has one meaning whatever the format."""

DATE_AS_WRITTEN = "date_as_written"
"""A date of which day and month are not certain; `date` is then empty."""

FORMAT, SEGMENTATION, LINES = "format", "segmentation", "lines"
"""What was done with the file: the reader's name, how the text was cut if not as it stands, and
whether hard-wrapped lines were joined."""
JOINED = "joined"
