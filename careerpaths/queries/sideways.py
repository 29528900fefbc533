"""Moves into another function: those that are stated, and roles that read alike, marked as not declared."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.graph import in_order
from careerpaths.lookup import role_id
from careerpaths.model import Catalogue
from careerpaths.moves import CROSS_FUNCTION, LATERAL
from careerpaths.queries.answers import ROLE_COLUMNS, SCHEMA, Record, RoleRef, Step, role_ref, step
from careerpaths.stated import TextsOf, texts_of
from careerpaths.titles import fold

MOST_ALIKE = 5
LEAST_ALIKE = 0.2
"""The share of words in common, of all words of both, from which two roles are said to read alike."""
_TEXTS = ("custom_scope", "duty", "knowledge")
_SHORTEST = 4
"""Letters of a word that tells something of the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A role of another function at the same level whose texts read alike; no standard declares a move to it."""

    role: RoleRef
    likeness: float
    """The share of words in common, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sideways:
    """Where a role leads sideways."""

    role: RoleRef
    declared: tuple[Step, ...]
    """Stated moves to another function, or at the same level."""
    alike: tuple[Alike, ...]
    """Not declared: the most alike first."""
    explanation: str
    note: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return ("declared", "likeness", *ROLE_COLUMNS)

    def to_dict(self) -> dict[str, Any]:
        """`{role, declared: [step], alike: [{...node, likeness}], explanation}`."""
        return {
            "schema": SCHEMA,
            "role": self.role.to_dict(),
            "declared": [one.to_dict() for one in self.declared],
            "alike": [{**one.role.to_dict(), "likeness": one.likeness} for one in self.alike],
            "explanation": self.explanation,
            "note": self.note,
        }

    def rows(self) -> Iterator[Record]:
        """One row a role, the declared ones first."""
        for move in self.declared:
            yield {"declared": True, "likeness": None, **move.end.to_dict()}
        for one in self.alike:
            yield {"declared": False, "likeness": f"{one.likeness:.2f}", **one.role.to_dict()}


def sideways(graph: nx.DiGraph[str], name: str, *, catalogue: Catalogue | TextsOf | None = None) -> Sideways:
    """The stated moves of a role to another function or at its level, and roles elsewhere that read alike.

    Alike are roles of another function in the same track at the same level, by the words of scope, duties and
    knowledge that they have in common (the Dice coefficient of the sets of words of four letters and more; Dice,
    "Measures of the amount of ecologic association between species", Ecology 26 (1945)). Such a move is not declared.

    Args:
        graph: from `build_graph`.
        name: title, code, id or short form.
        catalogue: gives the texts; without it nothing is said to be alike, and the answer notes it.

    Raises:
        UnknownRole, AmbiguousRole: see `role_id`.
    """
    one = role_id(graph, name)
    declared = tuple(
        step(graph, one, other)
        for other in in_order(graph, graph.successors(one))
        if graph.edges[one, other]["kind"] in (CROSS_FUNCTION, LATERAL)
    )
    taken = {move.end.id for move in declared}
    alike = tuple(_alike(graph, one, texts_of(catalogue), taken)) if catalogue else ()
    return Sideways(
        role=role_ref(graph, one),
        declared=declared,
        alike=alike,
        explanation=_explained(graph, one, len(declared)),
        note=None if catalogue else wording.said("no_texts"),
    )


def _explained(graph: nx.DiGraph[str], one: str, declared: int) -> str:
    facts = graph.nodes[one]
    if not facts["defined"]:
        return wording.undefined_role(facts["title"], graph.graph.get("contact"))
    key = "sideways_declared" if declared else "sideways_none" if facts["states_moves"] else "starts_not_stated"
    return wording.said(key, declared, title=facts["title"])


def _alike(graph: nx.DiGraph[str], one: str, stated: TextsOf, taken: set[str]) -> Iterator[Alike]:
    mine = _words(stated, one)
    candidates = (
        (-_share(mine, _words(stated, other)), graph.nodes[other]["rank"], other) for other in _peers(graph, one)
    )
    likely = (found for found in candidates if -found[0] >= LEAST_ALIKE and found[2] not in taken)
    for negative, _, other in heapq.nsmallest(MOST_ALIKE, likely):
        yield Alike(role=role_ref(graph, other), likeness=round(-negative, 2))


def _peers(graph: nx.DiGraph[str], one: str) -> Iterator[str]:
    """Described roles of other functions in the same track at the same level."""
    facts = graph.nodes[one]
    if not facts["defined"] or facts["level_order"] is None:
        return
    function = fold(facts["job_function"] or "")
    for other, its in graph.nodes.items():
        is_peer = its["defined"] and (its["track"], its["level_order"]) == (facts["track"], facts["level_order"])
        if is_peer and fold(its["job_function"] or "") != function:
            yield other


def _words(stated: TextsOf, role: str) -> set[str]:
    texts = [entry.text for entry in stated(role) if entry.kind in _TEXTS]
    return {word for text in texts for word in fold(text).split() if len(word) >= _SHORTEST}


def _share(mine: set[str], others: set[str]) -> float:
    both = len(mine) + len(others)
    return 2 * len(mine & others) / both if both else 0.0
