"""Line breaks inside of a ruled cell that were made by hand: the next word would have had room behind the line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from careerpaths.readers.joining import join
from careerpaths.readers.pdf.cells import line_text, lines
from careerpaths.readers.pdf.marks import RIGHT, Text

_SPACE, _MARGIN = 0.3, 1.0
"""The room for a space, and what more must be free, in heights of a line."""
_ESTIMATE = 1.25
"""How much wider than the mean of its line a word may be."""
_LEAST_INSET = 1.0
"""The padding of a cell, in points, at least."""
_MOST_WORDS = 8
"""Words of a line in which a title may stand; longer ones are prose."""


def ruled_text(texts: Sequence[Text], left: float, right: float) -> str:
    """The words of a ruled cell as one text, its lines joined, or parted where each of them was ended by hand.

    Args:
        texts: of the cell.
        left: its left edge, in points.
        right: its right edge.
    """
    if len(texts) == 1:
        return texts[0].text
    found = lines(texts)
    said = [line_text(line) for line in found]
    return "\n".join(said) if _are_ended(found, said, left, right) else join(said)


def _are_ended(found: Sequence[list[Text]], said: Sequence[str], left: float, right: float) -> bool:
    inset = max(min(line[0].left for line in found) - left, _LEAST_INSET)
    return len(found) > 1 and all(
        _has_room(above, below, right - inset) and _may_be_title(text) and not next_text[:1].islower()
        for (above, below), (text, next_text) in zip(pairwise(found), pairwise(said), strict=True)
    )


def _has_room(above: Sequence[Text], below: Sequence[Text], right: float) -> bool:
    """Whether the first word of a line would have had room in the one above."""
    first, last = below[0], above[-1]
    if first.runs != RIGHT or last.runs != RIGHT:
        return False
    height = max(first.bottom - first.top, last.bottom - last.top)
    word = first.text.split(maxsplit=1)[0]
    share = min(1.0, _ESTIMATE * len(word) / len(first.text))
    return right - last.right >= share * (first.right - first.left) + (_SPACE + _MARGIN) * height


def _may_be_title(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and text[-1:] not in {"-", "\u2010", "\u2011", "\u00ad"}
