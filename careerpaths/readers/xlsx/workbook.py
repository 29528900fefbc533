"""What the sheets of a workbook share: its tabs, its texts, its number formats, and how much may still be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from careerpaths.model import NOTE, PROBLEM, Problem
from careerpaths.readers.archive import Package, Unreadable, element_parser, local, main_part, parse, relations
from careerpaths.readers.characters import LONGEST_CELL, cell_text, invisible_message, too_long_message
from careerpaths.readers.xlsx.number_formats import BUILT_IN, GENERAL, NumberFormat, number_format

MOST_ROWS = 200_000
"""Filled rows of a workbook."""
MOST_CELLS = 2_000_000
"""Cells of a workbook, the empty ones before the last filled one of each row included."""
MOST_ELEMENTS = 10_000_000
"""Cells of a workbook that hold nothing but a format, and other elements of its sheets."""
MOST_STRINGS = 2_000_000
"""Different texts of a workbook."""
TRUE = ("1", "true", "on")
_MAIN = "xl/workbook.xml"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_READ = {
    "xl/comments": "cell comments",
    "xl/threadedcomments": "cell comments",
    "xl/drawings/drawing": "drawings (shapes, pictures, charts)",
}


@dataclass(frozen=True, slots=True)
class Tab:
    """What the workbook says of a sheet: its name, its part, the kind of it, whether it is hidden."""

    name: str
    part: str
    kind: str
    hidden: bool


@dataclass(slots=True)
class Workbook:
    """A workbook that is open.

    Attributes:
        name: the document's name in sources.
        package: the zip.
        tabs: its sheets in their order.
        from_1904: whether days are counted from 1904.
        strings: the texts that cells name by number, clean.
        remarks: what is to be said of some of them: severity and message.
        formats: the number format of each style.
        problems: trouble with the workbook as a whole.
        rows_left: how many rows may still be read.
        cells_left: how many cells may still be read.
        elements_left: how many elements may still be looked at.
    """

    name: str
    package: Package
    tabs: list[Tab] = field(default_factory=list)
    from_1904: bool = False
    strings: list[str] = field(default_factory=list)
    remarks: dict[int, tuple[str, str]] = field(default_factory=dict)
    formats: list[NumberFormat] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rows_left: int = MOST_ROWS
    cells_left: int = MOST_CELLS
    elements_left: int = MOST_ELEMENTS


@dataclass(slots=True)
class Pieces:
    """A text as it comes, piece by piece, its beginning kept and all of it counted."""

    kept: list[str] = field(default_factory=list)
    size: int = 0

    def add(self, piece: str) -> None:
        """Another piece."""
        if self.size <= LONGEST_CELL:
            self.kept.append(piece)
        self.size += len(piece)

    def text(self) -> str:
        """What was kept."""
        return "".join(self.kept)[:LONGEST_CELL]

    def clear(self) -> None:
        """Begin another text."""
        self.kept = []
        self.size = 0


def open_workbook(name: str, package: Package) -> Workbook:
    """A workbook without its sheets' cells.

    Raises:
        Unreadable: it is none, or damaged beyond use.
    """
    main = main_part(package, _MAIN)
    book = Workbook(name, package)
    related = relations(package, main)
    for attributes in _sheets(book, main):
        relation = related.get(attributes.get("id", ""))
        part, kind = (relation.target, relation.kind) if relation else ("", "worksheet")
        hidden = attributes.get("state", "visible") != "visible"
        book.tabs.append(Tab(cell_text(attributes.get("name", "")), part, kind, hidden))
    parts = {relation.kind: relation.target for relation in related.values()}
    _read_shared(book, parts)
    _say_not_read(book)
    return book


def _sheets(book: Workbook, main: str) -> list[dict[str, str]]:
    """What the workbook states of each sheet."""
    stated: list[dict[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            stated.append({local(key): value for key, value in attributes.items()})
        elif tag == "workbookPr":
            book.from_1904 = attributes.get("date1904", "").lower() in TRUE

    parse(book.package, main, element_parser(start))
    return stated


def _read_shared(book: Workbook, parts: dict[str, str]) -> None:
    """The shared texts and formats; where they are damaged, what could be read of them counts."""
    for kind, reader in (("sharedStrings", _read_strings), ("styles", _read_formats)):
        if kind in parts:
            try:
                reader(book, parts[kind])
            except Unreadable as error:
                _say(book, f"texts of cells or their numbers may be wrong: {error}")


def _say_not_read(book: Workbook) -> None:
    names = book.package.names
    found = sorted({what for stem, what in _NOT_READ.items() if any(name.startswith(stem) for name in names)})
    if found:
        _say(book, f"{' and '.join(found)} are not read; put into cells what belongs to a standard", severity=NOTE)


def _say(book: Workbook, message: str, *, severity: str = PROBLEM) -> None:
    book.problems.append(Problem(severity=severity, document=book.name, place="whole document", message=message))


def _read_strings(book: Workbook, part: str) -> None:
    """The texts that cells name by number; how they are pronounced (rPh) is no part of them."""
    pieces = Pieces()
    inside = {"t": False, "rPh": False}

    def start(tag: str, _: dict[str, str]) -> None:
        if tag in inside:
            inside[tag] = True

    def text(piece: str) -> None:
        if inside["t"] and not inside["rPh"]:
            pieces.add(piece)

    def end(tag: str) -> None:
        if tag in inside:
            inside[tag] = False
        elif tag == "si":
            _add_string(book, pieces)
            pieces.clear()

    parse(book.package, part, element_parser(start, end, text))


def _add_string(book: Workbook, pieces: Pieces) -> None:
    number = len(book.strings)
    if number >= MOST_STRINGS:
        limit = f"more than {MOST_STRINGS:,} texts, the most of a workbook; split it"
        raise Unreadable(limit)
    text = unescaped(pieces.text())
    if pieces.size > LONGEST_CELL:
        book.remarks[number] = (PROBLEM, too_long_message(pieces.size))
    elif message := invisible_message(text):
        book.remarks[number] = (NOTE, message)
    book.strings.append(cell_text(text))


def unescaped(text: str) -> str:
    r"""A text with the characters that XML cannot hold, which a workbook writes by number.

    >>> unescaped("a_x000D_b")
    'a\rb'
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _read_formats(book: Workbook, part: str) -> None:
    """The number format of each cell style."""
    codes: dict[str, str] = {str(number): code for number, code in BUILT_IN.items()}
    known: dict[str, NumberFormat] = {}
    inside = {"cellXfs": False}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)
        elif tag == "cellXfs":
            inside[tag] = True
        elif tag == "xf" and inside["cellXfs"]:
            code = codes.get(attributes.get("numFmtId", "0"), GENERAL)
            if code not in known:
                known[code] = number_format(code)
            book.formats.append(known[code])

    def end(tag: str) -> None:
        if tag in inside:
            inside[tag] = False

    parse(book.package, part, element_parser(start, end))
