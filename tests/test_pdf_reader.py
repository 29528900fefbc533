"""The PDF reader: cells from rules or from the places of words, over pages, and what cannot be read said."""

from __future__ import annotations

import io
import runpy
import zlib
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pdfplumber
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf.generic import RectangleObject

from careerpaths.grid import read_grid
from careerpaths.model import NOTE, PROBLEM, Document
from careerpaths.pagination import Paginated, label_reader, whole_rows
from careerpaths.readers import pdf, text
from careerpaths.readers.joining import join
from careerpaths.readers.pdf import precheck
from careerpaths.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import Browser

Row = tuple[str, ...]

make: Any = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("pdf_makers.py"))))
LOOK = make.Look(head="University Job Standards", foot="Page {}", shares=(1, 2, 2, 2, 2, 2))
SMALL = make.Look(width=400, height=300, repeat=0)


def whole(document: Document) -> Paginated:
    """The rows of a document, their pieces joined."""
    return whole_rows(document.rows, read_label=label_reader(VOCABULARY))


def said(document: Document) -> list[Row]:
    """Each whole row once: its label and its texts."""
    return list(dict.fromkeys((row.label.text, *row.texts()) for row in whole(document).rows))


def read(content: bytes) -> Document:
    """The only document of a PDF."""
    (document,) = pdf.read("x.pdf", content)
    return document


def cells(content: bytes) -> list[Row]:
    """The rows of a PDF."""
    return [row.cells for row in read(content).rows]


def messages(content: bytes) -> list[tuple[str, str, str]]:
    """What is said of a PDF."""
    return [(problem.severity, problem.place, problem.message) for problem in read(content).problems]


def documents_of(found: Any) -> tuple[Document, ...]:
    """What a reader gives: one document or several."""
    return found if isinstance(found, tuple) else (found,)


@pytest.fixture(scope="session")
def standard(real_standard: Path) -> tuple[Document, list[Row], list[Row]]:
    """A standard as its text reads, the rows of its header table, and those of its main one."""
    (document,) = documents_of(text.read("x.txt", real_standard.read_bytes()))
    rows = list(dict.fromkeys((row.label.text, *row.texts()) for row in whole(document).rows))
    levels = next(index for index, row in enumerate(rows) if row[0] == "Job Level")
    return document, rows[:levels], rows[levels:]


def assert_same_standards(got: Document, wanted: Document) -> None:
    """The same roles, texts and moves: kinds, labels and texts of all entries."""

    def entries(document: Document) -> list[Any]:
        return [
            (
                sorted((entry.kind or "", entry.label, entry.text) for entry in standard.header),
                [[(entry.kind, entry.label, entry.text) for entry in column.entries] for column in standard.columns],
            )
            for standard in read_grid(document).standards
        ]

    assert entries(got) == entries(wanted)


MAKERS = pytest.mark.parametrize(
    "maker",
    [pytest.param("reportlab", id="reportlab"), pytest.param("chromium", id="chromium", marks=pytest.mark.browser)],
)


@pytest.fixture
def make_pdf(request: pytest.FixtureRequest) -> Callable[..., bytes]:
    """Make a PDF by the maker of a name."""

    def made(maker: str, rows: Sequence[Sequence[str]], look: Any, **options: Any) -> bytes:
        if maker == "reportlab":
            return bytes(make.by_reportlab(rows, look))
        browser: Browser = request.getfixturevalue("browser")
        return bytes(make.by_chromium(browser, rows, look, **options))

    return made


@MAKERS
@pytest.mark.parametrize("is_ruled", [True, False], ids=["ruled", "unruled"])
@pytest.mark.parametrize("height", [612, 540, 433, 393])
def test_a_standard_reads_as_its_text(
    standard: tuple[Document, list[Row], list[Row]],
    make_pdf: Callable[..., bytes],
    maker: str,
    height: int,
    *,
    is_ruled: bool,
) -> None:
    """Cell for cell, wherever page feet cut it, with a header table on each page that has other columns."""
    document, header, rows = standard
    made = make_pdf(maker, rows, replace(LOOK, header=header, ruled=is_ruled, height=height))
    got = read(made)
    assert got.problems == ()
    assert {tuple(row) for row in said(got)} == {*header, *rows}
    assert whole(got).orphans == ()
    assert {row.cells[0] for row in whole(got).loose} == {
        "University Job Standards", *(f"Page {page}" for page in range(1, (got.rows[-1].page or 0) + 1))
    }  # fmt: skip
    assert_same_standards(got, document)


