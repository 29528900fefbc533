"""Paragraphs wholly in bold: headings where a document sets them above what they head, and uses no style for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from careerpaths.model import Row

_LEAST = 2
"""Bold lines that make a manner."""
_LONGEST = 8
"""Words of a heading."""


class Bold(str):
    """A raw text that is wholly in bold."""

    __slots__ = ()


def with_headlines(rows: Sequence[Row], bold: Collection[int]) -> tuple[Row, ...]:
    """The rows of a document, with bold lines marked as headings where they surely are.

    They are where there are several, each is short and stands above a line that is not bold, but for the first, which
    may be the name of the paper above the first heading.

    Args:
        rows: in reading order.
        bold: the lines of texts outside of tables that are wholly in bold.
    """
    if len(bold) < _LEAST or any(row.is_heading for row in rows):
        return tuple(rows)
    told = [row.line in bold for row in rows]
    first = told.index(True)
    are_above = all(not (above and below) for above, below in pairwise(told[first + 1 :]))
    are_short = all(len(row.cells[0].split()) <= _LONGEST for row in rows if row.line in bold)
    if told[-1] or not are_above or not are_short or 2 * sum(told) > len(told) + 1:
        return tuple(rows)
    return tuple(replace(row, is_heading=True) if row.line in bold else row for row in rows)
