"""The best paths through weighted arcs between numbered places, in order: the algorithm behind routes."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from careerpaths.queries.weights import Weight, first_measure

Arcs = Mapping[int, Mapping[int, Weight]]
"""For each place the places that it leads to, with the weight of the step; moves are its first measure."""
Path = tuple[int, ...]


def best_paths(arcs: Arcs, first: int, last: int, *, most: int, longest: int) -> list[Path]:
    """The best simple paths, by weight and then as their places compare.

    Yen, "Finding the k shortest loopless paths in a network", Management Science 17 (1971), with Lawler's rule that a
    path is only left behind the place where it left another ("A procedure for computing the k best solutions to
    discrete optimization problems", Management Science 18 (1972)). For routes of n places and m arcs O(k n) searches,
    each O(m log m) at worst and mostly the arcs along one path (`_best_behind`).

    Args:
        arcs: every place is a key.
        first: where paths begin.
        last: where they end.
        most: how many at most.
        longest: how many steps a path has at most.
    """
    ahead = _weights_to(arcs, last)
    waiting: list[tuple[Weight, Path, int]] = []
    taken: list[Path] = []
    onward: defaultdict[Path, set[int]] = defaultdict(set)

    def offer(prefix: Path) -> None:
        found = _best_behind(arcs, ahead, prefix, onward[prefix], longest)
        if found:
            heapq.heappush(waiting, (*found, len(prefix)))

    if first in ahead:
        offer((first,))
    while waiting and len(taken) < most:
        _, path, left_behind = heapq.heappop(waiting)
        taken.append(path)
        for length in range(1, len(path)):
            onward[path[:length]].add(path[length])
        for length in range(left_behind, len(path)):
            offer(path[:length])
    return taken


def _weights_to(arcs: Arcs, last: int) -> dict[int, Weight]:
    """The least weight from each place to the last one.

    Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1 (1959), backward.
    """
    into: defaultdict[int, list[tuple[Weight, int]]] = defaultdict(list)
    for start, ends in arcs.items():
        for end, cost in ends.items():
            into[end].append((cost, start))
    settled: dict[int, Weight] = {}
    waiting = [(0, last)]
    while waiting:
        cost, here = heapq.heappop(waiting)
        if here not in settled:
            settled[here] = cost
            for more, before in into[here]:
                heapq.heappush(waiting, (more + cost, before))
    return settled


def _best_behind(
    arcs: Arcs, ahead: Mapping[int, Weight], prefix: Path, banned: set[int], longest: int
) -> tuple[Weight, Path] | None:
    """The best path that begins with a prefix and goes on to none of the banned places, with its cost.

    Hart, Nilsson and Raphael, "A formal basis for the heuristic determination of minimum cost paths", IEEE Transactions
    on Systems Science and Cybernetics 4 (1968), with the least cost over all places as the estimate. Paths of equal
    cost leave the queue as their places compare, so the first that arrives is the first of the best.
    """
    passed = sum(arcs[start][end] for start, end in pairwise(prefix))
    closed = set(prefix[:-1])
    waiting = [(passed + ahead[prefix[-1]], prefix, passed)]
    while waiting:
        total, path, passed = heapq.heappop(waiting)
        here = path[-1]
        if not ahead[here]:
            return total, path
        if here in closed:
            continue
        closed.add(here)
        for end, cost in arcs[here].items():
            if end in ahead and end not in closed and not (len(path) == len(prefix) and end in banned):
                after = passed + cost
                estimate = after + ahead[end]
                if first_measure(estimate) <= longest:
                    heapq.heappush(waiting, (estimate, (*path, end), after))
    return None
