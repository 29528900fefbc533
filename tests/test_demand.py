"""How much a step asks: rows aligned within a standard and across standards, counted by what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import careerpaths as cp
from careerpaths.change import aligned, comparison
from careerpaths.demand import demand
from careerpaths.model import Entry, Source
from careerpaths.queries.answers import step
from careerpaths.queries.lines import step_lines

Make = Callable[..., "nx.DiGraph[str]"]
Rows = Sequence[tuple[str, str, str]]


def entries(document: str, rows: Rows, column: str = "x") -> tuple[Entry, ...]:
    """Cells of one column: (kind, label, text), a line for each label."""
    lines = {label: line for line, label in enumerate(dict.fromkeys(label for _, label, _ in rows), 1)}
    return tuple(
        Entry(
            kind=kind,
            label=label,
            text=text,
            source=Source(document=document, row=label, column=column, text=text, line=lines[label]),
            places=(),
        )
        for kind, label, text in rows
    )


def asked(make_graph: Make, before: tuple[Entry, ...], after: tuple[Entry, ...], **b: Any) -> Any:
    """The demand of a step between two roles with these texts."""
    graph = make_graph("a -> b", roles={"b": b})
    return demand(comparison(graph, "a", "b", catalogue={"a": before, "b": after}.__getitem__))


def test_rows_of_one_standard_go_by_their_label(make_graph: Make) -> None:
    """In one row: the same, reworded, rewritten; a row of one alone is new or gone."""
    before = entries(
        "x.txt",
        [
            ("duty", "Key Resp 01", "Tests systems."),
            ("duty", "Key Resp 02", "Writes short reports of tests."),
            ("duty", "Key Resp 03", "Answers calls."),
            ("duty", "Key Resp 04", "Orders parts."),
        ],
    )
    after = entries(
        "x.txt",
        [
            ("duty", "Key Resp 01", "Tests systems."),
            ("duty", "Key Resp 02", "Writes long reports of tests."),
            ("duty", "Key Resp 03", "Leads a team of four."),
            ("duty", "Key Resp 05", "Plans budgets."),
        ],
    )
    # Lines count by label: the fifth label stands in a line of its own.
    moved = tuple(
        one if one.label != "Key Resp 05" else entries("x.txt", [("duty", "Key Resp 05", one.text)] * 1)[0]
        for one in after
    )
    found = asked(make_graph, before, moved).duties
    assert (found.same, found.changed, found.rewritten, found.new, found.gone) == (1, 1, 1, 1, 1)


def test_rows_of_two_standards_go_by_the_best_match(make_graph: Make) -> None:
    """The same duty under another label is the same; what nothing matches is new, or gone."""
    before = entries(
        "x.txt", [("duty", "Duty 1", "Answers calls."), ("duty", "Duty 2", "Tests all systems of the house.")]
    )
    after = entries(
        "y.txt", [("duty", "Task A", "Tests all systems of the house."), ("duty", "Task B", "Plans budgets.")]
    )
    found = asked(make_graph, before, after).duties
    assert (found.same, found.new, found.gone) == (1, 1, 1)


def test_a_text_that_only_moved_to_another_row_is_the_same() -> None:
    """Within a standard a duty that stands in another row of the next level is not new."""
    before = entries("x.txt", [("duty", "A", "One."), ("duty", "B", "Tests all systems.")])
    after = entries("x.txt", [("duty", "A", "One."), ("duty", "C", "Tests all systems.")])
    pairs = [(one and one.label, other and other.label) for one, other in aligned(before, after)]
    assert pairs == [("A", "A"), ("B", "C")]


def test_what_is_asked_is_counted_of_all_that_is_stated(make_graph: Make) -> None:
    """New, reworded, rewritten and rising count one each; the same and what is asked less do not; all are stated."""
    before = entries("x.txt", [("knowledge", "KSA 01", "Basic knowledge."), ("knowledge", "KSA 02", "Expert skill.")])
    after = entries("x.txt", [("knowledge", "KSA 01", "Expert knowledge."), ("knowledge", "KSA 02", "Basic skill.")])
    requirements = {"requirements": [["Cert 1", "one"]], "requirement_kinds": ["certificate"]}
    found = asked(make_graph, before, after, **requirements)
    assert (found.knowledge.rises, found.knowledge.falls, found.requirements.new) == (1, 1, 1)
    assert (found.asked, found.stated) == (2, 3)
    assert found.to_dict()["asked"] == 2


def test_a_step_tells_its_three_lines(make_graph: Make) -> None:
    """What must newly be had, what changes for the person, how much of the work is new."""
    roles = {
        "a": {"flsa": "Non-Exempt"},
        "b": {"flsa": "Exempt", "requirements": [["Cert 1", "A certificate."]], "requirement_kinds": ["certificate"]},
    }
    before = entries("x.txt", [("duty", "D1", "Answers calls.")])
    after = entries("x.txt", [("duty", "D1", "Leads a team of four.")])
    graph = make_graph("a -> b", roles=roles)
    move = step(graph, "a", "b", stated={"a": before, "b": after}.__getitem__)
    assert step_lines(move).all == (
        "You must newly have: Cert 1: A certificate.",
        "For you: not eligible for overtime from here on (Exempt).",
        "Duties: 1 rewritten. Knowledge: not stated.",
    )


@pytest.mark.parametrize(
    ("after", "lines"),
    [
        (
            {},
            (
                "Nothing new that you must have is stated.",
                "Nothing else changes for you as far as the standards state.",
            ),
        ),
        ({"defined": False}, ("what it asks and where it leads is not known; ask HR",)),
        (
            {"asks_stated": False},
            (
                "What you must have is not stated.",
                "Nothing else changes for you as far as the standards state.",
                "Duties and knowledge are not stated.",
            ),
        ),
    ],
)
def test_what_is_not_stated_is_never_nothing_asked(
    make_graph: Make, after: dict[str, Any], lines: tuple[str, ...]
) -> None:
    """Nothing new stated, a role that is only named, and a role whose document says nothing of it are told apart."""
    graph = make_graph("a -> b", roles={"a": {"level": "Entry"}, "b": {"level": "Entry", **after}})
    assert step_lines(step(graph, "a", "b")).all == lines


def test_what_is_no_longer_asked_is_told_as_a_change(make_graph: Make) -> None:
    """What a person loses or need no more have stands with what changes for them."""
    roles = {"a": {"requirements": [["Cert 1", "A certificate."]]}, "b": {"requirements": []}}
    graph = make_graph("a -> b", roles=roles)
    assert step_lines(step(graph, "a", "b")).change == "For you: no longer stated, Cert 1: A certificate."


def test_the_real_ladder(real_standard: Path) -> None:
    """From 4 to 5 a certificate appears and one kind of knowledge is asked for better, word for word."""
    catalogue = cp.load(real_standard)
    graph = cp.build_graph(catalogue)
    answer = cp.next_roles(graph, "Spec 4", catalogue=catalogue)
    move = next(one for one in answer.next if one.end.level == "Expert")
    assert move.demand is not None
    assert (move.demand.requirements.new, move.demand.requirements.same) == (1, 2)
    assert move.demand.duties.stated == 6
    assert all(change.sources for change in move.changes)
    assert {source["document"] for change in move.changes for source in change.sources} == {real_standard.name}


def test_from_a_role_that_states_nothing_nobody_knows_what_is_new(make_graph: Make) -> None:
    """A title list says nothing of what a role asks: the next role's demands are told, and none is called new."""
    roles = {
        "a": {"asks_stated": False, "level": "Entry"},
        "b": {"level": "Entry", "requirements": [["Cert 1", "A card."]], "requirement_kinds": ["certificate"]},
    }
    graph = make_graph("a -> b", roles=roles)
    move = step(graph, "a", "b", stated={"a": (), "b": entries("x.txt", [("duty", "D1", "Leads.")])}.__getitem__)
    assert move.demand is None
    assert step_lines(move).all == (
        "You must have: Cert 1: A card. What of it is new is not known: a states nothing of what it asks.",
        "Nothing else changes for you as far as the standards state.",
        "What of the duties and knowledge is new is not known: nothing is stated of a.",
    )
    assert cp.when(graph, "certificate", role="a").happenings == ()


def test_a_cell_that_says_nothing_asks_nothing(tmp_path: Path) -> None:
    """N/A, None, a dash or "Not required" is no requirement, no duty and no knowledge."""
    rows = [
        "Job Level\tOne\tTwo",
        "Job Title\tClerk 1\tClerk 2",
        "Key Resp 01\t-\tTBD",
        "License 1\tNone\tNot required",
        "Cert 1\tN/A\tA card",
        "KSA 01\tN/A\tN/A",
        "Career Path 1\tClerk 2\t",
    ]
    (tmp_path / "clerks.txt").write_text("\n".join(rows), encoding="utf-8")
    catalogue = cp.load(tmp_path)
    graph = cp.build_graph(catalogue)
    (move,) = cp.next_roles(graph, "Clerk 1", catalogue=catalogue).next
    assert [(one.attribute, one.turn) for one in move.changes] == [("level", "changed"), ("Cert 1", "not known")]
    assert graph.nodes[move.end.id]["requirements"] == [["Cert 1", "A card"]]
    assert [graph.nodes[one.id]["asks_stated"] for one in (move.start, move.end)] == [False, True]
