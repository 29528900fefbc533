"""Which routes an answer holds: those that no other beats, the best by what is preferred, and a few to choose from.

The measures of a route are sums over its steps (`careerpaths.weighing.MEASURES`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import networkx as nx

from careerpaths.graph import in_order, measures_of
from careerpaths.queries.paths import best_paths
from careerpaths.queries.shortest import Path, Sought, fewest_moves, moves_around, shortest
from careerpaths.queries.tradeoffs import lightest, passes, tradeoffs
from careerpaths.queries.weights import BY_DEFAULT, Order, weight
from careerpaths.weighing import MEASURES, Measures

MOST_DETOUR = 2
"""Moves that a route may have beyond the fewest."""
ENOUGH = 3
"""Routes up to which more are looked for, though others beat them."""
_COUNTED = 5
"""Routes that are looked for in any case, so that an answer of fewer says how many there are."""
_MOST_TRIED = 200
"""Paths that are looked at for routes that pass what they must."""

FEWEST_MOVES = "fewest-moves"
PREFERENCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        FEWEST_MOVES: ("moves",),
        "least-new": ("unknown", "requirements", "certificates", "moves"),
        "stay-professional": ("leading", "tracks", "unknown", "moves"),
        "keep-overtime": ("overtime", "unknown", "moves"),
        "fewest-unknowns": ("unknown", "moves"),
    }
)
"""For each preference the measures that come first; the others follow in the order of MEASURES."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A route that was chosen.

    Attributes:
        path: ids.
        measures: one number for each of MEASURES.
        is_beaten: whether another route is as good in every measure: it is shown to choose from.
    """

    path: Path
    measures: Measures
    is_beaten: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The routes of an answer, best first.

    Attributes:
        routes: so many as were asked for.
        has_more: whether there are more that no other beats.
        is_cut: whether the search was cut, so that there may be more.
        total: how many are worth a look, those left out among them; None where they were not counted.
        preference: what they were chosen by.
        fewest: the route of the fewest moves, listed or not; None where there is none.
        is_sure: whether it is known that none has fewer moves than that: else the search for it was cut.
        without: the fewest moves of a route that meets no condition, where these are fewer; else None.
    """

    routes: tuple[Chosen, ...]
    has_more: bool = False
    is_cut: bool = False
    total: int | None = None
    preference: str = FEWEST_MOVES
    fewest: Chosen | None = None
    is_sure: bool = True
    without: int | None = None

    @property
    def lists_fewest(self) -> bool:
        """Whether the route of the fewest moves is among those listed."""
        return self.fewest is None or any(one.path == self.fewest.path for one in self.routes)

    @property
    def leaves_out(self) -> bool:
        """Whether there are more routes worth a look, or may be."""
        return self.is_cut or self.has_more or (self.total or 0) > len(self.routes)


def order_of(preference: str) -> Order:
    """The places of MEASURES in the order in which a preference compares routes."""
    first = PREFERENCES[preference]
    return tuple(MEASURES.index(name) for name in (*first, *(name for name in MEASURES if name not in first)))


def choose(
    graph: nx.DiGraph[str],
    sought: Sought,
    *,
    preference: str = FEWEST_MOVES,
    max_routes: int,
    max_moves: int | None = None,
) -> Choice:
    """The routes between two roles, best first by the preference.

    Those that no other is as good as in every measure; the best by the preference, however long; where there are fewer
    than three, the next by moves, marked. They have at most two moves more than the fewest, or `max_moves`.

    Args:
        graph: where moves are.
        sought: between which roles, and by way of which; the order is that of the preference.
        preference: a key of PREFERENCES.
        max_routes: how many at most.
        max_moves: how many moves at most.
    """
    fewest = fewest_moves(graph, sought)
    longest = _longest(fewest, max_moves)
    if fewest is None or fewest > longest:
        return Choice(routes=())
    preferred = replace(sought, order=order_of(preference))
    most = max(max_routes, _COUNTED) + 1
    found = tradeoffs(graph, preferred, longest=longest, most_paths=most)
    paths = [path for _, path in found.found]
    is_counted = not found.is_cut and len(paths) < most
    if max_moves is None and preference != FEWEST_MOVES and not sought.via:
        paths = _with_the_best(graph, preferred, paths)
    if not paths and sought.via and max_moves is None:
        paths = leg_by_leg(graph, sought)
        found_by_legs = tuple(Chosen(path, _measures(graph, path), is_beaten=False) for path in paths)
        return Choice(found_by_legs, is_cut=True, preference=preference, **_least(graph, sought, found_by_legs, fewest))
    if not paths:
        return Choice(routes=(), is_cut=found.is_cut)
    first, is_found = _shortest_of(graph, sought, paths, longest)
    kept = _with_the_shortest(first, paths, max(max_routes, ENOUGH))
    more = list(_next_by_moves(graph, sought, kept, longest)) if len(kept) < ENOUGH else []
    shown = _with_the_shortest(first, paths, max_routes) if max_routes < ENOUGH else kept
    unbeaten = [Chosen(path, _measures(graph, path), is_beaten=False) for path in shown]
    others = [Chosen(path, _measures(graph, path), is_beaten=True) for path in more]
    return Choice(
        routes=(*unbeaten, *others[: max_routes - len(unbeaten)]),
        has_more=len(paths) > max_routes,
        is_cut=found.is_cut,
        total=max(len(paths), len(kept)) + len(more) if is_counted else None,
        preference=preference,
        **_least(
            graph, sought, [Chosen(first, _measures(graph, first), is_beaten=False)], None if is_found else fewest
        ),
    )


