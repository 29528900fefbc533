"""Moves that would join two roles: those that count, the fewest, the likeliest, bounded on any graph."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpaths.queries.missing import missing_moves
from careerpaths.queries.shortest import Sought, moves_around
from careerpaths.vocabulary import TRACKS

Make = Callable[..., "nx.DiGraph[str]"]
Stand = tuple[str, str, int]


def found_in(graph: nx.DiGraph[str], first: str, last: str, closed: frozenset[str] = frozenset()) -> list[list[str]]:
    """The sets of moves that would join two roles, each move as its two ids."""
    away = moves_around(graph, first, closed=closed)
    ahead = moves_around(graph, last, backward=True, closed=closed)
    sets = missing_moves(graph, Sought(first=first, last=last, closed=closed), away, ahead)
    return [[one + other for one, other in way] for way in sets]


def role(function: str | None, track: str, order: int, **more: object) -> dict[str, Any]:
    """A role that stands there."""
    return {"job_function": function, "track": track, "level_order": order, **more}


def test_the_next_track_is_the_next_that_the_function_has(make_graph: Make) -> None:
    """From the top of a track only, to the first level only; across functions that of the role behind the move."""
    roles = {
        "a": role("X", "professional", 1),
        "b": role("X", "professional", 2),
        "c": role("X", "managerial", 1),
        "d": role("X", "managerial", 2),
        "e": role("Y", "supervisory", 1),
        "f": role("Y", "managerial", 1),
    }
    graph = make_graph(roles=roles)
    assert found_in(graph, "b", "c") == [["bc"]]
    assert found_in(graph, "a", "c") == [["ab", "bc"]]
    assert found_in(graph, "b", "d") == [["bc", "cd"]]
    assert found_in(graph, "b", "e") == [["be"]]
    assert found_in(graph, "b", "f") == [["bc", "cf"]]


def test_closed_roles_join_nothing(make_graph: Make) -> None:
    """A role that is avoided is no end of a missing move."""
    graph = make_graph("b -> d", "c -> d", roles={name: role("X", "professional", 1) for name in "abc"})
    assert found_in(graph, "a", "d", frozenset("b")) == [["ac"]]


def test_each_of_several_moves_is_the_likeliest(make_graph: Make) -> None:
    """Of roles as near the one that reads alike joins what lies before to what follows."""
    tests, paints = "Tests all systems of the house.", "Paints walls and doors."
    roles = {
        "a": role("X", "professional", 1, scope=tests),
        "b": role("X", "professional", 2, scope=paints),
        "c": role("X", "professional", 2, scope=tests),
        "d": role("X", "professional", 5, scope=tests),
        "e": role("X", "professional", 6, scope=tests),
    }
    assert found_in(make_graph("b -> d", "c -> d", roles=roles), "a", "e") == [["ac", "de"]]


def counts(one: Stand, other: Stand, stands: list[Stand]) -> bool:
    """Whether a move between two that stand there may be missing, by the words of the rule."""
    if one[1] == other[1]:
        return abs(one[2] - other[2]) <= 1
    top = max(order for function, track, order in stands if (function, track) == one[:2])
    orders = [(TRACKS.index(track), order) for function, track, order in stands if function == other[0]]
    after = [pair for pair in orders if pair[0] > TRACKS.index(one[1])]
    return one[2] == top and bool(after) and min(after) == (TRACKS.index(other[1]), other[2])


letters = st.sampled_from("abcdef")
stands_drawn = st.tuples(st.sampled_from("XY"), st.sampled_from(TRACKS[1:]), st.integers(1, 4))


@settings(deadline=None)
@given(
    pairs=st.sets(st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1]), max_size=6),
    stands=st.lists(stands_drawn, min_size=6, max_size=6),
)
def test_no_smaller_set_joins_the_two(make_graph: Make, pairs: set[tuple[str, str]], stands: list[Stand]) -> None:
    """Equal to brute force over all sets of moves that count, up to three; each set that is told joins the two."""
    roles = {name: role(*stand) for name, stand in zip("abcdef", stands, strict=True)}
    graph = make_graph(*[f"{one} -> {other}" for one, other in sorted(pairs)], roles=roles)
    if nx.has_path(graph, "a", "f"):
        return
    by_name = dict(zip("abcdef", stands, strict=True))
    possible = [
        (one, other)
        for one in graph
        for other in graph
        if one != other and counts(by_name[one], by_name[other], stands)
    ]
    fewest = next((size for size in (1, 2, 3) for some in combinations(possible, size) if joins(graph, some)), None)
    found = found_in(graph, "a", "f")
    if fewest is None:
        assert all(len(way) > 3 for way in found)
        return
    assert {len(way) for way in found} == {fewest}
    for way in found:
        moves = [(move[0], move[1]) for move in way]
        assert joins(graph, moves)
        assert set(moves) <= set(possible)


def joins(graph: nx.DiGraph[str], moves: Any) -> bool:
    """Whether a chain leads from a to f with these moves added."""
    joined: nx.DiGraph[str] = nx.DiGraph(graph.edges)
    joined.add_nodes_from(graph)
    joined.add_edges_from(moves)
    return nx.has_path(joined, "a", "f")


MANY = 10_000
TEXT = "Tests the systems of the house and keeps all of its records in good order at any time."


@pytest.mark.parametrize(
    "stands",
    [
        lambda _: ("X", "professional", 3),
        lambda n: (f"F{n}", "professional", 3),
        lambda n: (f"F{n // 20}", TRACKS[n // 5 % 4], n % 5),
        lambda n: ("X", "professional", n // (MANY // 10)),
    ],
    ids=["one level", "a function each", "ladders", "ten levels"],
)
@pytest.mark.parametrize("is_joined", [True, False], ids=["two halves", "no moves"])
def test_ten_thousand_roles_take_no_second(
    make_graph: Make, stands: Callable[[int], Stand], *, is_joined: bool
) -> None:
    """Whatever their levels are, and whether half of them lead to one another."""
    names = [f"r{n:04}" for n in range(MANY)]
    halves = [*pairwise(names[: MANY // 2]), *pairwise(names[MANY // 2 :])] if is_joined else []
    roles = {name: role(*stands(n), scope=f"{TEXT} {n}") for n, name in enumerate(names)}
    graph = make_graph(*[f"{one} -> {other}" for one, other in halves], roles=roles)
    started = time.process_time()
    assert found_in(graph, names[0], names[-1])
    assert time.process_time() - started < 1
