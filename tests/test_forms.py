"""Forms: which columns of a table hold labels, and what stands beside them, whatever it says."""

from __future__ import annotations

import msgspec
import pytest

from careerpaths.forms import blank_labels, find_forms, is_form
from careerpaths.model import SPANNED, Reading, Row
from careerpaths.reading import Options, read_document, reader_with
from careerpaths.vocabulary import VOCABULARY


def rows(*written: str) -> tuple[Row, ...]:
    """Rows written with a bar between two cells; "<" is a cell into which the first one reaches."""
    cells = [tuple(SPANNED if cell.strip() == "<" else cell.strip() for cell in row.split("|")) for row in written]
    return tuple(Row(cells=one, line=n) for n, one in enumerate(cells, 1))


def labels(*written: str, kind: str = "docx") -> set[tuple[int, ...]]:
    """The columns of labels of the forms in a document."""
    return {form.labels for form in find_forms(rows(*written), kind=kind, vocabulary=VOCABULARY).values()}


def read_csv(*written: str) -> Reading:
    """What is read out of a table with a bar between two cells."""
    (reading,) = read_document("a.csv", "\n".join(written).encode(), reader_with(msgspec.json.encode(Options())))
    return reading


def said(reading: Reading) -> list[tuple[str | None, str]]:
    """What is stated of each job, with its kinds."""
    columns = [column for standard in reading.standards for column in standard.columns]
    header = [entry for standard in reading.standards for entry in standard.header]
    entries = [entry for column in columns for entry in (column.level, *column.entries) if entry]
    return [(entry.kind, entry.text) for entry in (*header, *entries)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("Job title | Cook", "Level | Level 3", "Hours | 37"), {(1,)}),
        (("Job title | Scope 1", "Job code | Code 5", "Next role | Chef"), {(1,)}),
        (("Job title | Cook | Job code | 12", "Unit | Bar | Grade | 7", "Next role | Chef | |"), {(1, 3)}),
        (("Job title | Cook | |", "Next role | Chef | Head Cook | Baker"), {(1,)}),
        (("1. | Job title | Cook", "2. | Level | Level 3", "3. | Hours | 37"), {(2,)}),
        (("Job title | Job code", "Cook | 12", "Level | Function", "3 | Bar"), set()),
        (("Name | Phone", "Ann | 12"), set()),
    ],
)
def test_columns_of_labels(written: tuple[str, ...], expected: set[tuple[int, ...]]) -> None:
    """More is known of them than of the columns beside; labels above their values are no form."""
    assert labels(*written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("Job title | Cook | Job code | 12", "Unit | Bar | Grade | 7", "Next role | Chef | |"), True),
        (("Job title | Cook | Job code | 0555", "Unit | Bar | Grade | 7"), True),
        (("Job title | Unit | Job code | 2024", "Cook | Bar | 12 | 7"), False),
        (("Job title | Unit | Job code | Grade", "Cook | Bar | 12 | 7"), False),
        (("Function | Title | Next role", "Education | Teacher | Head", "Environment | Ranger | Head"), False),
    ],
)
def test_a_form_or_a_table_of_roles(written: tuple[str, ...], *, expected: bool) -> None:
    """In a form the label of the title stands beside it, and others stand below."""
    assert is_form(rows(*written), kind="docx", vocabulary=VOCABULARY) is expected


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        ("docx", ("Job title | Cook", "Next role | Chef", "Grade |", "Hours |", "Duties | Cooks."), {(3, 1), (4, 1)}),
        ("docx", ("Job title | Cook", "Next role |", "Grade |", "Duties | Cooks."), {(2, 1), (3, 1)}),
        ("csv", ("Job title | Cook", "Next role |", "Chef |", "Duties | Cooks."), {(2, 1)}),
        ("docx", ("Job title | Cook", "Next role | Chef", "Conditions | <", "Hours | 37"), {(3, 1)}),
    ],
)
def test_labels_without_a_value(kind: str, written: tuple[str, ...], expected: set[tuple[int, int]]) -> None:
    """They stand alone among the labels, or reach over both columns; a sheet may have next titles there."""
    assert blank_labels(rows(*written), kind=kind, vocabulary=VOCABULARY) == expected


def test_a_form_of_two_pairs_in_a_row() -> None:
    """It is about one job, with all its pairs."""
    read = read_csv("Job title|Cook|Job code|12", "Unit|Bar|Grade|7", "Next role|Chef||")
    assert read.content == "job description"
    assert said(read) == [
        *(("title", "Cook"), ("job_code", "12"), (None, "Bar"), (None, "7"), ("career_path", "Chef")),
    ]


def test_a_value_that_is_a_word_for_a_label() -> None:
    """It is the value of the label beside it."""
    read = read_csv("Job title|Cook", "Job code|12", "Level|Level 3", "Function|Education", "Next role|Chef")
    assert said(read) == [
        *(("job_function", "Education"), ("level", "Level 3")),
        *(("title", "Cook"), ("job_code", "12"), ("career_path", "Chef")),
    ]


def test_labels_without_a_value_are_no_next_titles() -> None:
    """They belong to no value and are one note; where they may be next titles it is a problem."""
    read = read_csv("Job title|Cook", "Job code|12", "Next role|Chef", "Grade|", "Hours|", "Duties|Cooks.")
    assert said(read) == [("title", "Cook"), ("job_code", "12"), ("career_path", "Chef"), ("duty", "Cooks.")]
    assert [problem.severity for problem in read.problems] == ["note"]
    read = read_csv("Job title|Cook", "Job code|12", "Next role|", "Chef|", "Duties|Cooks.")
    assert said(read) == [("title", "Cook"), ("job_code", "12"), ("duty", "Cooks.")]
    assert [problem.severity for problem in read.problems] == ["problem", "note"]


def test_next_titles_in_a_row() -> None:
    """Each is one, but for a code."""
    read = read_csv("Job title|Cook||", "Next role|Chef|Head Baker|K12", "Duties|Cooks.||")
    assert said(read) == [("title", "Cook"), ("career_path", "Chef"), ("career_path", "Head Baker"), ("duty", "Cooks.")]
    assert [problem.severity for problem in read.problems] == ["problem"]
