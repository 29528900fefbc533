"""Made-up organisations with known truth: everything that was put into the documents is found, and nothing else."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import careerpaths as cp

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
import organisations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import networkx as nx
    from organisation_truth import Role, Spot, Truth

QUIET = {
    "uncut": 0,
    "shared_titles": False,
    "two_codes": False,
    "one_code": False,
    "two_covers": False,
    "aliases": False,
}
"""An organisation in which nothing is wrong."""
ONE_PAGE: dict[str, Any] = {"page_break": 0, "row_cut": 0, "title_wrap": 0, "header_wrap": 0}
PLAIN = {**ONE_PAGE, "spaces": 0, "tabs": 0, "odd_bytes": 0, "odd_names": 0, "drift": 0}
TABLE: dict[str, tuple[int, int, dict[str, Any]]] = {
    "plain": (1, 8, {**QUIET, **PLAIN, "awkward": False, "joined_cell": 0, "outside": 0}),
    "plain, joined cells": (2, 12, {**QUIET, **PLAIN, "joined_cell": 0.8}),
    "plain, awkward titles spelt otherwise": (3, 12, {**QUIET, **PLAIN, "drift": 1.0}),
    "plain, shared titles and codes": (4, 12, {**PLAIN, "uncut": 0}),
    "plain, cells that cannot be cut": (5, 12, {**PLAIN, "uncut": 0.5}),
    "plain, many documents missing": (6, 20, {**PLAIN, "missing": 0.6, "joined_cell": 0.7}),
    "plain, no codes": (7, 12, {**QUIET, **PLAIN, "no_code": 0.6}),
    "plain, no career path rows": (8, 12, {**QUIET, **PLAIN, "no_paths": 0.5}),
    "one page, odd bytes and spaces": (9, 12, {**QUIET, **ONE_PAGE, "spaces": 0.3, "odd_bytes": 0.8, "tabs": 0.9}),
    "pages at any row": (10, 12, {**QUIET, "row_cut": 0, "title_wrap": 0, "header_wrap": 0, "page_break": 0.3}),
    "rows cut": (11, 12, {**QUIET, "row_cut": 0.6, "third_part": 0}),
    "rows in three parts": (12, 12, {**QUIET, "row_cut": 0.4, "third_part": 1}),
    "titles cut by the page": (13, 12, {**QUIET, "title_cut": 0.7}),
    "headers alone on the first page": (14, 12, {**QUIET, "bare_first_page": 0.7}),
    "no empty lines": (15, 12, {**QUIET, "blank_before_header": 0, "row_cut": 0.4, "page_break": 0.2}),
    "several standards in a document": (16, 20, {"many_in_document": 1}),
    "titles with roman numbers, spelt otherwise": (23, 12, {**QUIET, **PLAIN, "roman": 1.0, "drift": 1.0}),
    "first spellings in cut rows": (24, 20, {**QUIET, "row_cut": 0.9, "drift": 1.0, "missing": 0.5, "cross": 0.9}),
    "odd spaces everywhere": (25, 12, {**QUIET, "spaces": 0.9}),
    "two bytes a letter": (26, 12, {**QUIET, "utf_16": 0.5}),
    "everything, small": (17, 4, {}),
    "everything": (18, 40, {}),
    "everything, again": (19, 40, {"drift": 0.8, "missing": 0.3, "uncut": 0.1, "joined_cell": 0.6}),
    "everything, dense": (20, 30, {"row_cut": 0.5, "page_break": 0.3, "spaces": 0.2}),
}


def one_space(text: str | None) -> str | None:
    """A text with each run of spaces, no-break spaces too, as one."""
    return None if text is None else " ".join(text.split())


def written(organisation: organisations.Organisation, folder: Path) -> tuple[cp.Catalogue, nx.DiGraph[str]]:
    """The catalogue and the graph of an organisation written into a folder."""
    organisations.write(organisation, folder)
    catalogue = cp.load(folder)
    return catalogue, cp.build_graph(catalogue)


def titles_of(role: Role) -> set[str | None]:
    """The titles that a node of this role may have: where two roles share one, the code stands behind it."""
    return {
        title for spelling in role.spellings for title in (one_space(spelling), one_space(f"{spelling} ({role.code})"))
    }


def nodes_by_key(graph: nx.DiGraph[str], truth: Truth) -> dict[str, str]:
    """The truth's key for each node; each must be exactly one role of the truth, or one title that is only named."""
    found = {}
    for node, values in graph.nodes(data=True):
        if values["defined"]:
            keys = [
                role.key
                for role in truth.roles
                if values["job_code"] == role.code
                and one_space(values["title"]) in titles_of(role)
                and one_space(values["job_function"]) == role.function
            ]
        else:
            keys = [title.key for title in truth.undefined if one_space(values["title"]) in title.titles]
        assert len(keys) == 1, (node, values["title"], values["job_code"], values["job_function"], keys)
        found[node] = keys[0]
    return found


