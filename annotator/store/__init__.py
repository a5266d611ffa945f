"""The only place that knows SQLite: the event log, the state derived from it, and the queries.

connection     open a file safely, transactions    new_file       a file that is there as a whole
schema         migrations; tables, team_tables     sqlite_errors  SQLite's complaints in our words
events         events as rows, their hashes        log            append events: the only writer
fold           events of a unit -> state (pure)    live           which events stand
state          keep the derived tables, rebuild them; by unit_state, article_state and team
articles, work, rows, assigned, before, settings   what screens, exports and reports read
walk           what a coder comes to next          timeline       when coders did what
plans          assignments that were carried out   sketches       to find articles that are alike
history        undo, redo and who did what         takeback       undo across coders
merge          merging, planned by merge_plan      package        one coder's part of a study
untrusted      files that others sent, by incoming; foreign: those of other programs
verify         is the file sound                   overview       what `status` shows, quickly
"""
