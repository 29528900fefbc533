"""Walks by way of others: bounds that no path falls below, certain absence, roles that no path can pass."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.queries.shortest import Sought
from careerpaths.queries.walks import Walks, walks
from careerpaths.queries.weights import BY_DEFAULT, Order, weight
from careerpaths.weighing import MEASURES

Make = Callable[..., "nx.DiGraph[str]"]
letters = st.sampled_from("abcdefg")
pairs = st.sets(st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1]), max_size=20)
ORDERS: tuple[Order, ...] = (BY_DEFAULT, (3, 0, 1, 2, *range(4, len(MEASURES))))


def sought_by(*via: str) -> Sought:
    """From a to g by way of one of the letters of each text."""
    return Sought(first="a", last="g", via=tuple(map(frozenset, via)))


def letters_of(found: Walks | None) -> str:
    """The roles that a path may pass."""
    return "".join(found.names) if found else ""


@pytest.mark.parametrize(
    ("moves", "via", "passed"),
    [
        ("ab bg bc", "b", "abg"),
        ("ab bg bc", "c", ""),
        ("ab bg bx xb", "b", "abg"),
        ("ab bg bx xb", "x", ""),
        ("ab bg ax xb", "x", "abgx"),
        ("ag gx xg", "x", ""),
        ("ab ba bg", "a", "abg"),
        ("ab bc cd dc cb bg", "d", ""),
        ("ab bc cd db be eb cg", "be", "abcg"),
        ("ab bg", "", ""),
    ],
)
def test_where_paths_may_go(make_graph: Make, moves: str, via: str, passed: str) -> None:
    """A role behind which there is no way on but through one that was passed before is none; the ends are passed once.

    Where all ways by it are such, or no role is meant, it is certain that there is no path.
    """
    graph = make_graph(*[f"{move[0]} -> {move[1]}" for move in moves.split()])
    assert letters_of(walks(graph, sought_by(via))) == passed


def test_sets_that_others_imply_cost_nothing(make_graph: Make) -> None:
    """One that an end is in, one given twice, and one that holds another one whole."""
    graph = make_graph("a -> b", "b -> c", "c -> g")
    found = walks(graph, sought_by("ax", "b", "b", "bc", "cg"))
    assert found is not None
    assert found.states.width == 1


@given(drawn=pairs, via=st.lists(st.sets(letters, min_size=1, max_size=2), max_size=3), order=st.sampled_from(ORDERS))
def test_no_path_is_below_the_bounds(
    make_graph: Make, drawn: set[tuple[str, str]], via: list[set[str]], order: Order
) -> None:
    """From each role of each path that is as asked: as many moves at least, and as much weight. None is missed."""
    graph = make_graph(*[f"{start} -> {end}" for start, end in sorted(drawn)], roles={"a": {}, "g": {}})
    for place, pair in enumerate(sorted(graph.edges)):
        graph.edges[pair]["measures"] = [1, 0, 0, place % 3, *[0] * (len(MEASURES) - 4)]
    found = walks(graph, Sought(first="a", last="g", via=tuple(map(frozenset, via)), order=order))
    for path in nx.all_simple_paths(graph, "a", "g"):
        if all(one & set(path) for one in via):
            assert found is not None
            numbers = [found.names.index(role) for role in path]
            state = found.states.begun(numbers[0])
            for place, number in enumerate(numbers):
                state = found.states.after(state, number)
                steps = [graph.edges[pair]["measures"] for pair in pairwise(path[place:])]
                assert found.moves[state] <= len(steps)
                assert found.left[state] <= sum(weight(one, order) for one in steps)
            assert state == found.goal
