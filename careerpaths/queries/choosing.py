"""Which routes an answer holds: those that no other beats, the best by what is preferred, and a few to choose from.

The measures of a route are sums over its steps (`careerpaths.weighing.MEASURES`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

import networkx as nx

from careerpaths.graph import in_order, measures_of
from careerpaths.queries.by_way import Found, best, first_by_way, unbeaten
from careerpaths.queries.paths import best_paths
from careerpaths.queries.shortest import Path, Sought, fewest_moves, moves_around, shortest
from careerpaths.queries.tradeoffs import lightest, tradeoffs
from careerpaths.queries.walks import Walks, walks
from careerpaths.queries.weights import BY_DEFAULT, Order, weight
from careerpaths.weighing import MEASURES, Measures

MOST_DETOUR = 2
"""Moves that a route may have beyond the fewest."""
ENOUGH = 3
"""Routes up to which more are looked for, though others beat them."""
_COUNTED = 5
"""Routes that are looked for in any case, so that an answer of fewer says how many there are."""

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
    find = _by_way if sought.via else _between
    found = find(graph, sought, preference, most=max(max_routes, _COUNTED) + 1, max_moves=max_moves)
    if found.first is None:
        return Choice(routes=(), is_cut=found.is_cut)
    shown = _with_the_shortest(found.first, found.paths, max_routes)
    kept = [Chosen(path, _measures(graph, path), is_beaten=False) for path in shown]
    others = [Chosen(path, _measures(graph, path), is_beaten=True) for path in found.more]
    unbeaten_ones = len(_with_the_shortest(found.first, found.paths, max(max_routes, ENOUGH)))
    return Choice(
        routes=(*kept, *others[: max_routes - len(kept)]),
        has_more=len(found.paths) > max_routes,
        is_cut=found.is_cut,
        total=max(len(found.paths), unbeaten_ones) + len(found.more) if found.is_whole and not found.is_cut else None,
        preference=preference,
        fewest=Chosen(found.first, _measures(graph, found.first), is_beaten=False),
        is_sure=found.is_sure,
        without=_without(graph, sought, len(found.first) - 1),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What was found for an answer.

    Attributes:
        paths: those that no other beats, and the best by the preference, in order.
        first: the one of the fewest moves; None where there is none.
        more: the next by moves, where there are fewer than three.
        is_cut: whether a search was cut.
        is_whole: whether there are no more than were looked for, where no search was cut.
        is_sure: whether none has fewer moves than the first.
    """

    paths: list[Path]
    first: Path | None
    more: list[Path]
    is_cut: bool
    is_whole: bool = False
    is_sure: bool = True


_NOTHING = _Found(paths=[], first=None, more=[], is_cut=False)


def _between(graph: nx.DiGraph[str], sought: Sought, preference: str, *, most: int, max_moves: int | None) -> _Found:
    """What is found where a way may lead by any roles."""
    fewest = fewest_moves(graph, sought)
    longest = (fewest or 0) + MOST_DETOUR if max_moves is None else max_moves
    if fewest is None or fewest > longest:
        return _NOTHING
    preferred = replace(sought, order=order_of(preference))
    found = tradeoffs(graph, preferred, longest=longest, most_paths=most)
    paths = [path for _, path in found.found]
    is_whole = len(paths) < most
    if max_moves is None and preference != FEWEST_MOVES:
        paths = _with_the_best(graph, preferred, paths)
    first = shortest(graph, replace(sought, order=BY_DEFAULT)) or ()
    paths = paths or [first]
    kept = _with_the_shortest(first, paths, ENOUGH)
    more = _next_by_moves(graph, sought, kept, min(longest, fewest + MOST_DETOUR)) if len(kept) < ENOUGH else []
    return _Found(paths=paths, first=first, more=more, is_cut=found.is_cut, is_whole=is_whole)


def _by_way(graph: nx.DiGraph[str], sought: Sought, preference: str, *, most: int, max_moves: int | None) -> _Found:
    """What is found where the way leads by others.

    Where the search for the fewest moves was cut, the one for those that no other beats may have come to a better one.
    """
    free = walks(graph, replace(sought, order=BY_DEFAULT))
    start = first_by_way(free, longest=len(graph) if max_moves is None else max_moves)
    if free is None or not start.paths:
        return replace(_NOTHING, is_cut=start.is_cut)
    (_, first), *_ = start.paths
    longest = len(first) - 1 + MOST_DETOUR if max_moves is None else max_moves
    preferred = walks(graph, replace(sought, order=order_of(preference))) if preference != FEWEST_MOVES else free
    found = unbeaten(preferred or free, longest=longest, most=most)
    paths = [path for _, path in found.paths] or [first]
    first = min((first, *paths), key=lambda path: _measures(graph, path)) if start.is_cut else first
    more = _next_by_way(free, _with_the_shortest(first, paths, ENOUGH), min(longest, len(first) - 1 + MOST_DETOUR))
    return _Found(
        paths=paths,
        first=first,
        more=[path for _, path in more.paths],
        is_cut=start.is_cut or found.is_cut or more.is_cut,
        is_whole=len(paths) < most,
        is_sure=not start.is_cut or len(first) - 1 <= start.at_least,
    )


def _next_by_way(free: Walks, kept: Sequence[Path], longest: int) -> Found:
    """The next routes by way of others beside those that are kept, up to three in all."""
    if len(kept) >= ENOUGH:
        return Found()
    found = best(free, longest=longest, most=ENOUGH)
    others = [one for one in found.paths if one[1] not in kept]
    return replace(found, paths=tuple(others[: ENOUGH - len(kept)]))


def _without(graph: nx.DiGraph[str], sought: Sought, moves: int) -> int | None:
    """The fewest moves of a route of which nothing is asked, where these are fewer than so many."""
    if not sought.via and not sought.closed:
        return None
    fewest = fewest_moves(graph, Sought(first=sought.first, last=sought.last))
    return fewest if fewest is not None and fewest < moves else None


def _with_the_best(graph: nx.DiGraph[str], preferred: Sought, paths: list[Path]) -> list[Path]:
    """With the best by the preference before the others, where it is longer than what was looked at."""
    found = lightest(graph, preferred)
    return paths if found is None or found[1] in paths else [found[1], *paths]


def _with_the_shortest(shortest_one: Path, paths: list[Path], max_routes: int) -> list[Path]:
    """So many of them, with the route of the fewest moves among them where there is room for two."""
    shown = paths[:max_routes]
    first = [shortest_one] if max_routes > 1 and shortest_one not in shown else []
    return [*shown[: max_routes - len(first)], *first]


def _measures(graph: nx.DiGraph[str], path: Path) -> Measures:
    steps = [measures_of(graph, start, end) for start, end in pairwise(path)]
    return tuple(map(sum, zip(*steps, strict=True))) if steps else (0,) * len(MEASURES)


def _next_by_moves(graph: nx.DiGraph[str], sought: Sought, kept: Sequence[Path], longest: int) -> list[Path]:
    """The next routes by moves beside those that are kept, up to three in all."""
    found = _simple_paths(graph, sought, longest, len(kept) + ENOUGH)
    return [path for path in found if path not in kept][: ENOUGH - len(kept)]


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
