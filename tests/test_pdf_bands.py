"""Tables whose columns only shaded rows show, or none: Word's own table styles, as PDFs have them."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from careerpaths.readers import pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

make: Any = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("pdf_makers.py"))))
LEFT, WIDE, HIGH, TOP = 72, 100, 40, 700
ROWS = (
    ("Title", "Code", "Next role"),
    ("Cook", "K1", "Chef"),
    ("Chef", "K2", "Head of Kitchen"),
    ("Head of Kitchen", "K3", "Head of Catering\nand Events"),
    ("Porter", "K4", "Cook"),
)


def cells(content: bytes) -> list[tuple[str, ...]]:
    """The rows of a PDF."""
    (document,) = pdf.read("x.pdf", content)
    return [row.cells for row in document.rows]


def page(rows: Sequence[Sequence[str]], *, shaded: Sequence[int], rules: Sequence[int], frame: bool) -> bytes:
    """A table with the cells of some rows shaded, rules above some rows, and sides or none."""

    def paint(sheet: Any) -> None:
        width = WIDE * max(map(len, rows))
        for row in shaded:
            sheet.setFillGray(0.75)
            for column in range(len(rows[0])):
                sheet.rect(LEFT + WIDE * column, TOP - HIGH * (row + 1), WIDE, HIGH, stroke=0, fill=1)
        for row in rules:
            sheet.line(LEFT, TOP - HIGH * row, LEFT + width, TOP - HIGH * row)
        for x in (LEFT, LEFT + width) if frame else ():
            sheet.line(x, TOP, x, TOP - HIGH * len(rows))
        sheet.setFillGray(0)
        sheet.setFont("Helvetica", 10)
        for number, texts in enumerate(rows):
            for column, cell in enumerate(texts):
                for place, line in enumerate(cell.split("\n")):
                    sheet.drawString(LEFT + WIDE * column + 5, TOP - HIGH * number - 12 * (place + 1), line)
        sheet.showPage()

    return bytes(make.drawn(paint))


EVERY = range(len(ROWS) + 1)


@pytest.mark.parametrize(
    ("shaded", "rules", "frame"),
    [
        pytest.param((1, 3), EVERY, True, id="frame, rules between rows, shading"),
        pytest.param((0,), EVERY, True, id="a shaded heading"),
        pytest.param((1, 3), (0, 1, len(ROWS)), False, id="shading between two rules"),
        pytest.param((), EVERY, True, id="frame and rules between rows"),
        pytest.param((), EVERY, False, id="rules between rows"),
    ],
)
def test_columns_that_not_all_rows_show(shaded: tuple[int, ...], rules: Sequence[int], *, frame: bool) -> None:
    """Each row has them all, also one with a blank cell, and one of several lines."""
    rows = [*ROWS, ("Driver", "", "Porter")] if len(rules) > 3 else ROWS
    rules = range(len(rows) + 1) if len(rules) > 3 else rules
    wanted = [tuple(cell.replace("\n", " ") for cell in row) for row in rows]
    assert cells(page(rows, shaded=shaded, rules=rules, frame=frame)) == wanted


def test_a_heading_over_all_columns_stays_one_text() -> None:
    """The gaps between its words are those of a text, wherever they stand."""
    rows = [("Terms of all the posts in this kitchen and in the bakery", "", ""), *ROWS[1:]]
    found = cells(page(rows, shaded=(1, 3), rules=EVERY, frame=True))
    assert found[0] == ("Terms of all the posts in this kitchen and in the bakery", "", "")
    assert found[2] == ("Chef", "K2", "Head of Kitchen")


def test_texts_in_frames_stay_texts() -> None:
    """A frame whose first row has one text has no columns."""
    rows = [("Cook",), ("Peels potatoes",), ("Leads to Chef",)]
    assert cells(page(rows, shaded=(), rules=range(4), frame=True)) == rows


def test_a_text_between_two_tables_is_no_row() -> None:
    """Two shaded rows with prose between them are two tables."""
    rows = [ROWS[1], ("All of these work in the kitchen and in the bakery", "", ""), ROWS[3]]
    found = cells(page(rows, shaded=(0, 2), rules=(0, 3), frame=False))
    assert found[1] == ("All of these work in the kitchen and in the bakery",)