@MAKERS
@pytest.mark.parametrize("height", range(240, 300, 7))
def test_a_row_cut_by_a_page_foot_anywhere_is_whole_again(
    make_pdf: Callable[..., bytes], maker: str, height: int
) -> None:
    """Cells of several lines, cut after any of them, with or without a bottom rule."""
    long = " ".join(f"word{number}" for number in range(40))
    rows = [
        ["Job Level", "Entry", "Expert"],
        *[[f"Key Resp {n:02}", f"{n} {long}", f"{long} {n}"] for n in range(1, 6)],
    ]
    got = read(make_pdf(maker, rows, replace(LOOK, width=330, height=height, shares=(1, 2, 2))))
    assert said(got) == [tuple(row) for row in rows]


@MAKERS
def test_labels_in_the_middle_of_their_rows(make_pdf: Callable[..., bytes], maker: str) -> None:
    """Where texts stand in the middle of their cells, lines above a label are of its row."""
    rows = [["Job Level", "Entry", "Expert"], *[[f"KSA 0{n}", "one two " * 9 * n, "three"] for n in range(1, 4)]]
    for is_ruled in (True, False):
        got = read(make_pdf(maker, rows, replace(LOOK, width=330, top="middle", ruled=is_ruled, shares=(1, 2, 2))))
        assert said(got) == [tuple(" ".join(cell.split()) for cell in row) for row in rows]


@pytest.mark.parametrize("height", range(300, 420, 11))
def test_labels_in_the_middle_of_rows_that_a_page_foot_cuts(height: int) -> None:
    """The label of a cut row may stand on the next page: it is brought to the first piece."""
    rows = [["Job Level", "Entry", "Expert"], *[[f"KSA 0{n}", "one two " * 9 * n, "three " * 20] for n in range(1, 6)]]
    got = read(make.by_reportlab(rows, replace(LOOK, width=330, height=height, top="middle", shares=(1, 2, 2))))
    assert said(got) == [tuple(" ".join(cell.split()) for cell in row) for row in rows]


def turned(content: bytes, *, angle: int, content_too: bool, rotate: bool) -> bytes:
    """A PDF with its pages turned: by /Rotate, by what stands on them, or by both against each other."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    for page in writer.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        if content_too:
            right, up = {90: (height, 0), 180: (width, height), 270: (0, width)}[angle]
            page.add_transformation(pypdf.Transformation().rotate(angle).translate(right, up))
            if angle != 180:
                page.mediabox = page.cropbox = RectangleObject((0, 0, height, width))
        if rotate:
            page.rotate(angle)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("angle", [90, 180, 270])
@pytest.mark.parametrize(("content_too", "rotate"), [(True, True), (True, False), (False, True)])
@pytest.mark.parametrize("is_ruled", [True, False])
def test_a_turned_page_reads_as_an_upright_one(angle: int, *, content_too: bool, rotate: bool, is_ruled: bool) -> None:
    """By /Rotate, by rotated text, and both at once."""
    rows = [["Job Level", "Entry", "Expert"], ["KSA 01", "Reads " * 12, "Doesn't write " * 12], ["KSA 02", "", "More"]]
    upright = make.by_reportlab(rows, replace(LOOK, width=400, height=500, shares=(1, 2, 2), ruled=is_ruled))
    assert cells(turned(upright, angle=angle, content_too=content_too, rotate=rotate)) == cells(upright)


def boxed(sheet: Any, xs: Sequence[float], ys: Sequence[float]) -> None:
    """Rules round the cells between these edges."""
    for x in xs:
        sheet.line(x, ys[0], x, ys[-1])
    for y in ys:
        sheet.line(xs[0], y, xs[-1], y)


def page_of(*texts: tuple[float, float, str], xs: Sequence[float] = (), ys: Sequence[float] = ()) -> bytes:
    """A page with texts at places, and rules."""

    def paint(sheet: Any) -> None:
        sheet.setFont("Helvetica", 10)
        if xs:
            boxed(sheet, xs, ys)
        for x, y, line in texts:
            sheet.drawString(x, y, line)
        sheet.showPage()

    return bytes(make.drawn(paint))


def test_hyphens_at_line_ends() -> None:
    """A word broken at its hyphen is one; a hyphen before "and" keeps its space; a dash alone is no hyphen."""
    lines = ["in-", "depth and short-", "and long-term aims -", "all of them"]
    made = page_of(
        (105, 680, "KSA 01"), *[(205, 680 - 12 * n, line) for n, line in enumerate(lines)],
        xs=(100, 200, 400), ys=(700, 600),
    )  # fmt: skip
    assert cells(made) == [("KSA 01", "in-depth and short- and long-term aims - all of them")]


def test_a_hyphen_at_a_page_end() -> None:
    """The piece keeps its hyphen, and the next page's piece follows without a space."""

    def paint(sheet: Any) -> None:
        for label, line in (("KSA 01", "with in-"), ("", "depth knowledge")):
            boxed(sheet, (100, 200, 400), (700, 600))
            sheet.drawString(105, 680, label)
            sheet.drawString(205, 680, line)
            sheet.showPage()

    document = read(make.drawn(paint))
    assert [(row.cells, row.page) for row in document.rows] == [
        (("KSA 01", "with in-"), 1),
        (("", "depth knowledge"), 2),
    ]
    assert said(document) == [("KSA 01", "with in-depth knowledge")]


