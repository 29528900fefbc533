"""The cells of an HTML table in the columns where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from careerpaths.model import COVERED, SPANNED

MOST_SPANNED = 1_000
"""Columns that a cell may span, as in the HTML standard."""
MOST_ROWS_SPANNED = 65_534
"""Rows that a cell may span, as in the HTML standard."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, and how many columns and rows it spans (0 rows: the rest of its group)."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row and the number of its row group; spans end with their group."""

    cells: tuple[Cell, ...]
    group: int


@dataclass(frozen=True, slots=True)
class _Placed:
    text: str
    start: int
    end: int
    begins: bool = True
    """Whether a cell begins here; else cells from above reach in."""


def rows_in_columns(rows: Sequence[TableRow], *, most: int) -> list[tuple[str, ...]]:
    """The texts of each row by column; of a table with more than `most` cells only the first rows.

    A cell over several columns says its text in each, in the first column once; one over several rows in its first,
    and is COVERED below.
    A column in which no cell begins is none.
    """
    if all(cell.columns == cell.rows == 1 for row in rows for cell in row.cells):
        return [tuple([cell.text for cell in row.cells]) for row in rows]
    placed = _placed(rows, most)
    edges = sorted({cell.start for row in placed for cell in row if cell.begins})
    return [_texts(row, edges) for row in placed]


def _placed(rows: Sequence[TableRow], most: int) -> list[list[_Placed]]:
    """Each row's cells where they stand, as far as there are not too many."""
    taken: list[int] = []
    """For each column the row, counted from 0, before which it is taken by a cell from above."""
    placed: list[list[_Placed]] = []
    group = count = 0
    for index, row in enumerate(rows):
        if row.group != group:
            group, taken = row.group, []
        placed.append(_place_row(row, index, taken))
        count += placed[-1][-1].end if placed[-1] else 0
        if count > most:
            return placed[:-1]
    return placed


def _place_row(row: TableRow, index: int, taken: list[int]) -> list[_Placed]:
    placed: list[_Placed] = []
    column = 0
    for cell in row.cells:
        start, column = column, _free(taken, column, index)
        if column > start:
            placed.append(_Placed(COVERED, start, column, begins=False))
        end = column + cell.columns
        placed.append(_Placed(cell.text, column, end))
        if cell.rows != 1:
            taken.extend([0] * (end - len(taken)))
            taken[column:end] = [index + (cell.rows or MOST_ROWS_SPANNED)] * cell.columns
        column = end
    after = _free(taken, column, index)
    return [*placed, _Placed(COVERED, column, after, begins=False)] if after > column and placed else placed


def _free(taken: list[int], column: int, index: int) -> int:
    while column < len(taken) and taken[column] > index:
        column += 1
    return column


def _texts(row: Sequence[_Placed], edges: Sequence[int]) -> tuple[str, ...]:
    texts: list[str] = []
    for cell in row:
        start, end = bisect_left(edges, cell.start), bisect_left(edges, cell.end)
        texts.extend([""] * (start - len(texts)))
        is_once = start == 0 and cell.begins
        texts.extend([cell.text, *[SPANNED] * (end - start - 1)] if is_once else [cell.text] * (end - start))
    return tuple(texts)
