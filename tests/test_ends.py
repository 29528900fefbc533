"""Where ladders end: dead ends, tops, roles that are only named, documents that state no moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

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
