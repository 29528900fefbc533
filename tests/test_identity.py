"""Which columns are one role, what it is called, and its id."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpaths.grid import read_grid
from careerpaths.identity import column_text, defined_role, groups, header_text, with_names_and_ids
from careerpaths.model import Document, Problem, Role, Row, Standard


def standard(*rows: str, document: str = "a.txt") -> Standard:
    """A standard of rows written with a bar between two cells."""
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    lines = tuple(Row(cells=one, line=n) for n, one in enumerate(cells, 1))
    return read_grid(Document(name=document, kind="text", rows=lines)).standards[0]


def one(title: str, code: str = "", *more: str, function: str = "Imaging", document: str = "a.txt") -> Standard:
    """A standard of one level."""
    header = (f"Job Function | {function}", "Category | Professional", "Job Level | Entry")
    return standard(*header, f"Job Title | {title}", f"Job Code | {code}", *more, document=document)


def roles(*standards: Standard) -> list[Role]:
    """The defined roles of standards."""
    return [defined_role(group, standards)[0] for group in groups(standards)]


def problems(*standards: Standard) -> list[Problem]:
    """What contradicts in them."""
    return [problem for group in groups(standards) for problem in defined_role(group, standards)[1]]


def named(title: str, code: str | None = None, function: str | None = None) -> Role:
    """A role that has no name and id yet."""
    return Role(id="", title=title, name=title, defined=True, job_code=code, job_function=function)


def test_each_column_is_a_role_with_what_its_standard_states() -> None:
    """Header facts hold for each level; level and category give track and order."""
    found = roles(
        standard(
            "Job Family | Tech",
            "Job Function | Imaging",
            "Category | Professional",
            "Job Level | Entry | Advanced",
            "Job Title | Anl 1 | Anl 2",
            "Job Code | 1 | 2",
            "Tracking Code | T1 |",
            "Per. Program | PSS | MSP",
            "FLSA | Exempt | Exempt",
            "Education | BA | MA",
            "License | | Card",
        )
    )
    expected = Role(
        id="",
        title="Anl 2",
        name="Anl 2",
        defined=True,
        job_code="2",
        level="Advanced",
        category="Professional",
        job_function="Imaging",
        job_family="Tech",
        personnel_program="MSP",
        flsa="Exempt",
        track="professional",
        level_order=4,
        requirements=(("Education", "MA"), ("License", "Card")),
        requirement_kinds=("education", "license"),
        documents=("a.txt",),
        columns=((0, 1),),
    )
    assert found[1] == expected
    assert (found[0].title, found[0].tracking_code, found[0].requirements) == ("Anl 1", "T1", (("Education", "BA"),))


def test_what_is_not_stated_is_none() -> None:
    """A title alone is a role, of which nobody says what it asks; the first text of a kind is what is asked for."""
    alone = standard("Job Title | Anl 1")
    (role,) = roles(alone)
    assert role == replace(named("Anl 1"), documents=("a.txt",), columns=((0, 0),), asks_stated=False)
    assert (header_text(alone, "job_function"), column_text(alone.columns[0], "flsa")) == (None, None)


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (("Anl 1", "7"), ("Anl 1", "7"), 1),
        (("Anl 1", "7"), ("Analyst I", "7"), 1),
        (("Anl 1", "7"), ("Anl 2", "7"), 2),
        (("Anl 1", "7"), ("Anl 1", "8"), 2),
        (("Anl 1", "7"), ("Anl 1", ""), 1),
        (("Anl 1", ""), ("Anl 1", "7"), 1),
        (("Anl 1", ""), ("anl 1", ""), 1),
        (("Anl 1", ""), ("Anl 2", ""), 2),
    ],
)
def test_code_and_title_decide_what_is_one_role(first: tuple[str, str], second: tuple[str, str], count: int) -> None:
    """The same code with titles that fold equal; without a code the title within its function."""
    assert len(roles(one(*first), one(*second))) == count


@pytest.mark.parametrize(("code", "count"), [("7", 1), ("", 2)])
def test_a_function_parts_only_roles_without_codes(code: str, count: int) -> None:
    """One code and title in two functions is one role, one title without codes is two."""
    assert len(roles(one("Anl 1", code), one("Anl 1", code, function="Records"))) == count


def test_a_title_without_a_code_that_several_codes_bear_is_a_role_of_its_own() -> None:
    """Which of them is meant is not guessed, and two such columns are one."""
    found = roles(one("Anl 1", "7"), one("Anl 1", "8"), one("Anl 1"), one("Anl 1"))
    assert [(role.job_code, role.columns) for role in found] == [
        ("7", ((0, 0),)),
        ("8", ((1, 0),)),
        (None, ((2, 0), (3, 0))),
    ]


def test_other_spellings_are_aliases() -> None:
    """The first spelling is the title, and each other one is kept once."""
    (role,) = roles(one("Anl 1", "7"), one("Analyst I", "7"), one("Anl 1", "7"), one("ANALYST 1", "7"))
    assert (role.title, role.aliases) == ("Anl 1", ("Analyst I", "ANALYST 1"))


def test_a_role_in_two_documents_takes_the_first_statement_of_each_kind() -> None:
    """What the first document leaves out is taken from the second; both are named."""
    first = one("Anl 1", "7", "Education | BA")
    second = one("Anl 1", "7", "Education | MA", "License | Card", "FLSA | Exempt", document="b.txt")
    (role,) = roles(first, second)
    assert (role.documents, role.flsa) == (("a.txt", "b.txt"), "Exempt")
    assert role.requirements == (("Education", "BA"), ("License", "Card"))
    assert problems(first, second) == []


def test_columns_that_contradict_each_other_are_a_problem() -> None:
    """It stands at the later one, names each value, and the first counts."""
    first = one("Anl 1", "7", "FLSA | Exempt")
    second = one("Anl 1", "7", "FLSA | Non-Exempt", function="Records", document="b.txt")
    (problem,) = problems(first, second)
    assert (problem.document, problem.place) == ("b.txt", 'line 4, row "Job Title", column "Entry"')
    assert problem.message == (
        'Anl 1 is defined twice with other values: job function "Records" here, but "Imaging" in a.txt, line 4, which '
        'counts; flsa "Non-Exempt" here, but "Exempt" in a.txt, line 4, which counts; correct one of them'
    )
    assert [(role.job_function, role.flsa) for role in roles(first, second)] == [("Imaging", "Exempt")]


def test_what_counts_is_what_is_stated_first() -> None:
    """A column that states nothing is no first one: the second is, and the third contradicts it."""
    columns = (
        one("Anl 1", "7"),
        one("Anl 1", "7", "FLSA | Exempt", document="b.txt"),
        one("Anl 1", "7", "FLSA | Non-Exempt", document="c.txt"),
    )
    (problem,) = problems(*columns)
    assert problem.document == "c.txt"
    assert 'flsa "Non-Exempt" here, but "Exempt" in b.txt, line 4, which counts' in problem.message
    (group,) = groups(columns)
    told = frozenset({frozenset(("b.txt", "c.txt"))})
    assert defined_role(group, columns, undecided=told)[1] == ()


def test_case_and_marks_are_no_contradiction() -> None:
    """Facts are compared as they fold."""
    assert problems(one("Anl 1", "7", "FLSA | Non-Exempt"), one("Anl 1", "7", "FLSA | non exempt")) == []


@pytest.mark.parametrize(
    ("rows", "scope"),
    [
        (("Custom Scope | Runs it. Mends it.", "Generic Scope | Works."), "Runs it."),
        (("Generic Scope | Works in version 2.1 of it! Then rests.",), "Works in version 2.1 of it!"),
        (("Custom Scope | Runs it",), "Runs it"),
        (("KSA | Knows it.",), None),
    ],
)
def test_the_scope_is_the_first_sentence(rows: tuple[str, ...], scope: str | None) -> None:
    """That of the role alone, else that of all roles at its level; a text without an end is taken whole."""
    assert roles(one("Anl 1", "7", *rows))[0].scope == scope


def test_an_id_is_made_of_title_and_code() -> None:
    """It does not depend on the roles around it."""
    (role,) = with_names_and_ids([named("Clin Imaging IT Spec 2", "8798")])
    assert (role.id, role.name) == ("clin-imaging-it-spec-2-8798", "Clin Imaging IT Spec 2")
    assert with_names_and_ids([named("Anl 1", "7"), named("Clin Imaging IT Spec 2", "8798")])[1].id == role.id


def test_ids_that_clash_are_told_apart_by_a_hash_and_not_by_order() -> None:
    """Both get one, the same in any order and with others beside them."""
    pair = [named("A B", "1"), named("A-B", "1")]
    ids = {role.title: role.id for role in with_names_and_ids(pair)}
    assert len(set(ids.values())) == 2
    assert all(one.startswith("a-b-1-") for one in ids.values())
    assert {role.title: role.id for role in with_names_and_ids([*reversed(pair), named("C")])} == {**ids, "C": "c"}


@pytest.mark.parametrize(
    ("pair", "names"),
    [
        ((named("A", "1"), named("A", "2")), ["A (1)", "A (2)"]),
        ((named("A", None, "Imaging"), named("A", "2")), ["A (Imaging)", "A (2)"]),
        ((named("A"), named("A", "2")), ["A (no code)", "A (2)"]),
        ((named("A", "1"), named("B", "1")), ["A", "B"]),
    ],
)
def test_one_title_of_two_roles_is_shown_with_its_mark(pair: tuple[Role, Role], names: list[str]) -> None:
    """The code, else the function, else that there is none."""
    assert [role.name for role in with_names_and_ids(pair)] == names


def test_names_that_still_clash_get_the_end_of_their_hash() -> None:
    """No two roles are shown under one name, even where a title looks like a mark."""
    found = with_names_and_ids([named("A", "1"), named("A", "2"), named("A (1)", "3")])
    assert len({role.name for role in found}) == 3
    assert [role.title for role in found] == ["A", "A", "A (1)"]


TEXT = st.sampled_from(["A", "a", "A 1", "A (1)", "A-1", "\u00e9", "\u4e2d", "\u4e2d\u6587", "con", "x" * 90])
ROLES = st.lists(
    st.builds(named, TEXT, st.sampled_from([None, "1", "2"]), st.sampled_from([None, "F"])), unique=True, max_size=12
)


@settings(max_examples=50)
@given(ROLES)
def test_names_and_ids_are_unique(several: list[Role]) -> None:
    """Whatever titles, codes and functions there are, and the order of roles decides nothing."""
    found = with_names_and_ids(several)
    assert len({role.id for role in found}) == len({role.name for role in found}) == len(several)
    assert all(set(role.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for role in found)
    assert all(len(role.id) <= 80 for role in found)
    assert set(with_names_and_ids(several[::-1])) == set(found)


def test_short_values_of_other_rows_are_further_facts() -> None:
    """A grade, for example; no sentence, no long text, no row with several values, no date and no placeholder."""
    other = (
        "Salary Grade | 12",
        "Union | Local 40",
        "Shift | N/A",
        "Revised | 05/2026",
        "Motto | Serves all.",
        f"Note | {'long ' * 9}",
    )
    found = roles(one("Anl 1", "1", *other), one("Anl 1", "1", "Union | Local 7", document="b.txt"))
    assert [role.extras for role in found] == [(("Salary Grade", "12"), ("Union", "Local 40"))]
