"""Routes between two roles: the best few chains of stated moves, fewest moves first."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.errors import BadArgument
from careerpaths.graph import in_order
from careerpaths.lookup import role_pair
from careerpaths.moves import CHANGE_OF_TRACK, CROSS_FUNCTION
from careerpaths.queries.answers import SCHEMA, STEP_COLUMNS, Record, RoleRef, Step, role_ref, step
from careerpaths.queries.reaching import moves_from

MOST_ROUTES = 1000
MOST_DETOUR = 2
"""Moves that a route may have beyond the fewest."""
Cost = tuple[int, int, int]
"""Moves, moves to another function, changes of track: each a sum over the steps."""
_Ids = tuple[str, ...]
_Arcs = Mapping[int, Sequence[tuple[Cost, int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One chain of stated moves."""

    roles: tuple[str, ...]
    """Ids, from the first role to the last."""
    titles: tuple[str, ...]
    why: str
    """Why it is worth a look, in one line."""
    steps: tuple[Step, ...]

    @property
    def moves(self) -> int:
        """How many moves it takes."""
        return len(self.roles) - 1

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of a route."""
        return {
            "moves": self.moves,
            "roles": list(self.titles),
            "role_ids": list(self.roles),
            "why": self.why,
            "steps": [one.to_dict() for one in self.steps],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteAnswer:
    """The best routes from one role to another; none where no chain of stated moves leads there."""

    start: RoleRef
    end: RoleRef
    routes: tuple[Route, ...]
    explanation: str
    """The answer in a sentence."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return ("route", "step", *STEP_COLUMNS)

    def to_dict(self) -> dict[str, Any]:
        """`{from, to, routes, explanation}`."""
        return {
            "schema": SCHEMA,
            "from": self.start.to_dict(),
            "to": self.end.to_dict(),
            "routes": [one.to_dict() for one in self.routes],
            "explanation": self.explanation,
        }

    def rows(self) -> Iterator[Record]:
        """One row for each step of each route."""
        for number, one in enumerate(self.routes, 1):
            for place, move in enumerate(one.steps, 1):
                yield {"route": number, "step": place, **move.record()}


def routes(
    graph: nx.DiGraph[str],
    start: str,
    end: str,
    *,
    max_routes: int = 5,
    max_moves: int | None = None,
) -> RouteAnswer:
    """The best routes between two roles, fewest moves first.

    Routes are simple (no role twice) and have at most two moves more than the fewest. Of equally many moves the one
    with fewer moves to another function is first, then the one with fewer changes of track, then the one whose roles
    come first in reading order.

    Yen, "Finding the k shortest loopless paths in a network", Management Science 17 (1971), on the roles that such
    routes can touch, with one backward search for each deviation: O(k n (m + n log n)) for routes of n roles and m
    moves among them.

    Args:
        graph: from `build_graph`, or a subgraph.
        start: title, code, id or short form; the two ends are resolved together (`role_pair`).
        end: likewise.
        max_routes: how many at most, 1 to 1000.
        max_moves: how many moves at most, from 0; None: two more than the fewest.

    Raises:
        UnknownRole, AmbiguousRole: see `role_id`.
        BadArgument: a number out of range.

    >>> import careerpaths as cp
    >>> [route.moves for route in cp.routes(cp.build_graph(cp.load()), "Spec 2", "Mgr 1").routes]
    [3, 4]
    """
    _check(max_routes, max_moves)
    first, last = role_pair(graph, start, end)
    found = _best(graph, (first, last), max_routes, max_moves)
    answers = tuple(_route(graph, path, found[0]) for path in found)
    one, other = role_ref(graph, first), role_ref(graph, last)
    return RouteAnswer(
        start=one, end=other, routes=answers, explanation=_explained(graph, one, other, answers, max_moves)
    )


def _check(max_routes: int, max_moves: int | None) -> None:
    if not 1 <= max_routes <= MOST_ROUTES:
        message = f"max_routes is {max_routes}: expected a number from 1 to {MOST_ROUTES}"
        raise BadArgument(message)
    if max_moves is not None and max_moves < 0:
        message = f"max_moves is {max_moves}: expected a number from 0"
        raise BadArgument(message)


def _best(graph: nx.DiGraph[str], ends: tuple[str, str], max_routes: int, max_moves: int | None) -> list[_Ids]:
    """The best paths as ids. Roles are numbered by rank, so that numbers compare as roles do."""
    first, last = ends
    away, ahead = moves_from(graph, first), moves_from(graph, last, backward=True)
    if last not in away:
        return []
    limit = away[last] + MOST_DETOUR if max_moves is None else min(max_moves, away[last] + MOST_DETOUR)
    if away[last] > limit:
        return []
    names = in_order(graph, (role for role in away if role in ahead and away[role] + ahead[role] <= limit))
    number = {role: place for place, role in enumerate(names)}
    arcs = {
        number[role]: [(_cost(graph, role, to), number[to]) for to in graph.successors(role) if to in number]
        for role in names
    }
    paths = _yen(arcs, number[first], number[last], max_routes, limit)
    return [tuple(names[place] for place in path) for path in paths]


def _cost(graph: nx.DiGraph[str], start: str, end: str) -> Cost:
    kind = graph.edges[start, end]["kind"]
    return (1, int(kind == CROSS_FUNCTION), int(kind == CHANGE_OF_TRACK))


def _plus(one: Cost, other: Cost) -> Cost:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2])