def _least(graph: nx.DiGraph[str], sought: Sought, found: Sequence[Chosen], bound: int | None) -> dict[str, Any]:
    """The route of the fewest moves, and the fewest moves without what was asked of it, where these are fewer.

    `bound`: so many moves it takes at least, where the search for it was cut; None: it was found.
    """
    if not found:
        return {}
    is_free = not sought.via and not sought.closed
    without = None if is_free else fewest_moves(graph, Sought(first=sought.first, last=sought.last))
    moves = len(found[0].path) - 1
    is_fewer = without is not None and without < moves
    return {
        "fewest": found[0],
        "is_sure": bound is None or bound == moves,
        "without": without if is_fewer else None,
    }


def _longest(fewest: int | None, max_moves: int | None) -> int:
    if max_moves is not None:
        return max_moves
    return (fewest or 0) + MOST_DETOUR


def leg_by_leg(graph: nx.DiGraph[str], sought: Sought) -> list[Path]:
    """One route by way of others where the search for the best was cut: the shortest to each in turn, in their order.

    No leg passes a role that another has passed, so a route may be missed that goes another way round.
    """
    path: Path = (sought.first,)
    for wanted in (*sought.via, frozenset({sought.last})):
        closed = sought.closed.union(path) | ({sought.last} - wanted)
        legs = [] if wanted.intersection(path) else [_leg(graph, path[-1], one, closed) for one in sorted(wanted)]
        reached = [leg for leg in legs if leg]
        if wanted.isdisjoint(path) and not reached:
            return []
        path += min(reached, key=len)[1:] if reached else ()
    return [path]


def _leg(graph: nx.DiGraph[str], start: str, end: str, closed: frozenset[str]) -> Path | None:
    return None if end in closed else shortest(graph, Sought(first=start, last=end, closed=closed - {start}))


def _with_the_best(graph: nx.DiGraph[str], preferred: Sought, paths: list[Path]) -> list[Path]:
    """With the best by the preference before the others, where it is longer than what was looked at."""
    best = lightest(graph, preferred)
    return paths if best is None or best[1] in paths else [best[1], *paths]


def _shortest_of(graph: nx.DiGraph[str], sought: Sought, paths: Sequence[Path], longest: int) -> tuple[Path, bool]:
    """The route of the fewest moves; where the search for it was cut, that of those known, and False."""
    found = tradeoffs(graph, replace(sought, order=BY_DEFAULT), longest=longest, most_paths=1).found
    return (found[0][1], True) if found else (min(paths, key=lambda path: _measures(graph, path)), False)


def _with_the_shortest(shortest_one: Path, paths: list[Path], max_routes: int) -> list[Path]:
    """So many of them, with the route of the fewest moves among them where there is room for two."""
    shown = paths[:max_routes]
    first = [shortest_one] if max_routes > 1 and shortest_one not in shown else []
    return [*shown[: max_routes - len(first)], *first]


def _measures(graph: nx.DiGraph[str], path: Path) -> Measures:
    steps = [measures_of(graph, start, end) for start, end in pairwise(path)]
    return tuple(map(sum, zip(*steps, strict=True))) if steps else (0,) * len(MEASURES)


def _next_by_moves(graph: nx.DiGraph[str], sought: Sought, kept: Sequence[Path], longest: int) -> Iterator[Path]:
    """The next routes by moves beside those that are kept, up to three in all."""
    fewest = min(len(path) for path in kept) - 1
    limit = min(longest, fewest + MOST_DETOUR)
    tried = _MOST_TRIED if sought.via else len(kept) + ENOUGH
    others = [path for path in _simple_paths(graph, sought, limit, tried) if path not in kept and passes(path, sought)]
    yield from others[: ENOUGH - len(kept)]


def _simple_paths(graph: nx.DiGraph[str], sought: Sought, longest: int, most: int) -> list[Path]:
    """The best simple paths by moves, then by the other measures, then in reading order."""
    half = longest - longest // 2
    away = moves_around(graph, sought.first, longest=longest - half, closed=sought.closed)
    ahead = moves_around(graph, sought.last, backward=True, longest=half, closed=sought.closed)
    names = in_order(graph, away.keys() | ahead.keys())
    number = {role: place for place, role in enumerate(names)}
    arcs = {
        number[role]: {
            number[to]: weight(measures_of(graph, role, to)) for to in graph.successors(role) if to in number
        }
        for role in names
    }
    found = best_paths(arcs, number[sought.first], number[sought.last], most=most, longest=longest)
    return [tuple(names[place] for place in path) for path in found]
