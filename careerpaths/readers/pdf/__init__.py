"""PDF to rows: cells from the rules drawn on a page, or where there are none from the places of its words.

What stands outside tables (running heads, feet, watermarks, prose) is a row of one cell. A row cut by a page foot is
two rows, the second with an empty first cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from statistics import median

from pypdfium2 import PdfDocument, PdfiumError

from careerpaths.model import NOTE, PROBLEM, Document, Problem, Row
from careerpaths.readers.characters import INVISIBLE, VISIBLE, invisible_message
from careerpaths.readers.pdf import banded, beside, parts, precheck, ruled, unruled
from careerpaths.readers.pdf.cells import line_text
from careerpaths.readers.pdf.cells import lines as stacked
from careerpaths.readers.pdf.filling import Filled, fill, rows
from careerpaths.readers.pdf.marks import ASLANT, RIGHT, Marks, Text, opened, page_marks, words

KIND = "pdf"
MOST_PAGES = 3000
"""Pages that are read."""
MOST_CELLS = 1_000_000
"""Cells that are read."""
_WATERMARK = 3.0
"""How much taller than most words of its page a watermark is at least."""
_STEP = 2
"""From the number of a text outside tables to that of the row behind it."""
_SAMPLE = 24
"""How many letters of a page with tables are asked for their look."""
_ERROR_PASSWORD = 4
_NO_MEANING = re.compile("[\ufffd\ue000-\uf8ff]")
_MANY = 0.2
"""The share of letters without a meaning that makes a document unreadable."""


@dataclass(slots=True)
class _Reading:
    """What was read so far.

    Attributes:
        name: the document's name in sources.
        pages: the rows of each page's ruled tables and asides.
        outside: what is left of each page.
        tables: the ruled tables of each page.
        known: of the rows of tables so far the last one with each label.
        unlabelled: the row, by page and place, that a page foot cut before its label was met.
        problems: in the order in which they were met.
        apart: header tables that touch a table of one level, as the pages showed them.
        broken, pictures, crowded: numbers of pages, from 1.
        cells: how many there are.
    """

    name: str
    pages: list[list[unruled.Piece]] = field(default_factory=list)
    outside: list[unruled.Outside] = field(default_factory=list)
    tables: list[list[ruled.Table]] = field(default_factory=list)
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unlabelled: tuple[int, int] | None = None
    apart: ruled.Apart = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    crowded: list[int] = field(default_factory=list)
    cells: int = 0

    def say(self, message: str, *, place: str = "whole document", severity: str = PROBLEM) -> None:
        self.problems.append(Problem(severity=severity, document=self.name, place=place, message=message))


def read(name: str, content: bytes) -> tuple[Document, ...]:
    """The rows of a PDF, each with its page.

    Args:
        name: the document's name in sources.
        content: its bytes. What cannot be read of them is a problem of the document.
    """
    reading = _Reading(name)
    if refused := precheck.refusal(content):
        reading.say(refused)
        return (_document(reading, ()),)
    if precheck.is_cut_off(content):
        reading.say(precheck.CUT_OFF)
    try:
        with opened(content) as document:
            _read_pages(reading, document)
    except PdfiumError as error:
        is_closed = getattr(error, "err_code", None) == _ERROR_PASSWORD
        if is_closed or not reading.problems:
            reading.say(precheck.CLOSED if is_closed else f"damaged, no page can be read ({error}): get it again")
        return (_document(reading, ()),)
    _bring_beside(reading)
    return (_document(reading, _numbered(reading)),)


def _document(reading: _Reading, found: Iterable[Row]) -> Document:
    found = tuple(found)
    return Document(name=reading.name, kind=KIND, rows=found, problems=tuple(reading.problems))


def _read_pages(reading: _Reading, document: PdfDocument) -> None:
    count = len(document)
    for index in range(min(count, MOST_PAGES)):
        if reading.cells > MOST_CELLS:
            reading.say(
                f"more than {MOST_CELLS:,} cells, the most of a document: not read from here on; split it",
                place=f"page {index + 1}",
            )
            break
        try:
            with page_marks(document, index) as marks:
                _read_page(reading, marks)
        except PdfiumError:
            reading.broken.append(index + 1)
            reading.pages.append([])
            reading.outside.append(unruled.Outside())
            reading.tables.append([])
    if count > MOST_PAGES:
        reading.say(f"{count:,} pages; only the first {MOST_PAGES:,}, the most of a document, were read: split it")
    _say_pages(reading)


def _read_page(reading: _Reading, marks: Marks) -> None:
    number = len(reading.pages) + 1
    if marks.has_images and not marks.lines:
        reading.pictures.append(number)
    lines, aside = _without_watermarks(marks.lines)
    tables = ruled.tables(marks.rules, reading.apart)
    if tables is None or marks.is_cut:
        reading.crowded.append(number)
    filled, outside = fill(banded.joined_bands(tables or (), marks.rules, marks, lines), marks, lines)
    banded.split_cells(filled, marks)
    turned = [line for line in outside if line.runs != RIGHT]
    pieces = [*_ruled_pieces(reading, filled), *_asides([*aside, *turned])]
    reading.pages.append(pieces)
    reading.tables.append([own.table for own in filled])
    reading.cells += sum([len(piece.cells) for piece in pieces])
    left = stacked([word for line in outside if line.runs == RIGHT for word in words(marks, line)])
    tabled = _tabled(pieces)
    is_narrow = bool(left) and tabled[1] <= parts.MOST_WIDE * tabled[0]
    reading.outside.append(
        unruled.Outside(
            lines=left,
            looks=[(marks.look(line[0].start), marks.look(line[-1].start + len(line[-1].text) - 1)) for line in left],
            breaks=() if tables else ruled.breaks(marks.rules),
            tables=tabled,
            inside=[marks.look(line.start) for line in lines[:: len(lines) // _SAMPLE + 1]] if is_narrow else (),
        )
    )


def _tabled(pieces: Sequence[unruled.Piece]) -> tuple[int, int]:
    """How many rows ruled tables have, and how many of them have three cells or more."""
    filled = [sum(1 for cell in piece.cells if cell) for piece in pieces if piece.is_table]
    return len(filled), sum(1 for count in filled if count >= parts.WIDE)


def _without_watermarks(lines: Sequence[Text]) -> tuple[Sequence[Text], list[Text]]:
    """The lines of a page, and apart from them those that run aslant or are far taller than most."""
    if not lines:
        return lines, []
    tallest = _WATERMARK * median([line.bottom - line.top for line in lines])
    kept: list[Text] = []
    aside: list[Text] = []
    for line in lines:
        is_tall = line.runs == RIGHT and line.bottom - line.top > tallest
        (aside if is_tall or line.runs == ASLANT else kept).append(line)
    return kept, aside


def _ruled_pieces(reading: _Reading, filled: Sequence[Filled]) -> list[unruled.Piece]:
    """The rows of a page's tables from top to bottom."""
    pieces: list[unruled.Piece] = []
    new: list[int] = []
    for own in filled:
        for top, cells in rows(own, reading.known):
            if cells != reading.known.get(cells[0]):
                new.append(len(pieces))
            if cells[0] and any(cells[1:]):
                reading.known[cells[0]] = cells
            pieces.append(unruled.Piece(top=top, cells=cells, is_table=True))
    if new:
        is_open = max((own.table for own in filled), key=lambda table: table.ys[-1]).is_open
        _settle_label(reading, pieces, new, is_open=is_open)
    return pieces


