"""Which role a name means: the order of the rules, what is forgiven, and two ends resolved together."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.lookup import pair_in_words, role_pair

Make = Callable[..., "nx.DiGraph[str]"]


@pytest.fixture(scope="module")
def samples() -> nx.DiGraph[str]:
    """The graph of the sample standards."""
    return cp.build_graph(cp.load())


def titled(make_graph: Make, *titles: str, **more: dict[str, Any]) -> nx.DiGraph[str]:
    """Roles with these titles, ids r0, r1, ...; more attributes by id."""
    roles = {f"r{place}": {"title": title, **more.get(f"r{place}", {})} for place, title in enumerate(titles)}
    return make_graph(roles=roles)


@pytest.mark.parametrize(
    ("asked", "first", "second"),
    [
        pytest.param("77", ("r0", {"title": "77"}), ("r1", {"job_code": "77"}), id="title before code"),
        pytest.param("Head 1", ("r0", {"aliases": ["Head 1"]}), ("r1", {"job_code": "Head 1"}), id="alias before code"),
        pytest.param("r1", ("r0", {"job_code": "r1"}), ("r1", {}), id="code before id"),
        pytest.param("cook-2", ("cook-2", {}), ("r1", {"title": "COOK 2"}), id="id before folded title"),
        pytest.param("COOK 2", ("r1", {"title": "Cook 2"}), ("r0", {"title": "Head Cook 2"}), id="title before short"),
        pytest.param("mgr 2", ("r1", {"title": "Manager 2"}), ("r0", {"title": "Lead Mgr 2"}), id="spelt-out title"),
        pytest.param("imag 2", ("r1", {"title": "A Imag 2"}), ("r0", {"title": "A Imaging 2"}), id="word before begin"),
        pytest.param(
            "cook 2", ("r1", {"title": "Cooking A 2"}), ("r0", {"title": "Cork A 2"}), id="begin before error"
        ),
    ],
)
def test_the_first_rule_that_matches_decides(
    make_graph: Make, asked: str, first: tuple[str, dict[str, Any]], second: tuple[str, dict[str, Any]]
) -> None:
    """Exact title, code, id, folded title, short form, beginnings, typing error: a later rule adds no candidate."""
    roles = {role: {"title": f"Nobody {role}", **attributes} for role, attributes in (first, second)}
    assert cp.role_id(make_graph(roles=roles), asked) == first[0]
    without = {**roles, first[0]: {"title": "Somebody Else", "job_code": None}}
    if first[0] != asked:
        assert cp.role_id(make_graph(roles=without), asked) == second[0]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        pytest.param("Clin Imaging IT Spec 2", "8798", id="title"),
        pytest.param("8798", "8798", id="code"),
        pytest.param(" 8798 ", "8798", id="code between spaces"),
        pytest.param("x212p", "X212P", id="code in small letters"),
        pytest.param("clin-imaging-it-spec-2-8798", "8798", id="id"),
        pytest.param("CLIN IMAGING IT SPEC 2", "8798", id="case"),
        pytest.param("clin. imaging, it spec.2", "8798", id="punctuation"),
        pytest.param("  spec \t 2 ", "8798", id="spaces"),
        pytest.param("Clinical Imaging IT Specialist 2", "8798", id="abbreviations spelt out"),
        pytest.param("Spec II", "8798", id="Roman number"),
        pytest.param("spec 02", "8798", id="leading zero"),
        pytest.param("Spec 2", "8798", id="short form"),
        pytest.param("2 spec", "8798", id="any order"),
        pytest.param("imaging spec 3", "8797", id="some of the words"),
        pytest.param("imag spec 3", "8797", id="beginnings"),
        pytest.param("governance", "X219P", id="one word"),
        pytest.param("imagign spec 3", "8797", id="neighbours swapped"),
        pytest.param("imging spec 3", "8797", id="letter left out"),
        pytest.param("imagging spec 3", "8797", id="letter too many"),
        pytest.param("imeging spec 3", "8797", id="another letter"),
        pytest.param("data gobernamce lead", "X219P", id="two errors in a long word"),
        pytest.param("Data Anl 2", "X212P", id="another spelling in the documents"),
        pytest.param("\uff24ata Analyst 2", "X212P", id="compatibility form"),
    ],
)
def test_what_is_forgiven(samples: nx.DiGraph[str], asked: str, code: str) -> None:
    """Case, punctuation, abbreviations, beginnings and small typing errors."""
    assert samples.nodes[cp.role_id(samples, asked)]["job_code"] == code


@pytest.mark.parametrize(
    ("asked", "role"),
    [("tier 2 anl", "r0"), ("anl tier 2", None), ("2 tier anl", None), ("lead 2 anl", None)],
)
def test_a_number_inside_a_title_is_found_behind_its_word(make_graph: Make, asked: str, role: str | None) -> None:
    """A short form may leave out the level number and keep the one inside; the level number is not taken for it."""
    graph = titled(make_graph, "Tier 2 Anl 3", "Gardener 1")
    if role:
        assert cp.role_id(graph, asked) == role
    else:
        with pytest.raises(cp.UnknownRole):
            cp.role_id(graph, asked)


@pytest.mark.parametrize(
    "asked",
    ["Cook 3", "Cook 0", "cook 22", "Cook III", "cokk 3", "3 cook", "coo 3", "Cook 2 3", "Cook 1.2.3", "C00k 3"],
)
def test_the_level_number_is_never_forgiven(make_graph: Make, asked: str) -> None:
    """Near as the title may be, another number is another role; the near ones are only offered."""
    graph = titled(make_graph, "Cook 1", "Cook 2", "Cook 4")
    with pytest.raises(cp.UnknownRole) as caught:
        cp.role_id(graph, asked)
    assert set(caught.value.candidates) == {"r0", "r1", "r2"}


@pytest.mark.parametrize("asked", ["", "   ", "-", "?!", "zebra", "cook zebra", "Coxx", "\x00", "\ud800", "a" * 10_000])
def test_an_unknown_name_has_the_nearest_three(make_graph: Make, asked: str) -> None:
    """UnknownRole with the name as asked and at most three candidates, also for what is no name at all."""
    with pytest.raises(cp.UnknownRole) as caught:
        cp.role_id(titled(make_graph, "Cook 1", "Cook 2", "Gardener 1", "Usher 1"), asked)
    assert caught.value.name == asked
    assert len(set(caught.value.candidates)) == 3


def test_nearest_are_listed_with_their_facts(make_graph: Make) -> None:
    """Title, code and function; a role that is only named says so; nearest first, fewer where there are fewer."""
    graph = titled(make_graph, "Cook 1", "Gardener 1", r1={"defined": False, "job_code": None})
    with pytest.raises(cp.UnknownRole) as caught:
        cp.role_id(graph, "Gardener 5")
    expected = 'no role is called "Gardener 5"; the nearest: "Gardener 1" (standard not loaded), "Cook 1" (X0, Imaging)'
    assert str(caught.value) == expected
    assert caught.value.candidates == ("r1", "r0")


def test_no_roles_at_all() -> None:
    """An empty graph knows nobody and offers nobody."""
    with pytest.raises(cp.UnknownRole, match=r'^no role is called "Cook 1"$') as caught:
        cp.role_id(nx.DiGraph(), "Cook 1")
    assert caught.value.candidates == ()


def test_an_ambiguous_name_has_all_candidates(make_graph: Make) -> None:
    """All ids in reading order; the message lists ten of them and says how many are left."""
    graph = titled(make_graph, *(f"{letter}ble Cook 1" for letter in "ABCDEFGHIJKL"))
    with pytest.raises(cp.AmbiguousRole) as caught:
        cp.role_id(graph, "cook 1")
    assert caught.value.candidates == tuple(sorted(graph, key=lambda role: int(graph.nodes[role]["rank"])))
    assert caught.value.described[0] == ("Able Cook 1", "X0, Imaging")
    assert str(caught.value).startswith('"cook 1" can be 12 roles: "Able Cook 1" (X0, Imaging), ')
    assert str(caught.value).endswith(" and 2 more; use a full title or a code")


def test_every_word_asked_for_needs_a_word_of_its_own(make_graph: Make) -> None:
    """Asked for "cook cook", a title with one cook in it does not answer."""
    graph = titled(make_graph, "Cook 1", "Cook Cook 1")
    assert cp.role_id(graph, "cook cook") == "r1"


def test_every_role_is_found_by_title_code_and_id(samples: nx.DiGraph[str]) -> None:
    """As printed, in capitals and in small letters."""
    for role, attributes in samples.nodes.items():
        for name in (role, attributes["title"], *attributes["aliases"], attributes["job_code"] or role):
            assert cp.role_id(samples, name) == role
        assert cp.role_id(samples, attributes["title"].upper()) == role
        assert cp.role_id(samples, attributes["title"].lower()) == role


def test_a_typing_error_never_gives_another_role(samples: nx.DiGraph[str]) -> None:
    """Two neighbouring letters of a title swapped: the role itself, or a question back, never another role."""
    found = asked = 0
    for role, attributes in samples.nodes.items():
        title = attributes["title"]
        for place in range(1, len(title) - 1):
            pair = title[place : place + 2]
            if not pair.isalpha():
                continue
            asked += 1
            try:
                assert cp.role_id(samples, title[:place] + pair[::-1] + title[place + 2 :]) == role
            except (cp.UnknownRole, cp.AmbiguousRole):
                continue
            found += 1
    assert found > 0.8 * asked


def test_subgraphs_copies_and_the_export_read_back(samples: nx.DiGraph[str]) -> None:
    """A part of the graph knows its own roles only; the JSON read back answers alike; nothing is changed."""
    before = json.dumps(nx.node_link_data(samples, edges="edges"))
    back: Any = nx.node_link_graph(json.loads(before), edges="edges")
    assert cp.role_id(back, "spec 2") == cp.role_id(samples, "spec 2")
    part = samples.subgraph(["financial-mgr-1-x531m"])
    assert cp.role_id(part, "mgr 1") == "financial-mgr-1-x531m"
    assert json.dumps(nx.node_link_data(samples, edges="edges")) == before


KITCHEN, GARDEN = {"job_function": "Kitchen"}, {"job_function": "Garden"}
ONLY_NAMED = {"defined": False, "job_code": None, "job_function": None}


@pytest.fixture
def two_functions(make_graph: Make) -> nx.DiGraph[str]:
    """Kitchen and garden, each with 1, 2 and a manager; the garden's manager and a head of both are only named."""
    return make_graph(
        "Cook 1 -> Cook 2",
        "Cook 2 -> Kitchen Mgr 1",
        "Gardener 1 -> Gardener 2",
        "Gardener 2 -> Garden Mgr 1",
        "Gardener 2 -> House Head",
        "Kitchen Mgr 1 -> House Head",
        roles={
            **dict.fromkeys(("Cook 1", "Cook 2", "Kitchen Mgr 1"), KITCHEN),
            **dict.fromkeys(("Gardener 1", "Gardener 2"), GARDEN),
            **dict.fromkeys(("Garden Mgr 1", "House Head"), ONLY_NAMED),
        },
    )


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param("cook 1", "mgr 1", ("Cook 1", "Kitchen Mgr 1"), id="the end follows the start"),
        pytest.param("mgr 1", "cook 2", ("Kitchen Mgr 1", "Cook 2"), id="the start follows the end"),
        pytest.param("gardener 1", "mgr 1", ("Gardener 1", "Garden Mgr 1"), id="only named, by its function"),
        pytest.param("mgr 1", "gardener 2", ("Garden Mgr 1", "Gardener 2"), id="only named, as the start"),
        pytest.param("cook 1", "garden mgr 1", ("Cook 1", "Garden Mgr 1"), id="two sure names need no function"),
        pytest.param("cook 1", "head", ("Cook 1", "House Head"), id="named by two functions"),
        pytest.param("cook 1", "cook 1", ("Cook 1", "Cook 1"), id="twice the same"),
    ],
)
def test_two_ends_are_resolved_together(
    two_functions: nx.DiGraph[str], start: str, end: str, expected: tuple[str, str]
) -> None:
    """Where a name is ambiguous, the role of the other end's function is meant."""
    assert role_pair(two_functions, start, end) == expected


