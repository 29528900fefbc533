"""How far: reach, feeders and distances equal networkx's own."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp

Make = Callable[..., "nx.DiGraph[str]"]
letters = st.sampled_from("abcdefg")
graphs = st.lists(st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1]), unique=True, max_size=25)


@given(pairs=graphs)
def test_distances_equal_networkx(make_graph: Make, pairs: list[tuple[str, str]]) -> None:
    """The fewest moves between all roles, itself with 0, without the unreachable; rows hold the same."""
    graph = make_graph(*(f"{start} -> {end}" for start, end in pairs))
    expected = {start: dict(found) for start, found in nx.all_pairs_shortest_path_length(graph)}
    table = cp.distances(graph)
    assert table.to_dict() == expected
    for row in table.rows():
        assert {role: moves for role, moves in row.items() if role and moves is not None} == expected[str(row[""])]


@given(pairs=graphs, to=st.booleans())
def test_reach_equals_networkx(make_graph: Make, pairs: list[tuple[str, str]], *, to: bool) -> None:
    """Each ring holds the roles exactly so many moves away, in reading order."""
    graph = make_graph(*(f"{start} -> {end}" for start, end in pairs), roles={"a": {}})
    expected: dict[int, list[str]] = {}
    for role, moves in nx.single_source_shortest_path_length(graph.reverse() if to else graph, "a").items():
        expected.setdefault(moves, []).append(role)
    answer = cp.reach(graph, "a", to=to)
    rings = {ring.moves: [role.id for role in ring.roles] for ring in answer.within}
    assert rings == {moves: sorted(found) for moves, found in expected.items() if moves}
    assert list(rings) == sorted(rings)


def test_max_moves_ends_the_search(make_graph: Make) -> None:
    """Only the roles at most so many moves away are listed."""
    answer = cp.reach(make_graph("a -> b", "b -> c"), "a", max_moves=1)
    assert [ring.to_dict() for ring in answer.within] == [{"moves": 1, "roles": ["b"], "role_ids": ["b"]}]
    with pytest.raises(cp.BadArgument):
        cp.reach(make_graph("a -> b"), "a", max_moves=0)


def test_json_and_rows(make_graph: Make) -> None:
    """The shape of reach, and one flat row a role; the matrix is square with titles as its head."""
    graph = make_graph("a -> b")
    shape = cp.reach(graph, "b", to=True).to_dict()
    assert (shape["role"]["id"], shape["direction"]) == ("b", "to")
    assert [row["id"] for row in cp.reach(graph, "a").rows()] == ["b"]
    assert all(tuple(row) == cp.reach(graph, "a").columns for row in cp.reach(graph, "a").rows())
    table = cp.distances(graph)
    assert table.columns == ("", "a", "b")
    assert list(table.rows()) == [{"": "a", "a": 0, "b": 1}, {"": "b", "a": None, "b": 0}]
