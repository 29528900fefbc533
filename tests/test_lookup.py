"""Which role a name means: the rules in their order, what is forgiven, what is said where a name does not decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.lookup import pair_in_words, role_pair

Make = Callable[..., "nx.DiGraph[str]"]
LADDER = {
    "clin-1": {"title": "Clin Imaging IT Spec 1", "job_code": "8799"},
    "clin-2": {"title": "Clin Imaging IT Spec 2", "job_code": "8798", "aliases": ["Clinical Imaging Specialist II"]},
    "clin-mgr-1": {"title": "Clin Imaging IT Mgr 1", "job_code": None, "defined": False},
    "data-2": {"title": "Data Analyst 2", "job_code": "X212P", "job_function": "Data"},
    "data-mgr-1": {"title": "Data Mgr 1", "job_code": "0012", "job_function": "Data"},
    "rd-3": {"title": "R&D Engr III", "job_code": "77", "job_function": "Research"},
}


@pytest.fixture(scope="module")
def graph(make_graph: Make) -> nx.DiGraph[str]:
    """A few roles of three functions; a manager who is only named, by a specialist."""
    return make_graph("clin-2 -> clin-mgr-1", "data-2 -> data-mgr-1", roles=LADDER)


def titled(make_graph: Make, *titles: str, **attributes: Any) -> nx.DiGraph[str]:
    """Roles with these titles; their ids are r0, r1 and so on."""
    return make_graph(roles={f"r{place}": {"title": title, **attributes} for place, title in enumerate(titles)})


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Clin Imaging IT Spec 2", "clin-2"),
        ("  Clin Imaging IT Spec 2  ", "clin-2"),
        ("Clinical Imaging Specialist II", "clin-2"),
        ("8798", "clin-2"),
        ("0012", "data-mgr-1"),
        ("clin-2", "clin-2"),
        ("CLIN-2", "clin-2"),
        ("Clin 2", "clin-2"),
        ("clinical imaging it SPECIALIST 2", "clin-2"),
        ("clin. imaging - IT, spec 2", "clin-2"),
        ("Clin Imaging IT Spec II", "clin-2"),
        ("Clin Imaging IT Spec ii", "clin-2"),
        ("Clin Imaging IT Spec 02", "clin-2"),
        ("clin imaging it spec2", "clin-2"),
        ("Spec 2", "clin-2"),
        ("specialist 2", "clin-2"),
        ("2 spec", "clin-2"),
        ("spec ii", "clin-2"),
        ("imaging spec 2", "clin-2"),
        ("imag spec 2", "clin-2"),
        ("imagng spec 2", "clin-2"),
        ("imaging specilaist 2", "clin-2"),
        ("clinical imagings speciaalist 2", "clin-2"),
        ("clin mgr", "clin-mgr-1"),
        ("analyst", "data-2"),
        ("anl 2", "data-2"),
        ("R and D Engineer 3", "rd-3"),
        ("r & d engr 3", "rd-3"),
        ("research", "rd-3"),
        ("Spec 3", None),
        ("12", None),
        ("08798", None),
        ("", None),
        ("  ", None),
        ("?!", None),
    ],
)
def test_what_a_name_means(graph: nx.DiGraph[str], name: str, role: str | None) -> None:
    """Title, code, id, folded title, short form, typing error; leading zeros of codes matter; else nothing."""
    if role is not None:
        assert cp.role_id(graph, name) == role
        return
    with pytest.raises(cp.UnknownRole) as caught:
        cp.role_id(graph, name)
    assert caught.value.name == name
    assert len(caught.value.candidates) == 3


@pytest.mark.parametrize("name", ["x212p", "X212p"])
def test_a_code_in_another_case(graph: nx.DiGraph[str], name: str) -> None:
    """Case is forgiven in codes as in titles."""
    assert cp.role_id(graph, name) == "data-2"


@pytest.mark.parametrize(
    ("name", "titles", "found"),
    [
        ("Spec 2", ["Spec 2", "Imaging Spec 2"], "r0"),
        ("spec 2", ["Spec 2", "Imaging Spec 2"], "r0"),
        ("imaging spec", ["Imaging Spec", "Imaging Spec 2"], "r0"),
        ("Imag", ["Imaging Lead", "Imag"], "r1"),
        ("imaging lead", ["Imagine Lead", "Imaging Lead"], "r1"),
    ],
)
def test_the_first_rule_that_matches_decides(make_graph: Make, name: str, titles: list[str], found: str) -> None:
    """A later rule would match another role as well; it is not asked."""
    assert cp.role_id(titled(make_graph, *titles), name) == found


def test_rules_go_before_roles(make_graph: Make) -> None:
    """A title wins over the same text as a code, a code over the same text as an id."""
    roles: dict[str, dict[str, Any]] = {
        "a": {"title": "Analyst", "job_code": "b"},
        "b": {"title": "Lead", "job_code": "Analyst"},
    }
    graph = make_graph(roles=roles)
    assert cp.role_id(graph, "Analyst") == "a"
    assert cp.role_id(graph, "b") == "a"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Imaging Spec 4", "Imaging Spec 2"),
        ("Imaging Spec 4", "Imagng Spec 2"),
        ("Imaging Spec 4", "Imaging Spec2"),
        ("Imaging Spec 4", "Imaging Spec 44"),
        ("Imaging Spec 4", "Imaging Specialist2"),
        ("Imaging Spec 4", "imagng spec2"),
        ("Imaging Spec 14", "Imaging Spec 4"),
        ("Imaging Spec 4", "Imaging Spec III"),
        ("Imaging Spec 7", "Imaging Spec VIII"),
        ("Imaging Spec VII", "Imaging Spec VIII"),
        ("Imaging Spec VII", "Imagng Spec VIII"),
        ("Imaging Spec II", "Imagng Spec III"),
        ("Imaging Spec 4", "Imaging Spec 3 4"),
        ("Tier 2 Imaging Spec 4", "Imaging Spec 2"),
        ("Imaging Spec", "Imaging Spec 2"),
    ],
)
def test_the_level_number_is_never_forgiven(make_graph: Make, title: str, name: str) -> None:
    """Where only the number differs, the role is not meant: it is only among the nearest."""
    with pytest.raises(cp.UnknownRole) as caught:
        cp.role_id(titled(make_graph, title), name)
    assert caught.value.candidates == ("r0",)


LEVELS = st.integers(1, 12)
NOUNS = st.sampled_from(["Spec", "Specialist", "Anl", "Analyst", "Mgr", "Manager", "Engr", "Tech"])
STEMS = st.sampled_from(["Clinical Imaging", "Data", "Radiology", "Network", "Service Desk"])
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@given(stem=STEMS, noun=NOUNS, there=LEVELS, asked=LEVELS, place=st.integers(0, 30), data=st.data())
def test_no_name_at_another_level_means_a_role(  # noqa: PLR0913, PLR0917 - one drawn part of the two titles each
    make_graph: Make, stem: str, noun: str, there: int, asked: int, place: int, data: st.DataObject
) -> None:
    """The law: with one letter lost or none, however the number is written, a role is found only at its own level."""
    number = data.draw(st.sampled_from([f" {asked}", f"{asked}", f" 0{asked}", f" {ROMAN[asked]}"]))
    words = f"{stem} {noun}"
    written = words[: place % len(words)] + words[place % len(words) + 1 :] if place else words
    graph = titled(make_graph, f"{stem} {noun} {there}")
    try:
        found = cp.role_id(graph, written + number)
    except cp.UnknownRole:
        return
    assert found == "r0"
    assert there == asked


@given(name=st.text(max_size=30))
def test_any_text_is_answered(graph: nx.DiGraph[str], name: str) -> None:
    """A name gives a role of the graph, or one of the two errors with roles of the graph."""
    try:
        found: tuple[str, ...] = (cp.role_id(graph, name),)
    except (cp.UnknownRole, cp.AmbiguousRole) as error:
        found = error.candidates
    assert found
    assert set(found) <= set(graph)


@given(role=st.sampled_from(sorted(LADDER)))
def test_every_role_is_found_by_title_code_and_id(graph: nx.DiGraph[str], role: str) -> None:
    """What an answer shows of a role can be asked for."""
    attributes = graph.nodes[role]
    for name in (role, attributes["title"], attributes["title"].upper(), attributes["job_code"] or role):
        assert cp.role_id(graph, name) == role


def test_an_unknown_name_gives_the_nearest_three(graph: nx.DiGraph[str]) -> None:
    """The message says title, code and function, the error holds the ids; a graph without roles has none near."""
    with pytest.raises(cp.UnknownRole) as caught:
        cp.role_id(graph, "Clin Imaging IT Spec 9")
    assert caught.value.candidates[:2] == ("clin-1", "clin-2")
    assert str(caught.value).startswith(
        'no role is called "Clin Imaging IT Spec 9"; the nearest: "Clin Imaging IT Spec 1" (8799, Imaging), '
    )
    with pytest.raises(cp.UnknownRole, match=r'^no role is called "x"$'):
        cp.role_id(titled_none(), "x")


def titled_none() -> nx.DiGraph[str]:
    """A graph without roles."""
    return nx.DiGraph()


def test_an_ambiguous_name_lists_the_roles(graph: nx.DiGraph[str]) -> None:
    """All of them are in the error, in reading order, with what tells them apart; no job code is said to be none."""
    with pytest.raises(cp.AmbiguousRole) as caught:
        cp.role_id(graph, "mgr 1")
    assert caught.value.candidates == ("clin-mgr-1", "data-mgr-1")
    assert caught.value.described == (
        ("Clin Imaging IT Mgr 1", "standard not loaded"),
        ("Data Mgr 1", "0012, Data"),
    )
    assert "can be 2 roles" in str(caught.value)


def test_a_described_role_without_code_and_function_says_so(make_graph: Make) -> None:
    """Nothing known of a role but its title is said as well."""
    graph = titled(make_graph, "Lead 1", "Lead 2", job_code=None, job_function=None)
    with pytest.raises(cp.AmbiguousRole) as caught:
        cp.role_id(graph, "lead")
    assert caught.value.described == (("Lead 1", "no code"), ("Lead 2", "no code"))


@pytest.mark.parametrize(("count", "more"), [(10, ""), (11, " and 1 more"), (12, " and 2 more")])
def test_at_most_ten_are_named_in_the_message(make_graph: Make, count: int, more: str) -> None:
    """The others are counted, and the error holds them all."""
    graph = titled(make_graph, *[f"Team {letter} Lead" for letter in "ABCDEFGHIJKLM"[:count]])
    with pytest.raises(cp.AmbiguousRole) as caught:
        cp.role_id(graph, "lead")
    assert len(caught.value.candidates) == count
    assert str(caught.value).count("(X") == 10
    assert str(caught.value).endswith(f"{more}; use a full title or a code")


def test_two_roles_with_one_title_are_told_apart(make_graph: Make) -> None:
    """They are shown as "Title (code)"; the bare title names both, title and code name one."""
    roles = {
        "a": {"title": "Lead (1)", "job_code": "1", "aliases": ["Lead"]},
        "b": {"title": "Lead (2)", "job_code": "2", "aliases": ["Lead"]},
    }
    graph = make_graph(roles=roles)
    with pytest.raises(cp.AmbiguousRole) as caught:
        cp.role_id(graph, "Lead")
    assert caught.value.candidates == ("a", "b")
    assert cp.role_id(graph, "Lead (2)") == "b"


@pytest.mark.parametrize(
    ("start", "end", "pair"),
    [
        ("spec 2", "mgr 1", ("clin-2", "clin-mgr-1")),
        ("mgr 1", "spec 2", ("clin-mgr-1", "clin-2")),
        ("analyst", "mgr 1", ("data-2", "data-mgr-1")),
        ("spec 2", "data mgr 1", ("clin-2", "data-mgr-1")),
        ("8798", "0012", ("clin-2", "data-mgr-1")),
        ("spec 2", "spec 2", ("clin-2", "clin-2")),
    ],
)
def test_two_ends_are_resolved_together(graph: nx.DiGraph[str], start: str, end: str, pair: tuple[str, str]) -> None:
    """One function is preferred, an undefined role counts in those that name it; a clear name stands as it is."""
    assert role_pair(graph, start, end) == pair


@pytest.mark.parametrize(
    ("start", "end", "error", "candidates"),
    [
        ("engr 3", "mgr 1", cp.AmbiguousRole, ("clin-mgr-1", "data-mgr-1")),
        ("mgr 1", "engr 3", cp.AmbiguousRole, ("clin-mgr-1", "data-mgr-1")),
        ("spec", "clin mgr 1", cp.AmbiguousRole, ("clin-1", "clin-2")),
        ("clin mgr 1", "spec", cp.AmbiguousRole, ("clin-1", "clin-2")),
        ("mgr 1", "mgr 1", cp.AmbiguousRole, ("clin-mgr-1", "data-mgr-1")),
        ("nobody", "mgr 1", cp.UnknownRole, None),
        ("mgr 1", "nobody", cp.AmbiguousRole, ("clin-mgr-1", "data-mgr-1")),
        ("spec 2", "nobody", cp.UnknownRole, None),
    ],
)
def test_two_ends_that_do_not_decide(
    graph: nx.DiGraph[str], start: str, end: str, error: type[cp.UnknownRole], candidates: tuple[str, ...] | None
) -> None:
    """The first end that is unclear is told, with what the function of the other leaves to choose from."""
    with pytest.raises(error) as caught:
        role_pair(graph, start, end)
    assert candidates is None or caught.value.candidates == candidates


def test_an_undefined_role_counts_in_every_function_that_names_it(make_graph: Make) -> None:
    """A director named by two functions is the end of a route from either; from a third it is not preferred."""
    roles = {
        "a": {"title": "Data Analyst", "job_function": "Data"},
        "b": {"title": "Web Analyst", "job_function": "Web"},
        "c": {"title": "Director", "defined": False, "job_function": None},
        "d": {"title": "Pay Director", "job_function": "Pay"},
        "e": {"title": "Pay Analyst", "job_function": "Pay"},
    }
    graph = make_graph("a -> c", "b -> c", roles=roles)
    pairs = [role_pair(graph, start, "direct") for start in ("Data Analyst", "Web Analyst", "Pay Analyst")]
    assert pairs == [("a", "c"), ("b", "c"), ("e", "d")]


def test_functions_are_compared_as_people_write_them(make_graph: Make) -> None:
    """Case and marks of a function's name make no other function."""
    roles = {
        "a": {"title": "Spec 2", "job_function": "Clinical Imaging"},
        "b": {"title": "Clin Mgr 1", "job_function": "CLINICAL  imaging"},
        "c": {"title": "Data Mgr 1", "job_function": "Data"},
    }
    assert role_pair(make_graph(roles=roles), "spec 2", "mgr 1") == ("a", "b")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("spec 2 mgr 1", ("clin-2", "clin-mgr-1")),
        ("8798 data mgr 1", ("clin-2", "data-mgr-1")),
        ("Clin Imaging IT Spec 2 Data Analyst 2", ("clin-2", "data-2")),
    ],
)
def test_words_without_quotes_are_cut_where_one_way_leads(
    graph: nx.DiGraph[str], text: str, pair: tuple[str, str]
) -> None:
    """The words of two roles in a row, as typed without quotes."""
    assert pair_in_words(graph, text.split()) == pair


