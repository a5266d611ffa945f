"""Textual's terminal driver, made to survive what terminals do.

Three faults of Textual 8.2 are mended here and nowhere else:
- Bytes that are no UTF-8 (a paste, another keyboard encoding) end the program
  (Textualize/textual#6456): the input thread decodes strictly. They become U+FFFD, which is no key.
- A terminal that is gone (closed window, dropped ssh) makes the input thread spin at 100 % where
  SIGHUP is ignored, since `read` returns no bytes for ever: the app is asked to leave.
- The output thread dies of the first failed write, and then whoever writes waits for it for ever:
  what cannot be written is dropped.
"""

from __future__ import annotations

import os
import selectors
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable
from typing import IO, Any

from textual.drivers.linux_driver import LinuxDriver

from annotator.tui.encoding import keep_width

_SECONDS_BETWEEN_LOOKS = 0.1
_MOST_BYTES = 4096


class _LastingFile:
    """A terminal to write to, until it is gone; then writing does nothing."""

    def __init__(self, file: IO[str] | None, gone: Callable[[], None]) -> None:
        self._file = file
        self._gone = gone
        self._is_gone = False

    def write(self, text: str) -> None:
        """Write, or drop the text where there is no terminal any more."""
        self._try(lambda file: file.write(text))

    def flush(self) -> None:
        """Send what was written."""
        self._try(lambda file: file.flush())

    def fileno(self) -> int:
        """The number of the file."""
        return self._file.fileno() if self._file else -1

    def _try(self, action: Callable[[IO[str]], object]) -> None:
        if self._is_gone or self._file is None:
            return
        try:
            action(self._file)
        except OSError:
            self._is_gone = True
            self._gone()


class LastingDriver(LinuxDriver):
    """Reads any bytes, and leaves when the terminal is gone."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        keep_width(sys.__stderr__)
        self._file = _LastingFile(sys.__stderr__, self._terminal_gone)  # type: ignore[assignment]

    def run_input_thread(self) -> None:
        """Read keys until the app leaves or the terminal is gone."""
        from textual._xterm_parser import XTermParser

        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_SECONDS_BETWEEN_LOOKS):
                    data = self._read()
                    if not data:
                        self._terminal_gone()
                        return
                    for event in parser.feed(decode(data)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _MOST_BYTES)
        except OSError:
            return b""

    def _terminal_gone(self) -> None:
        self._app.call_later(self._app.exit)
