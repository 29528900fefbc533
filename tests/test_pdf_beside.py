"""Sheets that are wider than the paper: the pages with their further columns stand behind those with the first ones."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from careerpaths.model import NOTE
from careerpaths.readers import pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpaths.model import Document

make: Any = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("pdf_makers.py"))))
LEFT, HIGH, TOP = 54, 15, 740
Page = tuple["Sequence[Sequence[str]]", "Sequence[int]"]
"""Rows of cells, and the widths of their columns."""
TITLES: Page = (
    (("Title", "Code"), ("Cook", "K1"), ("Chef", "K2"), ("Head of Kitchen", "K3"), ("Porter", "K4")),
    (150, 100),
)
NEXT: Page = ((("Next role",), ("Chef",), ("Head of Kitchen",), ("",), ("Cook",)), (150,))
MORE: Page = ((("Grade", "Hours"), ("4", "38"), ("5", "40"), ("6", "40"), ("3", "38")), (60, 80))


def read(*pages: Page, ruled: bool, head: str = "") -> Document:
    """What is read of pages of sheets."""

    def paint(sheet: Any) -> None:
        for number, (rows, widths) in enumerate(pages, 1):
            sheet.setFont("Helvetica", 10)
            if head:
                sheet.drawString(LEFT, TOP + 30, head.format(number))
            edges = [LEFT + sum(widths[:column]) for column in range(len(widths) + 1)]
            for row in range(len(rows) + 1) if ruled else ():
                sheet.line(LEFT, TOP - HIGH * row, edges[-1], TOP - HIGH * row)
            for x in edges if ruled else ():
                sheet.line(x, TOP, x, TOP - HIGH * len(rows))
            for row, texts in enumerate(rows):
                for x, cell in zip(edges, texts, strict=False):
                    sheet.drawString(x + 3, TOP - HIGH * row - 11, cell)
            sheet.showPage()

    (document,) = pdf.read("x.pdf", bytes(make.drawn(paint)))
    return document


def wide(*pages: Page) -> list[tuple[str, ...]]:
    """The rows of a sheet as they were before it was printed."""
    return [tuple(cell for row in rows for cell in row) for rows in zip(*(rows for rows, _ in pages), strict=True)]


RULED = pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])


@RULED
@pytest.mark.parametrize("pages", [(TITLES, NEXT), (TITLES, MORE), (TITLES, MORE, NEXT)], ids=["one", "two", "both"])
def test_further_columns_are_brought_to_their_rows(pages: tuple[Page, ...], *, ruled: bool) -> None:
    """A cell that is blank among them, too; a note says it."""
    document = read(*pages, ruled=ruled)
    assert [row.cells for row in document.rows] == wide(*pages)
    (said,) = document.problems
    assert (said.severity, said.place) == (NOTE, "page 1")
    assert "columns go on" in said.message


@RULED
def test_pages_go_down_first_and_then_over(*, ruled: bool) -> None:
    """With running heads, which stand once for each page that is left."""
    parts = [[(rows[:3], widths), (rows[3:], widths)] for rows, widths in (TITLES, NEXT)]
    many = [(tuple(rows) * 1, widths) for part in parts for rows, widths in part]
    stretched = [((*rows, *[tuple(f"{cell} {n}" if cell else "" for cell in rows[-1]) for n in range(3)]), widths)
                 for rows, widths in many]  # fmt: skip
    document = read(*stretched, ruled=ruled, head="Page {}")
    found = [row.cells for row in document.rows if len(row.cells) > 1]
    assert found == [*wide(stretched[0], stretched[2]), *wide(stretched[1], stretched[3])]
    assert [row.cells for row in document.rows if len(row.cells) == 1] == [("Page 1",), ("Page 2",)]


@RULED
def test_a_table_that_goes_on_below_is_not_brought_beside(*, ruled: bool) -> None:
    """Its columns are those of the page before."""
    rows, widths = TITLES
    document = read(TITLES, (tuple((f"Senior {title}", f"{code}0") for title, code in rows[1:]), widths), ruled=ruled)
    assert [len(row.cells) for row in document.rows] == [2] * 9
    assert document.problems == ()


@RULED
@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            ((("Title", "Grade"), ("Baker", "4"), ("Clerk", "5"), ("Nurse", "6"), ("Driver", "3")), (120, 60)),
            id="the same heading",
        ),
        pytest.param((tuple((row[0], "x", "y") for row in TITLES[0]), (120, 60, 60)), id="the same labels"),
    ],
)
def test_another_sheet_with_as_many_rows(other: Page, *, ruled: bool) -> None:
    """It stands for itself."""
    assert read(TITLES, other, ruled=ruled).problems == ()


def test_a_list_below_a_full_page_of_labels_is_no_column() -> None:
    """Lines at the same heights, in one column, behind a page that was full."""
    labels = tuple((f"Label {n}", f"value {n}") for n in range(44))
    document = read((labels, (150, 100)), ((("Next roles",), ("Chef",), ("Baker",)), (150,)), ruled=False)
    assert [row.cells[0] for row in document.rows][-3:] == ["Next roles", "Chef", "Baker"]
    assert document.problems == ()
