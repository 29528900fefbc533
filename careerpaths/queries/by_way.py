"""Routes by way of others: the best simple paths that pass one role of each of some sets, in whatever order.

Whether a path leads by way of a role and passes none twice is an NP-complete question in a directed graph (Fortune,
Hopcroft and Wyllie, "The directed subgraph homeomorphism problem", Theoretical Computer Science 10 (1980)). So the
searches are exact where they end, and are cut after a number of ways where they do not.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass, field, replace

from careerpaths.queries.shortest import Path
from careerpaths.queries.tradeoffs import MOST_LABELS
from careerpaths.queries.walks import State, Walks
from careerpaths.queries.weights import Weight, first_measure, is_covered, least_of

_MOST_TRIED = 5_000
"""Ways that are looked at for the one path that all else goes by."""


@dataclass(frozen=True, slots=True)
class Found:
    """Paths with their weights, best first.

    Attributes:
        paths: as many as were looked for, or all.
        is_cut: whether the search was cut before.
        at_least: how many moves a path that was not come to has at least, where moves are compared first.
    """

    paths: tuple[tuple[Weight, Path], ...] = ()
    is_cut: bool = False
    at_least: int = 0


_Label = tuple[Weight, tuple[int, ...], Weight, int, State]
"""A way from the first role to another one.

What a walk that goes on from here weighs at least, its roles, what it weighs so far, its roles as bits, and where it
has come to. Compared as tuples: by weight, then in reading order.
"""


@dataclass(slots=True, eq=False)
class _Search:
    """A search under way."""

    walks: Walks
    longest: int
    most: int
    is_unbeaten: bool = False
    """Whether only paths are looked for that no other one is as good as in every measure."""
    lightest_move: Weight = 0
    """Of each measure the least that any move has."""
    is_hasty: bool = False
    """Whether it goes on where least is left, whatever was passed."""
    waiting: list[_Label] = field(default_factory=list)
    settled: dict[State, list[tuple[Weight, int]]] = field(default_factory=lambda: defaultdict(list))
    arrived: list[tuple[Weight, tuple[int, ...]]] = field(default_factory=list)
    goal: list[Weight] = field(default_factory=list)


def best(walks: Walks, *, longest: int, most: int, most_labels: int = MOST_LABELS) -> Found:
    """The best paths of at most `longest` moves in the order of the walks: by weight, then in reading order.

    A* (Hart, Nilsson and Raphael, IEEE Transactions on Systems Science and Cybernetics 4 (1968)) with what the best
    walk to the end weighs as the estimate, so that paths arrive in order, and the first at once where the best walk is
    one. A way is dropped where as many better ones as are looked for lead to the same role, have met the same sets, and
    leave all roles free that this one leaves free and could come to: each of them makes a better path.

    Args:
        walks: where paths may go.
        longest: how many moves at most.
        most: how many paths are looked for.
        most_labels: after so many ways the search is cut.
    """
    return _searched(_Search(walks, longest, most), most_labels)


def first_by_way(walks: Walks | None, *, longest: int, most_labels: int = _MOST_TRIED) -> Found:
    """The best path alone; where the search for it is cut, any path that is found by going on where least is left.

    Args:
        walks: where paths may go; None: nowhere.
        longest: how many moves at most.
        most_labels: after so many ways each of the two searches is cut.
    """
    if walks is None:
        return Found()
    found = best(walks, longest=longest, most=1, most_labels=most_labels)
    if found.paths or not found.is_cut:
        return found
    hasty = _searched(_Search(walks, longest, 1, is_hasty=True), most_labels)
    return replace(found, paths=hasty.paths)


def unbeaten(walks: Walks, *, longest: int, most: int, most_labels: int = MOST_LABELS) -> Found:
    """The paths of at most `longest` moves that no other one is as good as in every measure, in order.

    As `careerpaths.queries.tradeoffs`, where a way also says which sets were met and which roles it has passed: one is
    dropped where a way as good in every measure leaves all roles free that this one leaves free and could come to.

    Args:
        walks: where paths may go.
        longest: how many moves at most.
        most: how many paths are looked for.
        most_labels: after so many ways the search is cut.
    """
    lightest = least_of({cost for ends in walks.onward for _, cost in ends})
    return _searched(_Search(walks, longest, most, is_unbeaten=True, lightest_move=lightest), most_labels)


def _searched(search: _Search, most_labels: int) -> Found:
    walks, waiting, count = search.walks, search.waiting, 0
    if walks.moves.get(walks.start, search.longest + 1) <= search.longest:
        first = walks.start >> walks.states.width
        waiting.append((walks.left[walks.start], (first,), 0, 1 << first, walks.start))
    while waiting and len(search.arrived) < search.most and count < most_labels:
        label = heapq.heappop(waiting)
        if _is_beaten(search, label):
            continue
        count += 1
        _, path, passed, taken, state = label
        if state == walks.goal:
            search.arrived.append((passed, path))
            search.goal.append(passed)
        else:
            search.settled[state].append((passed, taken))
            _go_on(search, label)
    paths = tuple((weighed, tuple(walks.names[role] for role in path)) for weighed, path in search.arrived)
    is_cut = bool(waiting) and len(paths) < search.most
    return Found(paths, is_cut, first_measure(waiting[0][0]) if is_cut else 0)


def _go_on(search: _Search, label: _Label) -> None:
    """The ways that go on from one, as far as they can be short enough and nothing known beats them."""
    walks = search.walks
    _, path, passed, taken, state = label
    for there, cost in walks.onward[path[-1]]:
        following = walks.states.after(state, there)
        left = walks.moves.get(following)
        if left is None or taken >> there & 1 or len(path) + left > search.longest:
            continue
        weighed = passed + cost
        bound = walks.left[following] + (0 if search.is_hasty else weighed)
        way = (bound, (*path, there), weighed, taken | 1 << there, following)
        if not _is_beaten(search, way):
            heapq.heappush(search.waiting, way)


def _is_beaten(search: _Search, label: _Label) -> bool:
    _, path, passed, taken, state = label
    walks = search.walks
    if search.is_unbeaten and is_covered(passed + search.lightest_move * walks.moves[state], search.goal):
        return True
    others = search.settled.get(state)
    if not others:
        return False
    free = walks.circle[path[-1]] & ~taken
    if search.is_unbeaten:
        return any(not passed_by & free and is_covered(passed, (weighed,)) for weighed, passed_by in others)
    return sum(not passed_by & free for _, passed_by in others) >= search.most
