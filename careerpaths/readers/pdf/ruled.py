"""Tables whose cells have rules round them: from the rules of a page to its tables and their rows of texts.

Rules that touch make one drawing; its horizontal rules part bands, and where the vertical rules of neighbouring bands
stand alike they are one table. So a header table that touches the main one, with other columns, stays a table of its
own. A row cut by a page foot may have no bottom rule: it reaches as far down as the vertical rules do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from careerpaths.readers.pdf.paths import Rule

MOST_RULES = 2000
"""Rules of a page, pieces of one line counted once; a page with more is a drawing and is read by its words alone."""
_SAME_LINE = 2.5
_GAP = 3.0
"""Pieces of a rule this near are one; rules this near touch."""
_LEAST_CELL = 4.0
_SHORTEST_RULE = 4.0
_LONG = 0.8
_LEAST_BREAKS = 3
_ONE_LEVEL = 3
"""Edges of a row of a label and one cell."""
_MOST_OF_HEADER = 6
_LEAST_BELOW = 3
"""Rows of a label and one cell from which they are a table of their own below a header table that touches it."""


class Line(NamedTuple):
    """A rule made whole: where it stands, across its own direction, and from where to where it runs."""

    place: float
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Bands of cells.

    Attributes:
        xs: the column edges from left to right.
        ys: the row edges from top to bottom.
        spans: for each band, its cells as (first column, column after the last).
        homes: for each band and column, where the text of the cell there begins, as (band, column): that of a cell that
            spans rows or columns in the first of them.
        ends: for each band and column, the right edge of the cell there.
        is_open: whether the last row has no bottom rule.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    spans: tuple[tuple[tuple[int, int], ...], ...]
    homes: tuple[tuple[tuple[int, int], ...], ...]
    ends: tuple[tuple[float, ...], ...]
    is_open: bool

    @property
    def area(self) -> float:
        """Square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])


Apart = set[tuple[tuple[int, ...], tuple[int, ...]]]
"""Column edges of header tables that touch a table of one level, with the edges of that table, in whole points."""


def tables(rules: Sequence[Rule], apart: Apart) -> list[Table] | None:
    """The tables that rules draw, smallest first; None where there are too many rules.

    Args:
        rules: of a page.
        apart: what the pages before showed to be two tables; more is added here.
    """
    across, down = drawn_lines(rules)
    if len(across) + len(down) > MOST_RULES:
        return None
    found: list[Table] = []
    for rows, columns in _drawings(across, down):
        found.extend(_tables(rows, columns, apart))
    return sorted(found, key=lambda table: (table.area, table.ys[0], table.xs[0]))


def drawn_lines(rules: Iterable[Rule]) -> tuple[list[Line], list[Line]]:
    """The horizontal rules of a page and the vertical ones, each whole."""
    across: list[Line] = []
    down: list[Line] = []
    for left, top, right, bottom in rules:
        width, height = right - left, bottom - top
        if width >= height:
            across.append(Line((top + bottom) / 2, left, right))
        if height >= width:
            down.append(Line((left + right) / 2, top, bottom))
    return _whole(across), _whole(down)


def _whole(pieces: list[Line]) -> list[Line]:
    """Pieces that stand in one line and nearly touch as one; what stays short is no rule."""
    found: list[Line] = []
    for group in _near(sorted(set(pieces))):
        place = sum(piece.place for piece in group) / len(group)
        start, end = group[0].start, group[0].end
        for piece in sorted(group, key=lambda piece: piece.start):
            if piece.start > end + _GAP and piece.start > start:
                found.append(Line(place, start, end))
                start, end = piece.start, piece.end
            start, end = min(start, piece.start), max(end, piece.end)
        found.append(Line(place, start, end))
    return [line for line in found if line.end - line.start >= _SHORTEST_RULE]


