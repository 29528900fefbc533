"""Distances as text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from careerpaths.queries.reaching import Distances
from careerpaths.report.console import FAINT, TITLE, Style
from careerpaths.report.parts import table
from careerpaths.wording import said


def distances(answer: Distances, style: Style) -> Iterator[RenderableType]:
    """The matrix where it fits the width, else a summary and where the whole is to be had."""
    yield Text(said("distances_head", len(answer.listed)), style=TITLE)
    longest = max((len(one.title) for one in answer.listed), default=0)
    if longest + 6 * len(answer.listed) <= style.width:
        yield _matrix(answer)
        return
    yield Text(said("distances_wide"))
    yield _summary(answer, style.width)


def _matrix(answer: Distances) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style=FAINT)
    table.add_column(said("from_to"))
    for number in range(1, len(answer.listed) + 1):
        table.add_column(str(number), justify="right")
    for number, (title, found) in enumerate(answer.items(), 1):
        cells = (str(found.get(one.title, "")) for one in answer.listed)
        table.add_row(Text(f"{number}. {title}"), *cells)
    return table


def _summary(answer: Distances, room: int) -> RenderableType:
    """For each role how many it reaches and the farthest of them."""
    rows: list[list[str | int | None]] = []
    for title, moves in answer.items():
        found = {other: count for other, count in moves.items() if count}
        if found:
            most = max(found.values())
            farthest = next(other for other, count in found.items() if count == most)
            rows.append([title, len(found), most, farthest])
    return table(("title", "reaches", "farthest_moves", "farthest"), rows, room)