def test_an_open_row_at_the_page_foot_is_a_row_of_its_own() -> None:
    """Without a bottom rule it reaches as far down as the rules beside it do."""

    def paint(sheet: Any) -> None:
        for x in (100, 200, 400):
            sheet.line(x, 700, x, 600)
        for y in (700, 650):
            sheet.line(100, y, 400, y)
        for y, label, line in ((680, "KSA 01", "whole"), (630, "KSA 02", "cut by the")):
            sheet.drawString(105, y, label)
            sheet.drawString(205, y, line)
        sheet.showPage()

    assert cells(make.drawn(paint)) == [("KSA 01", "whole"), ("KSA 02", "cut by the")]


def test_a_repeated_header_without_a_rule_below_it_is_parted_from_the_rest_of_an_open_row() -> None:
    """Reportlab draws no rule between the header that it repeats and the rest of the row that it cut."""

    def paint(sheet: Any) -> None:
        for page, lines in enumerate(
            ((("Job Level", "Entry"), ("KSA 01", "first")), (("Job Level", "Entry"), ("", "second")))
        ):
            for x in (100, 200, 400):
                sheet.line(x, 700, x, 600)
            for y in (700, 650) if page == 0 else (700, 600):
                sheet.line(100, y, 400, y)
            for y, (label, line) in zip((680, 630), lines, strict=True):
                sheet.drawString(105, y, label)
                sheet.drawString(205, y, line)
            sheet.showPage()

    assert cells(make.drawn(paint)) == [
        ("Job Level", "Entry"),
        ("KSA 01", "first"),
        ("Job Level", "Entry"),
        ("", "second"),
    ]


def test_texts_in_neighbouring_cells_that_nearly_touch_are_parted_at_the_rule() -> None:
    """A word that PDFium reads over a rule is two where a gap stands there, and one where it outgrew its cell."""
    apart = page_of((102, 680, "Spec"), (126, 680, "Mgr"), (102, 640, "x"), xs=(100, 125.2, 200), ys=(700, 660, 620))
    grown = page_of((102, 680, "Specialist"), (102, 640, "x"), xs=(100, 124, 200), ys=(700, 660, 620))
    assert cells(apart)[0] == ("Spec", "Mgr")
    assert cells(grown)[0] == ("Specialist", "")


