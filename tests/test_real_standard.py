"""The one real ladder, on the sample with its facts and on the document itself where that is at hand."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

import careerpaths as cp

SPEC, OTHERS = [f"Clin Imaging IT Spec {level}" for level in range(1, 6)], ["Supv 2", "Mgr 1", "Mgr 2"]
TITLES = [*SPEC, *(f"Clin Imaging IT {name}" for name in OTHERS)]
MOVES = {
    ("Spec 1", "Spec 2", "Career Path 1", "Entry"),
    ("Spec 2", "Spec 3", "Career Path 1", "Intermediate"),
    ("Spec 3", "Spec 4", "Career Path 1", "Experienced"),
    ("Spec 4", "Spec 5", "Career Path 1", "Advanced"),
    ("Spec 4", "Supv 2", "Career Path 1", "Advanced"),
    ("Spec 4", "Mgr 1", "Career Path 2", "Advanced"),
    ("Spec 5", "Mgr 1", "Career Path 1", "Expert"),
    ("Spec 5", "Mgr 2", "Career Path 2", "Expert"),
}
FACTS = {
    "Spec 1": ("8799", "A1400", "Entry", "PSS", "Non-Exempt"),
    "Spec 2": ("8798", "A1401", "Intermediate", "PSS", "Non-Exempt"),
    "Spec 3": ("8797", "A1402", "Experienced", "PSS", "Exempt"),
    "Spec 4": ("6043", "A1403", "Advanced", "MSP", "Exempt"),
    "Spec 5": ("5555", "A2183", "Expert", "MSP", "Exempt"),
}


@pytest.fixture
def catalogue(real_standard: Path) -> cp.Catalogue:
    """That document alone."""
    return cp.load(real_standard)


@pytest.fixture
def graph(catalogue: cp.Catalogue) -> nx.DiGraph[str]:
    """Its graph."""
    return cp.build_graph(catalogue)


def short(title: str) -> str:
    """A title without the words that all share."""
    return title.removeprefix("Clin Imaging IT ")


def test_its_eight_roles_and_eight_moves_each_with_its_place(graph: nx.DiGraph[str], real_standard: Path) -> None:
    """Five roles are described, three only named; every move cites document, row and column."""
    assert [graph.nodes[role]["title"] for role in graph] == TITLES
    assert [graph.nodes[role]["defined"] for role in graph] == [True] * 5 + [False] * 3
    found = {
        (short(graph.nodes[start]["title"]), short(graph.nodes[end]["title"]), source["row"], source["column"])
        for (start, end), move in graph.edges.items()
        for source in move["sources"]
    }
    assert found == MOVES
    assert graph.number_of_edges() == len(MOVES)
    assert {source["document"] for move in graph.edges.values() for source in move["sources"]} == {real_standard.name}


def test_its_facts(graph: nx.DiGraph[str]) -> None:
    """Codes, tracking codes, levels, programs and overtime are those stated, each at its level."""
    keys = ("job_code", "tracking_code", "level", "personnel_program", "flsa")
    found = {short(node["title"]): tuple(node[key] for key in keys) for node in graph.nodes.values() if node["defined"]}
    assert found == FACTS
    shared = {
        (node["category"], node["job_function"], node["job_family"]) for node in graph.nodes.values() if node["defined"]
    }
    assert shared == {("Professional", "Clinical Imaging IT", "Information Technology")}


def test_the_split_cell_is_the_only_remark(catalogue: cp.Catalogue) -> None:
    """The cell with two titles is reported as split, and nothing else is remarked on."""
    (note,) = catalogue.problems
    assert note.severity == "note"
    assert "Clin Imaging IT Spec 5 | Clin Imaging IT Supv 2" in note.message
    assert 'row "Career Path 1", column "Advanced"' in note.place


def test_every_cell_is_accounted_for(catalogue: cp.Catalogue, real_standard: Path) -> None:
    """Used, blank and repeated header add up to all cells; none is unplaced."""
    (reading,) = catalogue.readings
    lines = real_standard.read_text(encoding="utf-8").splitlines()
    assert reading.tally.total == sum(line.count("\t") + 1 for line in lines if line)
    assert reading.tally.unplaced == 0


def test_the_route_from_spec_2_to_mgr_1(graph: nx.DiGraph[str]) -> None:
    """2-3-4-Mgr 1 first, 2-3-4-5-Mgr 1 as well, and no other."""
    routes = cp.routes(graph, "Spec 2", "Mgr 1").routes
    assert [[short(title) for title in route.titles] for route in routes] == [
        ["Spec 2", "Spec 3", "Spec 4", "Mgr 1"],
        ["Spec 2", "Spec 3", "Spec 4", "Spec 5", "Mgr 1"],
    ]


def test_when_overtime_ends_and_the_program_changes(graph: nx.DiGraph[str]) -> None:
    """Overtime ends at Spec 3, the program changes at Spec 4, a certificate is asked at Expert."""
    steps = cp.routes(graph, "Spec 1", "Spec 5").routes[0].steps
    found = {short(step.end.title): [change.attribute for change in step.changes] for step in steps}
    assert found == {
        "Spec 2": ["level"],
        "Spec 3": ["level", "flsa"],
        "Spec 4": ["level", "personnel_program"],
        "Spec 5": ["level", "Cert 1"],
    }


def test_no_dead_end_and_three_undefined_roles(graph: nx.DiGraph[str]) -> None:
    """Where the three named roles lead is not known: they are no dead ends; each says who names it."""
    shape = cp.dead_ends(graph).to_dict()
    assert (shape["dead_ends"], shape["tops"], shape["not_stated"]) == ([], [], [])
    named_by = {short(one["title"]): [short(title) for title in one["named_by"]] for one in shape["undefined"]}
    assert named_by == {"Supv 2": ["Spec 4"], "Mgr 1": ["Spec 4", "Spec 5"], "Mgr 2": ["Spec 5"]}


def test_distances_are_a_square_of_eight(graph: nx.DiGraph[str]) -> None:
    """Spec 2 to Mgr 1 is three moves, and the way back is blank."""
    rows = list(cp.distances(graph).rows())
    assert (len(rows), len(rows[0]) - 1) == (8, 8)
    table = {str(row[""]): row for row in rows}
    assert table[TITLES[1]][TITLES[6]] == 3
    assert table[TITLES[6]][TITLES[1]] is None


@pytest.mark.parametrize(
    ("name", "moves", "expected"),
    [("Spec 3", 1, ["Spec 4"]), ("Spec 3", 2, ["Spec 5", "Supv 2", "Mgr 1"]), ("Spec 2", 4, ["Mgr 2"])],
)
def test_reach(graph: nx.DiGraph[str], name: str, moves: int, expected: list[str]) -> None:
    """What can be reached in so many moves."""
    rings = {ring.moves: [short(role.title) for role in ring.roles] for ring in cp.reach(graph, name).within}
    assert rings[moves] == expected


def test_who_leads_to_mgr_1(graph: nx.DiGraph[str]) -> None:
    """Spec 4 and Spec 5, by changing track; the kind is read from the title and said to be."""
    feeders = cp.role(graph, "Mgr 1").feeders
    assert [short(step.start.title) for step in feeders] == ["Spec 4", "Spec 5"]
    assert {(step.kind, step.kind_basis) for step in feeders} == {("change-of-track", "title")}


@pytest.mark.parametrize("label", ["Key Resp 02", "KSA 03"])
def test_rows_that_break_over_a_page_are_whole(catalogue: cp.Catalogue, label: str) -> None:
    """Every level's cell has its two pieces, joined by one space."""
    for role in catalogue.roles[:5]:
        (entry,) = [entry for entry in cp.texts(catalogue, role.id) if entry.label == label]
        assert len(entry.places) == 2
        assert "  " not in entry.text
        assert entry.text.endswith(".")


def test_code_6043_is_spec_4(graph: nx.DiGraph[str]) -> None:
    """A job code names its role."""
    assert cp.role(graph, "6043").role.title == "Clin Imaging IT Spec 4"
