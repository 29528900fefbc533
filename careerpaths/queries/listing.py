"""Roles as they stand: all of them, one with its neighbours, the next ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.graph import in_order
from careerpaths.lookup import role_id
from careerpaths.model import Catalogue, Entry
from careerpaths.queries.answers import (
    CHANGE_COLUMNS,
    ROLE_COLUMNS,
    SCHEMA,
    STATEMENT_COLUMNS,
    STEP_COLUMNS,
    Record,
    RoleRef,
    Step,
    role_ref,
    step,
)
from careerpaths.selectors import select, why_empty
from careerpaths.stated import TextsOf, texts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleList:
    """Roles in reading order: all, or those that a selector means."""

    roles: tuple[RoleRef, ...]
    attributes: tuple[tuple[Entry, ...], ...] | None = None
    """Everything stated of each role, where it was asked for and a catalogue given."""
    note: str | None = None
    """What an answer without texts says about it; of a selector that means no role, why."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return ROLE_COLUMNS if self.attributes is None else STATEMENT_COLUMNS

    def to_dict(self) -> list[dict[str, Any]]:
        """A bare list of nodes; with `attributes` where they were asked for."""
        if self.attributes is None:
            return [role.to_dict() for role in self.roles]
        pairs = zip(self.roles, self.attributes, strict=True)
        return [{**role.to_dict(), "attributes": _shape(entries)} for role, entries in pairs]

    def rows(self) -> Iterator[Record]:
        """One row a role; where attributes were asked for, one row for each statement."""
        if self.attributes is None:
            for role in self.roles:
                yield {**role.to_dict()}
            return
        for role, entries in zip(self.roles, self.attributes, strict=True):
            for entry in entries:
                yield {"id": role.id, "title": role.title, **_flat(entry)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleAnswer:
    """One role with the steps to and from it."""

    role: RoleRef
    tracking_code: str | None
    aliases: tuple[str, ...]
    scope: str | None
    requirements: tuple[tuple[str, str], ...]
    extras: tuple[tuple[str, str], ...]
    """(label, value) of further facts, such as a grade."""
    states_moves: bool
    documents: tuple[str, ...]
    next: tuple[Step, ...]
    feeders: tuple[Step, ...]
    attributes: tuple[Entry, ...] | None = None
    """Everything stated of the role, where it was asked for and a catalogue given."""
    note: str | None = None
    """What an answer without texts says about it."""
    overlaid: tuple[Entry, ...] = ()
    """What overlays state of a role that no standard defines, where a catalogue was given."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return ("relation", *STEP_COLUMNS) if self.attributes is None else STATEMENT_COLUMNS

    def to_dict(self) -> dict[str, Any]:
        """A node with `next` and `feeders`, nodes with the move that joins them."""
        shape: dict[str, Any] = {
            "schema": SCHEMA,
            **self.role.to_dict(),
            "tracking_code": self.tracking_code,
            "aliases": list(self.aliases),
            "scope": self.scope,
            "requirements": [{"label": label, "text": text} for label, text in self.requirements],
            "extras": [{"label": label, "text": text} for label, text in self.extras],
            "states_moves": self.states_moves,
            "documents": list(self.documents),
            "next": [_joined(one.end, one) for one in self.next],
            "feeders": [_joined(one.start, one) for one in self.feeders],
            "note": self.note,
        }
        if self.attributes is not None:
            shape["attributes"] = _shape(self.attributes)
        return shape

    def rows(self) -> Iterator[Record]:
        """One row for each step to or from the role, or for each statement where those were asked for."""
        if self.attributes is not None:
            for entry in self.attributes:
                yield {"id": self.role.id, "title": self.role.title, **_flat(entry)}
            return
        for relation, steps in (("next", self.next), ("feeder", self.feeders)):
            for one in steps:
                yield {"relation": relation, **one.record()}


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRoles:
    """The steps that a role's standard states, and what each changes."""

    role: RoleRef
    next: tuple[Step, ...]
    states_moves: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return STEP_COLUMNS

    def to_dict(self) -> dict[str, Any]:
        """`{role, next: [...]}`; each next role is a node with the move that leads to it."""
        return {
            "schema": SCHEMA,
            "role": self.role.to_dict(),
            "states_moves": self.states_moves,
            "next": [_joined(one.end, one) for one in self.next],
        }

    def rows(self) -> Iterator[Record]:
        """One row a step."""
        return (one.record() for one in self.next)

    @property
    def detailed_columns(self) -> tuple[str, ...]:
        """The keys of its detailed rows."""
        return (*STEP_COLUMNS, *CHANGE_COLUMNS)

    def detailed_rows(self) -> Iterator[Record]:
        """One row for each thing that a step changes."""
        return (record for one in self.next for record in one.change_records())


def roles(
    graph: nx.DiGraph[str],
    selector: str | None = None,
    *,
    full: bool = False,
    catalogue: Catalogue | TextsOf | None = None,
) -> RoleList:
    """Roles in reading order: by function, track, level and title.

    Args:
        graph: from `build_graph`.
        selector: which ones, in the grammar of `select`; None: all.
        full: with every attribute and text as stated, for which `catalogue` is needed.
        catalogue: the catalogue that the graph was built from, or what gives the texts of a role.

    Raises:
        BadArgument: the selector cannot be read.
        UnknownRole, AmbiguousRole: it names a role that there is none of, or several.
    """
    order = in_order(graph) if selector is None else select(graph, selector)
    stated = texts_of(catalogue) if full and catalogue else None
    note = wording.said("no_texts") if full and not catalogue else None
    return RoleList(
        roles=tuple(role_ref(graph, one) for one in order),
        attributes=tuple(stated(one) for one in order) if stated else None,
        note=note if order or selector is None else why_empty(graph, selector),
    )


def role(
    graph: nx.DiGraph[str], name: str, *, full: bool = False, catalogue: Catalogue | TextsOf | None = None
) -> RoleAnswer:
    """One role with its next roles and its feeders.

    Args:
        graph: from `build_graph`.
        name: title, code, id or short form.
        full: with everything stated; without `catalogue` the answer notes that texts were not given.
        catalogue: the catalogue that the graph was built from.

    Raises:
        UnknownRole, AmbiguousRole: see `role_id`.
    """
    one = role_id(graph, name)
    attributes = graph.nodes[one]
    stated = texts_of(catalogue) if catalogue else None
    return RoleAnswer(
        role=role_ref(graph, one),
        tracking_code=attributes["tracking_code"],
        aliases=tuple(attributes["aliases"]),
        scope=attributes["scope"],
        requirements=tuple((label, text) for label, text in attributes["requirements"]),
        extras=tuple((label, text) for label, text in attributes.get("extras", ())),
        states_moves=attributes["states_moves"],
        documents=tuple(attributes["documents"]),
        next=_next(graph, one, stated),
        feeders=tuple(step(graph, feeder, one) for feeder in in_order(graph, graph.predecessors(one))),
        attributes=stated(one) if full and stated else None,
        note=wording.said("no_texts") if full and not catalogue else None,
        overlaid=stated(one) if stated and not attributes["defined"] else (),
    )


def next_roles(graph: nx.DiGraph[str], name: str, *, catalogue: Catalogue | TextsOf | None = None) -> NextRoles:
    """The roles that a role's standard names as next, and what each step changes.

    Args:
        graph: from `build_graph`.
        name: title, code, id or short form.
        catalogue: with it each step also tells what its duties and knowledge ask.

    Raises:
        UnknownRole, AmbiguousRole: see `role_id`.
    """
    one = role_id(graph, name)
    stated = texts_of(catalogue) if catalogue else None
    return NextRoles(
        role=role_ref(graph, one), next=_next(graph, one, stated), states_moves=graph.nodes[one]["states_moves"]
    )


def _next(graph: nx.DiGraph[str], one: str, stated: TextsOf | None = None) -> tuple[Step, ...]:
    return tuple(step(graph, one, other, stated=stated) for other in in_order(graph, graph.successors(one)))


def _joined(other: RoleRef, move: Step) -> dict[str, Any]:
    shape = move.to_dict()
    return {**other.to_dict(), **{key: shape[key] for key in shape if key not in ("from", "to")}}


def _shape(entries: tuple[Entry, ...]) -> list[dict[str, Any]]:
    return [{"label": entry.label, "text": entry.text, "source": entry.source.to_dict()} for entry in entries]


def _flat(entry: Entry) -> Record:
    source = entry.source
    return {
        "label": entry.label,
        "text": entry.text,
        "document": source.document,
        "row": source.row,
        "column": source.column,
        "line": source.line,
    }