def told_apart(expected: Iterable[Any], found: Iterable[Any]) -> dict[str, list[Any]]:
    """What is missing and what is too much, empty where nothing is."""
    wanted, got = Counter(expected), Counter(found)
    return {
        name: rest
        for name, rest in (("missing", list((wanted - got).elements())), ("invented", list((got - wanted).elements())))
        if rest
    }


def stated_values(role: Role) -> tuple[Any, ...]:
    """What a node must say of a defined role."""
    return (
        role.level,
        role.program,
        role.category,
        role.function,
        role.family,
        role.flsa,
        role.documents,
        role.requirements,
    )


def found_values(values: dict[str, Any]) -> tuple[Any, ...]:
    """The same from a node."""
    names = ("level", "personnel_program", "category", "job_function", "job_family", "flsa")
    requirements = tuple((one_space(label), one_space(text)) for label, text in values["requirements"])
    return (*(one_space(values[name]) for name in names), tuple(sorted(values["documents"])), requirements)


def problems_at(catalogue: cp.Catalogue, spot: Spot, severity: str) -> list[Any]:
    """The problems of a severity that name the document, the row and the column of a cell."""
    return [
        problem
        for problem in catalogue.problems
        if problem.severity == severity
        and problem.document == spot.document
        and all(part in " ".join(f"{problem.place} {problem.message}".split()) for part in (spot.row, spot.column))
    ]


def check_roles(graph: nx.DiGraph[str], truth: Truth, keys: dict[str, str]) -> None:
    """Exactly the defined roles, with every attribute as stated."""
    roles = {role.key: role for role in truth.roles}
    defined = {keys[node]: values for node, values in graph.nodes(data=True) if values["defined"]}
    assert not told_apart(list(roles), list(defined))
    wrong = {
        key: (stated_values(role), found_values(defined[key]))
        for key, role in roles.items()
        if stated_values(role) != found_values(defined[key])
    }
    assert not wrong
    known = {key: role.states_moves for key, role in roles.items() if role.states_moves is not None}
    assert {key: defined[key]["states_moves"] for key in known} == known
    aliases = {
        key: {one_space(alias) for alias in (values["title"], *values["aliases"])} for key, values in defined.items()
    }
    lost = {
        key: role.spellings
        for key, role in roles.items()
        if len(set(role.spellings)) > 1 and not {*map(one_space, role.spellings)} <= aliases[key] | titles_of(role)
    }
    assert not lost


def check_undefined(graph: nx.DiGraph[str], truth: Truth, keys: dict[str, str]) -> None:
    """Exactly the titles only named, who names them, and no attribute made up."""
    named = {keys[node]: node for node, values in graph.nodes(data=True) if not values["defined"]}
    expected = {title.key: (title.named_by, title.documents) for title in truth.undefined}
    found = {
        key: (
            tuple(sorted({keys[before] for before in graph.predecessors(node)})),
            tuple(sorted(graph.nodes[node]["documents"])),
        )
        for key, node in named.items()
    }
    assert found == expected
    silent = ("job_code", "level", "category", "flsa", "personnel_program", "job_function", "job_family")
    assert [(key, name) for key, node in named.items() for name in silent if graph.nodes[node][name] is not None] == []


def check_moves(graph: nx.DiGraph[str], truth: Truth, keys: dict[str, str]) -> None:
    """Exactly the stated moves, each with every cell that states it, line and page too where the row is in one part."""
    expected = Counter(
        (move.start, move.end, move.document, move.row, move.column, one_space(move.text)) for move in truth.moves
    )
    found = Counter(
        (
            keys[start],
            keys[end],
            source["document"],
            one_space(source["row"]),
            one_space(source["column"]),
            one_space(source["text"]),
        )
        for start, end, values in graph.edges(data=True)
        for source in values["sources"]
    )
    assert not told_apart(expected.elements(), found.elements())
    lines = {
        (keys[start], source["document"], one_space(source["row"]), one_space(source["column"])): (
            source["line"],
            source["page"],
        )
        for start, _, values in graph.edges(data=True)
        for source in values["sources"]
    }
    wrong = [
        (move, lines[move.start, move.document, move.row, move.column])
        for move in truth.moves
        if move.line is not None and lines[move.start, move.document, move.row, move.column] != (move.line, move.page)
    ]
    assert not wrong
    kinds = {(keys[start], keys[end]): values["kind"] for start, end, values in graph.edges(data=True)}
    assert [
        (move, kinds[move.start, move.end])
        for move in truth.moves
        if move.kind not in {None, kinds[move.start, move.end]}
    ] == []


def check_problems(catalogue: cp.Catalogue, truth: Truth) -> None:
    """Each cell that gives no move is a problem at its place, each cell that was cut a note."""
    assert [spot for spot in truth.problems if not problems_at(catalogue, spot, "problem")] == []
    assert [spot for spot in truth.splits if not problems_at(catalogue, spot, "note")] == []


