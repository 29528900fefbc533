"""Routes: chains of stated moves, the best first, equal to brute force on small graphs and bounded on large ones."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from operator import le
from random import Random
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.queries.reasons import totals
from careerpaths.queries.routing import RouteAnswer
from careerpaths.weighing import MEASURES

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


@given(kinds=moves(), most=st.integers(1, 6))
def test_no_route_but_what_fills_up_is_beaten(make_graph: Make, kinds: dict[str, str], most: int) -> None:
    """Routes that no other beats come first; where they are fewer than three, marked ones fill up to three."""
    graph = make_graph(*kinds, kinds=kinds, roles={"a": {}, "g": {}})
    found = cp.routes(graph, "a", "g", max_routes=most).routes
    marks = [route.is_beaten for route in found]
    assert marks == sorted(marks)
    assert len(found) <= min(most, max(3, marks.count(False)))
    for place, route in enumerate(found):
        assert route.is_beaten == any(all(map(le, other.measures, route.measures)) for other in found[:place])


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
        "as few moves; by way of e",
        "one move more; by way of c",
    ]


def test_why_says_what_a_route_asks_more_and_less(make_graph: Make) -> None:
    """Each measure in which a route differs from the one with the fewest moves is told."""
    roles = {
        "a": {"flsa": "Non-Exempt"},
        "b": {"flsa": "Exempt", "requirements": [["Cert 1", "x"]], "requirement_kinds": ["certificate"]},
        "c": {"flsa": "Non-Exempt"},
        "d": {"flsa": "Non-Exempt"},
        "e": {"flsa": "Non-Exempt"},
    }
    graph = make_graph("a -> b", "b -> e", "a -> c", "c -> d", "d -> e", roles=roles)
    assert [route.why for route in cp.routes(graph, "a", "e").routes] == [
        "the fewest moves",
        (
            "one move more, asks a certificate or licence less, one step less that is not eligible for overtime; "
            "by way of c, d"
        ),
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


def test_roles_that_are_only_named_are_told_with_the_standard_that_is_not_loaded(make_graph: Make) -> None:
    """Function and track as far as the title tells; a standard that is loaded and says nothing is told apart."""
    named = {"b": "Imaging Mgr 1", "c": "Imaging Mgr 2", "d": "Imaging Spec 9", "e": "Wizard"}
    roles = {one: {"title": title, "defined": False} for one, title in named.items()}
    graph = make_graph(*[f"a -> {one}" for one in roles], roles={**roles, "a": {"title": "Imaging Spec 1"}, "f": {}})
    told = cp.routes(graph, "a", "f").explanation
    assert (
        "Beyond Imaging Mgr 1 and Imaging Mgr 2 nothing is known: the standard that would describe them (Imaging, "
        "Managerial) is not loaded. Beyond Imaging Spec 9 nothing is known: what is loaded of Imaging, Professional "
        "does not describe it. Beyond Wizard nothing is known: no standard that would describe it is loaded."
    ) in told
    started = cp.routes(graph, "b", "f").explanation
    assert "ask HR. The standard that would describe it (Imaging, Managerial) is not loaded." in started


def test_of_many_roles_a_sentence_names_five(make_graph: Make) -> None:
    """And how many others there are."""
    roles = {f"b{n}": {"title": f"Wizard {n}", "defined": False} for n in range(8)}
    graph = make_graph(*[f"a -> {one}" for one in roles], roles={**roles, "c": {}})
    assert "Wizard 3, Wizard 4 and 3 others nothing is known" in cp.routes(graph, "a", "c").explanation


@pytest.mark.parametrize(
    ("most", "told", "total", "is_cut"),
    [
        (
            1,
            "From a to d: one move at the fewest; 1 of 3 routes worth a look is listed, --max-routes shows more.",
            3,
            True,
        ),
        (
            2,
            "From a to d: one move at the fewest; 2 of 3 routes worth a look are listed, --max-routes shows more.",
            3,
            True,
        ),
        (3, "From a to d: one move at the fewest; 3 routes are listed.", 3, False),
    ],
)
def test_an_answer_that_leaves_routes_out_says_of_how_many(
    make_graph: Make, most: int, told: str, total: int, *, is_cut: bool
) -> None:
    """Those that only fill up are counted as well."""
    answer = cp.routes(make_graph("a -> d", "a -> b", "b -> d", "b -> c", "c -> d"), "a", "d", max_routes=most)
    assert (answer.explanation, answer.total, answer.is_cut) == (told, total, is_cut)


def test_max_moves_cuts_off_longer_routes(make_graph: Make) -> None:
    """A limit below the fewest moves leaves no route and says so; one above leaves the shorter ones."""
    graph = make_graph("a -> b", "b -> c", "a -> c")
    assert as_letters(cp.routes(graph, "a", "c", max_moves=1)) == ["ac"]
    answer = cp.routes(make_graph("a -> b", "b -> c"), "a", "c", max_moves=1)
    assert answer.routes == ()
    assert answer.explanation == (
        "No route from a to c takes at most one move. Without --max-moves 1 there is one of 2 moves."
    )


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


@pytest.mark.parametrize("layers", [8, 9])
def test_a_layered_graph_with_a_thousand_million_routes_is_answered(make_graph: Make, layers: int) -> None:
    """Layers of twelve roles, all joined: equal routes are one, two more are there to choose from, and it ends."""
    answer = cp.routes(layered(make_graph, layers, 12), "a", "z", max_routes=1000)
    assert [(route.moves, route.is_beaten) for route in answer.routes] == [
        (layers + 1, False),
        (layers + 1, True),
        (layers + 1, True),
    ]
    assert [route.roles for route in answer.routes] == sorted(route.roles for route in answer.routes)
    assert not answer.is_cut


def test_a_search_among_too_many_trade_offs_is_cut_and_says_so(make_graph: Make) -> None:
    """Where millions of routes are each the best in some way, the first are shown, and that others may be as good."""
    graph = layered(make_graph, 8, 12)
    random = Random("layers")  # noqa: S311 - repeatable, nothing is kept secret
    for _, _, move in graph.edges(data=True):
        move["measures"] = [1, *(random.randint(0, 9) for _ in range(len(MEASURES) - 1))]
    answer = cp.routes(graph, "a", "z", max_routes=1000)
    assert answer.is_cut
    assert answer.routes
    assert "others may be as good" in answer.explanation


def test_a_clique_is_answered(make_graph: Make) -> None:
    """Cycles everywhere end no search: the direct move, then two by way of one other."""
    letters = "abcdefghijkl"
    graph = make_graph(*[f"{start} -> {end}" for start in letters for end in letters if start != end])
    answer = cp.routes(graph, "a", "l", max_routes=1000)
    assert as_letters(answer) == ["al", "abl", "acl"]


def test_a_cycle_is_answered(make_graph: Make) -> None:
    """Around a ring there is one way, as long as it must be."""
    ring = [f"r{place:03}" for place in range(300)]
    graph = make_graph(*[f"{start} -> {end}" for start, end in pairwise([*ring, ring[0]])])
    answer = cp.routes(graph, "r001", "r000", max_routes=1000)
    assert [route.moves for route in answer.routes] == [299]


def test_json_shape(make_graph: Make) -> None:
    """The shape that other programs rely on, key by key."""
    shape = cp.routes(make_graph("a -> b"), "a", "b").to_dict()
    assert list(shape)[:-2] == [
        "schema",
        "from",
        "to",
        "prefer",
        "via",
        "avoid",
        "routes",
        "cut",
        "total",
        "explanation",
    ]
    assert list(shape)[-2:] == ["blocked", "gaps"]
    assert shape["from"]["id"] == "a"
    route = ["moves", "roles", "role_ids", "why", "measures", "beaten", "grade", "asks_most", "steps"]
    assert list(shape["routes"][0]) == route
    step = shape["routes"][0]["steps"][0]
    assert {"from", "to", "kind", "sources", "changes"} <= set(step)
    assert (step["from"], step["to"], step["kind"]) == ("a", "b", "promotion")
    assert list(step["sources"][0]) == ["document", "row", "column", "text", "line", "page", "sheet"]
    change = ["attribute", "before", "after", "note", "group", "turn", "words", "sources"]
    assert list(step["changes"][0]) == change


def test_rows_are_one_for_each_step(make_graph: Make) -> None:
    """Flat records carry route, step, both ends and where the move stands."""
    answer = cp.routes(make_graph("a -> b", "b -> c"), "a", "c")
    rows = list(answer.rows())
    assert [(row["route"], row["step"], row["from"], row["to"]) for row in rows] == [(1, 1, "a", "b"), (1, 2, "b", "c")]
    assert all(tuple(row) == answer.columns for row in rows)
    assert rows[0]["sources"] == "x.txt, Career Path 1, Level"


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
    nothing = dict.fromkeys(("level", "category", "job_function", "job_family"))
    roles: dict[str, dict[str, Any]] = {
        "a": {"flsa": "Exempt", "requirements": [["Cert 1", "one"]]},
        "b": {"title": "Mgr 1", "defined": False, **nothing},
    }
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


@pytest.mark.parametrize(
    ("measures", "told"),
    [
        ((3, 0, 0, 0, 0, 0, 0, 0, 0), ["nothing new is stated"]),
        ((3, 0, 1, 0, 0, 1, 0, 0, 0), ["one change of track", "one step that is not eligible for overtime"]),
        ((3, 0, 0, 3, 1, 0, 0, 0, 0), ["2 requirements newly asked", "one certificate or licence newly asked"]),
        (
            (1, 1, 0, 1, 1, 0, 2, 1, 1),
            [
                "one certificate or licence newly asked",
                "one change of function",
                "2 changes of personnel program",
                "one step to a role that leads people",
                "one step of which it is not stated what it asks or changes",
            ],
        ),
    ],
)
def test_a_route_is_told_as_a_whole(measures: tuple[int, ...], told: list[str]) -> None:
    """Each measure in words, requirements without the certificates among them."""
    assert list(totals(measures)) == told


def test_a_condition_that_leaves_no_route_is_no_gap(make_graph: Make) -> None:
    """Where a route is stated but not as asked, nothing is missing, and the answer says so."""
    graph = make_graph("a -> b", "b -> c")
    for asked in ({"max_moves": 1}, {"avoid": ["title:b"]}, {"via": ["title:a and title:b"]}):
        answer = cp.routes(graph, "a", "c", **asked)
        assert (answer.routes, answer.gaps) == ((), None)
    assert cp.routes(graph, "a", "c", avoid=["title:b"]).explanation == (
        'No route from a to c is as you asked. Without --avoid "title:b" there is one of 2 moves.'
    )


@pytest.mark.parametrize("asked", [{"via": "title:b"}, {"avoid": "title:b"}])
def test_a_selector_alone_is_no_list_of_selectors(make_graph: Make, asked: dict[str, str]) -> None:
    """A text is not taken letter by letter."""
    with pytest.raises(cp.BadArgument, match="lists of selectors"):
        cp.routes(make_graph("a -> b"), "a", "b", **asked)  # type: ignore[arg-type]
