"""What was read out of the pairs of a job description, told with the places of the document."""

from __future__ import annotations

from careerpaths.description import find_description
from careerpaths.grid import read_grid
from careerpaths.model import Document, Reading, Row
from careerpaths.retelling import as_read, as_rows
from careerpaths.vocabulary import VOCABULARY


def retold(*written: str) -> Reading:
    """What is read out of a Word document with a bar between two cells of a row."""
    rows = tuple(Row(cells=tuple(row.split("|")), line=n) for n, row in enumerate(written, 1))
    document = Document(name="a.docx", kind="docx", rows=rows)
    pairs = find_description(document)
    made = Document(name="a.docx", kind="docx", rows=as_rows(pairs, vocabulary=VOCABULARY))
    return as_read(document, pairs, read_grid(made))


def test_rows_of_pairs() -> None:
    """The header stands above the title, next titles and duties are numbered."""
    rows = (Row(cells=("Position", "Cook"), line=1), Row(cells=("Function", "Bar"), line=2))
    more = (Row(cells=("Next role", "Chef"), line=3), Row(cells=("Leads to", "Host"), line=4))
    pairs = find_description(Document(name="a.docx", kind="docx", rows=rows + more))
    made = as_rows(pairs, vocabulary=VOCABULARY)
    assert [(row.line, row.cells) for row in made] == [
        *((2, ("job function", "Bar")), (1, ("job title", "Cook"))),
        *((3, ("career path 1", "Chef")), (4, ("career path 2", "Host"))),
    ]


def test_a_label_without_a_value_is_a_note() -> None:
    """It says nothing, known or not; what stands elsewhere between the values is a problem."""
    read = retold("Job title|Cook", "Job code|12", "Grade|", "Level|", "Next role|Chef")
    assert [(one.severity, one.place) for one in read.problems] == [("note", "table row 3")]
    read = retold("Job title|Cook", "Job code|12", "Smith", "Next role|Chef")
    assert [(one.severity, one.place) for one in read.problems] == [("problem", "table row 3")]


def test_a_value_over_several_columns() -> None:
    """Its cells are used, all of them."""
    read = retold("Job title|Cook|Job code|12", "Next role|Chef|Chef|Chef")
    assert {fate for _, _, fate in read.fates} == {"used"}
    assert read.problems == ()
