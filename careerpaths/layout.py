"""Positions of roles: one band for each function, one row for each level, tracks side by side, promotions pointing up.

Time is linear in roles and moves. The order of functions is the reverse Cuthill-McKee order of the graph of functions
(E. Cuthill and J. McKee, "Reducing the bandwidth of sparse symmetric matrices", 1969), which puts functions that
exchange people near each other. Same graph, same picture.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
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


class Group(Enum):
    """Bands that are no function."""

    SHARED = "named by several functions"


Home: TypeAlias = "str | Group | None"
"""The function of a band; None = the function is not stated."""
Level: TypeAlias = "tuple[Home, int, int]"
"""Home, place of the track in TRACKS, order within the track."""
Stand: TypeAlias = "tuple[int, int | None]"
"""Place of the track in TRACKS, order within the track."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The part of the picture that belongs to one function, in picture units; y grows downward.

    `is_shared`: the band of no function, with the undefined roles that several functions name.
    """

    job_function: str | None
    is_shared: bool
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
        stands: the place of each role's track in TRACKS, and its order within the track (None = not known).
        rows: the row of each role, 0 = lowest; a level of a track has the same row in every band, unless a change of
            track moves it up.
        columns: the column of each role within its band, 0 = leftmost; tracks take columns from left to right.
        bands: one for each function, functions that exchange people near each other.
    """

    positions: Mapping[str, tuple[float, float]]
    stands: Mapping[str, Stand]
    rows: Mapping[str, int]
    columns: Mapping[str, int]
    bands: tuple[Band, ...]


def arrange(graph: nx.DiGraph[str]) -> Arrangement:
    """Where every role stands; an undefined role stands with the function that names it. Same graph, same positions.

    Where several functions name it, it stands in a band of its own kind.
    """
    order = ranks(graph)
    homes = _homes(graph, order)
    stands = {role: _stand(graph, role) for role in order}
    rows = _rows(graph, homes, stands)
    members = _members(homes)
    cells = {name: _cells(roles, rows, stands) for name, roles in members.items()}
    spots = {name: _spots(here) for name, here in cells.items()}
    sizes = {name: _size(places) for name, places in spots.items()}
    corners = _corners([(name, sizes[name]) for name in _near_order(graph, homes, list(members))])
    positions = _positions(spots, corners)
    return Arrangement(
        positions={role: positions[role] for role in order},
        stands=stands,
        rows=rows,
        columns={role: column for here in cells.values() for role, column in _columns(here).items()},
        bands=tuple(_band(name, members[name], corners[name], sizes[name]) for name in corners),
    )


