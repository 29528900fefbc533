"""Texts in scripts that run to the left, of makers that draw their letters from left to right.

Such a page gives its letters in the order in which they stand, and its words in pieces. Here they are brought into the
order in which they are read; of words in both directions by the first steps of the Unicode Bidirectional Algorithm
(UAX #9): runs of one direction are turned, and the runs themselves where most letters of a line run to the left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A letter of Hebrew, Arabic and the scripts akin to them."""
_LINE = re.compile("[^\r\n]+")
_LEAST_STEP = 0.5
"""How far, in points, letters stand from each other at least to tell a direction."""
_WORD_APART = 0.18
"""How far, in heights of a line, words stand from each other at least; letters of one word nearly touch."""
_OVERLAP = 0.5

Box = tuple[float, float, float, float]
Letter = tuple[Box, int, str]
"""Its box, its place in the text, and what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """The text of a page in the order in which it is read.

    Attributes:
        text: the text.
        places: for each of its letters the place that it had.
        rows: for the places of those that were moved the top and the bottom of their line; some makers draw letters as
            pictures, and their boxes are those of the ink.
    """

    text: str
    places: list[int]
    rows: dict[int, tuple[float, float]]

    def box(self, asked: Callable[[int], Box]) -> Callable[[int], Box]:
        """The box of a letter by its place in this text, from the one that tells it by the place that it had."""

        def box(place: int) -> Box:
            left, top, right, bottom = asked(self.places[place])
            row = self.rows.get(self.places[place])
            return (left, row[0], right, row[1]) if row else (left, top, right, bottom)

        return box


def in_reading_order(text: str, box: Callable[[int], Box]) -> Ordered | None:
    """The text of a page in the order in which it is read.

    Args:
        text: of a page, as PDFium gives it.
        box: the box of a letter, by its place in the text.

    Returns:
        None where the text is in order, as nearly all are.
    """
    if text.isascii() or not LEFTWARD.search(text):
        return None
    lines = [match for match in _LINE.finditer(text) if LEFTWARD.search(match.group())]
    letters = [
        [(box(place), place, text[place]) for place in range(*line.span()) if not text[place].isspace()]
        for line in lines
    ]
    if not _stand_as_drawn(letters):
        return None
    taken = {place for line in lines for place in range(*line.span())}
    found = [(text[place], place) for place in range(len(text)) if place not in taken]
    places: dict[int, tuple[float, float]] = {}
    for row in _rows([letter for line in letters for letter in line]):
        found += [*_read(row), ("\n", row[0][1])]
        ends = min(one[0][1] for one in row), max(one[0][3] for one in row)
        places |= {place: ends for _, place, _ in row}
    return Ordered(text="".join(letter for letter, _ in found), places=[place for _, place in found], rows=places)


def _stand_as_drawn(lines: Iterable[Sequence[Letter]]) -> bool:
    """Whether letters that run to the left follow each other to the right more often."""
    steps = [
        below[0][0] - above[0][0]
        for line in lines
        for above, below in pairwise(line)
        if LEFTWARD.match(above[2]) and LEFTWARD.match(below[2])
    ]
    right = sum(1 for step in steps if step > _LEAST_STEP)
    return right > sum(1 for step in steps if step < -_LEAST_STEP)


def _rows(letters: Iterable[Letter]) -> list[list[Letter]]:
    """Letters by the line in which they stand, from left to right."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: (letter[0][1], letter[1])):
        top, bottom = letter[0][1], letter[0][3]
        first = rows[-1][0][0] if rows else None
        if first and min(first[3], bottom) - top > _OVERLAP * min(first[3] - first[1], bottom - top):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [sorted(row, key=lambda letter: (letter[0][0], letter[1])) for row in rows]


def _read(row: Sequence[Letter]) -> Iterator[tuple[str, int]]:
    """The letters of a line as they are read, with their places and a space between words."""
    words = _words(row)
    leftward = sum(1 for *_, letter in row if LEFTWARD.match(letter))
    runs = [list(run) for _, run in groupby(words, key=_runs_left)]
    ordered = [word for run in runs for word in (run[::-1] if _runs_left(run[0]) else run)]
    if 2 * leftward >= sum(1 for *_, letter in row if letter.isalpha()):
        ordered = [word for run in runs[::-1] for word in (run[::-1] if _runs_left(run[0]) else run)]
    for number, word in enumerate(ordered):
        letters = _turned(word) if _runs_left(word) else word
        if number:
            yield " ", letters[0][1]
        yield from ((letter, place) for _, place, letter in letters)


def _words(row: Sequence[Letter]) -> list[list[Letter]]:
    height = max(box[3] - box[1] for box, *_ in row)
    words = [[row[0]]]
    for above, letter in pairwise(row):
        if letter[0][0] - above[0][2] > _WORD_APART * height:
            words.append([])
        words[-1].append(letter)
    return words


def _runs_left(word: Sequence[Letter]) -> bool:
    return any(LEFTWARD.match(letter) for *_, letter in word)


def _turned(word: Sequence[Letter]) -> list[Letter]:
    """A word from right to left; its figures and Latin letters, and what is one sign of two letters, stay in order."""
    signs = [list(run) for _, run in groupby(word, key=lambda letter: letter[0][0])]
    runs = [list(run) for _, run in groupby(signs, key=lambda sign: sign[0][2].isascii() and sign[0][2].isalnum())]
    return [letter for run in runs[::-1] for sign in (run if _is_rightward(run) else run[::-1]) for letter in sign]


def _is_rightward(run: Sequence[Sequence[Letter]]) -> bool:
    return run[0][0][2].isascii() and run[0][0][2].isalnum()
