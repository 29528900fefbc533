"""Many standards as one: whom titles mean, every stated move with its sources, every trouble named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpaths import texts
from careerpaths.catalogue import merge
from careerpaths.errors import UnknownRole
from careerpaths.grid import read_grid
from careerpaths.headings import find_headings
from careerpaths.model import Catalogue, Document, Problem, Reading, Role, Row
from careerpaths.records import read_records
from careerpaths.vocabulary import VOCABULARY


def reading(*rows: str, document: str = "a.txt", function: str = "Imaging") -> Reading:
    """One document of rows written with a bar between two cells, under a header of professionals."""
    header = (f"Job Function | {function}", "Category | Professional", "Job Level | Entry | Intermediate | Advanced")
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in (*header, *rows)]
    lines = tuple(Row(cells=one, line=n) for n, one in enumerate(cells, 1))
    return read_grid(Document(name=document, kind="text", rows=lines))


def merged(*rows: str) -> Catalogue:
    """The catalogue of one document."""
    return merge([reading(*rows)])


def moves(catalogue: Catalogue) -> list[tuple[str, str]]:
    """All moves, as names."""
    names = {role.id: role.name for role in catalogue.roles}
    return [(names[move.start], names[move.end]) for move in catalogue.moves]


def role(catalogue: Catalogue, name: str) -> Role:
    """The role that is shown under a name."""
    return next(role for role in catalogue.roles if role.name == name)


def only_problem(catalogue: Catalogue) -> Problem:
    """The one problem of a catalogue."""
    (problem,) = catalogue.problems
    return problem


TITLES = "Job Title | Anl 1 | Anl 2 | Anl 3"
TWO = "Job Title | Anl 1 | Anl 2 |"
ONE = "Job Title | Anl 1 | |"


def test_no_readings_are_an_empty_catalogue() -> None:
    """Nothing is made up."""
    assert merge([]) == Catalogue(standards=(), roles=(), moves=(), problems=())


def test_a_move_has_every_place_that_states_it() -> None:
    """Two cells that name one role are one move, with both cells as its sources, in the order of rows."""
    catalogue = merged(TWO, "Career Path 1 | Anl 2 | |", "Career Path 2 | Analyst II | |")
    (move,) = catalogue.moves
    assert (move.kind, move.kind_basis, move.direction) == ("promotion", "standard", "up")
    assert [(source.row, source.column, source.text, source.line) for source in move.sources] == [
        ("Career Path 1", "Entry", "Anl 2", 5),
        ("Career Path 2", "Entry", "Analyst II", 6),
    ]
    assert catalogue.problems == ()


def test_a_title_that_no_standard_defines_is_one_undefined_role() -> None:
    """Wherever it is named, under its first spelling by document and row; it says who names it."""
    first = reading(TWO, "Career Path 1 | | Clin Lead 1 |", "Career Path 2 | clinical lead I | |", document="b.txt")
    second = reading("Job Title | Tech 1 | |", "Career Path 1 | CLIN LEAD 1 | |", document="a.txt")
    catalogue = merge([first, second])
    undefined = [role for role in catalogue.roles if not role.defined]
    assert [(role.id, role.title, role.documents) for role in undefined] == [
        ("clin-lead-1", "Clin Lead 1", ("a.txt", "b.txt"))
    ]
    assert len(catalogue.moves) == 3


def test_titles_that_run_together_are_moves_and_a_note() -> None:
    """The note says how the cell was split, so that somebody can look."""
    catalogue = merged(TITLES, "Career Path 1 | Anl 2 Anl 3 | |")
    assert moves(catalogue) == [("Anl 1", "Anl 2"), ("Anl 1", "Anl 3")]
    problem = only_problem(catalogue)
    assert (problem.severity, problem.place) == ("note", 'line 5, row "Career Path 1", column "Entry"')
    assert problem.message == "2 titles in one cell, split by known titles: Anl 2 | Anl 3"


@pytest.mark.parametrize("dash", ["-", "\u2013", "\u2014"])
def test_a_dash_between_two_titles_is_part_of_neither(dash: str) -> None:
    """A role that is only named is shown without what parted it from the next."""
    catalogue = merged(ONE, f"Career Path 1 | Clin Mgr 1 {dash} Clin Mgr 2 | |")
    assert moves(catalogue) == [("Anl 1", "Clin Mgr 1"), ("Anl 1", "Clin Mgr 2")]


@pytest.mark.parametrize(
    ("cell", "severity", "said"),
    [
        ("N/A", "note", "a placeholder, no title: no move"),
        ("Anl 2; N/A", "note", "read as one title and placeholders: Anl 2"),
        ("Anl 1", "problem", "names the role itself as its next role"),
        ("Anl 2 Dean", "problem", "cannot be cut surely (perhaps Anl 2 | Dean): no move"),
        ("word " * 40, "problem", "is a sentence and names no defined role that one moves to: no move"),
    ],
)
def test_a_cell_that_is_no_plain_title_is_named(cell: str, severity: str, said: str) -> None:
    """A sure reading is a note, what cannot be taken a problem."""
    problem = only_problem(merged(TWO, f"Career Path 1 | {cell} | |"))
    assert problem.severity == severity
    assert said in problem.message


def test_a_cell_that_can_be_cut_in_several_ways_lists_them() -> None:
    """No move is guessed, and each cut is shown."""
    names = "Job Title | Sales Lead | Sales Lead Field | Lead"
    other = reading("Job Title | Field Lead | |", document="b.txt")
    catalogue = merge([reading(names, "Career Path 1 | Sales Lead Field Lead | |"), other])
    message = only_problem(catalogue).message
    assert "several ways (Sales Lead | Field Lead; or Sales Lead Field | Lead): no move" in message
    assert catalogue.moves == ()


def test_a_known_title_inside_a_cell_without_numbers_is_a_problem_without_a_proposal() -> None:
    """Nothing is proposed where nothing is likely."""
    names = "Job Title | Field Lead | |"
    assert (
        "cannot be cut surely: no move" in only_problem(merged(names, "Career Path 1 | Senior Field Lead | |")).message
    )


@pytest.mark.parametrize(
    ("rows", "states"),
    [
        (("KSA | a | |",), False),
        (("Career Path 1 | | |",), True),
        (("Career Path 1 | N/A | |",), True),
        (("Career Path 1 | Dean | |",), True),
        (("Career Path 1 | Nurse 1 Dean | |",), False),
        (("Career Path 1 | Nurse 1 Dean | |", "Career Path 2 | Dean | |"), True),
    ],
)
def test_whether_a_role_states_its_moves(rows: tuple[str, ...], states: bool) -> None:  # noqa: FBT001 - a row of a table
    """A blank or placeholder counts as stated; no row, or only cells that could not be cut, do not."""
    assert role(merged(ONE, *rows), "Anl 1").states_moves is states


def test_a_title_in_several_functions_means_the_one_of_the_standard_that_names_it() -> None:
    """Each function's own role is linked, whatever the order of documents."""
    rows = ("Job Title | Anl 1 | Anl 2 |", "Career Path 1 | Anl 2 | |")
    both = [
        reading(*rows, f"Job Code | {n}1 | {n}2 |", document=f"{n}.txt", function=function)
        for n, function in ((1, "Imaging"), (2, "Records"))
    ]
    for readings in (both, both[::-1]):
        catalogue = merge(readings)
        assert moves(catalogue) == [("Anl 1 (11)", "Anl 2 (12)"), ("Anl 1 (21)", "Anl 2 (22)")]
        assert catalogue.problems == ()


