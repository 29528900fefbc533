"""What answers are made of; the JSON shapes key by key; the questions of employees on the one real ladder."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import careerpaths as cp
from careerpaths.change import Change
from careerpaths.formats import graph_json
from careerpaths.queries.answers import cited, role_ref, step, told

Make = Callable[..., "nx.DiGraph[str]"]
NODE = {
    "id": str,
    "title": str,
    "job_code": str,
    "level": str,
    "category": str,
    "job_function": str,
    "job_family": str,
    "personnel_program": str,
    "flsa": str,
    "defined": bool,
}
SOURCE = {"document": str, "row": str, "column": str, "text": str, "line": int, "page": int, "sheet": int}
MEASURES = dict.fromkeys(
    ("moves", "functions", "tracks", "requirements", "certificates", "overtime", "programs", "leading", "unknown"), int
)
COUNTS = dict.fromkeys(("new", "changed", "rewritten", "rises", "falls", "same", "gone"), int)
DEMAND = {"asked": int, "stated": int, "requirements": COUNTS, "duties": COUNTS, "knowledge": COUNTS}
CHANGE = {
    "attribute": str,
    "before": str,
    "after": str,
    "note": str,
    "group": str,
    "turn": str,
    "words": [{"mark": str, "text": str}],
    "sources": [SOURCE],
}
STEP = {
    "kind": str,
    "kind_basis": str,
    "direction": str,
    "sources": [SOURCE],
    "changes": [CHANGE],
    "measures": MEASURES,
    "demand": DEMAND,
}
ROLE = {
    "tracking_code": str,
    "aliases": [str],
    "scope": str,
    "requirements": [{"label": str, "text": str}],
    "extras": [{"label": str, "text": str}],
    "states_moves": bool,
    "documents": [str],
}
ATTRIBUTE = {"label": str, "text": str, "source": SOURCE}
JOINED = {**NODE, **STEP}
FULL_STEP = {"from": str, "to": str, **STEP}
ROUTE = {
    "moves": int,
    "roles": [str],
    "role_ids": [str],
    "why": str,
    "measures": MEASURES,
    "beaten": bool,
    "grade": [str],
    "asks_most": int,
    "steps": [FULL_STEP],
}
GAPS = {
    "cause": str,
    "reached": [str],
    "feeders": [str],
    "missing": [[{"from": str, "from_id": str, "to": str, "to_id": str, "note": str}]],
    "instead": [str],
    "open_ends": [{"title": str, "id": str, "job_function": str, "track": str, "cause": str}],
    "silent": [str],
}
BLOCKED = {"conditions": [{"option": str, "value": str}], "moves": int}
ROUTES = {
    "schema": int,
    "from": NODE,
    "to": NODE,
    "prefer": str,
    "via": [str],
    "avoid": [str],
    "routes": [ROUTE],
    "cut": bool,
    "total": int,
    "explanation": str,
    "blocked": [BLOCKED],
    "gaps": GAPS,
}
COMPARED = {"group": str, "label": str, "texts": [str], "same": bool, "changes": [CHANGE]}
WITHIN = {"moves": int, "roles": [str], "role_ids": [str]}
REACH: dict[str, Any] = {
    "schema": int,
    "role": NODE,
    "direction": str,
    "select": str,
    "avoid": [str],
    "max_moves": int,
    "within": [WITHIN],
    "farthest": [str],
    "beyond": WITHIN,
}
DEAD_END = {"title": str, "job_code": str, "level": str, "reason": str, "id": str}
SHAPES: dict[str, tuple[Callable[[nx.DiGraph[str], cp.Catalogue], Any], Any]] = {
    "roles": (lambda graph, _: cp.roles(graph), [NODE]),
    "roles --full": (
        lambda graph, catalogue: cp.roles(graph, full=True, catalogue=catalogue),
        [{**NODE, "attributes": [ATTRIBUTE]}],
    ),
    "show": (
        lambda graph, _: cp.role(graph, "Spec 4"),
        {"schema": int, **NODE, **ROLE, "next": [JOINED], "feeders": [JOINED], "note": str},
    ),
    "show --full": (
        lambda graph, catalogue: cp.role(graph, "Spec 4", full=True, catalogue=catalogue),
        {"schema": int, **NODE, **ROLE, "next": [JOINED], "feeders": [JOINED], "note": str, "attributes": [ATTRIBUTE]},
    ),
    "next": (
        lambda graph, _: cp.next_roles(graph, "Spec 4"),
        {"schema": int, "role": NODE, "states_moves": bool, "next": [JOINED]},
    ),
    "route": (
        lambda graph, _: cp.routes(graph, "Spec 2", "Mgr 1"),
        ROUTES,
    ),
    "route --details": (
        lambda graph, catalogue: cp.routes(graph, "Spec 2", "Mgr 1", catalogue=catalogue),
        ROUTES,
    ),
    "compare": (
        lambda graph, catalogue: cp.compare(graph, "Imaging Spec 3", "Spec 4", "Imaging Supv 2", catalogue=catalogue),
        {
            "schema": int,
            "roles": [NODE],
            "leads_to": [int],
            "reaches": [int],
            "moves": [FULL_STEP],
            "rows": [COMPARED],
            "note": str,
        },
    ),
    "choke-points": (
        lambda graph, _: cp.choke_points(graph, "Spec 2", "Mgr 1"),
        {"schema": int, "role": NODE, "to": NODE, "choke_points": [dict], "explanation": str},
    ),
    "find": (
        lambda graph, catalogue: cp.find(graph, "certification", catalogue=catalogue),
        {"schema": int, "text": str, "roles": [dict], "note": str},
    ),
    "no route": (
        lambda graph, _: cp.routes(graph, "Clin Imaging IT Mgr 1", "Spec 2"),
        ROUTES,
    ),
    "reach": (
        lambda graph, _: cp.reach(graph, "Spec 2"),
        REACH,
    ),
    "reach --to": (
        lambda graph, _: cp.reach(graph, "Spec 2", to=True),
        REACH,
    ),
    "dead-ends": (
        lambda graph, _: cp.dead_ends(graph),
        {
            "schema": int,
            "dead_ends": [DEAD_END],
            "undefined": [{"title": str, "named_by": [str], "id": str}],
            "tops": [str],
            "not_stated": [str],
        },
    ),
    "problems": (
        lambda _, catalogue: cp.problems(catalogue),
        {"schema": int, "problems": [{"severity": str, "document": str, "place": str, "message": str}]},
    ),
}


@pytest.fixture(scope="module")
def catalogue() -> cp.Catalogue:
    """The sample standards."""
    return cp.load()


@pytest.fixture(scope="module")
def graph(catalogue: cp.Catalogue) -> nx.DiGraph[str]:
    """Their graph."""
    return cp.build_graph(catalogue)


def mismatches(value: Any, shape: Any, place: str = "") -> list[str]:
    """Where a JSON value is not of a shape: a key missing or too many, or another type; null stands for any text."""
    if isinstance(shape, dict) and value is not None:
        if not isinstance(value, dict) or list(value) != list(shape):
            return [f"{place}: keys {list(value)}"]
        return [one for key in shape for one in mismatches(value[key], shape[key], f"{place}.{key}")]
    if isinstance(shape, list) and value is not None:
        return [one for number, each in enumerate(value) for one in mismatches(each, shape[0], f"{place}[{number}]")]
    return [] if value is None or type(value) is shape or shape == [dict] else [f"{place}: {value!r}"]


@pytest.mark.parametrize("name", SHAPES)
def test_json_shape(graph: nx.DiGraph[str], catalogue: cp.Catalogue, name: str) -> None:
    """Every key of every object, in its order, with its type, `null` where nothing is stated."""
    ask, shape = SHAPES[name]
    value = json.loads(json.dumps(ask(graph, catalogue).to_dict()))
    assert mismatches(value, shape) == []
    if isinstance(value, dict):
        assert value["schema"] == 1


@pytest.mark.parametrize("name", SHAPES)
def test_answers_are_frozen_values(graph: nx.DiGraph[str], catalogue: cp.Catalogue, name: str) -> None:
    """An answer cannot be changed, compares by what it holds, and its rows have its columns."""
    ask, _ = SHAPES[name]
    answer = ask(graph, catalogue)
    assert answer.__dataclass_params__.frozen
    with pytest.raises((FrozenInstanceError, AttributeError)):
        setattr(answer, fields(answer)[0].name, "changed")
    assert answer == ask(graph, catalogue)
    assert all(tuple(row) == answer.columns for row in answer.rows())
    assert all(isinstance(cell, str | int | bool | None) for row in answer.rows() for cell in row.values())


def test_the_shape_of_the_export(graph: nx.DiGraph[str]) -> None:
    """Node-link with `edges`; a node has at least the keys of a node, an edge kind, basis and sources."""
    data = json.loads(graph_json(graph))
    assert list(data) == ["schema", "directed", "multigraph", "graph", "nodes", "edges"]
    assert (data["schema"], data["directed"], data["multigraph"]) == (1, True, False)
    assert all(set(NODE) <= set(node) for node in data["nodes"])
    assert all(
        {"source", "target", "kind", "kind_basis", "direction", "sources"} <= set(edge) for edge in data["edges"]
    )
    assert all(mismatches(source, SOURCE) == [] for edge in data["edges"] for source in edge["sources"])
    ids = {node["id"] for node in data["nodes"]}
    assert {edge[end] for edge in data["edges"] for end in ("source", "target")} <= ids
    of_set = ["organisation", "edition", "contact", "documents", "problems", "notes", "superseded"]
    assert list(data["graph"]) == [*of_set, "undecided", "sample", "selectors", "scales"]


def test_roles_of_an_answer_are_nodes(make_graph: Make) -> None:
    """A role in an answer has the attributes of its node and its id."""
    graph = make_graph("a -> b", roles={"b": {"title": "B", "defined": False, "level": None}})
    shape = role_ref(graph, "b").to_dict()
    assert shape.pop("id") == "b"
    assert shape == {key: graph.nodes["b"][key] for key in shape}
    assert shape["defined"] is False


def test_a_step_says_both_kind_and_direction(make_graph: Make) -> None:
    """Another function at the same level is told by both; the evidence is the edge's own."""
    graph = make_graph("a -> b", kinds={"a -> b": "cross-function"})
    graph.edges["a", "b"]["direction"] = "same"
    shape = step(graph, "a", "b").to_dict()
    assert (shape["kind"], shape["direction"], shape["kind_basis"]) == ("cross-function", "same", "standard")
    assert shape["sources"] == graph.edges["a", "b"]["sources"]
    assert shape["sources"][0] is not graph.edges["a", "b"]["sources"][0]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ({"document": "x.txt", "row": "Career Path 1", "column": "Entry"}, "x.txt, Career Path 1, Entry"),
        ({"document": "x.txt", "row": "Category", "column": None}, "x.txt, Category"),
        ({"document": "x.txt", "row": None, "column": None}, "x.txt"),
        ({"document": "x.xlsx", "row": 7, "column": "Next role"}, "x.xlsx, 7, Next role"),
    ],
)
def test_a_source_is_cited_by_document_row_and_column(source: dict[str, Any], text: str) -> None:
    """What a place does not have is left out."""
    assert cited(source) == text


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("Entry", "Expert", "level: Entry -> Expert"),
        (None, "Expert", "level: not stated -> Expert"),
        ("Entry", None, "level: Entry -> not stated"),
    ],
)
def test_a_change_is_told_in_one_flat_text(before: str | None, after: str | None, text: str) -> None:
    """For tables: what, before and after."""
    assert told(Change(attribute="level", before=before, after=after, note="")) == text


