"""Walks by way of others: how far each role is from the end where one role of each of some sets has yet to be passed.

A walk may pass a role twice, so what it has at least no path has less of, and the bound is quick to find.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import networkx as nx

from careerpaths.graph import in_order, measures_of
from careerpaths.queries.shortest import Sought, moves_around
from careerpaths.queries.weights import Weight, weight

MOST_SETS = 5
"""Sets of roles of which one each may have to be passed: time and memory double with each of them."""

State = int
"""A role and which of the sets have been met up to there, it included: the number of the role, then a bit for each."""
Arcs = Sequence[Sequence[tuple[int, Weight]]]
"""For each role those that its moves lead to, with the weights of the moves."""


@dataclass(frozen=True, slots=True)
class States:
    """What has been met, as bits behind the numbers of roles.

    Attributes:
        sets: for each role which of the sets it is in, as bits.
        width: how many sets there are.
    """

    sets: Sequence[int]
    width: int

    def begun(self, role: int) -> State:
        """The state in which a walk begins at a role."""
        return role << self.width | self.sets[role]

    def done(self, role: int) -> State:
        """The state in which a walk ends at a role with all sets met."""
        return (role + 1 << self.width) - 1

    def after(self, state: State, role: int) -> State:
        """The state behind a move to a role."""
        return role << self.width | state & ((1 << self.width) - 1) | self.sets[role]

    def before(self, state: State, into: Arcs) -> Iterator[tuple[State, Weight]]:
        """The states one move before, with the weights of the moves."""
        role, met = state >> self.width, state & ((1 << self.width) - 1)
        here = self.sets[role]
        # What the role is in may have been met before, or not.
        earlier = [met & ~here | some for some in range(here + 1) if not some & ~here]
        for before, cost in into[role]:
            known = self.sets[before]
            yield from ((before << self.width | one, cost) for one in earlier if not known & ~one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walks:
    """Where walks between two roles may go; roles are numbers in reading order.

    Attributes:
        names: the ids of the roles.
        onward: the moves; none leads back to the first role, none on from the last one.
        states: what has been met at each role.
        circle: for each role those from which it can be come back to, as bits.
        start: the state in which walks begin.
        goal: the state in which they end.
        moves: for each state from which the goal can be come to the fewest moves there.
        left: what a walk there weighs at least.
    """

    names: tuple[str, ...]
    onward: Arcs
    states: States
    circle: Sequence[int]
    start: State
    goal: State
    moves: Mapping[State, int]
    left: Mapping[State, Weight]


def walks(graph: nx.DiGraph[str], sought: Sought) -> Walks | None:
    """Where walks between two roles may go by way of others; None where it is certain that no path leads so.

    Roles that no path can pass without passing another one twice are left out, as far as that is quick to see. For k
    sets O(2^k m), and O(2^k m log m) where moves are not compared first.

    Args:
        graph: with the measures of each move.
        sought: between which roles, by way of which, and in which order walks are compared.
    """
    arcs = _between(graph, sought)
    if sought.first not in arcs:
        return None
    number = {role: place for place, role in enumerate(in_order(graph, arcs))}
    onward, states = _onward(graph, sought, arcs, number), _states(sought, number)
    start, goal = states.begun(number[sought.first]), states.done(number[sought.last])
    moves, left = _by_moves(states, onward, goal)
    found = Walks(
        names=tuple(number),
        onward=onward,
        states=states,
        circle=_circles(arcs, number),
        start=start,
        goal=goal,
        moves=moves,
        left=_lightest(states, onward, goal) if sought.order[0] else left,
    )
    return found if start in moves else None


def _onward(graph: nx.DiGraph[str], sought: Sought, arcs: nx.DiGraph[str], number: Mapping[str, int]) -> Arcs:
    weigh = cache(lambda measures: weight(measures, sought.order))
    return [[(number[end], weigh(measures_of(graph, role, end))) for end in arcs.successors(role)] for role in number]


def _states(sought: Sought, names: Iterable[str]) -> States:
    """The states without sets that are met wherever another one is, or at an end."""
    distinct = [one for one in dict.fromkeys(sought.via) if not one & {sought.first, sought.last}]
    wanted = [one for one in distinct if not any(other < one for other in distinct)]
    sets = [sum(1 << place for place, one in enumerate(wanted) if role in one) for role in names]
    return States(sets, len(wanted))


def _between(graph: nx.DiGraph[str], sought: Sought) -> nx.DiGraph[str]:
    """The moves that a path between two roles may make, as far as that is quick to see; none where there is no path."""
    roles = moves_around(graph, sought.first, closed=sought.closed)
    arcs: nx.DiGraph[str] = nx.DiGraph()
    arcs.add_node(sought.first)
    for role in roles:
        ends = () if role == sought.last else graph.successors(role)
        arcs.add_edges_from((role, end) for end in ends if end in roles and end != sought.first)
    while sought.last in arcs:
        back = arcs.reverse(copy=False)
        kept = moves_around(arcs, sought.first).keys() & moves_around(back, sought.last).keys()
        arcs.remove_nodes_from(set(arcs) - kept)
        twice = _passing_twice(arcs, sought) if kept else []
        if not twice:
            break
        arcs.remove_nodes_from(twice)
    return arcs if sought.last in arcs else nx.DiGraph()


def _passing_twice(arcs: nx.DiGraph[str], sought: Sought) -> list[str]:
    """The roles that no path can pass, since each way there and each way on from there pass one and the same role.

    By the dominators of both directions: Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
    """
    bits = {role: 1 << place for place, role in enumerate(arcs)}
    before = _passed(arcs, sought.first, bits)
    behind = _passed(arcs.reverse(copy=False), sought.last, bits)
    return [role for role, own in bits.items() if before[role] & behind[role] != own]


def _passed(arcs: nx.DiGraph[str], start: str, bits: Mapping[str, int]) -> dict[str, int]:
    """For each role those that every way there passes, itself included, as bits."""
    parents = nx.immediate_dominators(arcs, start)
    passed = {start: bits[start]}
    for role in bits:
        line = [role]
        while line[-1] not in passed:
            line.append(parents[line[-1]])
        for one in reversed(line[:-1]):
            passed[one] = passed[parents[one]] | bits[one]
    return passed


def _circles(arcs: nx.DiGraph[str], number: Mapping[str, int]) -> list[int]:
    """For each role those from which it can be come back to, itself among them, as bits."""
    circle = [0] * len(number)
    for roles in nx.strongly_connected_components(arcs):
        bits = sum(1 << number[role] for role in roles)
        for role in roles:
            circle[number[role]] = bits
    return circle


def _turned(onward: Arcs) -> Arcs:
    into: list[list[tuple[int, Weight]]] = [[] for _ in onward]
    for start, ends in enumerate(onward):
        for end, cost in ends:
            into[end].append((start, cost))
    return into


def _by_moves(states: States, onward: Arcs, goal: State) -> tuple[dict[State, int], dict[State, Weight]]:
    """For each state the fewest moves to the goal, and the least weight of a walk with so many: breadth-first."""
    into = _turned(onward)
    moves, left = {goal: 0}, {goal: 0}
    ring, count = [goal], 0
    while ring:
        count += 1
        following: dict[State, Weight] = {}
        for here in ring:
            behind = left[here]
            for state, cost in states.before(here, into):
                if state not in moves:
                    weighed = behind + cost
                    if state not in following or weighed < following[state]:
                        following[state] = weighed
        moves.update(dict.fromkeys(following, count))
        left.update(following)
        ring = list(following)
    return moves, left


def _lightest(states: States, onward: Arcs, goal: State) -> dict[State, Weight]:
    """For each state what a walk to the goal weighs at least.

    Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1 (1959), on states.
    """
    into = _turned(onward)
    settled: dict[State, Weight] = {}
    waiting: list[tuple[Weight, State]] = [(0, goal)]
    while waiting:
        behind, here = heapq.heappop(waiting)
        if here not in settled:
            settled[here] = behind
            for state, cost in states.before(here, into):
                if state not in settled:
                    heapq.heappush(waiting, (behind + cost, state))
    return settled
