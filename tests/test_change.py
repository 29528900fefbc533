"""What a step changes: attributes and requirements, with what it means; not stated never counts as nothing asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.change import comparison, is_wish
from careerpaths.model import Entry, Source

Make = Callable[..., "nx.DiGraph[str]"]
KEYS = ("level", "category", "job_function", "job_family")
UNDEFINED: dict[str, Any] = {"defined": False, **dict.fromkeys(KEYS)}


def found(make_graph: Make, before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    """The changes of a step between two roles that are alike but for these attributes."""
    same = {"level": "Entry"}
    graph = make_graph("a -> b", roles={"a": {**same, **before}, "b": {**same, **after}})
    return [(change.attribute, change.before, change.after) for change in cp.changes(graph, "a", "b")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, []),
        ({"flsa": "Non-Exempt"}, {"flsa": "Exempt"}, [("flsa", "Non-Exempt", "Exempt")]),
        ({"flsa": "Exempt"}, {"flsa": "EXEMPT"}, []),
        ({"flsa": "Exempt"}, {}, [("flsa", "Exempt", None)]),
        ({}, {"personnel_program": "MSP"}, [("personnel_program", None, "MSP")]),
        ({"requirements": []}, {"requirements": [["Cert 1", "one"]]}, [("Cert 1", None, "one")]),
        ({"extras": [["grade", "19"]]}, {"extras": [["grade", "21"]]}, [("grade", "19", "21")]),
        ({}, {"extras": [["grade", "21"]]}, [("grade", None, "21")]),
        ({"extras": [["grade", "21"]]}, {"extras": [["grade", "21"]]}, []),
        ({"requirements": [["Cert 1", "one"]]}, {"requirements": [["Cert 1", "two"]]}, [("Cert 1", "one", "two")]),
        ({"requirements": [["Cert 1", "one"]]}, {"requirements": []}, [("Cert 1", "one", None)]),
        ({"requirements": [["Cert 1", "one"]]}, {"requirements": [["Cert 1", "one"]]}, []),
    ],
)
def test_changes(
    make_graph: Make,
    before: dict[str, Any],
    after: dict[str, Any],
    expected: list[tuple[str, str | None, str | None]],
) -> None:
    """What appears, vanishes or differs is told once, by attribute or row label; case and marks make no change."""
    assert found(make_graph, before, after) == expected


def test_a_step_to_an_undefined_role_leaves_everything_stated_before_unknown(make_graph: Make) -> None:
    """Each thing stated before has no value after, with a note that says why."""
    roles = {"a": {"flsa": "Exempt", "requirements": [["Cert 1", "one"]]}, "b": UNDEFINED}
    changes = cp.changes(make_graph("a -> b", roles=roles), "a", "b")
    assert [change.attribute for change in changes] == [
        "level",
        "category",
        "job_function",
        "job_family",
        "flsa",
        "Cert 1",
    ]
    assert {change.after for change in changes} == {None}
    assert {change.note for change in changes} == {"not stated: no loaded standard defines b"}


def test_notes_say_what_a_change_means(make_graph: Make) -> None:
    """The end of overtime and another program are told as events."""
    roles = {
        "a": {"level": "Entry", "flsa": "Non-Exempt", "personnel_program": "PSS"},
        "b": {"level": "Entry", "flsa": "Exempt", "personnel_program": "MSP"},
    }
    notes = [change.note for change in cp.changes(make_graph("a -> b", roles=roles), "a", "b")]
    assert notes == [
        "the personnel program changes from PSS to MSP: another set of personnel policies applies",
        "not eligible for overtime from here on (Exempt)",
    ]


def test_an_unknown_id_is_named(make_graph: Make) -> None:
    """A role that the graph does not have is said to be unknown."""
    with pytest.raises(cp.UnknownRole, match="no role has the id"):
        cp.changes(make_graph("a -> b"), "a", "z")


def test_changes_stand_in_one_order(make_graph: Make) -> None:
    """Level, category, function, family, program, overtime; then the later role's requirements, then those gone."""
    before = {
        "flsa": "Non-Exempt",
        "personnel_program": "PSS",
        "job_family": "A",
        "job_function": "A",
        "category": "A",
        "requirements": [["Cert 9", "gone"], ["Education 1", "x"]],
    }
    after = {
        "level": "Expert",
        "flsa": "Exempt",
        "personnel_program": "MSP",
        "job_family": "B",
        "job_function": "B",
        "category": "B",
        "requirements": [["License 1", "new"], ["Education 1", "y"]],
    }
    assert [attribute for attribute, _, _ in found(make_graph, before, after)] == [
        "level",
        "category",
        "job_function",
        "job_family",
        "personnel_program",
        "flsa",
        "License 1",
        "Education 1",
        "Cert 9",
    ]


