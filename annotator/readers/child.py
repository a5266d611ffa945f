"""A child: a process that reads article files for the program and can die of them in its stead.

It takes batches of paths on standard input and answers on standard output, one answer a file, until
its input ends. `main` is called by `child_process`.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import IO, Any

from annotator.readers.child_limits import Limits, limit_process, start_clock, stop_clock

_NAME_PARTS = 2
_OBJECTS_BETWEEN_SEARCHES = 100_000
_YOUNG = 1
"""The generation of objects that one file leaves behind: they go before the next comes."""


def main() -> None:
    """Read what is asked for, until the program goes away."""
    asked, answers = _take_over(0), _take_over(1)
    from annotator.readers import child_wire as wire

    messages = map(wire.message_in, wire.Frames(asked))
    setup = next(messages, None)
    if setup is None:
        return
    limits = Limits(setup["seconds"], setup["megabytes"])
    options = wire.to_options(setup["options"])
    _search_for_cycles_less_often()
    limit_process(limits)
    stream = os.fdopen(answers, "wb")
    sys.excepthook = _telling(stream)
    batches: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_listen, args=(messages, batches), daemon=True).start()
    while True:
        for path, size in batches.get()["files"]:
            start_clock(limits.seconds_for(size))
            answer = _read(Path(path), options)
            stop_clock()
            wire.send(stream, answer)
            gc.collect(_YOUNG)


def _search_for_cycles_less_often() -> None:
    """Readers make many objects and few cycles; by default looking for some takes a third.

    They are looked for after each file instead, when next to nothing is left to look through.
    Until now, while modules were loaded, none were.
    """
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_SEARCHES)
    gc.enable()


def _take_over(descriptor: int) -> int:
    """The descriptor, out of reach of libraries: what they print or read goes nowhere."""
    ours = os.dup(descriptor)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
    return ours


def _listen(messages: Iterator[Any], batches: SimpleQueue[Any]) -> None:
    """Take batches in; once the program is gone, however it went, this process goes, too."""
    for batch in messages:
        batches.put(batch)
    os._exit(0)


def _read(path: Path, options: Any) -> dict[str, Any]:
    from annotator.errors import AnnotatorError, ReaderError
    from annotator.readers import child_wire as wire
    from annotator.readers import read_file

    try:
        return {"read": wire.from_reading(read_file(path, options))}
    except ReaderError as error:
        refusal = wire.Refusal(str(error), error.problems, error.hint)
        return {"refused": wire.from_refusal(refusal)}
    except AnnotatorError as error:  # an option that cannot be meant
        return {"misused": wire.from_refusal(wire.Refusal(str(error), (), error.hint))}


def _telling(answers: IO[bytes]) -> Any:
    """An exception hook: whatever ends this process is told in a word, without the file's text."""

    def tell(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
        from annotator.readers.child_wire import send

        stop_clock()
        place = _place(trace)
        _free(trace)
        send(answers, {"failed": [kind.__name__, place]})
        os._exit(1)  # a regular end would wait for the thread that listens

    return tell


def _free(trace: TracebackType | None) -> None:
    """Let go of what the failed calls held: where memory was what failed, the answer needs some."""
    while trace is not None:
        trace.tb_frame.clear()
        trace = trace.tb_next


def _place(trace: TracebackType | None) -> str:
    """Where the exception arose: "pypdf/filters.py:120"."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    parts = Path(trace.tb_frame.f_code.co_filename).parts[-_NAME_PARTS:]
    return f"{'/'.join(parts)}:{trace.tb_lineno}"
