"""A step in three lines: what must be had, what changes for the person, how much of the work is new."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import networkx as nx
import pytest

from careerpaths.change import comparison
from careerpaths.demand import demand
from careerpaths.model import Entry, Source
from careerpaths.queries.answers import Step, step
from careerpaths.queries.lines import asked_of, asks_most, asks_most_told, step_lines

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
    assert told == "For you: Grade goes up by 2, from 19 to 21."


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


def ladder_of(make_graph: Make, *duties: int | None) -> list[Step]:
    """Steps up a ladder, each of which asks so many new duties; None: nobody says what it asks."""
    names = "abcdefgh"[: len(duties) + 1]
    texts = {
        name: tuple(entry("duty", f"{name}{number}", f"{name} {number}") for number in range(count or 0))
        for name, count in zip(names, (0, *duties), strict=True)
    }
    pairs = list(pairwise(names))
    unknown = {name: {"asks_stated": False} for name, count in zip(names[1:], duties, strict=True) if count is None}
    graph = make_graph(*(f"{one} -> {other}" for one, other in pairs), roles=unknown)
    return [step(graph, one, other, stated=texts.__getitem__) for one, other in pairs]


@pytest.mark.parametrize(
    ("duties", "most", "told"),
    [
        ((1, 3, 2), (2,), "Step 2 asks the most of the stated steps: 3 of 3 requirements,"),
        ((3, 1, 3), (1, 3), "Steps 1 and 3 ask the most of the stated steps: on each of them 3 requirements,"),
        ((2, 2, 2), (1, 2, 3), "Steps 1, 2 and 3 ask the most of the stated steps: on each of them 2 requirements,"),
        ((2, 2, 2, 2), (1, 2, 3, 4), "Steps 1, 2, 3 and one more ask the most of the stated steps: on each of them 2"),
        ((2, 2, 2, 2, 1, 2), (1, 2, 3, 4, 6), "Steps 1, 2, 3 and 2 more ask the most of the stated steps: on each"),
        ((1, 3, None), (2,), "Step 2 asks the most of the stated steps: 3 of 3 requirements,"),
        ((3,), (), None),
        ((3, None), (), None),
        ((0, 0), (), None),
        ((), (), None),
    ],
)
def test_the_steps_that_ask_the_most(
    make_graph: Make, duties: tuple[int | None, ...], most: tuple[int, ...], told: str | None
) -> None:
    """All that ask as much, up to three by number; nothing where there is nothing to compare."""
    steps = ladder_of(make_graph, *duties)
    assert asks_most(steps) == most
    assert (asks_most_told(steps) or "").startswith(told or "")
    assert (asks_most_told(steps) is None) == (told is None)


def test_what_an_overlay_states_of_a_role_without_a_standard(make_graph: Make) -> None:
    """It changes for the person all the same; what nobody states is no line."""
    facts = {"defined": False, "level": None, "category": None, "flsa": "Exempt", "extras": [["Grade", "27"]]}
    roles = {"a": {"flsa": "Non-Exempt", "extras": [["Grade", "26"]]}, "b": facts}
    lines = step_lines(step(make_graph("a -> b", roles=roles), "a", "b"))
    assert lines.change == (
        "For you: not eligible for overtime from here on (Exempt); Grade goes up by 1, from 26 to 27."
    )


def test_an_advantage_is_no_must(make_graph: Make) -> None:
    """What is only of advantage is quoted apart from what must be had."""
    kinds = ["education", "education"]
    texts = [["Education 1", "A degree."], ["Education 2", "A master's degree is preferred."]]
    graph = make_graph("a -> b", roles={"b": {"requirements": texts, "requirement_kinds": kinds}})
    have = step_lines(step(graph, "a", "b")).have
    assert (
        have == "You must newly have: Education 1: A degree. Newly stated: Education 2: A master's degree is preferred."
    )
    graph.nodes["a"]["asks_stated"] = False
    assert step_lines(step(graph, "a", "b")).have.startswith("Stated: Education 1: A degree; Education 2")


def asked_of_step(make_graph: Make, before: str, after: str) -> str:
    """The first line of a step that changes one requirement."""
    sides = [{"requirements": [["Education 1", text]], "requirement_kinds": ["education"]} for text in (before, after)]
    graph = make_graph("a -> b", roles=dict(zip("ab", sides, strict=True)))
    return step_lines(step(graph, "a", "b")).have


def test_what_is_asked_instead_stands_before_the_old_text(make_graph: Make) -> None:
    """So that a person sees what it was; what asks the same in other words is never "nothing new"."""
    assert asked_of_step(make_graph, "A degree or equal work.", "A degree.") == (
        "You must newly have: Education 1: A degree (before: A degree or equal work)."
    )
    assert asked_of_step(make_graph, "A degree in a related field.", "Degree in a relevant area.") == (
        "Nothing is surely new; asked in other words, compare: Education 1: Degree in a relevant area (before: A "
        "degree in a related field)."
    )


def test_what_asks_less_changes_for_the_person(make_graph: Make) -> None:
    """It is nothing new, and it is told."""
    sides = [{"requirements": [["Education 1", text]]} for text in ("A master's degree.", "A bachelor's degree.")]
    lines = step_lines(step(make_graph("a -> b", roles=dict(zip("ab", sides, strict=True))), "a", "b"))
    assert lines.have == "Nothing new that you must have is stated."
    assert lines.change.startswith("For you: Education 1 asks less")


def test_of_roles_of_which_nothing_is_stated_it_is_not_known_what_changes(make_graph: Make) -> None:
    """As of occupations in a list of moves: nothing stated is not nothing changed."""
    facts = ("category", "job_function", "job_family", "personnel_program", "flsa")
    silent = {"asks_stated": False, **dict.fromkeys(facts)}
    lines = step_lines(step(make_graph("a -> b", roles={"a": silent, "b": silent}), "a", "b"))
    assert lines.change == "What changes for you is not stated."
