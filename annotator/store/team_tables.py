"""What version 2 of the schema adds: coders, rounds, assignments, decisions, and what was seen."""

from __future__ import annotations

STATE = """
CREATE TABLE coder (
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL,                -- person, lead, machine, crowd, gold
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE round (
  name TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,             -- training, pilot, reliability, main, drift
  counts INTEGER NOT NULL,           -- 0: its units never enter the figures of agreement
  masked TEXT NOT NULL,              -- JSON: fields of an article that coders do not see
  gold TEXT NOT NULL,                -- the coder whose codings are shown as feedback; '' for none
  place TEXT NOT NULL                -- when it was first made, in the order of the log
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
  coder TEXT NOT NULL,
  round TEXT NOT NULL,
  position INTEGER NOT NULL,         -- from 1, in the order in which the coder gets them
  article TEXT NOT NULL,
  paragraph INTEGER NOT NULL,        -- from 1; 0 is the article as a whole; -1 is all of it
  shared INTEGER NOT NULL,           -- 1: others code it, too; no coder is shown this
  PRIMARY KEY (coder, round, article, paragraph)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX assignment_order ON assignment (coder, round, position);

CREATE TABLE decision (
  round TEXT NOT NULL,
  article TEXT NOT NULL,
  paragraph INTEGER NOT NULL,
  statement TEXT NOT NULL,           -- id of the decided statement; '' for the unit's variables
  variable TEXT NOT NULL,            -- 'statement' with no statement: that there is none
  value TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,              -- slip, unclear_text, codebook_gap, real_difference, agreed
  note TEXT NOT NULL,
  rule TEXT NOT NULL,                -- what the next version of the codebook should say
  coder TEXT NOT NULL,               -- who decided
  at INTEGER NOT NULL,
  codebook TEXT NOT NULL,
  PRIMARY KEY (round, article, paragraph, statement, variable)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (                  -- from here on a coder knew others' codings of the unit
  coder TEXT NOT NULL,
  round TEXT NOT NULL,
  article TEXT NOT NULL,
  paragraph INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  event TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (coder, round, article, paragraph)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_team ON event (kind, n)
  WHERE kind IN ('assigned', 'coder_set', 'decision', 'merged', 'round_set', 'seen');
"""
"""Derived from the log, as all of the state."""

TRUTH = """
CREATE TABLE omitted (               -- events that a package leaves out: only what the chain needs
  replica TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (replica, seq)
) STRICT, WITHOUT ROWID;
"""

VIEWS = """
CREATE VIEW coders AS SELECT name AS coder, role, note FROM coder;

CREATE VIEW rounds AS SELECT name AS round, purpose, counts, masked FROM round;

CREATE VIEW assignments AS
SELECT assignment.coder, assignment.round, assignment.position, assignment.article, article.name,
       assignment.paragraph, assignment.shared
FROM assignment JOIN article ON article.id = assignment.article;

CREATE VIEW decisions AS
SELECT decision.round, decision.article, article.name, decision.paragraph, decision.statement,
       decision.variable, decision.value, decision.state, decision.reason, decision.note,
       decision.rule, decision.coder, codebook.version AS codebook,
       strftime('%Y-%m-%dT%H:%M:%SZ', decision.at / 1000, 'unixepoch') AS time
FROM decision JOIN article ON article.id = decision.article
LEFT JOIN codebook ON codebook.hash = decision.codebook;
"""

REPLACED = ("decisions",)
"""Views of version 1 that these take the place of."""