def test_a_title_of_several_other_functions_is_a_problem() -> None:
    """It lists the bearers with code and function, makes no move, and leaves the moves unstated."""
    others = [
        reading("Job Title | Lead | |", f"Job Code | {code} | |", document=f"{code}.txt", function=code)
        for code in "XY"
    ]
    catalogue = merge([reading(ONE, "Career Path 1 | Lead | |"), *others])
    assert catalogue.moves == ()
    assert role(catalogue, "Anl 1").states_moves is False
    message = only_problem(catalogue).message
    assert '"Lead" is the title of 2 roles in other functions (Lead, code X, X; Lead, code Y, Y): no move' in message


def test_a_title_twice_in_the_naming_function_is_a_problem() -> None:
    """Two codes under one title in one function are kept apart, and a path to that title is not guessed."""
    catalogue = merged("Job Title | Anl 1 | Lead | Lead", "Job Code | 1 | 2 | 3", "Career Path 1 | Lead | |")
    assert catalogue.moves == ()
    assert [problem.message.split(":")[0] for problem in catalogue.problems] == [
        "Lead stands under 2 job codes (2, 3)",
        '"Lead" is the title of 2 roles in this function (Lead, code 2, Imaging; Lead, code 3, Imaging)',
    ]


def test_a_title_twice_where_no_function_is_stated_is_a_problem() -> None:
    """Nothing says that they are meant to differ: kept apart, and said."""
    first, other = (
        reading(
            f"Job Title | Lead | |\nJob Code | {code} | |".split("\n")[0],
            f"Job Code | {code} | |",
            document=f"{code}.txt",
            function="",
        )
        for code in ("1", "2")
    )
    messages = [problem.message for problem in merge([first, other]).problems if "stands under" in problem.message]
    assert messages == ["Lead stands under 2 job codes (1, 2): kept as roles apart; correct the one that is wrong"]


