"""Where ladders end: dead ends, tops, roles that are only named, documents that state no moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp

Make = Callable[..., "nx.DiGraph[str]"]
MANAGER = {"track": "managerial"}


def ends(graph: nx.DiGraph[str]) -> dict[str, list[str]]:
    """The titles under each heading."""
    shape = cp.dead_ends(graph).to_dict()
    return {
        key: [one["title"] if isinstance(one, dict) else one for one in shape[key]] for key in shape if key != "schema"
    }


@pytest.mark.parametrize(
    ("role", "heading"),
    [
        ({}, "dead_ends"),
        ({"defined": False}, "undefined"),
        ({"states_moves": False}, "not_stated"),
        ({"declared_top": True}, "tops"),
        (MANAGER, "tops"),
        ({**MANAGER, "level_order": None}, "tops"),
        ({**MANAGER, "states_moves": False}, "not_stated"),
        ({"declared_top": True, "states_moves": False}, "tops"),
    ],
)
def test_a_role_that_leads_nowhere_stands_under_one_heading(
    make_graph: Make, role: dict[str, Any], heading: str
) -> None:
    """What the end means depends on what is known of the role; it is said once."""
    found = ends(make_graph("a -> b", roles={"b": role}))
    assert found == {"dead_ends": [], "undefined": [], "tops": [], "not_stated": [], heading: ["b"]}


def test_only_the_highest_manager_of_a_function_is_a_top(make_graph: Make) -> None:
    """A lower manager that leads nowhere is a dead end; the highest of another function is a top of its own."""
    roles = {
        "m1": {**MANAGER, "level_order": 1},
        "m2": {**MANAGER, "level_order": 2},
        "n1": {**MANAGER, "level_order": 1, "job_function": "Finance"},
    }
    assert ends(make_graph(roles=roles)) == {
        "dead_ends": ["m1"],
        "undefined": [],
        "tops": ["m2", "n1"],
        "not_stated": [],
    }


def test_a_declared_top_that_leads_on_is_none(make_graph: Make) -> None:
    """A role with a next role stands under no heading, whatever was declared."""
    assert ends(make_graph("a -> b", roles={"a": {"declared_top": True}}))["tops"] == []


def test_an_undefined_role_says_who_names_it(make_graph: Make) -> None:
    """Its namers stand in reading order, in JSON and in the rows."""
    answer = cp.dead_ends(make_graph("b -> c", "a -> c", roles={"c": {"defined": False}}))
    assert answer.to_dict()["undefined"] == [{"title": "c", "named_by": ["a", "b"], "id": "c"}]
    assert [row["note"] for row in answer.rows()] == ["named by a, b"]
    assert [row["note"] for row in cp.dead_ends(make_graph(roles={"c": {"defined": False}})).rows()] == [""]


def test_rows_have_one_kind_each(make_graph: Make) -> None:
    """Every role that leads nowhere is one row with its kind."""
    roles = {"a": {}, "b": MANAGER, "c": {"states_moves": False}}
    rows = list(cp.dead_ends(make_graph(roles=roles)).rows())
    assert [(row["title"], row["kind"]) for row in rows] == [("a", "dead end"), ("b", "top"), ("c", "not stated")]
    assert all(tuple(row) == cp.dead_ends(make_graph()).columns for row in rows)


def test_a_dead_end_reaches_nothing(make_graph: Make) -> None:
    """The law: whatever is listed as an end has nothing within reach."""
    graph = make_graph("a -> b", "b -> c", "a -> d")
    assert all(not cp.reach(graph, title).within for title in ends(graph)["dead_ends"])


letters = st.sampled_from("abcdef")
pairs = st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1])
kinds_of_role = st.fixed_dictionaries(
    {
        "defined": st.booleans(),
        "states_moves": st.booleans(),
        "declared_top": st.booleans(),
        "track": st.sampled_from([None, "managerial", "professional"]),
        "level_order": st.sampled_from([None, 1, 2]),
        "job_function": st.sampled_from([None, "Imaging", "IMAGING", "Finance"]),
    }
)


@given(moves=st.lists(pairs, unique=True, max_size=10), roles=st.dictionaries(letters, kinds_of_role, max_size=6))
def test_every_role_that_leads_nowhere_stands_under_exactly_one_heading(
    make_graph: Make, moves: list[tuple[str, str]], roles: dict[str, dict[str, Any]]
) -> None:
    """The law: four headings part the roles without a next role, and only those; an undefined one is no dead end."""
    graph = make_graph(*(f"{start} -> {end}" for start, end in moves), roles=roles)
    found = ends(graph)
    listed = [title for heading in found.values() for title in heading]
    assert sorted(listed) == sorted(role for role in graph if not graph.out_degree(role))
    assert len(set(listed)) == len(listed)
    undefined = {role for role in listed if not graph.nodes[role]["defined"]}
    assert set(found["undefined"]) == undefined
    assert all(heading == sorted(heading) for heading in found.values())
    assert all(not cp.reach(graph, role).within for role in listed)


@pytest.mark.parametrize(
    ("function", "other", "tops"),
    [
        ("Imaging", "IMAGING", ["b"]),
        ("Imaging", "Finance", ["a", "b"]),
        (None, None, ["b"]),
        (None, "Finance", ["a", "b"]),
    ],
)
def test_functions_are_compared_as_people_write_them(
    make_graph: Make, function: str | None, other: str | None, tops: list[str]
) -> None:
    """The highest manager is sought in one function, whatever its case; managers without one are together."""
    roles = {
        "a": {**MANAGER, "level_order": 1, "job_function": function},
        "b": {**MANAGER, "level_order": 2, "job_function": other},
    }
    assert ends(make_graph(roles=roles))["tops"] == tops


def test_two_highest_managers_are_two_tops(make_graph: Make) -> None:
    """Managers of one level in one function are equally high."""
    roles = {role: {**MANAGER, "level_order": 2} for role in "ab"}
    assert ends(make_graph(roles=roles))["tops"] == ["a", "b"]


def test_an_undefined_manager_hides_no_top(make_graph: Make) -> None:
    """A higher manager who is only named does not count as loaded; one who leads on does."""
    roles = {
        "a": {**MANAGER, "level_order": 2},
        "b": {**MANAGER, "level_order": 3, "defined": False},
    }
    assert ends(make_graph(roles=roles))["tops"] == ["a"]
    roles["b"]["defined"] = True
    assert ends(make_graph("b -> c", roles=roles))["dead_ends"] == ["a", "c"]


def test_json_shape(make_graph: Make) -> None:
    """The shape that other programs rely on, key by key."""
    shape = cp.dead_ends(make_graph("a -> b", "a -> c", roles={"c": {"defined": False}})).to_dict()
    assert list(shape) == ["schema", "dead_ends", "undefined", "tops", "not_stated"]
    assert shape["dead_ends"] == [
        {"title": "b", "job_code": "X1", "level": "Level 1", "reason": "names no next role", "id": "b"}
    ]
    assert shape["undefined"] == [{"title": "c", "named_by": ["a"], "id": "c"}]


def test_ends_of_a_selection_are_told_by_the_whole_graph(make_graph: Make) -> None:
    """Only the roles selected are listed; which manager is the highest is decided among all."""
    manager = {"track": "managerial", "category": "Managerial"}
    roles = {"b": {**manager, "level_order": 1}, "c": {**manager, "level_order": 2}, "d": {}}
    graph = make_graph("a -> b", "a -> c", "a -> d", roles=roles)
    found = cp.dead_ends(graph, "title:b or title:a")
    assert [end.role.id for end in found.dead_ends] == ["b"]
    assert (found.tops, found.undefined, found.not_stated) == ((), (), ())
    assert [end.role.id for end in cp.dead_ends(graph).dead_ends] == ["b", "d"]
