"""What somebody began and has not stored yet: kept at once, so that nothing they did is lost."""

from __future__ import annotations

import json

from annotator.store import settings
from annotator.study.opened import Opened


class Unfinished(Opened):
    """A study in which work lies open. What is kept here stays in this copy and is never merged."""

    def unfinished(self, what: str) -> dict[str, str]:
        """What this coder began in this round and has not stored, by its name."""
        return settings.local_after(self._database, self._beginning(what))

    def keep_unfinished(self, what: str, name: str, content: str) -> None:
        """Keep what was begun under that name; "" forgets it, for it was stored or taken back."""
        key = self._beginning(what) + name
        with self.action():
            if content:
                settings.set_local(self._database, key, content)
            else:
                settings.drop_local(self._database, key)

    def _beginning(self, what: str) -> str:
        return f"unfinished {json.dumps([what, self.coder, self.round])} "