def test_what_is_not_compared_makes_no_change(make_graph: Make) -> None:
    """Title, codes, scope, place in the order and spellings differ between any two roles."""
    other = {
        "title": "Z",
        "job_code": "9",
        "tracking_code": "T",
        "scope": "s",
        "aliases": ["y"],
        "documents": ["y.txt"],
    }
    assert found(make_graph, {}, other) == []


@pytest.mark.parametrize(
    ("attribute", "before", "after", "note"),
    [
        ("level", "Entry", "Expert", "the level changes from Entry to Expert"),
        ("level", None, "Expert", "Level: Expert (before: not stated)"),
        (
            "category",
            "Professional",
            "Managerial",
            "the category changes from Professional to Managerial: it is a role that leads people",
        ),
        ("job_function", "A", "B", "the job function changes from A to B"),
        ("job_family", "A", "B", "the job family changes from A to B"),
        (
            "personnel_program",
            "PSS",
            "MSP",
            "the personnel program changes from PSS to MSP: another set of personnel policies applies",
        ),
        ("personnel_program", "PSS", None, "Personnel program: not stated from here on (before: PSS)"),
        ("flsa", "Exempt", "Non-Exempt", "eligible for overtime from here on (Non-Exempt)"),
        ("flsa", None, "Non-Exempt", "eligible for overtime (Non-Exempt; before: not stated)"),
        ("flsa", None, "Exempt", "not eligible for overtime (Exempt; before: not stated)"),
        ("category", None, "Managerial", "a role that leads people (Managerial; category before: not stated)"),
        ("flsa", "Exempt", "Salaried", 'Overtime (FLSA) changes from "Exempt" to "Salaried"'),
    ],
)
def test_each_change_has_its_sentence(
    make_graph: Make, attribute: str, before: str | None, after: str | None, note: str
) -> None:
    """What is not stated is said to be not stated."""
    graph = make_graph(
        "a -> b", roles={"a": {"level": "Entry", attribute: before}, "b": {"level": "Entry", attribute: after}}
    )
    assert [change.note for change in cp.changes(graph, "a", "b")] == [note]


@pytest.mark.parametrize(
    ("before", "after", "note"),
    [
        ([], [["Cert 1", "one"]], "newly asked, Cert 1: one"),
        ([["Cert 1", "one"]], [], "no longer stated, Cert 1: one"),
        ([["Cert 1", "one"]], [["Cert 1", "two"]], 'Cert 1 changes from "one" to "two"'),
    ],
)
def test_each_requirement_has_its_sentence(
    make_graph: Make, before: list[list[str]], after: list[list[str]], note: str
) -> None:
    """New, gone or another."""
    roles = {"a": {"level": "Entry", "requirements": before}, "b": {"level": "Entry", "requirements": after}}
    assert [change.note for change in cp.changes(make_graph("a -> b", roles=roles), "a", "b")] == [note]


def test_nothing_stated_before_an_undefined_role_is_nothing_lost(make_graph: Make) -> None:
    """Only what was stated is noted as no longer known."""
    roles = {"a": dict.fromkeys(KEYS), "b": UNDEFINED}
    assert cp.changes(make_graph("a -> b", roles=roles), "a", "b") == ()