def _near(pieces: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for piece in pieces:
        if groups and piece.place - groups[-1][0].place <= _SAME_LINE:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _drawings(across: Sequence[Line], down: Sequence[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Rules that touch each other, directly or through others."""
    parent = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for index, (x, top, bottom) in enumerate(down, len(across)):
        for row, (y, left, right) in enumerate(across):
            if top - _GAP <= y <= bottom + _GAP and left - _GAP <= x <= right + _GAP:
                parent[root(row)] = root(index)
    drawings: defaultdict[int, tuple[list[Line], list[Line]]] = defaultdict(lambda: ([], []))
    for row, line in enumerate(across):
        drawings[root(row)][0].append(line)
    for index, line in enumerate(down, len(across)):
        drawings[root(index)][1].append(line)
    return [drawing for drawing in drawings.values() if drawing[0] and drawing[1]]


class _Grid(NamedTuple):
    """All edges of one drawing, and which of them are there in each band and column."""

    xs: list[float]
    ys: list[float]
    walls: list[frozenset[int]]
    """For each band, the vertical edges beside its cells."""
    floors: list[list[bool]]
    """For each row edge, whether it is drawn above each column."""


def _tables(across: Sequence[Line], down: Sequence[Line], apart: Apart) -> list[Table]:
    xs = _edges([line.place for line in down], min(line.start for line in across), max(line.end for line in across))
    ys = _edges([line.place for line in across], min(line.start for line in down), max(line.end for line in down))
    last_rule = max(line.place for line in across)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):  # noqa: PLR2004 - one cell is a frame
        return []
    drawn_down, drawn_across = _drawn(down, xs), _drawn(across, ys)
    ends = {index for index in (0, len(xs) - 1) if not drawn_down[index]}
    walls = [
        frozenset(ends | {index for index, lines in enumerate(drawn_down) if _covers(lines, top, bottom)})
        for top, bottom in pairwise(ys)
    ]
    floors = [[_covers(lines, left, right) for left, right in pairwise(xs)] for lines in drawn_across]
    grid = _Grid(xs, ys, walls, floors)
    found = []
    for first, after, edges in _parted(walls, xs, apart):
        if len(edges) > 2 or (len(edges) == 2 and after - first > 1):  # noqa: PLR2004 - one cell is a frame
            is_open = ys[after] > last_rule + _LEAST_CELL
            found.append(_table(grid, first, after, sorted(edges), is_open=is_open))
    return found


def _edges(places: Iterable[float], first: float, last: float) -> list[float]:
    """Places of rules, those too near for a cell as one; where rules of the other direction go on, their ends too."""
    found: list[float] = []
    for place in sorted(set(places)):
        if not found or place - found[-1] > _LEAST_CELL:
            found.append(place)
    if first < found[0] - _LEAST_CELL:
        found.insert(0, first)
    if last > found[-1] + _LEAST_CELL:
        found.append(last)
    return found


def _drawn(lines: Iterable[Line], edges: Sequence[float]) -> list[list[Line]]:
    """For each edge the rules that stand there."""
    drawn: list[list[Line]] = [[] for _ in edges]
    for line in lines:
        index = bisect_right(edges, line.place + 0.01) - 1
        if index >= 0 and line.place - edges[index] <= _LEAST_CELL + 0.01:
            drawn[index].append(line)
    return drawn


def _covers(lines: Sequence[Line], start: float, end: float) -> bool:
    """Whether rules run along at least half of a stretch."""
    half = 0.5 * (end - start)
    covered = 0.0
    for line in lines:
        common = min(line.end, end) - max(line.start, start)
        if common > 0:
            covered += common
            if covered >= half:
                return True
    return False


def _parted(
    walls: Sequence[frozenset[int]], xs: Sequence[float], apart: Apart
) -> list[tuple[int, int, frozenset[int]]]:
    """Bands that are rows of one table each; a header table that touches a table of one level is one of its own.

    The two cells of each row of that table are not to be taken for cells that span columns of the header.
    """
    header = _bands_of_header(walls, xs, apart)
    below = [(first + header, after + header, edges) for first, after, edges in _alike(walls[header:])]
    return [*_alike(walls[:header]), *below]


def _bands_of_header(walls: Sequence[frozenset[int]], xs: Sequence[float], apart: Apart) -> int:
    """How many bands at the top are a header table above rows of a label and one cell; 0 where there is none."""
    rest = walls[-1]
    count = next((len(walls) - at for at, edges in enumerate(reversed(walls)) if edges != rest), 0)
    if len(rest) != _ONE_LEVEL or not 0 < count <= _MOST_OF_HEADER or not all(rest < edges for edges in walls[:count]):
        return 0
    edges = frozenset[int]().union(*walls[:count])
    found = (tuple(round(xs[edge]) for edge in sorted(edges)), tuple(round(xs[edge]) for edge in sorted(rest)))
    if len(walls) - count >= max(_LEAST_BELOW, count + 1):
        apart.add(found)
    return count if found in apart else 0


def _alike(walls: Sequence[frozenset[int]]) -> list[tuple[int, int, frozenset[int]]]:
    """Neighbouring bands that are rows of one table, as (first, after the last, edges), from top to bottom.

    The band with most edges takes its neighbours whose edges are among its own: their cells span columns of it.
    """
    taken = [False] * len(walls)
    found = []
    for band in sorted(range(len(walls)), key=lambda band: (-len(walls[band]), band)):
        if taken[band]:
            continue
        first, after = band, band + 1
        while first > 0 and not taken[first - 1] and _fits(walls[first - 1], walls[band]):
            first -= 1
        while after < len(walls) and not taken[after] and _fits(walls[after], walls[band]):
            after += 1
        taken[first:after] = [True] * (after - first)
        found.append((first, after, walls[band]))
    return sorted(found, key=lambda table: table[0])


def _fits(edges: frozenset[int], table: frozenset[int]) -> bool:
    """Whether a band is a row of a table: it is as wide, and each of its edges is one of the table's."""
    return edges <= table and bool(edges) and min(edges) == min(table) and max(edges) == max(table)


def _table(grid: _Grid, first: int, after: int, edges: list[int], *, is_open: bool) -> Table:
    column = {edge: index for index, edge in enumerate(edges)}
    spans: list[tuple[tuple[int, int], ...]] = []
    homes: list[tuple[tuple[int, int], ...]] = []
    for band in range(first, after):
        own = sorted(grid.walls[band] & column.keys())
        cells = tuple([(column[left], column[right]) for left, right in pairwise(own)])
        above = {cell: homes[-1][cell[0]] for cell in spans[-1]} if spans else {}
        home: list[tuple[int, int]] = []
        for start, end in cells:
            is_parted = any(grid.floors[band][edges[start] : edges[end]])
            begins = (band - first, start) if is_parted else above.get((start, end), (band - first, start))
            home.extend([begins] * (end - start))
        homes.append(tuple(home))
        spans.append(cells)
    xs = tuple([grid.xs[edge] for edge in edges])
    ys = tuple(grid.ys[first : after + 1])
    ends = tuple([tuple([xs[end] for start, end in cells for _ in range(start, end)]) for cells in spans])
    return Table(xs=xs, ys=ys, spans=tuple(spans), homes=tuple(homes), ends=ends, is_open=is_open)


def breaks(rules: Sequence[Rule]) -> tuple[float, ...]:
    """Where long horizontal rules part the rows of a table that has no vertical ones; fewer than three part none."""
    across, down = drawn_lines(rules)
    if not across or down or len(across) > MOST_RULES:
        return ()
    longest = max(line.end - line.start for line in across)
    found = sorted({line.place for line in across if line.end - line.start >= _LONG * longest})
    return tuple(found) if len(found) >= _LEAST_BREAKS else ()
