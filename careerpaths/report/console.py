"""The console that text goes to, and how it is drawn there."""

from __future__ import annotations

import os
from dataclasses import dataclass

from rich.console import Console

from careerpaths import wording

TITLE, FAINT, MARK, GOOD, WARN = "bold", "dim", "cyan", "green", "yellow"
UNLIMITED = 100
"""Columns where the output goes to no terminal and COLUMNS does not say."""
_WIDEST = 1000
"""Columns that are used at most: what is drawn over the whole width takes time for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How text is drawn.

    Attributes:
        details: whether each duty and kind of knowledge is shown.
        sources: whether each statement is followed by where it stands.
        ascii_only: whether the console cannot hold the drawing characters.
        width: columns.
        program: how the program is called again on the same data.
        contact: whom to ask about what is not stated.
    """

    sources: bool = False
    details: bool = False
    ascii_only: bool = False
    width: int = UNLIMITED
    program: str = "careerpaths"
    contact: str | None = None

    @property
    def hr(self) -> str:
        """Whom to ask."""
        return wording.whom_to_ask(self.contact)

    @property
    def rails(self) -> tuple[str, str, str, str]:
        """Start of a ladder, a rung, the last rung, and what joins them."""
        return ("o", "+-", "+-", "| ") if self.ascii_only else ("\u25cf", "\u251c\u2500", "\u2514\u2500", "\u2502 ")


def console_for(stream: object, *, width: int | None = None) -> Console:
    """A console that draws plain text where the stream is no terminal or NO_COLOR is set."""
    is_terminal = bool(getattr(stream, "isatty", bool)())
    is_plain = not is_terminal or bool(os.environ.get("NO_COLOR"))
    unstated = None if is_terminal else UNLIMITED
    return Console(
        file=stream,  # type: ignore[arg-type]
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        color_system=None if is_plain else "auto",
        force_terminal=False if is_plain else None,
        width=width or _stated_width() or unstated,
        # Of these the library would make numbers, however many digits there are.
        _environ={name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")},
    )


def _stated_width() -> int:
    """What COLUMNS says, up to the widest; 0 where it says nothing."""
    columns = os.environ.get("COLUMNS", "")
    # Of a number that nobody can mean a few digits do.
    return min(int(columns[:9]), _WIDEST) if columns.isdecimal() else 0


def can_draw(stream: object) -> bool:
    """Whether a stream's encoding holds the drawing characters."""
    try:
        "\u25cf\u251c\u2500\u2514\u2502".encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
