"""Tables, triggers and public views, and whether a file holds these and nothing that acts.

`event` and `content` are the truth and cannot be changed; every other table is derived from them
by `annotator.store.state` and can be dropped and made again. `local` belongs to this copy of the
file alone and is never merged.
"""

from __future__ import annotations

import sqlite3

from annotator.store import team_tables

_TRUTH = """
CREATE TABLE content (
  hash TEXT PRIMARY KEY,             -- sha256 of the body, 64 hexadecimal digits
  body TEXT NOT NULL                 -- an article's text, a codebook file
) STRICT;

CREATE TABLE event (
  n INTEGER PRIMARY KEY,             -- order of arrival in this file
  id TEXT NOT NULL UNIQUE,
  replica TEXT NOT NULL,             -- which copy of the study wrote it
  seq INTEGER NOT NULL,              -- its number in that copy, from 1
  lamport INTEGER NOT NULL,          -- order across copies
  at INTEGER NOT NULL,               -- wall time, milliseconds since 1970, for display only
  coder TEXT NOT NULL,
  round TEXT NOT NULL,
  batch TEXT NOT NULL,               -- id of the first event of the same user action
  kind TEXT NOT NULL,
  article TEXT NOT NULL,
  paragraph INTEGER NOT NULL,        -- from 1; 0 is the article as a whole
  statement TEXT NOT NULL,
  variable TEXT NOT NULL,
  body TEXT NOT NULL,                -- JSON
  codebook TEXT NOT NULL,            -- first 12 digits of the codebook's content hash
  hash BLOB NOT NULL,                -- sha256 over this event and the copy's previous hash
  UNIQUE (replica, seq)
) STRICT;
CREATE INDEX event_unit ON event (article, paragraph, coder);
CREATE INDEX event_coder ON event (coder);
CREATE INDEX event_article ON event (article) WHERE kind = 'article_added';
CREATE INDEX event_codebook ON event (n) WHERE kind = 'codebook_adopted';
CREATE INDEX event_import ON event (n) WHERE kind = 'imported';
CREATE INDEX event_undo ON event (n) WHERE kind IN ('restored', 'retracted');

CREATE TRIGGER event_is_append_only_1 BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_is_append_only_2 BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER content_is_append_only_1 BEFORE UPDATE ON content
  BEGIN SELECT RAISE(ABORT, 'content is append-only'); END;
CREATE TRIGGER content_is_append_only_2 BEFORE DELETE ON content
  BEGIN SELECT RAISE(ABORT, 'content is append-only'); END;
"""

_STATE = """
CREATE TABLE retraction (            -- an undo; void when a redo restored it
  event TEXT NOT NULL,
  id TEXT NOT NULL,
  coder TEXT NOT NULL,
  PRIMARY KEY (event, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE restoration (
  retraction TEXT NOT NULL,
  coder TEXT NOT NULL,
  PRIMARY KEY (retraction, coder)
) STRICT, WITHOUT ROWID;

CREATE TABLE codebook (
  hash TEXT PRIMARY KEY,             -- first 12 digits of its content hash
  content TEXT NOT NULL,             -- the whole content hash
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  name TEXT NOT NULL,
  in_force INTEGER NOT NULL          -- 1 for the one that new codings are made under
) STRICT;

CREATE TABLE article (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,         -- from 1, in the order of adding
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  source TEXT NOT NULL,
  date TEXT NOT NULL,
  url TEXT NOT NULL,
  text TEXT NOT NULL,                -- content hash
  sha256 TEXT NOT NULL,              -- of the original bytes
  encoding TEXT NOT NULL,
  metadata TEXT NOT NULL             -- JSON
) STRICT;
-- unique: rows come sorted from it
CREATE UNIQUE INDEX article_position ON article (position);
CREATE INDEX article_name ON article (name);

CREATE TABLE paragraph (
  article TEXT NOT NULL,
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,            -- code points, 0-based
  "end" INTEGER NOT NULL,            -- exclusive
  kind TEXT NOT NULL,                -- as corrected
  proposed TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX paragraph_kind ON paragraph (kind);

CREATE TABLE coding (
  article TEXT NOT NULL,
  paragraph INTEGER NOT NULL,
  coder TEXT NOT NULL,
  round TEXT NOT NULL,
  statement TEXT NOT NULL,
  variable TEXT NOT NULL,
  value TEXT NOT NULL,               -- code ids joined by |, a number, or a text
  state TEXT NOT NULL,               -- coded, not_applicable, cannot_tell
  at INTEGER NOT NULL,
  codebook TEXT NOT NULL,
  PRIMARY KEY (article, paragraph, coder, round, statement, variable)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  article TEXT NOT NULL,
  paragraph INTEGER NOT NULL,
  coder TEXT NOT NULL,
  round TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,           -- from 1 within its paragraph
  at INTEGER NOT NULL,
  memo TEXT NOT NULL,
  flagged INTEGER NOT NULL,
  PRIMARY KEY (article, paragraph, coder, round, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_coder ON statement (coder, round, flagged);

CREATE TABLE unit (
  article TEXT NOT NULL,
  paragraph INTEGER NOT NULL,
  coder TEXT NOT NULL,
  round TEXT NOT NULL,
  done INTEGER NOT NULL,
  flagged INTEGER NOT NULL,
  memo TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (article, paragraph, coder, round)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_done ON unit (coder, round, done, flagged);

CREATE TABLE local (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

_VIEWS = """
CREATE VIEW articles AS
SELECT id AS article, position, name, title, author, source, date, url, metadata,
       sha256, encoding, content.body AS text
