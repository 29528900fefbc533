"""Words to texts: which words stand in one line, and a cell's lines as one text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from careerpaths.readers.joining import join
from careerpaths.readers.pdf.marks import RIGHT, Text

_LEFT = attrgetter("left")
_TOUCHES = (-0.1, 0.05)
"""The gap between two texts that are one word, in heights of a line."""


def cell_text(texts: Sequence[Text]) -> str:
    """The words of a cell as one text: lines joined by a space, without one behind a hyphen that ends a word."""
    if len(texts) == 1:
        return texts[0].text
    return join([line_text(line) for line in lines(texts)])


def line_text(line: Sequence[Text]) -> str:
    """The texts of a line, a space between but where they touch: PDFium parts some marks from the letters behind."""
    if len(line) == 1:
        return line[0].text
    parts = [line[0].text]
    for before, text in pairwise(line):
        gap = (text.left - before.right) / (text.bottom - text.top or 1)
        parts.append(text.text if _TOUCHES[0] < gap < _TOUCHES[1] else f" {text.text}")
    return "".join(parts)


def lines(texts: Sequence[Text]) -> list[list[Text]]:
    """Words or pieces of lines as lines from top to bottom, each from left to right.

    Those that run elsewhere keep their order.
    """
    found: list[list[Text]] = []
    top = bottom = 0.0
    for word in texts:
        height = word.bottom - word.top
        overlap = min(bottom, word.bottom) - max(top, word.top)
        if found and overlap > 0.5 * min(height, bottom - top) and word.runs == found[-1][-1].runs:
            found[-1].append(word)
        else:
            found.append([word])
            top, bottom = word.top, word.bottom
    if any(line[0].runs != RIGHT for line in found):
        return found
    return [_in_order(line) for line in _from_top(found)]


def _from_top(found: list[list[Text]]) -> list[list[Text]]:
    """Lines from top to bottom; pieces of one line that were drawn apart come together."""
    tops = [line[0].top for line in found]
    if all(above < below for above, below in pairwise(tops)):
        return found
    ordered: list[list[Text]] = []
    for line in sorted(found, key=lambda line: line[0].top):
        before = ordered[-1][0] if ordered else None
        first = line[0]
        if before and min(before.bottom, first.bottom) - first.top > 0.5 * min(
            before.bottom - before.top, first.bottom - first.top
        ):
            ordered[-1] = ordered[-1] + line
        else:
            ordered.append(line)
    return ordered


def _in_order(line: list[Text]) -> list[Text]:
    """From left to right; a script that runs to the left keeps the order of the text."""
    before = line[0]
    for word in line[1:]:
        if word.left < before.left:
            break
        before = word
    else:
        return line
    if any("\u0590" <= letter <= "\u08ff" for word in line for letter in word.text):
        return line
    return sorted(line, key=_LEFT)
