"""Which conditions stand in the way of a route: equal to brute force, each alone first, then the smallest set."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.queries.blocking import AVOID, MAX_MOVES, VIA, Condition, blocking

Make = Callable[..., "nx.DiGraph[str]"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"avoid": ["b"]}, 'Without --avoid "b" there is one of 3 moves.'),
        (
            {"max_moves": 2},
            "No route from a to e takes at most 2 moves. Without --max-moves 2 there is one of 3 moves.",
        ),
        (
            {"avoid": ["b"], "max_moves": 2},
            'Without --avoid "b" and --max-moves 2 together there is one of 3 moves; without fewer of these',
        ),
        ({"via": ["f"]}, 'Without --via "f" there is one of 3 moves.'),
        ({"via": ["d"], "avoid": ["c"]}, 'Without --via "d" there is one of 3 moves. Without --avoid "c" there is one'),
        (
            {"via": ["d"], "max_moves": 3},
            'Without --via "d" there is one of 3 moves. Without --max-moves 3 there is one',
        ),
        ({"avoid": ['title:"b"']}, "Without --avoid 'title:\"b\"' there is"),
    ],
)
def test_conditions_are_named(make_graph: Make, asked: dict[str, list[str]], told: str) -> None:
    """As they are written on the command line, with the fewest moves without them; in JSON as option and value."""
    graph = make_graph("a -> b", "b -> g", "g -> e", "b -> c", "c -> d", "d -> e", roles={"f": {}})
    answer = cp.routes(graph, "a", "e", **asked)  # type: ignore[arg-type] # the same words
    assert told in answer.explanation
    shape = answer.to_dict()["blocked"]
    assert [one["moves"] for one in shape] == [one.moves for one in answer.blocked]
    assert {one["option"] for one in shape[0]["conditions"]} <= {"via", "avoid", "max_moves"}


def test_an_answer_with_routes_or_without_any_names_no_condition(make_graph: Make) -> None:
    """Where moves are missing, no condition is to blame."""
    graph = make_graph("a -> b", roles={"c": {}})
    assert cp.routes(graph, "a", "b", avoid=["c"]).blocked == ()
    answer = cp.routes(graph, "a", "c", avoid=["b"])
    assert (answer.blocked, answer.gaps is not None) == ((), True)


letters = st.sampled_from("abcdef")
some = st.frozensets(letters, min_size=1, max_size=2)
conditions_drawn = st.lists(
    st.one_of(
        st.tuples(st.sampled_from([VIA, AVOID]), some).map(
            lambda two: Condition(two[0], "".join(sorted(two[1])), two[1])
        ),
        st.integers(0, 4).map(lambda most: Condition(MAX_MOVES, str(most))),
    ),
    min_size=1,
    max_size=4,
    unique=True,
).map(tuple)


def fewest(graph: nx.DiGraph[str], conditions: tuple[Condition, ...]) -> int | None:
    """The fewest moves of a simple path from a to f that meets conditions."""
    return min(
        (len(path) - 1 for path in nx.all_simple_paths(graph, "a", "f") if meets(path, conditions)), default=None
    )


def meets(path: list[str], conditions: tuple[Condition, ...]) -> bool:
    """Whether a path meets all of them."""
    passed = {VIA: lambda one: bool(one.roles & set(path)), AVOID: lambda one: not one.roles & set(path[1:-1])}
    return all(
        len(path) - 1 <= int(one.value) if one.option == MAX_MOVES else passed[one.option](one) for one in conditions
    )


@settings(deadline=None)
@given(
    pairs=st.sets(st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1]), max_size=14),
    conditions=conditions_drawn,
)
def test_the_smallest_sets_equal_brute_force(
    make_graph: Make, pairs: set[tuple[str, str]], conditions: tuple[Condition, ...]
) -> None:
    """Every condition that is enough alone; else the first of the smallest sets; none where no route is stated."""
    graph = make_graph(*[f"{one} -> {other}" for one, other in sorted(pairs)], roles={"a": {}, "f": {}})
    if fewest(graph, conditions) is not None:
        return
    expected: list[tuple[tuple[Condition, ...], int]] = []
    for size in range(1, len(conditions) + 1):
        for left_out in combinations(conditions, size):
            moves = fewest(graph, tuple(one for one in conditions if one not in left_out))
            if moves is not None and (size == 1 or not expected):
                expected.append((left_out, moves))
        if expected:
            break
    found = blocking(graph, "a", "f", conditions)
    assert [(one.conditions, one.moves) for one in found] == expected


def test_many_conditions_are_bounded(make_graph: Make) -> None:
    """After sixty sets all conditions together are left out."""
    names = [f"r{n:02}" for n in range(42)]
    graph = make_graph(*[f"{one} -> {other}" for one, other in pairwise(names)])
    conditions = tuple(Condition(AVOID, name, frozenset({name})) for name in names[1:-1])
    (found,) = blocking(graph, names[0], names[-1], conditions)
    assert (found.conditions, found.moves) == (conditions, 41)
