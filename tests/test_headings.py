"""The heading of a table of records: where it is, over how many rows, and what its columns mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.config import Words, vocabulary_of
from careerpaths.headings import LOOKED_AT, Headings, column_kind, find_headings, heading_of
from careerpaths.model import Row
from careerpaths.vocabulary import VOCABULARY, Vocabulary


def rows(*written: str) -> tuple[Row, ...]:
    """Rows written with a bar between two cells."""
    return tuple(Row(cells=tuple(cell.strip() for cell in row.split("|")), line=n) for n, row in enumerate(written, 1))


def found(*written: str, vocabulary: Vocabulary = VOCABULARY) -> Headings:
    """The heading of a table that has one."""
    headings = find_headings(rows(*written), vocabulary=vocabulary)
    assert headings is not None
    return headings


def kinds(headings: Headings) -> list[str | None]:
    """What stands in each column; numbered where there are several."""
    return [one.kind and f"{one.kind} {one.number}".removesuffix(" 0") for one in headings.columns]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Title", "title", 0),
        ("JOB  TITLE:", "title", 0),
        ("Position", "title", 0),
        ("O*NET-SOC Code", "job_code", 0),
        ("No.", "job_code", 0),
        ("Band", "level", 0),
        ("Leads to", "next", 0),
        ("Next role 2", "next", 2),
        ("Next Role #12", "next", 12),
        ("Next role 2 code", "next_code", 2),
        ("Next code 2", "next_code", 2),
        ("Leads to job code", "next_code", 0),
        ("Career Path 1 Title", "next", 1),
        ("Related Title", "to", 0),
        ("Current role", "from", 0),
        ("Current role code", "from_code", 0),
        ("Promoted from", "promoted_from", 0),
        ("Reports to", "reports_to", 0),
        ("Grade", None, 0),
        ("Title 2", None, 0),
        ("Next role 1 of 2", None, 0),
        ("Next role 123", None, 0),
        ("", None, 0),
    ],
)
def test_what_a_heading_means(text: str, kind: str | None, number: int) -> None:
    """Headings are known by a table of words; those of next roles may bear a number, anywhere in them."""
    assert column_kind(text, vocabulary=VOCABULARY) == (kind, number)


def test_words_of_a_configuration() -> None:
    """Another employer's words are known as well."""
    vocabulary = vocabulary_of(Words(columns={"Stellenbezeichnung": "title", "Folgestelle": "next"}))
    headings = found("Stellenbezeichnung | Folgestelle 2", "Analytiker | Leiter", vocabulary=vocabulary)
    assert kinds(headings) == ["title", "next 2"]


@pytest.mark.parametrize(
    ("written", "first", "count", "expected"),
    [
        (("Title | Code | Next role", "A | 1 | B"), 0, 1, ["title", "job_code", "next"]),
        (("Roles of 2024", "Title | Code", "A | 1"), 1, 1, ["title", "job_code"]),
        (("Career path", "Title | Next role", "A | B"), 1, 1, ["title", "next"]),
        (
            ("Current role | | Next role |", "Title | Code | Title | Code", "A | 1 | B | 2"),
            0,
            2,
            ["from", "from_code", "next", "next_code"],
        ),
        (
            ("Role | Role | Next role | Next role", "Title | Code | Title | Code", "A | 1 | B | 2"),
            0,
            2,
            ["title", "job_code", "next", "next_code"],
        ),
        (
            ("Title | Code | Next role |", " | | Title | Code", "A | 1 | B | 2"),
            0,
            2,
            ["title", "job_code", "next", "next_code"],
        ),
        (
            ("Title | Next role 1 | | Next role 2 |", " | Title | Code | Title | Code", "A | B | 2 | C | 3"),
            0,
            2,
            ["title", "next 1", "next_code 1", "next 2", "next_code 2"],
        ),
        (
            ("From | | To |", "Title | Grade | Title | Grade", "A | 7 | B | 8"),
            0,
            2,
            ["from", None, "to", None],
        ),
        (("From | To", "Job code | Job code", "1 | 2"), 0, 2, ["from_code", "to_code"]),
        (("Title | Grade", "A | 7"), 0, 1, ["title", None]),
        (("Code | Salary minimum | Salary maximum", "0012 | 1 | 2"), 0, 1, ["job_code", None, None]),
        (("No. | Title | Job code", "1 | A | 0012"), 0, 1, [None, "title", "job_code"]),
        (("No. | Title", "0012 | A"), 0, 1, ["job_code", "title"]),
        (("Title | Job Title | Next", "A | x | B"), 0, 1, ["title", None, "next"]),
        (("Title | Next role | Next role", "A | B | C"), 0, 1, ["title", "next", "next"]),
    ],
)
def test_where_a_heading_is(written: tuple[str, ...], first: int, count: int, expected: list[str | None]) -> None:
    """It is the first row, or the first two, that name a role and something of it, with records below."""
    headings = found(*written)
    assert (headings.first, headings.rows, kinds(headings)) == (first, count, expected)


