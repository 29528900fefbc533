"""How far: reach, feeders and distances equal networkx's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths import report

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


@given(pairs=graphs, to=st.booleans(), most=st.integers(1, 7))
def test_a_limit_cuts_the_rings(make_graph: Make, pairs: list[tuple[str, str]], most: int, *, to: bool) -> None:
    """With `max_moves` the answer is the beginning of the whole answer."""
    graph = make_graph(*(f"{start} -> {end}" for start, end in pairs), roles={"a": {}})
    whole = cp.reach(graph, "a", to=to).within
    assert cp.reach(graph, "a", to=to, max_moves=most).within == tuple(ring for ring in whole if ring.moves <= most)


@given(pairs=graphs)
def test_reach_and_feeders_are_two_views_of_the_distances(make_graph: Make, pairs: list[tuple[str, str]]) -> None:
    """Whoever is so many moves ahead of a role has that role as many moves behind."""
    graph = make_graph(*(f"{start} -> {end}" for start, end in pairs), roles={"a": {}})
    table = cp.distances(graph).to_dict()
    ahead = {(ring.moves, role.title) for ring in cp.reach(graph, "a").within for role in ring.roles}
    behind = {(ring.moves, role.title) for ring in cp.reach(graph, "a", to=True).within for role in ring.roles}
    assert ahead == {(moves, end) for end, moves in table["a"].items() if moves}
    assert behind == {(found["a"], start) for start, found in table.items() if found.get("a")}


def test_a_role_in_a_cycle_is_not_within_its_own_reach(make_graph: Make) -> None:
    """A role is 0 moves from itself, whatever leads back to it."""
    graph = make_graph("a -> b", "b -> a")
    assert cp.distances(graph).to_dict() == {"a": {"a": 0, "b": 1}, "b": {"a": 1, "b": 0}}
    assert [role.id for ring in cp.reach(graph, "a").within for role in ring.roles] == ["b"]


@pytest.mark.parametrize(("roles", "known"), [({}, True), ({"b": {"states_moves": False}}, False)])
def test_nothing_within_reach_says_whether_that_is_known(
    make_graph: Make, roles: dict[str, dict[str, bool]], *, known: bool
) -> None:
    """No ring; and whether the document states next roles at all."""
    answer = cp.reach(make_graph("a -> b", roles=roles), "b")
    assert (answer.within, answer.states_moves) == ((), known)


def test_the_json_of_distances_has_no_schema_and_titles_as_keys(make_graph: Make) -> None:
    """The one object without `schema`: its keys are titles; the unreachable is left out."""
    graph = make_graph("a -> b", roles={"a": {"title": "schema"}})
    assert cp.distances(graph).to_dict() == {"schema": {"schema": 0, "b": 1}, "b": {"b": 0}}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["b", "c", "d", "e"]),
        ({"selector": "title:d or title:b"}, ["b", "d"]),
        ({"avoid": ["title:b"]}, ["c", "e"]),
        ({"avoid": ["title:b", "title:e"]}, ["c"]),
        ({"avoid": ["title:a"]}, ["b", "c", "d", "e"]),
        ({"avoid": ["not level:0"]}, []),
        ({"max_moves": 1, "selector": "not title:c"}, ["b"]),
    ],
)
def test_reach_by_selectors(make_graph: Make, asked: dict[str, Any], found: list[str]) -> None:
    """What is avoided is neither passed nor listed; what is selected is listed alone, whatever ways pass."""
    answer = cp.reach(make_graph("a -> b", "b -> d", "a -> c", "c -> e"), "a", **asked)
    assert sorted(role.id for ring in answer.within for role in ring.roles) == found
    assert answer.is_limited == bool(set(asked) - {"max_moves"})


def test_the_farthest_roles_are_told(make_graph: Make) -> None:
    """Those of the last ring, in the JSON too; where nothing is within reach there are none."""
    graph = make_graph("a -> b", "b -> c", "b -> d")
    assert [role.id for role in cp.reach(graph, "a").farthest] == ["c", "d"]
    assert cp.reach(graph, "a").to_dict()["farthest"] == ["c", "d"]
    assert cp.reach(graph, "d").farthest == ()


def test_distances_of_a_selection(make_graph: Make) -> None:
    """Rows and columns are the roles selected; the ways between them pass others."""
    table = cp.distances(make_graph("a -> b", "b -> c", "c -> d"), "title:d or title:a")
    assert table.columns == ("", "a", "d")
    assert table.to_dict() == {"a": {"a": 0, "d": 3}, "d": {"d": 0}}
    assert list(table.rows()) == [{"": "a", "a": 0, "d": 3}, {"": "d", "a": None, "d": 0}]


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (1, "No role can be reached from a in one move among [defined:no]. The nearest beyond that limit: d, in 3"),
        (None, "One role can be reached from a among [defined:no]."),
    ],
)
def test_the_limit_is_named_where_nothing_is_so_near(make_graph: Make, most: int | None, expected: str) -> None:
    """That nothing is within reach would not be true without the limit; the nearest beyond it is told."""
    graph = make_graph("a -> b", "b -> c", "c -> d", roles={"d": {"defined": False}})
    answer = cp.reach(graph, "a", max_moves=most, selector="defined:no")
    first, *_ = report.report_of(answer, report.Style(width=200))
    assert str(first).startswith(expected)
