"""Which routes are chosen: equal to brute force over all simple paths on small graphs, whatever is preferred."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.queries.choosing import PREFERENCES, Choice, choose, order_of
from careerpaths.queries.shortest import Sought, fewest_moves, shortest
from careerpaths.queries.weights import is_covered, least_of, measures_of_weight, weight
from careerpaths.weighing import MEASURES

Make = Callable[..., "nx.DiGraph[str]"]
Weighed = dict[tuple[str, str], tuple[int, ...]]
letters = st.sampled_from("abcdefg")
measured = st.tuples(st.just(1), *[st.integers(0, 2)] * (len(MEASURES) - 1))
weighed = st.dictionaries(st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1]), measured, max_size=22)


def graph_of(make_graph: Make, drawn: Weighed) -> nx.DiGraph[str]:
    """A graph with these moves and their measures."""
    graph = make_graph(*[f"{start} -> {end}" for start, end in sorted(drawn)], roles={"a": {}, "g": {}})
    for pair, measures in drawn.items():
        graph.edges[pair]["measures"] = list(measures)
    return graph


def total(graph: nx.DiGraph[str], path: list[str]) -> tuple[int, ...]:
    """The measures of a path."""
    steps = [graph.edges[pair]["measures"] for pair in pairwise(path)]
    return tuple(map(sum, zip(*steps, strict=True))) if steps else (0,) * len(MEASURES)


def permitted(graph: nx.DiGraph[str], sought: Sought) -> list[list[str]]:
    """All simple paths that pass what they must and nothing that they must not."""
    paths = [[sought.first]] if sought.first == sought.last else list(nx.all_simple_paths(graph, "a", "g"))
    return [
        path for path in paths if sought.closed.isdisjoint(path) and all(not one.isdisjoint(path) for one in sought.via)
    ]


def beats(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether a path is as good as another in every measure."""
    return all(a <= b for a, b in zip(one, other, strict=True))


def unbeaten(graph: nx.DiGraph[str], paths: list[list[str]], order: tuple[int, ...]) -> Iterator[list[str]]:
    """Those of these paths that no other beats, in order, the first of equals."""
    kept: list[tuple[int, ...]] = []
    for path in sorted(paths, key=lambda path: ([total(graph, path)[place] for place in order], path)):
        mine = total(graph, path)
        if not any(beats(total(graph, other), mine) and total(graph, other) != mine for other in paths):
            if mine not in kept:
                yield path
            kept.append(mine)


def expected(graph: nx.DiGraph[str], sought: Sought, preference: str, most: int) -> list[tuple[str, bool]]:
    """The routes and their marks, by brute force."""
    paths = permitted(graph, sought)
    if not paths:
        return []
    fewest = min(map(len, paths))
    near = [path for path in paths if len(path) <= fewest + 2]
    order, default = order_of(preference), order_of("fewest-moves")
    found = list(unbeaten(graph, near, order))
    if not sought.via:
        best = min(paths, key=lambda path: ([total(graph, path)[place] for place in order], path))
        found = found if best in found else [best, *found]
    (first, *_) = unbeaten(graph, near, default)
    shown = found[:most]
    shown = shown if first in shown or most == 1 else [*shown[: most - 1], first]
    others = sorted((path for path in near if path not in shown), key=lambda path: (total(graph, path), path))
    filled = others[: max(0, min(3, most) - len(shown))]
    return [("".join(path), False) for path in shown] + [("".join(path), True) for path in filled]


def chosen(choice: Choice) -> list[tuple[str, bool]]:
    """Routes as letters, with their marks."""
    return [("".join(one.path), one.is_beaten) for one in choice.routes]


@given(drawn=weighed, preference=st.sampled_from(sorted(PREFERENCES)), most=st.integers(1, 6), closed=st.sets(letters))
def test_chosen_routes_equal_brute_force(
    make_graph: Make, drawn: Weighed, preference: str, most: int, closed: set[str]
) -> None:
    """The routes that no other beats, in the order of the preference, its best, the fewest moves, and what fills up."""
    graph = graph_of(make_graph, drawn)
    sought = Sought(first="a", last="g", closed=frozenset(closed - {"a", "g"}))
    choice = choose(graph, sought, preference=preference, max_routes=most)
    assert chosen(choice) == expected(graph, sought, preference, most)
    assert [one.measures for one in choice.routes] == [total(graph, list(one.path)) for one in choice.routes]


