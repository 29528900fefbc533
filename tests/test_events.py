"""When something changes, and ways into other functions, stated or only alike."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.cli.asking import EVENTS as NAMED
from careerpaths.model import Entry, Source
from careerpaths.queries.events import EVENTS
from careerpaths.queries.sideways import LEAST_ALIKE, MOST_ALIKE
from careerpaths.report import tell
from careerpaths.report.console import Style, console_for

Make = Callable[..., "nx.DiGraph[str]"]


def asks(kind: str, text: str = "one", label: str = "Row 1") -> dict[str, Any]:
    """The attributes of a role that asks one thing."""
    return {"requirements": [[label, text]], "requirement_kinds": [kind]}


def shown(answer: Any, *, width: int = 100, sources: bool = False) -> str:
    """The answer as it stands in a terminal."""
    stream = io.StringIO()
    tell(answer, console_for(stream, width=width), Style(width=width, sources=sources))
    return stream.getvalue()


def happens(make_graph: Make, event: str, a: Mapping[str, Any], b: Mapping[str, Any], kind: str = "promotion") -> bool:
    """Whether an event happens on the one move of the smallest graph."""
    graph = make_graph("a -> b", roles={"a": a, "b": b}, kinds={"a -> b": kind})
    found = cp.when(graph, event).happenings
    assert [(one.step.start.id, one.step.end.id, one.moves) for one in found] in ([], [("a", "b", None)])
    return bool(found)


UNDEFINED: dict[str, Any] = {
    "defined": False,
    "track": None,
    "category": None,
    "level": None,
    "level_order": None,
    "job_function": None,
}


@pytest.mark.parametrize(
    ("event", "a", "b", "expected"),
    [
        ("overtime", {"flsa": "Non-Exempt"}, {"flsa": "Exempt"}, True),
        ("overtime", {"flsa": "nonexempt"}, {"flsa": "exempt"}, True),
        ("overtime", {"flsa": "Exempt"}, {"flsa": "Non-Exempt"}, False),
        ("overtime", {"flsa": "Non-Exempt"}, {"flsa": None}, False),
        ("overtime", {"flsa": None}, {"flsa": "Exempt"}, False),
        ("program", {"personnel_program": "PSS"}, {"personnel_program": "MSP"}, True),
        ("program", {"personnel_program": "PSS"}, {"personnel_program": "pss"}, False),
        ("program", {"personnel_program": "PSS"}, {}, False),
        ("certificate", {}, asks("certificate"), True),
        ("certificate", {}, asks("license"), True),
        ("certificate", asks("certificate"), asks("certificate"), False),
        ("certificate", asks("certificate"), {}, False),
        ("certificate", asks("certificate"), asks("certificate", "another one"), True),
        ("certificate", {}, asks("education"), False),
        ("certificate", asks("certificate"), UNDEFINED, False),
        ("education", {}, asks("education"), True),
        ("education", asks("education"), asks("education", "A master's degree."), True),
        ("education", {}, asks("certificate"), False),
        ("leading", {}, {"track": "supervisory"}, True),
        ("leading", {}, {"track": "managerial"}, True),
        ("leading", {"track": "supervisory"}, {"track": "managerial"}, False),
        ("leading", {}, {"track": "operational"}, False),
        ("leading", {}, UNDEFINED, False),
        ("return", {"track": "managerial"}, {}, True),
        ("return", {"track": "managerial"}, {"track": "supervisory"}, False),
        ("return", {"track": "managerial"}, UNDEFINED, False),
        ("return", {}, {}, False),
    ],
)
def test_what_a_move_brings(
    make_graph: Make, event: str, a: dict[str, Any], b: dict[str, Any], *, expected: bool
) -> None:
    """Each event on one move; what is not stated brings none, in neither direction."""
    assert happens(make_graph, event, a, b) == expected


def test_a_title_alone_can_tell_that_somebody_leads(make_graph: Make) -> None:
    """A change of track to a role that is only named leads people; the same move back of a manager does not."""
    assert happens(make_graph, "leading", {}, UNDEFINED, "change-of-track")
    assert not happens(make_graph, "leading", {"track": "managerial"}, UNDEFINED, "change-of-track")


def test_the_nearest_comes_first(make_graph: Make) -> None:
    """How many moves it takes, that move included; beyond reach nothing is told."""
    exempt = {"flsa": "Exempt"}
    hourly = {"flsa": "Non-Exempt"}
    graph = make_graph(
        "a -> b",
        "b -> c",
        "a -> d",
        "x -> y",
        roles={"a": hourly, "b": hourly, "c": exempt, "d": exempt, "x": hourly, "y": exempt},
    )
    answer = cp.when(graph, "overtime", role="a")
    assert [(one.step.end.id, one.moves) for one in answer.happenings] == [("d", 1), ("c", 2)]
    assert answer.explanation.startswith("Eligibility for overtime ends on the move from a to d.")
    assert "So does one other move." in answer.explanation
    assert [one.step.end.id for one in cp.when(graph, "overtime").happenings] == ["d", "c", "y"]


def test_what_is_stated_of_whom(make_graph: Make) -> None:
    """The role that is asked of first, then all within reach in reading order, those that are only named left out."""
    roles = {"b": asks("certificate", "A."), "a": asks("education", "B."), "c": UNDEFINED, "d": {}}
    graph = make_graph("b -> a", "b -> c", roles=roles)
    answer = cp.when(graph, "certificate", role="b")
    assert [(one.id, text) for one, text in answer.states] == [("b", "A."), ("a", None)]
    assert answer.explanation.endswith("Stated of b: A.")
    assert [one.id for one, _ in cp.when(graph, "certificate").states] == ["a", "b", "d"]


def test_several_requirements_of_one_kind_are_stated_together(make_graph: Make) -> None:
    """All certificates and licences of a role."""
    role = {
        "requirements": [["Cert 1", "One."], ["Education 1", "Two."], ["License 1", "Three."]],
        "requirement_kinds": ["certificate", "education", "license"],
    }
    answer = cp.when(make_graph(roles={"a": role}), "certificate", role="a")
    assert answer.states[0][1] == "One.; Three."


def test_a_role_that_is_only_named(make_graph: Make) -> None:
    """Nothing is stated of it, and the answer says that where it leads is not known."""
    answer = cp.when(make_graph("a -> b", roles={"b": UNDEFINED}), "overtime", role="b")
    assert (answer.happenings, answer.states) == ((), ())
    assert answer.explanation.startswith("b is named as a next step, but not described in the standards loaded here")


@pytest.mark.parametrize("event", EVENTS)
def test_no_event(make_graph: Make, event: str) -> None:
    """Each event has a sentence for "never"; the command line knows the same events."""
    answer = cp.when(make_graph("a -> b", roles={"a": {"track": "managerial"}, "b": {"track": "managerial"}}), event)
    assert answer.happenings == ()
    assert answer.explanation.startswith("No move in the standards loaded here ")
    assert tuple(EVENTS) == NAMED


@pytest.mark.parametrize(("event", "role"), [("pay", None), ("", "a"), ("Overtime", "a")])
def test_an_event_that_there_is_not(make_graph: Make, event: str, role: str | None) -> None:
    """The message names those that there are."""
    with pytest.raises(cp.BadArgument, match="expected one of overtime, program, certificate"):
        cp.when(make_graph("a -> b"), event, role=role)


def test_a_role_that_there_is_not(make_graph: Make) -> None:
    """As in all commands."""
    with pytest.raises(cp.UnknownRole):
        cp.when(make_graph("a -> b"), "overtime", role="Cook 9")


letters = st.sampled_from("abcdef")
PAIRS = st.lists(st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1]), unique=True, max_size=14)
FACTS = st.fixed_dictionaries(
    {
        "flsa": st.sampled_from([None, "Exempt", "Non-Exempt"]),
        "personnel_program": st.sampled_from([None, "PSS", "MSP"]),
        "track": st.sampled_from([None, "professional", "supervisory", "managerial"]),
    }
)


def brings(event: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a move between described roles brings an event, said anew."""
    if event == "overtime":
        return (before["flsa"], after["flsa"]) == ("Non-Exempt", "Exempt")
    if event == "program":
        return {before["personnel_program"], after["personnel_program"]} == {"PSS", "MSP"}
    leads = [one["track"] in ("supervisory", "managerial") for one in (before, after)]
    # A role whose track is not stated is no way back.
    is_back = leads == [True, False] and after["track"] is not None
    return leads == [False, True] if event == "leading" else is_back


