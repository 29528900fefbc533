"""Documents about one job: labels and values beside, behind or under each other, and next titles in lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.catalogue import merge
from careerpaths.description import as_read, as_rows, find_description, label_kind
from careerpaths.grid import read_grid
from careerpaths.model import Document, Reading, Row
from careerpaths.vocabulary import VOCABULARY


def document(*written: str) -> Document:
    """A document of rows written with a bar between two cells, and "/" for the end of a line in a cell."""
    cells = [tuple(cell.strip().replace(" / ", "\n") for cell in row.split("|")) for row in written]
    rows = tuple(Row(cells=one, line=n) for n, one in enumerate(cells, 1) if any(one))
    return Document(name="a.docx", kind="docx", rows=rows)


def reading(*written: str) -> Reading:
    """What is read out of a document about one job."""
    made = document(*written)
    pairs = find_description(made)
    assert pairs
    rows = as_rows(pairs, vocabulary=VOCABULARY)
    return as_read(made, pairs, read_grid(Document(name=made.name, kind=made.kind, rows=rows)))


def stated(read: Reading, job: int = 0) -> list[tuple[str | None, str]]:
    """What is stated of a job, with its kinds."""
    standard = read.standards[job]
    (column,) = standard.columns
    level = [column.level] if column.level else []
    return [(entry.kind, entry.text) for entry in (*standard.header, *level, *column.entries)]


def paths(*written: str) -> list[str]:
    """The next titles of a document about one job."""
    return [text for kind, text in stated(reading(*written)) if kind == "career_path"]


FACTS = [("job_function", "IT"), ("level", "P1"), ("title", "Anl 1"), ("job_code", "0012"), ("career_path", "Anl 2")]


@pytest.mark.parametrize(
    "written",
    [
        ("Job Title | Anl 1", "Job Code | 0012", "Function | IT", "Level | P1", "Next role | Anl 2"),
        ("Job Title: Anl 1", "Job Code: 0012", "Function: IT", "Level: P1", "Next role: Anl 2"),
        ("Job Title: | Anl 1", "Job Code: | 0012", "Function: | IT", "Level: | P1", "Next role: | Anl 2"),
        ("Job Title", "Anl 1", "Job Code", "0012", "Function", "IT", "Level", "P1", "Next role", "Anl 2"),
        ("Job Title: | Anl 1 | Job Code: | 0012", "Function: | IT | Level: | P1", "Next role: | Anl 2"),
        ("Job Title: Anl 1 | Job Code: 0012", "Function: IT | Level: P1", "Next role: Anl 2"),
        ("Job Title | Job Code", "Anl 1 | 0012", "Function | Level | Next role", "IT | P1 | Anl 2"),
        ("Job Title: Anl 1 / Job Code: 0012 / Function: IT / Level: P1 / Next role: Anl 2",),
        ("Job Title: Anl 1 / Job Code: 0012 / Function: IT / Level: P1 / Next role: / - Anl 2",),
        ("Function: IT", "Job Code: 0012", "Position Title: Anl 1", "Level: P1", "Leads to:", "\u2022 Anl 2"),
    ],
)
def test_one_job_however_it_is_laid_out(written: tuple[str, ...]) -> None:
    """Beside each other, behind a colon, under each other, in columns, in the lines of one cell: the same facts."""
    read = reading(*written)
    assert read.content == "job description"
    assert stated(read) == FACTS
    assert [problem.message for problem in read.problems] == []
    assert {fate for _, _, fate in read.fates} <= {"used", "blank"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("Next roles:", "\u2022 Anl 2", "\u2022 Mgr 1"), ["Anl 2", "Mgr 1"]),
        (("Next roles:", "1. Anl 2", "2) Mgr 1"), ["Anl 2", "Mgr 1"]),
        (("Next roles:", "\u2022 Anl 2", "Approved by HR"), ["Anl 2"]),
        (("Next roles:", "\u2022 Anl 2", "Somebody"), ["Anl 2"]),
        (("Next roles", "Anl 2", "Mgr 1"), ["Anl 2", "Mgr 1"]),
        (("Next roles", "Anl 2", "Approved by", "Somebody"), ["Anl 2"]),
        (("Next roles", "Anl 2", "", "Mgr 1"), ["Anl 2"]),
        (("Next roles", "", "Anl 2"), ["Anl 2"]),
        (("Next roles", "Anl 2", "Contact:"), ["Anl 2"]),
        (("Next roles", "Anl 2", f"{'word ' * 15}"), ["Anl 2"]),
        (("Next role | Anl 2", " | Mgr 1", " | Mgr 2", "Education | BA"), ["Anl 2", "Mgr 1", "Mgr 2"]),
        (("Next roles: \u2022 Anl 2 / \u2022 Mgr 1",), ["Anl 2\nMgr 1"]),
        (("Next role: Anl 2", "Next role 2: Mgr 1"), ["Anl 2", "Mgr 1"]),
        (("Next role: Anl 2", "Mgr 1"), ["Anl 2", "Mgr 1"]),
        (("Next role: | Education: | BA",), []),
        (("Next role:", "Education: BA"), []),
    ],
)
def test_lists_of_next_titles(written: tuple[str, ...], expected: list[str]) -> None:
    """One below the other, with marks or without; the list ends with its marks, at a gap, or at what is no title."""
    assert paths("Job Title: Anl 1", "Job Code: 0012", *written) == expected


def test_other_values_are_one_text() -> None:
    """What stands below the value of another label is no part of it."""
    read = reading("Job Title", "Anl 1", "Smith", "Job Code", "0012", "Next role | Anl 2")
    assert stated(read) == [("title", "Anl 1"), ("job_code", "0012"), ("career_path", "Anl 2")]
    (note,) = read.problems
    assert (note.severity, note.message, note.place) == (
        "note",
        '1 texts outside the job description not taken (the first: "Smith")',
        "table row 3",
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("Next role: Anl 2", "Next role code: 0013"), [("Anl 2", "0013")]),
        (("Next role | Anl 2 | Next role code | 0013",), [("Anl 2", "0013")]),
        (("Next role code: 0013",), [("0013", "0013")]),
        (("Next role code: 0013", "Next role: Anl 2"), [("0013", "0013"), ("Anl 2", None)]),
    ],
)
def test_codes_of_next_roles(written: tuple[str, ...], expected: list[tuple[str, str | None]]) -> None:
    """A code behind a next title goes with it; alone it stands for the title."""
    read = reading("Job Title: Anl 1", *written)
    entries = read.standards[0].columns[0].entries
    assert [(entry.text, entry.code) for entry in entries if entry.kind == "career_path"] == expected
    assert read.tally.unplaced == 0


def test_two_jobs_in_one_document() -> None:
    """Each title begins a job; what stands before the first title stands before the others."""
    one = ("Function: IT", "Job Code: 11", "Job Title: Anl 1", "Level: P1", "Next role: Anl 2")
    other = ("Function: HR", "Job Code: 12", "Job Title: Rec 1", "Level: P2", "Next role: Rec 2")
    read = reading(*one, *other)
    assert stated(read, 0) == [
        *(("job_function", "IT"), ("level", "P1"), ("title", "Anl 1")),
        *(("job_code", "11"), ("career_path", "Anl 2")),
    ]
    assert stated(read, 1) == [
        *(("job_function", "HR"), ("level", "P2"), ("title", "Rec 1")),
        *(("job_code", "12"), ("career_path", "Rec 2")),
    ]


def test_a_job_that_begins_with_its_title() -> None:
    """Then what stands before the next title belongs to the first."""
    read = reading("Job Title: A 1", "Job Code: 11", "Function: IT", "Job Title: B 1", "Job Code: 12", "Function: HR")
    assert stated(read, 0)[0] == ("job_function", "IT")
    assert stated(read, 1) == [("job_function", "HR"), ("title", "B 1"), ("job_code", "12")]


def test_promoted_from_and_reports_to() -> None:
    """The first turns the move round, the second states none."""
    catalogue = merge([reading("Job Title: Anl 2", "Promoted from: Anl 1", "Reports to: Mgr 1")])
    names = {role.id: role.title for role in catalogue.roles}
    assert [(names[move.start], names[move.end]) for move in catalogue.moves] == [("Anl 1", "Anl 2")]
    assert sorted(names.values()) == ["Anl 1", "Anl 2"]


def test_the_source_of_a_statement() -> None:
    """The label as in the document, the place of the value, and its whole cell."""
    read = reading("Job Title: Anl 1", "Next roles", "1. Anl 2")
    entry = read.standards[0].columns[0].entries[1]
    assert (entry.label, entry.text, entry.places) == ("Next roles", "Anl 2", ((3, 1),))
    assert (entry.source.row, entry.source.column, entry.source.line, entry.source.text) == (
        "Next roles",
        None,
        3,
        "1. Anl 2",
    )


def test_a_label_that_is_not_known() -> None:
    """It is kept as an attribute, and told with the label and the place that it has in the document."""
    read = reading("Job Title: Anl 1", "Job Code: 12", "Department: Harbour", "Link: http://a.b/c", "Next: http://a.b")
    assert [text for kind, text in stated(read) if kind is None] == ["Harbour", "http://a.b/c"]
    assert [problem.place for problem in read.problems][:2] == [
        'table row 3, row "Department"',
        'table row 4, row "Link"',
    ]


@pytest.mark.parametrize(
    "written",
    [
        (),
        ("Job Title: Anl 1",),
        ("Job Title: Anl 1", "Smith: Harbour"),
        ("Job Code: 12", "Education: BA"),
        ("Dear Sir", "The job title is Anl 1"),
        ("10:30", "a | b | c"),
    ],
)
def test_what_is_no_description(written: tuple[str, ...]) -> None:
    """It states a title and one thing more that is known."""
    assert find_description(document(*written)) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Job Title", "title"),
        ("Position", "title"),
        ("Next role 2", "next"),
        ("KSA 01", "knowledge"),
        ("Next role 2 code", "next_code"),
        ("Job Code 0012", None),
        ("Department", None),
    ],
)
def test_what_a_label_means(text: str, kind: str | None) -> None:
    """By the words for rows, then by those for columns; it may bear a number of two digits, which a code has not."""
    assert label_kind(text, vocabulary=VOCABULARY) == (kind if kind != "next" else "career_path")


CELLS = st.sampled_from(
    [
        *("Job Title", "Job Title: Anl 1", "Anl 1", "Next role", "Next roles:", "- Anl 2", "Mgr 1", "Next code: 12"),
        *(
            "Level | P1",
            "Function: IT",
            "Job Code | 0012",
            "Approved by",
            "x | y | z",
            "Note: see",
            "Level: | Next role:",
        ),
        *("Job Title | Job Code", "Anl 1 | 12", "Job Title: A 1 / Next role: B 2", " | Mgr 2", "Promoted from: C 1"),
    ]
)


@given(st.lists(CELLS, min_size=1, max_size=9))
def test_every_cell_has_one_fate_and_nothing_is_invented(written: list[str]) -> None:
    """The cells add up, every statement stands in the cells that it cites, and those are used."""
    made = document(*written)
    pairs = find_description(made)
    if not pairs:
        return
    rows = as_rows(pairs, vocabulary=VOCABULARY)
    read = as_read(made, pairs, read_grid(Document(name=made.name, kind=made.kind, rows=rows)))
    cells = {(row.line, at): text for row in made.rows for at, text in enumerate(row.cells, 1)}
    assert [(line, cell) for line, cell, _ in read.fates] == sorted(cells)
    assert all((fate == "blank") == (not cells[line, cell]) for line, cell, fate in read.fates)
    used = {(line, cell) for line, cell, fate in read.fates if fate in ("used", "repeated_header")}
    for standard in read.standards:
        for column in standard.columns:
            for entry in (*standard.header, *column.entries):
                assert set(entry.places) <= used
                assert entry.text in cells[entry.places[0]]
                assert entry.source.text == cells[entry.places[0]] or entry.source.text in cells[entry.places[0]]