@pytest.mark.browser
def test_spanning_cells(browser: Browser) -> None:
    """A text over several columns holds for each; a heading stands once; one over several rows stands in the first."""
    made = make.print_html(
        browser,
        """<style>table { border-collapse: collapse } td { border: 1px solid; padding: 4px; width: 80px }</style><table>
        <tr><td colspan=4>Heading over all</td></tr>
        <tr><td>Job Level</td><td>Entry</td><td>Middle</td><td>Expert</td></tr>
        <tr><td>Education</td><td colspan=2>Degree</td><td>Doctorate</td></tr>
        <tr><td rowspan=2>Licence</td><td>One</td><td>Two</td><td>Three</td></tr>
        <tr><td>Four</td><td>Five</td><td>Six</td></tr></table>""",
    )
    assert cells(made) == [
        ("Heading over all", "", "", ""),
        ("Job Level", "Entry", "Middle", "Expert"),
        ("Education", "Degree", "Degree", "Doctorate"),
        ("Licence", "One", "Two", "Three"),
        ("", "Four", "Five", "Six"),
    ]


@pytest.mark.browser
@pytest.mark.parametrize(
    "css",
    [
        "td { border: 1px solid black }",
        "td { border: 2px dotted black }",
        "td { border: 2px dashed gray }",
        "td { border: 3px double black }",
        "table { border-collapse: separate; border-spacing: 2px } td { background: #ddd }",
        "table { border: 1px solid } td + td { border-left: 1px solid } tr + tr td { border-top: 1px solid }",
        "td + td { border-left: 1px solid } tr + tr td { border-top: 1px solid }",
        "tr + tr td { border-top: 1px solid } table { border-block: 1px solid }",
        "td { border: 1px solid; background: #eef } tr:first-child td { background: navy; color: white }",
        "td { border: 1px solid } body { border: 4px double; padding: 9px }",
        "td { border: 1px solid; text-align: center; text-decoration: underline }",
        "td { text-align: right }",
        "td { text-align: center }",
        "tr:nth-child(even) { background: #eee }",
    ],
)
def test_the_ways_in_which_cells_are_marked_off(browser: Browser, css: str) -> None:
    """Rules of any kind, fills, only some of the rules, none."""
    rows = [
        ["Job Level", "Entry", "Expert"],
        ["KSA 01", "Reads all day long, and writes at night", "Knows"],
        ["KSA 02", "Counts", "Sings"],
    ]
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    style = f"table {{ border-collapse: collapse }} td {{ padding: 5px; width: 130px }} {css}"
    assert cells(make.print_html(browser, f"<style>{style}</style><table>{lines}</table>")) == [
        tuple(row) for row in rows
    ]


def test_text_outside_tables_is_rows_of_one_cell_in_reading_order() -> None:
    """They leave a number free behind them, so that no continuation row takes one for its label."""
    made = page_of(
        (100, 750, "Approved by the board"), (105, 680, "KSA 01"), (205, 680, "Reads"), (100, 500, "See the annex."),
        xs=(100, 200, 400), ys=(700, 660, 620),
    )  # fmt: skip
    document = read(made)
    assert [(row.cells, row.line) for row in document.rows] == [
        (("Approved by the board",), 1),
        (("KSA 01", "Reads"), 3),
        (("See the annex.",), 4),
    ]


@pytest.mark.parametrize("angle", [0, 45])
def test_a_watermark_is_in_no_cell(angle: int) -> None:
    """Letters aslant or far taller than all others are a row of their own."""

    def paint(sheet: Any) -> None:
        boxed(sheet, (100, 200, 400), (700, 660, 620))
        for y, label in ((680, "KSA 01"), (640, "KSA 02")):
            sheet.drawString(105, y, label)
            sheet.drawString(205, y, "Reads")
        sheet.setFont("Helvetica", 60)
        sheet.translate(150, 610)
        sheet.rotate(angle)
        sheet.drawString(0, 0, "DRAFT")
        sheet.showPage()

    assert set(cells(make.drawn(paint))) == {("KSA 01", "Reads"), ("KSA 02", "Reads"), ("DRAFT",)}


