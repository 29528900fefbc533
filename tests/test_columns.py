"""What the cells of a column tell of it: counters, names of people, legends, and numbers that rows are named by."""

from __future__ import annotations

import pytest

from careerpaths.catalogue import merge
from careerpaths.columns import Sorted, sort_columns
from careerpaths.headings import find_headings
from careerpaths.model import Document, Reading, Row
from careerpaths.records import read_records
from careerpaths.vocabulary import VOCABULARY


def document(*written: str) -> Document:
    """A table written with a bar between two cells."""
    lines = [tuple(cell.strip() for cell in row.split("|")) for row in written]
    return Document(name="a.csv", kind="csv", rows=tuple(Row(cells=one, line=n) for n, one in enumerate(lines, 1)))


def reading(*written: str) -> Reading:
    """What is read out of a table that has a heading."""
    table = document(*written)
    headings = find_headings(table.rows, vocabulary=VOCABULARY)
    assert headings is not None
    return read_records(table, headings)


def columns(*written: str) -> Sorted:
    """The columns of a table whose heading is its first row."""
    rows = document(*written).rows
    headings = find_headings(rows, vocabulary=VOCABULARY)
    assert headings is not None
    return sort_columns(headings.columns, rows[1:])


def kinds(found: Sorted) -> list[tuple[str, str | None]]:
    """What is taken, as what."""
    return [(one.text, one.kind) for one in found.taken]


@pytest.mark.parametrize(
    ("numbers", "kind"), [(("1", "2", "3"), None), (("2", "1", "3"), "job_code"), (("10", "20", "30"), "job_code")]
)
def test_a_column_that_counts_the_rows_is_no_job_code(numbers: tuple[str, ...], kind: str | None) -> None:
    """Numbers from 1 on in order count; all others may be codes."""
    rows = [f"{number} | Cook {number} | Chef" for number in numbers]
    assert kinds(columns("No. | Title | Next role", *rows))[0] == ("No.", kind)


LEGENDS = {
    "codes": (
        ["Title | FLSA | Next role || Code | Meaning", "Cook | N | Chef || N | Non-Exempt"],
        "Chef | E ||| E | Exempt",
    ),
    "levels": (
        ["Title | Level | Next role || Level | Text", "Cook | 1 | Chef || 1 | Is led"],
        "Chef | 2 ||| 2 | Alone",
    ),
    "longer": (
        ["Title | Level | Next role || Level | Text", "Cook | 1 | Chef || 1 | Is led"],
        "Chef | 1 ||| 2 | Alone",
    ),
}


@pytest.mark.parametrize("name", sorted(LEGENDS))
def test_a_legend_beside_a_table_is_no_part_of_it(name: str) -> None:
    """Behind an empty column, each value of one before it once: no role gets what stands beside it by chance."""
    (above, last) = LEGENDS[name]
    read = reading(*above, last)
    first, second = above[0].split("|")[4:]
    assert f'a legend beside the table is not taken: "{first.strip()}", "{second.strip()}"' in [
        one.message for one in read.problems
    ]
    labels = {entry.label for one in read.standards for entry in one.columns[0].entries}
    assert labels <= {"Title", "FLSA", "Level", "Next role"}
    assert {role.job_code for role in merge([read]).roles} == {None}


def test_a_legend_that_is_longer_than_its_table_names_no_roles() -> None:
    """A row with nothing but a line of the legend is nothing that lacks a title."""
    read = reading("Title | Level | Next role || Level | Text", "Cook | 1 | Chef || 1 | Is led", "|||| 2 | Alone")
    assert [problem.message for problem in read.problems if problem.severity == "problem"] == []
    assert (3, 5, "unplaced") in read.fates


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            ["Title | Level | Next role || Code | Notes", "Cook | 1 | Chef || C1 | new", "Chef | 2 ||| C2 |"],
            id="codes",
        ),
        pytest.param(
            ["Title | Level | Next role | Code | Notes", "Cook | 1 | Chef | 1 | new", "Chef | 2 || 2 | old"],
            id="no gap",
        ),
        pytest.param(
            ["Title | Level || Code | Next role", "Cook | 1 || 1 | Chef", "Chef | 2 || 2 |"], id="next roles behind"
        ),
        pytest.param(["Title | Next role || Notes", "Cook | Chef || new", "Chef ||| old"], id="one column"),
    ],
)
def test_what_stands_behind_an_empty_column_is_read_else(rows: list[str]) -> None:
    """An empty column only sets columns apart where what is behind it explains no column before it."""
    assert columns(*rows).legend == ()


def test_a_number_by_which_next_roles_are_named_is_the_job_code() -> None:
    """Rows that name each other by "ID": each is known by it, and a cell may hold several."""
    read = reading("ID | Role | Leads to (ID)", "R1 | Cook | R2, R3", "R2 | Chef |", "R3 | Baker |")
    catalogue = merge([read])
    names = {role.id: role.title for role in catalogue.roles}
    assert [(names[move.start], names[move.end]) for move in catalogue.moves] == [("Cook", "Baker"), ("Cook", "Chef")]
    assert [(role.title, role.job_code) for role in catalogue.roles] == [
        ("Baker", "R3"),
        ("Chef", "R2"),
        ("Cook", "R1"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["ID | Role | Leads to", "R1 | Cook | Chef", "R2 | Chef |"], id="titles"),
        pytest.param(["ID | Role | Leads to", "R1 | Cook | R2, R9", "R2 | Chef |"], id="one that is none of them"),
        pytest.param(["ID | Role | Leads to", "R1 | Cook | R1", "R1 | Chef |"], id="twice"),
        pytest.param(["ID | Role | Leads to", "R1 | Cook |", "R2 | Chef |"], id="nothing named"),
        pytest.param(["Shift | Role | Leads to", "A | Cook | B", "B | Chef |"], id="another word"),
    ],
)
def test_else_such_a_number_stays_an_attribute(rows: list[str]) -> None:
    """Only where all next roles are named by it, and no two rows share one."""
    assert "job_code" not in {one.kind for one in columns(*rows).taken}


def test_names_of_people_are_left_where_a_heading_comes_again() -> None:
    """A repeated heading is one, with the column that is not taken; so is a new table's."""
    read = reading(
        "Title | Code | Incumbent | Next role",
        "Cook | C1 | Pat | Chef",
        "Title | Code | Incumbent | Next role",
        "Chef | C2 | Sam |",
    )
    assert [fate for line, _, fate in read.fates if line == 3] == ["repeated_header"] * 4
    assert "Sam" not in {entry.text for one in read.standards for entry in one.columns[0].entries}


def test_what_is_said_of_moves_is_said_of_no_role() -> None:
    """In a list of moves, what differs from move to move of one role is left and named; what does not is the role's."""
    read = reading(
        "From role | To role | Weight | Shift",
        "Cook | Chef | 1 | Night",
        "Cook | Baker | 2 | Night",
        "Chef | Host | 1 | Day",
    )
    assert 'what is said of moves and not of roles is not taken: "Weight"' in [one.message for one in read.problems]
    stated = {(entry.label, entry.text) for one in read.standards for entry in one.columns[0].entries}
    assert {text for label, text in stated if label == "Shift"} == {"Night", "Day"}
    assert "Weight" not in {label for label, _ in stated}
    assert {fate for _, cell, fate in read.fates if cell == 3} == {"used", "unplaced"}


def test_in_a_role_table_each_column_is_of_roles() -> None:
    """There nothing says that a row is a move."""
    assert columns("Title | Next role | Weight", "Cook | Chef | 1", "Cook | Baker | 2").of_moves == ()
