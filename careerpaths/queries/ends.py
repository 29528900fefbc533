"""Where ladders end: dead ends, tops, roles that are only named, roles whose documents state no moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.graph import in_order
from careerpaths.queries.answers import SCHEMA, Record, RoleRef, role_ref
from careerpaths.selectors import select
from careerpaths.titles import fold

DEAD_END, UNDEFINED, TOP, NOT_STATED = "dead end", "undefined", "top", "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadEnd:
    """A defined role that leads nowhere and is no top."""

    role: RoleRef
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undefined:
    """A role that is only named: where it leads is not known."""

    role: RoleRef
    named_by: tuple[RoleRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """Every role that leads nowhere as far as is loaded, by what that means."""

    dead_ends: tuple[DeadEnd, ...]
    undefined: tuple[Undefined, ...]
    tops: tuple[RoleRef, ...]
    not_stated: tuple[RoleRef, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return ("kind", "title", "job_code", "level", "note", "id")

    def to_dict(self) -> dict[str, Any]:
        """`{dead_ends, undefined, tops, not_stated}`."""
        return {
            "schema": SCHEMA,
            "dead_ends": [
                {
                    "title": one.role.title,
                    "job_code": one.role.job_code,
                    "level": one.role.level,
                    "reason": one.reason,
                    "id": one.role.id,
                }
                for one in self.dead_ends
            ],
            "undefined": [
                {"title": one.role.title, "named_by": [namer.title for namer in one.named_by], "id": one.role.id}
                for one in self.undefined
            ],
            "tops": [one.title for one in self.tops],
            "not_stated": [one.title for one in self.not_stated],
        }

    def rows(self) -> Iterator[Record]:
        """One row a role, with what its end means."""
        for end in self.dead_ends:
            yield _record(DEAD_END, end.role, end.reason)
        for only_named in self.undefined:
            named_by = ", ".join(namer.title for namer in only_named.named_by)
            yield _record(UNDEFINED, only_named.role, f"named by {named_by}" if named_by else "")
        for top in self.tops:
            yield _record(TOP, top, "")
        for silent in self.not_stated:
            yield _record(NOT_STATED, silent, wording.said("states_no_moves"))


def _record(kind: str, one: RoleRef, note: str) -> Record:
    return {"kind": kind, "title": one.title, "job_code": one.job_code, "level": one.level, "note": note, "id": one.id}


def dead_ends(graph: nx.DiGraph[str], selector: str | None = None) -> Ends:
    """The roles where ladders end.

    A top leads nowhere and is the highest manager of its function that is loaded, or declared a top. A dead end is any
    other defined role that leads nowhere. An undefined role is neither, and a role whose document states no moves is
    none of these.

    Args:
        graph: from `build_graph`.
        selector: only these roles are listed, in the grammar of `select`; what they are is told by the whole graph.

    Raises:
        BadArgument, UnknownRole, AmbiguousRole: the selector cannot be read, or names no role or several.
    """
    listed = None if selector is None else set(select(graph, selector))
    kinds = {one: kind for one, kind in end_kinds(graph).items() if listed is None or one in listed}
    found = {
        kind: [one for one, its in kinds.items() if its == kind] for kind in (DEAD_END, UNDEFINED, TOP, NOT_STATED)
    }
    return Ends(
        dead_ends=tuple(
            DeadEnd(role=role_ref(graph, one), reason=wording.NAMES_NO_NEXT_ROLE) for one in found[DEAD_END]
        ),
        undefined=tuple(_undefined(graph, one) for one in found[UNDEFINED]),
        tops=tuple(role_ref(graph, one) for one in found[TOP]),
        not_stated=tuple(role_ref(graph, one) for one in found[NOT_STATED]),
    )


def end_kinds(graph: nx.DiGraph[str]) -> dict[str, str]:
    """For each role that leads nowhere, in reading order, what its end means."""
    highest = _highest_managers(graph)
    return {one: _kind(graph, one, highest) for one in in_order(graph) if not graph.out_degree(one)}


def _kind(graph: nx.DiGraph[str], one: str, highest: dict[str, int]) -> str:
    attributes = graph.nodes[one]
    if not attributes["defined"]:
        return UNDEFINED
    if attributes["declared_top"]:
        return TOP
    if not attributes["states_moves"]:
        return NOT_STATED
    is_highest = (
        attributes["track"] == "managerial" and _order(attributes) == highest[fold(attributes["job_function"] or "")]
    )
    return TOP if is_highest else DEAD_END


def _highest_managers(graph: nx.DiGraph[str]) -> dict[str, int]:
    """For each function the order of its highest manager that is loaded."""
    highest: dict[str, int] = {}
    for _, attributes in graph.nodes(data=True):
        if attributes["defined"] and attributes["track"] == "managerial":
            function = fold(attributes["job_function"] or "")
            highest[function] = max(_order(attributes), highest.get(function, 0))
    return highest


def _order(attributes: dict[str, Any]) -> int:
    return attributes["level_order"] or 0


def _undefined(graph: nx.DiGraph[str], one: str) -> Undefined:
    namers = in_order(graph, graph.predecessors(one))
    return Undefined(role=role_ref(graph, one), named_by=tuple(role_ref(graph, namer) for namer in namers))
