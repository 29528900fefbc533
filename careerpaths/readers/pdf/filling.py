"""Texts into the cells of ruled tables: which stands where, and what each row says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from careerpaths.readers.pdf.cells import line_text, lines
from careerpaths.readers.pdf.ended import ruled_text
from careerpaths.readers.pdf.marks import RIGHT, Marks, Text, parted, piece, word_places, words
from careerpaths.readers.pdf.ruled import Table

_MOST_LINES_OF_HEADER = 12
_WITHIN = 0.1
"""How far within a text, in heights of it, its first letter begins and its last one ends for sure."""
Cell = tuple[int, int]
"""Band and column in which a cell begins."""
Texts = tuple[str, ...]
Held = dict[Cell, list[Text]]


@dataclass(slots=True, eq=False)
class Filled:
    """A table with the texts of its cells."""

    table: Table
    held: Held = field(default_factory=dict)


def fill(tables: Iterable[Table], marks: Marks, lines: Iterable[Text]) -> tuple[list[Filled], list[Text]]:
    """The tables of a page with their texts, from top to bottom, and the texts that stand outside all.

    Args:
        tables: the smaller of two that lie in each other first.
        marks: of the page, while it is open.
        lines: those of its texts that may stand in tables.
    """
    filled = [Filled(table) for table in tables]
    outside: list[Text] = []
    for line in lines:
        place = _at(filled, line, _begin(line))
        if place is not None and _reaches(line, place):
            place.put(line)
        elif place is None and _at(filled, line, line.right) is None:
            outside.append(line)
        else:
            _take_line(filled, marks, line, outside)
    return sorted((own for own in filled if own.held), key=lambda own: own.table.ys[0]), outside


class _Place(NamedTuple):
    """A cell of a table, and its right edge."""

    table: Filled
    cell: Cell
    end: float

    def put(self, text: Text) -> None:
        """Add a text to the cell."""
        self.table.held.setdefault(self.cell, []).append(text)


def _take_line(filled: Sequence[Filled], marks: Marks, line: Text, outside: list[Text]) -> None:
    """Put a line that stands in several cells into them, the words of one cell together."""
    places = word_places(line)
    boxes = [marks.box(line.start + begin) for begin, _ in places]
    lefts = [box[0] for box in boxes]
    if line.runs != RIGHT or lefts != sorted(lefts) or {box[1::2] for box in boxes} != {(line.top, line.bottom)}:
        for word in words(marks, line):
            _take_word(filled, marks, word, outside)
        return
    inset = _WITHIN * (line.bottom - line.top)
    at = 0
    while at < len(places):
        place = _at(filled, line, lefts[at] + inset)
        after = max(bisect_left(lefts, place.end - inset), at + 1) if place else at + 1
        head = piece(marks, line, places[at][0], places[after - 1][1])
        if place is None:
            outside.append(head)
        elif _reaches(head, place):
            place.put(head)
        else:
            _take_reaching(filled, marks, line, places[at:after], outside)
        at = after


def _take_reaching(
    filled: Sequence[Filled], marks: Marks, line: Text, places: Sequence[tuple[int, int]], outside: list[Text]
) -> None:
    """Put words that begin in one cell there; the last of them reaches into the next one."""
    if len(places) > 1:
        _take_word(filled, marks, piece(marks, line, places[0][0], places[-2][1]), outside)
    _take_word(filled, marks, piece(marks, line, *places[-1]), outside)


def _take_word(filled: Sequence[Filled], marks: Marks, word: Text, outside: list[Text]) -> None:
    """Put a word into the cell where it begins, and the rest into the next one where a rule really parts it."""
    place = _at(filled, word, _begin(word))
    if place is None:
        outside.append(word)
    elif _reaches(word, place):
        place.put(word)
    else:
        head, *tail = parted(marks, word, place.end)
        place.put(head)
        for rest in tail:
            _take_word(filled, marks, rest, outside)


def _begin(text: Text) -> float:
    """Where a text begins: within its first letter; one that runs up or down has one middle."""
    if text.runs != RIGHT:
        return (text.left + text.right) / 2
    return text.left + _WITHIN * (text.bottom - text.top)


def _reaches(text: Text, place: _Place) -> bool:
    """Whether a text ends in the cell where it begins."""
    return text.runs != RIGHT or text.right - _WITHIN * (text.bottom - text.top) <= place.end


def _at(filled: Iterable[Filled], text: Text, x: float) -> _Place | None:
    """The cell in which a text stands at a place."""
    y = (text.top + text.bottom) / 2
    for own in filled:
        table = own.table
        if table.xs[0] <= x <= table.xs[-1] and table.ys[0] <= y <= table.ys[-1]:
            band = min(bisect_right(table.ys, y), len(table.homes)) - 1
            column = min(bisect_right(table.xs, x), len(table.xs) - 1) - 1
            return _Place(own, table.homes[band][column], table.ends[band][column])
    return None


def rows(filled: Filled, known: Mapping[str, Texts]) -> Iterator[tuple[float, Texts]]:
    """The rows of a table, each with its top; a text that spans columns is given in each, from the first one on once.

    Some makers draw no rule between the header that they repeat and the rest of a row that they cut: what is known is
    parted from the rest.

    Args:
        filled: the table.
        known: of the rows of the tables before the last one with each label.
    """
    table = filled.table
    for band, top in enumerate(table.ys[:-1]):
        held = {cell: filled.held[cell] for cell in dict.fromkeys(table.homes[band]) if cell in filled.held}
        held = {cell: texts for cell, texts in held.items() if cell[0] == band}
        if not held:
            continue
        texts = _texts(table, band, held)
        header = known.get(texts[0]) or known.get(_first_line(held.get((band, 0), ())))
        if header is None or header == texts or not all(map(str.startswith, texts, header)):
            yield top, texts
        else:
            for place, part in _parted_from_header(table, band, held, header):
                yield place or top, _texts(table, band, part)


def _first_line(texts: Sequence[Text]) -> str:
    """The first of several lines."""
    return line_text(lines(texts)[0]) if texts and texts[0].top != texts[-1].top else ""


def _texts(table: Table, band: int, held: Held) -> Texts:
    texts: list[str] = []
    for first, after in table.spans[band]:
        own = held.get((band, first))
        text = ruled_text(own, table.xs[first], table.ends[band][first]) if own else ""
        texts.append(text)
        if after > first + 1:
            texts.extend([text if first else ""] * (after - first - 1))
    return tuple(texts)


def _parted_from_header(table: Table, band: int, held: Held, header: Texts) -> list[tuple[float | None, Held]]:
    """A band as two where its first lines together are a row that is known, the second with its top; else whole."""
    tops = sorted({text.top for texts in held.values() for text in texts})
    for top in tops[1:_MOST_LINES_OF_HEADER]:
        head, rest = _cut(held, top)
        if _texts(table, band, head) == header:
            return [(None, head), (top, rest)]
    return [(None, held)]


def _cut(held: Held, place: float) -> tuple[Held, Held]:
    """What stands above a place, and below."""
    above = {cell: [text for text in texts if text.top < place] for cell, texts in held.items()}
    return above, {cell: [text for text in texts if text.top >= place] for cell, texts in held.items()}