def test_a_frame_round_the_page_is_no_table() -> None:
    """The table inside it is."""

    def paint(sheet: Any) -> None:
        sheet.rect(20, 20, 570, 750)
        boxed(sheet, (100, 200, 400), (700, 660, 620))
        for x, y, line in (
            (105, 680, "KSA 01"),
            (205, 680, "Reads"),
            (105, 640, "KSA 02"),
            (205, 640, "Writes"),
            (30, 30, "Foot"),
        ):
            sheet.drawString(x, y, line)
        sheet.showPage()

    assert cells(make.drawn(paint)) == [("KSA 01", "Reads"), ("KSA 02", "Writes"), ("Foot",)]


def test_rules_inside_a_form_are_found() -> None:
    """A form object has a space of its own: its rules are where they are shown."""

    def paint(sheet: Any) -> None:
        sheet.beginForm("grid")
        boxed(sheet, (0, 100, 300), (80, 40, 0))
        sheet.endForm()
        sheet.translate(100, 620)
        sheet.doForm("grid")
        for x, y, line in ((5, 60, "KSA 01"), (105, 60, "Reads"), (5, 20, "KSA 02"), (105, 20, "Writes")):
            sheet.drawString(x, y, line)
        sheet.showPage()

    assert cells(make.drawn(paint)) == [("KSA 01", "Reads"), ("KSA 02", "Writes")]


def test_unruled_rows_without_gaps_between_them() -> None:
    """Where rows stand as near as lines, each label begins a row."""
    rows = [
        ("KSA 01", "Reads books", "Reads all"),
        ("", "and papers", "of them"),
        ("KSA 02", "Writes", ""),
        ("KSA 03", "", "Sings"),
    ]
    made = page_of(
        *[(x, 700 - 12 * n, cell) for n, row in enumerate(rows) for x, cell in zip((50, 150, 300), row, strict=True)]
    )
    assert cells(made) == [
        ("KSA 01", "Reads books and papers", "Reads all of them"),
        ("KSA 02", "Writes", ""),
        ("KSA 03", "", "Sings"),
    ]


@pytest.mark.parametrize(("foot", "is_row"), [("Page 1", False), ("- p. 1 of 3 -", False), ("Spec 1", True)])
def test_a_page_number_may_stand_near_the_last_row(foot: str, is_row: bool) -> None:  # noqa: FBT001 - a row of a table
    """What says that it is one is no row, also on the only page."""
    rows = [(f"KSA 0{n}", "Reads books", "Writes") for n in range(1, 6)]
    texts = [(x, 700 - 20 * n, cell) for n, row in enumerate(rows) for x, cell in zip((50, 150, 300), row, strict=True)]
    made = cells(page_of(*texts, (160, 600, foot)))
    assert made[:5] == rows
    assert (len(made[5]) > 1) == is_row


def test_tables_whose_columns_lie_in_each_other() -> None:
    """Two levels where another table has four: rows of few words go with the table that they stand in."""
    narrow, wide = (50, 150, 250, 350, 450), (50, 150, 350)
    head = ("Job Family", "IT", "Job Summary", "Involves the work of all parts, in short- and long-term plans")
    four = [("Job Level", "A", "B", "C", "D"), ("Scope", *["Reads all books"] * 4), ("Job Code", "1", "2", "3", "4")]
    two = [
        ("Job Level", "A", "B"),
        ("Job Title", "Clerk 1", "Clerk 2"),
        ("Scope", "Reads all of the books and more", "Sings"),
    ]
    two += [("License 1", "", ""), ("Path", "", "Clerk 3")]
    tables = (((50, 150, 230, 310), [head]), (narrow, four), ((50, 150, 230, 310), [head]), (wide, two))
    laid = [(places, row) for places, rows in tables for row in rows]
    texts = [
        (x, 700 - 24 * n, cell) for n, (places, row) in enumerate(laid) for x, cell in zip(places, row, strict=True)
    ]
    assert cells(page_of(*texts)) == [head, *four, head, *two]