FROM article JOIN content ON content.hash = article.text;

CREATE VIEW paragraphs AS
SELECT article.id AS article, article.name, paragraph.number AS paragraph, kind, proposed, reason,
       start, "end", substr(content.body, start + 1, "end" - start) AS text
FROM article JOIN paragraph ON paragraph.article = article.id
             JOIN content ON content.hash = article.text;

CREATE VIEW codings AS
SELECT coding.coder, coding.round, coding.article, article.name, coding.paragraph,
       statement.number AS statement, coding.variable, coding.value, coding.state,
       codebook.version AS codebook,
       strftime('%Y-%m-%dT%H:%M:%SZ', coding.at / 1000, 'unixepoch') AS time
FROM coding JOIN article ON article.id = coding.article
LEFT JOIN codebook ON codebook.hash = coding.codebook
LEFT JOIN statement ON statement.article = coding.article
  AND statement.paragraph = coding.paragraph AND statement.coder = coding.coder
  AND statement.round = coding.round AND statement.id = coding.statement;

CREATE VIEW statements AS
SELECT statement.coder, statement.round, statement.article, article.name, statement.paragraph,
       statement.number AS statement,
       (SELECT json_group_object(variable, iif(state = 'coded', value, state)) FROM coding
         WHERE coding.article = statement.article AND coding.paragraph = statement.paragraph
           AND coding.coder = statement.coder AND coding.round = statement.round
           AND coding.statement = statement.id) AS answers,
       statement.memo, statement.flagged,
       strftime('%Y-%m-%dT%H:%M:%SZ', statement.at / 1000, 'unixepoch') AS time
FROM statement JOIN article ON article.id = statement.article;

CREATE VIEW units AS
SELECT unit.coder, unit.round, unit.article, article.name, unit.paragraph, unit.done, unit.flagged,
       unit.memo, strftime('%Y-%m-%dT%H:%M:%SZ', unit.at / 1000, 'unixepoch') AS time
FROM unit JOIN article ON article.id = unit.article;

CREATE VIEW decisions AS
SELECT event.article, event.paragraph, event.statement, event.variable,
       json_extract(event.body, '$.value') AS value, json_extract(event.body, '$.state') AS state,
       json_extract(event.body, '$.reason') AS reason, event.coder,
       strftime('%Y-%m-%dT%H:%M:%SZ', event.at / 1000, 'unixepoch') AS time
FROM event WHERE event.kind = 'decision';
"""


def statements(version: int) -> tuple[str, ...]:
    """Every CREATE of that version of the schema, as SQLite keeps it."""
    first = _split(_TRUTH + _STATE + _VIEWS)
    if version == 1:
        return first
    kept = (sql for sql in first if not sql.startswith(_REPLACED_VIEWS))
    return (*kept, *added())


def added() -> tuple[str, ...]:
    """What version 2 adds to version 1."""
    return _split(team_tables.TRUTH + team_tables.STATE + team_tables.VIEWS)


_REPLACED_VIEWS = tuple(f"CREATE VIEW {name} " for name in team_tables.REPLACED)


def _split(script: str) -> tuple[str, ...]:
    # executescript() would commit the migration's transaction first
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if ";" in line and sqlite3.complete_statement(pending):
            found.append(pending[pending.index("CREATE") :].rstrip().removesuffix(";"))
            pending = ""
    return tuple(found)


def foreign(connection: sqlite3.Connection, version: int) -> str:
    """What in the schema of this file is not as we made it, in words; "" where all is.

    A trigger in a file from elsewhere would change what is saved, a view in place of a table would
    show what nobody coded. Plain tables that somebody added beside ours cannot act, and may stay;
    an index or trigger of ours that is gone lets nobody in.
    """
    ours = set(statements(version))
    unknown = []
    for kind, name, table, sql in connection.execute(_SCHEMA):
        if sql in ours:
            ours.remove(sql)
        else:
            unknown.append((kind, name, table, sql))
    # not the column `type`: SQLite goes by the text alone
    plain = {name for _, name, _, sql in unknown if sql[:12].upper() == "CREATE TABLE"}
    for kind, name, table, sql in unknown:
        if name not in plain and not (table in plain and "INDEX" in sql[:19].upper()):
            return f'holds the {kind} "{name}", which annotator did not make'
    lacking = sorted(sql.split()[2] for sql in ours if sql.startswith("CREATE TABLE"))
    return f"has no table {lacking[0]} as annotator makes it" if lacking else ""


_SCHEMA = "SELECT type, name, tbl_name, CAST(sql AS TEXT) FROM sqlite_master WHERE sql IS NOT NULL"