@pytest.mark.parametrize(
    "written",
    [
        (),
        ("Title | Code",),
        ("Title", "A"),
        ("Name | Grade", "Smith | 7"),
        ("Title | Favourite colour", "A | red"),
        ("Job Title | Anl 1 | Anl 2", "KSA 01 | x | y"),
        ("Level | Next role", "P1 | B"),
        ("Title | Code", " | "),
        ("Title | Code", "Next role 1 | B"),
        ("Title | Code", "Job Level | Entry"),
        ("Job Title | Job Code", "Anl 1 | 0012", "Next role | Level", "Anl 2 | P2"),
        (f"Title | Code {'x' * 60}", "A | 1"),
        (*["x | y"] * LOOKED_AT, "Title | Code", "A | 1"),
    ],
)
def test_what_is_no_heading(written: tuple[str, ...]) -> None:
    """Nothing below, one known word alone, labels of a standard or of a form, too long, or too far down."""
    assert find_headings(rows(*written), vocabulary=VOCABULARY) is None


def test_the_last_row_that_is_looked_at() -> None:
    """A heading may stand as far down as the twentieth row."""
    assert found(*["x | y"] * (LOOKED_AT - 1), "Title | Code", "A | 1").first == LOOKED_AT - 1


def test_the_text_of_a_heading_over_two_rows() -> None:
    """An upper and a lower word are joined, and said once where they are the same."""
    headings = found("Title | Next role | Next role", "Title | Title | Code", "A | B | 2")
    assert [one.text for one in headings.columns] == ["Title", "Next role Title", "Next role Code"]


@pytest.mark.parametrize(
    ("written", "is_one"),
    [
        (("From | To", "A | B"), True),
        (("Title | Related Title", "A | B"), True),
        (("Title | Next role", "A | B"), False),
    ],
)
def test_a_move_list(written: tuple[str, ...], is_one: bool) -> None:  # noqa: FBT001 - the expected answer
    """A table in which each record is one move."""
    assert found(*written).is_move_list is is_one


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Title | Next role", ["title", "next"]),
        (" | Title | Code", ["title", "job_code"]),
        ("Title | Grade", []),
        ("Level | Next role", []),
        ("Title | ", []),
        ("Analyst 1 | Analyst 2", []),
    ],
)
def test_another_heading_in_the_middle(written: str, expected: list[str]) -> None:
    """A row begins a table anew where all its words are headings and one is of what a record is about."""
    (row,) = rows(written)
    assert [one.kind for one in heading_of(row, vocabulary=VOCABULARY)] == expected


CELLS = st.sampled_from(["Title", "Code", "Next role", "To", "From", "Level", "Grade", "A 1", "0012", "", "No", "No."])


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6))
def test_a_heading_stands_in_the_document(table: list[list[str]]) -> None:
    """Whatever a table holds, a heading found has a subject, its columns stand where it says, each once."""
    lines = tuple(Row(cells=tuple(cells), line=n) for n, cells in enumerate(table, 1))
    headings = find_headings(lines, vocabulary=VOCABULARY)
    if headings is None:
        return
    last = lines[headings.first + headings.rows - 1].cells
    assert headings.kinds & {"title", "job_code", "from", "from_code"}
    assert [one.index for one in headings.columns] == sorted({one.index for one in headings.columns})
    assert all(not last[one.index] or last[one.index] in one.text for one in headings.columns)
    assert headings.first + headings.rows < len(lines)