def test_rows_little_farther_apart_than_lines() -> None:
    """As a worksheet is printed, with room below long cells: where rows stand farther apart, that parts them."""
    texts, rows, top = [], [], 700.0
    for number in range(1, 16):
        lines = ["Reads books", "and papers", "of all kinds"][: 3 if number in {1, 5, 9, 14} else 1]
        rows.append((f"KSA {number:02}", " ".join(lines), "Writes"))
        texts += [(50, top, rows[-1][0]), (300, top, "Writes")]
        for place, line in enumerate(lines):
            texts.append((150, top - 14.3 * place - 0.3 * (place > 1), line))
        top -= 16.6 + 24 * (len(lines) - 1)
    assert cells(page_of(*texts)) == rows


def test_a_label_of_several_lines_is_one() -> None:
    """Where rows stand farther apart than lines."""
    texts = [
        (50, 700, "Generic"),
        (50, 688, "Scope"),
        (150, 700, "Does this"),
        (150, 688, "and that"),
        (50, 660, "KSA 01"),
    ]
    made = page_of(*texts, (150, 660, "Reads"), (150, 648, "a lot"), (50, 620, "KSA 02"), (150, 620, "Sings"))
    assert cells(made) == [("Generic Scope", "Does this and that"), ("KSA 01", "Reads a lot"), ("KSA 02", "Sings")]


def test_prose_is_a_row_for_each_line() -> None:
    """A memo is no table."""
    made = page_of((50, 700, "To all employees"), (50, 680, "The office stays closed on Monday, since the lift is"))
    assert cells(made) == [("To all employees",), ("The office stays closed on Monday, since the lift is",)]


def test_a_scan_says_run_ocr() -> None:
    """Pictures without text on all pages, and on one of several."""

    def paint(sheet: Any) -> None:
        sheet.drawInlineImage(Image.new("RGB", (20, 20)), 10, 10, 400, 400)
        sheet.showPage()

    def mixed(sheet: Any) -> None:
        sheet.drawString(100, 700, "Words")
        sheet.showPage()
        paint(sheet)

    assert messages(make.drawn(paint)) == [
        (PROBLEM, "whole document", "no text on any page (1 page): a scan, most likely; run OCR first")
    ]
    assert messages(make.drawn(mixed)) == [(PROBLEM, "page 2", "a picture and no text: run OCR first")]


def encrypted(content: bytes, password: str, algorithm: str) -> bytes:
    """A PDF that asks for a password."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt(password, "owner", algorithm=algorithm)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_password(algorithm: str) -> None:
    """One that is needed to read is a problem; one that only forbids changes is not."""
    plain = page_of((100, 700, "Words"))
    assert messages(encrypted(plain, "secret", algorithm)) == [(PROBLEM, "whole document", precheck.CLOSED)]
    assert cells(encrypted(plain, "", algorithm)) == [("Words",)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not a PDF: it is empty, expected %PDF-; check the file"),
        (b"PK\x03\x04rest", "not a PDF: it begins with b'PK\\x03\\x04rest', expected %PDF-; check the file"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, precheck.CUT_OFF),
        (
            b"%PDF-1.7\n%%EOF",
            "damaged, no page can be read (Failed to load document (PDFium: Data format error).): get it again",
        ),
    ],
)
def test_no_pdf(content: bytes, message: str) -> None:
    """What it is instead, in one problem."""
    assert messages(content) == [(PROBLEM, "whole document", message)]
    assert cells(content) == []


def test_a_pdf_cut_off_anywhere_is_a_problem() -> None:
    """What can be read of it still is, never in silence."""
    made = make.by_reportlab([["KSA 01", "Reads " * 200]] * 3, replace(LOOK, shares=(1, 2)))
    for length in range(0, len(made) - 6, len(made) // 40):
        found = messages(made[:length])
        assert found
        assert all(severity == PROBLEM for severity, _, _ in found)


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of these objects; the first is its catalogue."""
    made, places = b"%PDF-1.7\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj %b endobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + b"xref\n0 %d\n0000000000 65535 f \n%btrailer <</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(made),
    )  # fmt: skip


