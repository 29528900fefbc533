"""Progress on a terminal: what is read, how many, how fast, how long; nothing where nobody looks."""

from __future__ import annotations

import io
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from careerpaths.cli.progress import Tell, in_words, on_terminal

SHOWN = re.compile(r"\r\x1b\[K([^\r]*)")


class Terminal(io.StringIO):
    """A standard error that says it is a terminal."""

    def isatty(self) -> bool:
        """It does."""
        return True


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


@contextmanager
def on_one(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Terminal, Tell]]:
    """Standard error on a terminal, and what shows progress there."""
    made = Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    with on_terminal() as tell:
        assert tell
        yield made, tell


def until(terminal: Terminal, text: str) -> None:
    """Wait until a text is shown."""
    end = time.monotonic() + 20
    while text not in terminal.getvalue():
        assert time.monotonic() < end, terminal.getvalue()
        time.sleep(0.02)


def test_where_there_is_no_terminal_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log holds no progress."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with on_terminal() as tell:
        assert tell is None


def test_the_first_document_is_named_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is done there is no rate; of a long name the end is shown."""
    with on_one(monkeypatch) as (terminal, tell):
        tell(901, 1200, "x" * 50 + "/imaging.pdf")
        until(terminal, "/imaging.pdf")
    line = SHOWN.findall(terminal.getvalue())[0]
    assert line.startswith("reading, 901 of 1,200 done: ...xxx")
    assert "x" * 40 not in line


def test_a_slow_document_is_shown_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line follows though nothing more is told, with the rate and the time left of what was read."""
    with on_one(monkeypatch) as (terminal, tell):
        tell(901, 1000, "a.txt")
        tell(911, 1000, "slow.pdf")
        until(terminal, "slow.pdf")
        lines = len(SHOWN.findall(terminal.getvalue()))
        time.sleep(0.5)
        assert len(SHOWN.findall(terminal.getvalue())) > lines
    assert re.search(r"reading, 911 of 1,000 done, [\d.]+/s, [\d minsec]+ left: slow\.pdf", terminal.getvalue())


def test_the_line_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer stands alone on the terminal, and nothing draws any more; so it is where reading fails."""

    def interrupted() -> None:
        with on_one(monkeypatch) as (terminal, tell):
            tell(1, 100, "a.txt")
            until(terminal, "a.txt")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert isinstance(sys.stderr, Terminal)
    assert SHOWN.findall(sys.stderr.getvalue())[-1] == ""
    assert not [one for one in threading.enumerate() if one.name.endswith("(_draw)")]


def test_what_takes_no_time_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand documents in no time do not flood a terminal."""
    with on_one(monkeypatch) as (terminal, tell):
        for done in range(1001):
            tell(done, 1001, f"{done}.txt")
    assert len(SHOWN.findall(terminal.getvalue())) < 20


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_without_escapes(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """Lines are drawn over each other, and blanks take the last one away."""
    monkeypatch.setenv(name, value)
    with on_one(monkeypatch) as (terminal, tell):
        tell(0, 2, "a-long-name.txt")
        until(terminal, "a-long-name.txt")
        tell(1, 2, "b.txt")
        until(terminal, "b.txt")
    shown = terminal.getvalue()
    assert "\x1b" not in shown
    *_, last, after, end = shown.split("\r")
    assert (last.rstrip().endswith("b.txt"), after.strip(), len(after), end) == (True, "", len(last.rstrip()), "")


def test_a_line_is_no_longer_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line over two rows could not be taken away."""
    monkeypatch.setenv("COLUMNS", "20")
    with on_one(monkeypatch) as (terminal, tell):
        tell(0, 2, "a-long-name.txt")
        until(terminal, "reading")
    assert max(map(len, SHOWN.findall(terminal.getvalue()))) == 19


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (59.4, "59 s"), (59.6, "1 min 0 s"), (150, "2 min 30 s"), (7300, "121 min 40 s")]
)
def test_a_time_is_said_in_words(seconds: float, words: str) -> None:
    """In seconds, from a minute on in minutes."""
    assert in_words(seconds) == words
