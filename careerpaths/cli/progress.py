"""What is being read, on a terminal: which document, how many of how many, how fast, how long it will take."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from careerpaths import wording

_EVERY = 0.2
"""Seconds between two lines, and before the first: what takes no longer shows none."""
_MINUTE = 60
_FAST = 10
"""Documents a second from which no decimals are shown."""
_LONGEST_NAME = 40

Tell = Callable[[int, int, str], None]
"""Is told how many documents are done, of how many, and which one is being read."""


@dataclass(slots=True, eq=False)
class _State:
    done: int = 0
    total: int = 0
    name: str = ""
    already: int = 0
    """Documents that were done before the first was read: they came from the cache."""
    began: float = 0.0
    width: int = 0
    """Letters of the line that is shown."""
    is_plain: bool = False
    over: threading.Event = field(default_factory=threading.Event)
    drawing: threading.Thread | None = None


@contextmanager
def on_terminal() -> Iterator[Tell | None]:
    """A function that shows progress on standard error until the block ends; None where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    state = _State(is_plain=bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb")
    try:
        yield lambda done, total, name: _tell(state, done, total, name)
    finally:
        state.over.set()
        if state.drawing:
            state.drawing.join()
        if state.width:
            _write(state, "")


def _tell(state: _State, done: int, total: int, name: str) -> None:
    if total != state.total or done < state.done:
        # Another set of documents begins, such as the overlays.
        state.already, state.began = done, time.monotonic()
    state.done, state.total, state.name = done, total, name
    if state.drawing is None:
        # In a thread, since a slow document says nothing while it is read.
        state.drawing = threading.Thread(target=_draw, args=[state], daemon=True)
        state.drawing.start()


def _draw(state: _State) -> None:
    """Draw the line anew a few times a second, until all is over."""
    while not state.over.wait(_EVERY):
        # A terminal that has gone needs no line.
        with suppress(OSError, ValueError):
            _write(state, "" if state.done == state.total else line(state, time.monotonic()))


def line(state: _State, now: float) -> str:
    """What is shown at a moment."""
    done, total, name = f"{state.done:,}", f"{state.total:,}", _end_of(state.name)
    read = state.done - state.already
    if not read:
        return wording.said("reading_first", done=done, total=total, name=name)
    speed = read / max(now - state.began, 0.001)
    rate = f"{speed:.0f}" if speed >= _FAST else f"{speed:.1f}"
    left = in_words((state.total - state.done) / speed)
    return wording.said("reading_now", done=done, total=total, rate=rate, left=left, name=name)


def _end_of(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"...{name[3 - _LONGEST_NAME :]}"


def _write(state: _State, text: str) -> None:
    """Draw a line over the one before; without escapes blanks take that one away."""
    shown = text[: max(shutil.get_terminal_size().columns - 1, 1)]
    if state.is_plain:
        sys.stderr.write(f"\r{shown.ljust(state.width)}" + ("" if shown else "\r"))
    else:
        sys.stderr.write(f"\r\x1b[K{shown}")
    state.width = len(shown)
    sys.stderr.flush()


def in_words(seconds: float) -> str:
    """How long, in seconds or minutes.

    >>> in_words(12.3), in_words(150)
    ('12 s', '2 min 30 s')
    """
    whole = round(seconds)
    return f"{whole} s" if whole < _MINUTE else f"{whole // _MINUTE} min {whole % _MINUTE} s"
