"""Standards as PDFs, ruled or not: a header table on each page, rows cut at the page foot, lines broken by the law."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from organisation_pages import cuts
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from organisation_pages import Layout, Sheet

WIDTH, HEIGHT, MARGIN, PADDING = 792, 612, 36, 3
FONT = "Helvetica"
LABELS = 76
"""The width of the column of labels."""
LEAST_ROOM = 3
"""Lines that must fit above the page foot for a row to begin there; else it goes to the next page."""
Lines = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How a document looks, drawn for each."""

    size: int
    gap: int
    """Between the header table and the main one; at 0 they touch."""
    is_closed: bool
    """A row that the page foot cuts has a rule below its first part and above its second."""
    titles_too: bool
    """The Job Title row is repeated on each page."""
    foot: str
    is_ruled: bool

    @property
    def leading(self) -> float:
        """From line to line."""
        return self.size * 1.2


@dataclass(slots=True, kw_only=True)
class _Paper:
    """A document being drawn; `y` is how far down the page is filled."""

    canvas: Canvas
    look: _Look
    page: int = 0
    y: float = 0
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)

    @property
    def room(self) -> int:
        """Lines of a row that fit above the page foot."""
        return int((self.y - MARGIN - 2 * PADDING) // self.look.leading)


def as_pdf(sheets: Sequence[Sheet], random: Random, layout: Layout) -> bytes:
    """A PDF; each standard begins on a page of its own."""
    look = _Look(
        size=random.choice((7, 8)),
        gap=0 if random.random() < layout.touching else 12,
        is_closed=random.random() >= layout.open_foot,
        titles_too=random.random() < layout.title_repeated,
        foot=random.choice(("", "Page {}")),
        is_ruled=random.random() >= layout.unruled,
    )
    file = io.BytesIO()
    paper = _Paper(canvas=Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=True), look=look)
    for sheet in sheets:
        _draw_sheet(paper, sheet)
    paper.canvas.save()
    return file.getvalue()


def _draw_sheet(paper: _Paper, sheet: Sheet) -> None:
    columns = len(sheet.levels)
    inner = WIDTH - 2 * MARGIN
    widths = [LABELS, *[(inner - LABELS) / columns] * columns]
    repeated = [("Job Level", *sheet.levels), *(sheet.body[:1] if paper.look.titles_too else ())]
    _begin_page(paper, sheet, widths, [("Job Level", *sheet.levels), sheet.body[0]])
    for row in sheet.body[1:]:
        left = _broken(row, widths, paper.look.size)
        while left:
            if paper.room < min(LEAST_ROOM, max(map(len, left))):
                _end_page(paper)
                _begin_page(paper, sheet, widths, repeated)
            left = _draw_row(paper, left, widths)
    _end_page(paper)


def _broken(row: Sequence[str], widths: Sequence[float], size: int) -> list[Lines]:
    return [wrapped(cell, width - 2 * PADDING, size) for cell, width in zip(row, widths, strict=True)]


def _begin_page(paper: _Paper, sheet: Sheet, widths: Sequence[float], rows: Sequence[tuple[str, ...]]) -> None:
    """The header table, then the rows that each page begins with."""
    paper.page += 1
    paper.y = HEIGHT - MARGIN
    paper.canvas.setFont(FONT, paper.look.size)
    inner = WIDTH - 2 * MARGIN
    narrow = [LABELS, (inner - 2 * LABELS) * 0.3, LABELS, (inner - 2 * LABELS) * 0.7]
    for row in sheet.header:
        whole = (*row, *[""] * (len(narrow) - len(row)))
        _draw_row(paper, _broken(whole, narrow, paper.look.size), narrow)
    paper.y -= paper.look.gap
    for row in rows:
        _draw_row(paper, _broken(row, widths, paper.look.size), widths)


def _end_page(paper: _Paper) -> None:
    if paper.look.foot:
        paper.canvas.drawCentredString(WIDTH / 2, MARGIN / 2, paper.look.foot.format(paper.page))
    paper.canvas.setLineWidth(0.5)
    paper.canvas.lines(paper.lines)
    paper.lines.clear()
    paper.canvas.showPage()


def _draw_row(paper: _Paper, cells: Sequence[Lines], widths: Sequence[float]) -> list[Lines]:
    """Draw as much of a row as fits, with the rules around; what is left of its cells, nothing where it is done."""
    leading, most = paper.look.leading, paper.room
    height = min(most, max(1, *map(len, cells))) * leading + 2 * PADDING
    left = [lines[most:] for lines in cells]
    is_cut = any(left)
    bottom = MARGIN if is_cut else paper.y - height
    _draw_texts(paper, cells, widths, most)
    _rule(paper, widths, bottom, is_open=is_cut and not paper.look.is_closed)
    paper.y = bottom
    return left if is_cut else []


def _draw_texts(paper: _Paper, cells: Sequence[Lines], widths: Sequence[float], most: int) -> None:
    text = paper.canvas.beginText()
    text.setFont(FONT, paper.look.size, paper.look.leading)
    x: float = MARGIN
    for lines, width in zip(cells, widths, strict=True):
        if lines:
            text.setTextOrigin(x + PADDING, paper.y - PADDING - paper.look.size)
            for line in lines[:most]:
                text.textLine(line)
        x += width
    paper.canvas.drawText(text)


def _rule(paper: _Paper, widths: Sequence[float], bottom: float, *, is_open: bool) -> None:
    """Rules above and at the sides of a row, and below it unless it is open at the page foot."""
    if not paper.look.is_ruled:
        return
    right = WIDTH - MARGIN
    x: float = MARGIN
    paper.lines.append((x, paper.y, right, paper.y))
    if not is_open:
        paper.lines.append((x, bottom, right, bottom))
    for width in (0, *widths):
        x += width
        paper.lines.append((x, paper.y, x, bottom))


@lru_cache(maxsize=100_000)
def _word_width(word: str, size: int) -> float:
    return stringWidth(word, FONT, size)


def _width(text: str, size: int) -> float:
    words = text.split(" ")
    return sum([_word_width(word, size) for word in words]) + _word_width(" ", size) * (len(words) - 1)


@lru_cache(maxsize=20_000)
def wrapped(text: str, width: float, size: int) -> Lines:
    """A text in lines no wider than this, broken only where a reader can join them again without a doubt."""
    lines: Lines = []
    line = ""
    for glue, piece in _pieces(text):
        longer = f"{line}{glue}{piece}"
        if line and _width(longer, size) > width:
            lines.append(line)
            longer = piece
        line = longer
    return [*lines, line] if line else lines


def _pieces(text: str) -> list[tuple[str, str]]:
    """The parts that a line end may stand between, each with what joins it to the one before."""
    found: list[tuple[str, str]] = []
    begun, glue = 0, ""
    for left, right in cuts(text, hyphens=True):
        end = len(left)
        found.append((glue, text[begun:end]))
        begun = len(text) - len(right)
        glue = text[end:begun]
    return [*found, (glue, text[begun:])]