@pytest.mark.parametrize(
    ("start", "end", "name", "candidates"),
    [
        pytest.param("mgr 1", "head", "mgr 1", ("Garden Mgr 1", "Kitchen Mgr 1"), id="both functions fit"),
        pytest.param("cook", "mgr 1", "cook", ("Cook 1", "Cook 2"), id="start still ambiguous"),
        pytest.param("cook 1", "cook", "cook", ("Cook 1", "Cook 2"), id="end still ambiguous"),
    ],
)
def test_what_stays_ambiguous_lists_what_is_left(
    two_functions: nx.DiGraph[str], start: str, end: str, name: str, candidates: tuple[str, ...]
) -> None:
    """The message names the ambiguous end and the roles that one function leaves."""
    with pytest.raises(cp.AmbiguousRole) as caught:
        role_pair(two_functions, start, end)
    assert (caught.value.name, caught.value.candidates) == (name, candidates)


def test_without_a_common_function_the_ambiguous_end_is_told(make_graph: Make) -> None:
    """No function fits both: all that the name can mean are listed."""
    roles = {"Cook 1": KITCHEN, "Hall Mgr 1": GARDEN, "Yard Mgr 1": GARDEN}
    with pytest.raises(cp.AmbiguousRole) as caught:
        role_pair(make_graph(roles=roles), "cook 1", "mgr 1")
    assert caught.value.candidates == ("Hall Mgr 1", "Yard Mgr 1")


