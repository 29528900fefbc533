"""What every reader does with the characters of a cell: white space, line breaks, what is not seen.

A text is cleaned once, where it is read, so that the same cell reads equal in every format.
"""

from __future__ import annotations

import re

from careerpaths.mentions import listed

VISIBLE = "\ufffd"
"""Stands for a character that is not seen."""
INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]",
)
"""Control characters, marks that are not seen but turn the direction of text or part words, halves of characters."""
BREAK = re.compile(r"\r\n|[\r\n\x0b\x85\u2028\u2029]")
"""What is a line break inside a cell."""
LONGEST_CELL = 100_000
"""Characters of one cell that are read; a cell of Excel holds 32,767."""
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")


class Headline(str):
    """A raw text that has the style of a heading."""

    __slots__ = ()


def cell_text(text: str) -> str:
    r"""A cell as every reader gives it: clean, and what is not seen shown as VISIBLE.

    White space around it goes, runs of it inside a line are one space, each kind of line break is a line feed.

    >>> cell_text(" a \u00a0 b\r\nc\u200b ")
    'a b\nc\ufffd'
    """
    if _PLAIN.fullmatch(text):
        return text
    shown = INVISIBLE.sub(VISIBLE, text)
    return "\n".join([" ".join(line.split()) for line in BREAK.split(shown)]).strip()


def too_long_message(count: int) -> str:
    """What a problem says of a cell of so many characters, more than LONGEST_CELL."""
    return f"{count:,} characters in one cell, only the first {LONGEST_CELL:,} were read; split it"


def invisible_message(text: str) -> str | None:
    r"""What a note says of the characters of a text that are not seen; None where there are none.

    >>> invisible_message("a\u200bb")
    'invisible character U+200B shown as \ufffd; remove it in the document'
    """
    if text.isascii() and text.isprintable():
        return None
    found = list(dict.fromkeys(INVISIBLE.findall(text)))
    if not found:
        return None
    told = listed([f"U+{ord(character):04X}" for character in found], ", ")
    what = f"character {told}" if len(found) == 1 else f"characters {told}"
    return f"invisible {what} shown as {VISIBLE}; remove {'it' if len(found) == 1 else 'them'} in the document"
