"""The first sentence of answers that hold none: the same in text, Markdown and JSON of a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

import careerpaths as cp
from careerpaths.queries.headlines import headline, next_told, reach_told

Make = Callable[..., "nx.DiGraph[str]"]
Asked = Callable[["nx.DiGraph[str]"], Any]
ROLES: dict[str, dict[str, Any]] = {"z": {"defined": False, "title": "Clerk Mgr 1"}}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            lambda graph: cp.reach(graph, "a"),
            "3 roles can be reached from a. The farthest, in 2 moves: c and Clerk Mgr 1.",
        ),
        (lambda graph: cp.reach(graph, "a", max_moves=1), "One role can be reached from a in one move. The farthest, "),
        (lambda graph: cp.reach(graph, "c", to=True), "2 roles lead to c."),
        (lambda graph: cp.reach(graph, "a", to=True), "No loaded standard names a as a next role."),
        (lambda graph: cp.reach(graph, "a", avoid=["b"]), "No role can be reached from a "),
        (lambda graph: cp.next_roles(graph, "b"), "b names 2 next roles:"),
        (lambda graph: cp.role(graph, "c"), "c names no next role."),
        (lambda graph: cp.next_roles(graph, "Clerk Mgr 1"), "Clerk Mgr 1 is named as a next step, but not described"),
        (lambda graph: cp.compare(graph, "a", "b"), "From a to b a move is stated: "),
        (lambda graph: cp.routes(graph, "a", "b"), ""),
    ],
)
def test_what_an_answer_begins_with(make_graph: Make, asked: Asked, sentence: str) -> None:
    """How many there are, or why there are none; answers that carry their own sentences have no other."""
    graph = make_graph("a -> b", "b -> c", "b -> z", roles=ROLES)
    told = headline(asked(graph))
    assert told.startswith(sentence)
    assert bool(told) == bool(sentence)


def test_whom_to_ask(make_graph: Make) -> None:
    """Of a role that no standard describes, whom the configuration names."""
    graph = make_graph("a -> z", roles=ROLES)
    answer = cp.reach(graph, "Clerk Mgr 1")
    assert "ask HR (the desk)" in reach_told(answer, contact="the desk")
    assert "ask HR (the desk)" in next_told(answer.role, (), states_moves=True, contact="the desk")
    assert headline(answer).endswith("ask HR.")