KEYS = {"overtime": "flsa", "program": "personnel_program"}


def stated_before(graph: nx.DiGraph[str], key: str, role: str) -> set[str]:
    """The roles from which this one is reached through roles that do not state a fact, said anew."""
    silent = [one for one in graph if graph.nodes[one][key] is None]
    if role not in silent:
        return {role}
    among = nx.ancestors(graph.subgraph(silent), role) | {role}
    return {start for start, end in graph.edges if end in among and start not in silent}


@given(
    pairs=PAIRS,
    facts=st.fixed_dictionaries(dict.fromkeys("abcdef", FACTS)),
    event=st.sampled_from(["overtime", "program", "leading", "return"]),
    role=st.sampled_from([None, "a"]),
)
def test_happenings_equal_a_loop_over_all_moves(
    make_graph: Make, pairs: list[tuple[str, str]], facts: dict[str, Any], event: str, role: str | None
) -> None:
    """Every move within reach that brings the event, and no other, with the fewest moves that it takes."""
    graph = make_graph(*(f"{start} -> {end}" for start, end in pairs), roles=facts)
    away: dict[str, int] = nx.single_source_shortest_path_length(graph, role) if role else dict.fromkeys(graph, 0)
    within = graph.subgraph(away)
    leads = [event == "leading" and facts[one]["track"] in ("supervisory", "managerial") for one in [role] if one]
    expected = {
        (start, end, None if role is None else away[start] + 1)
        for start, end in within.edges
        for one in (stated_before(within, KEYS[event], start) if event in KEYS else [start])
        if brings(event, {"track": None} if any(leads) else facts[one], facts[end])
    }
    found = [(one.step.start.id, one.step.end.id, one.moves) for one in cp.when(graph, event, role=role).happenings]
    assert len(found) == len(set(found))
    assert set(found) == expected
    assert [one[2] or 0 for one in found] == sorted(one[2] or 0 for one in found)


