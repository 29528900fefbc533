"""The parts that several reports share: facts, bullets, statements, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
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


def table(columns: Sequence[str], rows: Sequence[Sequence[str | int | None]]) -> Table:
    """A plain table; where the width is short, the first column gives way last."""
    drawn = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=FAINT, show_edge=False)
    for place, column in enumerate(columns):
        longest = max((len(str(row[place])) for row in rows), default=0)
        drawn.add_column(
            wording.column_name(column),
            overflow="fold",
            min_width=min(longest, 40) if place == 0 else None,
            no_wrap=column == "job_code",
        )
    for row in rows:
        drawn.add_row(*(Text(str(cell)) if cell is not None else Text("-", style=FAINT) for cell in row))
    return drawn
