"""Roles as they stand: the list, one role with its neighbours, the next ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

import careerpaths as cp

Make = Callable[..., "nx.DiGraph[str]"]
NODE = [
    "id",
    "title",
    "job_code",
    "level",
    "category",
    "job_function",
    "job_family",
    "personnel_program",
    "flsa",
    "defined",
]


def test_the_list_is_bare_and_in_reading_order(make_graph: Make) -> None:
    """`roles` is a list of nodes with every key, whatever order the graph iterates in."""
    graph = make_graph("b -> a")
    shape = cp.roles(graph.subgraph(["b", "a"])).to_dict()
    assert [list(node) for node in shape] == [NODE, NODE]
    assert [node["id"] for node in shape] == ["a", "b"]
    assert [row["id"] for row in cp.roles(graph).rows()] == ["a", "b"]


def test_full_gives_every_statement_in_the_order_of_the_document(real_standard: Path) -> None:
    """With a catalogue each role has all its filled cells with their sources, header first, blank cells left out."""
    catalogue = cp.load(real_standard)
    answer = cp.roles(cp.build_graph(catalogue), full=True, catalogue=catalogue)
    first = answer.to_dict()[0]["attributes"]
    assert [one["label"] for one in first[:6]] == [
        "Job Family",
        "Job Summary",
        "Job Function",
        "Category",
        "Job Level",
        "Job Title",
    ]
    assert first[-1]["label"] == "Career Path 1"
    assert all(one["text"] for one in first)
    assert first[5]["source"]["row"] == "Job Title"
    rows = list(answer.rows())
    assert len(rows) == sum(len(one["attributes"]) for one in answer.to_dict())
    assert all(tuple(row) == answer.columns for row in rows)


def test_without_a_catalogue_the_answer_says_that_texts_were_not_given(make_graph: Make) -> None:
    """Nothing is left out in silence."""
    graph = make_graph("a -> b")
    assert (
        cp.roles(graph, full=True).note
        == cp.role(graph, "a", full=True).note
        == "texts were not given: pass the catalogue"
    )
    assert cp.roles(graph).note is None
    assert "attributes" not in cp.role(graph, "a", full=True).to_dict()


def test_a_role_comes_with_its_next_roles_and_feeders(make_graph: Make) -> None:
    """Neighbours are nodes with the move that joins them."""
    shape = cp.role(make_graph("a -> b", "b -> c"), "b").to_dict()
    assert list(shape)[: len(NODE) + 1] == ["schema", *NODE]
    assert [(one["id"], one["kind"]) for one in shape["next"]] == [("c", "promotion")]
    assert [one["id"] for one in shape["feeders"]] == ["a"]
    assert {"sources", "changes", "direction", "kind_basis"} <= set(shape["next"][0])


def test_rows_of_a_role_are_its_moves_or_its_statements(make_graph: Make, real_standard: Path) -> None:
    """One row for each step to or from it; with texts, one for each statement."""
    answer = cp.role(make_graph("a -> b", "b -> c"), "b")
    assert [(row["relation"], row["from"], row["to"]) for row in answer.rows()] == [
        ("next", "b", "c"),
        ("feeder", "a", "b"),
    ]
    assert all(tuple(row) == answer.columns for row in answer.rows())
    catalogue = cp.load(real_standard)
    full = cp.role(cp.build_graph(catalogue), "8798", full=True, catalogue=catalogue)
    assert {row["id"] for row in full.rows()} == {"clin-imaging-it-spec-2-8798"}
    assert all(tuple(row) == full.columns for row in full.rows())
    assert full.to_dict()["attributes"][0]["text"] == "Information Technology"


def test_next_roles(make_graph: Make) -> None:
    """The next roles of one role, and whether its document states any."""
    graph = make_graph("a -> b", "a -> c", roles={"c": {"states_moves": False}})
    assert [one["id"] for one in cp.next_roles(graph, "a").to_dict()["next"]] == ["b", "c"]
    assert [row["to"] for row in cp.next_roles(graph, "a").rows()] == ["b", "c"]
    assert cp.next_roles(graph, "a").columns[0] == "from"
    assert cp.next_roles(graph, "c").to_dict()["states_moves"] is False


def test_neighbours_stand_in_reading_order(make_graph: Make) -> None:
    """By rank, whatever the order of the moves; a role that is only named among them."""
    graph = make_graph(
        "a -> d", "a -> b", "a -> c", "d -> b", "c -> b", roles={"c": {"defined": False}, "d": {"rank": 0}}
    )
    assert [one.end.id for one in cp.role(graph, "a").next] == ["d", "b", "c"]
    assert [one.start.id for one in cp.role(graph, "b").feeders] == ["a", "d", "c"]
    assert [one.end.id for one in cp.next_roles(graph, "a").next] == ["d", "b", "c"]


def test_an_undefined_role_has_feeders_and_nothing_stated(make_graph: Make, real_standard: Path) -> None:
    """What is known of it is who names it; all else is null, with texts asked for as well."""
    graph = make_graph(
        "a -> b", roles={"b": {"defined": False, "states_moves": False, "job_code": None, "level": None}}
    )
    shape = cp.role(graph, "b").to_dict()
    assert (shape["defined"], shape["job_code"], shape["next"]) == (False, None, [])
    assert [one["id"] for one in shape["feeders"]] == ["a"]
    catalogue = cp.load(real_standard)
    full = cp.role(cp.build_graph(catalogue), "Clin Imaging IT Mgr 2", full=True, catalogue=catalogue)
    assert full.to_dict()["attributes"] == []
    assert list(full.rows()) == []


def test_facts_of_a_role(make_graph: Make) -> None:
    """Tracking code, spellings, scope, requirements and documents stand beside the node."""
    facts = {
        "tracking_code": "A1",
        "aliases": ["Aa"],
        "scope": "Does it.",
        "requirements": [["Cert 1", "one"]],
        "documents": ["x.txt", "y.txt"],
    }
    shape = cp.role(make_graph(roles={"a": facts}), "a").to_dict()
    assert {key: shape[key] for key in facts} == facts | {"requirements": [{"label": "Cert 1", "text": "one"}]}


def test_full_loads_no_text_that_was_not_asked_for(real_standard: Path) -> None:
    """With a catalogue but without `full` the answer is the short one."""
    catalogue = cp.load(real_standard)
    graph = cp.build_graph(catalogue)
    assert cp.roles(graph, catalogue=catalogue) == cp.roles(graph)
    short = cp.role(graph, "Spec 2", catalogue=catalogue)
    assert (short.attributes, short.columns) == (None, cp.role(graph, "Spec 2").columns)


def test_full_holds_for_a_part_of_the_graph(real_standard: Path) -> None:
    """A subgraph with its catalogue gives the texts of its own roles."""
    catalogue = cp.load(real_standard)
    graph = cp.build_graph(catalogue)
    part = graph.subgraph(cp.routes(graph, "Spec 2", "Mgr 1").routes[0].roles)
    shape = cp.roles(part, full=True, catalogue=catalogue).to_dict()
    assert [len(one["attributes"]) > 0 for one in shape] == [True, True, True, False]


@pytest.mark.parametrize("ask", [cp.role, cp.next_roles, cp.reach])
def test_a_name_may_be_title_code_id_or_short_form(make_graph: Make, ask: Callable[..., object]) -> None:
    """All questions about one role resolve its name alike."""
    graph = make_graph("a-1 -> b-2", roles={"a-1": {"title": "Clerk 1", "job_code": "77"}, "b-2": {"title": "Lead 2"}})
    assert len({repr(ask(graph, name)) for name in ("Clerk 1", "77", "a-1", "clerk", "CLERK I", "clrek 1")}) == 1
    with pytest.raises(cp.UnknownRole):
        ask(graph, "Clerk 2")


def test_no_roles_is_an_empty_list(make_graph: Make) -> None:
    """A graph without roles is listed as such."""
    assert cp.roles(make_graph()).to_dict() == []
    assert list(cp.roles(make_graph()).rows()) == []
