"""What is said first of routes that were chosen by a preference: whether any of them gives what was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

import careerpaths as cp

Make = Callable[..., "nx.DiGraph[str]"]
ELIGIBLE, EXEMPT = {"flsa": "Non-Exempt"}, {"flsa": "Exempt"}
LEADER = {"track": "managerial"}
TWO_WAYS = ("a -> b", "b -> d", "a -> c", "c -> d")
"""Two routes of two moves, by way of b and of c."""


def said(make_graph: Make, prefer: str, roles: dict[str, Any], *moves: str) -> str:
    """What stands behind how many routes there are."""
    answer = cp.routes(make_graph(*(moves or TWO_WAYS), roles=roles), "a", "d", prefer=prefer)
    assert answer.routes
    return answer.explanation.partition(" listed. ")[2]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (
            {"a": ELIGIBLE, "b": ELIGIBLE, "c": ELIGIBLE, "d": EXEMPT},
            "Every route listed ends eligibility for overtime, on the move to d.",
        ),
        (
            {"a": ELIGIBLE, "b": ELIGIBLE, "c": EXEMPT, "d": EXEMPT},
            (
                "Every route listed ends eligibility for overtime: at the latest on the move to d (move 2 of route 1), "
                "at the earliest on the move to c (move 1 of route 2)."
            ),
        ),
        (
            {"a": ELIGIBLE, "b": ELIGIBLE, "c": EXEMPT, "d": ELIGIBLE},
            "On route 1 no move is stated to end eligibility for overtime.",
        ),
        (
            {"a": ELIGIBLE, "b": {"flsa": None}, "c": {"flsa": "Varies"}, "d": ELIGIBLE},
            (
                "On routes 1 and 2 no move is stated to end eligibility for overtime. Whether c and b are eligible is "
                "not stated."
            ),
        ),
        ({"a": EXEMPT, "b": EXEMPT, "c": ELIGIBLE}, "As a you are not eligible for overtime to begin with."),
        ({"a": {"flsa": None}, "b": EXEMPT, "c": EXEMPT, "d": ELIGIBLE}, "Every route listed ends eligibility"),
        (
            {"a": ELIGIBLE, "b": {"flsa": None}, "c": {"flsa": None}, "d": EXEMPT},
            ("Every route listed ends eligibility for overtime between a and d; on which of the moves is not stated."),
        ),
        (
            {"a": ELIGIBLE, "b": {"flsa": None}, "c": ELIGIBLE, "d": EXEMPT},
            (
                "Every route listed ends eligibility for overtime, on the move to d. Whether b is eligible is not "
                "stated."
            ),
        ),
    ],
    ids=["on one move", "on several", "on one route", "not stated", "before", "start not stated", "since", "on one"],
)
def test_overtime(make_graph: Make, roles: dict[str, Any], expected: str) -> None:
    """Where it ends on every route, at the latest and at the earliest; where it stays, as far as is stated."""
    distinct = {"b": {"requirements": [["Cert 1", "one"]], "requirement_kinds": ["certificate"]}}
    roles = {role: {**distinct.get(role, {}), **facts} for role, facts in roles.items()}
    assert said(make_graph, "keep-overtime", roles).startswith(expected)


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ({"d": LEADER}, "On every route listed you come to lead people, on the move to d."),
        (
            {"c": LEADER, "d": LEADER},
            (
                "On every route listed you come to lead people: at the latest on the move to d (move 2 of route 1), at "
                "the earliest on the move to c (move 1 of route 2)."
            ),
        ),
        ({"c": LEADER}, "On route 1 no role is stated to lead people."),
        ({"a": LEADER, "c": LEADER}, "As a you lead people to begin with."),
        (
            {"b": {"track": None}, "c": LEADER},
            "On route 1 no role is stated to lead people. Whether b leads people is not stated.",
        ),
        (
            {"d": {"track": "operational"}},
            "On routes 1 and 2 no role is stated to lead people. Every route listed changes track.",
        ),
    ],
    ids=["on one move", "on several", "on one route", "before", "not stated", "another track"],
)
def test_leading_people(make_graph: Make, roles: dict[str, Any], expected: str) -> None:
    """Where every route comes to lead people, and which never does."""
    assert said(make_graph, "stay-professional", roles) == expected


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (
            {"d": {"title": "Clerk Mgr 1", "defined": False, "category": None}},
            "On every route listed you come to lead people, on the move to Clerk Mgr 1, as the title tells.",
        ),
        (
            {"d": {"title": "Clerk Mgr 1", "defined": False, "category": "Managerial"}},
            "On every route listed you come to lead people, on the move to Clerk Mgr 1.",
        ),
        (
            {"c": LEADER, "d": {"title": "Clerk Mgr 1", "defined": False, "category": None}},
            (
                "On every route listed you come to lead people: at the latest on the move to Clerk Mgr 1, as the title "
                "tells (move 2 of route 1), at the earliest on the move to c (move 1 of route 2)."
            ),
        ),
    ],
    ids=["by its title", "an overlay tells", "one of two"],
)
def test_leading_people_as_the_title_tells(make_graph: Make, roles: dict[str, Any], expected: str) -> None:
    """Of a role that no standard describes it is said how it is known."""
    graph = make_graph(*TWO_WAYS, roles=roles)
    told = cp.routes(graph, "a", roles["d"]["title"], prefer="stay-professional").explanation
    assert expected in told


def test_one_route(make_graph: Make) -> None:
    """One route alone is told as one."""
    roles = {"a": ELIGIBLE, "d": {**EXEMPT, **LEADER}}
    assert said(make_graph, "keep-overtime", roles, "a -> d") == ("It ends eligibility for overtime, on the move to d.")
    assert said(make_graph, "stay-professional", roles, "a -> d") == "On it you come to lead people, on the move to d."
    assert not said(make_graph, "least-new", roles, "a -> d")


ASKS = {"requirements": [["Cert 1", "one"]], "requirement_kinds": ["certificate"]}


@pytest.mark.parametrize(
    ("prefer", "roles", "expected"),
    [
        ("least-new", {}, "Every route listed asks as much anew: nothing new is stated."),
        ("least-new", {"c": ASKS}, "Route 1 asks the least anew: nothing new is stated."),
        (
            "least-new",
            {"b": ASKS, "c": ASKS},
            "Every route listed asks as much anew: one certificate or licence newly asked.",
        ),
        (
            "fewest-unknowns",
            {"c": {"asks_stated": False}},
            "Route 1 leaves the least open: it is stated of every step what it asks and changes.",
        ),
        (
            "fewest-unknowns",
            {"b": {"asks_stated": False}, "c": {"asks_stated": False}},
            "Every route listed leaves as much open: of 2 steps it is not stated what they ask or change.",
        ),
        (
            "least-new",
            {"b": {"asks_stated": False}, "c": {"asks_stated": False}},
            (
                "Every route listed asks as much anew: nothing new is stated; of 2 steps it is not stated what they "
                "ask or change."
            ),
        ),
        ("fewest-moves", {"c": ASKS}, ""),
    ],
)
def test_how_little(make_graph: Make, prefer: str, roles: dict[str, Any], expected: str) -> None:
    """Whether the first asks less than the others, or all ask as much."""
    assert said(make_graph, prefer, roles) == expected


def test_a_supervisor_on_the_way_is_passed_by(make_graph: Make) -> None:
    """Fewest steps that lead people, not fewest changes of track: a manager longer is no professional longer."""
    moves = ("a -> b", "b -> e", "a -> c", "c -> e", "e -> d")
    roles = {"b": {"track": "supervisory"}, "e": {"track": "supervisory"}, "d": LEADER}
    graph = make_graph(*moves, roles=roles)
    first, *_ = cp.routes(graph, "a", "d", prefer="stay-professional").routes
    assert first.titles == ("a", "c", "e", "d")


def test_a_route_that_surely_keeps_overtime_is_not_beaten(make_graph: Make) -> None:
    """Where it is not stated of the roles on shorter routes, that is open and not kept."""
    moves = ("a -> b", "b -> d", "a -> c", "c -> e", "e -> d")
    roles = {role: {"flsa": None} if role == "b" else ELIGIBLE for role in "abcde"}
    first, *others = cp.routes(make_graph(*moves, roles=roles), "a", "d", prefer="keep-overtime").routes
    assert first.titles == ("a", "c", "e", "d")
    assert [one.titles for one in others] == [("a", "b", "d")]
