"""Words in attributes and texts: what finds what, where it stands, and what is passed over."""

from __future__ import annotations

import io
import json
import string
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths import report

Make = Callable[..., "nx.DiGraph[str]"]


@pytest.fixture(scope="module")
def catalogue(clone: Path) -> cp.Catalogue:
    """The sample standards."""
    return cp.load(clone / "data")


@pytest.fixture(scope="module")
def graph(catalogue: cp.Catalogue) -> nx.DiGraph[str]:
    """Their graph."""
    return cp.build_graph(catalogue)


def one_text(make_graph: Make, text: str, label: str = "Grade") -> nx.DiGraph[str]:
    """One role of which an overlay states a text."""
    return make_graph(roles={"a": {"title": "Cook", "extras": [[label, text]]}})


def marked(graph: nx.DiGraph[str], asked: str) -> list[str] | None:
    """The words marked in the one hit; None where there is none."""
    found = cp.find(graph, asked).roles
    return [hit.text[start:stop] for hit in found[0].hits for start, stop in hit.marks] if found else None


@pytest.mark.parametrize(
    ("text", "asked", "words"),
    [
        ("Holds a certification.", "certif", ["certification"]),
        ("Holds a CERTIFICATION.", "Certification", ["CERTIFICATION"]),
        ("Holds a certification.", "cer", None),
        ("Holds a certification.", "certifications", None),
        ("Takes the lead in IT and items", "it", ["IT"]),
        ("Room 120 and 12", "12", ["12"]),
        ("Room 12345", "1234", None),
        ("Image archives; imaging", "imaging archive", ["archives", "imaging"]),
        ("Image archives", "imaging archive", None),
        ("Stays up-to-date", '"up to date"', ["up", "to", "date"]),
        ("A bachelor's degree", "bachelors", ["bachelor's"]),
        ("A bachelor\u2019s degree", "Bachelor's", ["bachelor\u2019s"]),
        ("Writes re\u0301sume\u0301s", "resumes", ["re\u0301sume\u0301s"[:-1] + "s"]),
        ("Writes r\u00e9sum\u00e9s", "RESUM\u00c9", ["r\u00e9sum\u00e9s"]),
        ("Re\u00adsearch", "research", ["Re\u00adsearch"]),
        ("Stra\u00dfe", "strasse", ["Stra\u00dfe"]),
        ("The \ufb01le", "file", ["\ufb01le"]),
        ("R&D", "r and d", ["R", "&", "D"]),
        ("one one two", "one", ["one", "one"]),
        ("\u533b\u7642 \u6280\u5e2b", "\u6280\u5e2b", ["\u6280\u5e2b"]),
    ],
)
def test_what_finds_what(make_graph: Make, text: str, asked: str, words: list[str] | None) -> None:
    """Case, accents and punctuation are forgiven; from four letters on a beginning does; all words must be there."""
    assert marked(one_text(make_graph, text), asked) == words


def test_all_words_stand_in_one_statement(make_graph: Make) -> None:
    """Two words in two statements of a role are no hit."""
    graph = make_graph(roles={"a": {"extras": [["Grade", "one"], ["Pay", "two"]]}})
    assert cp.find(graph, "one two").roles == ()


@pytest.mark.parametrize(
    ("label", "asked", "is_found"),
    [
        ("Cert 1", "certificate", True),
        ("Cert 1", "certification", True),
        ("Cert 1", "board certificate", True),
        ("License 1", "licence", True),
        ("Spec Cond 1", "special condition", True),
        ("Education 2", "education", True),
        ("Grade", "grade", False),
        ("Key Resp 1", "duty", False),
    ],
)
def test_a_requirement_answers_to_the_name_of_its_row(
    make_graph: Make, label: str, asked: str, *, is_found: bool
) -> None:
    """Who needs a certificate is asked, whatever the text calls it; then nothing in the text is marked."""
    graph = make_graph(roles={"a": {"requirements": [[label, "Of a recognized board."]]}})
    hits = [hit for one in cp.find(graph, asked).roles for hit in one.hits]
    assert [hit.label for hit in hits] == ([label] if is_found else [])