def test_what_an_overlay_says_of_an_undefined_role_is_compared(make_graph: Make) -> None:
    """The grades of both, though no standard defines the one; what nobody states of it stays not known."""
    roles = {
        "a": {"flsa": "Exempt", "extras": [["grade", "26"]], "requirements": [["Cert 1", "one"]]},
        "b": {**UNDEFINED, "category": "Manager", "extras": [["grade", "27"]]},
    }
    told = {one.attribute: (one.after, one.turn) for one in cp.changes(make_graph("a -> b", roles=roles), "a", "b")}
    open_rows = dict.fromkeys(("level", "job_function", "job_family", "flsa", "Cert 1"), (None, "not known"))
    assert told == {"category": ("Manager", "changed"), "grade": ("27", "changed"), **open_rows}


def test_roles_that_no_move_joins_have_changes(make_graph: Make) -> None:
    """Any two roles of the graph can be set against each other, and a role against itself."""
    graph = make_graph("a -> b", "b -> c")
    assert [one.attribute for one in cp.changes(graph, "a", "c")] == ["level"]
    assert [one.attribute for one in cp.changes(graph, "c", "a")] == ["level"]
    assert cp.changes(graph, "b", "b") == ()


@pytest.mark.parametrize(
    ("before", "after", "note"),
    [
        ("14", "14.0", None),
        ("14", " 14 ", None),
        ("9", "14", "Grade goes up by 5, from 9 to 14"),
        ("27", "24.5", "Grade goes down by 2.5, from 27 to 24.5"),
        ("-1", "1", "Grade goes up by 2, from -1 to 1"),
        ("07", "7", None),
        ("014", "0014", 'Grade changes from "014" to "0014"'),
        ("$60,000 - $90,000", "$65,000 - $95,000", 'Grade changes from "$60,000 - $90,000" to "$65,000 - $95,000"'),
        ("> 9", "< 9", 'Grade changes from "> 9" to "< 9"'),
        ("E", "e", None),
        ("9", None, "Grade: not stated from here on (before: 9)"),
    ],
)
def test_plain_numbers_go_up_and_down(make_graph: Make, before: str, after: str | None, note: str | None) -> None:
    """Equal numbers are no change; ranges, amounts and codes stay text."""
    extras = [["Grade", after]] if after is not None else []
    roles = {"a": {"level": "x", "extras": [["Grade", before]]}, "b": {"level": "x", "extras": extras}}
    assert [one.note for one in cp.changes(make_graph("a -> b", roles=roles), "a", "b")] == ([note] if note else [])


def rows_of(document: str, line: int, *texts: str) -> tuple[Entry, ...]:
    """Duties of one role, each in a row of its own."""
    return tuple(
        Entry(
            kind="duty",
            label=f"Duty {number}",
            text=text,
            source=Source(document=document, row=f"Duty {number}", column="x", text=text, line=line + number),
            places=(),
        )
        for number, text in enumerate(texts, 1)
    )


@pytest.mark.parametrize(
    ("document", "facts", "turns"),
    [
        ("x.txt", {}, ["rewritten", "same"]),
        ("y.txt", {}, ["new", "same", "gone"]),
        ("x.txt", {"job_function": "Payroll"}, ["new", "same", "gone"]),
        ("x.txt", {"category": "Managerial"}, ["new", "same", "gone"]),
        ("x.txt", {"job_function": None}, ["new", "same", "gone"]),
    ],
    ids=["two blocks", "two documents", "another function", "another category", "function not stated"],
)
def test_rows_of_a_ladder_in_two_blocks_go_by_label(
    make_graph: Make, document: str, facts: dict[str, Any], turns: list[str]
) -> None:
    """In one document a label means one row for all levels of a function and category; else texts are matched."""
    stated = {
        "a": rows_of("x.txt", 10, "Answers calls.", "Plans all work."),
        "b": rows_of(document, 50, "Leads a team of four.", "Plans all work."),
    }
    graph = make_graph("a -> b", roles={"b": facts})
    found = comparison(graph, "a", "b", catalogue=stated.__getitem__)
    assert [one.turn for one in found if one.group == "duty"] == turns


texts = st.sampled_from([None, "Exempt", "exempt", "Non-Exempt", "Other"])
attributes = st.fixed_dictionaries({"flsa": texts, "personnel_program": texts, "level": texts})


