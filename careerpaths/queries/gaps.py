"""Why no route is stated, and what is missing: moves that would join two roles, and roles that can be reached instead.

A missing move is a question for HR and never a step to take; `careerpaths.queries.missing` says which ones count.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.graph import in_order
from careerpaths.queries.answers import RoleRef, role_ref
from careerpaths.queries.missing import Pair, missing_moves
from careerpaths.queries.shortest import Sought, moves_around
from careerpaths.queries.unloaded import MISSING_STANDARD, UNDEFINED, OpenEnd, open_ends
from careerpaths.titles import fold, level_number
from careerpaths.vocabulary import TRACKS

NOT_STATED, ONE_WAY, NO_MOVE = "moves not stated", "one-way move", "no move stated"
CAUSES = (ONE_WAY, NOT_STATED, MISSING_STANDARD, UNDEFINED, NO_MOVE)
MOST_INSTEAD = 3
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
    """"undefined role", "missing standard", "moves not stated", "one-way move" or "no move stated"."""
    reached: tuple[RoleRef, ...]
    """What the first role leads to, nearest first."""
    feeders: tuple[RoleRef, ...]
    """What leads to the last role, nearest first."""
    missing: tuple[tuple[MissingMove, ...], ...]
    """The smallest sets of moves that would join the two, the likeliest first."""
    instead: tuple[RoleRef, ...]
    """The roles within reach that are nearest to the last one."""
    open_ends: tuple[OpenEnd, ...] = ()
    """The roles within reach, the first one included, that no loaded standard describes: a way may go on there."""
    silent: tuple[RoleRef, ...] = ()
    """The described roles within reach whose documents state no moves that could be read, the first one included."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape: `{cause, reached, feeders, missing, instead, open_ends, silent}`; roles as titles."""
        return {
            "cause": self.cause,
            "reached": [one.title for one in self.reached],
            "feeders": [one.title for one in self.feeders],
            "missing": [[one.to_dict() for one in way] for way in self.missing],
            "instead": [one.title for one in self.instead],
            "open_ends": [one.to_dict() for one in self.open_ends],
            "silent": [one.title for one in self.silent],
        }


def gaps(graph: nx.DiGraph[str], sought: Sought) -> Gaps:
    """What is missing between two roles that no chain of moves joins."""
    away = moves_around(graph, sought.first, closed=sought.closed)
    ahead = moves_around(graph, sought.last, backward=True, closed=sought.closed)
    unknown = open_ends(graph, away)
    missing = missing_moves(graph, sought, away, ahead)
    silent = [one for one in in_order(graph, away) if _is_silent(graph, one)]
    return Gaps(
        cause=_cause(graph, sought, unknown, silent),
        reached=tuple(role_ref(graph, one) for one in _by_moves(graph, away)),
        feeders=tuple(role_ref(graph, one) for one in _by_moves(graph, ahead)),
        missing=tuple(tuple(_move(graph, *pair) for pair in way) for way in missing),
        instead=tuple(role_ref(graph, one) for one in _instead(graph, sought, away, unknown, missing)),
        open_ends=unknown,
        silent=tuple(role_ref(graph, one) for one in sorted(silent, key=away.__getitem__)),
    )


def _by_moves(graph: nx.DiGraph[str], found: Mapping[str, int]) -> list[str]:
    return sorted((one for one in in_order(graph, found) if found[one]), key=found.__getitem__)


def _is_silent(graph: nx.DiGraph[str], role: str) -> bool:
    return graph.nodes[role]["defined"] and not graph.nodes[role]["states_moves"]


def _cause(graph: nx.DiGraph[str], sought: Sought, unknown: Sequence[OpenEnd], silent: Sequence[str]) -> str:
    """The first that applies; of several roles that are only named that of the nearest one."""
    if not graph.nodes[sought.first]["defined"]:
        return unknown[0].cause
    if sought.first in moves_around(graph, sought.last):
        return ONE_WAY
    if unknown and sought.first not in silent:
        return unknown[0].cause
    return NOT_STATED if silent else NO_MOVE


