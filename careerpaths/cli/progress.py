"""What is being read, on a terminal: how many of how many, how fast, how long it will take."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from careerpaths import wording

_EVERY = 0.2
"""Seconds between two lines."""
_MINUTE = 60


@dataclass(slots=True, eq=False)
class _State:
    began: float = field(default_factory=time.monotonic)
    shown: float = 0.0
    already: int | None = None
    """Documents that were done before the first was told: they came from the cache."""


def on_terminal() -> Callable[[int, int, str], None] | None:
    """A function that shows progress on standard error; None where that is no terminal."""
    if not sys.stderr.isatty():
        return None
    state = _State()
    return lambda done, total, name: _show(state, done, total, name)


def _show(state: _State, done: int, total: int, name: str) -> None:
    now = time.monotonic()
    if state.already is None:
        state.already = done - 1
    is_last = done == total
    if now - state.shown < _EVERY and not is_last:
        return
    state.shown = now
    text = "" if is_last else _line(state, done, total, name, now)
    # The line is drawn over the one before, and taken away at the end.
    sys.stderr.write(f"\r\x1b[K{text}")
    sys.stderr.flush()


def _line(state: _State, done: int, total: int, name: str, now: float) -> str:
    rate = max(done - (state.already or 0), 1) / max(now - state.began, 0.001)
    left = in_words((total - done) / rate)
    return wording.said(
        "reading_now", done=f"{done:,}", total=f"{total:,}", rate=f"{rate:.0f}", left=left, name=name[-40:]
    )


def in_words(seconds: float) -> str:
    """How long, in seconds or minutes.

    >>> in_words(12.3), in_words(150)
    ('12 s', '2 min 30 s')
    """
    whole = round(seconds)
    return f"{whole} s" if whole < _MINUTE else f"{whole // _MINUTE} min {whole % _MINUTE} s"
