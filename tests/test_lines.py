"""A step in three lines: what must be had, what changes for the person, how much of the work is new."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from careerpaths.change import comparison
from careerpaths.demand import demand
from careerpaths.model import Entry, Source
from careerpaths.queries.answers import step
from careerpaths.queries.lines import asked_of, step_lines

Make = Callable[..., "nx.DiGraph[str]"]


def entry(kind: str, label: str, text: str) -> Entry:
    """A cell of a standard."""
    source = Source(document="x.txt", row=label, column="x", text=text, line=len(label))
    return Entry(kind=kind, label=label, text=text, source=source, places=())


def changed(make_graph: Make, before: dict[str, Any], after: dict[str, Any], kind: str = "promotion") -> str:
    """The second line of a step."""
    same = {"level": "Entry"}
    graph = make_graph("a -> b", roles={"a": {**same, **before}, "b": {**same, **after}}, kinds={"a -> b": kind})
    return step_lines(step(graph, "a", "b")).change


SUPERVISOR = {"category": "Supervisory", "track": "supervisory"}


@pytest.mark.parametrize(
    ("after", "kind", "is_told"),
    [
        (SUPERVISOR, "change-of-track", True),
        ({"category": "Operational"}, "change-of-track", False),
        ({"category": "Operational"}, "promotion", True),
    ],
)
def test_a_category_is_told_where_the_kind_of_move_does_not_tell_it(
    make_graph: Make, after: dict[str, Any], kind: str, *, is_told: bool
) -> None:
    """That somebody leads people is always said; another change of track stands beside the title."""
    assert (changed(make_graph, {}, after, kind) != "Nothing else changes for you as far as the standards state.") == (
        is_told
    )


def test_the_level_stands_beside_the_title(make_graph: Make) -> None:
    """It is no line of its own."""
    assert "Nothing else changes" in changed(make_graph, {"level": "Entry"}, {"level": "Expert"})


def test_what_overlays_add_is_told(make_graph: Make) -> None:
    """A grade, for example."""
    told = changed(make_graph, {"extras": [["Grade", "19"]]}, {"extras": [["Grade", "21"]]})
    assert told == 'For you: Grade changes from "19" to "21".'


def test_whom_to_ask_of_a_role_that_is_only_named(make_graph: Make) -> None:
    """The contact of the organisation, where it has one."""
    one = step(make_graph("a -> b", roles={"b": {"defined": False}}), "a", "b")
    assert step_lines(one, contact="Career Office").have.endswith("ask HR (Career Office)")
    assert step_lines(one).all == (step_lines(one).have,)


def test_without_texts_the_work_is_no_line(make_graph: Make) -> None:
    """Nothing is said of duties that were not looked at."""
    lines = step_lines(step(make_graph("a -> b"), "a", "b"))
    assert lines.work is None
    assert lines.all == (lines.have, lines.change)


def test_several_things_that_must_be_had(make_graph: Make) -> None:
    """In one sentence, each with its label, full stops at the end only."""
    asked = {"requirements": [["Cert 1", "One."], ["License 1", "Two."]]}
    lines = step_lines(step(make_graph("a -> b", roles={"b": asked}), "a", "b"))
    assert lines.have == "You must newly have: Cert 1: One; License 1: Two."


def test_how_much_is_asked(make_graph: Make) -> None:
    """What is counted stands with the count."""
    texts = {"a": (entry("duty", "D", "Answers calls."),), "b": (entry("duty", "D", "Leads a team of four."),)}
    found = demand(comparison(make_graph("a -> b"), "a", "b", catalogue=texts.__getitem__))
    assert asked_of(found) == "1 of 1 requirements, duties and kinds of knowledge are new, rewritten or reworded"