def with_content(stream: bytes, filters: bytes) -> bytes:
    """A PDF of one page with this stream as its content."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>"
    content = b"<</Filter %b/Length %d>> stream\n%b\nendstream" % (filters, len(stream), stream)
    return raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content)


def test_a_stream_that_swells_is_stopped() -> None:
    """2 GB out of 4 kB: refused before anything is decoded in full."""
    packer = zlib.compressobj(9)
    once = b"".join([packer.compress(bytes(1_000_000)) for _ in range(2000)]) + packer.flush()
    bomb = with_content(zlib.compress(once, 9), b"[/FlateDecode/FlateDecode]")
    assert len(bomb) < 8_000
    ((severity, place, message),) = messages(bomb)
    assert (severity, place) == (PROBLEM, "whole document")
    assert "its data grow too much when decoded" in message
    assert "at most 64,000,000 bytes in one stream and 512,000,000 in all are read" in message


def lzw(count: int) -> bytes:
    """About so many zeros, packed by LZW as tightly as it can: each code stands for a run longer by one."""
    bits, total = ["100000000"], 0
    while total < count:
        bits.append("000000000")
        for code in range(258, 4094):
            width = 9 + (code > 510) + (code > 1022) + (code > 2046)
            bits.append(format(code, f"0{width}b"))
            total += code - 256
        # The table is full: the next run begins anew.
        bits.append(format(256, "012b"))
    packed = "".join(bits)
    packed += "0" * (-len(packed) % 8)
    return int(packed, 2).to_bytes(len(packed) // 8, "big")


@pytest.mark.parametrize("filters", [b"/LZWDecode", b"[/FlateDecode/LZWDecode]"])
def test_a_stream_that_swells_by_another_filter_is_stopped(filters: bytes) -> None:
    """Whatever filter makes much of little."""
    packed = lzw(80_000_000)
    ((severity, _, message),) = messages(
        with_content(zlib.compress(packed) if b"Flate" in filters else packed, filters)
    )
    assert (severity, "its data grow too much when decoded" in message) == (PROBLEM, True)


def test_a_stream_of_objects_that_swells_is_stopped() -> None:
    """Objects may stand in a stream, too: it is decoded no further than any other."""
    packer = zlib.compressobj(9)
    packed = b"".join([packer.compress(b" " * 1_000_000) for _ in range(100)]) + packer.flush()
    objects = b"<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length %d>> stream\n%b\nendstream" % (len(packed), packed)
    made = raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>", objects)
    assert "its data grow too much when decoded" in messages(made)[0][2]


def test_many_streams_that_are_too_much_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is below the limit for one; a stream whose filter is not known has no part in it."""
    monkeypatch.setattr(precheck, "MOST_DECODED_BYTES", 5_000_000)
    monkeypatch.setattr(precheck, "MOST_STREAM_BYTES", 1_000_000)
    stream = b"<</Filter/FlateDecode/Length %d>> stream\n%b\nendstream"
    packed = zlib.compress(bytes(900_000))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]
    swollen = raw_pdf(*objects, *[stream % (len(packed), packed)] * 7)
    assert "more than 5,000,000 bytes in all" in messages(swollen)[0][2]
    unknown = raw_pdf(*objects, b"<</Filter/Strange/Length 3>> stream\nabc\nendstream")
    assert "grow" not in messages(unknown)[0][2]


@pytest.mark.parametrize(
    ("limit", "room", "value", "part"),
    [
        ("MOST_OBJECTS", "precheck", 2, "objects, at most 2 are read: print it to PDF anew, or split the document"),
        ("MOST_PAGES", "pdf", 1, "pages; only the first 1, the most of a document, were read: split it"),
        ("MOST_CELLS", "pdf", 0, "more than 0 cells, the most of a document: not read from here on; split it"),
    ],
)
def test_limits(monkeypatch: pytest.MonkeyPatch, limit: str, room: str, value: int, part: str) -> None:
    """Beyond a limit there is a problem that names it."""
    made = make.by_reportlab([["KSA 01", "Reads " * 400]], replace(SMALL, height=200, width=200))
    monkeypatch.setattr({"precheck": precheck, "pdf": pdf}[room], limit, value)
    assert any(part in message for _, _, message in messages(made))