def test_a_title_without_code_and_function_in_two_documents() -> None:
    """Only the document tells them apart, which is said; one with a code beside them has one code more."""
    parts = [reading("Job Title | Lead | |", document=name, function="") for name in ("a.txt", "b.txt")]
    problem = only_problem(merge(parts))
    assert problem.document == "b.txt"
    assert problem.message == (
        "Lead is described in 2 documents (a.txt, b.txt) that state neither its job code nor its function: kept as "
        "roles apart; add one of the two"
    )
    coded = reading("Job Title | Lead | |", "Job Code | 1 | |", document="c.txt", function="")
    messages = [one.message for one in merge([*parts, coded]).problems]
    assert sum("Lead stands under 2 job codes (1, no code)" in one for one in messages) == 1


def test_a_title_of_one_other_function_is_a_move_across_functions() -> None:
    """One bearer is the one that is meant, wherever it stands."""
    other = reading("Job Title | Lead | |", document="b.txt", function="Records")
    catalogue = merge([reading(ONE, "Career Path 1 | Lead | |"), other])
    assert [move.kind for move in catalogue.moves] == ["cross-function"]


def test_one_code_under_two_titles_is_a_problem() -> None:
    """Both roles stay, and the problem stands at the second."""
    catalogue = merged(TWO, "Job Code | 7 | 7 |")
    problem = only_problem(catalogue)
    assert problem.place == 'line 4, row "Job Title", column "Intermediate"'
    assert problem.message.startswith("job code 7 stands under 2 titles (Anl 1, Anl 2): kept as roles apart")
    assert len(catalogue.roles) == 2


def test_contradictions_are_among_the_problems() -> None:
    """A role that two documents define with other values is named."""
    rows = (ONE, "Job Code | 7 | |")
    catalogue = merge([reading(*rows, "FLSA | a | |"), reading(*rows, "FLSA | b | |", document="b.txt")])
    assert "is defined twice with other values" in only_problem(catalogue).message
    assert len(catalogue.roles) == 1


def test_roles_stand_in_ladder_order() -> None:
    """By function, track, level and title; an undefined role stands with the function that names it."""
    later = reading(
        "Job Title | Clerk 1 | |", "Career Path 1 | Clerk 2 | |", document="a.txt", function="Zoology records"
    )
    managers = read_grid(
        Document(
            name="b.txt",
            kind="text",
            rows=tuple(
                Row(cells=cells, line=n)
                for n, cells in enumerate(
                    [
                        ("Job Function", "Imaging"),
                        ("Category", "Managerial"),
                        ("Job Level", "Manager 1"),
                        ("Job Title", "Mgr 1"),
                    ],
                    1,
                )
            ),
        )
    )
    catalogue = merge([later, managers, reading("Job Title | Tech 1 | Anl 2 | Anl 1", document="c.txt")])
    assert [role.title for role in catalogue.roles] == ["Tech 1", "Anl 2", "Anl 1", "Mgr 1", "Clerk 1", "Clerk 2"]


