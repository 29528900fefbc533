"""The fewest moves: between two roles, around one."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

import networkx as nx

from careerpaths.graph import measures_of
from careerpaths.queries.weights import BY_DEFAULT, Order, Weight, weight

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Between which roles, and how.

    Attributes:
        first: where paths begin.
        last: where they end.
        closed: roles that no path passes.
        via: sets of roles; a path passes one of each.
        order: the measures by which paths are put in order, the first one first.
    """

    first: str
    last: str
    closed: frozenset[str] = frozenset()
    via: tuple[frozenset[str], ...] = ()
    order: Order = BY_DEFAULT


Rings = tuple[list[set[str]], list[set[str]]]
"""The roles at each distance from the first role, and from the last one backward; they meet in the outermost two."""


def fewest_moves(graph: nx.DiGraph[str], sought: Sought) -> int | None:
    """The fewest moves from one role to another; None where no chain leads there.

    What must be passed on the way is not looked at (`careerpaths.queries.by_way`).
    """
    rings = _meeting(graph, sought)
    return None if rings is None else len(rings[0]) + len(rings[1]) - 2


def shortest(graph: nx.DiGraph[str], sought: Sought) -> Path | None:
    """The first of the paths with the fewest moves, in the order sought; None where no chain leads there.

    Breadth-first from both ends at once, always on the side with fewer roles to go on from (Pohl, "Bi-directional
    search", Machine Intelligence 6 (1971)), then the best of all shortest paths, ring by ring: O(n + m) at worst, and
    mostly a small part of it. What must be passed on the way is not looked at.
    """
    rings = _meeting(graph, sought)
    if rings is None:
        return None
    weigher = _Weigher(graph, sought.order, {(sought.first,): 0})
    ways: dict[str, Path] = {sought.first: (sought.first,)}
    for ring in _on_the_way(graph, *rings):
        following: dict[str, Path] = {}
        for here, path in ways.items():
            for there in ring.intersection(graph.successors(here)):
                way = (*path, there)
                following[there] = weigher.better(following[there], way) if there in following else way
        ways = following
    return ways[sought.last]


@dataclass(frozen=True, slots=True)
class _Weigher:
    """Weighs paths where there is a choice between two, and mostly there is none."""

    graph: nx.DiGraph[str]
    order: Order
    known: dict[Path, Weight]

    def better(self, one: Path, other: Path) -> Path:
        """The lighter of two paths as long, of equals the first in reading order."""
        return min(one, other, key=lambda path: (self._weight(path), self._places(path)))

    def _weight(self, path: Path) -> Weight:
        if path not in self.known:
            step = weight(measures_of(self.graph, *path[-2:]), self.order)
            self.known[path] = self._weight(path[:-1]) + step
        return self.known[path]

    def _places(self, path: Path) -> list[int]:
        return [self.graph.nodes[role]["rank"] for role in path]


def _meeting(graph: nx.DiGraph[str], sought: Sought) -> Rings | None:
    rings: Rings = ([{sought.first}], [{sought.last}])
    seen = [{sought.first}, {sought.last}]
    steps = (graph.successors, graph.predecessors)
    while rings[0][-1].isdisjoint(rings[1][-1]):
        side = len(rings[0][-1]) > len(rings[1][-1])
        ring = set().union(*map(steps[side], rings[side][-1]))
        ring -= seen[side]
        ring -= sought.closed
        if not ring:
            return None
        seen[side] |= ring
        rings[side].append(ring)
    return rings


def _on_the_way(graph: nx.DiGraph[str], ahead: Sequence[set[str]], behind: Sequence[set[str]]) -> list[set[str]]:
    """The rings of roles that shortest paths pass, without the first one."""
    meeting = ahead[-1] & behind[-1]
    rings = [meeting] if len(ahead) > 1 else []
    for ring in ahead[-2:0:-1]:
        meeting = ring.intersection(set().union(*map(graph.predecessors, meeting)))
        rings.insert(0, meeting)
    return [*rings, *behind[-2::-1]]


def moves_around(
    graph: nx.DiGraph[str],
    role: str,
    *,
    backward: bool = False,
    longest: int | None = None,
    closed: Container[str] = (),
) -> dict[str, int]:
    """The fewest moves from a role to each within reach (or to it, backward), itself with 0; nearest first.

    Args:
        graph: where moves are.
        role: where it begins.
        backward: the roles that lead here instead.
        longest: how many moves are looked at; None: all the way.
        closed: roles that no move leads to.
    """
    step = graph.predecessors if backward else graph.successors
    found = {role: 0}
    ring, moves = [role], 0
    while ring and moves != longest:
        moves += 1
        following: list[str] = []
        for here in ring:
            for there in step(here):
                if there not in found and there not in closed:
                    found[there] = moves
                    following.append(there)
        ring = following
    return found
