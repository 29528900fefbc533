"""What parts a PDF without rules: headings, told by their looks, wide gaps, and the items of lists."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from careerpaths.description import find_description
from careerpaths.readers import pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpaths.model import Document

make: Any = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("pdf_makers.py"))))
Line = tuple[str, float, str, float]
"""The font of a line, its size, its text, and how far below the line above it stands."""
PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
JOB: tuple[Line, ...] = (
    (PLAIN, 10, "Job title", 12),
    (PLAIN, 10, "Cook", 12),
    (PLAIN, 10, "Duties", 12),
    (PLAIN, 10, "Peels potatoes and carrots", 12),
    (PLAIN, 10, "Next roles", 12),
    (PLAIN, 10, "Chef", 12),
    (PLAIN, 10, "Baker", 12),
)


def page_of(*lines: Line, left: float = 72) -> bytes:
    """A page with lines below each other; a tab parts columns."""

    def paint(sheet: Any) -> None:
        y = 760.0
        for font, size, text, apart in lines:
            y -= apart
            sheet.setFont(font, size)
            for column, part in enumerate(text.split("\t")):
                sheet.drawString(left + 150 * column, y, part)
        sheet.showPage()

    return bytes(make.drawn(paint))


def read(content: bytes) -> Document:
    """The only document of a PDF."""
    (document,) = pdf.read("x.pdf", content)
    return document


def headings(content: bytes) -> list[str]:
    """The texts that are headings."""
    return [row.cells[0] for row in read(content).rows if row.is_heading]


def titles(content: bytes) -> list[str]:
    """What is read as next roles."""
    return [pair.value for pair in find_description(read(content)) if pair.label == "Next roles"]


@pytest.mark.parametrize(
    ("heading", "behind"),
    [
        pytest.param((PLAIN, 12, "About us", 15), 12, id="larger"),
        pytest.param((BOLD, 10, "About us", 18), 12, id="bold, nearer to what is below"),
        pytest.param((PLAIN, 11, "About us", 20), 12, id="a little larger, nearer to what is below"),
    ],
)
def test_a_heading_ends_the_list_above_it(heading: Line, behind: float) -> None:
    """What stands below it is no next role; as in DOCX and HTML."""
    made = page_of(*JOB, heading, (PLAIN, 10, "We run hotels.", behind))
    assert headings(made) == ["About us"]
    assert titles(made) == ["Chef", "Baker"]


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        pytest.param((BOLD, 10, "Head Chef", 12), 12, id="bold among lines as far apart"),
        pytest.param((BOLD, 10, "Head Chef", 12), 30, id="bold, nearer to what is above"),
        pytest.param((PLAIN, 10.2, "Head Chef", 12), 12, id="hardly larger"),
    ],
)
def test_a_line_that_differs_little_is_no_heading(line: Line, behind: float) -> None:
    """A next role may be set in bold."""
    made = page_of(*JOB, line, (PLAIN, 10, "Education: School", behind))
    assert headings(made) == []
    assert titles(made) == ["Chef", "Baker", "Head Chef"]


def test_a_wide_gap_ends_the_list_above_it() -> None:
    """Where lines of the same looks stand below it; it is no heading."""
    made = page_of(*JOB, (PLAIN, 10, "About us", 26), (PLAIN, 10, "We run hotels.", 12))
    assert headings(made) == []
    assert titles(made) == ["Chef", "Baker"]


def test_lines_as_far_apart_as_those_around_are_items() -> None:
    """Paragraphs with room between them: a gap as wide as the next one says nothing."""
    spaced = [(font, size, text, 24) for font, size, text, _ in JOB[-2:]]
    made = page_of(*JOB[:-2], *spaced, (PLAIN, 10, "Education: School", 24))
    assert titles(made) == ["Chef", "Baker"]


def test_labels_in_a_larger_font_have_values_below_them() -> None:
    """Each is a heading, and what is alike and follows each other is one."""
    labelled = [(BOLD, 13, text, 24) if text in {"Job title", "Duties", "Next roles"} else
                (font, size, text, apart) for font, size, text, apart in JOB]  # fmt: skip
    made = page_of((BOLD, 24, "Kitchen job", 0), (BOLD, 24, "descriptions", 28), *labelled)
    assert headings(made) == ["Kitchen job", "descriptions", "Job title", "Duties", "Next roles"]
    assert titles(made) == ["Chef", "Baker"]


def test_a_heading_is_one_text_whatever_the_columns_are() -> None:
    """The space between its words is as wide as the gap between two columns of small letters."""
    rows: Sequence[Line] = [(PLAIN, 8, f"Duty {n}\tPeels", 10) for n in range(6)]
    made = page_of((PLAIN, 44, "Duties              of cooks", 0), *rows)
    assert read(made).rows[0].cells == ("Duties of cooks",)


@pytest.mark.parametrize("font", [PLAIN, BOLD])
def test_labels_beside_values_are_no_headings(font: str) -> None:
    """The second line of a label looks as the first, which has a value beside it."""
    made = page_of(
        (font, 12, "Job title\tCook", 14),
        (font, 12, "Working\tHot", 30),
        (font, 12, "conditions", 14),
        *((PLAIN, 9, f"\tLifts {n}", 14) for n in range(6)),
    )
    assert headings(made) == []


def test_a_standard_of_several_levels_has_no_headings() -> None:
    """There a large line is a label or a level."""
    rows: Sequence[Line] = [(PLAIN, 8, f"KSA {n}\tReads\tWrites\tCounts", 20) for n in range(4)]
    assert headings(page_of((BOLD, 14, "Job Function", 20), *rows)) == []


def test_items_with_marks_in_a_column_are_rows_of_their_own() -> None:
    """Whatever the gaps between them; a text without a mark has no columns."""

    def paint(sheet: Any) -> None:
        sheet.setFont(PLAIN, 10)
        for y, mark, text in (
            (700, "", "Job title"), (676, "\u2022", "Cook"), (652, "", "Duties"), (628, "\u2022", "Peels"),
            (616, "\u2022", "Washes pots"), (604, "", "and pans"), (580, "", "Next roles"), (556, "\u2022", "Chef"),
            (544, "\u2022", "Baker"),
        ):  # fmt: skip
            sheet.drawString(72, y, mark)
            sheet.drawString(94 if mark or text == "and pans" else 72, y, text)
        sheet.showPage()

    made = bytes(make.drawn(paint))
    assert [row.cells[-1] for row in read(made).rows if row.cells[0] == "\u2022"][-2:] == ["Chef", "Baker"]
    assert titles(made) == ["Chef", "Baker"]


def ruled(*lines: str, width: float) -> bytes:
    """A page with a ruled row whose second cell has lines, and is so wide."""

    def paint(sheet: Any) -> None:
        sheet.setFont(PLAIN, 10)
        for x in (72, 172, 172 + width):
            sheet.line(x, 700, x, 640)
        for y in (700, 640):
            sheet.line(72, y, 172 + width, y)
        sheet.drawString(75, 688, "Next roles")
        for place, line in enumerate(lines):
            sheet.drawString(175, 688 - 12 * place, line)
        sheet.showPage()

    return bytes(make.drawn(paint))


@pytest.mark.parametrize(
    ("lines", "width", "cell"),
    [
        pytest.param(("Chef", "Baker"), 200, "Chef\nBaker", id="ended by hand"),
        pytest.param(("Senior Kitchen", "Manager"), 90, "Senior Kitchen Manager", id="no room"),
        pytest.param(("Chef", "and baker"), 200, "Chef and baker", id="goes on"),
        pytest.param(("Chef in-", "Chief"), 200, "Chef in-Chief", id="a hyphen"),
        pytest.param(("Peels and washes all that grows in the yard", "Bakes"), 400,
                     "Peels and washes all that grows in the yard Bakes", id="prose"),
        pytest.param(("Senior Kitchen", "Manager", "Baker"), 90, "Senior Kitchen Manager Baker", id="one without room"),
    ],
)  # fmt: skip
def test_a_line_of_a_ruled_cell_that_had_room_for_more_was_ended_by_hand(
    lines: tuple[str, ...], width: float, cell: str
) -> None:
    """As a line break inside of a cell of a workbook; where one line had none, all are joined."""
    assert read(ruled(*lines, width=width)).rows[0].cells == ("Next roles", cell)
