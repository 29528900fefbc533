"""Why no route is stated, and what is missing: moves that would join two roles, and roles that can be reached instead.

A missing move is a question for HR and never a step to take. It counts only within a track between the same or adjacent
levels, or in one function from the top of a track to the first level of the next.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.graph import in_order
from careerpaths.queries.answers import RoleRef, role_ref
from careerpaths.queries.shortest import Sought, moves_around
from careerpaths.statements import likeness
from careerpaths.titles import fold
from careerpaths.vocabulary import TRACKS

UNDEFINED, NOT_STATED, ONE_WAY, NO_MOVE = "undefined role", "moves not stated", "one-way move", "no move stated"
MOST_WAYS = 3
MOST_INSTEAD = 3
_MOST_PAIRS = 20_000
"""Pairs of roles that are compared for a missing move."""
_FAR = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingMove:
    """A move that no standard states."""

    start: RoleRef
    end: RoleRef
    note: str
    """How near the two are, in words."""

    def to_dict(self) -> dict[str, str]:
        """The JSON shape of a missing move."""
        ends = {"from": self.start.title, "from_id": self.start.id, "to": self.end.title, "to_id": self.end.id}
        return {**ends, "note": self.note}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """Why there is no route."""

    cause: str
    """"undefined role", "moves not stated", "one-way move" or "no move stated"."""
    reached: tuple[RoleRef, ...]
    """What the first role leads to, nearest first."""
    feeders: tuple[RoleRef, ...]
    """What leads to the last role, nearest first."""
    missing: tuple[tuple[MissingMove, ...], ...]
    """The smallest sets of moves that would join the two, the likeliest first."""
    instead: tuple[RoleRef, ...]
    """The roles within reach that are nearest to the last one."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape: `{cause, reached, feeders, missing, instead}`; roles as titles."""
        return {
            "cause": self.cause,
            "reached": [one.title for one in self.reached],
            "feeders": [one.title for one in self.feeders],
            "missing": [[one.to_dict() for one in way] for way in self.missing],
            "instead": [one.title for one in self.instead],
        }


def gaps(graph: nx.DiGraph[str], sought: Sought) -> Gaps:
    """What is missing between two roles that no chain of moves joins.

    The smallest set of missing moves is a shortest path (Dijkstra 1959) over stated moves, which cost nothing, and
    possible ones, which cost one each, those within a function and up a level less than others: O((n + m) log n).
    Where one move is enough, all such moves are ranked: in one function first, one level up, the same level, one level
    down, then by how alike their scopes read.
    """
    away = moves_around(graph, sought.first, closed=sought.closed)
    ahead = moves_around(graph, sought.last, backward=True, closed=sought.closed)
    return Gaps(
        cause=_cause(graph, sought, away),
        reached=tuple(role_ref(graph, one) for one in _by_moves(graph, away)),
        feeders=tuple(role_ref(graph, one) for one in _by_moves(graph, ahead)),
        missing=tuple(_missing(graph, sought, away, ahead)),
        instead=tuple(role_ref(graph, one) for one in _instead(graph, sought, away)),
    )


def _by_moves(graph: nx.DiGraph[str], found: Mapping[str, int]) -> list[str]:
    return sorted((one for one in in_order(graph, found) if found[one]), key=found.__getitem__)


def _cause(graph: nx.DiGraph[str], sought: Sought, away: Mapping[str, int]) -> str:
    if sought.first in moves_around(graph, sought.last):
        return ONE_WAY
    if not graph.nodes[sought.first]["states_moves"] and graph.nodes[sought.first]["defined"]:
        return NOT_STATED
    return UNDEFINED if any(not graph.nodes[one]["defined"] for one in away) else NO_MOVE


_Cost = tuple[int, int, int]
"""Missing moves, those to another function, and how far their levels are from one step up."""
_STATED: _Cost = (0, 0, 0)
_ALIKE = {1: 0, 0: 1, -1: 2}
"""For a difference of levels how far it is from one step up."""
_Level = tuple[str, str, int]
"""Function, track and order."""


@dataclass(slots=True, eq=False)
class _Levels:
    """Where roles stand, for those whose track and level are known."""

    graph: nx.DiGraph[str]
    here: dict[_Level, list[str]] = field(default_factory=lambda: defaultdict(list))
    anywhere: dict[tuple[str, int], list[str]] = field(default_factory=lambda: defaultdict(list))
    ends: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    """For a function and a track its first and its last level."""

    def level_of(self, role: str) -> _Level | None:
        """Where a role stands; None where it is not known."""
        facts = self.graph.nodes[role]
        if not facts["defined"] or facts["track"] not in TRACKS or facts["level_order"] is None:
            return None
        return fold(facts["job_function"] or ""), facts["track"], facts["level_order"]


def _levels(graph: nx.DiGraph[str], roles: Iterator[str] | list[str]) -> _Levels:
    levels = _Levels(graph)
    for role in roles:
        stands = levels.level_of(role)
        if stands:
            function, track, order = stands
            levels.here[stands].append(role)
            levels.anywhere[track, order].append(role)
            low, high = levels.ends.get((function, track), (order, order))
            levels.ends[function, track] = (min(low, order), max(high, order))
    return levels


