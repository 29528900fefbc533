"""The graph: plain attributes, a stable order, and answers that any copy of it gives alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import careerpaths as cp
from careerpaths import formats
from careerpaths.graph import in_order

PLAIN = (str, int, bool, type(None))
ASK: dict[str, Callable[[nx.DiGraph[str]], Any]] = {
    "roles": cp.roles,
    "role": lambda graph: cp.role(graph, "Spec 4"),
    "next": lambda graph: cp.next_roles(graph, "Spec 4"),
    "routes": lambda graph: cp.routes(graph, "Spec 2", "Mgr 1"),
    "reach": lambda graph: cp.reach(graph, "Spec 2"),
    "feeders": lambda graph: cp.reach(graph, "Clin Imaging IT Mgr 1", to=True),
    "dead ends": cp.dead_ends,
    "distances": cp.distances,
}


@pytest.fixture(scope="module")
def graph() -> nx.DiGraph[str]:
    """The graph of the sample standards, clinical imaging and all the rest."""
    return cp.build_graph(cp.load())


def read_back(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """The graph out of its own JSON."""
    back = nx.node_link_graph(json.loads(formats.graph_json(graph)), edges="edges")
    assert isinstance(back, nx.DiGraph)
    return back


def titles(graph: nx.DiGraph[str]) -> dict[str, str]:
    """The title of each role."""
    return {role: attributes["title"] for role, attributes in graph.nodes.items()}


def values(value: Any) -> Iterator[Any]:
    """All leaves of nested sequences and mappings."""
    if isinstance(value, dict):
        for one in value.values():
            yield from values(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from values(one)
    else:
        yield value


def test_attributes_are_plain(graph: nx.DiGraph[str]) -> None:
    """Nodes and edges hold str, int, bool, None or sequences of these; sources are dicts; the id is the key alone."""
    assert all(isinstance(leaf, PLAIN) for leaf in values([dict(graph.nodes), [*graph.edges.values()], graph.graph]))
    assert all("id" not in attributes for attributes in graph.nodes.values())


def test_node_link_data_is_the_export(graph: nx.DiGraph[str]) -> None:
    """The law of the export: networkx's own data, once through JSON, equals it but for `schema`."""
    exported = json.loads(formats.graph_json(graph))
    assert exported.pop("schema") == 1
    assert exported == json.loads(json.dumps(nx.node_link_data(graph, edges="edges")))


@pytest.mark.parametrize("question", ASK)
@pytest.mark.parametrize(
    "as_other",
    [nx.DiGraph.copy, lambda graph: graph.subgraph(list(graph)), read_back, lambda graph: nx.DiGraph(graph)],  # noqa: PLW0108
    ids=["copy", "view", "JSON", "new"],
)
def test_every_copy_gives_the_same_answer_and_none_is_changed(
    graph: nx.DiGraph[str], question: str, as_other: Callable[[nx.DiGraph[str]], nx.DiGraph[str]]
) -> None:
    """A copy, a view, a new graph and the JSON read back answer alike, and asking changes nothing."""
    other = as_other(graph)
    before = formats.graph_json(graph)
    assert ASK[question](other).to_dict() == ASK[question](graph).to_dict()
    assert formats.graph_json(graph) == before


def test_reading_order_does_not_depend_on_the_order_of_nodes(graph: nx.DiGraph[str]) -> None:
    """A graph whose nodes and edges were added backward gives the same answers."""
    backward: nx.DiGraph[str] = nx.DiGraph(**graph.graph)
    backward.add_nodes_from(reversed(list(graph.nodes.items())))
    backward.add_edges_from((*pair, attributes) for pair, attributes in reversed(list(graph.edges.items())))
    assert in_order(backward) == in_order(graph) == list(graph)
    assert all(ASK[question](backward).to_dict() == ASK[question](graph).to_dict() for question in ASK)


def test_answers_hold_ids(graph: nx.DiGraph[str]) -> None:
    """The roles of a route cut the graph to that route."""
    route = cp.routes(graph, "Spec 2", "Mgr 1").routes[0]
    assert graph.subgraph(route.roles).number_of_edges() == route.moves


def test_titles_are_unique(graph: nx.DiGraph[str]) -> None:
    """No two roles are shown alike."""
    assert len(set(titles(graph).values())) == len(graph)


def test_declared_tops_stand_on_their_nodes(tmp_path: Path, clone: Path) -> None:
    """A top of the configuration is marked; it leads nowhere and is no dead end."""
    config = tmp_path / "careerpaths.toml"
    config.write_text('tops = ["Data Governance Lead"]\n', encoding="utf-8")
    graph = cp.build_graph(cp.load(clone / "data", config=config))
    assert [title for role, title in titles(graph).items() if graph.nodes[role]["declared_top"]] == [
        "Data Governance Lead"
    ]
    assert "Data Governance Lead" in cp.dead_ends(graph).to_dict()["tops"]