def test_the_shape(make_graph: Make) -> None:
    """JSON has the moves with their steps and what is stated; flat rows are the moves."""
    graph = make_graph("a -> b", roles={"a": {"flsa": "Non-Exempt"}, "b": {"flsa": "Exempt"}})
    answer = cp.when(graph, "overtime", role="a")
    shape = answer.to_dict()
    assert list(shape) == ["schema", "event", "role", "moves", "states", "explanation"]
    assert (shape["moves"][0]["moves"], shape["moves"][0]["from"]) == (1, "a")
    assert [one["title"] for one in shape["states"]] == ["a", "b"]
    (row,) = answer.rows()
    assert tuple(row) == answer.columns
    assert (row["moves"], row["from"], row["to"]) == (1, "a", "b")
    assert cp.when(graph, "overtime").to_dict()["role"] is None


def test_text_of_an_event(make_graph: Make) -> None:
    """The answer in a sentence, each move, what is stated once with all that it is stated of, and the source."""
    graph = make_graph("a -> b", roles={"a": {"flsa": "Non-Exempt"}, "b": {"flsa": "Exempt"}})
    text = shown(cp.when(graph, "overtime", role="a"), sources=True)
    assert text.startswith("Eligibility for overtime ends on the move from a to b.")
    assert "a -> b (in one move): " in text
    assert "x.txt, Career Path 1, Level" in text
    assert "What is stated:" in text


def test_text_of_many_moves_is_cut(make_graph: Make) -> None:
    """Twelve moves and twelve roles of one text are named, the others counted."""
    names = [f"r{number:02}" for number in range(15)]
    roles = {"a": {"flsa": "Non-Exempt"}, **{name: {"flsa": "Exempt"} for name in names}}
    text = shown(cp.when(make_graph(*(f"a -> {name}" for name in names), roles=roles), "overtime", role="a"))
    assert text.count("a -> r") == 12
    assert "... and 3 more" in text
    assert "and 3 more\n" in text


# Sideways.


def stated(texts: Mapping[str, Sequence[str]]) -> Callable[[str], tuple[Entry, ...]]:
    """What gives the texts of roles: duties."""
    return {role: tuple(_duty(text) for text in found) for role, found in texts.items()}.__getitem__


def _duty(text: str) -> Entry:
    source = Source(document="x.txt", row="Duty", column="x", text=text)
    return Entry(kind="duty", label="Duty", text=text, source=source, places=())


def of(function: str, order: int = 1, **more: Any) -> dict[str, Any]:
    """The attributes of a role of a function at a level."""
    return {"job_function": function, "level_order": order, **more}


@pytest.mark.parametrize(
    ("kind", "is_declared"),
    [
        ("lateral", True),
        ("cross-function", True),
        ("promotion", False),
        ("change-of-track", False),
        ("step-back", False),
    ],
)
def test_declared_moves(make_graph: Make, kind: str, *, is_declared: bool) -> None:
    """Stated moves to another function or at the same level, with their sources."""
    answer = cp.sideways(make_graph("a -> b", kinds={"a -> b": kind}), "a")
    assert [one.end.id for one in answer.declared] == (["b"] if is_declared else [])
    assert answer.explanation.startswith("a names one move" if is_declared else "The standard of a states no move")
    assert all(one.sources for one in answer.declared)


