"""Rows of a table that are no records: groups, pages, sums, remarks, another table below."""

from __future__ import annotations

import pytest

from careerpaths.headings import find_headings
from careerpaths.model import Document, Reading, Row
from careerpaths.records import read_records
from careerpaths.strays import Strays, find_strays, is_sum
from careerpaths.vocabulary import VOCABULARY


def document(*written: str) -> Document:
    """A table written with a bar between two cells; an empty text is a blank line."""
    lines = [(n, tuple(cell.strip() for cell in row.split("|"))) for n, row in enumerate(written, 1) if row]
    return Document(name="a.csv", kind="csv", rows=tuple(Row(cells=cells, line=n) for n, cells in lines))


def strays(*written: str) -> Strays:
    """What is no record below a heading in the first row."""
    rows = document(*written).rows
    headings = find_headings(rows, vocabulary=VOCABULARY)
    assert headings is not None
    return find_strays(headings.columns, rows[1:], vocabulary=VOCABULARY)


def reading(*written: str) -> Reading:
    """What is read out of a table that has a heading."""
    table = document(*written)
    headings = find_headings(table.rows, vocabulary=VOCABULARY)
    assert headings is not None
    return read_records(table, headings)


def titles(read: Reading) -> list[str]:
    """The roles that a reading defines."""
    return [standard.columns[0].title.text for standard in read.standards]


TABLE = ("Title | Code | Next role", "Cook | K1 | Chef", "Chef | K2 |")


@pytest.mark.parametrize(
    "text",
    [
        "* subject to vacancy",
        "\u2020 by appointment",
        "(1) in the main kitchen",
        "Note: codes are provisional",
        "Last updated: 3 May 2025",
        "Source: HR system, 2025-05-01",
        "Prepared by HR",
        "Page 1 of 1",
        "4 jobs found. Export to Excel",
        "Showing 1 to 2 of 2 entries",
        "Codes are given by the pay office.",
        "file:///tmp/jobs.html",
        "These are the titles that the kitchen has used since it moved to the new house",
    ],
)
def test_a_line_below_a_table_is_no_role(text: str) -> None:
    """Foot notes, sources, counts and sentences: one note, whether a blank line stands before them or not."""
    for gap in ((), ("",)):
        read = reading(*TABLE, *gap, text)
        assert titles(read) == ["Cook", "Chef"]
        notes = [problem.message for problem in read.problems if "among the records" in problem.message]
        assert len(notes) == 1
        assert [problem for problem in read.problems if problem.severity == "problem"] == []
        assert (4 + len(gap), 1, "unplaced") in read.fates


def test_a_title_alone_at_the_end_is_a_problem_where_all_others_say_more() -> None:
    """It may be a heading without its roles, or a role without its code: it is none, and told."""
    read = reading(*TABLE, "Kitchen")
    assert titles(read) == ["Cook", "Chef"]
    (problem,) = [one for one in read.problems if one.severity == "problem"]
    assert '("Kitchen"): read as headings between roles' in problem.message


@pytest.mark.parametrize("last", ["Boss", "Note: Boss"])
def test_a_title_that_is_named_as_a_next_role_is_a_role(last: str) -> None:
    """Whatever its row looks like, and however little it says."""
    assert titles(reading(*TABLE[:2], f"Chef | K2 | {last}", last))[-1] == last


def test_where_titles_are_all_that_is_known_a_title_alone_is_a_role() -> None:
    """No column is filled by all the others."""
    assert titles(reading("Title | Next role", "Cook | Chef", "Chef |", "Boss |")) == ["Cook", "Chef", "Boss"]


def test_another_table_below_is_a_problem_of_one() -> None:
    """Behind a gap, words where codes were numbers are a heading that nobody knows: what is below it is no role."""
    read = reading(*TABLE, "", "Grade | Salary | Hours", "4 | 20 | 37", "5 | 30 | 37")
    assert titles(read) == ["Cook", "Chef"]
    (problem,) = [one for one in read.problems if one.severity == "problem"]
    assert problem.place == "line 5"
    assert problem.message.startswith('another table seems to begin here ("Grade", "Salary", "Hours")')
    assert "3 rows not taken" in problem.message


@pytest.mark.parametrize("first", ["Approved by | Date |", "Approved: Pat | | 12 March 2024"])
def test_approvals_below_are_a_note(first: str) -> None:
    """With all that stands below them."""
    read = reading(*TABLE, "", first, "Sam | 2024-03-03 |")
    assert titles(read) == ["Cook", "Chef"]
    assert [one.place for one in read.problems if one.severity == "note"][-1] == "line 5"
    assert [one for one in read.problems if one.severity == "problem"] == []


@pytest.mark.parametrize(
    "rows",
    [
        ("Cook | K1 | Chef", "Chef | K2 |", "", "Host | H1 | Boss"),
        ("Cook | K1 | Chef", "Chef | K2 |", "Host | Desk | Boss"),
        ("Cook | Ka | Chef", "Chef | Kb |", "", "Host | Desk | Boss"),
        ("Cook | K1 | Chef", "", "Host | Desk | Boss"),
    ],
    ids=["a code", "no gap", "codes are words", "one code before"],
)
def test_a_gap_alone_ends_no_table(rows: tuple[str, ...]) -> None:
    """Families are often set apart by a blank line."""
    assert strays("Title | Code | Next role", *rows).another is None
    assert titles(reading("Title | Code | Next role", *rows))[-1] == "Host"


@pytest.mark.parametrize(
    ("title", "others", "expected"),
    [
        ("Total", ("", "5"), True),
        ("Nurse Total", ("", "5"), True),
        ("Total roles: 12", ("",), True),
        ("Average", ("0.25",), True),
        ("Count: 2", ("",), True),
        ("Total Care Nurse", ("", "5"), False),
        ("Nurse Total", ("Kitchen", "5"), False),
        ("Total", ("Kitchen",), False),
    ],
)
def test_a_sum(title: str, others: tuple[str, ...], expected: bool) -> None:  # noqa: FBT001 - a table of cases
    """A word for a sum ends its title, alone or behind what is summed up, and nothing else says anything in letters."""
    assert is_sum(title, Row(cells=(title, *others), line=1), vocabulary=VOCABULARY) is expected
