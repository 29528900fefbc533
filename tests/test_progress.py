"""Progress on a terminal: what is read, how many, how fast, how long; nothing where nobody looks."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable

import pytest

from careerpaths.cli.progress import in_words, on_terminal

SHOWN = re.compile(r"\r\x1b\[K([^\r]*)")


class Terminal(io.StringIO):
    """A standard error that says it is a terminal."""

    def isatty(self) -> bool:
        """It does."""
        return True


def on_one(monkeypatch: pytest.MonkeyPatch) -> tuple[Terminal, Callable[[int, int, str], None]]:
    """Standard error on a terminal, and what shows progress there."""
    made = Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    tell = on_terminal()
    assert tell
    return made, tell


def test_where_there_is_no_terminal_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log holds no progress."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert on_terminal() is None


def test_a_line_says_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many of how many, the rate, the time left and the end of the name."""
    terminal, tell = on_one(monkeypatch)
    tell(1, 1200, "x" * 50 + "/imaging.pdf")
    (line,) = SHOWN.findall(terminal.getvalue())
    assert "1 of 1,200" in line
    assert line.endswith("/imaging.pdf")
    assert "x" * 40 not in line


def test_the_line_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer stands alone on the terminal."""
    terminal, tell = on_one(monkeypatch)
    for done in range(1, 101):
        tell(done, 100, f"{done}.txt")
    lines = SHOWN.findall(terminal.getvalue())
    assert (lines[0] != "", lines[-1]) == (True, "")


def test_lines_come_a_few_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand documents in no time do not flood a terminal."""
    terminal, tell = on_one(monkeypatch)
    for done in range(1, 1001):
        tell(done, 1001, f"{done}.txt")
    assert 1 <= len(SHOWN.findall(terminal.getvalue())) < 500


def test_what_was_done_before_counts_for_no_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents from the cache came in no time: the rate is of those that are read."""
    terminal, tell = on_one(monkeypatch)
    tell(901, 1000, "a.txt")
    (line,) = SHOWN.findall(terminal.getvalue())
    assert "901 of 1,000" in line


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (59.4, "59 s"), (59.6, "1 min 0 s"), (150, "2 min 30 s"), (7300, "121 min 40 s")]
)
def test_a_time_is_said_in_words(seconds: float, words: str) -> None:
    """In seconds, from a minute on in minutes."""
    assert in_words(seconds) == words