def test_problems_stand_in_the_order_of_documents_and_lines() -> None:
    """Those of reading, of roles and of paths together."""
    first = reading(ONE, "KSA | a | | | b", "Career Path 1 | Anl 1 | |", document="b.txt")
    second = reading("Job Title | Tech 1 | |", "Career Path 1 | Tech 1 | |", document="a.txt")
    assert [(problem.document, problem.line) for problem in merge([first, second]).problems] == [
        ("b.txt", 5),
        ("b.txt", 6),
        ("a.txt", 5),
    ]


def test_the_texts_of_a_role_are_all_that_is_stated_of_it() -> None:
    """Header, level and column of each standard that defines it, in the documents' order, without blank cells."""
    rows = (ONE, "Job Code | 7 | |")
    catalogue = merge([reading(*rows, "KSA | a | |"), reading(*rows, "Education | | |", document="b.txt")])
    labels = ["Job Function", "Category", "Job Level", "Job Title", "Job Code"]
    entries = texts(catalogue, "anl-1-7")
    assert [entry.label for entry in entries] == [*labels, "KSA", *labels]
    assert [entry.source.document for entry in entries] == ["a.txt"] * 6 + ["b.txt"] * 5


def test_an_undefined_role_has_no_texts() -> None:
    """Nothing is stated of it."""
    assert texts(merged(ONE, "Career Path 1 | Dean | |"), "dean") == ()


def test_texts_of_an_unknown_role_cannot_be_asked() -> None:
    """The error has the id."""
    with pytest.raises(UnknownRole, match='no role has the id "dean"') as caught:
        texts(merged(ONE), "dean")
    assert caught.value.name == "dean"


CELL = st.sampled_from(["", "Anl 1", "Anl 2", "Anl II", "Lead", "Anl 2 Lead", "Anl 1; Lead", "N/A", "Anl 1 x"])
PATHS = st.lists(st.tuples(CELL, CELL), max_size=4)


@settings(max_examples=50)
@given(PATHS, PATHS)
def test_every_path_cell_is_a_move_or_is_named(first: list[tuple[str, str]], second: list[tuple[str, str]]) -> None:
    """A filled cell is a source of a move, or a problem or note stands at its place; and never a move to itself."""
    readings = [
        reading(
            TWO, *(f"Career Path {n} | {a} | {b} |" for n, (a, b) in enumerate(paths, 1)), document=name, function=name
        )
        for name, paths in (("a.txt", first), ("b.txt", second))
    ]
    catalogue = merge(readings)
    sources = {(one.document, one.line, one.column) for move in catalogue.moves for one in move.sources}
    named = {(problem.document, problem.place) for problem in catalogue.problems}
    for document, paths in (("a.txt", first), ("b.txt", second)):
        for line, cells in enumerate(paths, 5):
            for column, text in zip(("Entry", "Intermediate"), cells, strict=True):
                place = f'line {line}, row "Career Path {line - 4}", column "{column}"'
                assert not text or (document, line, column) in sources or (document, place) in named
    assert all(move.start != move.end for move in catalogue.moves)


def same(text: str, count: int) -> str:
    """So many cells with one text."""
    return " | ".join([text] * count)


def test_a_message_lists_ten_and_how_many_more() -> None:
    """Many roles with one title, many titles under one code: no message grows without end."""
    wide = reading(f"Job Title | {same('Lead', 30)} | Anl", f"Job Code | {' | '.join(map(str, range(100, 130)))} | 7")
    paths = reading("Job Title | Nurse 1 | |", "Career Path 1 | Lead | |", document="b.txt")
    codes = reading("Job Title | " + " | ".join(f"Clerk {n}" for n in range(30)), f"Job Code | {same('8', 30)}")
    messages = [problem.message for problem in merge([wide, paths, codes]).problems]
    (several,) = [message for message in messages if "is the title of 30 roles" in message]
    assert several.count("Lead, code 1") == 10
    assert "Lead, code 109, Imaging; and 20 more): no move" in several
    assert any("stands under 30 job codes (100, 101, 102," in one and "109, and 20 more)" in one for one in messages)
    assert any("job code 8 stands under 30 titles (Clerk 0," in one and "and 20 more)" in one for one in messages)


