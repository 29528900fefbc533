"""What a step changes: attributes and requirements, with what it means; not stated never counts as nothing asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

import careerpaths as cp

Make = Callable[..., "nx.DiGraph[str]"]


def found(make_graph: Make, before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    """The changes of a step between two roles that are alike but for these attributes."""
    same = {"level": "Entry"}
    graph = make_graph("a -> b", roles={"a": {**same, **before}, "b": {**same, **after}})
    return [(change.attribute, change.before, change.after) for change in cp.changes(graph, "a", "b")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, []),
        ({"flsa": "Non-Exempt"}, {"flsa": "Exempt"}, [("flsa", "Non-Exempt", "Exempt")]),
        ({"flsa": "Exempt"}, {"flsa": "EXEMPT"}, []),
        ({"flsa": "Exempt"}, {}, [("flsa", "Exempt", None)]),
        ({}, {"personnel_program": "MSP"}, [("personnel_program", None, "MSP")]),
        ({"requirements": []}, {"requirements": [["Cert 1", "one"]]}, [("Cert 1", None, "one")]),
        ({"requirements": [["Cert 1", "one"]]}, {"requirements": [["Cert 1", "two"]]}, [("Cert 1", "one", "two")]),
        ({"requirements": [["Cert 1", "one"]]}, {"requirements": []}, [("Cert 1", "one", None)]),
        ({"requirements": [["Cert 1", "one"]]}, {"requirements": [["Cert 1", "one"]]}, []),
    ],
)
def test_changes(
    make_graph: Make,
    before: dict[str, Any],
    after: dict[str, Any],
    expected: list[tuple[str, str | None, str | None]],
) -> None:
    """What appears, vanishes or differs is told once, by attribute or row label; case and marks make no change."""
    assert found(make_graph, before, after) == expected


def test_a_step_to_an_undefined_role_leaves_everything_stated_before_unknown(make_graph: Make) -> None:
    """Each thing stated before has no value after, with a note that says why."""
    roles = {"a": {"flsa": "Exempt", "requirements": [["Cert 1", "one"]]}, "b": {"defined": False}}
    changes = cp.changes(make_graph("a -> b", roles=roles), "a", "b")
    assert [change.attribute for change in changes] == [
        "level",
        "category",
        "job_function",
        "job_family",
        "flsa",
        "Cert 1",
    ]
    assert {change.after for change in changes} == {None}
    assert {change.note for change in changes} == {"not stated: no loaded standard defines b"}


def test_notes_say_what_a_change_means(make_graph: Make) -> None:
    """The end of overtime and another program are told as events."""
    roles = {
        "a": {"level": "Entry", "flsa": "Non-Exempt", "personnel_program": "PSS"},
        "b": {"level": "Entry", "flsa": "Exempt", "personnel_program": "MSP"},
    }
    notes = [change.note for change in cp.changes(make_graph("a -> b", roles=roles), "a", "b")]
    assert notes == [
        "the personnel program changes from PSS to MSP",
        "not eligible for overtime from here on (Exempt)",
    ]


def test_an_unknown_id_is_named(make_graph: Make) -> None:
    """A role that the graph does not have is said to be unknown."""
    with pytest.raises(cp.UnknownRole, match="no role has the id"):
        cp.changes(make_graph("a -> b"), "a", "z")
