"""Where no route is stated: the moves that are missing, told as questions, and what can be reached instead."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.queries.gaps import Gaps

Make = Callable[..., "nx.DiGraph[str]"]
SUPERVISOR = {"track": "supervisory", "category": "Supervisory"}


def gaps_of(graph: nx.DiGraph[str], start: str, end: str) -> Gaps:
    """What is missing from one role to another."""
    found = cp.routes(graph, start, end).gaps
    assert found is not None
    return found


def missing(graph: nx.DiGraph[str], start: str, end: str) -> list[list[str]]:
    """The sets of missing moves, each move as its two letters."""
    return [[one.start.id + one.end.id for one in way] for way in gaps_of(graph, start, end).missing]


def levels(*orders: int, **more: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Roles a, b, c ... at these levels."""
    return {
        letter: {"level_order": order, **more.get(letter, {})}
        for letter, order in zip("abcdefgh", orders, strict=False)
    }


@pytest.mark.parametrize(
    ("moves", "roles", "found"),
    [
        ((), levels(1, 2), [["ab"]]),
        ((), levels(1, 1), [["ab"]]),
        ((), levels(2, 1), [["ab"]]),
        ((), levels(1, 3), []),
        (("a -> b", "c -> d"), levels(1, 2, 3, 4), [["bc"]]),
        ((), levels(1, 2, 3), [["ab", "bc"]]),
        (("a -> b",), levels(1, 2, 3, 4), [["bc", "cd"]]),
        ((), levels(3, 1, b=SUPERVISOR), [["ab"]]),
        ((), levels(1, 1, 3, b=SUPERVISOR), []),
        ((), levels(1, 2, b={"job_function": "Web"}), [["ab"]]),
        ((), levels(1, 2, b={"defined": False}), []),
        (("a -> b",), levels(1, 2, 3, b={"defined": False}), []),
    ],
)
def test_missing_moves(make_graph: Make, moves: tuple[str, ...], roles: dict[str, Any], found: list[list[str]]) -> None:
    """Between the same or adjacent levels, or from the top of a track to the first level of the next; few as can be."""
    graph = make_graph(*moves, roles=roles)
    end = max(graph)
    target = "b" if found in ([["ab"]], []) and "c" in graph and roles["b"].get("track") else end
    assert missing(graph, "a", target) == found


def test_the_likeliest_move_is_first(make_graph: Make) -> None:
    """One level up before the same level; within the function before others, and of these the next track last."""
    roles = levels(2, 2, 3, 4, c={"job_function": "Imaging"})
    graph = make_graph("b -> d", "c -> d", roles=roles)
    assert missing(graph, "a", "d") == [["ac"], ["ab"]]
    web = {"job_function": "Web"}
    roles = levels(2, 2, 3, 1, 9, b=web, c=web, d={**web, **SUPERVISOR}, e=web)
    graph = make_graph("b -> e", "c -> e", "d -> e", roles=roles)
    assert missing(graph, "a", "e") == [["ac"], ["ab"], ["ad"]]
    graph = make_graph("b -> e", "c -> e", "d -> e", roles=levels(2, 2, 3, 1, 9, c=web, d=SUPERVISOR, e=web))
    assert missing(graph, "a", "e") == [["ad"], ["ab"], ["ac"]]


def test_of_equally_near_roles_the_one_that_reads_alike_is_first(make_graph: Make) -> None:
    """The scopes decide where levels do not."""
    scopes = ("Tests all systems of the house.", "Paints walls and doors.", "Tests all systems of the town.")
    roles = {
        letter: {"level_order": order, "scope": scope}
        for letter, order, scope in zip("abc", (1, 2, 2), scopes, strict=True)
    }
    graph = make_graph("b -> d", "c -> d", roles={**roles, "d": {"level_order": 3}})
    assert missing(graph, "a", "d") == [["ac"], ["ab"]]


@pytest.mark.parametrize(
    ("moves", "roles", "end", "cause"),
    [
        (("b -> a",), {}, "b", "one-way move"),
        ((), {"a": {"states_moves": False}, "b": {}}, "b", "moves not stated"),
        (("a -> b",), {"b": {"defined": False}, "c": {}}, "c", "missing standard"),
        (
            ("a -> b",),
            {"a": {"title": "X Spec 1"}, "b": {"title": "X Spec 2", "defined": False}},
            "c",
            "undefined role",
        ),
        (("b -> a", "c -> b"), {"a": {"defined": False}}, "c", "missing standard"),
        (("a -> b",), {"b": {"states_moves": False}, "c": {}}, "c", "moves not stated"),
        ((), {"a": {}, "b": {}}, "b", "no move stated"),
    ],
)
def test_the_cause_is_told(
    make_graph: Make, moves: tuple[str, ...], roles: dict[str, Any], end: str, cause: str
) -> None:
    """One way only, a document without moves, a role that is only named, or simply no move."""
    graph = make_graph(*moves, roles={**roles, "c": roles.get("c", {})})
    assert gaps_of(graph, "a", end).cause == cause


