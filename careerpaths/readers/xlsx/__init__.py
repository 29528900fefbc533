"""Excel workbooks to rows: each sheet is a document of its own, each row of it a row.

Columns that are empty in the whole sheet and stand before the first filled one are left out, so that a table may begin
anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from careerpaths.model import NOTE, PROBLEM, Document, Problem, Row
from careerpaths.readers.archive import Unreadable, open_package
from careerpaths.readers.xlsx.sheet import Full, Sheet, column_letters, read_sheet, short
from careerpaths.readers.xlsx.workbook import Tab, Workbook, open_workbook

KIND = "xlsx"
PADDED = 16
"""Rows are filled up with blank cells to the width of their sheet, but to no more columns than these."""
_LISTED = 5
"""Hidden rows or columns that are listed; the rest is counted."""
_LETTER = re.compile(r"[^\W\d_]")


def read(name: str, content: bytes) -> tuple[Document, ...]:
    """The sheets of a workbook (.xlsx, .xlsm) in their order, hidden ones included, each with its rows.

    Args:
        name: the document's name in sources.
        content: its bytes.
    """
    try:
        book = open_workbook(name, open_package(content))
    except Unreadable as error:
        return (_without_sheets(name, f"workbook not read: {error}"),)
    if not book.tabs:
        return (_without_sheets(name, "a workbook without sheets; save it again"),)
    documents = [_document(book, tab, number) for number, tab in enumerate(book.tabs, 1)]
    documents[0] = replace(documents[0], problems=(*book.problems, *documents[0].problems))
    return tuple(documents)


def _without_sheets(name: str, message: str) -> Document:
    problem = Problem(severity=PROBLEM, document=name, place="whole document", message=message)
    return Document(name=name, kind=KIND, rows=(), problems=(problem,))


def _document(book: Workbook, tab: Tab, number: int) -> Document:
    sheet = Sheet(book, f'sheet "{tab.name}"')
    trouble: list[str] = []
    try:
        if tab.kind == "worksheet":
            read_sheet(sheet, tab.part)
    except (Unreadable, Full) as error:
        trouble.append(f"read up to row {sheet.row} only: {error}" if sheet.row else f"not read: {error}")
    if sheet.untold:
        trouble.append(f"{sheet.untold:,} more cells have problems such as those told")
    problems = (
        *sheet.problems,
        *[_of_sheet(sheet, message, PROBLEM) for message in trouble],
        *[_of_sheet(sheet, message, NOTE) for message in _notes(sheet, tab)],
    )
    rows = tuple(_rows(sheet, number))
    return Document(
        name=book.name,
        kind=KIND,
        rows=rows,
        problems=problems,
        sheet=number,
        sheet_name=tab.name,
        running=tuple(sheet.paper),
        untaken=tuple((line, column - max(sheet.first, 1) + 1) for line, column in sheet.untaken),
    )


def _of_sheet(sheet: Sheet, message: str, severity: str) -> Problem:
    return Problem(severity=severity, document=sheet.book.name, place=sheet.place, message=message)


def _rows(sheet: Sheet, number: int) -> Iterator[Row]:
    """The rows in their order, each from the first filled column of the sheet on.

    A column in which no cell begins, since merged cells reach over all of it, is none.
    """
    first = sheet.first
    least = min(sheet.last, first + PADDED - 1)
    only_reached = {column for cells in sheet.rows.values() for column in cells} - sheet.begun
    for line, cells in sorted(sheet.rows.items()):
        columns = [column for column in range(first, max(*cells, least) + 1) if column not in only_reached]
        yield Row(cells=tuple([cells.get(column, "") for column in columns]), line=line, sheet=number)


def _notes(sheet: Sheet, tab: Tab) -> Iterator[str]:
    if tab.kind != "worksheet":
        yield f"a {tab.kind}, which has no cells: not read"
    if tab.hidden:
        yield "the sheet is hidden; it was read all the same: delete it if it does not count"
    if hidden := list(_hidden(sheet)):
        yield f"hidden {' and '.join(hidden)}: read all the same; delete what does not count"
    if paper := " | ".join(dict.fromkeys(text for text in sheet.paper if _LETTER.search(text))):
        yield f'the page header or footer says "{short(paper)}": read for a date alone; put into cells what counts'


def _hidden(sheet: Sheet) -> Iterator[str]:
    """The hidden rows and columns that hold something, in words."""
    if sheet.hidden_rows:
        yield _listed("row", sheet.hidden_rows)
    ranges = sheet.hidden_columns
    filled = {column for cells in sheet.rows.values() for column in cells} if ranges else ()
    columns = [column for column in sorted(filled) if any(start <= column <= end for start, end in ranges)]
    if columns:
        yield _listed("column", [column_letters(column) for column in columns])


def _listed(what: str, names: Sequence[int | str]) -> str:
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"{what}{'s' if len(names) > 1 else ''} {', '.join(map(str, names[:_LISTED]))}{more}"
