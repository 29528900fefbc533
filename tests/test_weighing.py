"""What a move counts for: one whole number for each measure, from the attributes of both ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

import careerpaths as cp
from careerpaths.graph import measures_of
from careerpaths.weighing import MEASURES, comes_to_lead, required, weigh

Make = Callable[..., "nx.DiGraph[str]"]


def measures(
    make_graph: Make, before: dict[str, Any], after: dict[str, Any], kind: str = "promotion"
) -> dict[str, int]:
    """The measures that are not nothing, of the step between two roles alike but for these attributes."""
    graph = make_graph("a -> b", roles={"a": before, "b": after}, kinds={"a -> b": kind})
    found = dict(zip(MEASURES, measures_of(graph, "a", "b"), strict=True))
    assert found.pop("moves") == 1
    return {name: count for name, count in found.items() if count}


ONE = {"requirements": [["Cert 1", "one"]], "requirement_kinds": ["certificate"]}
DEGREE = {"requirements": [["Education 1", "A bachelor's degree."]], "requirement_kinds": ["education"]}
HIGHER = {"requirements": [["Education 1", "A master's degree."]], "requirement_kinds": ["education"]}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, {}),
        ({}, ONE, {"requirements": 1, "certificates": 1}),
        (ONE, {}, {}),
        (ONE, ONE, {}),
        (ONE, {**ONE, "requirements": [["Cert 2", "ONE."]]}, {}),
        (ONE, {**ONE, "requirements": [["Cert 1", "two"]]}, {"requirements": 1, "certificates": 1}),
        (DEGREE, HIGHER, {"requirements": 1}),
        (HIGHER, DEGREE, {}),
        ({"flsa": "Non-Exempt"}, {"flsa": "Exempt"}, {"overtime": 1}),
        ({"flsa": "NE"}, {"flsa": "E"}, {"overtime": 1}),
        ({"flsa": "Exempt"}, {"flsa": "Non-Exempt"}, {}),
        ({"flsa": "Non-Exempt"}, {"flsa": None}, {"unknown": 1}),
        ({"flsa": None}, {"flsa": None}, {}),
        ({"flsa": None}, {"flsa": "Non-Exempt"}, {}),
        ({"flsa": "Non-Exempt"}, {"flsa": "Varies"}, {}),
        ({"personnel_program": "PSS"}, {"personnel_program": "MSP"}, {"programs": 1}),
        ({"personnel_program": "PSS"}, {"personnel_program": "pss"}, {}),
        ({"personnel_program": "PSS"}, {"personnel_program": None}, {"unknown": 1}),
        ({}, {"track": "managerial"}, {"tracks": 1, "leading": 1}),
        ({"track": "managerial"}, {"track": "managerial"}, {"leading": 1}),
        ({"track": "supervisory"}, {"track": "professional"}, {"tracks": 1}),
        ({"track": "operational"}, {"track": "professional"}, {"tracks": 1}),
        ({}, {"track": None}, {}),
        ({}, {"defined": False, "track": None}, {"unknown": 1}),
        ({}, {"asks_stated": False}, {"unknown": 1}),
        ({"asks_stated": False}, ONE, {"unknown": 1}),
    ],
)
def test_measures(make_graph: Make, before: dict[str, Any], after: dict[str, Any], expected: dict[str, int]) -> None:
    """What is asked newly or ends counts; what is not stated counts as a step that is not known."""
    assert measures(make_graph, before, after) == expected


@pytest.mark.parametrize(
    ("before", "kind", "after", "expected"),
    [
        ("professional", "unknown", {"title": "Imaging Mgr 1"}, True),
        ("professional", "promotion", {"title": "Imaging Spec 5"}, False),
        ("managerial", "promotion", {"title": "Imaging Mgr 2"}, True),
        ("professional", "promotion", {"title": "Imaging Spec 5", "category": "Supervisor"}, True),
        ("professional", "promotion", {"title": "Imaging Mgr 1", "category": "Professional"}, False),
        ("professional", "change-of-track", {"title": "Imaging Leiter 1"}, True),
        ("operational", "change-of-track", {"title": "Imaging Leiter 1"}, None),
        ("managerial", "change-of-track", {"title": "Imaging Leiter 1"}, None),
        ("managerial", "promotion", {"title": "Imaging Leiter 2"}, True),
        ("professional", "unknown", {"title": "Imaging Spec 5"}, None),
    ],
)
def test_who_leads_people_where_no_standard_says_so(
    make_graph: Make, before: str, kind: str, after: dict[str, Any], expected: object
) -> None:
    """An overlay's category tells it, else the title, else the kind of the move; what nothing tells counts nothing."""
    other = {"defined": False, "category": None, "track": None, **after}
    graph = make_graph("a -> b", roles={"a": {"track": before}, "b": other}, kinds={"a -> b": kind})
    assert comes_to_lead(graph.nodes["a"], graph.nodes["b"], kind) is expected
    assert measures_of(graph, "a", "b")[MEASURES.index("leading")] == int(expected is True)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("promotion", {}), ("cross-function", {"functions": 1}), ("change-of-track", {"tracks": 1}), ("unknown", {})],
)
def test_kinds_count(make_graph: Make, kind: str, expected: dict[str, int]) -> None:
    """The kind of the move tells a change of function and of track."""
    assert measures(make_graph, {}, {}, kind) == expected


def test_the_graph_carries_what_would_be_reckoned() -> None:
    """The measures on each edge of the sample standards are those of its ends."""
    graph = cp.build_graph(cp.load())
    for start, end, move in graph.edges(data=True):
        assert tuple(move["measures"]) == weigh(graph.nodes[start], graph.nodes[end], move["kind"])
    assert len({tuple(move["measures"]) for _, _, move in graph.edges(data=True)}) > 5


def test_requirements_pair_by_text_before_label(make_graph: Make) -> None:
    """One that only moved to another row is no new one; what is left goes by label; then what is gone."""
    before = {"requirements": [["Cert 1", "one"], ["Cert 2", "two"], ["Cert 3", "three"]]}
    after = {"requirements": [["Cert 1", "two"], ["Cert 2", "other"]]}
    kinds = {"requirement_kinds": ["certificate"] * 3}
    graph = make_graph("a -> b", roles={"a": {**before, **kinds}, "b": {**after, **kinds}})
    assert required(graph.nodes["a"], graph.nodes["b"]) == [
        ("Cert 1", "two", "two", "certificate"),
        ("Cert 2", None, "other", "certificate"),
        ("Cert 1", "one", None, "certificate"),
        ("Cert 3", "three", None, "certificate"),
    ]
