"""The parts that several reports share: facts, bullets, statements, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from careerpaths import wording
from careerpaths.report.console import FAINT, MARK, Style


def bullet(text: str, style: Style) -> Iterator[RenderableType]:
    """One line of a list, wrapped under itself."""
    grid = Table.grid()
    grid.add_column(width=4, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text("  - " if style.ascii_only else "  \u2022 ", style=MARK), Text(text))
    yield grid


def statements(found: Iterable[tuple[str, str, str]], style: Style) -> Iterator[RenderableType]:
    """Label and text side by side, the text wrapped under itself."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style=FAINT)
    grid.add_column(overflow="fold")
    for label, text, source in found:
        grid.add_row(Text(label), Text(text))
        if style.sources and source:
            grid.add_row("", Text(source, style=FAINT))
    yield Padding(grid, (0, 0, 0, 2))


Rows = Sequence[Sequence[str | int | None]]
_GAP = 2
_MISSING = "-"


def table(columns: Sequence[str], rows: Rows, room: int) -> RenderableType:
    """A plain table where it fits the room; else each row as a short paragraph: no value is ever cut off."""
    heads = [wording.column_name(column) for column in columns]
    if not fits(columns, rows, room):
        return Group(*(_paragraph(heads, row) for row in rows))
    drawn = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style=FAINT, show_edge=False)
    for head in heads:
        drawn.add_column(head, no_wrap=True)
    for row in rows:
        drawn.add_row(*(Text(_shown(cell), style="" if cell is not None else FAINT) for cell in row))
    return drawn


def fits(columns: Sequence[str], rows: Rows, room: int) -> bool:
    """Whether all columns stand side by side in so many columns of the console."""
    heads = [wording.column_name(column) for column in columns]
    widths = [max(map(cell_len, column)) for column in zip(heads, *(map(_shown, row) for row in rows), strict=True)]
    return sum(widths) + _GAP * len(widths) <= room


def _paragraph(heads: Sequence[str], row: Sequence[str | int | None]) -> Text:
    facts = [_fact(head, cell) for head, cell in list(zip(heads, row, strict=True))[1:] if cell is not None]
    return Text(f"{_shown(row[0])}: {', '.join(facts)}" if facts else _shown(row[0]))


def _fact(head: str, cell: str | int) -> str:
    return str(cell) if cell == wording.STANDARD_NOT_LOADED else f"{head} {cell}"


def _shown(cell: str | int | None) -> str:
    return _MISSING if cell is None else str(cell)