conditions = st.lists(st.sets(letters, min_size=1, max_size=2), min_size=1, max_size=3)


@given(
    drawn=weighed,
    preference=st.sampled_from(sorted(PREFERENCES)),
    most=st.integers(1, 6),
    via=conditions,
    closed=st.sets(letters, max_size=2),
)
def test_routes_by_way_of_roles_equal_brute_force(  # noqa: PLR0913, PLR0917 - one column of the table each
    make_graph: Make, drawn: Weighed, preference: str, most: int, via: list[set[str]], closed: set[str]
) -> None:
    """Every route passes one role of each set and none twice, though a shorter walk may lead in a circle."""
    graph = graph_of(make_graph, drawn)
    sought = Sought(first="a", last="g", closed=frozenset(closed - {"a", "g"}), via=tuple(map(frozenset, via)))
    choice = choose(graph, sought, preference=preference, max_routes=most)
    assert chosen(choice) == expected(graph, sought, preference, most)
    assert not choice.is_cut
    assert choice.is_sure
    whole = choose(graph, sought, preference=preference, max_routes=1000)
    assert (whole.total or 0, whole.has_more) == (len(whole.routes), False)
    turned = replace(sought, via=sought.via[::-1])
    assert choose(graph, turned, preference=preference, max_routes=most) == choice


@given(drawn=weighed, via=conditions, limit=st.integers(1, 6))
def test_routes_by_way_of_roles_keep_to_a_limit(
    make_graph: Make, drawn: Weighed, via: list[set[str]], limit: int
) -> None:
    """With a limit, the routes are those within it that no other one beats; none longer fills up."""
    graph = graph_of(make_graph, drawn)
    sought = Sought(first="a", last="g", via=tuple(map(frozenset, via)))
    near = [path for path in permitted(graph, sought) if len(path) - 1 <= limit]
    choice = choose(graph, sought, max_routes=1000, max_moves=limit)
    kept = ["".join(path) for path in unbeaten(graph, near, order_of("fewest-moves"))]
    assert [path for path, is_beaten in chosen(choice) if not is_beaten] == kept
    assert all(len(one.path) - 1 <= limit for one in choice.routes)


@given(drawn=weighed, limit=st.integers(0, 6))
def test_a_limit_of_moves_holds_for_every_route(make_graph: Make, drawn: Weighed, limit: int) -> None:
    """With a limit, the routes are those that no other one within it beats; none is longer."""
    graph = graph_of(make_graph, drawn)
    sought = Sought(first="a", last="g")
    near = [path for path in permitted(graph, sought) if len(path) - 1 <= limit]
    choice = choose(graph, sought, max_routes=1000, max_moves=limit)
    kept = ["".join(path) for path in unbeaten(graph, near, order_of("fewest-moves"))]
    assert [path for path, is_beaten in chosen(choice) if not is_beaten] == kept
    assert all(len(one.path) - 1 <= limit for one in choice.routes)


@given(drawn=weighed)
def test_the_shortest_is_the_first_of_all_with_the_fewest_moves(make_graph: Make, drawn: Weighed) -> None:
    """As few moves as networkx finds; of equally short paths the lightest, then the first in reading order."""
    graph = graph_of(make_graph, drawn)
    sought = Sought(first="a", last="g")
    paths = permitted(graph, sought)
    best = min(paths, key=lambda path: (total(graph, path), path), default=None)
    assert shortest(graph, sought) == (tuple(best) if best else None)
    assert fewest_moves(graph, sought) == (nx.shortest_path_length(graph, "a", "g") if paths else None)


@pytest.mark.parametrize(
    ("preference", "first"),
    [
        ("fewest-moves", "ag"),
        ("least-new", "abcdeg"),
        ("stay-professional", "abcdeg"),
        ("keep-overtime", "abcdeg"),
        ("fewest-unknowns", "abcdeg"),
    ],
)
def test_the_best_by_a_preference_is_found_however_long(make_graph: Make, preference: str, first: str) -> None:
    """The direct move costs everything, the long way nothing; the one with the fewest moves stays listed."""
    pairs = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "g")]
    drawn: Weighed = {**dict.fromkeys(pairs, (1, *[0] * (len(MEASURES) - 1))), ("a", "g"): (1,) * len(MEASURES)}
    choice = choose(graph_of(make_graph, drawn), Sought(first="a", last="g"), preference=preference, max_routes=5)
    assert chosen(choice)[0] == (first, False)
    assert ("ag", False) in chosen(choice)