@pytest.fixture
def ladder(real_standard: Path) -> nx.DiGraph[str]:
    """The graph of the real ladder alone."""
    return cp.build_graph(cp.load(real_standard))


def short(title: str) -> str:
    """A title without the words that all share."""
    return title.removeprefix("Clin Imaging IT ")


def routes_as_text(graph: nx.DiGraph[str], start: str, end: str) -> list[str]:
    """The routes as short titles."""
    return [" > ".join(map(short, route.titles)) for route in cp.routes(graph, start, end).routes]


def test_question_1_how_do_i_get_from_spec_2_to_mgr_1(ladder: nx.DiGraph[str]) -> None:
    """By way of 3 and 4 in three moves, or also by way of 5 in four; said in a sentence."""
    assert routes_as_text(ladder, "Spec 2", "Mgr 1") == [
        "Spec 2 > Spec 3 > Spec 4 > Mgr 1",
        "Spec 2 > Spec 3 > Spec 4 > Spec 5 > Mgr 1",
    ]
    assert cp.routes(ladder, "Spec 2", "Mgr 1").explanation == (
        "From Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1: 3 moves at the fewest; 2 routes are listed. "
        "What Clin Imaging IT Mgr 1 asks is not stated: standard not loaded."
    )


def test_question_2_what_does_my_next_step_ask(ladder: nx.DiGraph[str]) -> None:
    """From Spec 2 to Spec 3, where overtime ends; nothing else of what is compared changes."""
    (step_on,) = cp.next_roles(ladder, "Spec 2").next
    assert short(step_on.end.title) == "Spec 3"
    assert [(one.attribute, one.after) for one in step_on.changes] == [("level", "Experienced"), ("flsa", "Exempt")]