def test_a_page_crowded_with_rules_is_read_by_its_words() -> None:
    """A drawing: a note says so."""

    def paint(sheet: Any) -> None:
        for number in range(2100):
            sheet.line(50, 10 + 3 * number, 60 + number % 7, 10 + 3 * number)
        sheet.drawString(100, 700, "Words")
        sheet.showPage()

    made = make.drawn(paint, size=(600, 7000))
    assert cells(made) == [("Words",)]
    assert messages(made) == [
        (NOTE, "page 1", "too many marks, drawings most likely: read without its rules; check its rows")
    ]


def test_a_broken_page_is_a_problem_and_the_others_are_read() -> None:
    """A page that PDFium cannot load."""
    kids = b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>"
    stream = b"BT /F 12 Tf 100 700 Td (Words) Tj ET"
    content = b"<</Length %d>> stream\n%b\nendstream" % (len(stream), stream)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    made = raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", kids, page, b"(no page)", content, font)
    assert cells(made) == [("Words",)]
    assert messages(made) == [(PROBLEM, "page 2", "cannot be read: damaged; get the document again")]


@pytest.mark.parametrize("is_ruled", [True, False])
def test_a_reader_of_another_hand_finds_the_same_cells(
    standard: tuple[Document, list[Row], list[Row]], *, is_ruled: bool
) -> None:
    """Pdfplumber's tables of a ruled file, its line breaks joined; where there are no rules it finds none."""
    _, header, rows = standard
    made = make.by_reportlab(rows[:8], replace(LOOK, ruled=is_ruled, foot="", head=""))
    with pdfplumber.open(io.BytesIO(made)) as document:
        tables = [table for page in document.pages for table in page.extract_tables()]
    theirs = [tuple(join((cell or "").split("\n")) for cell in row) for table in tables for row in table]
    assert theirs == (cells(made) if is_ruled else [])
    assert header


WORD = st.text("abcdefgXYZ123.,;()'", min_size=1, max_size=9)
CELL = st.lists(WORD, max_size=25).map(" ".join)


@settings(max_examples=40)
@given(data=st.data(), height=st.integers(150, 400), columns=st.integers(2, 6), top=st.sampled_from(["top", "middle"]))
def test_any_ruled_table_reads_as_it_was_written(data: st.DataObject, height: int, columns: int, top: str) -> None:
    """Whatever stands in its cells and wherever its pages end; a label marks where each row begins."""
    texts = data.draw(st.lists(st.lists(CELL, min_size=columns - 1, max_size=columns - 1), min_size=1, max_size=8))
    rows = [[f"KSA {number}", *row] for number, row in enumerate(texts, 1)]
    got = read(make.by_reportlab(rows, make.Look(width=600, height=height, repeat=0, top=top)))
    assert [(row.label.text, *row.texts()) for row in whole(got).rows] == [stripped(row) for row in rows]


def stripped(row: Sequence[str]) -> Row:
    """A row without empty cells at its end."""
    filled = [index for index, cell in enumerate(row) if cell]
    return tuple(row[: filled[-1] + 1])


@settings(max_examples=60)
@given(content=st.binary(max_size=400), place=st.floats(0, 1))
def test_no_content_raises(content: bytes, place: float) -> None:
    """A PDF with any bytes written over it at any place is read or said to be broken."""
    made = SAMPLE
    at = int(place * len(made))
    document = read(made[:at] + content + made[at + len(content) :])
    assert document.rows or document.problems


SAMPLE = page_of((105, 680, "KSA 01"), (205, 680, "Reads"), xs=(100, 200, 400), ys=(700, 660, 620))


def test_places_are_unique_and_rise() -> None:
    """Lines rise over the whole document; pages are those of the file."""
    document = read(make.by_reportlab([["KSA 01", "Reads " * 300], ["KSA 02", ""]], replace(SMALL, foot="{} of 9")))
    lines = [row.line for row in document.rows]
    assert lines == sorted(set(lines))
    pages = [row.page or 0 for row in document.rows]
    assert pages == sorted(pages)
    assert pages[-1] == len(
        pypdf.PdfReader(io.BytesIO(make.by_reportlab([["KSA 01", "Reads " * 300], ["KSA 02", ""]], SMALL))).pages
    )