@pytest.mark.parametrize(("start", "end", "name"), [("zebra", "mgr 1", "zebra"), ("cook 1", "zebra", "zebra")])
def test_an_unknown_end_is_told_first(two_functions: nx.DiGraph[str], start: str, end: str, name: str) -> None:
    """Whether start or end, the name that no role has is what the message is about."""
    with pytest.raises(cp.UnknownRole) as caught:
        role_pair(two_functions, start, end)
    assert caught.value.name == name


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("cook 1 mgr 1", ("Cook 1", "Kitchen Mgr 1")),
        ("gardener 1 garden mgr 1", ("Gardener 1", "Garden Mgr 1")),
        ("cook 1 house head", ("Cook 1", "House Head")),
        ("Cook 1 Cook 2", ("Cook 1", "Cook 2")),
        ("garden mgr 1 cook 2", ("Garden Mgr 1", "Cook 2")),
    ],
)
def test_words_without_quotes(two_functions: nx.DiGraph[str], words: str, expected: tuple[str, str]) -> None:
    """Cut where it can be cut in one way only."""
    assert pair_in_words(two_functions, words.split()) == expected


@pytest.mark.parametrize("words", ["zebra cook 1", "cook zebra 1 2", "mgr 1 zebra 1", "cook"])
def test_words_that_cannot_be_cut(two_functions: nx.DiGraph[str], words: str) -> None:
    """UnknownRole that asks for quotes and has the words as its name."""
    with pytest.raises(cp.UnknownRole, match="Quote the two") as caught:
        pair_in_words(two_functions, words.split())
    assert caught.value.name == words


