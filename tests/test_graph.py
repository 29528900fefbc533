"""The graph: plain attributes, a stable order, and answers that any copy of it gives alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths import formats
from careerpaths.graph import in_order, ranks
from careerpaths.model import Catalogue, Move, Problem, Role, Source

Make = Callable[..., "nx.DiGraph[str]"]

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


ALWAYS: dict[str, Callable[[nx.DiGraph[str]], Any]] = {
    "roles": cp.roles,
    "role": lambda graph: cp.role(graph, "a"),
    "next": lambda graph: cp.next_roles(graph, "a"),
    "routes": lambda graph: cp.routes(graph, "a", "b"),
    "reach": lambda graph: cp.reach(graph, "a"),
    "feeders": lambda graph: cp.reach(graph, "a", to=True),
    "dead ends": cp.dead_ends,
    "distances": cp.distances,
}
letters = st.sampled_from("abcdefg")
pairs = st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1])


def answers(graph: nx.DiGraph[str]) -> str:
    """Every answer on a graph, as one text: two are equal where all are, order included."""
    return json.dumps({question: ask(graph).to_dict() for question, ask in ALWAYS.items()})


@given(moves=st.lists(pairs, unique=True, max_size=20), undefined=st.sets(letters), data=st.data())
def test_no_answer_depends_on_how_a_graph_was_made(
    make_graph: Make, moves: list[tuple[str, str]], undefined: set[str], data: st.DataObject
) -> None:
    """Another order of nodes and edges, a copy, a view of all, the JSON read back: the same; nothing is changed."""
    stated = [f"{start} -> {end}" for start, end in moves if start not in undefined]
    roles: dict[str, dict[str, bool]] = {"a": {}, "b": {}} | {role: {"defined": False} for role in sorted(undefined)}
    graph = make_graph(*stated, roles=roles)
    shuffled: nx.DiGraph[str] = nx.DiGraph(**graph.graph)
    shuffled.add_nodes_from(data.draw(st.permutations(list(graph.nodes.items()))))
    shuffled.add_edges_from(data.draw(st.permutations([(*pair, move) for pair, move in graph.edges.items()])))
    before, expected = formats.graph_json(graph), answers(graph)
    for other in (shuffled, graph.copy(), graph.subgraph(list(shuffled)), read_back(graph), read_back(shuffled)):
        assert answers(other) == expected
    assert formats.graph_json(graph) == before


@given(moves=st.lists(pairs, unique=True, max_size=20), kept=st.sets(letters))
def test_a_part_of_a_graph_is_a_graph(make_graph: Make, moves: list[tuple[str, str]], kept: set[str]) -> None:
    """A view of some roles answers as a graph made of those roles alone."""
    graph = make_graph(*(f"{start} -> {end}" for start, end in moves), roles={"a": {}, "b": {}})
    inside = {"a", "b", *(kept & set(graph))}
    alone: nx.DiGraph[str] = nx.DiGraph(**graph.graph)
    alone.add_nodes_from((role, graph.nodes[role]) for role in sorted(inside))
    alone.add_edges_from((*pair, move) for pair, move in graph.edges.items() if inside.issuperset(pair))
    assert answers(graph.subgraph(inside)) == answers(alone)


def test_reading_order(make_graph: Make) -> None:
    """By rank, then by id; for some roles as for all."""
    graph = make_graph("a -> b", "b -> c", roles={"a": {"rank": 7}, "b": {"rank": 7}, "c": {"rank": 1}})
    assert in_order(graph) == ["c", "a", "b"]
    assert in_order(graph, ["b", "a"]) == ["a", "b"]
    assert ranks(graph) == {"c": 0, "a": 1, "b": 2}


PLACE = Source(document="x.txt", row="Career Path 1", column="Entry", text="Lead", line=7, page=1)


def test_a_catalogue_becomes_nodes_and_edges() -> None:
    """Every field of a role and of a move is an attribute, under the names that the documents list."""
    first = Role(
        id="clerk-1",
        title="Clerk",
        name="Clerk (1)",
        job_code="1",
        level="Entry",
        defined=True,
        states_moves=True,
        requirements=(("Cert 1", "one"),),
        aliases=("Clrk",),
        documents=("x.txt",),
    )
    second = Role(id="lead", title="Lead", name="Lead", defined=False, documents=("x.txt",))
    move = Move(start="clerk-1", end="lead", kind="unknown", kind_basis=None, direction=None, sources=(PLACE,))
    remark = Problem(severity="note", document="x.txt", place="line 1", message="m")
    graph = cp.build_graph(
        Catalogue(
            standards=(),
            roles=(first, second),
            moves=(move,),
            problems=(remark, remark, replace(remark, severity="problem")),
            organisation="O",
            edition="E",
            contact="C",
            tops=("lead",),
            undecided=(("a.txt", "b.txt"),),
        )
    )
    assert graph.graph == {
        "organisation": "O",
        "edition": "E",
        "contact": "C",
        "documents": [],
        "problems": 1,
        "notes": 2,
        "superseded": 0,
        "undecided": [["a.txt", "b.txt"]],
        "sample": False,
        "selectors": {},
        "scales": {},
    }
    assert list(graph) == ["clerk-1", "lead"]
    assert graph.nodes["clerk-1"] == {
        "title": "Clerk (1)",
        "job_code": "1",
        "level": "Entry",
        "category": None,
        "job_function": None,
        "job_family": None,
        "personnel_program": None,
        "flsa": None,
        "defined": True,
        "tracking_code": None,
        "track": None,
        "level_order": None,
        "states_moves": True,
        "declared_top": False,
        "requirements": [["Cert 1", "one"]],
        "requirement_kinds": [],
        "asks_stated": True,
        "extras": [],
        "scope": None,
        "aliases": ["Clerk", "Clrk"],
        "documents": ["x.txt"],
        "rank": 0,
    }
    assert (graph.nodes["lead"]["aliases"], graph.nodes["lead"]["declared_top"]) == ([], True)
    assert graph.edges["clerk-1", "lead"] == {
        "kind": "unknown",
        "kind_basis": None,
        "direction": None,
        "sources": [PLACE.to_dict()],
        "measures": [1, 0, 0, 0, 0, 0, 0, 0, 1],
    }


def test_an_empty_catalogue_is_an_empty_graph() -> None:
    """No roles, no moves, and still a graph that answers."""
    graph = cp.build_graph(Catalogue(standards=(), roles=(), moves=(), problems=()))
    assert len(graph) == 0
    assert cp.roles(graph).to_dict() == []
    assert cp.distances(graph).to_dict() == {}