def _move(graph: nx.DiGraph[str], start: str, end: str) -> MissingMove:
    one, other = role_ref(graph, start), role_ref(graph, end)
    return MissingMove(start=one, end=other, note=f"{_functions(one, other)}, {_step(graph, start, end)}")


def _functions(one: RoleRef, other: RoleRef) -> str:
    if not one.job_function or not other.job_function:
        return wording.said("gap_no_function")
    is_same = fold(one.job_function) == fold(other.job_function)
    return wording.said("gap_same_function" if is_same else "gap_other_function")


def _step(graph: nx.DiGraph[str], start: str, end: str) -> str:
    if graph.nodes[start]["track"] != graph.nodes[end]["track"]:
        return wording.said("gap_next_track")
    here, there = (graph.nodes[role]["level_order"] for role in (start, end))
    return wording.said({1: "gap_level_up", 0: "gap_same_level"}.get(there - here, "gap_level_down"))


def _instead(
    graph: nx.DiGraph[str],
    sought: Sought,
    away: Mapping[str, int],
    unknown: Sequence[OpenEnd],
    missing: Sequence[Sequence[Pair]],
) -> list[str]:
    """The roles within reach nearest to the last one: where missing moves start, then by function, track and level.

    Of a role that is only named its title tells what it can.
    """
    by_title = {one.role.id: one for one in (*unknown, *open_ends(graph, {sought.last: 0}))}
    places = {role: _place(graph, role, by_title) for role in graph}
    spans = _spans(places.values())
    starts = [way[0][0] for way in missing]

    def distance(role: str) -> tuple[Any, ...]:
        place = starts.index(role) if role in starts else len(starts)
        apart = _apart(places[role], places[sought.last], spans)
        return place, *apart, away[role], graph.nodes[role]["rank"], role

    return heapq.nsmallest(MOST_INSTEAD, (one for one in away if away[one]), key=distance)


_Place = tuple[str | None, str | None, int | None]
"""Function, track and level, as far as they are known."""


def _spans(places: Iterable[_Place]) -> dict[tuple[str | None, str], tuple[int, int]]:
    """For each function and track its lowest and its highest level."""
    levels: defaultdict[tuple[str | None, str], list[int]] = defaultdict(list)
    for function, track, level in places:
        if track is not None and level is not None:
            levels[function, track].append(level)
    return {where: (min(found), max(found)) for where, found in levels.items()}


def _apart(
    one: _Place, other: _Place, spans: Mapping[tuple[str | None, str], tuple[int, int]]
) -> tuple[bool, int, int]:
    """How far a role is from another: whether in another function, by how many tracks, by how many levels.

    Levels are numbered anew in each track. A track leads to the next one at its top, so from a lower track its highest
    level is the nearest, and from a higher one its lowest.
    """
    (function, track, level), (its_function, its_track, its_level) = one, other
    is_elsewhere = function is None or function != its_function
    if track not in TRACKS or its_track not in TRACKS:
        return is_elsewhere, len(TRACKS), _FAR
    tracks = TRACKS.index(its_track) - TRACKS.index(track)
    if level is None:
        return is_elsewhere, abs(tracks), _FAR
    lowest, highest = spans[function, track]
    if not tracks:
        return is_elsewhere, 0, _FAR if its_level is None else abs(its_level - level)
    return is_elsewhere, abs(tracks), highest - level if tracks > 0 else level - lowest


def _place(graph: nx.DiGraph[str], role: str, by_title: Mapping[str, OpenEnd]) -> _Place:
    """Where a role stands, as far as that is stated, or its title tells it."""
    facts = graph.nodes[role]
    if role not in by_title:
        return fold(facts["job_function"] or "") or None, facts["track"], facts["level_order"]
    told = by_title[role]
    return fold(told.job_function or "") or None, told.track, level_number(facts["title"])
