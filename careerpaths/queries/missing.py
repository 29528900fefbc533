"""Moves that no standard states and that would join two roles: within a track, or from its top to the next one.

A missing move counts between the same or adjacent levels of a track, or from the top of one track to the first level of
the next that the function of the role behind it has.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import TypeAlias

import networkx as nx

from careerpaths.graph import in_order
from careerpaths.queries.shortest import Sought, moves_around
from careerpaths.statements import likeness
from careerpaths.titles import fold
from careerpaths.vocabulary import TRACKS

MOST_WAYS = 3
_MOST_PAIRS = 20_000
"""Pairs of roles of one rank that are looked at for a missing move."""
_MOST_READ = 200
"""Pairs of roles of one rank whose scopes are compared."""
_MOST_CHOSEN = 10
"""Missing moves up to which each is chosen by what it joins."""

Pair: TypeAlias = tuple[str, str]
_Level: TypeAlias = tuple[str, str, int]
"""Function, track and order."""
_Cost: TypeAlias = tuple[int, int, int]
"""Missing moves, those to another function, and how far their levels are from one step up."""
_STATED: _Cost = (0, 0, 0)
_DIFFERENCES = (1, 0, -1)
"""Levels up, by how far each is from one step up."""
_APART = range(4)
"""How far a move is from one step up: the next track of another function is the farthest."""
_RANKS = tuple((elsewhere, apart) for elsewhere in (False, True) for apart in _APART)
"""The likeliest first: whether it leads to another function, and how far it is from one step up."""


@dataclass(slots=True, eq=False)
class _Levels:
    """Where roles stand, for those whose track and level are known."""

    graph: nx.DiGraph[str]
    here: dict[_Level, list[str]] = field(default_factory=lambda: defaultdict(list))
    anywhere: dict[tuple[str, int], list[_Level]] = field(default_factory=lambda: defaultdict(list))
    tops: set[_Level] = field(default_factory=set)
    entries: dict[str, dict[str, _Level]] = field(default_factory=dict)
    """For a track and a function the first level of the next track that the function has."""

    def level_of(self, role: str) -> _Level | None:
        """Where a role stands; None where it is not known."""
        facts = self.graph.nodes[role]
        if not facts["defined"] or facts["track"] not in TRACKS or facts["level_order"] is None:
            return None
        return fold(facts["job_function"] or ""), facts["track"], facts["level_order"]


def missing_moves(
    graph: nx.DiGraph[str], sought: Sought, away: Mapping[str, int], ahead: Mapping[str, int]
) -> list[tuple[Pair, ...]]:
    """The smallest sets of moves that would join two roles, the likeliest first; none where no set does.

    A shortest path (Dijkstra 1959) over stated moves, which cost nothing, and possible ones, which cost one each, those
    within a function and up a level less than others. Roles of one level have the same possible moves, so that each
    level goes on from its first role only: O((n + m) log n). Where one move is enough, the likeliest of all such moves
    are given; else each of the set is the likeliest that joins what lies before to what follows.

    Args:
        graph: where moves are stated.
        sought: between which roles; closed ones are left out.
        away: what the first role reaches, with the fewest moves.
        ahead: what leads to the last role, likewise.
    """
    levels = _levels(graph, [one for one in graph if one not in sought.closed])
    single = _likeliest(levels, away, ahead, most=MOST_WAYS)
    if single:
        return [(pair,) for pair in single]
    path = _joined(levels, sought)
    steps = [pair for pair in pairwise(path) if not graph.has_edge(*pair)]
    if len(steps) <= _MOST_CHOSEN:
        steps = _chosen(levels, sought, steps)
    return [tuple(steps)] if steps else []


def _levels(graph: nx.DiGraph[str], roles: Iterable[str]) -> _Levels:
    levels = _Levels(graph)
    for role in in_order(graph, roles):
        stands = levels.level_of(role)
        if stands:
            levels.here[stands].append(role)
    orders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for function, track, order in levels.here:
        orders[function, track].append(order)
        levels.anywhere[track, order].append((function, track, order))
    for (function, track), found in orders.items():
        levels.tops.add((function, track, max(found)))
        before = TRACKS[: TRACKS.index(track)]
        for one in reversed(before):
            levels.entries.setdefault(one, {})[function] = (function, track, min(found))
            if (function, one) in orders:
                break
    return levels


def _near(levels: _Levels, stands: _Level, apart: int) -> Iterator[_Level]:
    """The levels of its function to which a standard might state a move, so far from one step up."""
    function, track, order = stands
    if apart < len(_DIFFERENCES):
        yield function, track, order + _DIFFERENCES[apart]
    entry = levels.entries.get(track, {}).get(function)
    if not apart and entry and stands in levels.tops:
        yield entry


def _elsewhere(levels: _Levels, stands: _Level, apart: int) -> Iterator[_Level]:
    """The same in other functions."""
    function, track, order = stands
    if apart < len(_DIFFERENCES):
        found: Iterable[_Level] = levels.anywhere.get((track, order + _DIFFERENCES[apart]), ())
    else:
        found = levels.entries.get(track, {}).values() if stands in levels.tops else ()
    return (one for one in found if one[0] != function)


def _likeliest(levels: _Levels, away: Mapping[str, int], ahead: Mapping[str, int], *, most: int) -> list[Pair]:
    """The likeliest single moves from roles that are reached to roles that lead on, best first."""
    starts, ends = _by_level(levels, away), _by_level(levels, ahead)
    # Of the levels of other functions only those are met that lead on: each that is looked at gives a pair.
    onward = _Levels(levels.graph, tops=levels.tops)
    for one in ends:
        onward.anywhere[one[1:]].append(one)
    for track, entries in levels.entries.items():
        onward.entries[track] = {function: one for function, one in entries.items() if one in ends}
    found: list[Pair] = []
    for elsewhere, apart in _RANKS:
        if len(found) < most:
            near = (
                (one, other)
                for stands, roles in starts.items()
                for level in (_elsewhere if elsewhere else _near)(onward, stands, apart)
                for one in roles
                for other in ends.get(level, ())
            )
            found += _most_alike(levels.graph, near, away, ahead, most=most - len(found))
    return found


def _by_level(levels: _Levels, found: Mapping[str, int]) -> dict[_Level, list[str]]:
    """Roles by where they stand, those of the fewest moves first."""
    ordered = sorted(in_order(levels.graph, found), key=found.__getitem__)
    by_level: dict[_Level, list[str]] = defaultdict(list)
    for role in ordered:
        stands = levels.level_of(role)
        if stands and stands in levels.here:
            by_level[stands].append(role)
    return by_level


def _most_alike(
    graph: nx.DiGraph[str], pairs: Iterator[Pair], away: Mapping[str, int], ahead: Mapping[str, int], *, most: int
) -> list[Pair]:
    """Of pairs of one rank those whose scopes read most alike; only the nearest ones are read."""

    def moves(pair: Pair) -> tuple[int, int, int, Pair]:
        one, other = pair
        return away[one] + ahead[other], graph.nodes[one]["rank"], graph.nodes[other]["rank"], pair

    read = heapq.nsmallest(_MOST_READ, islice(pairs, _MOST_PAIRS), key=moves)
    return heapq.nsmallest(most, read, key=lambda pair: (-_alike(graph, *pair), moves(pair)))


def _alike(graph: nx.DiGraph[str], one: str, other: str) -> float:
    scopes = [graph.nodes[role]["scope"] for role in (one, other)]
    return round(likeness(scopes[0], scopes[1]), 2) if all(scopes) else 0.0


def _chosen(levels: _Levels, sought: Sought, steps: list[Pair]) -> list[Pair]:
    """The same number of moves, each the likeliest that joins what lies before to what follows."""
    chosen: list[Pair] = []
    for place, pair in enumerate(steps):
        before = chosen[-1][1] if chosen else sought.first
        behind = steps[place + 1][0] if place + 1 < len(steps) else sought.last
        away = moves_around(levels.graph, before, closed=sought.closed)
        ahead = moves_around(levels.graph, behind, backward=True, closed=sought.closed)
        chosen += _likeliest(levels, away, ahead, most=1) or [pair]
    return chosen


def _joined(levels: _Levels, sought: Sought) -> list[str]:
    """The path with the fewest missing moves; empty where none joins the two."""
    waiting: list[tuple[_Cost, int, str, str | None]] = [(_STATED, 0, sought.first, None)]
    before: dict[str, str | None] = {}
    spread: set[tuple[object, ...]] = set()
    while waiting:
        cost, moves, here, origin = heapq.heappop(waiting)
        if here in before:
            continue
        before[here] = origin
        if here == sought.last:
            return _traced(before, here)
        for more, there in _around(levels, here, spread):
            if there not in before and there not in sought.closed:
                after = (cost[0] + more[0], cost[1] + more[1], cost[2] + more[2])
                heapq.heappush(waiting, (after, moves + 1, there, here))
    return []


def _around(levels: _Levels, here: str, spread: set[tuple[object, ...]]) -> Iterator[tuple[_Cost, str]]:
    """Stated and possible moves from a role; the possible ones of a level once, since none later is better."""
    for there in levels.graph.successors(here):
        yield _STATED, there
    stands = levels.level_of(here)
    if stands is None or stands in spread:
        return
    spread.add(stands)
    # The same level of another function leads to the same other functions.
    across = (*stands[1:], stands in levels.tops)
    is_new = across not in spread
    spread.add(across)
    for elsewhere, apart in _RANKS[: None if is_new else len(_APART)]:
        for level in (_elsewhere if elsewhere else _near)(levels, stands, apart):
            yield from (((1, int(elsewhere), apart), there) for there in levels.here.get(level, ()))


def _traced(before: Mapping[str, str | None], last: str) -> list[str]:
    path = [last]
    while (origin := before[path[-1]]) is not None:
        path.append(origin)
    return path[::-1]