def test_words_that_can_be_cut_in_several_ways(make_graph: Make) -> None:
    """AmbiguousRole lists the cuts, to choose one."""
    graph = titled(make_graph, "Cook", "Cook Lead", "Lead Usher", "Usher")
    with pytest.raises(cp.AmbiguousRole) as caught:
        pair_in_words(graph, ["cook", "lead", "usher"])
    for cut in ('"cook" "lead usher"', '"cook lead" "usher"'):
        assert cut in str(caught.value)


def test_words_whose_only_cut_is_ambiguous(make_graph: Make) -> None:
    """The candidates of the ambiguous end are told, not that the words cannot be cut."""
    with pytest.raises(cp.AmbiguousRole) as caught:
        pair_in_words(titled(make_graph, "Cook 1", "Cook 2", "Usher"), ["usher", "cook"])
    assert (caught.value.name, caught.value.candidates) == ("cook", ("r0", "r1"))


LADDER = {
    "clin-1": {"title": "Clin Imaging IT Spec 1", "job_code": "8799"},
    "clin-2": {"title": "Clin Imaging IT Spec 2", "job_code": "8798", "aliases": ["Clinical Imaging Specialist II"]},
    "clin-mgr-1": {"title": "Clin Imaging IT Mgr 1", "job_code": None, "defined": False},
    "data-2": {"title": "Data Analyst 2", "job_code": "X212P", "job_function": "Data"},
    "data-mgr-1": {"title": "Data Mgr 1", "job_code": "0012", "job_function": "Data"},
    "rd-3": {"title": "R&D Engr III", "job_code": "77", "job_function": "Research"},
}


