"""Routes by way of others: simple paths in order, exact where the search ends, and honest where it is cut."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, permutations
from operator import le
from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.queries.by_way import Found, best, first_by_way, unbeaten
from careerpaths.queries.choosing import PREFERENCES, order_of
from careerpaths.queries.shortest import Path, Sought
from careerpaths.queries.walks import Walks, walks
from careerpaths.queries.weights import Order, measures_of_weight, weight
from careerpaths.weighing import MEASURES

Make = Callable[..., "nx.DiGraph[str]"]
letters = st.sampled_from("abcdefg")
pairs = st.sets(st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1]), max_size=24)


def walks_of(graph: nx.DiGraph[str], first: str, last: str, *via: str) -> Walks:
    """Where paths may go by way of these roles."""
    found = walks(graph, Sought(first=first, last=last, via=tuple(frozenset({one}) for one in via)))
    assert found is not None
    return found


def crossed(make_graph: Make, wide: int) -> nx.DiGraph[str]:
    """From `a` across a square of roles to `p` and `q`, to and fro between these and both `x` and `y`, and on to `g`.

    A path passes x or y, since it goes there by p and back by q, and never both. Across the square are many.
    """
    square = [f"r{row}{column}" for row in range(wide) for column in range(wide)]
    near = [f"{one} -> {other}" for one, other in permutations(square, 2) if apart(one, other) == 1]
    ends = [f"{one} -> {end}" for end in "pq" for one in (square[-1], "x", "y")]
    back = [f"{end} -> {one}" for end in "pq" for one in ("x", "y", "g")]
    return make_graph(f"a -> {square[0]}", *near, *ends, *back)


def apart(one: str, other: str) -> int:
    """How far two roles of the square are from each other, by rows and columns."""
    return abs(int(one[1]) - int(other[1])) + abs(int(one[2]) - int(other[2]))


def layered(make_graph: Make, layers: int, wide: int) -> nx.DiGraph[str]:
    """Layers of roles, each joined to all of the next, between `a` and `z`."""
    rows = [[f"l{layer}-{place:02}" for place in range(wide)] for layer in range(layers)]
    inner = [f"{start} -> {end}" for low, high in pairwise(rows) for start in low for end in high]
    return make_graph(*[f"a -> {role}" for role in rows[0]], *inner, *[f"{role} -> z" for role in rows[-1]])


def measured(make_graph: Make, drawn: set[tuple[str, str]], seed: int) -> nx.DiGraph[str]:
    """A graph with these moves, each of which counts for some things."""
    graph = make_graph(*[f"{start} -> {end}" for start, end in sorted(drawn)], roles={"a": {}, "g": {}})
    random = Random(seed)  # noqa: S311 - repeatable, nothing is kept secret
    for pair in sorted(graph.edges):
        graph.edges[pair]["measures"] = [1, *(random.randint(0, 1) for _ in MEASURES[1:])]
    return graph


def in_order(graph: nx.DiGraph[str], via: tuple[frozenset[str], ...], longest: int) -> list[Path]:
    """All simple paths from a to g that pass one of each set, by measures, then in reading order."""
    found = [tuple(path) for path in nx.all_simple_paths(graph, "a", "g", cutoff=longest)]
    return sorted(
        (path for path in found if all(one & set(path) for one in via)), key=lambda path: (total(graph, path), path)
    )


def total(graph: nx.DiGraph[str], path: Path) -> tuple[int, ...]:
    """The measures of a path."""
    return tuple(map(sum, zip(*[graph.edges[pair]["measures"] for pair in pairwise(path)], strict=True)))


@given(
    drawn=pairs,
    via=st.lists(st.frozensets(letters, min_size=1, max_size=2), min_size=1, max_size=3).map(tuple),
    seed=st.integers(0, 9),
    longest=st.integers(1, 6),
    most=st.integers(1, 4),
    most_labels=st.integers(1, 40),
)
def test_a_search_is_exact_or_says_that_it_was_cut(  # noqa: PLR0913, PLR0917 - one column of the table each
    make_graph: Make,
    drawn: set[tuple[str, str]],
    via: tuple[frozenset[str], ...],
    seed: int,
    longest: int,
    most: int,
    most_labels: int,
) -> None:
    """What is found comes first of all simple paths; where fewer are found and no search was cut, these are all."""
    graph = measured(make_graph, drawn, seed)
    expected = in_order(graph, via, longest)
    free = walks(graph, Sought(first="a", last="g", via=via))
    first = first_by_way(free, longest=longest, most_labels=most_labels)
    if free is None:
        assert (expected, first.paths, first.is_cut) == ([], (), False)
        return
    found = best(free, longest=longest, most=most, most_labels=most_labels)
    paths = [path for _, path in found.paths]
    assert paths == expected[: len(paths)]
    assert found.is_cut or len(paths) == min(most, len(expected))
    if first.is_cut:
        assert {path for _, path in first.paths} <= set(expected)
        assert all(first.at_least <= len(path) - 1 for path in expected)
    else:
        assert [path for _, path in first.paths] == expected[:1]


@given(
    drawn=pairs,
    via=st.lists(st.frozensets(letters, min_size=1, max_size=2), max_size=3).map(tuple),
    seed=st.integers(0, 9),
    longest=st.integers(1, 6),
    order=st.sampled_from(sorted(map(order_of, PREFERENCES))),
)
def test_no_path_that_is_found_is_beaten_and_none_that_is_not_is_missed(  # noqa: PLR0913, PLR0917 - as above
    make_graph: Make,
    drawn: set[tuple[str, str]],
    via: tuple[frozenset[str], ...],
    seed: int,
    longest: int,
    order: Order,
) -> None:
    """In the order asked for; of paths equal in all measures the first in reading order."""
    graph = measured(make_graph, drawn, seed)
    paths = in_order(graph, via, longest)
    totals = {path: total(graph, path) for path in paths}
    kept: dict[tuple[int, ...], Path] = {}
    for path, mine in totals.items():
        if not any(all(map(le, its, mine)) and its != mine for its in totals.values()):
            kept.setdefault(mine, path)
    free = walks(graph, Sought(first="a", last="g", via=via, order=order))
    found = unbeaten(free, longest=longest, most=10**6) if free else Found()
    assert {measures_of_weight(weighed, order): path for weighed, path in found.paths} == kept
    assert [weighed for weighed, _ in found.paths] == sorted(weight(one, order) for one in kept)


@pytest.mark.parametrize("via", [("l4-02",), ("l4-02", "l2-03"), ("l2-03", "l4-02"), ("l1-00", "l4-02", "l2-03")])
@pytest.mark.parametrize("is_both_ways", [False, True])
def test_a_layered_graph_with_a_thousand_million_routes_is_answered(
    make_graph: Make, via: tuple[str, ...], *, is_both_ways: bool
) -> None:
    """Layers of twelve roles, all joined, and back as well: the first in reading order, and two to choose from."""
    graph = layered(make_graph, 8, 12)
    if is_both_ways:
        graph.add_edges_from([(end, start, move) for start, end, move in graph.edges(data=True)])
    answer = cp.routes(graph, "a", "z", via=via)
    assert [(route.moves, route.is_beaten) for route in answer.routes] == [(9, False), (9, True), (9, True)]
    assert (answer.total, answer.is_cut) == (3, False)
    first = [next((one for one in via if one.startswith(f"l{layer}")), f"l{layer}-00") for layer in range(8)]
    assert list(answer.routes[0].roles) == ["a", *first, "z"]


def test_among_too_many_trade_offs_a_search_is_cut_and_says_so(make_graph: Make) -> None:
    """The first of those that none beats are found, and the one with the fewest moves is among them."""
    graph = layered(make_graph, 8, 12)
    random = Random("layers")  # noqa: S311 - repeatable, nothing is kept secret
    for _, _, move in graph.edges(data=True):
        move["measures"] = [1, *(random.randint(0, 9) for _ in MEASURES[1:])]
    free = walks_of(graph, "a", "z", "l2-03", "l5-07")
    found = unbeaten(free, longest=9, most=10**6, most_labels=300)
    assert found.is_cut
    assert found.paths[0] == best(free, longest=9, most=1).paths[0]
    answer = cp.routes(graph, "a", "z", via=["l2-03", "l5-07"], max_routes=1000)
    assert answer.is_cut
    assert "others may be as good" in answer.explanation


@pytest.mark.parametrize(("wide", "words"), [(2, "No route from a to g is as"), (8, "before the search was cut")])
def test_that_there_is_no_route_is_said_to_be_certain_only_where_it_is(make_graph: Make, wide: int, words: str) -> None:
    """Where walks pass all that is asked and no path does, a search that ended is certain, one that was cut is not."""
    graph = crossed(make_graph, wide)
    fewest = 2 * wide + 3
    assert [route.moves for route in cp.routes(graph, "a", "g", via=["x"]).routes] == [fewest] * 3
    answer = cp.routes(graph, "a", "g", via=["x", "y"])
    assert answer.routes == ()
    assert words in answer.explanation
    assert [one.moves for one in answer.blocked] == [fewest] * 2


def test_where_the_search_for_the_best_is_cut_some_route_is_found(make_graph: Make) -> None:
    """By way of both x and y there is a long way out; that it has the fewest moves is not said."""
    graph = crossed(make_graph, 8)
    out = make_graph(*[f"{one} -> {other}" for one, other in pairwise(["y", "s", "t", "u", "v", "w", "g"])])
    graph = nx.compose(graph, out)
    answer = cp.routes(graph, "a", "g", via=["x", "y"])
    assert [route.moves for route in answer.routes][:1] == [25]
    assert answer.routes[0].why.startswith("the fewest moves of those found")
    assert answer.is_cut
    assert answer.total is None
    assert cp.routes(graph, "a", "g", via=["y", "x"]).routes == answer.routes


def test_a_lighter_way_that_takes_what_is_needed_later_beats_none(make_graph: Make) -> None:
    """To h by n, since what is left from there passes m."""
    graph = make_graph("a -> m", "m -> h", "a -> n", "n -> h", "h -> m", "m -> x", "x -> g")
    graph.edges["a", "n"]["measures"] = [1] * len(MEASURES)
    (found,) = unbeaten(walks_of(graph, "a", "g", "h", "x"), longest=6, most=9).paths
    assert found[1] == tuple("anhmxg")


@pytest.mark.parametrize("via", [("x",), ("x", "b"), ("b", "x"), ("d",)])
def test_a_way_back_by_the_same_role_is_no_route(make_graph: Make, via: tuple[str, ...]) -> None:
    """From b to x and back, and on behind the last role: that there is none is certain, whatever else there is."""
    crowd = [f"{one} -> {other}" for one, other in permutations([f"r{number}" for number in range(9)], 2)]
    graph = make_graph("a -> b", "b -> x", "x -> b", "b -> c", "c -> d", "d -> c", "b -> r0", "r8 -> c", *crowd)
    answer = cp.routes(graph, "a", "c", via=via)
    assert answer.routes == ()
    assert answer.explanation.startswith("No route from a to c is as you asked.")


def test_no_route_ends_at_another_role(make_graph: Make) -> None:
    """The last role may be one of those that must be passed; it is passed at the end and not on the way."""
    graph = make_graph("a -> b", "b -> g", "g -> s", "s -> g")
    assert cp.routes(graph, "a", "g", via=["g or b", "s"]).routes == ()
    assert [route.roles for route in cp.routes(graph, "a", "g", via=["g", "b"]).routes] == [("a", "b", "g")]


def test_of_too_many_sets_nothing_is_sought(make_graph: Make) -> None:
    """Five are answered; the sixth is refused."""
    graph = make_graph(*[f"{start} -> {end}" for start, end in pairwise("abcdefg")])
    assert cp.routes(graph, "a", "g", via=list("fedcb")).routes[0].roles == tuple("abcdefg")
    with pytest.raises(cp.BadArgument, match="via has 6 selectors: expected at most 5"):
        cp.routes(graph, "a", "g", via=list("abcdef"))
