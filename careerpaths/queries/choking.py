"""Choke points: the roles that every route passes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.graph import in_order
from careerpaths.lookup import role_id, role_pair
from careerpaths.queries.answers import ROLE_COLUMNS, SCHEMA, Record, RoleRef, role_ref
from careerpaths.queries.shortest import moves_around

Tree = tuple[tuple[int, RoleRef], ...]
"""Roles with their places in reading order, each right before all that is behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChokePoint:
    """A role that every route to the roles behind it passes."""

    role: RoleRef
    before: int
    """The fewest moves from the start to it."""
    first: int
    """Where the roles behind it begin in `tree`."""
    count: int
    """How many they are."""
    tree: Tree = field(repr=False, compare=False)
    """That of the answer: no list is kept for each choke point."""

    @property
    def behind(self) -> tuple[RoleRef, ...]:
        """The roles that the start reaches through this one only, in reading order."""
        found = sorted(self.tree[self.first : self.first + self.count], key=itemgetter(0))
        return tuple(one for _, one in found)

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of a choke point."""
        behind = self.behind
        return {
            "title": self.role.title,
            "role_id": self.role.id,
            "before": self.before,
            "behind": [one.title for one in behind],
            "behind_ids": [one.id for one in behind],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ChokePoints:
    """The roles that every route from a role passes: to one other role, or to any role beyond them."""

    role: RoleRef
    to: RoleRef | None
    """The other end, where one was asked for."""
    choke_points: tuple[ChokePoint, ...]
    """In the order in which routes pass them; without another end those with the most roles behind them first."""
    tree: Tree = field(repr=False)
    """The start and all that it reaches."""
    has_route: bool
    """Whether a route leads to the other end; without one, whether any move leads on."""
    explanation: str
    """The answer in a sentence."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return (*ROLE_COLUMNS, "moves", "behind")

    def to_dict(self) -> dict[str, Any]:
        """`{role, to, choke_points, explanation}`."""
        return {
            "schema": SCHEMA,
            "role": self.role.to_dict(),
            "to": self.to.to_dict() if self.to else None,
            "choke_points": [one.to_dict() for one in self.choke_points],
            "explanation": self.explanation,
        }

    def rows(self) -> Iterator[Record]:
        """One row a choke point: how many moves it is away, and how many roles are behind it."""
        for one in self.choke_points:
            yield {**one.role.to_dict(), "moves": one.before, "behind": one.count}


def choke_points(graph: nx.DiGraph[str], start: str, end: str | None = None) -> ChokePoints:
    """The roles that every route passes: between two roles, or from one to whatever lies beyond.

    These are the dominators of flow graphs, by Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001):
    n roles, m moves and a tree of depth d cost O(m d) for each pass over them, of which two are enough where no ladder
    leads back; all else is linear.

    Args:
        graph: from `build_graph`, or a subgraph.
        start: title, code, id or short form.
        end: likewise; the two are then resolved together (`role_pair`). Its choke points lie strictly between the ends.
            Without it, the choke points are all roles that have others behind them: what the start reaches through
            them only.

    Raises:
        UnknownRole, AmbiguousRole: see `role_id`.

    >>> import careerpaths as cp
    >>> answer = choke_points(cp.build_graph(cp.load()), "Spec 2", "Mgr 1")
    >>> [one.role.title for one in answer.choke_points]
    ['Clin Imaging IT Spec 3', 'Clin Imaging IT Spec 4']
    """
    first, last = (role_id(graph, start), None) if end is None else role_pair(graph, start, end)
    parents = dominators(graph, first)
    tree = _in_tree_order(graph, first, parents)
    found = _points(tree, moves_around(graph, first), parents)
    if last is None:
        places = {one.id: place for place, one in tree}
        chosen = sorted((one for one in found if one.count), key=lambda one: (-one.count, places[one.role.id]))
    else:
        passed = _between(parents, first, last)
        chosen = sorted((one for one in found if one.role.id in passed), key=lambda one: one.first)
    one, other = role_ref(graph, first), role_ref(graph, last) if last else None
    return ChokePoints(
        role=one,
        to=other,
        choke_points=tuple(chosen),
        tree=tree,
        has_route=last in parents if last else len(tree) > 1,
        explanation=_explained(graph, (one, other), chosen, parents),
    )