@given(before=attributes, after=attributes)
def test_changes_back_are_the_changes_turned_round(
    make_graph: Make, before: dict[str, str | None], after: dict[str, str | None]
) -> None:
    """The law: the way back changes the same things, the other way; a role changes nothing beyond itself."""
    graph = make_graph("a -> b", "b -> a", roles={"a": before, "b": after})
    there, back = cp.changes(graph, "a", "b"), cp.changes(graph, "b", "a")
    assert [(one.attribute, one.before, one.after) for one in there] == [
        (one.attribute, one.after, one.before) for one in back
    ]
    assert cp.changes(graph, "a", "a") == ()


def test_json_shape(make_graph: Make) -> None:
    """The keys of a change."""
    (change,) = cp.changes(make_graph("a -> b"), "a", "b")
    assert change.to_dict() == {
        "attribute": "level",
        "before": "Level 0",
        "after": "Level 1",
        "note": "the level changes from Level 0 to Level 1",
        "group": "attribute",
        "turn": "changed",
        "words": [],
        "sources": [],
    }


def test_behind_a_role_that_states_nothing_nobody_knows_what_is_new(make_graph: Make) -> None:
    """Whether no standard defines it or its standard says nothing: nothing of the other is called new."""
    asked = {"requirements": [["Cert 1", "one"]], "requirement_kinds": ["certificate"], "flsa": "Exempt", "level": "x"}
    rows = {"a": (), "b": rows_of("x.txt", 1, "Tests systems.")}
    for before in ({"defined": False, "level": None}, {"asks_stated": False, "level": "x"}):
        graph = make_graph("a -> b", roles={"a": before, "b": asked})
        told = {one.attribute: one for one in cp.changes(graph, "a", "b", catalogue=rows.__getitem__)}
        assert {told[name].turn for name in ("Cert 1", "flsa", "Duty 1")} == {"not known"}
        assert not any("newly" in one.note or "changes" in one.note for one in told.values() if one.before is None)
    assert told["Cert 1"].note == "Cert 1: one (whether it is new is not known: a states nothing of what it asks)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A master's degree is an advantage.", True),
        ("A second language is preferred", True),
        ("Night work is desirable; a card is a plus.", True),
        ("A licence is required; a master's degree is an advantage.", False),
        ("A bachelor's degree.", False),
    ],
)
def test_what_is_only_of_advantage(text: str, expected: bool) -> None:  # noqa: FBT001 - a row of the table
    """A text that asks for nothing beside what it wishes."""
    assert is_wish(text) is expected


def test_words_for_what_is_of_advantage_are_data() -> None:
    """Another employer's words decide; a graph that was exported without them is read by those known."""
    scales = {"obligation": {"nice to have": 1, "prerequisite": 2}}
    assert is_wish("A card (nice to have).", scales=scales)
    assert not is_wish("A card: a prerequisite; nice to have: two.", scales=scales)
    assert not is_wish("A card is preferred.", scales=scales)
    assert is_wish("A card is preferred.", scales={})


def test_facts_of_the_standards_own_rows_are_compared_as_those_of_overlays(tmp_path: Path) -> None:
    """A row "Grade" of a standard is a fact of the role: it goes up, and is no text beside."""
    rows = ("Job Level\tEntry\tAdvanced", "Job Title\tAnl 1\tAnl 2", "Job Code\t1\t2", "Grade\t10\t12")
    path = tmp_path / "a.txt"
    path.write_text("\n".join((*rows, "Key Resp 01\tTests.\tTests.", "Career Path 1\tAnl 2\t")), encoding="utf-8")
    catalogue = cp.load(path)
    graph = cp.build_graph(catalogue)
    found = cp.changes(graph, cp.role_id(graph, "1"), cp.role_id(graph, "2"), catalogue=catalogue)
    assert [(one.group, one.note) for one in found if one.attribute == "Grade"] == [
        ("extra", "Grade goes up by 2, from 10 to 12")
    ]
    assert cp.routes(graph, "1", "2").routes[0].grade == ("10", "12")
