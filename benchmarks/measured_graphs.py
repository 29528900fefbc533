"""Routes, distances, graphs and maps against networkx."""

from __future__ import annotations

import tempfile
from functools import partial
from itertools import islice, pairwise
from operator import le
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import layered
import networkx as nx
from measuring import TENTH, Line, Scale, Side, compared, medians, require

import careerpaths as cp
from careerpaths.queries.choosing import MOST_DETOUR
from careerpaths.queries.shortest import Sought, fewest_moves, shortest
from careerpaths.queries.tradeoffs import tradeoffs
from careerpaths.queries.weights import measures_of_weight
from careerpaths.weighing import MEASURES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Graph = nx.DiGraph[str]

QUESTIONS = 20
BEST = 5
SIMPLE_PATHS = f"list(islice(networkx.shortest_simple_paths(graph, a, b), {BEST}))"
SHORTEST = "networkx.shortest_path(graph, a, b)"
SECOND = "one second"
CORE = Path(__file__).resolve().parents[2] / "shared" / "data" / "onet"
"""A real list of 18,460 moves with a strongly connected core of 921 occupations, where it is at hand."""


def routed(scale: Scale) -> Iterator[Line]:
    """Routes between the same pairs of roles in the same graph, by their ids."""
    for size in scale.roles:
        graph = cp.build_graph(layered.catalogue(size))
        pairs = pairs_apart(graph)
        for pair in pairs:
            _require_same_routes(graph, *pair)
        yield _looked_up(scale, graph, pairs)
        for what, name, ours, limit in (
            ("the fewest-moves route", "shortest(graph, Sought(first=a, last=b))", _shortest, 2.0),
            ("the routes that no other beats", f"tradeoffs(graph, ..., most_paths={BEST})", _unbeaten, 20.0),
        ):
            yield compared(
                f"{what}, {len(pairs)} questions to {size:,} roles",
                Side(f"careerpaths.queries: {name}", partial(_ask, ours, graph, pairs)),
                Side(SHORTEST, partial(_ask, nx.shortest_path, graph, pairs)),
                rounds=scale.rounds * 3,
                limit=limit if size >= LARGE else None,
            )
        yield compared(
            f"whole answers about routes, {len(pairs)} questions to {size:,} roles",
            Side("careerpaths.routes(graph, a, b)", partial(_ask, cp.routes, graph, pairs)),
            Side(SIMPLE_PATHS, partial(_ask, _simple_paths, graph, pairs)),
            rounds=scale.rounds,
        )


LARGE = 10_000
"""Roles from which the limits on routes hold."""


def crowded(scale: Scale) -> Iterator[Line]:
    """Graphs in which routes are many: an answer takes less than a second."""
    graphs = [("8 layers of 12, all joined, each move weighed at random", _layers(8, 12), "a", "z")]
    if CORE.is_dir():
        core = cp.build_graph(cp.load(CORE))
        strong = max(map(sorted, nx.strongly_connected_components(core)), key=len)
        graphs.append((f"{len(strong)} occupations that all lead to one another", core, strong[0], strong[-1]))
    for what, graph, start, end in graphs:
        for name, ask in (
            ("routes", partial(cp.routes, graph, start, end, max_routes=100)),
            ("choke_points", partial(cp.choke_points, graph, start)),
            ("distances", partial(_rows, graph)),
        ):
            seconds, _ = medians(ask, _nothing, scale.rounds)
            yield Line(
                what=f"{name} among {what}",
                ours=f"careerpaths.{name}",
                rival=SECOND,
                our_seconds=seconds,
                rival_seconds=1.0,
                limit=1.0,
            )


def _nothing() -> None:
    return None


def _layers(layers: int, wide: int) -> Graph:
    """Every role of a layer leads to every role of the next, each move with other measures."""
    random = Random("layers")
    rows = [["a"], *([f"l{layer}-{place:02}" for place in range(wide)] for layer in range(layers)), ["z"]]
    ready = cp.build_graph(layered.catalogue(10))
    facts = next(iter(ready.nodes.values()))
    graph: Graph = nx.DiGraph(**ready.graph)
    for rank, role in enumerate(role for row in rows for role in row):
        graph.add_node(role, **{**facts, "title": role, "job_code": None, "aliases": [], "rank": rank})
    move = next(iter(ready.edges.values()))
    for low, high in pairwise(rows):
        for start in low:
            for end in high:
                measures = [1, *(random.randint(0, 3) for _ in MEASURES[1:])]
                graph.add_edge(start, end, **{**move, "measures": measures})
    return graph


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


def _shortest(graph: Graph, start: str, end: str) -> object:
    return shortest(graph, Sought(first=start, last=end))


def _unbeaten(graph: Graph, start: str, end: str) -> object:
    sought = Sought(first=start, last=end)
    fewest = fewest_moves(graph, sought) or 0
    return tradeoffs(graph, sought, longest=fewest + MOST_DETOUR, most_paths=BEST)


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


def _require_same_routes(graph: Graph, start: str, end: str) -> None:
    """The first route is as long as the rival's; those that are not beaten are all such among all simple paths."""
    sought = Sought(first=start, last=end)
    found = tradeoffs(graph, sought, longest=(fewest_moves(graph, sought) or 0) + MOST_DETOUR, most_paths=10**6).found
    theirs = nx.shortest_path(graph, start, end)
    require(len(found[0][1]) == len(theirs), f"the fewest moves from {start} to {end}")
    require(found[0][1] == shortest(graph, sought), f"the first route from {start} to {end}")
    near = nx.all_simple_paths(graph, start, end, cutoff=len(theirs) - 1 + MOST_DETOUR)
    kinds = {
        tuple(map(sum, zip(*(graph.edges[pair]["measures"] for pair in pairwise(path)), strict=True))) for path in near
    }
    best = {one for one in kinds if not any(other != one and all(map(le, other, one)) for other in kinds)}
    require({measures_of_weight(packed) for packed, _ in found} == best, f"routes from {start} to {end}")


def measured_between_all(scale: Scale) -> Iterator[Line]:
    """The fewest moves between all roles."""
    graph = cp.build_graph(layered.catalogue(scale.all_pairs))
    require(sum(map(len, _rows(graph))) == sum(map(len, _all_pairs(graph).values())), "distances")
    yield compared(
        f"distances between {scale.all_pairs:,} roles",
        Side("table.moves_from(n) of careerpaths.distances(graph), for each n", partial(_rows, graph)),
        Side("dict(networkx.all_pairs_shortest_path_length(graph))", partial(_all_pairs, graph)),
        rounds=scale.rounds,
        limit=0.5 if scale.all_pairs >= LARGE else None,
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
