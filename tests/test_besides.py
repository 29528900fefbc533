"""Tables side by side in one sheet: each is read for itself, and every cell of the sheet has one fate."""

from __future__ import annotations

import pytest

from careerpaths.besides import side_by_side
from careerpaths.catalogue import merge
from careerpaths.model import Document, Reading, Row
from careerpaths.pagination import label_reader
from careerpaths.reading import Options, Reader
from careerpaths.reading import _read_part as read_part
from careerpaths.vocabulary import VOCABULARY

READ_LABEL = label_reader(VOCABULARY)
STANDARD = (
    "Job Function | Data |",
    "Category | Professional |",
    "Job Level | Entry | Expert",
    "Job Title | Data 1 | Data 2",
    "Job Code | 1 | 2",
    "Career Path 1 | Data 2 | Boss",
)


def document(*written: str) -> Document:
    """A sheet written with a bar between two cells."""
    lines = [tuple(cell.strip() for cell in row.split("|")) for row in written]
    return Document(
        name="a.xlsx", kind="xlsx", sheet=1, rows=tuple(Row(cells=c, line=n) for n, c in enumerate(lines, 1))
    )


def reading(*written: str) -> Reading:
    """What is read out of a sheet."""
    return read_part(document(*written), Reader(VOCABULARY, READ_LABEL, Options()))


def moves(read: Reading) -> list[tuple[str, str]]:
    """Its moves, as names."""
    catalogue = merge([read])
    names = {role.id: role.name for role in catalogue.roles}
    return sorted((names[move.start], names[move.end]) for move in catalogue.moves)


def starts(*written: str) -> list[int]:
    """Where the tables of a sheet begin."""
    return [start for start, _ in side_by_side(document(*written), read_label=READ_LABEL, vocabulary=VOCABULARY)]


@pytest.mark.parametrize("gap", ["", " | "])
def test_two_role_tables(gap: str) -> None:
    """Where the headings come again another table begins; no move leads from one into the other."""
    head = "Title | Code | Next role"
    read = reading(f"{head}{gap} | {head}", f"Pay 1 | 1 | Pay 2{gap} | Tax 1 | 3 | Tax 2", f"Pay 2 | 2 |{gap} | | |")
    assert moves(read) == [("Pay 1", "Pay 2"), ("Tax 1", "Tax 2")]
    assert [one.columns[0].title.places for one in read.standards] == [((2, 1),), ((3, 1),), ((2, 4 + bool(gap)),)]


def test_two_standards() -> None:
    """Where the labels come again, in the row of the titles and in others, another standard begins."""
    beside = [f"{row} | | {row.replace('Data', 'Net')}" for row in STANDARD]
    read = reading(*beside)
    assert moves(read) == [("Data 1", "Data 2"), ("Data 2", "Boss"), ("Net 1", "Net 2"), ("Net 2", "Boss")]
    assert [standard.header[0].text for standard in read.standards] == ["Data", "Net"]


def test_the_cells_add_up() -> None:
    """Each cell of the sheet has one fate, those of rows that are blank in one table too."""
    rows = [*(f"{row} | | {row.replace('Data', 'Net')}" for row in STANDARD), "KSA 01 | Knows. | Knows. | | | |"]
    read = reading(*rows)
    assert sorted((line, cell) for line, cell, _ in read.fates) == [(n, c) for n in range(1, 8) for c in range(1, 8)]
    assert read.tally.unplaced == 0


def test_a_column_that_names_sections() -> None:
    """The labels stand behind it: it is one note, and its cells are accounted for."""
    rows = [f"{front} | {row}" for front, row in zip(("General", "", "", "", "", "Career"), STANDARD, strict=True)]
    read = reading(*rows)
    assert moves(read) == [("Data 1", "Data 2"), ("Data 2", "Boss")]
    (note,) = read.problems
    assert (note.severity, note.place) == ("note", "sheet 1, line 1")
    assert note.message.startswith("the first column only names sections (General, Career): not taken")
    assert sorted((line, cell) for line, cell, _ in read.fates) == [(n, c) for n in range(1, 7) for c in range(1, 5)]


@pytest.mark.parametrize(
    "rows",
    [
        STANDARD,
        ("Job Family | IT | Job Summary | Runs.", *STANDARD),
        ("From title | To title", "A 1 | A 2"),
        ("Title | Next title | Next title", "A 1 | A 2 | A 3"),
        ("Title | Code | Title", "A 1 | 1 | B"),
        ("Job Title | A 1 | Job Code | 1", "Next role | A 2 | Grade | 3"),
    ],
)
def test_one_table(rows: tuple[str, ...]) -> None:
    """Pairs in a header, next titles beside each other and a heading twice begin no other table."""
    assert starts(*rows) == [0]


def test_groups_of_headings_are_one_table() -> None:
    """Known headings above those that come again stand over groups of columns."""
    rows = ("Current role | | Next role |", "Title | Code | Title | Code", "A 1 | 1 | A 2 | 2")
    assert starts(*rows) == [0]
    assert moves(reading(*rows)) == [("A 1", "A 2")]
