"""Positions of roles: levels as rows, tracks side by side, functions in bands."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.layout import WIDEST_CELL, Arrangement, arrange, grid

if TYPE_CHECKING:
    from pathlib import Path


def ladder(*roles: tuple[str, str | None, str | None, int | None], moves: str = "") -> nx.DiGraph[str]:
    """A graph of (id, function, track, order), and of moves such as "a>b" (promotion) or "a/b" (change of track)."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for rank, (name, function, track, order) in enumerate(roles):
        facts = {
            "title": re.sub(r"(?<=[a-z])(?=\d)", " ", name),
            "job_function": function,
            "track": track,
            "level_order": order,
        }
        graph.add_node(name, **facts, defined=function is not None, rank=rank)
    for move in moves.split():
        start, kind, end = re.split("([>/~?])", move)
        kinds = {">": "promotion", "/": "change-of-track", "~": "cross-function", "?": "unknown"}
        basis = None if kind == "?" else "standard" if graph.nodes[end]["defined"] else "title"
        graph.add_edge(start, end, kind=kinds[kind], kind_basis=basis)
    return graph


LADDER = (
    ("1", "Imaging", "professional", 1),
    ("2", "Imaging", "professional", 2),
    ("3", "Imaging", "professional", 3),
    ("4", "Imaging", "professional", 4),
    ("5", "Imaging", "professional", 5),
    ("Supv2", None, None, None),
    ("Mgr1", None, None, None),
    ("Mgr2", None, None, None),
)


def level(arrangement: Arrangement, *names: str) -> list[float]:
    """How far down each role stands."""
    return [arrangement.positions[name][1] for name in names]


def test_promotions_point_up() -> None:
    """Each level of a track stands above the one before, in one column."""
    found = arrange(ladder(*LADDER[:5], moves="1>2 2>3 3>4 4>5"))
    heights = level(found, "1", "2", "3", "4", "5")
    assert heights == sorted(heights, reverse=True)
    assert len({x for x, _ in found.positions.values()}) == 1


def test_other_track_stands_beside_the_highest_role_that_leads_to_it() -> None:
    """Supv 2 stands beside 4, Mgr 1 beside 5 (not beside 4, which leads there as well), Mgr 2 above Mgr 1."""
    found = arrange(ladder(*LADDER, moves="1>2 2>3 3>4 4>5 4/Supv2 4/Mgr1 5/Mgr1 5/Mgr2"))
    assert found.rows == {"1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "Supv2": 3, "Mgr1": 4, "Mgr2": 5}


def test_tracks_stand_side_by_side() -> None:
    """Operational, professional, supervisory, managerial from left to right."""
    tracks = ("managerial", "supervisory", "professional", "operational")
    found = arrange(ladder(*((track, "Imaging", track, 1) for track in tracks)))
    across = [found.positions[track][0] for track in reversed(tracks)]
    assert across == sorted(set(across))


def test_missing_level_leaves_its_row_empty() -> None:
    """A ladder without level 2 shows the gap: level 3 stands two rows above level 1."""
    found = arrange(ladder(("1", "Imaging", "professional", 1), ("3", "Imaging", "professional", 3), moves="1>3"))
    assert found.rows == {"1": 0, "3": 2}


def test_undefined_role_without_a_number_stands_beside_the_one_that_names_it() -> None:
    """Nothing is known of its level: same row, another column."""
    found = arrange(ladder(*LADDER[:4], ("Director", None, None, None), moves="4?Director"))
    assert found.rows["Director"] == found.rows["4"]
    assert found.positions["Director"][0] > found.positions["4"][0]


def test_moves_between_tracks_that_contradict_each_other_are_survived() -> None:
    """Up to supervisor and back down: the way back gives way, both ladders still point up."""
    roles = [*LADDER[:5], ("S1", "Imaging", "supervisory", 1), ("S2", "Imaging", "supervisory", 2)]
    found = arrange(ladder(*roles, moves="5/S1 2/S2 1>2"))
    assert found.rows["S1"] >= found.rows["5"]
    graph = ladder(*roles, moves="5/S1")
    graph.add_edge("S2", "4", kind="change-of-track", kind_basis="standard")
    found = arrange(graph)
    assert found.rows["S1"] >= found.rows["5"] > found.rows["4"]


def test_roles_of_one_level_stand_side_by_side_then_in_lines() -> None:
    """Roles at the same level never share a place; many of them take several lines instead of one endless row."""
    found = arrange(ladder(*((str(n), "Imaging", "professional", 1) for n in range(10))))
    assert len(set(found.positions.values())) == 10
    assert len({x for x, _ in found.positions.values()}) <= 2 * WIDEST_CELL


def test_functions_that_exchange_people_are_near_each_other() -> None:
    """A chain of functions comes out as a chain, in whatever order it was read."""
    names = ["C", "A", "D", "B"]
    roles = [(name, f"Function {name}", "professional", 1) for name in names]
    found = arrange(ladder(*roles, moves="A~B B~C C~D"))
    order = [band.roles[0] for band in found.bands]
    assert order in (["A", "B", "C", "D"], ["D", "C", "B", "A"])


@pytest.mark.parametrize(("count", "corners"), [(0, 0), (1, 1), (7, 7), (60, 60)])
def test_blocks_have_a_place_each(count: int, corners: int) -> None:
    """As many different places as blocks."""
    assert len(set(grid(count))) == corners


def test_empty_graph_has_no_positions() -> None:
    """Nothing to place is not an error."""
    assert arrange(nx.DiGraph()).positions == {}


ROLES = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", "C", None]),
        st.sampled_from(["operational", "professional", "supervisory", "managerial", None]),
        st.one_of(st.none(), st.integers(1, 5)),
    ),
    max_size=14,
)
KINDS = st.sampled_from(["promotion", "lateral", "change-of-track", "cross-function", "step-back", "unknown"])