@pytest.mark.parametrize(
    "asked",
    ["clin imaging", "clinical", "CIIS", "X0", "level 0", "professional", "radiology", "technology", "PSS", "exempt"],
)
def test_attributes_are_looked_at(make_graph: Make, asked: str) -> None:
    """Title, also spelt out, other spellings, code, level, category, function, family, program, FLSA."""
    role = {"title": "Clin Imaging Spec", "aliases": ["CIIS"], "job_function": "Radiology", "flsa": "Exempt"}
    graph = make_graph(roles={"a": {**role, "personnel_program": "PSS"}})
    (found,) = cp.find(graph, asked).roles
    assert [hit.source for hit in found.hits] == [None]


def test_scope_is_looked_at_and_the_answer_says_that_texts_were_not(make_graph: Make) -> None:
    """Without a catalogue the scope of the node is all there is, and a note says so."""
    answer = cp.find(make_graph(roles={"a": {"scope": "Leads teams."}}), "teams")
    assert [hit.label for hit in answer.roles[0].hits] == ["Scope"]
    assert answer.note == "texts were not given: pass the catalogue"


@pytest.mark.parametrize("asked", ["", " ", "&", "...", "\u00ad", "\u0301"])
def test_nothing_to_look_for(make_graph: Make, asked: str) -> None:
    """What holds no letter and no digit is refused."""
    with pytest.raises(cp.BadArgument, match="holds no letter and no digit"):
        cp.find(make_graph(roles={"a": {}}), asked)


def test_texts_with_their_sources(graph: nx.DiGraph[str], catalogue: cp.Catalogue) -> None:
    """With the catalogue, every text of a role, once, and where it stands; scopes are whole."""
    answer = cp.find(graph, "cardiology courses", catalogue=catalogue)
    (found,) = answer.roles
    (hit,) = found.hits
    assert (found.role.title, hit.label) == ("Clin Imaging IT Spec 3", "Key Resp 04")
    assert hit.source is not None
    assert (hit.source.row, hit.source.column, hit.source.text) == ("Key Resp 04", "Experienced", hit.text)
    assert sorted(hit.text[start:stop] for start, stop in hit.marks) == ["cardiology", "courses"]
    assert answer.note is None
    scopes = cp.find(graph, "guided well-defined work", catalogue=catalogue)
    assert {hit.label for one in scopes.roles for hit in one.hits} == {"Generic Scope"}


def test_rows_that_name_other_roles_are_passed_over(graph: nx.DiGraph[str], catalogue: cp.Catalogue) -> None:
    """A title finds the role that bears it, not those whose career path names it; an undefined role is found."""
    found = cp.find(graph, "Clin Imaging IT Mgr 2", catalogue=catalogue)
    assert [one.role.title for one in found.roles] == ["Clin Imaging IT Mgr 2"]
    assert [(hit.label, hit.source) for hit in found.roles[0].hits] == [("Title", None)]


def test_within_some_roles(graph: nx.DiGraph[str], catalogue: cp.Catalogue) -> None:
    """Only the roles given are looked at, in reading order; an id that is not there finds nothing."""
    within = cp.select(graph, '"clin imaging it spec 2"+2 and not level:intermediate')
    found = cp.find(graph, "degree", catalogue=catalogue, within=[*reversed(within), "nobody"])
    assert tuple(one.role.id for one in found.roles) == within
    assert cp.find(graph, "degree", catalogue=catalogue, within=()).roles == ()


def test_json_and_rows(graph: nx.DiGraph[str], catalogue: cp.Catalogue) -> None:
    """A node with its hits; one flat row a hit, with where it stands."""
    answer = cp.find(graph, "cardiology", catalogue=catalogue)
    shape = json.loads(json.dumps(answer.to_dict()))
    assert list(shape) == ["schema", "text", "roles", "note"]
    assert (shape["schema"], shape["text"]) == (1, "cardiology")
    assert list(shape["roles"][0]["hits"][0]) == ["label", "text", "source", "marks"]
    assert shape["roles"][0]["title"] == answer.roles[0].role.title
    rows = list(answer.rows())
    assert len(rows) == sum(len(one.hits) for one in answer.roles)
    assert all(tuple(row) == answer.columns and row["document"] for row in rows)
    without = cp.find(graph, "professional")
    assert all(row["document"] is None for row in without.rows())
    assert len(cp.frame(without)) == sum(len(one.hits) for one in without.roles)