@given(one=measured, other=measured, order=st.permutations(range(len(MEASURES))))
def test_weights_add_and_compare_as_measures_do(
    one: tuple[int, ...], other: tuple[int, ...], order: tuple[int, ...]
) -> None:
    """The law: packed numbers add measure by measure, compare in order, and cover where every measure does."""
    order = tuple(order)
    packed = weight(one, order), weight(other, order)
    assert measures_of_weight(sum(packed), order) == tuple(a + b for a, b in zip(one, other, strict=True))
    in_order = [one[place] for place in order] < [other[place] for place in order]
    assert (packed[0] < packed[1]) == in_order
    assert is_covered(packed[1], [packed[0]]) == beats(one, other)


@given(some=st.lists(measured, max_size=4), order=st.permutations(range(len(MEASURES))))
def test_the_least_of_weights_is_the_least_of_each_measure(some: list[tuple[int, ...]], order: tuple[int, ...]) -> None:
    """Whatever the order in which they are packed; of none it is nought."""
    least = least_of([weight(one, tuple(order)) for one in some])
    columns = zip(*some, strict=True) if some else [(0,)] * len(MEASURES)
    assert measures_of_weight(least, tuple(order)) == tuple(map(min, columns))


def test_a_measure_of_one_step_is_cut_off_before_it_spills_over() -> None:
    """A million new requirements in one step count no more than so many: the next measure stays what it is."""
    assert measures_of_weight(weight((1, 0, 0, 10**9, 3, 0, 0, 0, 0)))[4] == 3


def test_a_way_by_others_is_found_among_roles_that_all_lead_to_one_another(make_graph: Make) -> None:
    """Circles everywhere: the fewest moves by way of two distant roles, and two routes as short to choose from."""
    names = [f"r{number:03}" for number in range(60)]
    near = [
        f"{one} -> {other}" for one in names for other in names if one != other and int(other[1:]) - int(one[1:]) <= 2
    ]
    graph = make_graph(*near)
    sought = Sought(first="r000", last="r059", via=(frozenset({"r030"}), frozenset({"r045"})))
    choice = choose(graph, sought, max_routes=3)
    assert [(len(one.path) - 1, one.is_beaten) for one in choice.routes] == [(30, False), (30, True), (30, True)]
    assert all({"r030", "r045"} <= set(one.path) and len(set(one.path)) == 31 for one in choice.routes)
    assert (choice.is_cut, choice.is_sure) == (False, True)


def test_the_fewest_moves_are_told_where_that_route_is_not_listed(make_graph: Make) -> None:
    """With room for one route, that of the preference is not called the one with the fewest moves."""
    roles = {"x": {"asks_stated": False}}
    graph = make_graph("a -> x", "x -> d", "a -> b", "b -> c", "c -> d", roles=roles)
    answer = cp.routes(graph, "a", "d", prefer="fewest-unknowns", max_routes=1)
    assert answer.explanation.startswith("From a to d: 2 moves at the fewest; 1 of 2 routes")
    (route,) = answer.routes
    assert route.titles == ("a", "b", "c", "d")
    assert route.why.startswith("one move more than the fewest, 2 steps less of which")


def test_conditions_are_named_where_they_make_the_way_longer(make_graph: Make) -> None:
    """The fewest moves with what was asked, and without it; nothing is said where it makes no difference."""
    graph = make_graph("a -> d", "a -> b", "b -> d", "b -> c")
    answer = cp.routes(graph, "a", "d", via=["b"])
    assert answer.explanation.startswith("From a to d: 2 moves with what you asked (one without it); one route is")
    assert answer.routes[0].why == "the fewest moves with what you asked"
    answer = cp.routes(graph, "a", "d", avoid=["c"])
    assert answer.explanation.startswith("From a to d: one move at the fewest; 2 routes are listed.")
    assert answer.routes[0].why == "the fewest moves"