def test_question_3_can_i_become_a_manager_without_being_expert_first(ladder: nx.DiGraph[str]) -> None:
    """Yes, from Spec 4: the role at level Expert is on no part of the best route."""
    best = cp.routes(ladder, "Spec 1", "Mgr 1").routes[0]
    assert "Expert" not in [ladder.nodes[role]["level"] for role in best.roles]
    assert short(best.titles[-2]) == "Spec 4"


def test_question_5_what_can_i_reach_in_two_moves(ladder: nx.DiGraph[str]) -> None:
    """From Spec 3: Spec 4; then Spec 5, Supv 2, Mgr 1."""
    answer = cp.reach(ladder, "Spec 3", max_moves=2)
    assert [[short(role.title) for role in ring.roles] for ring in answer.within] == [
        ["Spec 4"],
        ["Spec 5", "Supv 2", "Mgr 1"],
    ]


def test_question_6_what_is_the_highest_role_i_can_reach(ladder: nx.DiGraph[str]) -> None:
    """Mgr 2, the last of the farthest ring, four moves from Spec 2; where it leads is not known."""
    farthest = cp.reach(ladder, "Spec 2").within[-1]
    assert (farthest.moves, [short(role.title) for role in farthest.roles]) == (4, ["Mgr 2"])
    assert not farthest.roles[-1].defined


