"""What answers are made of: a role as it is cited, and a step with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from careerpaths.change import ATTRIBUTE, EXTRA, REQUIREMENT, Change, comparison
from careerpaths.demand import Demand, demand
from careerpaths.graph import NODE_SHAPE, measures_of
from careerpaths.stated import TextsOf
from careerpaths.statements import SAME
from careerpaths.weighing import MEASURES, Measures, says_what_it_asks

SCHEMA = 1
Record = dict[str, str | int | bool | None]
"""One flat row of an answer, for CSV, Markdown, tables and frames."""
ROLE_COLUMNS = ("id", *NODE_SHAPE)
STEP_COLUMNS = (
    "from",
    "from_code",
    "to",
    "to_code",
    "to_level",
    "kind",
    "direction",
    "to_defined",
    "changes",
    "sources",
)
CHANGE_COLUMNS = ("group", "label", "turn", "before", "after", "note", "change_sources")
FLAT = (ATTRIBUTE, EXTRA, REQUIREMENT)
"""The changes that stand in a flat row; whole texts would not fit a cell."""
STATEMENT_COLUMNS = ("id", "title", "label", "text", "document", "row", "column", "line")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRef:
    """A role in an answer."""

    id: str
    title: str
    """Unique in the graph."""
    job_code: str | None
    level: str | None
    category: str | None
    job_function: str | None
    job_family: str | None
    personnel_program: str | None
    flsa: str | None
    defined: bool
    """False where the role is only named in a career path."""

    def to_dict(self) -> dict[str, str | bool | None]:
        """The JSON shape of a node."""
        return {"id": self.id, **{key: getattr(self, key) for key in NODE_SHAPE}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stated move, with what it changes and where it is stated."""

    start: RoleRef
    end: RoleRef
    kind: str
    kind_basis: str | None
    direction: str | None
    sources: tuple[Mapping[str, Any], ...]
    changes: tuple[Change, ...]
    measures: Measures
    """One number for each of `careerpaths.weighing.MEASURES`."""
    says_what_it_asks: bool
    """Whether any standard says what the role behind the step asks."""
    says_what_it_asked: bool = True
    """Whether any standard says what the role before the step asks; else nobody knows what is new."""
    demand: Demand | None = None
    """What the step asks anew; None where no texts were given, or nothing is stated of what the role asks."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of a step; roles by title."""
        return {
            "from": self.start.title,
            "to": self.end.title,
            "kind": self.kind,
            "kind_basis": self.kind_basis,
            "direction": self.direction,
            "sources": [dict(source) for source in self.sources],
            "changes": [change.to_dict() for change in self.changes],
            "measures": dict(zip(MEASURES, self.measures, strict=True)),
            "demand": self.demand.to_dict() if self.demand else None,
        }

    def record(self) -> Record:
        """The step as one flat row."""
        return {
            "from": self.start.title,
            "from_code": self.start.job_code,
            "to": self.end.title,
            "to_code": self.end.job_code,
            "to_level": self.end.level,
            "kind": self.kind,
            "direction": self.direction,
            "to_defined": self.end.defined,
            "changes": "; ".join(told(change) for change in self.changes if change.group in FLAT),
            "sources": "; ".join(cited(source) for source in self.sources),
        }

    def change_records(self) -> Iterator[Record]:
        """The step as one flat row for each thing that it changes, texts among them; else one without a change."""
        for change in self.changes:
            yield {**self.record(), **_change_record(change)}
        if not self.changes:
            yield {**self.record(), **dict.fromkeys(CHANGE_COLUMNS)}


def _change_record(change: Change) -> Record:
    return {
        "group": change.group,
        "label": change.attribute,
        "turn": change.turn,
        "before": change.before,
        "after": change.after,
        "note": change.note,
        "change_sources": "; ".join(cited(source) for source in change.sources),
    }


def told(change: Change) -> str:
    """A change in one flat text: the attribute, before and after."""
    return f"{change.attribute}: {change.before or 'not stated'} -> {change.after or 'not stated'}"


def cited(source: Mapping[str, Any]) -> str:
    """A source in one flat text: document, row and column."""
    return ", ".join(str(source[key]) for key in ("document", "row", "column") if source[key] is not None)


def role_ref(graph: nx.DiGraph[str], role: str) -> RoleRef:
    """A role of the graph as it is cited in answers."""
    attributes = graph.nodes[role]
    return RoleRef(id=role, **{key: attributes[key] for key in NODE_SHAPE})


def step(graph: nx.DiGraph[str], start: str, end: str, *, stated: TextsOf | None = None) -> Step:
    """The stated move between two roles of the graph; with what its texts ask where they are given."""
    edge = graph.edges[start, end]
    compared = comparison(graph, start, end, catalogue=stated)
    is_described, was_described = (says_what_it_asks(graph.nodes[role]) for role in (end, start))
    return Step(
        start=role_ref(graph, start),
        end=role_ref(graph, end),
        kind=edge["kind"],
        kind_basis=edge["kind_basis"],
        direction=edge["direction"],
        sources=tuple(edge["sources"]),
        changes=tuple(one for one in compared if one.turn != SAME),
        measures=measures_of(graph, start, end),
        says_what_it_asks=is_described,
        says_what_it_asked=was_described,
        demand=demand(compared) if stated and is_described and was_described else None,
    )
