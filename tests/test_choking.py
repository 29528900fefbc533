"""Choke points: what every route passes, held against taking each role away and against networkx."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths import report
from careerpaths.formats import graph_json
from careerpaths.queries.choking import dominators

Make = Callable[..., "nx.DiGraph[str]"]
letters = st.sampled_from("abcdefg")
graphs = st.lists(st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1]), unique=True, max_size=25)


def made(make_graph: Make, pairs: list[tuple[str, str]]) -> nx.DiGraph[str]:
    """The graph of these moves, with the roles a and b."""
    return make_graph(*(f"{start} -> {end}" for start, end in pairs), roles={"a": {}, "b": {}})


def reached(graph: nx.DiGraph[str]) -> set[str]:
    """The roles that `a` reaches, itself aside."""
    return set(nx.single_source_shortest_path_length(graph, "a")) - {"a"}


def lost_without(graph: nx.DiGraph[str], role: str) -> set[str]:
    """The roles that `a` reaches, but not where a role is taken away; the role aside."""
    rest: nx.DiGraph[str] = nx.DiGraph(graph)
    rest.remove_node(role)
    return reached(graph) - reached(rest) - {role}


@given(pairs=graphs)
def test_between_two_roles_equals_taking_each_away(make_graph: Make, pairs: list[tuple[str, str]]) -> None:
    """A role lies on every route where none is left without it; in the order in which each route passes them."""
    graph = made(make_graph, pairs)
    answer = cp.choke_points(graph, "a", "b")
    is_reached = "b" in reached(graph)
    found = [one.role.id for one in answer.choke_points]
    assert answer.has_route == is_reached
    assert set(found) == {role for role in set(graph) - {"a", "b"} if is_reached and "b" in lost_without(graph, role)}
    for route in nx.all_simple_paths(graph, "a", "b"):
        assert [role for role in route if role in found] == found


@given(pairs=graphs)
def test_beyond_a_role_equals_taking_each_away(make_graph: Make, pairs: list[tuple[str, str]]) -> None:
    """Each role without which others are lost, with these behind it; the most behind first, then in reading order."""
    graph = made(make_graph, pairs)
    answer = cp.choke_points(graph, "a")
    lost = {role: found for role in reached(graph) if (found := lost_without(graph, role))}
    assert {one.role.id: [other.id for other in one.behind] for one in answer.choke_points} == {
        role: sorted(found) for role, found in lost.items()
    }
    assert [one.role.id for one in answer.choke_points] == sorted(lost, key=lambda role: (-len(lost[role]), role))
    away = nx.single_source_shortest_path_length(graph, "a")
    assert all((one.before, one.count) == (away[one.role.id], len(one.behind)) for one in answer.choke_points)
    assert {one.id for _, one in answer.tree} == set(away)


@pytest.mark.parametrize("seed", range(20))
def test_dominators_equal_networkx(seed: int) -> None:
    """On random graphs of some hundred roles, sparse and dense, with circles and without."""
    chance = random.Random(seed)  # noqa: S311 - repeatable data, nothing is kept secret
    count = chance.randint(50, 300)
    moves = [(chance.randrange(count), chance.randrange(count)) for _ in range(int(count * chance.uniform(0.9, 4)))]
    graph: nx.DiGraph[str] = nx.DiGraph()
    for rank in range(count):
        graph.add_node(str(rank), rank=rank)
    for one, other in moves:
        # Every other graph has no circles.
        graph.add_edge(*((str(min(one, other)), str(max(one, other))) if seed % 2 else (str(one), str(other))))
    # Whether the start has itself or none before it differs between versions of networkx.
    assert {**dominators(graph, "0"), "0": "0"} == {**nx.immediate_dominators(graph, "0"), "0": "0"}


def test_a_long_ladder_and_a_ladder_that_leads_back(make_graph: Make) -> None:
    """Ten thousand roles in a row need no deep calls and no list for each; moves that lead back change nothing."""
    names = [f"r{n:05}" for n in range(10_000)]
    ladder = make_graph(*(f"{one} -> {other}" for one, other in pairwise(names)))
    whole = cp.choke_points(ladder, names[0])
    assert [one.count for one in whole.choke_points[:3]] == [9998, 9997, 9996]
    assert len(cp.choke_points(ladder, names[0], names[-1]).choke_points) == 9998
    ladder.add_edges_from((other, one) for one, other in pairwise(names))
    assert cp.choke_points(ladder, names[0]) == whole


@pytest.mark.parametrize(
    ("moves", "end", "told"),
    [
        (["a -> b", "b -> c"], "c", "Every route from a to c passes b."),
        (["a -> b", "b -> c", "c -> d"], "d", "Every route from a to d passes b, then c."),
        (["a -> b", "a -> c", "b -> d", "c -> d"], "d", "No single role lies on every route from a to d."),
        (["a -> b"], "b", "No single role lies on every route from a to b."),
        (["a -> b", "c -> a"], "c", "No route from a to c is stated in the standards loaded here."),
        (["a -> b"], "a", "a is both where you are and where you want to be: no move is needed."),
        (["a -> b", "b -> c", "b -> d"], None, "Everything beyond a goes through b."),
        (["a -> b", "b -> c", "b -> d", "a -> e"], None, "2 of the roles beyond a can be reached through b only."),
        (["a -> b", "b -> c", "a -> e"], None, "One of the roles beyond a can be reached through b only."),
        (["a -> b", "a -> c"], None, "From a, no single role has to be passed to get to another."),
        (["b -> a"], None, "a names no next role."),
    ],
)
def test_the_answer_in_a_sentence(make_graph: Make, moves: list[str], end: str | None, told: str) -> None:
    """With another end: what is passed, none, or no route; without: what everything or a part goes through."""
    assert cp.choke_points(make_graph(*moves), "a", end).explanation == told


def test_where_nothing_is_known_beyond(make_graph: Make) -> None:
    """A role that is only named, and one whose document states no moves, are told apart from one that leads nowhere."""
    graph = make_graph("a -> b", roles={"b": {"defined": False}, "c": {"states_moves": False}})
    assert "not described in the standards loaded here" in cp.choke_points(graph, "b").explanation
    assert cp.choke_points(graph, "c").explanation == "The document of c states no next roles that could be read."
    assert not cp.choke_points(graph, "c").has_route


def test_json_and_rows(make_graph: Make) -> None:
    """The shape, the same on a graph read back from JSON; one flat row a choke point; a frozen value."""
    graph = make_graph("a -> b", "b -> c", "b -> d")
    answer = cp.choke_points(graph, "a", "c")
    shape = json.loads(json.dumps(answer.to_dict()))
    assert list(shape) == ["schema", "role", "to", "choke_points", "explanation"]
    assert (shape["schema"], shape["role"]["id"], shape["to"]["id"]) == (1, "a", "c")
    behind = {"behind": ["c", "d"], "behind_ids": ["c", "d"]}
    assert shape["choke_points"] == [{"title": "b", "role_id": "b", "before": 1, **behind}]
    assert cp.choke_points(graph, "a").to_dict()["to"] is None
    (row,) = answer.rows()
    assert tuple(row) == answer.columns
    assert (row["id"], row["moves"], row["behind"]) == ("b", 1, 2)
    again: nx.DiGraph[str] = nx.DiGraph(nx.node_link_graph(json.loads(graph_json(graph)), edges="edges"))
    assert cp.choke_points(again, "a", "c") == answer
    with pytest.raises((FrozenInstanceError, AttributeError)):
        answer.explanation = ""  # type: ignore[misc]
    assert cp.frame(answer)["behind"].tolist() == [2]


def test_names_are_resolved_together(make_graph: Make) -> None:
    """Two ends of one function, as for a route; an unknown name is an error."""
    graph = make_graph(
        "a -> b", "b -> c", roles={"c": {"title": "Head 1"}, "x": {"title": "Head 1", "job_function": "X"}}
    )
    assert [one.role.id for one in cp.choke_points(graph, "a", "head 1").choke_points] == ["b"]
    with pytest.raises(cp.UnknownRole):
        cp.choke_points(graph, "nobody")


def test_the_real_standard(real_standard: Path) -> None:
    """Does every route pass one role? Everything beyond 3 goes through Spec 4."""
    graph = cp.build_graph(cp.load(real_standard))
    answer = cp.choke_points(graph, "Spec 2", "Mgr 1")
    assert answer.explanation == (
        "Every route from Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1 passes Clin Imaging IT Spec 3, then "
        "Clin Imaging IT Spec 4."
    )
    beyond = cp.choke_points(graph, "Spec 3")
    assert beyond.explanation == "Everything beyond Clin Imaging IT Spec 3 goes through Clin Imaging IT Spec 4."
    behind = [one.title.removeprefix("Clin Imaging IT ") for one in beyond.choke_points[0].behind]
    assert behind[:3] == ["Spec 5", "Supv 2", "Mgr 1"]


def told(answer: object) -> list[str]:
    """The lines of an answer as text."""
    stream = io.StringIO()
    report.tell(answer, report.console_for(stream, width=100), report.Style())
    return stream.getvalue().splitlines()


def test_text_between_two_roles(make_graph: Make) -> None:
    """The sentence, each choke point with what is behind it, the command that shows the routes."""
    lines = told(cp.choke_points(make_graph("a -> b", "b -> c"), "a", "c"))
    assert lines[:3] == ["Every route from a to c passes b.", "", "  \u2022 b (Level 1, X1), in one move; behind it: c"]
    assert lines[4] == "See the routes: careerpaths route a c"
    assert lines[-1].startswith("A path is not an offer.")


def test_text_beyond_a_role(make_graph: Make) -> None:
    """Of many roles behind one the first five are named; where no move leads on there is nothing more to see."""
    graph = make_graph("a -> b", *(f"b -> {end}" for end in "cdefghi"))
    assert "Why not, and what is missing: careerpaths route c a" in told(cp.choke_points(graph, "c", "a"))
    assert not any("careerpaths" in line for line in told(cp.choke_points(graph, "a", "a")))
    lines = told(cp.choke_points(graph, "a"))
    assert lines[2] == "  \u2022 b (Level 1, X1), in one move; behind it: c, d, e, f, g and 2 more"
    assert lines[4] == "See all within reach: careerpaths reach a"
    assert told(cp.choke_points(graph, "c"))[:2] == ["c names no next role.", ""]
    assert not any("careerpaths" in line for line in told(cp.choke_points(graph, "c")))