def _settle_label(reading: _Reading, pieces: list[unruled.Piece], new: Sequence[int], *, is_open: bool) -> None:
    """Bring the label of a row that was cut by a page foot to its first piece.

    Where labels stand in the middle of their rows, that of a cut one may stand on the next page.

    Args:
        reading: what was read so far; it remembers the piece that waits for its label.
        pieces: the rows of this page.
        new: those that are no repeated header.
        is_open: whether the last row was cut by the page foot.
    """
    first, last = pieces[new[0]], pieces[new[-1]]
    if reading.unlabelled is not None and first.cells[0]:
        page, index = reading.unlabelled
        waiting = reading.pages[page][index]
        reading.pages[page][index] = replace(waiting, cells=(first.cells[0], *waiting.cells[1:]))
        pieces[new[0]] = replace(first, cells=("", *first.cells[1:]))
    is_whole_page = len(new) == 1 and is_open and not first.cells[0]
    if reading.unlabelled is None or not is_whole_page:
        begins = is_open and len(new) > 1 and not last.cells[0]
        reading.unlabelled = (len(reading.pages), new[-1]) if begins else None


def _asides(lines: Sequence[Text]) -> Iterator[unruled.Piece]:
    """Watermarks and texts that run elsewhere, those that follow each other as one."""
    for _, run in groupby(lines, key=lambda line: line.runs):
        texts = list(run)
        yield unruled.Piece(top=texts[0].top, cells=(line_text(texts),), is_table=False)


