"""Roles side by side: rows aligned over all of them, what becomes of each, and how it reads."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.change import comparison
from careerpaths.model import Entry, Source
from careerpaths.queries.comparing import MOST_ROLES
from careerpaths.report import tell
from careerpaths.report.console import Style, console_for
from careerpaths.statements import SAME

Make = Callable[..., "nx.DiGraph[str]"]
UNDEFINED = {"defined": False, **dict.fromkeys(("level", "category", "job_function", "job_family"))}
EVIDENCE = "x.txt, Career Path 1, Level"
Texts = Mapping[str, Sequence[tuple[str, str, str]]]


def stated(texts: Texts, *, line_of: Mapping[str, int] | None = None) -> Callable[[str], tuple[Entry, ...]]:
    """What gives the texts of roles, (kind, label, text), all of one standard in which a label is a line."""
    labels = sorted({label for rows in texts.values() for _, label, _ in rows})
    lines = line_of or {label: number for number, label in enumerate(labels, 1)}
    return {role: tuple(_entry(role, lines[row[1]], row) for row in rows) for role, rows in texts.items()}.__getitem__


def _entry(role: str, line: int, row: tuple[str, str, str]) -> Entry:
    kind, label, text = row
    source = Source(document="x.txt", row=label, column=role, text=text, line=line)
    return Entry(kind=kind, label=label, text=text, source=source, places=())


def rows_of(answer: Any, group: str) -> list[tuple[str, tuple[str | None, ...]]]:
    """Label and texts of the rows of a group."""
    return [(row.label, row.texts) for row in answer.rows_compared if row.group == group]


def shown(answer: Any, *, width: int = 100, details: bool = False, sources: bool = False) -> str:
    """The answer as it stands in a terminal."""
    stream = io.StringIO()
    tell(answer, console_for(stream, width=width), Style(width=width, details=details, sources=sources))
    return stream.getvalue()


def test_rows_of_three_roles_are_aligned(make_graph: Make) -> None:
    """A row has the text of each role; a row that one role has not is not stated there."""
    texts = {
        "a": [("duty", "Duty 1", "Tests systems."), ("duty", "Duty 2", "Answers calls.")],
        "b": [("duty", "Duty 1", "Tests systems.")],
        "c": [("duty", "Duty 1", "Designs systems with a team."), ("duty", "Duty 3", "Plans budgets.")],
    }
    answer = cp.compare(make_graph("a -> b", "b -> c"), "a", "b", "c", catalogue=stated(texts))
    assert rows_of(answer, "duty") == [
        ("Duty 1", ("Tests systems.", "Tests systems.", "Designs systems with a team.")),
        ("Duty 2", ("Answers calls.", None, None)),
        ("Duty 3", (None, None, "Plans budgets.")),
    ]
    turns = [tuple(one and one.turn for one in row.changes) for row in answer.rows_compared if row.group == "duty"]
    assert turns == [("same", "rewritten"), ("gone", None), (None, "new")]


def test_a_row_that_comes_back(make_graph: Make) -> None:
    """What the first and the third role state, and the second does not, is one row."""
    texts = {
        "a": [("duty", "Duty 1", "Tests systems.")],
        "b": [],
        "c": [("duty", "Duty 1", "Tests systems.")],
    }
    answer = cp.compare(make_graph("a -> b", "b -> c"), "a", "b", "c", catalogue=stated(texts))
    assert rows_of(answer, "duty") == [("Duty 1", ("Tests systems.", None, "Tests systems."))]
    assert not answer.rows_compared[-1].is_same


def test_the_same_and_what_differs(make_graph: Make) -> None:
    """Case and marks make no difference; something and nothing do."""
    roles = {
        "a": {"level": "Entry", "flsa": "Exempt", "requirements": [["Cert 1", "One."]]},
        "b": {"level": "entry", "flsa": None, "requirements": [["Cert 1", "one"]]},
    }
    answer = cp.compare(make_graph("a -> b", roles=roles), "a", "b")
    assert {row.label: row.is_same for row in answer.rows_compared} == {
        "level": True,
        "category": True,
        "job_function": True,
        "job_family": True,
        "flsa": False,
        "Cert 1": True,
    }


def test_facts_stand_before_texts(make_graph: Make) -> None:
    """Attributes in their own order, what overlays add, requirements, scope, duties, knowledge, the rest."""
    texts = {
        "a": [
            ("knowledge", "KSA 1", "k"),
            ("environment", "Environment", "e"),
            ("duty", "Duty 1", "d"),
            ("custom_scope", "Custom Scope", "s"),
        ],
        "b": [],
    }
    roles = {"a": {"requirements": [["Cert 1", "one"]], "extras": [["Grade", "20"]]}}
    answer = cp.compare(make_graph("a -> b", roles=roles), "a", "b", catalogue=stated(texts))
    assert [row.label for row in answer.rows_compared] == [
        "level",
        "category",
        "job_function",
        "job_family",
        "Grade",
        "Cert 1",
        "Custom Scope",
        "Duty 1",
        "KSA 1",
        "Environment",
    ]


def test_how_many_doors_each_opens(make_graph: Make) -> None:
    """Next roles, and all within reach; a role whose document states no moves opens none that are known."""
    graph = make_graph("a -> b", "b -> c", "b -> d", roles={"d": {"states_moves": False}, "e": {"defined": False}})
    answer = cp.compare(graph, "a", "b", "c", "d")
    assert answer.leads_to == (1, 2, 0, None)
    assert answer.reaches == (3, 2, 0, None)
    assert [(one.start.id, one.end.id) for one in answer.moves] == [("a", "b"), ("b", "c"), ("b", "d")]


def test_a_role_that_is_only_named(make_graph: Make) -> None:
    """Each thing that is stated of the other is not known of it, and never said to be gone."""
    graph = make_graph("a -> b", roles={"b": UNDEFINED})
    answer = cp.compare(graph, "a", "b")
    assert {one.turn for row in answer.rows_compared for one in row.changes if one} == {"not known"}
    assert all(row.texts[1] is None for row in answer.rows_compared)
    assert "b is named as a next step, but not described" in shown(answer)


def test_selectors_stand_for_roles(make_graph: Make) -> None:
    """A selector means all its roles, in reading order; a role that is meant twice stands once."""
    graph = make_graph("a -> b", "b -> c", roles={"c": {"category": "Managerial"}})
    assert [one.id for one in cp.compare(graph, "category:professional", "c").roles] == ["a", "b", "c"]
    assert [one.id for one in cp.compare(graph, "c", "a, b", "a").roles] == ["c", "a", "b"]


@pytest.mark.parametrize("count", [0, 1, MOST_ROLES + 1])
def test_two_to_twelve_roles(make_graph: Make, count: int) -> None:
    """Fewer are no comparison, more cannot be read side by side."""
    names = [f"r{number}" for number in range(20)]
    graph = make_graph(roles={name: {} for name in names})
    with pytest.raises(cp.BadArgument, match=str(count)):
        cp.compare(graph, *names[:count])


def test_twelve_roles_are_compared(make_graph: Make) -> None:
    """The most there may be."""
    names = [f"r{number}" for number in range(MOST_ROLES)]
    answer = cp.compare(make_graph(roles={name: {} for name in names}), *names)
    assert all(len(row.texts) == MOST_ROLES for row in answer.rows_compared)


@pytest.mark.parametrize(
    ("name", "error"),
    [("nobody", cp.UnknownRole), ("level:", cp.BadArgument), ("a+nobody", cp.CareerPathsError)],
)
def test_names_that_mean_nothing(make_graph: Make, name: str, error: type[Exception]) -> None:
    """As in all commands."""
    with pytest.raises(error):
        cp.compare(make_graph("a -> b"), "a", name)


def test_without_texts_it_says_so(make_graph: Make) -> None:
    """Facts and requirements alone, and a note."""
    assert cp.compare(make_graph("a -> b"), "a", "b").note
    assert cp.compare(make_graph("a -> b"), "a", "b", catalogue=stated({"a": [], "b": []})).note is None


WORDING = st.sampled_from(["Tests systems.", "Tests big systems.", "Answers calls.", "Basic skill.", "Expert skill."])
LABELS = st.sampled_from(["Row 1", "Row 2", "Row 3", "Row 4"])
ROWS = st.dictionaries(st.tuples(st.sampled_from(["duty", "knowledge"]), LABELS), WORDING, max_size=5).map(
    lambda found: [(kind, label, text) for (kind, label), text in sorted(found.items())]
)
FACTS = st.fixed_dictionaries(
    {
        "flsa": st.sampled_from([None, "Exempt", "Non-Exempt"]),
        "requirements": st.sampled_from([[], [["Cert 1", "one"]], [["Cert 1", "two"], ["Cert 2", "one"]]]),
    }
)


@given(texts=st.tuples(ROWS, ROWS), facts=st.tuples(FACTS, FACTS))
def test_two_roles_differ_as_a_step_does(make_graph: Make, texts: Any, facts: Any) -> None:
    """The changes of the rows are those of `changes`, and each row has the texts of its change."""
    graph = make_graph("a -> b", roles=dict(zip("ab", facts, strict=True)))
    given_texts = stated(dict(zip("ab", texts, strict=True)))
    answer = cp.compare(graph, "a", "b", catalogue=given_texts)
    for row in answer.rows_compared:
        (change,) = row.changes
        assert change is not None
        assert row.texts == (change.before, change.after)
        assert row.is_same == (change.turn == SAME)
    told = [row.changes[0] for row in answer.rows_compared if row.changes[0] and row.changes[0].turn != SAME]
    expected = [one for one in cp.changes(graph, "a", "b", catalogue=given_texts) if one.before or one.after]
    assert sorted(map(repr, told)) == sorted(map(repr, expected))


@given(texts=st.tuples(ROWS, ROWS, ROWS, ROWS))
def test_nothing_is_lost_and_nothing_told_twice(make_graph: Make, texts: Any) -> None:
    """Of each role every statement stands in one row; and each change of a step in one."""
    given_texts = stated(dict(zip("abcd", texts, strict=True)))
    graph = make_graph("a -> b", "b -> c", "c -> d")
    answer = cp.compare(graph, *"abcd", catalogue=given_texts)
    for place, role in enumerate("abcd"):
        told = [row.texts[place] for row in answer.rows_compared if row.group in ("duty", "knowledge")]
        assert sorted(text for text in told if text) == sorted(one.text for one in given_texts(role))
    for place, (start, end) in enumerate([("a", "b"), ("b", "c"), ("c", "d")]):
        told_changes = [row.changes[place] for row in answer.rows_compared if row.changes[place]]
        for row in answer.rows_compared:
            change = row.changes[place]
            assert change is None or row.texts[place : place + 2] == (change.before, change.after)
        found = comparison(graph, start, end, catalogue=given_texts, is_full=True)
        expected = [one for one in found if one.before or one.after]
        assert sorted(repr(one) for one in told_changes if one and (one.before or one.after)) == sorted(
            map(repr, expected)
        )


def test_the_shape(make_graph: Make) -> None:
    """JSON has each row with its texts in the order of the roles; flat rows have one column a role."""
    answer = cp.compare(make_graph("a -> b", roles={"b": {"flsa": "Exempt"}}), "a", "b")
    shape = answer.to_dict()
    assert list(shape) == ["schema", "roles", "leads_to", "reaches", "moves", "rows", "note"]
    assert shape["rows"][-1]["texts"] == [None, "Exempt"]
    assert shape["rows"][-1]["same"] is False
    assert answer.columns == ("group", "label", "a", "b")
    assert list(answer.rows())[-1] == {"group": "attribute", "label": "flsa", "a": None, "b": "Exempt"}


LADDER: Texts = {
    "a": [("duty", "Duty 1", "Tests the systems of one site."), ("duty", "Duty 2", "Answers calls.")],
    "b": [("duty", "Duty 1", "Tests the systems of all sites."), ("duty", "Duty 2", "Answers calls.")],
    "c": [("duty", "Duty 1", "Plans budgets."), ("duty", "Duty 2", "Answers calls.")],
}


def test_text_of_two_roles(make_graph: Make) -> None:
    """The move, how many rows differ, doors, then what differs; what is the same is counted, and shown in full only."""
    answer = cp.compare(make_graph("a -> b"), "a", "b", catalogue=stated(LADDER))
    text = shown(answer)
    assert text.startswith(
        f"From a to b a move is stated: promotion ({EVIDENCE}).\n2 of 6 rows differ between a and b."
    )
    assert text.count("a move is stated") == 1
    assert "Tests the systems of [-one site.-] {+all sites.+}" in text
    assert "Duties: 1 the same" in text
    assert "Answers calls." not in text
    assert "Duty 2 (the same): Answers calls." in shown(answer, details=True)
    assert "x.txt, Duty 1, a" in shown(answer, sources=True)


@pytest.mark.parametrize(
    ("kind", "direction", "basis", "told"),
    [
        ("change-of-track", None, "title", "change of track, as the title tells"),
        ("change-of-track", None, "standard", "change of track"),
        ("cross-function", "same", "standard", "another function, same level (sideways)"),
        ("step-back", "down", "standard", "step back"),
    ],
)
def test_the_move_between_two_roles_comes_first(
    make_graph: Make, kind: str, direction: str | None, basis: str, told: str
) -> None:
    """Its kind and direction, with where it is stated, also where no standard defines one of them."""
    graph = make_graph("a -> b", roles={"b": UNDEFINED} if basis == "title" else {})
    graph.edges["a", "b"].update(kind=kind, direction=direction, kind_basis=basis)
    for names in ("ab", "ba"):
        first, *_ = shown(cp.compare(graph, *names), width=200).splitlines()
        assert first == f"From a to b a move is stated: {told} ({EVIDENCE})."


@pytest.mark.parametrize(
    ("grades", "told"),
    [
        (("26", "27"), "Grade: 26 to 27."),
        (("26", None), "Grade: 26 (a) and not stated (b)."),
        ((None, "27"), "Grade: not stated (a) and 27 (b)."),
    ],
)
def test_the_grades_of_both(make_graph: Make, grades: tuple[str | None, str | None], told: str) -> None:
    """With the move, where an overlay gives one of them; of a role that no standard defines, too."""
    extras = [{"extras": [["grade", grade]]} if grade else {} for grade in grades]
    graph = make_graph("a -> b", roles={"a": extras[0], "b": {**UNDEFINED, **extras[1]}})
    assert told in shown(cp.compare(graph, "a", "b"), width=200).splitlines()[0]


def test_moves_both_ways_are_told_below(make_graph: Make) -> None:
    """Where two moves are stated, neither is the answer."""
    text = shown(cp.compare(make_graph("a -> b", "b -> a"), "a", "b"))
    assert not text.startswith("From a to b")
    assert text.count("a move is stated") == 2


def test_numbers_and_signs_are_compared_as_such(make_graph: Make) -> None:
    """Equal numbers are the same row; a sign that turns round is a difference."""
    roles = {
        "a": {"extras": [["grade", "14"], ["staff", "< 2"]]},
        "b": {"extras": [["grade", "14.0"], ["staff", "> 2"]]},
    }
    rows = cp.compare(make_graph("a -> b", roles=roles), "a", "b").rows_compared
    assert {row.label: row.is_same for row in rows if row.group == "extra"} == {"grade": True, "staff": False}


def test_text_of_three_roles(make_graph: Make) -> None:
    """Under each change stands between which roles."""
    text = shown(cp.compare(make_graph("a -> b", "b -> c"), "a", "b", "c", catalogue=stated(LADDER)))
    assert text.startswith("2 of 6 rows differ between a, b and c.")
    places = [text.index("a -> b\n"), text.index("(reworded)"), text.index("b -> c\n"), text.index("(rewritten)")]
    assert places == sorted(places)


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("details", [False, True])
def test_text_fits_its_width(make_graph: Make, width: int, *, details: bool) -> None:
    """No line is longer than the terminal is wide, and no word of a text is lost."""
    long = " ".join(f"word{number}" for number in range(40))
    texts = {"a": [("duty", "Duty 1", long)], "b": [("duty", "Duty 1", "Something else.")], "c": []}
    roles: dict[str, dict[str, Any]] = {
        one: {"title": f"Clinical Imaging Information Technology {one}"} for one in "abc"
    }
    roles["a"] |= {"requirements": [["Cert 1", long]]}
    graph = make_graph("a -> b", "b -> c", roles=roles)
    text = shown(cp.compare(graph, *"abc", catalogue=stated(texts)), width=width, details=details)
    assert max(map(len, text.splitlines())) <= width
    assert text.count("word39") == 2


def test_a_selector_that_means_no_role_is_named(make_graph: Make) -> None:
    """With why it means none."""
    graph = make_graph("a -> b")
    with pytest.raises(cp.BadArgument, match=r"named: 0; the selector \"level:entry and flsa:exempt\" means no role: "):
        cp.compare(graph, "level:entry and flsa:exempt")


def test_a_role_that_states_nothing_makes_nothing_new(make_graph: Make) -> None:
    """What the other states is not called new, and that is said."""
    facts = {"requirements": [["Cert 1", "one"]], "requirement_kinds": ["certificate"]}
    answer = cp.compare(make_graph("a -> b", roles={"a": {"asks_stated": False}, "b": facts}), "a", "b")
    assert "a states nothing of what it asks" in (answer.note or "")
    (row,) = (row for row in answer.rows_compared if row.label == "Cert 1")
    assert [one and one.turn for one in row.changes] == ["not known"]
