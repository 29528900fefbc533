"""The routes between two roles that no other beats in every measure."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

import networkx as nx

from careerpaths.graph import measures_of
from careerpaths.queries.shortest import Path, Sought, moves_around
from careerpaths.queries.weights import Weight, is_covered, weight
from careerpaths.weighing import Measures

MOST_LABELS = 2_500
"""Ways to a role that are looked at before a search is cut; the answer then says so."""
_NOWHERE = 10**6


@dataclass(frozen=True, slots=True)
class Paths:
    """Paths with their weights, best first; whether the search was cut before it was through."""

    found: tuple[tuple[Weight, Path], ...]
    is_cut: bool = False


_Label = tuple[Weight, tuple[int, ...], Weight, Path]
"""A way from the first role to another one.

What a path that goes on from here weighs at least, its roles as places in reading order, what it weighs so far, and its
roles. Compared as tuples: by weight, then in reading order.
"""


@dataclass(slots=True, eq=False)
class _Search:
    """A search under way."""

    graph: nx.DiGraph[str]
    sought: Sought
    longest: int
    ahead: dict[str, int]
    """The fewest moves to the last role, of those within half of the longest way."""
    beyond: int
    """The fewest moves to the last role that all others need."""
    one_move: Weight
    waiting: list[_Label] = field(default_factory=list)
    known: dict[str, list[Weight]] = field(default_factory=dict)
    weights: dict[Measures, Weight] = field(default_factory=dict)
    arrived: list[_Label] = field(default_factory=list)
    goal: list[Weight] = field(default_factory=list)


def tradeoffs(
    graph: nx.DiGraph[str], sought: Sought, *, longest: int, most_paths: int, most_labels: int = MOST_LABELS
) -> Paths:
    """The paths of at most `longest` moves that no other one is as good as in every measure, in order.

    Of paths equal in all measures the one whose roles come first in reading order stays. None passes a role twice.
    Multi-criteria label setting: Martins, "On a multicriteria shortest path problem", European Journal of Operational
    Research 16 (1984), with labels taken in lexicographic order of their weight and the fewest moves that are left, and
    dropped where a path that has arrived is as good already. The cost grows with the ways that are not dominated, which
    may be many: the search is cut after `most_labels`. What must be passed on the way is not looked at
    (`careerpaths.queries.by_way`).

    Args:
        graph: with the measures of each move.
        sought: between which roles, and in which order.
        longest: how many moves at most.
        most_paths: how many are looked for.
        most_labels: after so many the search is cut.
    """
    search = _begun(graph, sought, longest)
    count = 0
    while search.waiting and count < most_labels and len(search.arrived) < most_paths:
        label = heapq.heappop(search.waiting)
        bound, _, passed, path = label
        if is_covered(bound, search.goal) or _is_beaten(search, label):
            continue
        count += 1
        if path[-1] == sought.last:
            search.arrived.append(label)
            search.goal.append(passed)
        else:
            search.known.setdefault(path[-1], []).append(passed)
            _go_on(search, label)
    found = tuple((passed, path) for _, _, passed, path in search.arrived)
    return Paths(found=found, is_cut=bool(search.waiting) and count >= most_labels)


def _begun(graph: nx.DiGraph[str], sought: Sought, longest: int) -> _Search:
    # No path of this length has more than half of it behind a role that is farther from its end than the other half.
    half = longest - longest // 2
    ahead = moves_around(graph, sought.last, backward=True, longest=half, closed=sought.closed)
    one_move = weight((1, *[0] * (len(sought.order) - 1)), sought.order)
    search = _Search(graph, sought, longest, ahead, half + 1, one_move)
    if ahead.get(sought.first, half + 1) <= longest:
        first = sought.first
        search.waiting.append((0, (graph.nodes[first]["rank"],), 0, (first,)))
    return search


def _is_beaten(search: _Search, label: _Label) -> bool:
    """Whether another way to the same role is as good in every measure."""
    _, _, passed, path = label
    return path[-1] in search.known and is_covered(passed, search.known[path[-1]])


def _go_on(search: _Search, label: _Label) -> None:
    """The ways that go on from one, as far as they can be short enough and nothing known beats them."""
    _, places, passed, path = label
    here, left = path[-1], search.longest - len(path)
    for there in search.graph.successors(here):
        moves_left = search.ahead.get(there, search.beyond)
        if moves_left > left or there in search.sought.closed:
            continue
        after = passed + _weight_of(search, here, there)
        bound = after + search.one_move * moves_left
        if not is_covered(bound, search.goal):
            rank = search.graph.nodes[there]["rank"]
            following = (bound, (*places, rank), after, (*path, there))
            if not _is_beaten(search, following):
                heapq.heappush(search.waiting, following)


def _weight_of(search: _Search, here: str, there: str) -> Weight:
    measures = measures_of(search.graph, here, there)
    found = search.weights.get(measures)
    if found is None:
        found = search.weights[measures] = weight(measures, search.sought.order)
    return found


def lightest(graph: nx.DiGraph[str], sought: Sought) -> tuple[Weight, Path] | None:
    """The best path in the order sought, however long; None where no chain leads there.

    Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1 (1959), on weights that are
    compared measure by measure: O(m log m).
    """
    search = _begun(graph, sought, _NOWHERE)
    done: set[str] = set()
    while search.waiting:
        _, places, passed, path = heapq.heappop(search.waiting)
        here = path[-1]
        if here == sought.last:
            return passed, path
        if here in done:
            continue
        done.add(here)
        for there in graph.successors(here):
            if there not in done and there in search.ahead:
                after = passed + _weight_of(search, here, there)
                following = (after, (*places, graph.nodes[there]["rank"]), after, (*path, there))
                heapq.heappush(search.waiting, following)
    return None