def dominators(graph: nx.DiGraph[str], start: str) -> dict[str, str]:
    """For each role within reach the last one that every route to it passes; for the start itself the start."""
    order = _reverse_postorder(graph, start)
    number = {role: place for place, role in enumerate(order)}
    feeders = [[number[one] for one in graph.pred[role] if one in number] for role in order]
    parents: list[int | None] = [0, *([None] * (len(order) - 1))]
    changed = True
    while changed:
        changed = False
        for place in range(1, len(order)):
            known = [feeder for feeder in feeders[place] if parents[feeder] is not None]
            parent = known[0]
            for feeder in known[1:]:
                parent = _meeting(parents, parent, feeder)
            if parents[place] != parent:
                parents[place] = parent
                changed = True
    return {role: order[parents[place] or 0] for place, role in enumerate(order)}


def _meeting(parents: Sequence[int | None], one: int, other: int) -> int:
    """Where two ways back to the start meet; numbers fall on the way back."""
    while one != other:
        if one > other:
            one = parents[one] or 0
        else:
            other = parents[other] or 0
    return one


def _reverse_postorder(graph: nx.DiGraph[str], start: str) -> list[str]:
    """The roles within reach, each before what a search in depth goes on to from it; without recursion."""
    met = {start}
    finished = []
    open_roles = [(start, iter(in_order(graph, graph.successors(start))))]
    while open_roles:
        role, following = open_roles[-1]
        unmet = next((one for one in following if one not in met), None)
        if unmet is None:
            finished.append(role)
            open_roles.pop()
        else:
            met.add(unmet)
            open_roles.append((unmet, iter(in_order(graph, graph.successors(unmet)))))
    return finished[::-1]


def _in_tree_order(graph: nx.DiGraph[str], start: str, parents: Mapping[str, str]) -> Tree:
    children: dict[str, list[str]] = {}
    place = {role: number for number, role in enumerate(in_order(graph, parents))}
    for role in place:
        if role != start:
            children.setdefault(parents[role], []).append(role)
    tree = []
    left = [start]
    while left:
        tree.append(left.pop())
        left.extend(reversed(children.get(tree[-1], ())))
    return tuple((place[role], role_ref(graph, role)) for role in tree)


def _points(tree: Tree, away: Mapping[str, int], parents: Mapping[str, str]) -> tuple[ChokePoint, ...]:
    """Each role that the start reaches, with what is behind it: all that comes behind a role is counted before it."""
    counts = dict.fromkeys(parents, 0)
    for _, one in reversed(tree[1:]):
        counts[parents[one.id]] += 1 + counts[one.id]
    return tuple(
        ChokePoint(role=one, before=away[one.id], first=first, count=counts[one.id], tree=tree)
        for first, (_, one) in enumerate(tree[1:], 2)
    )


def _between(parents: Mapping[str, str], start: str, end: str) -> set[str]:
    """The roles strictly between two that every route passes."""
    found: set[str] = set()
    if end == start or end not in parents:
        return found
    while (end := parents[end]) != start:
        found.add(end)
    return found


def _explained(
    graph: nx.DiGraph[str],
    ends: tuple[RoleRef, RoleRef | None],
    found: Sequence[ChokePoint],
    parents: Mapping[str, str],
) -> str:
    start, end = ends
    if end is None:
        return _explained_beyond(graph, start, found, len(parents) - 1)
    if start.id == end.id:
        return wording.said("already_there", title=start.title)
    if end.id not in parents:
        return wording.said("no_route", start=start.title, end=end.title)
    if not found:
        return wording.said("no_choke_point", start=start.title, end=end.title)
    titles = wording.said("then").join(one.role.title for one in found)
    return wording.said("every_route_passes", start=start.title, end=end.title, titles=titles)


def _explained_beyond(graph: nx.DiGraph[str], start: RoleRef, found: Sequence[ChokePoint], reached: int) -> str:
    if not reached:
        return _explained_end(graph, start)
    if not found:
        return wording.said("nothing_to_pass", start=start.title)
    first = found[0]
    key = "all_beyond" if first.count == reached - 1 else "only_through"
    return wording.said(key, first.count, start=start.title, title=first.role.title)


def _explained_end(graph: nx.DiGraph[str], start: RoleRef) -> str:
    if not start.defined:
        return wording.said("undefined_sentence", title=start.title, hr=wording.whom_to_ask(graph.graph.get("contact")))
    is_stated = graph.nodes[start.id]["states_moves"]
    return wording.said("starts_nowhere" if is_stated else "starts_not_stated", title=start.title)
