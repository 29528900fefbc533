"""Career path cells to moves: whom a cell means, by title or code, and what is said where that is not sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.catalogue import merge
from careerpaths.headings import find_headings
from careerpaths.model import Catalogue, Document, Reading, Row
from careerpaths.records import read_records
from careerpaths.vocabulary import VOCABULARY

ROLES = ("Spec 3 | 8797 | IT", "Spec 4 | 8798 | IT", "Mgr 1 | 12 | IT", "IT Dir | | IT", "Tier 2 Lead | 77-1.00 | IT")


def table(*written: str, name: str = "a.csv") -> Reading:
    """A role table written with a bar between two cells."""
    lines = [tuple(cell.strip() for cell in row.split("|")) for row in written]
    rows = tuple(Row(cells=one, line=n) for n, one in enumerate(lines, 1))
    headings = find_headings(rows, vocabulary=VOCABULARY)
    assert headings is not None
    return read_records(Document(name=name, kind="csv", rows=rows), headings)


def linked(cell: str, *more: str, kind: str = "Next role", aliases: dict[str, str] | None = None) -> Catalogue:
    """The catalogue of a role whose career path holds a cell, and of the roles that it may mean."""
    rows = [f"{role} | " for role in (*ROLES, *more)]
    return merge([table(f"Title | Code | Function | {kind}", f"Anl 1 | 8796 | IT | {cell}", *rows)], aliases=aliases)


def moves(catalogue: Catalogue) -> list[tuple[str, str]]:
    """All moves, as names."""
    names = {role.id: role.name for role in catalogue.roles}
    return sorted((names[move.start], names[move.end]) for move in catalogue.moves)


def targets(cell: str) -> list[str]:
    """Where a cell leads to."""
    return [end for _, end in moves(linked(cell))]


def said(catalogue: Catalogue, severity: str = "problem") -> list[str]:
    """The messages on cells."""
    return [
        one.message for one in catalogue.problems if one.severity == severity and "read as a role" not in one.message
    ]


@pytest.mark.parametrize(
    "cell",
    [
        *("Spec 3", "SPEC III", "Specialist 3", "8797", "(8797)", "#8797", "Code 8797", "Job Code: 8797"),
        *("Spec 3 (8797)", "Spec 3 [8797]", "Spec 3 8797", "Spec 3, 8797", "Spec 3/8797", "Spec 3 - 8797"),
        *("8797 - Spec 3", "8797 \u2013 Spec 3", "8797: Spec 3", "8797 Spec 3", "Specialist III (8797)"),
        *("Spec 3 (Code 8797)", "Spec 3 (Job Code: 8797)", "May progress to Spec 3", "May move to Spec 3 (8797)"),
        *("May advance to 8797", "Leads to Spec 3", "Spec 3; N/A"),
    ],
)
def test_one_role_however_it_is_named(cell: str) -> None:
    """By title, code or both, in the forms that people write, or in a sentence."""
    assert targets(cell) == ["Spec 3"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12", ["Mgr 1"]),
        ("Mgr 1 (12)", ["Mgr 1"]),
        ("77-1.00", ["Tier 2 Lead"]),
        ("Tier 2 Lead (77-1.00)", ["Tier 2 Lead"]),
        ("77-1.00 Tier 2 Lead", ["Tier 2 Lead"]),
        ("Spec 3 (8797), Spec 4 (8798)", ["Spec 3", "Spec 4"]),
        ("Spec 3 (8797) or Spec 4", ["Spec 3", "Spec 4"]),
        ("8797, 8798", ["Spec 3", "Spec 4"]),
        ("8797/8798", ["Spec 3", "Spec 4"]),
        ("8797 Spec 3; 8798 Spec 4; TBD", ["Spec 3", "Spec 4"]),
        ("May progress to Spec 3 or Spec 4", ["Spec 3", "Spec 4"]),
        ("Spec 9 (9999)", ["Spec 9"]),
        ("Boss", ["Boss"]),
        ("Boss (2024)", ["Boss (2024)"]),
        ("Coder 6 / Coder 7 (0307)", ["Coder 6", "Coder 7"]),
        ("Boss II (W2)", ["Boss II"]),
        ("Boss (P2)", ["Boss (P2)"]),
        ("Curator (M1), Archivist", ["Archivist", "Curator (M1)"]),
        ("Curator (M1), Archivist (M2) and Guide (M3)", ["Archivist (M2)", "Curator (M1)", "Guide (M3)"]),
        ("Matron (00107); or Clinical Educator (00999)", ["Clinical Educator", "Matron"]),
        ("Head, Finance (0108)", ["Head, Finance"]),
        ("Chef (0107) or Baker", ["Baker", "Chef"]),
        ("Chef (0107) and/or Baker (0109)", ["Baker", "Chef"]),
        ("Pastry Lead (promotion), Shop Hand (lateral)", ["Pastry Lead", "Shop Hand"]),
        ("Pastry Lead (on promotion)", ["Pastry Lead"]),
        ("or Boss", ["Boss"]),
        ("Boss*", ["Boss"]),
        ("IT Dir\u00b9; Spec 3\u00b2", ["IT Dir", "Spec 3"]),
        ("OR Nurse", ["OR Nurse"]),
        ("Spec 3, Level 4", ["Spec 3"]),
    ],
)
def test_other_cells(cell: str, expected: list[str]) -> None:
    """Several roles in one cell; short codes; roles that no standard defines."""
    assert targets(cell) == expected


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("Spec 3 (8798)", 'the title "Spec 3" and the code 8798 (Spec 4) disagree: no move; correct one'),
        ("Boss (8798)", 'the title "Boss" and the code 8798 (Spec 4) disagree: no move; correct one'),
        ("8797: Spec 4", 'the title "Spec 4" and the code 8797 (Spec 3) disagree: no move; correct one'),
        ("May move to Spec 3 (8798)", 'the title "Spec 3" and the code 8798 (Spec 4) disagree: no move; correct one'),
        ("Coder 6 Coder 7 (0307)", "cannot be cut surely (perhaps Coder 6 | Coder 7 | 0307)"),
        ("Spec 3 (9999)", '"Spec 3" has the code 8797, not 9999: no move; correct one'),
        ("May not move to Spec 3", "denies something, sets a condition or speaks of another move"),
        ("May move to 8797 if open", "denies something, sets a condition or speaks of another move"),
        ("Promoted from Spec 3", "denies something, sets a condition or speaks of another move"),
        ("Next level", "names no defined role that one moves to"),
        ("May become Senior Spec 3", "names no defined role that one moves to"),
        ("9999", "looks like a job code"),
        ("Spec 3 or 4", "cannot be cut surely"),
        ("Anl 1 (8796)", "names the role itself as its next role"),
        ("Level 3", "is the name of a level"),
        ("Pay Band 7 or 8", "is the name of a level"),
        ("Expert", "is the name of a level"),
        ("see HR", "says where to look or speaks of many roles"),
        ("as agreed with line manager", "says where to look or speaks of many roles"),
        ("staff@example.org", "says where to look or speaks of many roles"),
        ("from Kitchen Hand to Pastry Lead", "is a sentence and names no defined role that one moves to"),
        ("U7", "looks like a job code"),
        ("Curator (M1), Archivist, Guide", "cannot be cut surely (perhaps Curator (M1) | Archivist, Guide)"),
        ("Chef (0107), Head, Finance (0108)", "cannot be cut surely (perhaps Chef (0107) | Head, Finance (0108))"),
        ("Cook; Baker (M1), Chef (M2)", "cannot be cut surely (perhaps Cook; Baker (M1) | Chef (M2))"),
        ("Chef (0107), subject to a vacancy", "is a sentence"),
        ("Chef (0107), temporary", "cannot be cut surely"),
        ("Curator (M1) Archivist", "cannot be cut surely (perhaps Curator (M1) | Archivist)"),
        ("Senior Spec 3", 'holds the title "Spec 3" and cannot be cut surely'),
        (
            "Senior Spec 3",
            'no loaded document defines "Senior Spec 3": add its standard, or, if it is one title, say so',
        ),
    ],
)
def test_what_is_not_sure_is_no_move(cell: str, message: str) -> None:
    """Title and code that disagree, hedged sentences, numbers of nobody: one problem, and no role is made up."""
    catalogue = linked(cell)
    assert moves(catalogue) == []
    assert [role.title for role in catalogue.roles if not role.defined] == []
    (problem,) = said(catalogue)
    assert message in problem


@pytest.mark.parametrize(
    ("cell", "title", "code"),
    [
        ("N/A (8797)", "N/A", "8797"),
        ("N/A 8797", "N/A", "8797"),
        ("8797 - none", "none", "8797"),
        ("TBD (4711)", "TBD", "4711"),
        ("n/a | 4711", "n/a", "4711"),
    ],
)
def test_a_placeholder_with_a_code_disagrees_with_itself(cell: str, title: str, code: str) -> None:
    """Nobody is meant, and somebody: a problem, no move and no role, whether the code is known or not."""
    kind, _, second = "Next role | Next code".partition(" | ") if " | " in cell else ("Next role", "", "")
    catalogue = linked(cell, kind=f"{kind} | {second}" if second else kind)
    message = f'"{title}" is a placeholder and stands with the code {code}: no move; '
    assert said(catalogue) == [f"{message}write the title, or leave the code out"]
    assert moves(catalogue) == []
    assert all(role.defined for role in catalogue.roles)
    assert not next(role for role in catalogue.roles if role.title == "Anl 1").states_moves


def test_only_a_part_of_a_cell_may_disagree_with_itself() -> None:
    """What else it names is a next role."""
    assert targets("Spec 3 (8797); TBD (12)") == ["Spec 3"]


@pytest.mark.parametrize(("cell", "expected"), [("Spec 3 | N/A", ["Spec 3"]), ("N/A | -", []), (" | TBD", [])])
def test_a_placeholder_is_no_code(cell: str, expected: list[str]) -> None:
    """It stands where a code would, and the title alone counts."""
    catalogue = linked(cell, kind="Next role | Next code")
    assert [end for _, end in moves(catalogue)] == expected
    assert said(catalogue) == []
    assert all(role.defined for role in catalogue.roles)


@pytest.mark.parametrize(
    ("cell", "expected"), [("Multiple", ["Multiple"]), ("Multiple; Spec 3", ["Multiple", "Spec 3"])]
)
def test_a_defined_title_counts_whatever_it_looks_like(cell: str, expected: list[str]) -> None:
    """Elsewhere the word says that there are many."""
    assert [end for _, end in moves(linked(cell, "Multiple | 99 | IT"))] == expected


@pytest.mark.parametrize("cell", ["U2 - Boss", "U2 Boss", "Boss U2", "Boss - U2", "[U2] Boss"])
def test_a_short_code_beside_its_title(cell: str) -> None:
    """Title and code agree, so that it is no level; with the code of another they disagree."""
    assert [end for _, end in moves(linked(cell, "Boss | U2 | IT", "Chief | U3 | IT"))] == ["Boss"]
    assert "disagree" in said(linked(cell, "Boss | U3 | IT", "Chief | U2 | IT"))[0]


def test_a_code_or_a_level_in_brackets() -> None:
    """What looks like a level is a code where the job codes are built like it."""
    named = {
        role.title: role.job_code for role in linked("Chief (S9), Guide", "Boss | S2 | IT").roles if not role.defined
    }
    assert named == {"Chief": "S9", "Guide": None}
    assert [role.title for role in linked("Chief (S9)").roles if not role.defined] == ["Chief (S9)"]


def test_a_code_that_lost_its_zeros() -> None:
    """A spreadsheet made a number of it: a problem that says so, and no role."""
    catalogue = linked(" | 712", "Boss | 0712 | IT", kind="Next role | Next code")
    lost = "no document defines the code 712, but 0712: zeros before it seem lost: no move; keep the column as text"
    assert said(catalogue) == [lost]
    assert moves(catalogue) == []
    (problem,) = said(linked("Boss | 712", "Boss | 0712 | IT", kind="Next role | Next code"))
    assert "zeros before it seem lost" in problem


@pytest.mark.parametrize(
    ("cell", "more", "expected"),
    [
        ("Boss1", ("Boss | 99 | IT",), ["Boss"]),
        ("Boss", ("Boss1 | 99 | IT",), ["Boss1"]),
        ("Boss1", ("Boss | 99 | IT", "Boss 2 | 98 | IT"), ["Boss1"]),
        ("Boss", ("Boss1 | 99 | IT", "Boss2 | 98 | IT"), ["Boss"]),
        ("Boss12", ("Boss | 99 | IT",), ["Boss12"]),
    ],
)
def test_a_digit_glued_to_a_title(cell: str, more: tuple[str, ...], expected: list[str]) -> None:
    """It is the mark of a footnote where the title without it is defined and has no levels; a note says so."""
    catalogue = linked(cell, *more)
    assert [end for _, end in moves(catalogue)] == expected
    is_mark = expected[0] in more[0] and len(more) == 1
    assert any("the mark of a footnote" in one for one in said(catalogue, "note")) == is_mark


def test_several_roles_are_told() -> None:
    """A note lists what a cell with codes was read as."""
    assert said(linked("Spec 3 (8797), 8798, IT Dir"), "note") == [
        "3 roles in one cell, with job codes: Spec 3 (8797) | 8798 | IT Dir"
    ]


def test_a_sentence_is_told() -> None:
    """So does one for a sentence."""
    assert said(linked("May move to Spec 3 (8797) or IT Dir"), "note") == [
        "a sentence, read as naming Spec 3 8797 | IT Dir"
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Spec 3", [("Spec 3", "Anl 1")]),
        ("Usually promoted from Spec 3", [("Spec 3", "Anl 1")]),
        ("May be promoted to Spec 3", []),
        ("Intern", [("Intern", "Anl 1")]),
    ],
)
def test_promoted_from_turns_the_move_round(cell: str, expected: list[tuple[str, str]]) -> None:
    """The role named comes first; a sentence on the other direction states nothing here."""
    assert moves(linked(cell, kind="Promoted from")) == expected


def test_a_title_with_a_code_of_nobody() -> None:
    """A role that no standard defines keeps the code that stands with it; the code alone names the same role."""
    catalogue = linked("Spec 9 (9999)", "Anl 2 | 1 | IT")
    assert [(role.title, role.job_code) for role in catalogue.roles if not role.defined] == [("Spec 9", "9999")]
    both = table("Title | Next | Next code", "A | | 9999", "B | Spec 9 | 9999", "C | Spec 9 | 9998")
    assert moves(merge([both])) == [("A", "Spec 9"), ("B", "Spec 9")]
    assert said(merge([both])) == ['"Spec 9" has the code 9999, not 9998: no move; correct one']


def test_a_code_under_several_titles() -> None:
    """The title decides between them; without one nothing does."""
    one = linked("Chief (8797)", "Chief | 8797 | IT")
    assert moves(one) == [("Anl 1", "Chief")]
    other = linked("8797", "Chief | 8797 | IT")
    assert moves(other) == []
    assert any('"8797" is the title of 2 roles in other functions' in message for message in said(other))


def test_a_title_under_several_codes() -> None:
    """A title that several roles bear is none of them, but in the function that names it, or with the code of one."""
    assert moves(linked("Spec 3", "Spec 3 | 7 | HR")) == [("Anl 1", "Spec 3 (8797)")]
    assert moves(linked("Boss", "Boss | 7 | HR", "Boss | 8 | Law")) == []
    assert moves(linked("Boss (007)", "Boss | 007 | HR", "Boss | 8 | Law")) == [("Anl 1", "Boss (007)")]


@pytest.mark.parametrize(
    ("aliases", "cell", "expected"),
    [
        ({"Wizard": "8797"}, "Wizard", "Spec 3"),
        ({"Wizard": "Specialist 3"}, "wizard", "Spec 3"),
        ({"Wizard": "Boss"}, "Wizard", "Boss"),
        ({"Wizard": "Nobody"}, "IT Dir", "IT Dir"),
        ({"Spec 4": "8797"}, "Spec 4", "Spec 4"),
    ],
)
def test_aliases(aliases: dict[str, str], cell: str, expected: str) -> None:
    """Another spelling means what its meaning means, defined or not; it takes no title from a role that bears it."""
    assert [end for _, end in moves(linked(cell, aliases=aliases))] == [expected]


CELLS = st.sampled_from(
    [
        *(
            "Spec 3",
            "Spec 3 (8797)",
            "8798",
            "Boss",
            "Boss (9999)",
            "Spec 3 (8798)",
            "N/A",
            "8797, 8798",
            "Spec 3 or 4",
        ),
        *("May move to Spec 3", "May move to Boss", "Spec 9 8797", "Anl 1", "9999", "Next level", ""),
    ]
)


@given(st.lists(CELLS, min_size=1, max_size=4))
def test_nothing_is_invented(cells: list[str]) -> None:
    """The target of every move stands in its source, by title or by code; every cell is a move, blank or told."""
    columns = " | ".join(f"Next {n}" for n in range(1, len(cells) + 1))
    blank = " | " * len(cells)
    rows = [f"{role.rsplit('|', 1)[0]}{blank}" for role in ROLES]
    catalogue = merge([table(f"Title | Code | {columns}", f"Anl 1 | 8796 | {' | '.join(cells)}", *rows)])
    roles = {role.id: role for role in catalogue.roles}
    cited = {source.column for move in catalogue.moves for source in move.sources}
    for move in catalogue.moves:
        end = roles[move.end]
        assert all(end.title in source.text or (end.job_code or end.title) in source.text for source in move.sources)
    told = " ".join(problem.place for problem in catalogue.problems)
    for number, cell in enumerate(cells, 1):
        assert not cell or f"Next {number}" in cited or f'"Next {number}"' in told