def test_words_that_cut_two_ways(make_graph: Make) -> None:
    """Both ways are shown, each with its quotes."""
    graph = titled(make_graph, "Lead", "Lead Data", "Data Analyst", "Analyst")
    with pytest.raises(cp.AmbiguousRole, match="in several ways") as caught:
        pair_in_words(graph, ["Lead", "Data", "Analyst"])
    assert '"Lead" "Data Analyst"' in str(caught.value)
    assert '"Lead Data" "Analyst"' in str(caught.value)


def test_words_that_cut_no_way(graph: nx.DiGraph[str]) -> None:
    """The message shows how to quote."""
    with pytest.raises(cp.UnknownRole, match=r"Quote the two") as caught:
        pair_in_words(graph, ["no", "such", "roles"])
    assert caught.value.name == "no such roles"


def test_words_that_cut_one_way_but_are_ambiguous(make_graph: Make) -> None:
    """Where one cut alone gives roles on both sides, but several, those are listed as for quoted names."""
    graph = titled(make_graph, "Data Analyst 2", "Web Analyst 2", "Web Mgr 1", "Data Mgr 1")
    with pytest.raises(cp.AmbiguousRole) as caught:
        pair_in_words(graph, ["analyst", "2", "mgr", "1"])
    assert caught.value.candidates == ("r0", "r1")