def _bring_beside(reading: _Reading) -> None:
    """Bring the columns of a sheet that go on on other pages to the rows that they belong to."""
    every = zip(reading.pages, reading.outside, reading.tables, strict=True)
    sheets = [beside.Sheet(pieces=pieces, outside=outside, tables=tables) for pieces, outside, tables in every]
    joined = list(beside.further_columns(sheets))
    for page, others in joined:
        found = {page: beside.beside(sheets[page], [sheets[other] for other in others])}
        found |= {other: beside.without_columns(sheets[other], sheets[page]) for other in others}
        for number, sheet in found.items():
            reading.pages[number], reading.outside[number] = list(sheet.pieces), sheet.outside
    if joined:
        further = _pages(sorted(other + 1 for _, others in joined for other in others))
        place = _pages([page + 1 for page, _ in joined])
        reading.say(f"the columns go on on {further}: read as one table", place=place, severity=NOTE)


def _numbered(reading: _Reading) -> list[Row]:
    """All rows; what stands outside tables leaves a number free behind it, and one more where a part ends.

    So no lone text looks like a row label whose cells follow on the next line.
    """
    found: list[Row] = []
    line, behind = 0, 1
    for number, (pieces, others) in enumerate(zip(reading.pages, unruled.pieces(reading.outside), strict=True), 1):
        for piece in sorted([*pieces, *others], key=lambda piece: piece.top):
            if any(piece.cells):
                line += _STEP + 1 if piece.is_apart and found else behind
                found.append(Row(cells=piece.cells, line=line, page=number, is_heading=piece.is_heading))
                behind = 1 if piece.is_table else _STEP
    _say_text(reading, found)
    return _shown(reading, found)


def _say_pages(reading: _Reading) -> None:
    said = (
        (reading.broken, "cannot be read: damaged; get the document again", PROBLEM),
        (reading.crowded, "too many marks, drawings most likely: read without its rules; check its rows", NOTE),
    )
    for pages, message, severity in said:
        if pages:
            reading.say(message, place=_pages(pages), severity=severity)


def _pages(numbers: Sequence[int]) -> str:
    """Pages in words: "page 3", "pages 1, 2, 5 and 12 more"."""
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    more = f" and {len(numbers) - 10} more" if len(numbers) > 10 else ""  # noqa: PLR2004 - ten tell enough
    return f"pages {', '.join(map(str, numbers[:10]))}{more}"


def _say_text(reading: _Reading, found: Sequence[Row]) -> None:
    """What is missing of the text of a document: all of it, that of some pages, or its meaning."""
    if not found:
        if not reading.broken:
            reading.say(f"no text on any page ({_counted(reading)}): a scan, most likely; run OCR first")
    elif reading.pictures:
        reading.say("a picture and no text: run OCR first", place=_pages(reading.pictures))
    letters = "".join([cell for row in found[:1000] for cell in row.cells])
    strange = 0 if letters.isascii() else len(_NO_MEANING.findall(letters))
    if strange > _MANY * len(letters):
        reading.say("its letters have no meaning, only shapes: run OCR, or save it as PDF again from the source")


def _counted(reading: _Reading) -> str:
    count = len(reading.pages)
    return f"{count} page" if count == 1 else f"{count} pages"


def _shown(reading: _Reading, found: Sequence[Row]) -> list[Row]:
    """Characters that are not seen made visible, with a note on the first."""
    shown = []
    is_said = False
    for row in found:
        strange = next((cell for cell in row.cells if not cell.isprintable() and INVISIBLE.search(cell)), None)
        if strange is None:
            shown.append(row)
            continue
        if not is_said and (message := invisible_message(strange)):
            reading.say(message, place=f"page {row.page}, table row {row.line}", severity=NOTE)
            is_said = True
        cells = tuple([INVISIBLE.sub(VISIBLE, cell) for cell in row.cells])
        shown.append(replace(row, cells=cells))
    return shown