def _possible(levels: _Levels, role: str) -> Iterator[tuple[_Cost, str]]:
    """The moves within its function that a standard might state of a role."""
    stands = levels.level_of(role)
    if stands is None:
        return
    function, track, order = stands
    for difference, apart in _ALIKE.items():
        for other in levels.here.get((function, track, order + difference), ()):
            yield (1, 0, apart), other
    following = TRACKS[TRACKS.index(track) + 1 : TRACKS.index(track) + 2]
    for above in following:
        first = levels.ends.get((function, above), (None, None))[0]
        if first is not None and levels.ends[function, track][1] == order:
            for other in levels.here.get((function, above, first), ()):
                yield (1, 0, 0), other


def _possible_elsewhere(levels: _Levels, role: str) -> Iterator[tuple[_Cost, str]]:
    """The same to other functions, within a track."""
    stands = levels.level_of(role)
    if stands is None:
        return
    function, track, order = stands
    for difference, apart in _ALIKE.items():
        for other in levels.anywhere.get((track, order + difference), ()):
            if levels.level_of(other) != (function, track, order + difference):
                yield (1, 1, apart), other


def _missing(
    graph: nx.DiGraph[str], sought: Sought, away: Mapping[str, int], ahead: Mapping[str, int]
) -> list[tuple[MissingMove, ...]]:
    levels = _levels(graph, in_order(graph, (one for one in graph if one not in sought.closed)))
    single = _single(graph, levels, away, ahead)
    if single:
        return [(_move(graph, *pair),) for pair in single]
    path = _joined(levels, sought)
    steps = [pair for pair in pairwise(path) if not graph.has_edge(*pair)]
    return [tuple(_move(graph, *pair) for pair in steps)] if steps else []


def _single(
    graph: nx.DiGraph[str], levels: _Levels, away: Mapping[str, int], ahead: Mapping[str, int]
) -> list[tuple[str, str]]:
    """The likeliest single moves that would join what is reached to what leads on."""
    starts = _by_moves(graph, away) + [one for one, moves in away.items() if not moves]
    onward = _levels(graph, in_order(graph, ahead))
    onward.ends = levels.ends
    for possible in (_possible, _possible_elsewhere):
        pairs = islice(((cost, one, other) for one in starts for cost, other in possible(onward, one)), _MOST_PAIRS)
        ranked = [
            (cost, -_alike(graph, one, other), away[one] + ahead[other], graph.nodes[one]["rank"], one, other)
            for cost, one, other in pairs
        ]
        if ranked:
            return [(one, other) for *_, one, other in heapq.nsmallest(MOST_WAYS, ranked)]
    return []


def _alike(graph: nx.DiGraph[str], one: str, other: str) -> float:
    scopes = [graph.nodes[role]["scope"] for role in (one, other)]
    return round(likeness(scopes[0], scopes[1]), 2) if all(scopes) else 0.0


def _joined(levels: _Levels, sought: Sought) -> list[str]:
    """The path with the fewest missing moves; empty where none joins the two."""
    waiting: list[tuple[_Cost, int, str, str | None]] = [(_STATED, 0, sought.first, None)]
    before: dict[str, str | None] = {}
    spread: set[tuple[str, int]] = set()
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


def _around(levels: _Levels, here: str, spread: set[tuple[str, int]]) -> Iterator[tuple[_Cost, str]]:
    """Stated and possible moves from a role; into other functions once for each level, since none later is better."""
    for there in levels.graph.successors(here):
        yield _STATED, there
    yield from _possible(levels, here)
    stands = levels.level_of(here)
    if stands and stands[1:] not in spread:
        spread.add(stands[1:])
        yield from _possible_elsewhere(levels, here)


def _traced(before: Mapping[str, str | None], last: str) -> list[str]:
    path = [last]
    while (origin := before[path[-1]]) is not None:
        path.append(origin)
    return path[::-1]


def _move(graph: nx.DiGraph[str], start: str, end: str) -> MissingMove:
    one, other = role_ref(graph, start), role_ref(graph, end)
    is_near = fold(one.job_function or "") == fold(other.job_function or "")
    here, there = (graph.nodes[role]["level_order"] for role in (start, end))
    if graph.nodes[start]["track"] != graph.nodes[end]["track"]:
        key = "gap_next_track"
    else:
        key = {1: "gap_level_up", 0: "gap_same_level"}.get(there - here, "gap_level_down")
    function = wording.said("gap_same_function" if is_near else "gap_other_function")
    return MissingMove(start=one, end=other, note=f"{function}, {wording.said(key)}")


def _instead(graph: nx.DiGraph[str], sought: Sought, away: Mapping[str, int]) -> list[str]:
    """The roles within reach nearest to the last one: by function, track, level, then by moves."""
    wanted = graph.nodes[sought.last]
    functions = {fold(graph.nodes[one]["job_function"] or "") for one in graph.predecessors(sought.last)}
    functions = {fold(wanted["job_function"] or "")} if wanted["defined"] else functions

    def distance(role: str) -> tuple[Any, ...]:
        facts = graph.nodes[role]
        orders = (facts["level_order"], wanted["level_order"])
        apart = abs(orders[0] - orders[1]) if None not in orders else _FAR
        is_elsewhere = fold(facts["job_function"] or "") not in functions
        return is_elsewhere, facts["track"] != wanted["track"], apart, away[role], facts["rank"], role

    return heapq.nsmallest(MOST_INSTEAD, (one for one in away if away[one]), key=distance)
