"""Positions of roles: one band for each function, one row for each level, tracks side by side, promotions pointing up.

Time is linear in roles and moves. The order of functions is the reverse Cuthill-McKee order of the graph of functions
(E. Cuthill and J. McKee, "Reducing the bandwidth of sparse symmetric matrices", 1969), which puts functions that
exchange people near each other. Same graph, same picture.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from careerpaths.graph import ranks
from careerpaths.titles import level_number, stem_and_noun
from careerpaths.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TRACKS = ("operational", "professional", "supervisory", "managerial", None)
"""From left to right; roles whose track is not known stand last."""
COLUMN_WIDTH = 206
ROW_HEIGHT = 98
TRACK_GAP = 24
BLOCK_WIDTH = 230
BLOCK_HEIGHT = 96
BAND_GAP = 120
WIDEST_CELL = 4
"""Roles side by side at one level; more of them take another line."""
PAGE_SHAPE = 1.5
"""Width to height of the page that bands are wrapped to."""

Level: TypeAlias = "tuple[str | None, int, int]"
"""Function, place of the track in TRACKS, order within the track."""
Stand: TypeAlias = "tuple[int, int | None]"
"""Place of the track in TRACKS, order within the track."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The part of the picture that belongs to one function, in picture units; y grows downward."""

    job_function: str | None
    roles: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Where every role stands.

    Attributes:
        positions: the middle of each role, by id; x grows to the right, y grows downward, a promotion points up.
        rows: the row of each role within its band, 0 = lowest.
        bands: one for each function, functions that exchange people near each other.
    """

    positions: Mapping[str, tuple[float, float]]
    rows: Mapping[str, int]
    bands: tuple[Band, ...]


def arrange(graph: nx.DiGraph[str]) -> Arrangement:
    """Where every role stands; an undefined role stands beside those that name it. Same graph, same positions."""
    order = ranks(graph)
    homes = _homes(graph, order)
    stands = {role: _stand(graph, role) for role in order}
    rows = _rows(graph, homes, stands)
    members: defaultdict[str | None, list[str]] = defaultdict(list)
    for role in order:
        members[homes[role]].append(role)
    cells = {name: _cells(roles, rows, stands) for name, roles in members.items()}
    sizes = {name: _size(spots) for name, spots in cells.items()}
    corners = _corners([(name, sizes[name]) for name in _near_order(graph, homes, list(members))])
    positions = {}
    for name, spots in cells.items():
        left, bottom = corners[name]
        positions.update({role: (left + x, bottom - y) for role, (x, y) in spots.items()})
    bands = tuple(_band(name, members[name], corners[name], sizes[name]) for name in corners)
    return Arrangement(positions={role: positions[role] for role in order}, rows=rows, bands=bands)


def grid(count: int) -> tuple[tuple[int, int], ...]:
    """The middles of `count` equal blocks, in reading order, on a page about as wide as high."""
    columns = max(1, math.ceil(math.sqrt(count * BLOCK_HEIGHT / BLOCK_WIDTH)))
    return tuple((place % columns * BLOCK_WIDTH, place // columns * BLOCK_HEIGHT) for place in range(count))


def _homes(graph: nx.DiGraph[str], order: Mapping[str, int]) -> dict[str, str | None]:
    """The function in whose band a role stands: its own, else that of the first role that names it."""
    homes: dict[str, str | None] = {}
    for role in order:
        named_by = min(graph.predecessors(role), key=order.__getitem__, default=None)
        own = graph.nodes[role]["job_function"]
        homes[role] = graph.nodes[named_by]["job_function"] if own is None and named_by is not None else own
    return homes


def _stand(graph: nx.DiGraph[str], role: str) -> Stand:
    facts = graph.nodes[role]
    track, order = facts["track"], facts["level_order"]
    if not facts["defined"] and any(edge["kind_basis"] == "title" for edge in graph.pred[role].values()):
        # The kind of a move that leads there was told by its title; so is its place, and nothing else.
        _, noun = stem_and_noun(facts["title"])
        track = VOCABULARY.track_nouns.get(noun or "", _track_before(graph, role))
        order = level_number(facts["title"])
    return TRACKS.index(track), order if track else None


def _track_before(graph: nx.DiGraph[str], role: str) -> str | None:
    """The one track of the roles that name this one, if it is one."""
    tracks = {graph.nodes[namer]["track"] for namer in graph.pred[role]}
    return tracks.pop() if len(tracks) == 1 else None


def _rows(graph: nx.DiGraph[str], homes: Mapping[str, str | None], stands: Mapping[str, Stand]) -> dict[str, int]:
    levels: dict[str, Level | None] = {
        role: None if order is None else (homes[role], track, order) for role, (track, order) in stands.items()
    }
    row_of_level = _rows_of_levels(_bounds(graph, levels))
    rows = {role: row_of_level[level] for role, level in levels.items() if level is not None}
    for role in stands:
        if role not in rows:
            beside = (
                rows[namer] for namer in graph.predecessors(role) if namer in rows and homes[namer] == homes[role]
            )
            rows[role] = max(beside, default=0)
    return rows


def _bounds(graph: nx.DiGraph[str], levels: Mapping[str, Level | None]) -> nx.DiGraph[Level]:
    """Which level stands how many rows above which: steps within a track, and moves to another track (0 rows)."""
    bounds: nx.DiGraph[Level] = nx.DiGraph()
    stated = sorted({level for level in levels.values() if level is not None}, key=_level_key)
    bounds.add_nodes_from(stated)
    for lower, upper in pairwise(stated):
        if lower[:2] == upper[:2]:
            bounds.add_edge(lower, upper, rows=upper[2] - lower[2])
    for start, end, facts in graph.edges(data=True):
        below, beside = levels[start], levels[end]
        if facts["kind"] != "change-of-track" or below is None or beside is None:
            continue
        if below[0] == beside[0] and below[1] != beside[1]:
            bounds.add_edge(below, beside, rows=0)
    return bounds


def _level_key(level: Level) -> tuple[str, int, int]:
    return level[0] or "", level[1], level[2]


def _rows_of_levels(bounds: nx.DiGraph[Level]) -> dict[Level, int]:
    """The lowest row that meets every bound (longest path); where bounds contradict each other, moves back give way."""
    knots = {level: place for place, part in enumerate(nx.strongly_connected_components(bounds)) for level in part}
    backward = [(a, b) for a, b in bounds.edges if knots[a] == knots[b] and b[1] < a[1]]
    bounds.remove_edges_from(backward)
    rows: dict[Level, int] = {}
    for level in nx.topological_sort(bounds):
        rows[level] = max((rows[below] + bounds.edges[below, level]["rows"] for below in bounds.pred[level]), default=0)
    return rows


def _cells(
    roles: Iterable[str], rows: Mapping[str, int], stands: Mapping[str, Stand]
) -> dict[str, tuple[float, float]]:
    """Places within a band, measured right and up from its lower left corner."""
    cells: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for role in roles:
        cells[stands[role][0], rows[role]].append(role)
    lefts = _lefts(cells)
    bottoms = _bottoms(cells)
    spots = {}
    for (track, row), here in cells.items():
        left, width = lefts[track]
        for place, role in enumerate(here):
            line, column = divmod(place, WIDEST_CELL)
            indent = (width - min(len(here) - line * WIDEST_CELL, WIDEST_CELL)) / 2
            spots[role] = (left + (indent + column + 0.5) * COLUMN_WIDTH, bottoms[row] + (line + 0.5) * ROW_HEIGHT)
    return spots


def _lefts(cells: Mapping[tuple[int, int], list[str]]) -> dict[int, tuple[float, int]]:
    """For each track its left edge and how many roles stand side by side in it."""
    widths: defaultdict[int, int] = defaultdict(int)
    for (track, _), here in cells.items():
        widths[track] = max(widths[track], min(len(here), WIDEST_CELL))
    left = 0.0
    lefts = {}
    for track in sorted(widths):
        lefts[track] = (left, widths[track])
        left += widths[track] * COLUMN_WIDTH + TRACK_GAP
    return lefts


def _bottoms(cells: Mapping[tuple[int, int], list[str]]) -> dict[int, float]:
    """How high the lower edge of each row is; a row with more roles than fit side by side takes several lines."""
    lines: defaultdict[int, int] = defaultdict(lambda: 1)
    for (_, row), here in cells.items():
        lines[row] = max(lines[row], math.ceil(len(here) / WIDEST_CELL))
    bottom = 0.0
    bottoms = {}
    for row in range(max(lines) + 1):
        bottoms[row] = bottom
        bottom += lines[row] * ROW_HEIGHT
    return bottoms


def _size(spots: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
    return max(x for x, _ in spots.values()) + COLUMN_WIDTH / 2, max(y for _, y in spots.values()) + ROW_HEIGHT / 2


def _near_order(graph: nx.DiGraph[str], homes: Mapping[str, str | None], names: list[str | None]) -> list[str | None]:
    # Numbers instead of names: the order within sets of numbers does not change between runs.
    numbers = {name: number for number, name in enumerate(names)}
    links: nx.Graph[int] = nx.Graph()
    links.add_nodes_from(numbers.values())
    links.add_edges_from((numbers[homes[a]], numbers[homes[b]]) for a, b in graph.edges if homes[a] != homes[b])
    groups = sorted((sorted(group) for group in nx.connected_components(links)), key=lambda group: group[0])
    order = (number for group in groups for number in _one_order(links, group))
    return [names[number] for number in order]


def _one_order(links: nx.Graph[int], group: list[int]) -> list[int]:
    """The reverse Cuthill-McKee order of linked functions, begun at the end that is read first."""
    part: nx.Graph[int] = nx.Graph()
    part.add_nodes_from(group)
    # In an order of their own: that in which moves were read would lead to another picture.
    part.add_edges_from(sorted((min(pair), max(pair)) for pair in links.subgraph(group).edges))
    order = list(nx.utils.reverse_cuthill_mckee_ordering(part))
    return order if order[0] < order[-1] else order[::-1]


def _corners(sizes: list[tuple[str | None, tuple[float, float]]]) -> dict[str | None, tuple[float, float]]:
    """The lower left corner of each band: side by side on shelves as wide as the page's shape asks, feet in line."""
    area = sum((width + BAND_GAP) * (height + BAND_GAP) for _, (width, height) in sizes)
    widest = max([width for _, (width, _) in sizes] + [math.sqrt(area * PAGE_SHAPE)])
    corners: dict[str | None, tuple[float, float]] = {}
    left = top = 0.0
    shelf: list[tuple[str | None, float, float]] = []
    for name, (width, height) in sizes:
        if shelf and left + width > widest:
            top = _set_down(shelf, top, corners)
            left, shelf = 0.0, []
        shelf.append((name, left, height))
        left += width + BAND_GAP
    _set_down(shelf, top, corners)
    return corners


def _set_down(
    shelf: list[tuple[str | None, float, float]], top: float, corners: dict[str | None, tuple[float, float]]
) -> float:
    """Put the bands of a shelf on its floor; returns where the next shelf begins."""
    floor = top + max((height for _, _, height in shelf), default=0.0)
    corners.update({name: (left, floor) for name, left, _ in shelf})
    return floor + BAND_GAP


def _band(name: str | None, roles: list[str], corner: tuple[float, float], size: tuple[float, float]) -> Band:
    (left, bottom), (width, height) = corner, size
    return Band(job_function=name, roles=tuple(roles), left=left, top=bottom - height, width=width, height=height)
