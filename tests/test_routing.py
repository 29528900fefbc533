"""Routes: chains of stated moves, the best first, equal to brute force on small graphs and bounded on large ones."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.queries.routing import RouteAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator

Make = Callable[..., "nx.DiGraph[str]"]
KINDS = ("promotion", "cross-function", "change-of-track")


def as_letters(answer: RouteAnswer) -> list[str]:
    """Each route as the letters of its roles."""
    return ["".join(route.roles) for route in answer.routes]


@st.composite
def moves(draw: st.DrawFn) -> dict[str, str]:
    """Up to twenty moves among seven roles, with their kinds."""
    letters = st.sampled_from("abcdefg")
    pairs = draw(
        st.lists(st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1]), unique=True, max_size=20)
    )
    return {f"{start} -> {end}": draw(st.sampled_from(KINDS)) for start, end in pairs}


def brute_force(graph: nx.DiGraph[str], start: str, end: str) -> Iterator[str]:
    """All simple paths in the documented order, at most two moves beyond the fewest."""
    paths = list(nx.all_simple_paths(graph, start, end))
    fewest = min(map(len, paths), default=0)

    def key(path: list[str]) -> tuple[int, int, int, list[int]]:
        kinds = [graph.edges[pair]["kind"] for pair in pairwise(path)]
        return (len(path), kinds.count(KINDS[1]), kinds.count(KINDS[2]), [graph.nodes[role]["rank"] for role in path])

    yield from ("".join(path) for path in sorted(paths, key=key) if len(path) <= fewest + 2)


@given(kinds=moves(), most=st.integers(1, 6))
def test_routes_equal_brute_force(make_graph: Make, kinds: dict[str, str], most: int) -> None:
    """The routes are the best of all simple paths, in the documented order."""
    graph = make_graph(*kinds, kinds=kinds, roles={"a": {}, "g": {}})
    assert as_letters(cp.routes(graph, "a", "g", max_routes=most)) == list(brute_force(graph, "a", "g"))[:most]


@given(kinds=moves())
def test_consecutive_roles_are_moves_and_the_best_route_is_as_long_as_the_distance(
    make_graph: Make, kinds: dict[str, str]
) -> None:
    """Every step of a route is a stated move; the first route has the fewest moves there are."""
    graph = make_graph(*kinds, kinds=kinds, roles={"a": {}, "g": {}})
    answer = cp.routes(graph, "a", "g")
    for route in answer.routes:
        assert all(graph.has_edge(*pair) for pair in pairwise(route.roles))
        assert [(step.start.id, step.end.id) for step in route.steps] == list(pairwise(route.roles))
        assert route.moves == len(route.steps)
    shortest = nx.single_source_shortest_path_length(graph, "a")
    assert [route.moves for route in answer.routes[:1]] == ([shortest["g"]] if "g" in shortest else [])


def test_fewer_changes_come_first_among_equally_short_routes(make_graph: Make) -> None:
    """Of routes with as few moves, the one that stays in its function and track is first."""
    kinds = {"a -> b": "cross-function", "b -> e": "promotion", "a -> c": "change-of-track", "c -> e": "promotion"}
    kinds |= {"a -> d": "promotion", "d -> e": "promotion"}
    assert as_letters(cp.routes(make_graph(*kinds, kinds=kinds), "a", "e")) == ["ade", "ace", "abe"]


def test_why_says_what_sets_a_route_apart(make_graph: Make) -> None:
    """The first route has the fewest moves; another names the roles that the first does not pass."""
    graph = make_graph("a -> b", "b -> d", "b -> c", "c -> d", "a -> e", "e -> d")
    assert [route.why for route in cp.routes(graph, "a", "d").routes] == [
        "the fewest moves",
        "as few moves, by way of e",
        "one move more than the fewest, by way of c",
    ]


def test_from_and_to_the_same_role_is_one_route_without_moves(make_graph: Make) -> None:
    """Whoever asks for the way to where they are is there, in a cycle too."""
    answer = cp.routes(make_graph("a -> b", "b -> a"), "a", "a")
    assert [(route.moves, route.roles, route.steps) for route in answer.routes] == [(0, ("a",), ())]
    assert "no move is needed" in answer.explanation


@pytest.mark.parametrize(
    ("moves_made", "roles", "start", "end", "words"),
    [
        (("a -> b",), {"c": {}}, "b", "c", "b names no next role"),
        (("a -> b",), {"b": {"states_moves": False}, "c": {}}, "b", "c", "The document of b states no next roles"),
        (("a -> b",), {"b": {"defined": False}, "c": {}}, "b", "c", "what it asks and where it leads is not known"),
        (("a -> b", "b -> c"), {"d": {}}, "a", "d", "a leads to 2 roles, and d is not among them"),
        (("a -> b",), {"b": {"defined": False}, "c": {}}, "a", "c", "Beyond b nothing is known"),
        (("a -> b",), {"c": {}}, "a", "c", "No loaded standard names c as a next role"),
        (("a -> b",), {}, "b", "a", "Moves are stated from a to b, the other way only"),
    ],
)
def test_no_route_is_explained(  # noqa: PLR0913, PLR0917 - one column of the table each
    make_graph: Make,
    moves_made: tuple[str, ...],
    roles: dict[str, dict[str, bool]],
    start: str,
    end: str,
    words: str,
) -> None:
    """Where nothing leads on, the answer says what is known and what is not."""
    answer = cp.routes(make_graph(*moves_made, roles=roles), start, end)
    assert answer.routes == ()
    assert words in answer.explanation
    assert list(answer.rows()) == []


def test_max_moves_cuts_off_longer_routes(make_graph: Make) -> None:
    """A limit below the fewest moves leaves no route and says so; one above leaves the shorter ones."""
    graph = make_graph("a -> b", "b -> c", "a -> c")
    assert as_letters(cp.routes(graph, "a", "c", max_moves=1)) == ["ac"]
    answer = cp.routes(make_graph("a -> b", "b -> c"), "a", "c", max_moves=1)
    assert answer.routes == ()
    assert answer.explanation == "No route from a to c takes at most 1 move."


@pytest.mark.parametrize(("most", "moves_at_most"), [(0, None), (-1, None), (1001, None), (10**9, None), (5, -1)])
def test_numbers_out_of_range_are_refused(make_graph: Make, most: int, moves_at_most: int | None) -> None:
    """Nothing is cut down in silence."""
    with pytest.raises(cp.BadArgument, match="expected a number from"):
        cp.routes(make_graph("a -> b"), "a", "b", max_routes=most, max_moves=moves_at_most)


def layered(make_graph: Make, layers: int, wide: int) -> nx.DiGraph[str]:
    """Layers of roles, each joined to all of the next, between `a` and `z`."""
    rows = [[f"l{layer}-{place:02}" for place in range(wide)] for layer in range(layers)]
    inner = [f"{start} -> {end}" for low, high in pairwise(rows) for start in low for end in high]
    return make_graph(*[f"a -> {role}" for role in rows[0]], *inner, *[f"{role} -> z" for role in rows[-1]])


@pytest.mark.parametrize(("layers", "most"), [(8, 1000), (3, 1000)])
def test_a_layered_graph_with_millions_of_routes_is_answered(make_graph: Make, layers: int, most: int) -> None:
    """Layers of twelve roles, all joined: of twelve to the eighth routes the best are found, in order, and it ends."""
    answer = cp.routes(layered(make_graph, layers, 12), "a", "z", max_routes=most)
    found = [route.roles for route in answer.routes]
    assert len(set(found)) == most
    assert {route.moves for route in answer.routes} == {layers + 1}
    assert found == sorted(found)


def test_a_clique_is_answered(make_graph: Make) -> None:
    """Cycles everywhere end no search: the direct move, those by way of one other, those by way of two."""
    letters = "abcdefghijkl"
    graph = make_graph(*[f"{start} -> {end}" for start in letters for end in letters if start != end])
    answer = cp.routes(graph, "a", "l", max_routes=1000)
    assert [route.moves for route in answer.routes] == [1, *([2] * 10), *([3] * 90)]


def test_a_cycle_is_answered(make_graph: Make) -> None:
    """Around a ring there is one way, as long as it must be."""
    ring = [f"r{place:03}" for place in range(300)]
    graph = make_graph(*[f"{start} -> {end}" for start, end in pairwise([*ring, ring[0]])])
    answer = cp.routes(graph, "r001", "r000", max_routes=1000)
    assert [route.moves for route in answer.routes] == [299]


def test_json_shape(make_graph: Make) -> None:
    """The shape that other programs rely on, key by key."""
    shape = cp.routes(make_graph("a -> b"), "a", "b").to_dict()
    assert list(shape) == ["schema", "from", "to", "routes", "explanation"]
    assert shape["from"]["id"] == "a"
    assert list(shape["routes"][0]) == ["moves", "roles", "role_ids", "why", "steps"]
    step = shape["routes"][0]["steps"][0]
    assert {"from", "to", "kind", "sources", "changes"} <= set(step)
    assert (step["from"], step["to"], step["kind"]) == ("a", "b", "promotion")
    assert list(step["sources"][0]) == ["document", "row", "column", "text", "line", "page", "sheet"]
    assert list(step["changes"][0]) == ["attribute", "before", "after", "note"]


def test_rows_are_one_for_each_step(make_graph: Make) -> None:
    """Flat records carry route, step, both ends and where the move stands."""
    answer = cp.routes(make_graph("a -> b", "b -> c"), "a", "c")
    rows = list(answer.rows())
    assert [(row["route"], row["step"], row["from"], row["to"]) for row in rows] == [(1, 1, "a", "b"), (1, 2, "b", "c")]
    assert all(tuple(row) == answer.columns for row in rows)
    assert rows[0]["sources"] == "x.txt, Career Path 1, Level"


@given(kinds=moves(), most=st.integers(1, 6), limit=st.integers(0, 7))
def test_max_moves_is_a_filter(make_graph: Make, kinds: dict[str, str], most: int, limit: int) -> None:
    """With a limit the routes are those without one that are short enough; none is found that was not there."""
    graph = make_graph(*kinds, kinds=kinds, roles={"a": {}, "g": {}})
    expected = [route for route in brute_force(graph, "a", "g") if len(route) - 1 <= limit]
    assert as_letters(cp.routes(graph, "a", "g", max_routes=most, max_moves=limit)) == expected[:most]


@given(kinds=moves())
def test_the_best_route_is_as_long_as_networkx_says(make_graph: Make, kinds: dict[str, str]) -> None:
    """Where networkx finds a shortest path there is a route as long, and where it finds none there is none."""
    graph = make_graph(*kinds, kinds=kinds, roles={"a": {}, "g": {}})
    answer = cp.routes(graph, "a", "g")
    assert bool(answer.routes) == nx.has_path(graph, "a", "g")
    if answer.routes:
        assert answer.routes[0].moves == nx.shortest_path_length(graph, "a", "g")
        assert answer.routes[0].why == "the fewest moves"
        table = cp.distances(graph).to_dict()
        assert answer.routes[0].moves == table["a"]["g"]


@given(kinds=moves(), undefined=st.sets(st.sampled_from("bcdefg")))
def test_no_route_passes_an_undefined_role(make_graph: Make, kinds: dict[str, str], undefined: set[str]) -> None:
    """Where an undefined role leads is not known: a route may end there, none goes on, and no end is a dead one."""
    stated = {move: kind for move, kind in kinds.items() if move[0] not in undefined}
    roles: dict[str, dict[str, bool]] = {"a": {}, "g": {}} | {role: {"defined": False} for role in sorted(undefined)}
    graph = make_graph(*stated, kinds=stated, roles=roles)
    for route in cp.routes(graph, "a", "g").routes:
        assert undefined.isdisjoint(route.roles[:-1])
    ends = cp.dead_ends(graph)
    assert undefined.isdisjoint(end.role.id for end in ends.dead_ends)
    assert {one.role.id for one in ends.undefined} == undefined


def test_a_step_to_an_undefined_role_notes_each_thing_stated_before(make_graph: Make) -> None:
    """In the JSON of a route: nothing is invented, and nothing is passed over."""
    roles = {"a": {"flsa": "Exempt", "requirements": [["Cert 1", "one"]]}, "b": {"title": "Mgr 1", "defined": False}}
    (step,) = cp.routes(make_graph("a -> b", roles=roles), "a", "b").to_dict()["routes"][0]["steps"]
    told = {one["attribute"]: (one["before"], one["after"], one["note"]) for one in step["changes"]}
    note = "not stated: no loaded standard defines Mgr 1"
    assert told == {
        "level": ("Level 0", None, note),
        "category": ("Professional", None, note),
        "job_function": ("Imaging", None, note),
        "job_family": ("Technology", None, note),
        "flsa": ("Exempt", None, note),
        "Cert 1": ("one", None, note),
    }


def test_titles_in_json_ids_beside_them(make_graph: Make) -> None:
    """Values hold ids, JSON shows titles; both name the same roles."""
    roles = {"a": {"title": "Clerk 1"}, "b": {"title": "Clerk 2"}}
    answer = cp.routes(make_graph("a -> b", roles=roles), "Clerk 1", "Clerk 2")
    shape = answer.to_dict()["routes"][0]
    assert (shape["roles"], shape["role_ids"], answer.routes[0].roles) == (
        ["Clerk 1", "Clerk 2"],
        ["a", "b"],
        ("a", "b"),
    )
    assert (shape["steps"][0]["from"], shape["steps"][0]["to"]) == ("Clerk 1", "Clerk 2")


def test_the_function_of_one_end_decides_on_the_other(make_graph: Make) -> None:
    """A route asks for both names together: of two managers the one of the asker's function is meant."""
    roles = {
        "a": {"title": "Data Spec 1", "job_function": "Data"},
        "b": {"title": "Data Mgr 1", "job_function": "Data"},
        "c": {"title": "Web Mgr 1", "job_function": "Web"},
    }
    assert cp.routes(make_graph("a -> b", roles=roles), "spec 1", "mgr 1").routes[0].roles == ("a", "b")