def test_question_7_which_roles_lead_to_mgr_1(ladder: nx.DiGraph[str]) -> None:
    """Spec 4 and Spec 5."""
    assert [short(one.start.title) for one in cp.role(ladder, "Mgr 1").feeders] == ["Spec 4", "Spec 5"]


def test_question_8_is_supv_2_a_dead_end(ladder: nx.DiGraph[str]) -> None:
    """Not known: no loaded standard defines it; it is named by Spec 4."""
    answer = cp.dead_ends(ladder)
    assert answer.dead_ends == ()
    named_by = {short(one.role.title): [short(namer.title) for namer in one.named_by] for one in answer.undefined}
    assert named_by["Supv 2"] == ["Spec 4"]
    assert "what it asks and where it leads is not known" in cp.routes(ladder, "Supv 2", "Mgr 2").explanation


@pytest.mark.parametrize(
    ("attribute", "at", "before", "after"),
    [("flsa", "Spec 3", "Non-Exempt", "Exempt"), ("personnel_program", "Spec 4", "PSS", "MSP")],
)
def test_questions_9_and_10_when_something_changes(
    ladder: nx.DiGraph[str], attribute: str, at: str, before: str, after: str
) -> None:
    """Overtime ends on the move to Spec 3, the personnel program changes on the move to Spec 4, and nowhere else."""
    steps = cp.routes(ladder, "Spec 1", "Spec 5").routes[0].steps
    found = [
        (short(one.end.title), change.before, change.after)
        for one in steps
        for change in one.changes
        if change.attribute == attribute
    ]
    assert found == [(at, before, after)]


def test_question_16_is_spec_5_to_mgr_1_a_promotion(ladder: nx.DiGraph[str]) -> None:
    """It is a change of track; that is read from the title, and said to be."""
    one = next(one for one in cp.next_roles(ladder, "Spec 5").next if short(one.end.title) == "Mgr 1")
    assert (one.kind, one.kind_basis, one.direction) == ("change-of-track", "title", None)


@pytest.mark.parametrize("name", ["Mgr 1", "Mgr 2", "Supv 2"])
def test_question_19_can_i_come_back_after_managing(ladder: nx.DiGraph[str], name: str) -> None:
    """No move back is stated; the answer says that none is stated, not that there is none."""
    answer = cp.routes(ladder, name, "Spec 4")
    assert answer.routes == ()
    assert "is stated in the standards loaded here" in answer.explanation
    assert "is not known" in answer.explanation


def test_question_20_which_role_is_code_6043(ladder: nx.DiGraph[str]) -> None:
    """Clin Imaging IT Spec 4."""
    assert cp.role(ladder, "6043").role.title == "Clin Imaging IT Spec 4"


def test_question_21_does_every_route_pass_one_role(ladder: nx.DiGraph[str]) -> None:
    """Everything beyond Spec 3 goes through Spec 4: without it nothing but Spec 4 itself is reached from Spec 3."""
    without = ladder.subgraph(role for role in ladder if role != cp.role_id(ladder, "Spec 4"))
    assert cp.reach(without, "Spec 3").within == ()


def test_question_23_why_does_the_map_say_that_i_can_move_there(ladder: nx.DiGraph[str], real_standard: Path) -> None:
    """Document, row, column, line and the quoted cell, which is found again in the document."""
    lines = real_standard.read_text(encoding="utf-8-sig").splitlines()
    for one in cp.routes(ladder, "Spec 1", "Mgr 2").routes[0].steps:
        (source,) = one.sources
        assert (source["document"], source["row"][:11]) == (real_standard.name, "Career Path")
        assert source["text"].split()[0] in lines[source["line"] - 1]
        assert lines[source["line"] - 1].startswith(source["row"])
        assert short(one.end.title) in source["text"]
