"""One sheet in one pass over its XML: cells, merged cells, what is hidden, formulas without a result.

What counts is the cells that are there, never the size that a sheet claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from careerpaths.model import COVERED, NOTE, PROBLEM, SPANNED, Problem
from careerpaths.readers.archive import element_parser, parse
from careerpaths.readers.characters import LONGEST_CELL, cell_text, invisible_message, too_long_message
from careerpaths.readers.xlsx.number_formats import GENERAL, NumberFormat, number_format, number_text
from careerpaths.readers.xlsx.workbook import (
    MOST_CELLS,
    MOST_ELEMENTS,
    MOST_ROWS,
    TRUE,
    Pieces,
    Workbook,
    unescaped,
)

LAST_COLUMN = 1024
"""The last column whose cells are read (AMJ); what stands farther out is a problem."""
MOST_TOLD = 20
"""Problems of one sheet that are told one by one; the rest is counted."""
_LAST_ROW = 1_048_576
_SHOWN = 60
"""Characters of a cell in a message."""
_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|.)')
_PAPER = frozenset(f"{which}{what}" for which in ("odd", "even", "first") for what in ("Header", "Footer"))
_AS_STORED = number_format(GENERAL)


class Full(Exception):
    """A limit is reached: the end of reading. The message names it."""


@dataclass(slots=True, eq=False, repr=False)
class _Cell:
    """The cell that is being read."""

    kind: str = "n"
    style: str = "0"
    has_formula: bool = False
    has_value: bool = False
    pieces: Pieces = field(default_factory=Pieces)


@dataclass(slots=True, eq=False, repr=False)
class Sheet:
    """A sheet, filled while it is read.

    Attributes:
        book: its workbook.
        place: what it is called in problems.
        rows: the texts by row and column, both from 1.
        problems: those of its cells.
        untold: how many problems more there are.
        untaken: cells, by row and column, that hold something which could not be taken.
        hidden_rows: the rows with text that are hidden.
        hidden_columns: which columns are hidden, from and to.
        paper: what its page headers and footers say.
        begun: the columns in which a cell begins.
        first: the first column with text.
        last: the last column with text.
        row: the row where the reader stands.
    """

    book: Workbook
    place: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    untold: int = 0
    untaken: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    paper: list[str] = field(default_factory=list)
    begun: set[int] = field(default_factory=set)
    first: int = 0
    last: int = 0
    row: int = 0
    _column: int = 0
    _cells: dict[int, str] = field(default_factory=dict)
    _cell: _Cell = field(default_factory=_Cell)
    _in_data: bool = False
    _row_hidden: bool = False
    _taking: bool = False
    _pronounced: bool = False
    _noted: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == "c":
            self._start_cell(attributes)
        elif tag in {"v", "t"}:
            self._cell.has_value = True
            self._taking = not self._pronounced
        elif tag == "row":
            self._start_row(attributes)
        elif tag == "f":
            self._cell.has_formula = True
        else:
            self._start_rare(tag, attributes)

    def _start_rare(self, tag: str, attributes: dict[str, str]) -> None:
        self._look()
        if tag == "sheetData":
            self._in_data = True
        elif tag == "rPh":
            self._pronounced = True
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif tag == "col":
            self._hide_columns(attributes)
        elif tag in _PAPER:
            self._cell = _Cell()
            self._taking = True

    def text(self, piece: str) -> None:
        """Characters inside an element."""
        if self._taking:
            self._cell.pieces.add(piece)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in {"v", "t"}:
            self._taking = False
        elif tag == "c":
            if self._in_data and (self._cell.has_value or self._cell.has_formula):
                self._end_cell(self._cell.pieces.text())
        elif tag == "row":
            self._end_row()
        elif tag == "rPh":
            self._pronounced = False
        elif tag == "sheetData":
            self._in_data = False
        elif tag in _PAPER:
            self._taking = False
            if len(self.paper) < len(_PAPER):
                self.paper.append(cell_text(_HEADER_CODE.sub(" ", self._cell.pieces.text())))

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = _whole_number(attributes.get("r", ""))
        self.row = number if 0 < number <= _LAST_ROW else self.row + 1
        self._column = 0
        self._cells = self.rows.get(self.row, {})
        self._row_hidden = attributes.get("hidden", "").lower() in TRUE

    def _start_cell(self, attributes: dict[str, str]) -> None:
        stated = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = _column(stated[1]) if stated else self._column + 1
        self._cell = _Cell(attributes.get("t", "n"), attributes.get("s", "0"))
        self._look()

    def _look(self) -> None:
        self.book.elements_left -= 1
        if self.book.elements_left < 0:
            message = (
                f"it has more than {MOST_ELEMENTS:,} cells, empty ones included, the most of a workbook; delete them"
            )
            raise Full(message)

    def _end_cell(self, stored: str) -> None:
        cell = self._cell
        if cell.kind == "e":
            error = short(cell_text(stored)) or "without a name"
            self._leave(f"holds an error ({error}) and no text; correct the formula, or type the text")
        elif cell.has_formula and not stored and not (cell.has_value and cell.kind == "str"):
            self._leave("a formula without a stored result; open the workbook in Excel, save it and read it again")
        elif text := self._text(stored, cell):
            self._place(text)

    def _text(self, stored: str, cell: _Cell) -> str:
        """The text of a cell as somebody sees it."""
        if cell.kind == "s":
            return self._shared(stored)
        if cell.kind == "n":
            return cell_text(number_text(stored, self._format(cell.style), from_1904=self.book.from_1904))
        if cell.kind == "b":
            return {"0": "FALSE", "1": "TRUE"}.get(stored.strip(), cell_text(stored))
        if cell.kind == "d":
            return cell_text(stored.removesuffix("T00:00:00").replace("T", " "))
        whole = unescaped(stored)
        if cell.pieces.size > LONGEST_CELL:
            self._say(too_long_message(cell.pieces.size))
        elif message := invisible_message(whole):
            self._remark(NOTE, message)
        return cell_text(whole)

    def _format(self, style: str) -> NumberFormat:
        number = _whole_number(style)
        return self.book.formats[number] if 0 <= number < len(self.book.formats) else _AS_STORED

    def _shared(self, stored: str) -> str:
        number = _whole_number(stored)
        if not 0 <= number < len(self.book.strings):
            self._leave("its text is missing in the workbook (damaged); type it again")
            return ""
        if number in self.book.remarks:
            self._remark(*self.book.remarks[number])
        return self.book.strings[number]

    def _remark(self, severity: str, message: str) -> None:
        """Something on the text of a cell; notes on characters that are not seen are told once."""
        if severity == PROBLEM or not self._noted:
            self._noted = self._noted or severity == NOTE
            self._say(message, severity=severity)

    def _place(self, text: str) -> None:
        if self._column > LAST_COLUMN:
            last = column_letters(LAST_COLUMN)
            self._leave(f'"{short(text)}" stands beyond column {last}, the last that is read; move it, or delete it')
        elif self._cells.get(self._column, text) != text:
            self._say(f'stands twice in the workbook; "{short(text)}" was not taken; save it again in Excel')
        else:
            self._cells[self._column] = text

    def _leave(self, message: str) -> None:
        """A problem of the present cell, whose text is not taken."""
        self._count(1)
        self.untaken.append((self.row, self._column))
        self._say(message)

    def _say(self, message: str, *, severity: str = PROBLEM) -> None:
        """A problem of the present cell."""
        if len(self.problems) >= MOST_TOLD:
            self.untold += 1
            return
        place = f"{self.place}, cell {column_letters(self._column)}{self.row}"
        self.problems.append(
            Problem(severity=severity, document=self.book.name, place=place, message=message, line=self.row)
        )

    def _end_row(self) -> None:
        if not self._cells:
            return
        last = max(self._cells)
        self.begun.update(self._cells)
        self.first = min(self.first or last, *self._cells)
        self.last = max(self.last, last)
        if self._row_hidden:
            self.hidden_rows.append(self.row)
        self.book.rows_left -= self.row not in self.rows
        self.rows[self.row] = self._cells
        self._cells = {}
        if self.book.rows_left < 0:
            message = f"it has more than {MOST_ROWS:,} filled rows, the most of a workbook; split it"
            raise Full(message)
        self._count(last)

    def _count(self, cells: int) -> None:
        self.book.cells_left -= cells
        if self.book.cells_left < 0:
            message = f"it has more than {MOST_CELLS:,} cells, the most of a workbook; split it"
            raise Full(message)

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        limits = [_whole_number(attributes.get(name, "")) for name in ("min", "max")]
        if attributes.get("hidden", "").lower() in TRUE and len(self.hidden_columns) < LAST_COLUMN:
            self.hidden_columns.append((limits[0], limits[1]))

    def _merge(self, reference: str) -> None:
        """Give the text of a merged cell in each column that it spans, from the first one once; mark it below."""
        start, _, end = reference.partition(":")
        corners = _REFERENCE.fullmatch(start), _REFERENCE.fullmatch(end)
        if corners[0] is None or corners[1] is None:
            return
        top, bottom = int(corners[0][2]), int(corners[1][2])
        cells = self.rows.get(top, {})
        left, right = _column(corners[0][1]), min(_column(corners[1][1]), self.last)
        if left not in cells:
            return
        if left < right:
            self._count(right - left)
            for column in range(left + 1, right + 1):
                cells.setdefault(column, cells[left] if self.first < left else SPANNED)
        self._cover(range(top + 1, min(bottom, self.row) + 1), range(left, right + 1))

    def _cover(self, rows: range, columns: range) -> None:
        """Mark the cells into which a merged cell reaches from above."""
        self._count(len(rows) * max(1, len(columns)))
        for cells in filter(None, map(self.rows.get, rows)):
            for column in columns:
                cells.setdefault(column, COVERED)


def read_sheet(sheet: Sheet, part: str) -> None:
    """Fill a sheet from its part.

    Raises:
        Unreadable: the part is missing or damaged; what was read before stays.
        Full: a limit is reached; what was read before stays.
    """
    parse(sheet.book.package, part, element_parser(sheet.start, sheet.end, sheet.text))


def short(text: str) -> str:
    """A text as it stands in a message."""
    line = text.replace("\n", " ")
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 3]}..."


def _whole_number(stated: str) -> int:
    """A number from 0, or -1 for what is none."""
    return int(stated) if _WHOLE_NUMBER.fullmatch(stated) else -1


@cache
def _column(letters: str) -> int:
    """A column's number; three letters are the most, so that there are few to remember."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """A column's number as its letters.

    >>> column_letters(1), column_letters(28), column_letters(16384)
    ('A', 'AB', 'XFD')
    """
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