_Path = tuple[int, ...]


def _yen(arcs: _Arcs, first: int, last: int, most: int, limit: int) -> list[_Path]:
    into = _reversed(arcs)
    costs = {(start, end): cost for start, ends in arcs.items() for cost, end in ends}
    waiting: list[tuple[Cost, _Path]] = []
    seen: set[_Path] = set()

    def offer(prefix: _Path, banned: set[int]) -> None:
        rest = _best_from(arcs, into, prefix, last, banned)
        if rest is None or prefix + rest in seen or len(prefix) + len(rest) - 1 > limit:
            return
        path = prefix + rest
        seen.add(path)
        heapq.heappush(waiting, (_total(costs, path), path))

    offer((first,), set())
    taken: list[_Path] = []
    while waiting and len(taken) < most:
        _, path = heapq.heappop(waiting)
        taken.append(path)
        for length in range(1, len(path)):
            prefix = path[:length]
            offer(prefix, {other[length] for other in taken if other[:length] == prefix and len(other) > length})
    return taken


def _total(costs: Mapping[tuple[int, int], Cost], path: _Path) -> Cost:
    total = (0, 0, 0)
    for pair in pairwise(path):
        total = _plus(total, costs[pair])
    return total


def _reversed(arcs: _Arcs) -> dict[int, list[tuple[Cost, int]]]:
    into: dict[int, list[tuple[Cost, int]]] = {place: [] for place in arcs}
    for start, ends in arcs.items():
        for cost, end in ends:
            into[end].append((cost, start))
    return into


def _best_from(arcs: _Arcs, into: _Arcs, prefix: _Path, last: int, banned: set[int]) -> _Path | None:
    """The best way on from the end of a prefix that enters none of its roles and does not begin with a banned one.

    Dijkstra's algorithm (1959) from the goal backward; then forward, at each role to the first of the best.
    """
    if prefix[-1] == last:
        return () if not banned and len(prefix) == 1 else None
    left = _costs_to(into, last, set(prefix))
    path: list[int] = []
    here = prefix[-1]
    while here != last:
        open_arcs = [
            (_plus(cost, left[end]), end)
            for cost, end in arcs[here]
            if end in left and not (not path and end in banned)
        ]
        if not open_arcs:
            return None
        here = min(open_arcs)[1]
        path.append(here)
    return tuple(path)


def _costs_to(into: _Arcs, last: int, closed: set[int]) -> dict[int, Cost]:
    """The least cost from each role to the goal, without the closed roles."""
    settled: dict[int, Cost] = {}
    waiting: list[tuple[Cost, int]] = [((0, 0, 0), last)]
    while waiting:
        cost, here = heapq.heappop(waiting)
        if here in settled:
            continue
        settled[here] = cost
        for more, before in into[here]:
            if before not in settled and before not in closed:
                heapq.heappush(waiting, (_plus(more, cost), before))
    return settled


def _route(graph: nx.DiGraph[str], path: tuple[str, ...], first: tuple[str, ...]) -> Route:
    steps = tuple(step(graph, start, end) for start, end in pairwise(path))
    titles = tuple(graph.nodes[role]["title"] for role in path)
    return Route(roles=path, titles=titles, why=_why(graph, path, first), steps=steps)


def _why(graph: nx.DiGraph[str], path: tuple[str, ...], first: tuple[str, ...]) -> str:
    """What sets a route apart from the first one."""
    if path == first:
        return wording.said("fewest_moves")
    more = len(path) - len(first)
    length = wording.said("moves_more", more) if more else wording.said("as_few_moves")
    others = [graph.nodes[role]["title"] for role in path if role not in first]
    return wording.said("by_way_of", length=length, titles=", ".join(others)) if others else length


def _explained(
    graph: nx.DiGraph[str], start: RoleRef, end: RoleRef, found: Sequence[Route], max_moves: int | None
) -> str:
    if start.id == end.id:
        return wording.said("already_there", title=start.title)
    if found:
        return wording.said(
            "routes_found",
            len(found),
            moves=wording.said("moves", found[0].moves),
            start=start.title,
            end=end.title,
        )
    if max_moves is not None and end.id in moves_from(graph, start.id):
        return wording.said(
            "no_route_so_short",
            moves=wording.said("moves", max_moves),
            start=start.title,
            end=end.title,
        )
    return " ".join([wording.said("no_route", start=start.title, end=end.title), *_reasons(graph, start, end)])


def _reasons(graph: nx.DiGraph[str], start: RoleRef, end: RoleRef) -> Iterator[str]:
    """Why no chain of stated moves leads on: what is not known is told apart from what leads nowhere."""
    reached = moves_from(graph, start.id)
    if not start.defined:
        yield wording.said("starts_undefined", title=start.title)
    elif len(reached) == 1:
        known = graph.nodes[start.id]["states_moves"]
        yield wording.said("starts_nowhere" if known else "starts_not_stated", title=start.title)
    else:
        yield wording.said("reaches_only", len(reached) - 1, title=start.title, end=end.title)
        unknown = in_order(graph, (one for one in reached if not graph.nodes[one]["defined"]))
        if unknown:
            yield wording.said("leads_on_unknown", titles=", ".join(graph.nodes[one]["title"] for one in unknown))
    if not graph.in_degree(end.id):
        yield wording.said("nothing_leads", title=end.title)
    if start.id in moves_from(graph, end.id):
        yield wording.said("only_the_other_way", start=start.title, end=end.title)
