"""Label and value in one cell above a standard."""

from __future__ import annotations

import pytest

from careerpaths.grid import read_grid
from careerpaths.inline import apart, together
from careerpaths.model import Document, Reading, Row
from careerpaths.pagination import label_reader
from careerpaths.vocabulary import VOCABULARY

LADDER = ("Job Level | Entry | Expert", "Job Title | Cook 1 | Cook 2", "Job Code | 1 | 2", "Career Path 1 | Cook 2 |")
READ_LABEL = label_reader(VOCABULARY)


def document(*written: str) -> Document:
    """A table written with a bar between two cells."""
    lines = [tuple(cell.strip() for cell in row.split("|")) for row in written]
    return Document(name="a.csv", kind="csv", rows=tuple(Row(cells=one, line=n) for n, one in enumerate(lines, 1)))


@pytest.mark.parametrize("blanks", ["", " | | "])
def test_a_line_above_a_standard_is_its_header(blanks: str) -> None:
    """Family, function and category count, cite the one cell that holds both, and each cell has its fate."""
    part = document(f"Job Family: Estates{blanks}", f"Job Function: Kitchen{blanks}", *LADDER)
    rows, changed = apart(part, read_label=READ_LABEL)
    read = together(read_grid(rows), changed)
    (standard,) = read.standards
    assert [(one.kind, one.label, one.text, one.source.text, one.places) for one in standard.header] == [
        ("job_family", "Job Family", "Estates", "Job Family: Estates", ((1, 1),)),
        ("job_function", "Job Function", "Kitchen", "Job Function: Kitchen", ((2, 1),)),
    ]
    cells = [(row.line, at) for row in part.rows for at in range(1, len(row.cells) + 1)]
    assert [(line, cell) for line, cell, _ in read.fates] == cells
    assert {fate for line, _, fate in read.fates if line == 1} == ({"used", "blank"} if blanks else {"used"})
    assert read.problems == ()


@pytest.mark.parametrize("line", ["Job Family", "Job Family:", "Note: Estates", "Job Title: Cook", "Job Family: E | x"])
def test_other_lines_stay_as_they_are(line: str) -> None:
    """A label without a value, a label that is not of the header, or one whose value stands beside it."""
    part = document(line, *LADDER)
    assert apart(part, read_label=READ_LABEL) == (part, {})


def test_a_line_that_is_not_used_is_not_placed() -> None:
    """What becomes of the value becomes of the line."""
    _, changed = apart(document("Job Family: Estates"), read_label=READ_LABEL)
    lost = Reading(document="a.csv", kind="csv", standards=(), problems=(), fates=((1, 1, "used"), (1, 2, "unplaced")))
    assert together(lost, changed).fates == ((1, 1, "unplaced"),)
    assert together(lost, {}) is lost
