"""Pieces of a text that a page or a line parted, as one: `pagination` joins pages by it, the PDF reader joins lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ENDS_IN_HYPHEN = re.compile(r"[^\W_][-\u2010\u2011]$")
_STARTS_WITH_AND = re.compile(r"(?:and|or)(?![\w-])", re.IGNORECASE)


def join(pieces: Sequence[str]) -> str:
    """Pieces of a cell as one text: a space between, none behind a hyphen ending a word unless "and" or "or" follows.

    >>> join(["In-", "depth knowledge"]), join(["short-", "and long-term"]), join(["A -", "B"])
    ('In-depth knowledge', 'short- and long-term', 'A - B')
    """
    joined: list[str] = []
    tail = ""
    for piece in pieces:
        if not piece:
            continue
        if tail.endswith("\u00ad"):
            joined[-1] = joined[-1][:-1]
        elif joined and not (_ENDS_IN_HYPHEN.search(tail) and not _STARTS_WITH_AND.match(piece)):
            joined.append(" ")
        joined.append(piece)
        # Two characters tell a hyphen that ends a word; to look at more would cost the square of a long cell.
        tail = (tail[-1:] + " " + piece if joined[-2:-1] == [" "] else tail + piece)[-2:]
    return "".join(joined)
