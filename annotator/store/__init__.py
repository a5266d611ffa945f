"""The only place that knows SQLite: the event log, the state derived from it, and the queries.

connection  open a file safely, transactions       schema    tables, triggers, views, migrations
events      events as rows, their hashes           log       append events: the only writer
fold        events of a unit -> its state (pure)   state     keep the derived tables, rebuild them
articles, work, rows, settings                     what screens, exports and reports read
history     undo, redo and who did what            verify    is the file sound
overview    what `status` shows, without heavy imports
"""