def test_a_long_text_is_no_heading_and_is_not_taken_apart() -> None:
    """Ten thousand words in a cell cost no more than a look at their length."""
    assert column_kind("next role " * 10_000, vocabulary=VOCABULARY) == (None, 0)


@pytest.mark.parametrize(
    "written",
    [
        ("Code | Description", "100 | Cash"),
        ("Title | Author | Year | Category", "Emma | Austen | 1815 | Novel"),
        ("From | To | Subject", "a@x | b@x | lunch"),
        ("Number | Title | Program | Budget", "1 | Roof | A | 300"),
        ("Title | Code | Hours", "SQL for all | S1 | 30"),
        ("Name | Job Title | Location", "J. Smith | Clerk | Rome"),
        ("Employee | Position | Next position", "J. Smith | Clerk 1 | Clerk 2"),
    ],
)
def test_tables_of_other_things(written: tuple[str, ...]) -> None:
    """Words that other tables have as well make none of roles where others stand beside them; nor do people's names."""
    assert find_headings(rows(*written), vocabulary=VOCABULARY) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("Title | Function", "Anl 1 | IT"), ["title", "job_function"]),
        (("Title | Code | Whither", "Anl 1 | 1 | Anl 2"), ["title", "job_code", None]),
        (("Job title | Job code | Email | Next role", "A | 1 | a@x | B"), ["title", "job_code", None, "next"]),
        (("Name | Level | Next role", "A | Entry | B"), ["title", "level", "next"]),
        (("JobTitle | NextRole1 | Code (required)", "A | B | 1"), ["title", "next 1", "job_code"]),
        (
            ("Title | 1st next role | Next role b | Level / Band", "A | B | C | P1"),
            ["title", "next 1", "next 2", "level"],
        ),
    ],
)
def test_headings_as_people_write_them(written: tuple[str, ...], expected: list[str | None]) -> None:
    """In one word, with brackets, ordinals, letters or two words for one thing."""
    assert kinds(found(*written)) == expected


def test_an_overlay_is_a_table_of_roles() -> None:
    """Somebody says so who names it: weak words are enough."""
    assert find_headings(rows("Code | Description", "100 | Cash"), vocabulary=VOCABULARY, is_of_roles=True) is not None


@pytest.mark.parametrize(
    "heading",
    [
        ("Job | Job | Career path | Career path", "Title | Code | Option 1 | Option 2"),
        ("Job | | Next | ", "Title | Code | role 1 | role 2"),
        ("Job title | Job code | Career path | ", " | | Option 1 | Option 2"),
    ],
)
def test_groups_over_titles_and_options(heading: tuple[str, str]) -> None:
    """Job over Title and Code is the role itself; numbered words below next roles are more of them."""
    rows = [tuple(cell.strip() for cell in row.split("|")) for row in (*heading, "Cook | K1 | Chef | Baker")]
    found = find_headings([Row(cells=cells, line=n) for n, cells in enumerate(rows, 1)], vocabulary=VOCABULARY)
    assert found is not None
    assert (found.rows, [one.kind for one in found.columns]) == (2, ["title", "job_code", "next", "next"])


@pytest.mark.parametrize("heading", ["Old title | New title | Code", "Employee No | From post | To post | Effective"])
def test_tables_of_new_names_and_of_people_are_none(heading: str) -> None:
    """A title that was renamed is no move, nor is what one person did."""
    rows = [tuple(cell.strip() for cell in row.split("|")) for row in (heading, "Cook | Chef | K1 | 1")]
    assert find_headings([Row(cells=cells, line=n) for n, cells in enumerate(rows, 1)], vocabulary=VOCABULARY) is None