@pytest.fixture(scope="module")
def ladder(make_graph: Make) -> nx.DiGraph[str]:
    """A few roles of three functions; a manager who is only named, by a specialist."""
    return make_graph("clin-2 -> clin-mgr-1", "data-2 -> data-mgr-1", roles=LADDER)


def with_all(make_graph: Make, *titles: str, **attributes: Any) -> nx.DiGraph[str]:
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
def test_what_a_name_means(ladder: nx.DiGraph[str], name: str, role: str | None) -> None:
    """Title, code, id, folded title, short form, typing error; leading zeros of codes matter; else nothing."""
    if role is not None:
        assert cp.role_id(ladder, name) == role
        return
    with pytest.raises(cp.UnknownRole) as caught:
        cp.role_id(ladder, name)
    assert caught.value.name == name
    assert len(caught.value.candidates) == 3


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
def test_another_level_is_no_typing_error(make_graph: Make, title: str, name: str) -> None:
    """Where only the number differs, the role is not meant: it is only among the nearest."""
    with pytest.raises(cp.UnknownRole) as caught:
        cp.role_id(with_all(make_graph, title), name)
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
    graph = with_all(make_graph, f"{stem} {noun} {there}")
    try:
        found = cp.role_id(graph, written + number)
    except cp.UnknownRole:
        return
    assert found == "r0"
    assert there == asked


@given(name=st.text(max_size=30))
def test_any_text_is_answered(ladder: nx.DiGraph[str], name: str) -> None:
    """A name gives a role of the graph, or one of the two errors with roles of the graph."""
    try:
        found: tuple[str, ...] = (cp.role_id(ladder, name),)
    except (cp.UnknownRole, cp.AmbiguousRole) as error:
        found = error.candidates
    assert found
    assert set(found) <= set(ladder)


def test_a_described_role_without_code_and_function_says_so(make_graph: Make) -> None:
    """Nothing known of a role but its title is said as well."""
    graph = with_all(make_graph, "Lead 1", "Lead 2", job_code=None, job_function=None)
    with pytest.raises(cp.AmbiguousRole) as caught:
        cp.role_id(graph, "lead")
    assert caught.value.described == (("Lead 1", "no code"), ("Lead 2", "no code"))


@pytest.mark.parametrize(("count", "more"), [(10, ""), (11, " and 1 more"), (12, " and 2 more")])
def test_at_most_ten_are_named_in_the_message(make_graph: Make, count: int, more: str) -> None:
    """The others are counted, and the error holds them all."""
    graph = with_all(make_graph, *[f"Team {letter} Lead" for letter in "ABCDEFGHIJKLM"[:count]])
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