@st.composite
def graphs(draw: st.DrawFn) -> nx.DiGraph[str]:
    """Any roles, any moves."""
    graph = ladder(*((str(n), *facts) for n, facts in enumerate(draw(ROLES))))
    names = sorted(graph)
    if names:
        name = st.sampled_from(names)
        for start, end, kind in draw(st.lists(st.tuples(name, name, KINDS), max_size=30)):
            if start != end:
                graph.add_edge(start, end, kind=kind, kind_basis="standard" if graph.nodes[end]["defined"] else "title")
    return graph


@given(graphs())
def test_nothing_overlaps(graph: nx.DiGraph[str]) -> None:
    """Every role has a place of its own inside its band, and bands keep apart."""
    found = arrange(graph)
    assert set(found.positions) == set(graph)
    assert len(set(found.positions.values())) == len(graph)
    for band in found.bands:
        for role in band.roles:
            x, y = found.positions[role]
            assert band.left < x < band.left + band.width
            assert band.top < y < band.top + band.height
    for one, other in itertools.combinations(found.bands, 2):
        beside = one.left + one.width <= other.left or other.left + other.width <= one.left
        above = one.top + one.height <= other.top or other.top + other.height <= one.top
        assert beside or above


@given(graphs())
def test_higher_level_of_a_track_stands_higher(graph: nx.DiGraph[str]) -> None:
    """Within a function and a track the order of levels is the order of rows."""
    found = arrange(graph)
    facts = [
        (graph.nodes[role]["job_function"], graph.nodes[role]["track"], graph.nodes[role]["level_order"], role)
        for role in graph
        if graph.nodes[role]["defined"] and graph.nodes[role]["level_order"] and graph.nodes[role]["track"]
    ]
    for one, other in itertools.permutations(facts, 2):
        if one[:2] == other[:2] and one[2] < other[2]:
            assert found.rows[one[3]] < found.rows[other[3]]


@given(graphs())
def test_order_of_nodes_does_not_matter(graph: nx.DiGraph[str]) -> None:
    """A copy whose nodes come in another order (a subgraph view may) has the same positions."""
    other: nx.DiGraph[str] = nx.DiGraph()
    other.add_nodes_from(sorted(graph.nodes(data=True), reverse=True))
    other.add_edges_from(sorted(graph.edges(data=True), key=lambda edge: edge[:2], reverse=True))
    assert arrange(other).positions == arrange(graph).positions


def organisation(functions: int) -> nx.DiGraph[str]:
    """A large organisation: ten roles a function, each function linked with the next."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for function, order in itertools.product(range(functions), range(1, 11)):
        facts: dict[str, Any] = {"job_function": f"Function {function}", "track": "professional", "level_order": order}
        graph.add_node(f"{function}-{order}", title="", defined=True, rank=len(graph), **facts)
        if order > 1:
            graph.add_edge(f"{function}-{order - 1}", f"{function}-{order}", kind="promotion", kind_basis="standard")
        if function:
            graph.add_edge(
                f"{function - 1}-{order}", f"{function}-{order}", kind="cross-function", kind_basis="standard"
            )
    return graph


def test_time_is_linear_in_roles() -> None:
    """Ten thousand roles take at most some twenty times as long as a thousand."""
    times = []
    for functions in (100, 1000):
        graph = organisation(functions)
        start = time.process_time()
        found = arrange(graph)
        times.append(time.process_time() - start)
    assert times[1] < 25 * times[0] + 0.2
    width = max(band.left + band.width for band in found.bands)
    height = max(band.top + band.height for band in found.bands)
    assert 0.5 < width / height < 4


def test_same_picture_under_another_hash_seed(clone: Path) -> None:
    """Positions do not depend on the order of sets."""
    code = (
        "import careerpaths as cp; from careerpaths.layout import arrange; "
        f"print(sorted(arrange(cp.build_graph(cp.load({str(clone / 'data')!r}))).positions.items()))"
    )
    outputs = set()
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code]
        outputs.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(outputs) == 1


def test_levels_of_several_functions_stand_on_one_axis() -> None:
    """A level has the same row in every function, also where a ladder begins late; columns count from the left."""
    roles = [("a1", "A", "professional", 1), ("a2", "A", "professional", 2), ("b2", "B", "professional", 2)]
    found = arrange(ladder(*roles, ("bm1", "B", "managerial", 1), moves="a1>a2 b2/bm1"))
    assert found.rows == {"a1": 0, "a2": 1, "b2": 1, "bm1": 1}
    assert found.columns == {"a1": 0, "a2": 0, "b2": 0, "bm1": 1}


def test_role_named_by_several_functions_has_a_band_of_its_own() -> None:
    """Named by one function it stands with that one, named by two with none of them."""
    roles = [
        ("a", "A", "professional", 1),
        ("b", "B", "professional", 1),
        ("x", None, None, None),
        ("y", None, None, None),
    ]
    found = arrange(ladder(*roles, moves="a?x b?x b?y"))
    bands = {band.job_function: (band.is_shared, band.roles) for band in found.bands}
    assert bands == {"A": (False, ("a",)), "B": (False, ("b", "y")), None: (True, ("x",))}