def test_what_is_reached_and_what_leads_there_is_listed(make_graph: Make) -> None:
    """Nearest first; instead of the goal the roles nearest to it."""
    graph = make_graph("a -> b", "b -> c", "d -> e", roles=levels(1, 2, 3, 4, 5))
    found = gaps_of(graph, "a", "e")
    assert [one.id for one in found.reached] == ["b", "c"]
    assert [one.id for one in found.feeders] == ["d"]
    assert [one.id for one in found.instead] == ["c", "b"]


def instead(graph: nx.DiGraph[str], start: str, end: str) -> str:
    """The nearest roles that can be reached, as letters."""
    return "".join(one.id for one in gaps_of(graph, start, end).instead)


def test_nearness_knows_that_levels_begin_anew_in_each_track(make_graph: Make) -> None:
    """Of a lower track its top is the nearest, of a higher one its lowest level; within a track levels are compared."""
    roles = {letter: {"level_order": order} for letter, order in zip("abcde", range(1, 6), strict=True)}
    chain = [f"{one} -> {other}" for one, other in pairwise("abcde")]
    for more in ({"f": {**SUPERVISOR, "level_order": 1}}, {"f": {**SUPERVISOR, "level_order": 3}}):
        assert instead(make_graph(*chain, roles={**roles, **more}), "a", "f") == "edc"
    managers = {
        letter: {"track": "managerial", "level_order": order} for letter, order in zip("xyz", (1, 2, 3), strict=True)
    }
    graph = make_graph("a -> z", "z -> y", "y -> x", roles={"a": {}, **managers, "f": {"level_order": 9}})
    assert instead(graph, "a", "f") == "xyz"
    near = make_graph("a -> x", "x -> e", roles={"a": {}, **roles, **managers, "f": {**SUPERVISOR, "level_order": 2}})
    assert instead(near, "a", "f") == "ex"
    unknown = {"b": {"level_order": None}, "c": {"track": None}, "f": {"level_order": 9}}
    graph = make_graph("a -> c", "c -> b", "b -> d", roles={"a": {}, "d": {"level_order": 1}, **unknown})
    assert instead(graph, "a", "f") == "dbc"


def test_where_a_missing_move_starts_is_nearest(make_graph: Make) -> None:
    """Before roles of the same function from which no single move would lead there."""
    other = {"job_function": "Web"}
    roles = levels(1, 2, 1, 2, 9, b=other, c=other)
    graph = make_graph("a -> b", "b -> c", "a -> d", "f -> e", roles={**roles, "f": {"level_order": 3, **other}})
    assert missing(graph, "a", "e") == [["bf"], ["df"]]
    assert instead(graph, "a", "e") == "bdc"


def test_a_route_has_no_gaps(make_graph: Make) -> None:
    """Where there is a route nothing is missing."""
    assert cp.routes(make_graph("a -> b"), "a", "b").gaps is None


letters = st.sampled_from("abcdef")


@given(
    pairs=st.sets(st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1]), max_size=8),
    orders=st.lists(st.integers(1, 4), min_size=6, max_size=6),
)
def test_the_fewest_moves_that_join_are_found(make_graph: Make, pairs: set[tuple[str, str]], orders: list[int]) -> None:
    """With the missing moves added there is a route, and no smaller set of possible moves would do."""
    roles = {letter: {"level_order": order} for letter, order in zip("abcdef", orders, strict=True)}
    graph = make_graph(*[f"{start} -> {end}" for start, end in sorted(pairs)], roles=roles)
    if nx.has_path(graph, "a", "f"):
        return
    weighted: nx.DiGraph[str] = nx.DiGraph()
    weighted.add_nodes_from(graph)
    for one in graph:
        for other in graph:
            if abs(roles[one]["level_order"] - roles[other]["level_order"]) <= 1 and one != other:
                weighted.add_edge(one, other, weight=1)
    weighted.add_weighted_edges_from((start, end, 0) for start, end in graph.edges)
    found = missing(graph, "a", "f")
    if not nx.has_path(weighted, "a", "f"):
        assert found == []
        return
    fewest = nx.shortest_path_length(weighted, "a", "f", weight="weight")
    assert {len(way) for way in found} == {fewest}
    for way in found:
        joined = graph.copy()
        joined.add_edges_from((move[0], move[1]) for move in way)
        assert nx.has_path(joined, "a", "f")


def test_long_ladders_do_not_take_the_square_of_their_length(make_graph: Make) -> None:
    """A thousand roles at one level of many functions, none with a move: answered at once."""
    roles = {f"r{n:04}": {"level_order": n % 5, "job_function": f"F{n // 5}"} for n in range(1000)}
    graph = make_graph(*[f"r{one:04} -> r{other:04}" for one, other in pairwise(range(500))], roles=roles)
    assert gaps_of(graph, "r0600", "r0400").missing
