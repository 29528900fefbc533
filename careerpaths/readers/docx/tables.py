"""Word tables to rows of raw texts: cells over several columns or rows, tables inside tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from careerpaths.model import COVERED
from careerpaths.readers.docx.paragraphs import (
    DELETED,
    blocks,
    child,
    flat_text,
    inside,
    joined,
    paragraph,
    tag,
    value,
)

MOST_SPANNED = 63
"""Columns that a cell may span: a table of Word has no more."""
_SLIVER = 120
"""Twentieths of a point below which a column is none: edges of cells that were not drawn in one line (2 mm)."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell in the grid of its table.

    Attributes:
        start: its first column in the grid, from 0.
        end: the column after its last.
        element: where its text is.
        goes_on: whether it is the lower part of a cell that spans several rows.
    """

    start: int
    end: int
    element: etree._Element
    goes_on: bool


Item = tuple[str, ...] | None
"""The cells of a row, a text outside of tables as one cell; None for a gap, such as the one before a table."""


def items(found: Iterable[etree._Element], seen: set[str]) -> Iterator[Item]:
    """All that paragraphs and tables say, row by row in reading order."""
    for name, some in groupby(found, key=tag):
        if name == "p":
            yield from _outside(some, seen)
        else:
            for table in some:
                yield None
                yield from _table(table, seen)


def _outside(elements: Iterable[etree._Element], seen: set[str]) -> Iterator[Item]:
    for one in joined(paragraph(element, seen) for element in elements):
        if one.is_heading:
            # It begins another part, what stands above goes on no longer.
            yield None
        yield (one.text,)
        if one.is_heading:
            yield None
        for box in one.boxes:
            yield from items(blocks(box, seen), seen)


def _table(table: etree._Element, seen: set[str]) -> Iterator[Item]:
    counted = (row for row in _below(table, "tr", seen) if _counts(row, seen))
    rows: Iterable[tuple[etree._Element, list[_Cell]]] = ((row, list(_cells(row, seen))) for row in counted)
    broad = None
    slivers = _slivers(table)
    if any(slivers):
        # Whether a sliver is a column is known only when all rows are.
        rows = list(rows)
        broad = _broad_columns(slivers, [cell for _, cells in rows for cell in cells])
    for row, cells in rows:
        whole = _wrapped(cells, seen)
        if whole is not None:
            yield from items(blocks(whole, seen), seen)
        else:
            yield _texts(cells, _number(child(row, "trPr", "gridAfter"), 0), broad, seen)


def _below(element: etree._Element, name: str, seen: set[str]) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, whatever is wrapped around them."""
    for below in inside(element, seen):
        if tag(below) == name:
            yield below
        elif tag(below) not in {"tbl", "tr", "tc", "p"}:
            yield from _below(below, name, seen)


def _counts(row: etree._Element, seen: set[str]) -> bool:
    properties = child(row, "trPr")
    if child(properties, "del") is not None:
        seen.add(DELETED)
        return False
    return True


def _cells(row: etree._Element, seen: set[str]) -> Iterator[_Cell]:
    start = _number(child(row, "trPr", "gridBefore"), 0)
    for element in _below(row, "tc", seen):
        properties = child(element, "tcPr")
        if child(properties, "cellDel") is not None:
            seen.add(DELETED)
            continue
        end = start + _number(child(properties, "gridSpan"), 1)
        merged = child(properties, "vMerge")
        yield _Cell(start, end, element, merged is not None and value(merged) != "restart")
        start = end


def _number(element: etree._Element | None, least: int) -> int:
    """How many columns an element speaks of."""
    stated = value(element) or ""
    if not stated.isascii() or not stated.isdecimal() or len(stated) > 9:  # noqa: PLR2004 - no number of columns
        return least
    return min(max(int(stated), least), MOST_SPANNED)


def _slivers(table: etree._Element) -> list[bool]:
    """For each column of the grid of a table whether it is too narrow to be one."""
    grid = child(table, "tblGrid")
    columns = [] if grid is None else [column for column in grid if tag(column) == "gridCol"]
    widths = [value(column, "w") or "" for column in columns]
    return [width.isascii() and width.isdecimal() and 0 < int(width[:9]) < _SLIVER for width in widths]


def _broad_columns(slivers: list[bool], cells: list[_Cell]) -> list[int] | None:
    """For each edge of the grid how many columns stand before it, slivers left out; None where each counts."""
    before = [0]
    for sliver in slivers:
        before.append(before[-1] + (not sliver))
    # A cell that stands in a sliver alone makes it a column.
    alone = any(_at(before, cell.start) == _at(before, cell.end) for cell in cells)
    return None if alone else before


def _at(broad: list[int] | None, edge: int) -> int:
    if broad is None:
        return edge
    last = len(broad) - 1
    return broad[edge] if edge <= last else broad[last] + edge - last


def _wrapped(cells: list[_Cell], seen: set[str]) -> etree._Element | None:
    """The only cell of a row that says something, where it holds a table: then its row is there for the layout."""
    tables = [cell.element for cell in cells if any(tag(block) == "tbl" for block in blocks(cell.element, seen))]
    if len(tables) != 1:
        return None
    others = [cell.element for cell in cells if cell.element is not tables[0]]
    return None if any(flat_text(other, seen).strip() for other in others) else tables[0]


def _texts(cells: list[_Cell], after: int, broad: list[int] | None, seen: set[str]) -> tuple[str, ...]:
    """A row's texts by column; a cell over several columns says its text in each, in the first column once."""
    texts = [""] * _at(broad, cells[0].start) if cells else []
    for cell in cells:
        text = COVERED if cell.goes_on else flat_text(cell.element, seen)
        count = _at(broad, cell.end) - _at(broad, cell.start)
        texts += [text, *[""] * (count - 1)] if not texts else [text] * count
    return (*texts, *[""] * after)
