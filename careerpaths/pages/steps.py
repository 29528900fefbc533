"""What a page knows of moves: what each counts for, its three lines, who says so, and how routes are looked for.

What many moves have in common is kept once and referred to by its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import networkx as nx

from careerpaths.graph import in_order, measures_of
from careerpaths.model import Catalogue
from careerpaths.queries.answers import step
from careerpaths.queries.choosing import ENOUGH, MOST_DETOUR, PREFERENCES, order_of
from careerpaths.queries.lines import not_stated, step_lines
from careerpaths.queries.tradeoffs import MOST_LABELS
from careerpaths.stated import texts_of
from careerpaths.weighing import MEASURES, comes_to_lead

MOST_COMPARED = 1_500
"""Moves up to which the texts of both roles are compared: about a millisecond each."""
MOST_ROUTES = 5
"""Routes that the page lists."""

PlaceOf = Callable[[str | None], int]
"""Gives the place of a text among those that the page holds."""


def search_facts() -> dict[str, Any]:
    """What the page's search goes by: the measures, the order of each preference, and where it stops."""
    return {
        "measures": list(MEASURES),
        "orders": {preference: list(order_of(preference)) for preference in PREFERENCES},
        "most_labels": MOST_LABELS,
        "most_detour": MOST_DETOUR,
        "enough": ENOUGH,
        "most_routes": MOST_ROUTES,
    }


def moves_data(graph: nx.DiGraph[str], place_of: PlaceOf, catalogue: Catalogue | None) -> dict[str, list[Any]]:
    """Every move by start, then end; the measures and the lines that they refer to.

    Args:
        graph: as `build_graph` makes it.
        place_of: keeps a text and gives its place.
        catalogue: gives the texts of roles, of which a line counts what is new; without it there is no such line.
    """
    measures: dict[Sequence[int], int] = {}
    lines: dict[Sequence[int], int] = {}
    order = {role: place for place, role in enumerate(in_order(graph))}
    lines_of = _lines_of(graph, place_of, catalogue)
    moves = []
    for start, here in order.items():
        for end in in_order(graph, graph.successors(start)):
            counts, said = measures_of(graph, start, end), lines_of(start, end)
            shared = [measures.setdefault(counts, len(measures)), lines.setdefault(said, len(lines))]
            leads = comes_to_lead(graph.nodes[start], graph.nodes[end], graph.edges[start, end]["kind"])
            answered = -1 if leads is None else int(leads)
            moves.append([here, order[end], *_move(graph.edges[start, end], place_of), answered, *shared])
    return {"moves": moves, "measures": [list(one) for one in measures], "lines": [list(one) for one in lines]}


def _lines_of(
    graph: nx.DiGraph[str], place_of: PlaceOf, catalogue: Catalogue | None
) -> Callable[[str, str], tuple[int, ...]]:
    stated = texts_of(catalogue) if catalogue else None
    contact = graph.graph.get("contact")

    def lines_of(start: str, end: str) -> tuple[int, ...]:
        told = step(graph, start, end, stated=stated)
        lines = step_lines(told, contact=contact)
        # A step to a role that nobody describes says nothing of its work, but what all is not stated.
        return tuple(place_of(line or None) for line in (lines.have, lines.change, lines.work or not_stated(told)))

    return lines_of


def _move(facts: Mapping[str, Any], place_of: PlaceOf) -> list[Any]:
    sources = [_source(source, place_of) for source in facts["sources"]]
    return [facts["kind"], facts["direction"] or "", facts["kind_basis"] or "", sources]


def _source(source: Mapping[str, Any], place_of: PlaceOf) -> list[Any]:
    said = [place_of(source[name]) for name in ("document", "row", "column", "text")]
    return [*said, source["line"], source["page"], source["sheet"]]