CHECKS: tuple[Callable[..., None], ...] = (check_roles, check_undefined, check_moves)


@pytest.mark.parametrize("name", TABLE)
def test_everything_stated_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    """Roles, moves with sources, titles only named and problem cells are exactly those of the organisation."""
    seed, functions, options = TABLE[name]
    organisation = organisations.generate(seed, functions, **options)
    catalogue, graph = written(organisation, tmp_path)
    keys = nodes_by_key(graph, organisation.truth)
    for check in CHECKS:
        check(graph, organisation.truth, keys)
    check_problems(catalogue, organisation.truth)
    if options.items() >= QUIET.items():
        assert [problem for problem in catalogue.problems if problem.severity == "problem"] == []


def test_an_organisation_is_made_of_its_seed_alone(tmp_path: Path) -> None:
    """The same seed gives the same bytes, another layout seed the same truth but for lines and pages."""
    first, second = (organisations.generate(7, 6) for _ in range(2))
    assert first == second
    other = organisations.generate(7, 6, layout_seed=1)
    assert other.documents != first.documents
    assert (other.truth.roles, other.truth.undefined) == (first.truth.roles, first.truth.undefined)
    organisations.main([str(tmp_path), "--seed", "7", "--functions", "6"])
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == first.documents


def test_titles_in_the_graph_are_unique(tmp_path: Path) -> None:
    """Where roles share a title each carries its code behind it."""
    _, graph = written(organisations.generate(4, 12), tmp_path)
    assert [
        title for title, count in Counter(title for _, title in graph.nodes(data="title")).items() if count > 1
    ] == []


@pytest.mark.parametrize("seed", [21, 22])
def test_texts_are_read_whole(seed: int, tmp_path: Path) -> None:
    """Each stated text of a role, cut anywhere, comes back as it was written, hyphens and dashes too."""
    organisation = organisations.generate(seed, 12, row_cut=0.7, spaces=0, one_code=False, aliases=False)
    catalogue, graph = written(organisation, tmp_path)
    nodes = {key: node for node, key in nodes_by_key(graph, organisation.truth).items()}
    wrong = []
    for role in organisation.truth.roles:
        entries = [(one_space(entry.label), entry.text) for entry in cp.texts(catalogue, nodes[role.key])]
        labels = {label for label, _ in role.texts}
        if told_apart(role.texts, [entry for entry in entries if entry[0] in labels]):
            wrong.append((role.key, told_apart(role.texts, [entry for entry in entries if entry[0] in labels])))
    assert wrong == []


def without_places(graph: nx.DiGraph[str]) -> tuple[Any, ...]:
    """Everything in a graph but lines and pages."""
    edges = sorted(
        (
            start,
            end,
            values["kind"],
            values["kind_basis"],
            values["direction"],
            sorted(
                str({**source, "line": 0, "page": 0, "text": one_space(source["text"])}) for source in values["sources"]
            ),
        )
        for start, end, values in graph.edges(data=True)
    )
    return list(graph.nodes(data=True)), edges, graph.graph


@pytest.mark.parametrize(
    "row",
    [
        "Career Path 1\tImaging Mgr 1\tImaging Manager 1\n",
        "Career Path 1\t\tImaging\n\tImaging Mgr 1\tManager 1\n",
        "Career Path 1\t\tImaging Manager\n\tImaging\t1\n\tMgr 1\n",
    ],
)
def test_the_first_spelling_is_by_row_and_column(row: str, tmp_path: Path) -> None:
    """A title that two cells of one row spell otherwise takes the first column's spelling, however the row is cut."""
    head = "Job Family\tIT\nJob Function\tImaging\nCategory\tProfessional\nJob Level\tEntry\tIntermediate\n"
    text = f"{head}Job Title\tImaging Anl 1\tImaging Anl 2\nJob Code\t1001\t1002\n{row}"
    (tmp_path / "imaging.txt").write_text(text, encoding="utf-8")
    graph = cp.build_graph(cp.load(tmp_path))
    assert [values["title"] for _, values in graph.nodes(data=True) if not values["defined"]] == ["Imaging Mgr 1"]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 10**6),
    layout_seed=st.integers(1, 10**6),
    page_break=st.floats(0, 0.5),
    row_cut=st.floats(0, 0.8),
)
def test_reading_is_independent_of_page_breaks(
    seed: int, layout_seed: int, page_break: float, row_cut: float, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same standards cut into pages otherwise make the same graph; only lines and pages of sources differ."""
    same: dict[str, Any] = {"spaces": 0, "tabs": 0}  # rows that lost their last tabs are noted, wherever pages end
    flat = organisations.generate(seed, 2, **ONE_PAGE, **same)
    paged = organisations.generate(seed, 2, layout_seed=layout_seed, page_break=page_break, row_cut=row_cut, **same)
    first, second = (written(organisation, tmp_path_factory.mktemp("cut"))[1] for organisation in (flat, paged))
    assert without_places(first) == without_places(second)