def test_likeness_is_the_share_of_words_in_common(make_graph: Make) -> None:
    """Twice the words of both by the words of each: here 2 * 2 / (3 + 4); short words do not count."""
    graph = make_graph(roles={"a": of("Imaging"), "b": of("Radiology")})
    texts = {"a": ["Tests large systems of it."], "b": ["Tests systems at many sites."]}
    (one,) = cp.sideways(graph, "a", catalogue=stated(texts)).alike
    assert (one.role.id, one.likeness) == ("b", round(4 / 7, 2))


@pytest.mark.parametrize(
    "other",
    [
        of("imaging"),
        of("Radiology", 2),
        of("Radiology", track="managerial"),
        of("Radiology", defined=False),
    ],
)
def test_who_is_no_peer(make_graph: Make, other: dict[str, Any]) -> None:
    """The same function, another level, another track, and roles that are only named are not said to be alike."""
    graph = make_graph(roles={"a": of("Imaging"), "b": other})
    texts = {"a": ["Tests large systems."], "b": ["Tests large systems."]}
    assert cp.sideways(graph, "a", catalogue=stated(texts)).alike == ()


@pytest.mark.parametrize("mine", [{"defined": False}, {"level_order": None}])
def test_a_role_without_a_level_has_no_peers(make_graph: Make, mine: dict[str, Any]) -> None:
    """Where the level is not stated nothing is at the same."""
    graph = make_graph(roles={"a": {**of("Imaging"), **mine}, "b": of("Radiology")})
    texts = {"a": ["Tests large systems."], "b": ["Tests large systems."]}
    assert cp.sideways(graph, "a", catalogue=stated(texts)).alike == ()


def test_a_declared_move_is_not_said_to_be_undeclared(make_graph: Make) -> None:
    """Whoever is stated does not stand among those that only read alike."""
    graph = make_graph("a -> b", roles={"a": of("Imaging"), "b": of("Radiology")}, kinds={"a -> b": "cross-function"})
    answer = cp.sideways(graph, "a", catalogue=stated({"a": ["Tests systems."], "b": ["Tests systems."]}))
    assert ([one.end.id for one in answer.declared], answer.alike) == (["b"], ())


def test_the_most_alike_first_and_no_more_than_five(make_graph: Make) -> None:
    """Those below a fifth of the words are left out; equally alike ones stand in reading order."""
    graph = make_graph(roles={"a": of("Imaging"), **{f"b{number}": of(f"F{number}") for number in range(8)}})
    texts = {"a": ["alpha bravo charlie delta"], "b0": ["unlike anything else here"], "b1": ["alpha bravo"]}
    texts |= {f"b{number}": ["alpha bravo charlie delta"] for number in range(2, 8)}
    found = cp.sideways(graph, "a", catalogue=stated(texts)).alike
    assert [one.role.id for one in found] == ["b2", "b3", "b4", "b5", "b6"]
    assert len(found) == MOST_ALIKE
    few = {role: text for role, text in texts.items() if role in ("a", "b0", "b1")}
    graph.remove_nodes_from([f"b{number}" for number in range(2, 8)])
    (one,) = cp.sideways(graph, "a", catalogue=stated(few)).alike
    assert one.role.id == "b1"
    assert one.likeness >= LEAST_ALIKE


def test_nothing_alike(make_graph: Make) -> None:
    """Roles without texts are not alike, however little both say."""
    graph = make_graph(roles={"a": of("Imaging"), "b": of("Radiology")})
    answer = cp.sideways(graph, "a", catalogue=stated({"a": [], "b": []}))
    assert (answer.declared, answer.alike, answer.note) == ((), (), None)


def test_without_texts_it_says_so(make_graph: Make) -> None:
    """Nothing is said to be alike, and why."""
    answer = cp.sideways(make_graph(roles={"a": of("Imaging"), "b": of("Radiology")}), "a")
    assert answer.alike == ()
    assert answer.note
    assert answer.note in " ".join(shown(answer).split())


