"""Routes, distances, graphs and maps against networkx."""

from __future__ import annotations

import tempfile
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import layered
import networkx as nx
from measuring import TENTH, Line, Scale, Side, compared, require

import careerpaths as cp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Graph = nx.DiGraph[str]

QUESTIONS = 20
BEST = 5
FIRST_OF_SHORTEST = "min(networkx.all_shortest_paths(graph, a, b), key=kinds of its moves, then places of its roles)"
SIMPLE_PATHS = f"list(islice(networkx.shortest_simple_paths(graph, a, b), {BEST}))"


def routed(scale: Scale) -> Iterator[Line]:
    """Routes between the same pairs of roles in the same graph."""
    for size in scale.roles:
        graph = cp.build_graph(layered.catalogue(size))
        pairs = pairs_apart(graph)
        for pair in pairs:
            _require_same_routes(graph, *pair)
        yield _looked_up(scale, graph, pairs)
        one, several = (
            Side(
                f"careerpaths.routes(graph, a, b, max_routes={most})",
                partial(_ask, partial(_routes, most), graph, pairs),
            )
            for most in (1, BEST)
        )
        for what, ours, name, rival in (
            ("a shortest route", one, "networkx.shortest_path(graph, a, b)", nx.shortest_path),
            ("the first of the shortest routes", one, FIRST_OF_SHORTEST, _first_of_shortest),
            (f"the {BEST} best routes", several, SIMPLE_PATHS, _simple_paths),
        ):
            side = Side(name, partial(_ask, rival, graph, pairs))
            yield compared(f"{what}, {len(pairs)} questions to {size:,} roles", ours, side, rounds=scale.rounds)


def _looked_up(scale: Scale, graph: Graph, pairs: Sequence[tuple[str, str]]) -> Line:
    """Finding roles by their exact titles, which is a part of every question below."""
    asked = [graph.nodes[role]["title"] for pair in pairs for role in pair]
    return compared(
        f"{len(asked)} titles among {len(graph):,} roles",
        Side("careerpaths.role_id(graph, title)", lambda: [cp.role_id(graph, title) for title in asked]),
        Side(
            "next(role for role, one in graph.nodes(data='title') if one == title)",
            lambda: [next(role for role, one in graph.nodes(data="title") if one == title) for title in asked],
        ),
        rounds=scale.rounds,
    )


def _ask(function: Callable[..., object], graph: Graph, pairs: Sequence[tuple[str, str]]) -> list[object]:
    return [function(graph, start, end) for start, end in pairs]


def _routes(most: int, graph: Graph, start: str, end: str) -> object:
    return cp.routes(graph, start, end, max_routes=most)


def pairs_apart(graph: Graph, count: int = QUESTIONS) -> list[tuple[str, str]]:
    """Pairs of roles some moves apart, drawn from the graph."""
    random = Random("pairs")
    roles = list(graph)
    pairs: list[tuple[str, str]] = []
    while len(pairs) < count:
        start = random.choice(roles)
        away = nx.single_source_shortest_path_length(graph, start)
        farther = [role for role, moves in away.items() if 3 <= moves <= 12]
        if farther:
            pairs.append((start, random.choice(farther)))
    return pairs


def _simple_paths(graph: Graph, start: str, end: str) -> list[list[str]]:
    return list(islice(nx.shortest_simple_paths(graph, start, end), BEST))


def _first_of_shortest(graph: Graph, start: str, end: str) -> list[str]:
    """The shortest path that is first by the rules of `careerpaths.routes`."""

    def order(path: list[str]) -> tuple[int, int, list[int]]:
        kinds = [graph.edges[pair]["kind"] for pair in pairwise(path)]
        places = [graph.nodes[role]["rank"] for role in path]
        return kinds.count("cross-function"), kinds.count("change-of-track"), places

    return min(nx.all_shortest_paths(graph, start, end), key=order)


def _require_same_routes(graph: Graph, start: str, end: str) -> None:
    """The first route is the same, and the others have the same lengths; ours stop two moves beyond the fewest."""
    ours = cp.routes(graph, start, end, max_routes=BEST).routes
    theirs = [len(path) - 1 for path in _simple_paths(graph, start, end)]
    require(list(ours[0].roles) == _first_of_shortest(graph, start, end), f"the first route from {start} to {end}")
    require(
        [route.moves for route in ours] == [moves for moves in theirs if moves <= theirs[0] + 2],
        f"routes from {start} to {end}",
    )


def measured_between_all(scale: Scale) -> Iterator[Line]:
    """The fewest moves between all roles."""
    graph = cp.build_graph(layered.catalogue(scale.all_pairs))
    require(sum(map(len, _rows(graph))) == sum(map(len, _all_pairs(graph).values())), "distances")
    yield compared(
        f"distances between {scale.all_pairs:,} roles",
        Side("table.moves_from(n) of careerpaths.distances(graph), for each n", partial(_rows, graph)),
        Side("dict(networkx.all_pairs_shortest_path_length(graph))", partial(_all_pairs, graph)),
        rounds=scale.rounds,
    )


def _rows(graph: Graph) -> list[dict[int, int]]:
    table = cp.distances(graph)
    return [table.moves_from(place) for place in range(len(table.roles))]


def _all_pairs(graph: Graph) -> dict[str, dict[str, int]]:
    return dict(nx.all_pairs_shortest_path_length(graph))


def built(scale: Scale) -> Iterator[Line]:
    """The graph made from a catalogue, against networkx making the same one from ready dicts."""
    for size in scale.roles:
        catalogue = layered.catalogue(size)
        ready = nx.node_link_data(cp.build_graph(catalogue), edges="edges")
        require(nx.utils.graphs_equal(cp.build_graph(catalogue), nx.node_link_graph(ready, edges="edges")), "graphs")
        yield compared(
            f"the graph of {size:,} roles",
            Side("careerpaths.build_graph(catalogue)", partial(cp.build_graph, catalogue)),
            Side('networkx.node_link_graph(data, edges="edges")', partial(nx.node_link_graph, ready, edges="edges")),
            rounds=scale.rounds,
        )


def mapped(scale: Scale) -> Iterator[Line]:
    """The map of an organisation and of one ten times as large."""
    with tempfile.TemporaryDirectory() as place:
        for few, many in pairwise((scale.roles[0] // 10, *scale.roles)):
            less, more = (Path(place, f"{size}.html") for size in (few, many))
            small, large = (cp.build_graph(layered.catalogue(size)) for size in (few, many))
            yield compared(
                f"the map: {few:,} to {many:,} roles",
                Side("careerpaths.write_map(graph, file)", partial(cp.write_map, large, more)),
                Side(TENTH, partial(cp.write_map, small, less)),
                rounds=min(scale.rounds, 3),
                note=partial(_sizes, less, more),
            )


def _sizes(less: Path, more: Path) -> str:
    before, after = (path.stat().st_size / 1e6 for path in (less, more))
    return f"10 is in step; the file: {before:.1f} to {after:.1f} MB"