def _positions(
    spots: Mapping[Home, Mapping[str, tuple[float, float]]], corners: Mapping[Home, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Places in the picture, from those within each band and the lower left corner of each."""
    return {
        role: (corners[name][0] + x, corners[name][1] - y)
        for name, places in spots.items()
        for role, (x, y) in places.items()
    }


def grid(count: int) -> tuple[tuple[int, int], ...]:
    """The middles of `count` equal blocks, in reading order, on a page about as wide as high."""
    columns = max(1, math.ceil(math.sqrt(count * BLOCK_HEIGHT / BLOCK_WIDTH)))
    return tuple((place % columns * BLOCK_WIDTH, place // columns * BLOCK_HEIGHT) for place in range(count))


def _homes(graph: nx.DiGraph[str], order: Mapping[str, int]) -> dict[str, Home]:
    """The function in whose band a role stands: its own, else that of all who name it, if it is one."""
    homes: dict[str, Home] = {}
    for role in order:
        home: Home = graph.nodes[role]["job_function"]
        if home is None and not graph.nodes[role]["defined"]:
            named_by: set[str | None] = {graph.nodes[namer]["job_function"] for namer in graph.predecessors(role)}
            home = named_by.pop() if len(named_by) == 1 else Group.SHARED if named_by else None
        homes[role] = home
    return homes


def _members(homes: Mapping[str, Home]) -> dict[Home, list[str]]:
    """The roles of each band in reading order, the band of those that several functions name last."""
    members: defaultdict[Home, list[str]] = defaultdict(list)
    for role, home in homes.items():
        members[home].append(role)
    return dict(sorted(members.items(), key=lambda item: item[0] is Group.SHARED))


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


def _rows(graph: nx.DiGraph[str], homes: Mapping[str, Home], stands: Mapping[str, Stand]) -> dict[str, int]:
    levels: dict[str, Level | None] = {
        role: None if order is None else (homes[role], track, order) for role, (track, order) in stands.items()
    }
    row_of_level = _rows_of_levels(_bounds(graph, levels))
    rows = {role: row_of_level[level] for role, level in levels.items() if level is not None}
    for role in stands:
        if role not in rows:
            rows[role] = max((rows[namer] for namer in graph.predecessors(role) if namer in rows), default=0)
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
    return level[0] if isinstance(level[0], str) else "", level[1], level[2]


def _rows_of_levels(bounds: nx.DiGraph[Level]) -> dict[Level, int]:
    """The lowest row that meets every bound (longest path); where bounds contradict each other, moves back give way."""
    knots = {level: place for place, part in enumerate(nx.strongly_connected_components(bounds)) for level in part}
    backward = [(a, b) for a, b in bounds.edges if knots[a] == knots[b] and b[1] < a[1]]
    bounds.remove_edges_from(backward)
    rows: dict[Level, int] = {}
    for level in nx.topological_sort(bounds):
        # The second level of a ladder stands in the second row, also where the first is missing.
        own = max(0, level[2] - 1)
        rows[level] = max([own, *(rows[below] + bounds.edges[below, level]["rows"] for below in bounds.pred[level])])
    return rows


def _cells(
    roles: Iterable[str], rows: Mapping[str, int], stands: Mapping[str, Stand]
) -> dict[tuple[int, int], list[str]]:
    """The roles of each track and row of a band."""
    cells: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for role in roles:
        cells[stands[role][0], rows[role]].append(role)
    return cells


def _columns(cells: Mapping[tuple[int, int], list[str]]) -> dict[str, int]:
    """The column of each role, those of a track beside those of the track before."""
    first = 0
    columns = {}
    for track in sorted({track for track, _ in cells}):
        inside = {
            role: place % WIDEST_CELL
            for (other, _), here in cells.items()
            if other == track
            for place, role in enumerate(here)
        }
        columns.update({role: first + column for role, column in inside.items()})
        first += max(inside.values()) + 1
    return columns


def _spots(cells: Mapping[tuple[int, int], list[str]]) -> dict[str, tuple[float, float]]:
    """Places within a band, measured right and up from its lower left corner."""
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


def _near_order(graph: nx.DiGraph[str], homes: Mapping[str, Home], names: list[Home]) -> list[Home]:
    # Numbers instead of names: the order within sets of numbers does not change between runs.
    numbers = {name: number for number, name in enumerate(names)}
    links: nx.Graph[int] = nx.Graph()
    links.add_nodes_from(numbers.values())
    # What many functions name says nothing about which of them are near each other.
    between = ((homes[a], homes[b]) for a, b in graph.edges if homes[a] != homes[b] and homes[b] is not Group.SHARED)
    links.add_edges_from((numbers[one], numbers[other]) for one, other in between)
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


def _corners(sizes: list[tuple[Home, tuple[float, float]]]) -> dict[Home, tuple[float, float]]:
    """The lower left corner of each band: side by side on shelves as wide as the page's shape asks, feet in line."""
    area = sum((width + BAND_GAP) * (height + BAND_GAP) for _, (width, height) in sizes)
    widest = max([width for _, (width, _) in sizes] + [math.sqrt(area * PAGE_SHAPE)])
    corners: dict[Home, tuple[float, float]] = {}
    left = top = 0.0
    shelf: list[tuple[Home, float, float]] = []
    for name, (width, height) in sizes:
        if shelf and left + width > widest:
            top = _set_down(shelf, top, corners)
            left, shelf = 0.0, []
        shelf.append((name, left, height))
        left += width + BAND_GAP
    _set_down(shelf, top, corners)
    return corners


def _set_down(shelf: list[tuple[Home, float, float]], top: float, corners: dict[Home, tuple[float, float]]) -> float:
    """Put the bands of a shelf on its floor; returns where the next shelf begins."""
    floor = top + max((height for _, _, height in shelf), default=0.0)
    corners.update({name: (left, floor) for name, left, _ in shelf})
    return floor + BAND_GAP


def _band(home: Home, roles: list[str], corner: tuple[float, float], size: tuple[float, float]) -> Band:
    (left, bottom), (width, height) = corner, size
    name = None if isinstance(home, Group) else home
    where = {"left": left, "top": bottom - height, "width": width, "height": height}
    return Band(job_function=name, is_shared=home is Group.SHARED, roles=tuple(roles), **where)