def test_the_real_standard(real_standard: Path) -> None:
    """From which step on do I need a certificate? At Expert."""
    catalogue = cp.load(real_standard)
    answer = cp.find(cp.build_graph(catalogue), "certificate", catalogue=catalogue)
    assert [(one.role.level, [hit.label for hit in one.hits]) for one in answer.roles] == [("Expert", ["Cert 1"])]


WORDS = st.text(st.sampled_from("abcdefg \u00e9-'"), max_size=30)


@given(text=WORDS, asked=WORDS)
def test_marks_stand_where_the_words_are(make_graph: Make, text: str, asked: str) -> None:
    """Each mark begins and ends in the text, none overlaps another; what is found is found in any order of words."""
    graph = one_text(make_graph, text)
    if not any(map(str.isalnum, asked)):
        return
    found = cp.find(graph, asked)
    assert found.roles == cp.find(graph, " ".join(reversed(asked.split()))).roles
    places = [mark for one in found.roles for hit in one.hits if hit.text == text for mark in hit.marks]
    assert all(0 <= start < stop <= len(text) and text[start].isalnum() for start, stop in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


@given(text=st.text(), asked=st.text(st.characters(), min_size=1))
def test_any_text_is_looked_for(make_graph: Make, text: str, asked: str) -> None:
    """Whatever is asked of whatever text: an answer, or a refusal; each text of plain words finds itself."""
    graph = one_text(make_graph, text)
    try:
        cp.find(graph, asked)
    except cp.BadArgument:
        assert not set(asked) & set(string.ascii_letters + string.digits)
    if set(text) & set(string.ascii_letters + string.digits):
        assert cp.find(graph, text).roles


def test_no_roles() -> None:
    """Where nothing was read, nothing is found."""
    empty: nx.DiGraph[str] = nx.DiGraph()
    answer: Any = cp.find(empty, "x")
    assert (answer.roles, list(answer.rows())) == ((), [])


def told(answer: object, *, sources: bool = False) -> list[str]:
    """The lines of an answer as text."""
    stream = io.StringIO()
    report.tell(answer, report.console_for(stream, width=200), report.Style(sources=sources))
    return stream.getvalue().splitlines()


def test_text(make_graph: Make) -> None:
    """How many, then roles that share all statements together; one that was shown before is not shown again."""
    roles = {
        "a": {"extras": [["Grade", "one two"]]},
        "b": {"extras": [["Grade", "one two"]]},
        "c": {"extras": [["Grade", "one two"], ["Pay", "one"]]},
    }
    assert told(cp.find(make_graph(roles=roles), "one")) == [
        "3 roles hold \u201cone\u201d in what is stated of them.",
        "",
        "a (Level 0, X0)",
        "b (Level 1, X1)",
        "  Grade  one two",
        "",
        "c (Level 2, X2)",
        "  Grade  the same as for a",
        "  Pay    one",
        "",
        "texts were not given: pass the catalogue",
        "",
        "All that is stated of a role: careerpaths show a --full",
    ]


def test_text_of_nothing_found_and_of_sources(
    make_graph: Make, graph: nx.DiGraph[str], catalogue: cp.Catalogue
) -> None:
    """Nothing found is said in a sentence; with sources each statement has its own."""
    nothing = told(cp.find(make_graph(roles={"a": {}}), "zebra"))
    assert nothing[0] == "Nothing that is stated of the roles looked at holds \u201czebra\u201d."
    within = cp.select(graph, '"clin imaging it spec 2"+1')
    lines = told(cp.find(graph, "degree", catalogue=catalogue, within=within), sources=True)
    cited = [line.rpartition(", ")[2] for line in lines if "Education 1, " in line]
    assert cited == ["Intermediate", "Experienced"]
