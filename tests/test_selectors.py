"""Selectors: what each part of the grammar means, where a message points, and the laws of and, or, not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.selectors.grammar import DEEPEST, KEYS

Make = Callable[..., "nx.DiGraph[str]"]

ROLES: dict[str, dict[str, Any]] = {
    "a": {"title": "Imaging Tech 1", "job_code": "0012", "level": "Entry", "level_order": 1, "flsa": "Non-Exempt"},
    "b": {"title": "Imaging Spec 2", "job_code": "8798", "level": "P2", "level_order": 2, "flsa": "NE"},
    "c": {"title": "Imaging Spec 3", "job_code": "8797", "level": "Experienced", "level_order": 3, "flsa": "Exempt"},
    "d": {
        "title": "Imaging Mgr 1",
        "job_code": None,
        "level": "Manager 1",
        "level_order": 1,
        "category": "Managerial",
        "track": "managerial",
        "job_function": "Clin Imaging IT",
        "personnel_program": "MSP",
    },
    "e": {
        "title": "Radiology Director",
        "aliases": ["Head, Radiology"],
        **dict.fromkeys(("job_code", "level", "level_order", "category", "track", "job_function", "job_family")),
        "defined": False,
    },
}
ALL = "abcde"


@pytest.fixture
def ladder(make_graph: Make) -> nx.DiGraph[str]:
    """Tech 1 to Spec 2 to Spec 3 to Mgr 1, which leads to a director that is only named."""
    return make_graph("a -> b", "b -> c", "c -> d", "d -> e", roles=ROLES)


@pytest.mark.parametrize(
    ("selector", "meant"),
    [
        # names
        ('"Imaging Spec 2"', "b"),
        ("spec 2", "b"),
        ("8798", "b"),
        ("\u201cspec 2\u201d", "b"),
        # values
        ("level:p1", "a"),
        ("level:intermediate", "b"),
        ('level:"Manager 1"', "d"),
        ("level:m1", "d"),
        ("level:1", "ad"),
        ("level: 3", "c"),
        ("LEVEL:3", "c"),
        ("category:professional", "abc"),
        ("category:manager", "d"),
        ("track:managerial", "d"),
        ("track:supervisor", ""),
        ("function:imaging", "abc"),
        ("function:clinical imaging it", "d"),
        ("family:technology", "abcd"),
        ("flsa:e", "c"),
        ("flsa:non-exempt", "ab"),
        ("program:msp", "d"),
        ("code:0012", "a"),
        ("title:imaging specialist 2", "b"),
        ('title:"Head, Radiology"', "e"),
        ("defined:no", "e"),
        ("defined:yes", "abcd"),
        # beginnings
        ("title:imaging*", "abcd"),
        ('title:"imaging spec*"', "bc"),
        ("code:87*", "bc"),
        ("level:e*", "ac"),
        ("flsa:n*", "ab"),
        ("level:*", "abcd"),
        # and, or, not
        ("level:1 and category:managerial", "d"),
        ("level:1, spec 3", "acd"),
        ("level:1 OR spec 3", "acd"),
        ("not defined:no", "abcd"),
        ("not not spec 2", "b"),
        ("spec 2 or spec 3 and flsa:exempt", "bc"),
        ("(spec 2 or spec 3) and flsa:exempt", "c"),
        ("not (spec 2, spec 3) and defined:yes", "ad"),
        # steps
        ('"spec 2"+1', "bc"),
        ("spec 2+2", "bcd"),
        ("spec 2 + 2", "bcd"),
        ("spec 2+", "bcde"),
        ("1+spec 2", "ab"),
        ("2+8797", "abc"),
        ("8797+1", "cd"),
        ("+mgr 1", "abcd"),
        ('1+"spec 2"+1', "abc"),
        ("+8797+", "abcde"),
        ("(tech 1, mgr 1)+1", "abde"),
        ("2+(level:3)", "abc"),
        ("level:3+", "cde"),
        ("not spec 3+ and flsa:ne", "ab"),
        ("spec 2+0", "b"),
        ("3+", "cde"),
    ],
)
def test_what_a_selector_means(ladder: nx.DiGraph[str], selector: str, meant: str) -> None:
    """Names as in the lookup, values as standards are compared, steps along the moves; in reading order."""
    assert cp.select(ladder, selector) == tuple(meant)


@pytest.mark.parametrize(
    ("selector", "at", "told"),
    [
        ("", 1, 'expected a role, key:value or "(", found the end'),
        ("level:3 or", 11, "found the end"),
        ("spec 2 level:3", 8, 'expected "and", "or", a comma or the end, found "level"'),
        ('"spec 2" "spec 3"', 10, 'found "spec 3"'),
        ("spec 2 not spec 3", 8, 'found "not"'),
        ("(spec 2", 8, 'expected "and", "or", a comma or ")", found the end'),
        ("spec 2)", 7, 'found ")"'),
        ("spec 2 and, spec 3", 11, 'found ","'),
        ("()", 2, 'found ")"'),
        (":", 1, 'found ":"'),
        ("++spec 2", 2, 'found "+"'),
        ("spec 2+1+1", 9, 'found "+"'),
        ("spec 2+x", 8, 'found "x"'),
        ('3 "+" 4', 3, 'found "+"'),
        (
            "level:",
            7,
            'expected a value behind "level:"; there are "Entry", "P2", "Experienced", "Manager 1", or a number',
        ),
        ("level:and", 7, "expected a value"),
        ("level:title:x", 7, "expected a value"),
        ('spec 2, "spec', 9, "the quotes are not closed"),
        ("grade:3", 1, f"no key is called grade; there are {', '.join(KEYS)}"),
        ("level:expret", 7, 'no role has the level "expret"; there are "Experienced", "Entry", "P2"'),
        ("level:-1", 7, 'no role has the level "-1"; there are "Entry"'),
        ("level:-", 7, 'no role has the level "-"; there are'),
        ("level:>3", 7, 'no role has the level ">3"; there are'),
        ("level:1-3", 7, 'no role has the level "1-3"; there are'),
        ("level:1.0", 7, 'no role has the level "1.0"; there are'),
        ("level:99", 7, "or a number from 1 to 3"),
        ('level:""', 7, 'no role has the level ""; there are'),
        ("category:xyz", 10, 'no role has the category "xyz"; there are "Professional", "Managerial"'),
        ("flsa:maybe", 6, 'no role has the FLSA status "maybe"; there are "Non-Exempt", "NE", "Exempt"'),
        ("spec 2 or level=3", 11, 'no role is called "level=3"; the level is asked for as level:3'),
        ("level 3", 1, 'no role is called "level 3"; the level is asked for as level:3'),
        ("flsa == e", 1, "the FLSA status is asked for as flsa:e"),
        ("spec 2 or program:pss", 19, 'no role has the personnel program "pss"; there is only "MSP"'),
        ("code:9*", 6, 'no role has the job code "9*"; there are'),
        ("defined:perhaps", 9, '"perhaps" is neither yes nor no; there are "yes", "no"'),
    ],
)
def test_a_message_points_at_the_place(ladder: nx.DiGraph[str], selector: str, at: int, told: str) -> None:
    """It counts characters from 1, says what was expected and what stands there, or which values there are."""
    with pytest.raises(cp.BadArgument, match=re.escape(told)) as caught:
        cp.select(ladder, selector)
    assert f"at character {at}: " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_message_lists_ten_values_and_shows_a_part_of_a_long_selector(make_graph: Make) -> None:
    """The nearest values first, and how many more there are; of the selector what stands around the place."""
    graph = make_graph(roles={f"r{n}": {"title": f"Role {n}"} for n in range(15)})
    selector = f"{'role 1 or ' * 20}title:rolle 7 or {'role 1 or ' * 20}role 1"
    with pytest.raises(cp.BadArgument) as caught:
        cp.select(graph, selector)
    assert str(caught.value).endswith(" and 5 more")
    assert 'there are "Role 7", ' in str(caught.value)
    assert "[... or role 1 or title:rolle 7 or role 1" in str(caught.value)
    assert len(str(caught.value)) < 400
    with pytest.raises(cp.BadArgument, match=r"no role states a personnel program$"):
        cp.select(graph, "program:pss")


def test_names_raise_as_the_lookup_does(ladder: nx.DiGraph[str]) -> None:
    """A name that no role has, or that several have, is never guessed."""
    with pytest.raises(cp.UnknownRole):
        cp.select(ladder, "spec 2 or cook 9")
    with pytest.raises(cp.AmbiguousRole) as caught:
        cp.select(ladder, "imaging spec")
    assert caught.value.candidates == ("b", "c")


def test_selectors_that_have_a_name(ladder: nx.DiGraph[str]) -> None:
    """Named without quotes; they go before roles, may name others, and never lead back."""
    named = {
        "Leads": "managers, spec 3",
        "managers": "category:managerial",
        "x": "y",
        "y": "spec 2 or x",
        "spec 2": "e",
    }
    assert cp.select(ladder, "leads and not managers", named=named) == ("c",)
    assert cp.select(ladder, "spec 2", named=named) == ("e",)
    assert cp.select(ladder, '"spec 2"', named=named) == ("b",)
    assert cp.select(ladder, "leads, leads+1", named=named) == ("c", "d", "e")
    with pytest.raises(cp.BadArgument, match="leads back to itself"):
        cp.select(ladder, "x", named=named)
    chain = {f"s{n}": f"s{n + 1}" for n in range(2 * DEEPEST)}
    with pytest.raises(cp.BadArgument, match=f"selectors stand more than {DEEPEST} deep"):
        cp.select(ladder, "s0", named=chain)


def test_depth_is_bounded(ladder: nx.DiGraph[str]) -> None:
    """Parentheses up to 50 deep; beyond, a message; `not` is counted and not nested."""
    assert cp.select(ladder, f"{'(' * DEEPEST}b{')' * DEEPEST}") == ("b",)
    for deeper in (DEEPEST + 1, 100_000):
        with pytest.raises(cp.BadArgument, match=f"at character {DEEPEST + 1}: parentheses stand more than 50 deep"):
            cp.select(ladder, "(" * deeper)
    assert cp.select(ladder, "not " * 100_001 + "b") == tuple("acde")
    assert cp.select(ladder, "(b) and " * 10_000 + "b") == ("b",)


@pytest.mark.parametrize(
    ("selector", "told"),
    [
        ("track:supervisor", 'No role has the track "supervisor"; there are'),
        (
            "level:expert, flsa:e and track:supervisor",
            'No role has the level "expert"; there are "Experienced", "Entry"',
        ),
        ("level:1 and level:3", "No role is meant by all of it together: level:1 means 2, level:3 means 1."),
        ("spec 2 and spec 3", "No role is meant by all of it together."),
    ],
)
def test_a_selector_that_means_no_role_says_why(ladder: nx.DiGraph[str], selector: str, told: str) -> None:
    """Which value no role has and which there are, or how many roles each value means."""
    found = cp.roles(ladder, selector)
    assert found.roles == ()
    assert str(found.note).startswith(told)


def test_a_level_that_is_stated_with_a_mark(make_graph: Make) -> None:
    """It is found by what is stated."""
    graph = make_graph(roles={"a": {"level": "-1", "level_order": None}, "b": {"level": "1", "level_order": 1}})
    assert cp.select(graph, "level:-1") == ("a",)
    assert cp.select(graph, "level:1") == ("b",)


def test_where_numbers_run_downwards(make_graph: Make) -> None:
    """Level 1 is asked for by its number as well."""
    graph = make_graph(roles={"a": {"level": "Band 1", "level_order": -1}, "b": {"level": "Band 2", "level_order": -2}})
    assert cp.select(graph, "level:1") == ("a",)


def test_a_part_of_a_graph(ladder: nx.DiGraph[str]) -> None:
    """A subgraph has its own roles and moves only, and is not changed."""
    part = ladder.subgraph("abd")
    assert cp.select(part, "spec 2+ or not spec 2") == ("a", "b", "d")


def test_the_real_standard(real_standard: Path) -> None:
    """What Spec 3 reaches in two moves, who leads to Mgr 1, and what no standard describes."""
    graph = cp.build_graph(cp.load(real_standard))

    def told(selector: str) -> list[str]:
        return [graph.nodes[role]["title"].removeprefix("Clin Imaging IT ") for role in cp.select(graph, selector)]

    assert told('"spec 3"+2') == ["Spec 3", "Spec 4", "Spec 5", "Supv 2", "Mgr 1"]
    assert told('1+"mgr 1" and not mgr 1') == ["Spec 4", "Spec 5"]
    assert told("defined:no") == ["Supv 2", "Mgr 1", "Mgr 2"]
    assert told("flsa:exempt and program:pss") == ["Spec 3"]
    assert told("category:managerial") == []


PARTS = st.sampled_from(
    [
        "a",
        '"spec 2"',
        "8797",
        "level:1",
        "level:e*",
        "category:managerial",
        "defined:no",
        "flsa:ne",
        "b+1",
        "+d",
        "1+c+1",
    ]
)
SELECTORS = st.recursive(
    PARTS,
    lambda inner: st.one_of(
        inner.map("not ({})".format),
        st.tuples(inner, st.sampled_from([" and ", " or ", ", "]), inner).map(lambda three: f"({''.join(three)})"),
        st.tuples(inner, st.integers(0, 3)).map(lambda pair: f"({pair[0]})+{pair[1]}"),
    ),
    max_leaves=8,
)


@given(one=SELECTORS, other=SELECTORS)
def test_laws(make_graph: Make, one: str, other: str) -> None:
    """Not is the complement; and, or are the sets'; De Morgan holds; nothing is selected twice."""
    graph = make_graph("a -> b", "b -> c", "c -> d", "d -> e", roles=ROLES)

    def meant(selector: str) -> set[str]:
        found = cp.select(graph, selector)
        assert list(found) == sorted(set(found))
        return set(found)

    assert meant(f"not ({one})") == set(ALL) - meant(one)
    assert meant(f"{one} and {other}") == meant(one) & meant(other)
    assert meant(f"{one} or {other}") == meant(f"{one}, {other}") == meant(one) | meant(other)
    assert meant(f"not ({one} or {other})") == meant(f"not {one} and not {other}")
    assert meant(f"not ({one} and {other})") == meant(f"not {one}, not {other}")
    assert meant(one) <= meant(f"({one})+1") <= meant(f"({one})+")


