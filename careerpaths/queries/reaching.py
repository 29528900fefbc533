"""How far: what a role can reach, who leads to it, and the moves between all roles."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from careerpaths.errors import BadArgument
from careerpaths.graph import in_order, ranks
from careerpaths.lookup import role_id
from careerpaths.queries.answers import ROLE_COLUMNS, SCHEMA, Record, RoleRef, role_ref
from careerpaths.queries.shortest import moves_around
from careerpaths.selectors import select


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """The roles that are exactly so many moves away."""

    moves: int
    roles: tuple[RoleRef, ...]

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of one distance."""
        return {
            "moves": self.moves,
            "roles": [one.title for one in self.roles],
            "role_ids": [one.id for one in self.roles],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachAnswer:
    """Everything within reach of a role, or everything that leads to it, by the fewest moves."""

    role: RoleRef
    leads_here: bool
    """True where the roles that lead to `role` were asked for."""
    within: tuple[Within, ...]
    states_moves: bool
    """Whether the role's document states next roles at all."""
    max_moves: int | None = None
    """How far was looked; None: all the way."""
    selector: str | None = None
    """Only these roles are listed; None: all."""
    avoid: tuple[str, ...] = ()
    """Selectors of roles that no way passes or ends at."""
    beyond: Within | None = None
    """Where none is so near: the nearest that are farther away than `max_moves`."""

    @property
    def is_limited(self) -> bool:
        """Whether roles may have been left out because it was asked so."""
        return self.selector is not None or bool(self.avoid)

    @property
    def farthest(self) -> tuple[RoleRef, ...]:
        """The roles that are the most moves away."""
        return self.within[-1].roles if self.within else ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return ("moves", *ROLE_COLUMNS)

    def to_dict(self) -> dict[str, Any]:
        """`{role, within}`."""
        return {
            "schema": SCHEMA,
            "role": self.role.to_dict(),
            "direction": "to" if self.leads_here else "from",
            "select": self.selector,
            "avoid": list(self.avoid),
            "max_moves": self.max_moves,
            "within": [one.to_dict() for one in self.within],
            "farthest": [one.title for one in self.farthest],
            "beyond": self.beyond.to_dict() if self.beyond else None,
        }

    def rows(self) -> Iterator[Record]:
        """One row a role."""
        for ring in self.within:
            for one in ring.roles:
                yield {"moves": ring.moves, **one.to_dict()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Distances:
    """The fewest moves between all roles; rows are computed as they are asked for."""

    roles: tuple[RoleRef, ...]
    next: tuple[tuple[int, ...], ...]
    """For each role the places of its next roles."""
    selected: tuple[int, ...] | None = None
    """The places of the roles that are told of; None: of all. Ways may pass others."""

    @property
    def listed(self) -> tuple[RoleRef, ...]:
        """The roles that are told of."""
        return tuple(self.roles[place] for place in self._places())

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return ("", *(one.title for one in self.listed))

    def _places(self) -> Sequence[int]:
        return range(len(self.roles)) if self.selected is None else self.selected

    def moves_from(self, place: int) -> dict[int, int]:
        """The fewest moves from one role to each that it reaches, by place, nearest first: breadth-first search."""
        found = {place: 0}
        ring, moves = [place], 0
        while ring:
            moves += 1
            following = []
            for here in ring:
                for there in self.next[here]:
                    if there not in found:
                        found[there] = moves
                        following.append(there)
            ring = following
        return found

    def items(self) -> Iterator[tuple[str, dict[str, int]]]:
        """The entries of `to_dict`, one role at a time."""
        titles = {place: self.roles[place].title for place in self._places()}
        for place, title in titles.items():
            found = sorted(self.moves_from(place).items())
            yield title, {titles[other]: moves for other, moves in found if other in titles}

    def to_dict(self) -> dict[str, dict[str, int]]:
        """`{from_title: {to_title: moves}}`, without what cannot be reached."""
        return dict(self.items())

    def rows(self) -> Iterator[Record]:
        """The square matrix: one row a role, one column a role, None where there is no route."""
        titles = {place: self.roles[place].title for place in self._places()}
        for place, title in titles.items():
            found = self.moves_from(place)
            yield {"": title, **{other: found.get(column) for column, other in titles.items()}}


def reach(  # noqa: PLR0913 - what may be asked of what is within reach, by name
    graph: nx.DiGraph[str],
    name: str,
    *,
    to: bool = False,
    max_moves: int | None = None,
    selector: str | None = None,
    avoid: Sequence[str] = (),
) -> ReachAnswer:
    """The roles that a role can reach, by the fewest moves.

    Args:
        graph: from `build_graph`.
        name: title, code, id or short form.
        to: the roles that lead to it instead.
        max_moves: only those at most so many moves away.
        selector: only these roles are listed, in the grammar of `select`; ways may pass others.
        avoid: selectors of roles that no way passes or ends at.

    Raises:
        UnknownRole, AmbiguousRole: see `role_id`.
        BadArgument: `max_moves` below 1, or a selector that cannot be read.
    """
    if max_moves is not None and max_moves < 1:
        message = f"max_moves is {max_moves}: expected a number from 1"
        raise BadArgument(message)
    one = role_id(graph, name)
    closed = {role for avoided in avoid for role in select(graph, avoided)} - {one}
    listed = None if selector is None else set(select(graph, selector))
    within = _rings(graph, moves_around(graph, one, backward=to, longest=max_moves, closed=closed), listed)
    beyond: Sequence[Within] = ()
    if max_moves is not None and not within:
        beyond = _rings(graph, moves_around(graph, one, backward=to, closed=closed), listed)
    return ReachAnswer(
        role=role_ref(graph, one),
        leads_here=to,
        within=within,
        beyond=next(iter(beyond), None),
        states_moves=graph.nodes[one]["states_moves"],
        max_moves=max_moves,
        selector=selector,
        avoid=tuple(avoid),
    )


def _rings(graph: nx.DiGraph[str], away: Mapping[str, int], listed: Container[str] | None) -> tuple[Within, ...]:
    """The roles that are listed by how far away they are, nearest first; without the one in the middle."""
    rings: dict[int, list[str]] = {}
    for other in in_order(graph, (role for role, moves in away.items() if moves)):
        if listed is None or other in listed:
            rings.setdefault(away[other], []).append(other)
    return tuple(_ring(graph, moves, rings[moves]) for moves in sorted(rings))


def _ring(graph: nx.DiGraph[str], moves: int, found: Sequence[str]) -> Within:
    return Within(moves=moves, roles=tuple(role_ref(graph, one) for one in found))


def distances(graph: nx.DiGraph[str], selector: str | None = None) -> Distances:
    """The fewest moves between all roles, in reading order.

    Rows are breadth-first searches made when they are asked for: n roles and m moves cost O(n (n + m)) in time, and one
    row in memory.

    Args:
        graph: from `build_graph`.
        selector: only these roles are told of, in the grammar of `select`; ways may pass others.

    Raises:
        BadArgument, UnknownRole, AmbiguousRole: the selector cannot be read, or names no role or several.
    """
    order = ranks(graph)
    return Distances(
        roles=tuple(role_ref(graph, one) for one in order),
        next=tuple(tuple(sorted(order[other] for other in graph.successors(one))) for one in order),
        selected=None if selector is None else tuple(order[one] for one in select(graph, selector)),
    )
