"""The catalogue as a networkx graph: the only place that names the attributes of nodes and edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import networkx as nx

from careerpaths.model import NOTE, PROBLEM, Catalogue, Move, Role
from careerpaths.statements import SCALES, Scales
from careerpaths.weighing import Measures, weigh

NODE_SHAPE = (
    "title",
    "job_code",
    "level",
    "category",
    "job_function",
    "job_family",
    "personnel_program",
    "flsa",
    "defined",
)
"""The keys of a node in every JSON answer, after `id`."""


def build_graph(catalogue: Catalogue) -> nx.DiGraph[str]:
    """One node for every role that is defined or only named, one edge for every stated move.

    Nodes are in ladder order and keyed by id; node and edge attributes hold str, int, bool, None or sequences of these,
    an edge's `sources` are dicts in the source shape. `docs/python.md` lists them.

    >>> import careerpaths as cp
    >>> graph = cp.build_graph(cp.load())
    >>> graph.nodes["clin-imaging-it-spec-2-8798"]["level"]
    'Intermediate'
    """
    counts = Counter(problem.severity for problem in catalogue.problems)
    graph: nx.DiGraph[str] = nx.DiGraph(
        organisation=catalogue.organisation,
        edition=catalogue.edition,
        contact=catalogue.contact,
        documents=list(dict.fromkeys(reading.document for reading in catalogue.readings)),
        problems=counts[PROBLEM],
        notes=counts[NOTE],
        superseded=len({reading.document for reading in catalogue.superseded}),
        undecided=[list(pair) for pair in catalogue.undecided],
        sample=catalogue.sample,
        selectors=dict(catalogue.selectors),
        scales={name: dict(words) for name, words in catalogue.scales.items()},
    )
    tops = set(catalogue.tops)
    for rank, role in enumerate(catalogue.roles):
        graph.add_node(role.id, **_node(role, rank=rank, is_top=role.id in tops))
    nodes, scales = graph.nodes, scales_of(graph)
    for move in catalogue.moves:
        measures = weigh(nodes[move.start], nodes[move.end], move.kind, scales=scales)
        graph.add_edge(move.start, move.end, **_edge(move), measures=list(measures))
    return graph


def scales_of(graph: nx.DiGraph[str]) -> Scales:
    """The words by which statements of a graph are compared."""
    return graph.graph.get("scales") or SCALES


def measures_of(graph: nx.DiGraph[str], start: str, end: str) -> Measures:
    """What a move counts for; reckoned anew where a graph does not carry it."""
    move = graph.edges[start, end]
    if "measures" in move:
        return tuple(move["measures"])
    return weigh(graph.nodes[start], graph.nodes[end], move["kind"], scales=scales_of(graph))


def _node(role: Role, *, rank: int, is_top: bool) -> dict[str, Any]:
    return {
        "title": role.name,
        "job_code": role.job_code,
        "level": role.level,
        "category": role.category,
        "job_function": role.job_function,
        "job_family": role.job_family,
        "personnel_program": role.personnel_program,
        "flsa": role.flsa,
        "defined": role.defined,
        "tracking_code": role.tracking_code,
        "track": role.track,
        "level_order": role.level_order,
        "states_moves": role.states_moves,
        "declared_top": is_top,
        "requirements": [list(pair) for pair in role.requirements],
        "requirement_kinds": list(role.requirement_kinds),
        "asks_stated": role.defined and role.asks_stated,
        "extras": [list(pair) for pair in role.extras],
        "scope": role.scope,
        "aliases": [*([role.title] if role.title != role.name else []), *role.aliases],
        "documents": list(role.documents),
        "rank": rank,
    }


def _edge(move: Move) -> dict[str, Any]:
    return {
        "kind": move.kind,
        "kind_basis": move.kind_basis,
        "direction": move.direction,
        "sources": [source.to_dict() for source in move.sources],
    }


def ranks(graph: nx.DiGraph[str]) -> dict[str, int]:
    """The place of each role in reading order: by function, track, level and title.

    A subgraph iterates in any order, so the order is an attribute.
    """
    return {role: rank for rank, role in enumerate(in_order(graph))}


def in_order(graph: nx.DiGraph[str], roles: Iterable[str] | None = None) -> list[str]:
    """Roles of the graph in reading order: the ones given, or all."""
    if roles is None:
        return [role for _, role in sorted((rank, role) for role, rank in graph.nodes(data="rank"))]
    nodes = graph.nodes
    return sorted(roles, key=lambda role: (nodes[role]["rank"], role))
