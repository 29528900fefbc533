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
    yield Text(said("distances_head", len(answer.roles)), style=TITLE)
    longest = max((len(one.title) for one in answer.roles), default=0)
    if longest + 6 * len(answer.roles) <= style.width:
        yield _matrix(answer)
        return
    yield Text(said("distances_wide"))
    yield _summary(answer, style.width)


def _matrix(answer: Distances) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style=FAINT)
    table.add_column(said("from_to"))
    for number in range(1, len(answer.roles) + 1):
        table.add_column(str(number), justify="right")
    for place, one in enumerate(answer.roles):
        found = answer.moves_from(place)
        cells = (str(found.get(other, "")) for other in range(len(answer.roles)))
        table.add_row(Text(f"{place + 1}. {one.title}"), *cells)
    return table


def _summary(answer: Distances, room: int) -> RenderableType:
    """For each role how many it reaches and the farthest of them."""
    rows: list[list[str | int | None]] = []
    for place, one in enumerate(answer.roles):
        found = [(moves, other) for other, moves in sorted(answer.moves_from(place).items()) if moves]
        if found:
            most = max(moves for moves, _ in found)
            farthest = next(answer.roles[other].title for moves, other in found if moves == most)
            rows.append([one.title, len(found), most, farthest])
    return table(("title", "reaches", "farthest_moves", "farthest"), rows, room)
