"""Routes between two roles: the best few chains of stated moves, fewest moves first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from careerpaths.queries.paths import Cost, best_paths
from careerpaths.queries.reaching import moves_from

MOST_ROUTES = 1000
MOST_DETOUR = 2
"""Moves that a route may have beyond the fewest."""
_Ids = tuple[str, ...]


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

    Yen's algorithm (1971) on the roles that such routes can touch: see `careerpaths.queries.paths`.

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
        number[role]: {number[to]: _cost(graph, role, to) for to in graph.successors(role) if to in number}
        for role in names
    }
    paths = best_paths(arcs, number[first], number[last], most=max_routes, longest=limit)
    return [tuple(names[place] for place in path) for path in paths]


def _cost(graph: nx.DiGraph[str], start: str, end: str) -> Cost:
    kind = graph.edges[start, end]["kind"]
    return (1, int(kind == CROSS_FUNCTION), int(kind == CHANGE_OF_TRACK))


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
        hr = wording.whom_to_ask(graph.graph.get("contact"))
        yield wording.said("undefined_sentence", title=start.title, hr=hr)
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
