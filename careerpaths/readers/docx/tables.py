"""Word tables to rows of raw texts: cells over several columns or rows, tables inside tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from lxml import etree

from careerpaths.model import COVERED, SPANNED
from careerpaths.readers.characters import Headline
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
    with_weight,
)
from careerpaths.readers.headlines import Bold

MOST_SPANNED = 63
"""Columns that a cell may span: a table of Word has no more."""
_MOST_LOOKED_AT = 20
"""Rows from which it is told whether a table in a cell is one of several columns."""
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
    for one in joined(with_weight(paragraph(element, seen), element) for element in elements):
        if one.is_heading:
            # It begins another part, what stands above goes on no longer.
            yield None
        yield (Headline(one.text) if one.is_heading else Bold(one.text) if one.is_bold else one.text,)
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
    is_layout = len(list(islice(_below(table, "tr", seen), 2))) == 1
    for row, cells in rows:
        whole = _wrapped(cells, seen, is_layout=is_layout)
        if whole is not None:
            yield from _apart(cells, whole, seen)
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


def _wrapped(cells: list[_Cell], seen: set[str], *, is_layout: bool) -> etree._Element | None:
    """The cell of a row that holds a table, where its row is there for the layout.

    It is the only cell that says something; or its row is all of a table, and the table in it has rows and columns.
    """
    found = [(cell.element, _table_in(cell.element, seen)) for cell in cells]
    tables = [(element, table) for element, table in found if table is not None]
    if len(tables) != 1:
        return None
    element, table = tables[0]
    others = [cell.element for cell in cells if cell.element is not element]
    is_alone = not any(flat_text(other, seen).strip() for other in others)
    return element if is_alone or (is_layout and _is_broad(table, seen)) else None


def _table_in(element: etree._Element, seen: set[str]) -> etree._Element | None:
    return next((block for block in blocks(element, seen) if tag(block) == "tbl"), None)


def _is_broad(table: etree._Element, seen: set[str]) -> bool:
    """Whether two rows of a table say something in several cells."""
    rows = islice(_below(table, "tr", seen), _MOST_LOOKED_AT)
    said = ([flat_text(cell.element, seen).strip() for cell in _cells(row, seen)] for row in rows)
    return sum(1 for texts in said if sum(map(bool, texts)) > 1) > 1


def _apart(cells: list[_Cell], whole: etree._Element, seen: set[str]) -> Iterator[Item]:
    """What a row of the layout holds: the texts before its table, the table, the texts behind it."""
    for cell in cells:
        if cell.element is whole:
            yield from items(blocks(whole, seen), seen)
        elif text := flat_text(cell.element, seen):
            yield None
            yield (text,)
            yield None


def _texts(cells: list[_Cell], after: int, broad: list[int] | None, seen: set[str]) -> tuple[str, ...]:
    """A row's texts by column; a cell over several columns says its text in each, in the first column once."""
    texts = [""] * _at(broad, cells[0].start) if cells else []
    for cell in cells:
        text = COVERED if cell.goes_on else flat_text(cell.element, seen)
        count = _at(broad, cell.end) - _at(broad, cell.start)
        texts += [text, *[SPANNED] * (count - 1)] if not texts else [text] * count
    return (*texts, *[""] * after)