PIECES = st.sampled_from(
    [
        *'()+:,"* \t',
        "and",
        "or",
        "not",
        "spec",
        "2",
        "level",
        "title:",
        "defined:",
        "8797",
        "\u201c",
        "\u0301",
        "\ud800",
    ]
)


@given(text=st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_is_read_or_refused(make_graph: Make, text: str) -> None:
    """Whatever is written, the answer is roles of the graph or an error that a user can put right."""
    graph = make_graph("a -> b", "b -> c", "c -> d", "d -> e", roles=ROLES)
    try:
        found = cp.select(graph, text, named={"spec": "level:3"})
    except cp.CareerPathsError:
        return
    assert set(found) <= set(ALL)


@pytest.mark.parametrize(
    ("selector", "at", "error", "told"),
    [
        ("level:entry or my tem", 16, cp.UnknownRole, 'selectors of the configuration like it: "My Team"'),
        ("not imaging spec", 5, cp.AmbiguousRole, '"imaging spec" can be 2 roles'),
        ('defined:no and "imaging spec 9"', 16, cp.UnknownRole, 'no role is called "imaging spec 9"'),
        ("zebra", 1, cp.UnknownRole, 'selectors of the configuration: "My Team", "wrong"'),
    ],
)
def test_a_name_that_cannot_be_found_points_at_its_place(
    ladder: nx.DiGraph[str], selector: str, at: int, error: type[cp.CareerPathsError], told: str
) -> None:
    """The place in the selector, and the selectors of the configuration that may be meant."""
    ladder.graph["selectors"] = {"My Team": "level:entry", "wrong": "level:expart"}
    with pytest.raises(error) as raised:
        cp.select(ladder, selector)
    assert str(raised.value).startswith(f"in the selector [{selector}], at character {at}: ")
    assert told in str(raised.value)


def test_an_error_in_a_selector_of_the_configuration_names_it(ladder: nx.DiGraph[str]) -> None:
    """By its name there, and the place in it."""
    ladder.graph["selectors"] = {"Wrong One": "level:expart"}
    with pytest.raises(cp.BadArgument) as raised:
        cp.select(ladder, "not wrong one")
    told = 'in the selector "Wrong One" of the configuration [level:expart], at character 7: no role has the level'
    assert str(raised.value).startswith(told)