def test_sideways_as_shape_and_text(make_graph: Make) -> None:
    """What is declared and what is not is told apart everywhere."""
    graph = make_graph(
        "a -> b",
        roles={"a": of("Imaging"), "b": of("Radiology"), "c": of("Data")},
        kinds={"a -> b": "cross-function"},
    )
    answer = cp.sideways(graph, "a", catalogue=stated({role: ["Tests systems."] for role in "abc"}))
    shape = answer.to_dict()
    assert [one["to"] for one in shape["declared"]] == ["b"]
    assert [(one["id"], one["likeness"]) for one in shape["alike"]] == [("c", 1.0)]
    assert [(row["declared"], row["id"]) for row in answer.rows()] == [(True, "b"), (False, "c")]
    assert all(tuple(row) == answer.columns for row in answer.rows())
    assert "not declared by any standard, 100% of the words in common" in " ".join(shown(answer).split())


def test_what_an_overlay_states_of_a_role_without_a_standard_is_told(make_graph: Make) -> None:
    """The end of overtime, and who leads people; where nobody states it, that the standard is not loaded."""
    facts = {"defined": False, "level": None, "track": None, "category": "Supervisor", "flsa": "Exempt"}
    roles = {"a": {"flsa": "Non-Exempt"}, "b": facts, "c": {**facts, "category": None, "flsa": None, "title": "Mgr 1"}}
    graph = make_graph("a -> b", "a -> c", roles=roles)
    assert [one.note for one in cp.when(graph, "overtime", role="a").happenings] == [
        "not eligible for overtime from here on (Exempt)"
    ]
    assert [one.note for one in cp.when(graph, "leading", role="a").happenings] == [
        "the category changes from Professional to Supervisor: it is a role that leads people",
        "it leads people, as the title tells; standard not loaded",
    ]
    only_named = make_graph("a -> c", roles={"c": roles["c"]})
    told = cp.when(only_named, "leading", role="a").explanation
    assert told.startswith("You lead people from the move from a to Mgr 1 on, as the title tells.")


def test_an_advantage_is_stated_and_not_asked(make_graph: Make) -> None:
    """What a text only calls an advantage is quoted as newly stated."""
    wish = [["Education 2", "A master's degree is an advantage."]]
    graph = make_graph("a -> b", roles={"b": {"requirements": wish, "requirement_kinds": ["education"]}})
    found = cp.when(graph, "education", role="a")
    assert found.explanation.startswith("Other education is stated from the move from a to b on.")
    assert [one.note for one in found.happenings] == ["Education 2: A master's degree is an advantage"]


def test_another_track_is_not_always_one_that_leads(make_graph: Make) -> None:
    """A technician who becomes a specialist that no standard describes leads nobody, as far as is known."""
    other = {"defined": False, "title": "Imaging Spec 1", "category": None, "track": None}
    graph = make_graph("a -> b", roles={"a": {"track": "operational"}, "b": other}, kinds={"a -> b": "change-of-track"})
    assert not cp.when(graph, "leading", role="a").happenings


@pytest.mark.parametrize(
    ("event", "facts", "told"),
    [
        ("overtime", ({"flsa": "NE"}, {"flsa": "Exempt"}), "Eligibility for overtime ends between a and d; on which"),
        (
            "program",
            ({"personnel_program": "PSS"}, {"personnel_program": "MSP"}),
            "The personnel program changes between a and d; on which",
        ),
    ],
)
def test_roles_between_need_not_state_it(
    make_graph: Make, event: str, facts: tuple[dict[str, Any], dict[str, Any]], told: str
) -> None:
    """It changes somewhere on the way: told with both ends, at the move by which it has, and as not stated where."""
    graph = make_graph("a -> b", "b -> c", "c -> d", roles={"a": facts[0], "d": facts[1]})
    found = cp.when(graph, event, role="a")
    assert found.explanation.startswith(told)
    assert [(one.step.start.id, one.step.end.id, one.moves) for one in found.happenings] == [("c", "d", 3)]
    assert found.happenings[0].since is not None
    assert found.happenings[0].note == "between a and d; on which of the moves is not stated"


def test_who_leads_people_already_is_told_so(make_graph: Make) -> None:
    """And which moves lead to further roles that lead people; where none does, no more is said."""
    leader = {"track": "supervisory", "category": "Supervisory"}
    graph = make_graph("a -> b", "b -> c", roles={"a": leader, "b": leader, "c": {"track": "professional"}})
    found = cp.when(graph, "leading", role="a")
    assert found.explanation.startswith("As a you lead people already. The move from a to b leads to another role")
    assert [(one.step.end.id, one.note) for one in found.happenings] == [("b", "it is a role that leads people")]
    assert cp.when(graph, "leading", role="b").explanation.startswith("As b you lead people already. Stated of b")