def test_a_message_names_the_beginning_of_a_long_text() -> None:
    """A title of a page is not said again with each cell that names it."""
    long = f"Lead of {'x' * 1_000}"
    named = f"{long}; {long} 2"
    catalogue = merge([reading(f"Job Title | {long} | Anl |", "Job Code | 7 | 7 |", f"Career Path 1 | {named} | |")])
    assert all(len(problem.message) < 1_000 for problem in catalogue.problems)


@pytest.mark.parametrize(
    "rows",
    [
        (f"Job Title | {same('Lead', 5_000)}", f"Job Code | {' | '.join(map(str, range(5_000)))}"),
        (f"Job Title | {' | '.join(f'Lead {n} x' for n in range(5_000))}", f"Job Code | {same('7', 5_000)}"),
        (f"Job Title | {' | '.join(f'Lead {n} x' for n in range(5_000))}",),
        (f"Job Title | {same('Lead', 5_000)}",),
    ],
    ids=["one title", "one code", "no codes", "no codes, one title"],
)
def test_hostile_numbers_of_roles_end_soon(rows: tuple[str, ...]) -> None:
    """Thousands of roles alike, and as many cells that name them: each cell is a source of a move or a problem."""
    catalogue = merge([reading(*rows, f"Career Path 1 | {same('Lead', 5_000)}")])
    told = [problem for problem in catalogue.problems if "Career Path 1" in problem.place]
    assert len(told) + sum(len(move.sources) for move in catalogue.moves) == 5_000


def move_list(*written: str) -> Reading:
    """What is read out of a move list."""
    lines = [tuple(cell.strip() for cell in row.split("|")) for row in ("From | To", *written)]
    rows = tuple(Row(cells=one, line=n) for n, one in enumerate(lines, 1))
    headings = find_headings(rows, vocabulary=VOCABULARY)
    assert headings is not None
    return read_records(Document(name="moves.csv", kind="csv", rows=rows), headings)


CODED = ("Job Title | Anl 1 | Anl 2 | Anl 3", "Job Code | 11 | 12 | 13")


@pytest.mark.parametrize("start", ["Anl 1", "11", "ANALYST 1"])
def test_a_move_list_names_the_roles_of_other_documents(start: str) -> None:
    """By title or job code, in any spelling; the first spelling of the standard stays."""
    catalogue = merge([move_list(f"{start} | Anl 3"), reading(*CODED)])
    assert [(role.title, role.job_code) for role in catalogue.roles if role.defined] == [
        ("Anl 1", "11"),
        ("Anl 2", "12"),
        ("Anl 3", "13"),
    ]
    assert [(move.start, move.end) for move in catalogue.moves] == [("anl-1-11", "anl-3-13")]


def test_a_move_list_that_names_several_roles_is_a_problem() -> None:
    """Nobody knows whose moves they are: none is taken."""
    other = reading("Job Title | Anl 1 | |", "Job Code | 21 | |", document="b.txt", function="Records")
    catalogue = merge([move_list("Anl 1 | Anl 3"), reading(*CODED), other])
    assert catalogue.moves == ()
    (problem,) = [one for one in catalogue.problems if one.document == "moves.csv" and one.severity == "problem"]
    assert problem.message == (
        '"Anl 1" is the title of 2 roles (Anl 1, code 11; Anl 1, code 21): its moves are not taken; '
        "name it by its job code"
    )


def test_move_lists_alone_define_one_role_for_a_title() -> None:
    """Named in two lists, described by none."""
    catalogue = merge([move_list("A 1 | A 2"), move_list("A 1 | A 3", "A 2 | A 3")])
    assert {role.title: role.defined for role in catalogue.roles} == {"A 1": True, "A 2": True, "A 3": False}
    assert len(catalogue.roles) == 3
