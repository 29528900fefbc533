"""Pages that hold the further columns of a sheet: a spreadsheet too wide for the paper prints them behind its rows.

Such pages have their rows at the same heights, and other columns. They are taken for what they are where that is sure;
pages follow each other down first and then over, all rows with the first columns, then all rows with the next ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from careerpaths.readers.pdf.cells import line_text
from careerpaths.readers.pdf.columns import LONE_GAP, chunks
from careerpaths.readers.pdf.marks import Text
from careerpaths.readers.pdf.ruled import Table
from careerpaths.readers.pdf.unruled import Outside, Piece

MOST_DOWN = 30
"""Pages that the first columns of a sheet take at most."""
_LEAST_ROWS = 3
_SAME = 1.5
"""How far, in points, rows stand from each other at most that are one."""
_OTHER = 3.0
"""How far, in points, columns stand from each other at least that are not the same."""
_MOST = 0.8
"""The share of lines that stand at the heights of others at least."""
_FULL = 0.2
"""The share of the paper that stays free below a page that is not full, at least."""
_OFTEN = 0.5
"""The share of lines in which a column has a text at least to be told from chance."""
_ALIKE = 0.2
"""The share of rows that begin as those of another page at most: else both have the same labels."""
_BEHIND = 1_000_000
"""Added to the place of a text that is brought to another page, so that no two there are alike."""
_MARKS = 2
"""Lines at the top and at the foot of a page that may be running heads and feet."""
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True, eq=False, kw_only=True)
class Sheet:
    """A page as a part of a sheet may show it.

    Attributes:
        pieces: its rows in ruled tables, and its asides.
        outside: what else stands there.
        tables: its ruled tables.
    """

    pieces: Sequence[Piece]
    outside: Outside
    tables: Sequence[Table]
    _bottoms: list[float] | None = None
    _starts: list[list[float]] | None = None
    _often: list[int] | None = None

    @property
    def lines(self) -> Sequence[list[Text]]:
        """Its lines outside of tables, where it has no tables and no asides."""
        return () if self.pieces else self.outside.lines

    @property
    def bottoms(self) -> list[float]:
        """Where the texts of its lines end."""
        if self._bottoms is None:
            self._bottoms = sorted(max(word.bottom for word in line) for line in self.lines)
        return self._bottoms

    @property
    def starts(self) -> list[list[float]]:
        """Where the texts of each line begin."""
        if self._starts is None:
            self._starts = [
                [left for left, _ in chunks(line, LONE_GAP * (line[0].bottom - line[0].top))] for line in self.lines
            ]
        return self._starts

    @property
    def often(self) -> list[int]:
        """Where texts of many lines begin."""
        if self._often is None:
            counts = Counter(round(start) for line in self.starts for start in line)
            self._often = [start for start, count in sorted(counts.items()) if count >= _OFTEN * len(self.lines)]
        return self._often


def further_columns(sheets: Sequence[Sheet]) -> Iterator[tuple[int, list[int]]]:
    """The pages whose columns go on, each with those that hold the further ones; all from 0.

    Args:
        sheets: the pages of a document.
    """
    first = 0
    while first < len(sheets):
        down = next((down for down in range(1, MOST_DOWN + 1) if _goes_over(sheets, first, first + down, down)), 0)
        if not down:
            first += 1
            continue
        over = first + 2 * down
        while _goes_over(sheets, first, over, down, is_sure=True):
            over += down
        for page in range(first, first + down):
            yield page, list(range(page + down, over, down))
        first = over


def _goes_over(sheets: Sequence[Sheet], first: int, other: int, down: int, *, is_sure: bool = False) -> bool:
    """Whether so many pages from a second one on hold further columns of as many from a first one on."""
    return other + down <= len(sheets) and all(
        _is_beside(sheets[first + at], sheets[other + at], is_sure=is_sure) for at in range(down)
    )


def _is_beside(page: Sheet, other: Sheet, *, is_sure: bool) -> bool:
    """Whether a page holds further columns of another one; `is_sure` tells that the one between does."""
    if page.tables or other.tables:
        return (
            len(page.tables) == len(other.tables) == 1
            and _have_same_rows(page.tables[0], other.tables[0])
            and (is_sure or _have_other_columns(page.tables[0], other.tables[0]))
            and not _begin_alike(_ruled_texts(page), _ruled_texts(other))
        )
    if min(len(page.lines), len(other.lines)) < _LEAST_ROWS or not _stand_near(page.bottoms, other.bottoms):
        return False
    page, other = _without_marks(page, other), _without_marks(other, page)
    return (
        min(len(page.lines), len(other.lines)) >= _LEAST_ROWS
        and _begin_or_end_alike(page.bottoms, other.bottoms)
        and (is_sure or _begin_elsewhere(page, other))
        and not _begin_alike(_texts(page), _texts(other))
    )


def _have_same_rows(table: Table, other: Table) -> bool:
    return len(table.ys) == len(other.ys) > _LEAST_ROWS and all(
        abs(y - place) <= _SAME for y, place in zip(table.ys, other.ys, strict=True)
    )


def _have_other_columns(table: Table, other: Table) -> bool:
    return len(table.xs) != len(other.xs) or any(
        abs(x - place) > _OTHER for x, place in zip(table.xs, other.xs, strict=True)
    )


def _stand_near(bottoms: Sequence[float], others: Sequence[float]) -> bool:
    """Whether lines stand at the heights of others."""
    return sum(1 for bottom in others if _nearest(bottoms, bottom) is not None) >= _MOST * len(others)


def _begin_or_end_alike(bottoms: Sequence[float], others: Sequence[float]) -> bool:
    """Whether lines begin or end with others; those that only begin with them do not go on below."""
    begin = abs(bottoms[0] - others[0]) <= _SAME
    end = abs(bottoms[-1] - others[-1]) <= _SAME
    # Places are below 0, the foot of the paper.
    is_full = bottoms[-1] > _FULL * bottoms[0]
    return _stand_near(bottoms, others) and (end or (begin and not is_full))


def _without_marks(page: Sheet, other: Sheet) -> Sheet:
    """A page without the running heads and feet that another one has as well."""
    known = {(round(line[0].bottom), _marked(line)) for line in _ends(other)}
    shared = {id(line) for line in _ends(page) if (round(line[0].bottom), _marked(line)) in known}
    pairs = zip(page.outside.lines, page.outside.looks, strict=True)
    left = [(line, looks) for line, looks in pairs if id(line) not in shared]
    outside = replace(page.outside, lines=[line for line, _ in left], looks=[looks for _, looks in left])
    return replace(page, outside=outside) if shared else page


def _ends(page: Sheet) -> list[list[Text]]:
    """The first and the last lines of a page outside of tables."""
    lines = page.outside.lines
    return [*lines[:_MARKS], *lines[_MARKS:][-_MARKS:]]


def _marked(line: Sequence[Text]) -> str:
    return _DIGITS.sub("0", line_text(line))


def _nearest(places: Sequence[float], place: float) -> int | None:
    """The number of a place that is the same as this one."""
    at = bisect_left(places, place - _SAME)
    return at if at < len(places) and places[at] <= place + _SAME else None


def _begin_elsewhere(page: Sheet, other: Sheet) -> bool:
    """Whether texts of a page begin in other columns: all in one where those have several, or where none of them do."""
    if len(page.often) > 1 and all(len(line) == 1 for line in other.starts):
        return len(other.often) == 1
    known = {round(start) + off for line in page.starts for start in line for off in (-2, -1, 0, 1, 2)}
    return any(start not in known for start in other.often)


Rows = list[tuple[int, tuple[str, ...]]]
"""Rows by their height, in whole points, with their texts."""


def _ruled_texts(page: Sheet) -> Rows:
    return [(round(piece.top), piece.cells) for piece in page.pieces if piece.is_table]


def _texts(page: Sheet) -> Rows:
    return [(round(line[0].bottom), tuple(word.text for word in line)) for line in page.lines]


def _begin_alike(rows: Rows, others: Rows) -> bool:
    """Whether two pages have the same headings or the same labels, as two sheets with as many rows have."""
    if not rows or not others:
        return True
    labels = {place + off: cells[0] for place, cells in rows for off in (-1, 0, 1)}
    same = sum(1 for place, cells in others if cells[0] and labels.get(place) == cells[0])
    shared = {cell for cell in rows[0][1] if cell} & {cell for cell in others[0][1] if cell}
    is_even = abs(rows[0][0] - others[0][0]) <= 1
    return same > _ALIKE * len(others) or (is_even and bool(shared) and bool(rows[0][1][0] in shared))


def beside(page: Sheet, others: Sequence[Sheet]) -> Sheet:
    """A page with the further columns that others hold."""
    for other in others:
        page = _with_table(page, other) if page.tables else _with_lines(page, other)
    return page


def without_columns(page: Sheet, other: Sheet) -> Sheet:
    """What is left of a page whose columns were brought to another one."""
    if page.tables:
        page = _without_marks(page, other)
        pieces = [piece for piece in page.pieces if not piece.is_table]
        return replace(page, pieces=pieces, outside=replace(page.outside, tables=(0, 0)), tables=())
    return replace(page, outside=Outside())


def _with_table(page: Sheet, other: Sheet) -> Sheet:
    table, more = page.tables[0], other.tables[0]
    rows = {_band(table, piece): piece for piece in page.pieces if piece.is_table}
    behind = {_band(more, piece): piece for piece in other.pieces if piece.is_table}
    width, wider = len(table.xs) - 1, len(more.xs) - 1
    pieces = [piece for piece in page.pieces if not piece.is_table]
    for band in sorted({*rows, *behind}):
        left = rows[band].cells if band in rows else ("",) * width
        right = behind[band].cells if band in behind else ("",) * wider
        pieces.append(Piece(top=table.ys[band], cells=(*left, *right), is_table=True))
    shift = table.xs[-1] - more.xs[0]
    xs = (*table.xs, *(x + shift for x in more.xs[1:]))
    return replace(page, pieces=pieces, tables=(replace(table, xs=xs),))


def _band(table: Table, piece: Piece) -> int:
    return min(bisect_right(table.ys, piece.top + _SAME), len(table.ys) - 1) - 1


def _with_lines(page: Sheet, other: Sheet) -> Sheet:
    """A page with the lines of another one behind its own, as if the paper were wide enough."""
    other = _without_marks(other, page)
    height = page.lines[0][0].bottom - page.lines[0][0].top
    end = max(word.right for line in page.lines for word in line)
    shift = end + 2 * height - min(word.left for line in other.lines for word in line)
    found = [(list(line), looks) for line, looks in zip(page.lines, page.outside.looks, strict=True)]
    places = [max(word.bottom for word in line) for line, _ in found]
    for line, looks in zip(other.lines, other.outside.looks, strict=True):
        moved = [
            word._replace(left=word.left + shift, right=word.right + shift, start=word.start + _BEHIND) for word in line
        ]
        place = max(word.bottom for word in line)
        at = next((at for at, own in enumerate(places) if abs(own - place) <= _SAME), None)
        if at is None:
            found.append((moved, looks))
            places.append(place)
        else:
            found[at] = ([*found[at][0], *moved], (found[at][1][0], looks[1]))
    order = sorted(range(len(found)), key=lambda at: (places[at], at))
    outside = replace(page.outside, lines=[found[at][0] for at in order], looks=[found[at][1] for at in order])
    return replace(page, outside=outside)
