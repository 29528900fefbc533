"""Excel workbooks to rows: sheets, cells as they are seen, merged cells, what is hidden, damage."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import MAC_EPOCH

from careerpaths.grid import read_grid
from careerpaths.model import COVERED, Document
from careerpaths.pagination import label_reader, whole_rows
from careerpaths.readers import text as text_reader
from careerpaths.readers import xlsx
from careerpaths.readers.archive import open_package
from careerpaths.readers.characters import LONGEST_CELL, cell_text
from careerpaths.readers.xlsx import read, sheet, workbook
from careerpaths.readers.xlsx.sheet import Full, Sheet, read_sheet
from careerpaths.readers.xlsx.workbook import open_workbook
from careerpaths.vocabulary import VOCABULARY

SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def made(fill: Callable[[Any, Any], object], **options: bool) -> bytes:
    """A workbook made by XlsxWriter; `fill` gets the workbook and its first sheet, "Jobs"."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, **options})
    fill(book, book.add_worksheet("Jobs"))
    book.close()
    return file.getvalue()


def written(*sheets: Sequence[tuple[int, Sequence[str]]]) -> bytes:
    """A workbook with a sheet for each of these tables of (line, cells)."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    for rows in sheets:
        page = book.add_worksheet()
        for line, cells in rows:
            for column, cell in enumerate(cells):
                page.write_string(line - 1, column, cell)
    book.close()
    return file.getvalue()


def unchanged(part: bytes) -> bytes:
    """A part as it is."""
    return part


def changed(content: bytes, parts: dict[str, Callable[[bytes], bytes | None]]) -> bytes:
    """A workbook with some of its parts changed, or left out where None comes of it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = parts.get(entry.filename, unchanged)(old.read(entry))
            if part is not None:
                new.writestr(entry.filename, part)
    return file.getvalue()


def with_sheet(inner: str, *, of: bytes | None = None) -> bytes:
    """A workbook whose only sheet has this XML inside."""
    whole = f'<?xml version="1.0"?><worksheet xmlns="{NAMESPACE}">{inner}</worksheet>'.encode()
    return changed(of or written([(1, ("x",))]), {SHEET: lambda _: whole})


def cells(document: Document) -> list[tuple[int, tuple[str, ...]]]:
    """The rows of a sheet."""
    return [(row.line, row.cells) for row in document.rows]


def said(document: Document) -> list[tuple[str, str, str]]:
    """The problems of a sheet."""
    return [(problem.severity, problem.place, problem.message) for problem in document.problems]


def whole(document: Document) -> list[tuple[str, tuple[str, ...]]]:
    """The rows with their continuations."""
    paginated = whole_rows(document.rows, read_label=label_reader(VOCABULARY))
    return [(row.label.text, row.texts()) for row in paginated.rows]


def standards(document: Document) -> list[Any]:
    """The standards of a document without their places."""
    return [
        (
            [(entry.kind, entry.label, entry.text) for entry in standard.header],
            [[(entry.kind, entry.label, entry.text) for entry in column.entries] for column in standard.columns],
            [column.level and column.level.text for column in standard.columns],
            standard.states_moves,
        )
        for standard in read_grid(document).standards
    ]


def texts(clone: Path) -> list[Document]:
    """The samples, and the real standard where it is at hand, as the text reader gives them."""
    real = clone.parent / "shared" / "standards" / "clinical-imaging-it-professional.txt"
    found = [*sorted((clone / "data").rglob("*.txt")), *([real] if real.is_file() else [])]
    return [text_reader.read(path.name, path.read_bytes()) for path in found]


def test_each_standard_in_its_sheet_reads_as_the_text(clone: Path) -> None:
    """Cell by cell, with the same standards and no problem more."""
    documents = texts(clone)
    found = read("a.xlsx", written(*[[(row.line, row.cells) for row in document.rows] for document in documents]))
    assert len(found) == len(documents) > 10
    for document, page in zip(documents, found, strict=True):
        assert page.problems == ()
        assert whole(page) == whole(document)
        assert standards(page) == standards(document) != []
        assert len(read_grid(page).problems) == len(read_grid(document).problems)


def test_several_standards_in_one_sheet_read_as_the_text(clone: Path) -> None:
    """Below each other, with all their pages."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    for document in texts(clone):
        start = rows[-1][0] + 2 if rows else 0
        rows += [(start + row.line, row.cells) for row in document.rows]
    lines = {line: "\t".join(line_cells) for line, line_cells in rows}
    text = text_reader.read("a.txt", "\n".join(lines.get(line, "") for line in range(1, rows[-1][0] + 1)).encode())
    (page,) = read("a.xlsx", written(rows))
    assert whole(page) == whole(text)
    assert standards(page) == standards(text)


def test_sheets_are_numbered_and_named() -> None:
    """Each is a document with its number and name; its rows keep the numbers that the program shows."""

    def fill(book: Any, page: Any) -> None:
        page.write_string("A3", "Job Title")
        page.write_string("B3", "Spec 1")
        page.write_string("A7", "Job Code")
        book.add_worksheet("Empty")

    first, second = read("folder/a.xlsx", made(fill))
    assert (first.name, first.kind, first.sheet, first.sheet_name) == ("folder/a.xlsx", "xlsx", 1, "Jobs")
    assert [(row.line, row.sheet, row.cells) for row in first.rows] == [
        (3, 1, ("Job Title", "Spec 1")),
        (7, 1, ("Job Code", "")),
    ]
    assert (second.sheet, second.sheet_name, second.rows, second.problems) == (2, "Empty", (), ())


def test_values_are_texts_as_they_are_seen() -> None:
    """Codes keep their zeros, numbers have no .0, dates are ISO text, and nothing is a formula."""

    def fill(book: Any, page: Any) -> None:
        page.write_number("A1", 8799)
        page.write_number("B1", 12, book.add_format({"num_format": "0000"}))
        page.write_string("C1", "0012")
        page.write_boolean("D1", True)  # noqa: FBT003 - the signature of XlsxWriter
        page.write_datetime("E1", dt.date(2026, 1, 31), book.add_format({"num_format": "dd/mm/yyyy"}))
        page.write_number("F1", 0.25, book.add_format({"num_format": 9}))
        page.write_formula("G1", '="Spec "&1', value="Spec 1")
        page.write_formula("H1", "=8798+1", value="8799")
        page.write_string("A2", "=1+1")
        page.write_string("B2", "@SUM(A1)")
        page.write_string("C2", "  a \u00a0 b\n c ")
        page.write_rich_string("D2", "Clin ", book.add_format({"bold": True}), "Spec", " 1")
        page.write_string("E2", "a\x0bb_x0041_")

    (page,) = read("a.xlsx", made(fill))
    assert [row.cells for row in page.rows] == [
        ("8799", "0012", "0012", "TRUE", "2026-01-31", "25%", "Spec 1", "8799"),
        ("=1+1", "@SUM(A1)", "a b\nc", "Clin Spec 1", "a\nb_x0041_", "", "", ""),
    ]
    assert page.problems == ()


def test_a_workbook_of_another_maker_reads_alike() -> None:
    """Inline texts and numbers of openpyxl, days counted from 1904."""
    book = openpyxl.Workbook()
    book.epoch = MAC_EPOCH
    page = book["Sheet"]
    page.append(["Job Code", "0012", 8799, 12.5, True, dt.datetime(2026, 1, 31, 12, 30)])  # noqa: DTZ001
    file = io.BytesIO()
    book.save(file)
    (found,) = read("a.xlsx", file.getvalue())
    assert found.rows[0].cells == ("Job Code", "0012", "8799", "12.5", "TRUE", "2026-01-31 12:30")


def test_a_formula_without_a_result_is_a_problem() -> None:
    """Some makers store none; Excel does when it saves the workbook."""
    book = openpyxl.Workbook()
    book["Sheet"].append(["Job Code", "=8798+1"])
    file = io.BytesIO()
    book.save(file)
    (page,) = read("a.xlsx", file.getvalue())
    assert cells(page) == [(1, ("Job Code",))]
    message = "a formula without a stored result; open the workbook in Excel, save it and read it again"
    assert said(page) == [("problem", 'sheet "Sheet", cell B1', message)]
    assert page.problems[0].line == 1


def test_a_formula_may_give_an_empty_text() -> None:
    """That is a blank cell and no trouble."""
    (page,) = read("a.xlsx", with_sheet('<sheetData><row><c t="str"><f>""</f><v></v></c></row></sheetData>'))
    assert (page.rows, page.problems) == ((), ())


def test_errors_are_problems_and_no_text() -> None:
    """#REF! and its like name their cell."""

    def fill(_: Any, page: Any) -> None:
        page.write_string("A7", "Job Code")
        page.write_formula("B7", "=#REF!", value="#REF!")
        page.write_formula("C7", "=1/0", value="#DIV/0!")

    (page,) = read("a.xlsx", made(fill))
    assert cells(page) == [(7, ("Job Code",))]
    assert said(page) == [
        (
            "problem",
            f'sheet "Jobs", cell {cell}7',
            f"holds an error ({error}) and no text; correct the formula, or type the text",
        )
        for cell, error in (("B", "#REF!"), ("C", "#DIV/0!"))
    ]


def test_many_problems_of_a_sheet_are_counted() -> None:
    """The first are told one by one."""
    errors = "".join(f'<row r="{n}"><c r="A{n}" t="e"><v>#N/A</v></c></row>' for n in range(1, 101))
    (page,) = read("a.xlsx", with_sheet(f"<sheetData>{errors}</sheetData>"))
    assert len(page.problems) == sheet.MOST_TOLD + 1
    assert said(page)[-1] == (
        "problem",
        'sheet "Sheet1"',
        "80 more cells have problems such as those told",
    )


def test_merged_cells() -> None:
    """Over columns a text is given in each, over rows in the first; what begins in the first column is a heading."""

    def fill(_: Any, page: Any) -> None:
        page.merge_range("A1:D1", "Professional")
        page.write_row("A2", ["Job Title", "Spec 1", "Spec 2", "Spec 3"])
        page.write_string("A3", "Key Resp 01")
        page.merge_range("B3:C3", "Repairs.")
        page.write_string("D3", "Leads.")
        page.write_string("A4", "Education")
        page.merge_range("B4:D5", "Degree.")
        page.merge_range("A6:A7", "Cert 1")
        page.write_string("B7", "First aid.")

    (page,) = read("a.xlsx", made(fill))
    assert cells(page) == [
        (1, ("Professional", "", "", "")),
        (2, ("Job Title", "Spec 1", "Spec 2", "Spec 3")),
        (3, ("Key Resp 01", "Repairs.", "Repairs.", "Leads.")),
        (4, ("Education", "Degree.", "Degree.", "Degree.")),
        (6, ("Cert 1", "", "", "")),
        (7, ("", "First aid.", "", "")),
    ]
    assert [cell is COVERED for cell in page.rows[-1].cells] == [True, False, False, False]


def test_a_column_in_which_no_cell_begins_is_none() -> None:
    """Levels that are merged over two columns each are one column each."""

    def fill(_: Any, page: Any) -> None:
        for row, cells in enumerate((["Job Title", "Spec 1", "Spec 2"], ["Job Code", "1", "2"])):
            page.write_string(row, 0, cells[0])
            page.merge_range(row, 1, row, 2, cells[1])
            page.merge_range(row, 3, row, 4, cells[2])
        page.write_string(2, 5, "x")

    (page,) = read("a.xlsx", made(fill))
    assert [row.cells[:3] for row in page.rows[:2]] == [("Job Title", "Spec 1", "Spec 2"), ("Job Code", "1", "2")]
    assert page.rows[2].cells == ("", "", "", "x")


def test_a_merged_cell_is_no_wider_than_its_sheet() -> None:
    """One to the end of the paper spans the columns that are used."""

    def fill(_: Any, page: Any) -> None:
        page.write_row("A1", ["Job Title", "Spec 1", "Spec 2"])
        page.write_string("A2", "Education")
        page.merge_range("B2:XFD2", "Degree.")

    (page,) = read("a.xlsx", made(fill))
    assert cells(page)[1] == (2, ("Education", "Degree.", "Degree."))


def test_a_table_may_begin_anywhere() -> None:
    """Columns that are empty in the whole sheet and stand before the first filled one are left out."""

    def fill(_: Any, page: Any) -> None:
        page.merge_range("C4:E4", "Professional")
        page.write_row("C5", ["Job Title", "Spec 1", "Spec 2"])
        page.write_row("D6", ["a", "b"])

    (page,) = read("a.xlsx", made(fill))
    assert cells(page) == [(4, ("Professional", "", "")), (5, ("Job Title", "Spec 1", "Spec 2")), (6, ("", "a", "b"))]


def test_rows_are_as_wide_as_their_sheet_within_reason() -> None:
    """Blank cells at the end are there, but no far cell makes a row of blank ones everywhere."""
    (page,) = read("a.xlsx", written([(1, ("a", "b")), (2, ("c",)), (3, ("d", *[""] * 98, "e"))]))
    assert [len(row.cells) for row in page.rows] == [xlsx.PADDED, xlsx.PADDED, 100]


def test_what_is_hidden_is_read_and_said() -> None:
    """Sheets, rows and columns, those with text only."""

    def fill(book: Any, page: Any) -> None:
        page.write_row("A1", ["Job Title", "Spec 1", "Spec 2"])
        page.write_row("A2", ["Job Code", "1", "2"])
        page.set_row(1, None, None, {"hidden": True})
        page.set_row(5, None, None, {"hidden": True})
        page.set_column("C:D", None, None, {"hidden": True})
        other = book.add_worksheet("Old")
        other.write_string("A1", "Job Title")
        other.hide()
        for number in range(7):
            other.set_row(number, None, None, {"hidden": True})
            other.write_string(number, 0, "x")

    jobs, old = read("a.xlsx", made(fill))
    assert cells(jobs) == [(1, ("Job Title", "Spec 1", "Spec 2")), (2, ("Job Code", "1", "2"))]
    message = "hidden row 2 and column C: read all the same; delete what does not count"
    assert said(jobs) == [("note", 'sheet "Jobs"', message)]
    assert len(old.rows) == 7
    assert [message for _, _, message in said(old)] == [
        "the sheet is hidden; it was read all the same: delete it if it does not count",
        "hidden rows 1, 2, 3, 4, 5 and 2 more: read all the same; delete what does not count",
    ]


def test_what_is_not_read_is_said() -> None:
    """Comments, drawings, chart sheets and page headers are notes; codes of page headers are no texts."""

    def fill(book: Any, page: Any) -> None:
        page.write_string("A1", "Job Title")
        page.write_comment("A1", "see HR")
        page.insert_textbox("C3", "a box")
        page.set_header('&C&"Arial,Bold"&12Standards 2026 &P')
        page.set_footer("&CPage &P of &N")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Jobs!$A$1:$A$2"})
        book.add_chartsheet("Curve").set_chart(chart)

    jobs, curve = read("a.xlsx", made(fill))
    assert [message for _, _, message in said(jobs)] == [
        "cell comments and drawings (shapes, pictures, charts) are not read; put into cells what belongs to a standard",
        'the page header or footer says "Standards 2026 | Page of": read for a date alone; put into cells what counts',
    ]
    assert said(curve) == [("note", 'sheet "Curve"', "a chartsheet, which has no cells: not read")]


def test_characters_that_are_not_seen_are_shown_and_noted_once() -> None:
    """With the cell of the first, in shared and in inline texts."""
    (page,) = read("a.xlsx", written([(1, ("Spec\u200b 1", "Spec\u200b 2")), (2, ("a\x07",))]))
    assert cells(page) == [(1, ("Spec\ufffd 1", "Spec\ufffd 2")), (2, ("a\ufffd", ""))]
    message = "invisible character U+200B shown as \ufffd; remove it in the document"
    assert said(page) == [("note", 'sheet "Sheet1", cell A1', message)]
    inline = '<sheetData><row><c t="inlineStr"><is><t>a_xD800_\u200e</t></is></c></row></sheetData>'
    (page,) = read("a.xlsx", with_sheet(inline))
    assert cells(page) == [(1, ("a\ufffd\ufffd",))]
    assert [problem.place for problem in page.problems] == ['sheet "Sheet1", cell A1']


def test_a_cell_far_out_costs_nothing() -> None:
    """The last cell that there can be is a problem and no row; a claimed size means nothing."""

    def fill(_: Any, page: Any) -> None:
        page.write_string("A1", "Job Title")
        page.write_string(1_048_575, 16_383, "far")
        page.write_string(1_048_575, 0, "low")

    (page,) = read("a.xlsx", made(fill))
    assert cells(page) == [(1, ("Job Title",)), (1_048_576, ("low",))]
    message = '"far" stands beyond column AMJ, the last that is read; move it, or delete it'
    assert said(page) == [("problem", 'sheet "Jobs", cell XFD1048576', message)]
    assert page.untaken == ((1_048_576, 16_384),)


def test_a_hundred_thousand_rows() -> None:
    """Are read, each in its place."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>7</v></c></row>' for n in range(1, 100_001))
    (page,) = read("a.xlsx", with_sheet(f"<sheetData>{rows}</sheetData>"))
    assert len(page.rows) == 100_000
    assert page.rows[-1].cells == ("100000", "7")
    assert page.problems == ()


def test_too_many_cells_end_the_reading() -> None:
    """What was read before stays, and the problem names the limit."""
    row = '<row><c r="A1"><v>1</v></c><c r="AMJ1"><v>2</v></c></row>'
    count = workbook.MOST_CELLS // sheet.LAST_COLUMN + 5
    (page,) = read("a.xlsx", with_sheet(f"<sheetData>{row * count}</sheetData>"))
    assert len(page.rows) == workbook.MOST_CELLS // sheet.LAST_COLUMN + 1
    message = "it has more than 2,000,000 cells, the most of a workbook; split it"
    assert said(page) == [("problem", 'sheet "Sheet1"', f"read up to row {len(page.rows)} only: {message}")]


@pytest.mark.parametrize(
    ("limit", "left", "message"),
    [
        ("rows_left", 2, "it has more than 200,000 filled rows, the most of a workbook; split it"),
        ("cells_left", 2, "it has more than 2,000,000 cells, the most of a workbook; split it"),
        ("elements_left", 7, "it has more than 10,000,000 cells, empty ones included, the most of a workbook; delete"),
    ],
)
def test_limits_hold_for_the_workbook(limit: str, left: int, message: str) -> None:
    """What is left of a limit counts for all sheets together."""
    book = open_workbook("a.xlsx", open_package(written([(1, ("a",)), (2, ("b",)), (3, ("c",))])))
    setattr(book, limit, left)
    page = Sheet(book, "sheet 1")
    with pytest.raises(Full, match=re.escape(message)):
        read_sheet(page, SHEET)
    assert page.rows[1] == {1: "a"}


def test_too_many_texts_are_a_problem() -> None:
    """Those that were read before the limit stay."""
    strings = b"<sst><si><t>x</t></si>" + b"<si/>" * workbook.MOST_STRINGS + b"</sst>"
    (page,) = read("a.xlsx", changed(written([(1, ("x",))]), {"xl/sharedStrings.xml": lambda _: strings}))
    assert cells(page) == [(1, ("x",))]
    message = (
        "texts of cells or their numbers may be wrong: more than 2,000,000 texts, the most of a workbook; split it"
    )
    assert said(page) == [("problem", "whole document", message)]


def test_a_text_without_end_is_cut() -> None:
    """And said, whether it is shared or stands in its cell."""
    message = "150,000 characters in one cell, only the first 100,000 were read; split it"
    long = "x" * 150_000
    inline = f'<sheetData><row><c r="A1" t="inlineStr"><is><t>{long}</t></is></c></row></sheetData>'
    shared = f"<sst><si><t>{long}</t></si></sst>".encode()
    for content in (with_sheet(inline), changed(written([(1, ("x",))]), {"xl/sharedStrings.xml": lambda _: shared})):
        (page,) = read("a.xlsx", content)
        assert page.rows[0].cells == (long[:LONGEST_CELL],)
        assert said(page) == [("problem", 'sheet "Sheet1", cell A1', message)]


def test_page_headers_without_end_are_not_kept() -> None:
    """A sheet has six at most."""
    (page,) = read("a.xlsx", with_sheet("<sheetData/>" + "<oddHeader>a</oddHeader>" * 9))
    assert [message for _, _, message in said(page)] == [
        'the page header or footer says "a": read for a date alone; put into cells what counts'
    ]


def test_merged_cells_without_end_are_bounded() -> None:
    """They count as cells."""
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="AMJ1"><v>3</v></c></row>'
    merges = '<mergeCell ref="B1:AMJ1"/>' * 3000
    (page,) = read("a.xlsx", with_sheet(f"<sheetData>{row}</sheetData><mergeCells>{merges}</mergeCells>"))
    assert page.rows[0].cells == ("1", "2", "3")
    assert "it has more than 2,000,000 cells" in page.problems[0].message


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c><v>2</v></c></row></sheetData>', [(1, ("a", "2"))]),
        ('<sheetData><row r="x"><c r="?"><v>1</v></c></row></sheetData>', [(1, ("1",))]),
        ('<sheetData><row r="9999999"><c><v>1</v></c></row></sheetData>', [(1, ("1",))]),
        (
            '<sheetData><row r="5"><c><v>5</v></c></row><row r="2"><c><v>2</v></c></row></sheetData>',
            [(2, ("2",)), (5, ("5",))],
        ),
        (
            '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row></sheetData>',
            [(1, ("1", "2"))],
        ),
        ('<sheetData><row r="1"><c t="s"><v>0</v></c><c s="99999"><v>5</v></c></row></sheetData>', [(1, ("x", "5"))]),
        (
            '<sheetData><row r="1"><c t="b"><v>2</v></c><c t="d"><v>2026-01-31T00:00:00</v></c></row></sheetData>',
            [(1, ("2", "2026-01-31"))],
        ),
        ('<sheetData><row r="1"><c t="str"><v>a</v></c><c t="new"><v>b</v></c></row></sheetData>', [(1, ("a", "b"))]),
        (
            '<sheetData><row><c t="inlineStr"><is><t>a</t><rPh><t>x</t></rPh><t>b</t></is></c></row></sheetData>',
            [(1, ("ab",))],
        ),
        ('<sheetData/><c r="A1"><v>1</v></c>', []),
        ('<cols><col min="x" max="2" hidden="1"/></cols><sheetData/>', []),
        (
            '<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A"/></mergeCells>',
            [(1, ("1",))],
        ),
    ],
)
def test_unusual_sheets_are_read(inner: str, expected: list[tuple[int, tuple[str, ...]]]) -> None:
    """Cells and rows without places follow each other; rows come in their order, and twice as one."""
    (page,) = read("a.xlsx", with_sheet(inner))
    assert cells(page) == expected
    assert page.problems == ()


def test_prefixes_and_the_strict_dialect_are_read() -> None:
    """Namespaces are told apart by nobody."""
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    data = "<x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>"
    xml = f'<x:worksheet xmlns:x="{strict}">{data}</x:worksheet>'
    (page,) = read("a.xlsx", changed(written([(1, ("x",))]), {SHEET: lambda _: xml.encode()}))
    assert cells(page) == [(1, ("7",))]


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ('<c r="A1" t="s"><v>7</v></c>', "its text is missing in the workbook (damaged); type it again"),
        ('<c r="A1" t="s"><v>x</v></c>', "its text is missing in the workbook (damaged); type it again"),
        (
            '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
            'stands twice in the workbook; "2" was not taken; save it again in Excel',
        ),
        ('<c r="A1" t="e"/>', ""),
        (
            '<c r="A1" t="e"><v/></c>',
            "holds an error (without a name) and no text; correct the formula, or type the text",
        ),
    ],
)
def test_cells_that_lost_their_text_are_said(cell: str, message: str) -> None:
    """Each with its place."""
    (page,) = read("a.xlsx", with_sheet(f'<sheetData><row r="1">{cell}</row></sheetData>'))
    assert said(page) == ([("problem", 'sheet "Sheet1", cell A1', message)] if message else [])


def test_a_sheet_that_breaks_off_keeps_what_was_read() -> None:
    """The problem says how far it was read; the other sheets are whole."""
    content = written([(1, ("a",)), (2, ("b",))], [(1, ("c",))])
    first, second = read("a.xlsx", changed(content, {SHEET: lambda part: part[: part.index(b"</row>") + 10]}))
    assert cells(first) == [(1, ("a",))]
    assert first.problems[0].message.startswith(f"read up to row 1 only: {SHEET} is no well-formed XML (")
    assert (cells(second), second.problems) == ([(1, ("c",))], ())


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({SHEET: None}, f"not read: the part {SHEET} is missing"),
        (
            {"xl/sharedStrings.xml": b"<sst>"},
            "texts of cells or their numbers may be wrong: xl/sharedStrings.xml is no",
        ),
        ({"xl/styles.xml": None}, "texts of cells or their numbers may be wrong: the part xl/styles.xml is missing"),
        ({"xl/workbook.xml": b"<workbook/>"}, "a workbook without sheets; save it again"),
        ({"xl/workbook.xml": b"<workbook>"}, "workbook not read: xl/workbook.xml is no well-formed XML"),
        ({"xl/workbook.xml": None}, "workbook not read: a zip without xl/workbook.xml (it holds"),
        ({SHEET: b"<!DOCTYPE a><a/>"}, f"workbook not read: {SHEET} declares a document type (<!DOCTYPE"),
    ],
)
def test_damaged_workbooks_say_what_is_damaged(parts: dict[str, bytes | None], message: str) -> None:
    """Each ends as a problem."""
    content = written([(1, ("x",))])
    replaced = changed(content, {name: lambda _, part=part: part for name, part in parts.items()})  # type: ignore[misc]
    problems = [problem for page in read("a.xlsx", replaced) for problem in page.problems]
    assert problems[0].message.startswith(message)
    assert problems[0].severity == "problem"


def openpyxl_cells(content: bytes) -> list[dict[tuple[int, int], str]]:
    """What openpyxl reads: the texts of each sheet by their places."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return [
        {(cell.row, cell.column): cell_text(str(cell.value)) for row in page for cell in row if cell.value is not None}
        for page in book.worksheets
    ]


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="_"), max_size=20)
TABLES = st.lists(
    st.tuples(st.integers(1, 50), st.integers(1, 40), st.one_of(WORDS, st.integers(0, 10**9))), max_size=20
)


@given(TABLES)
def test_an_independent_parser_reads_the_same(table: list[tuple[int, int, str | int]]) -> None:
    """Texts and whole numbers anywhere in a sheet, against openpyxl."""

    def fill(_: Any, page: Any) -> None:
        for line, column, value in table:
            page.write(line - 1, column - 1, value) if isinstance(value, int) else page.write_string(
                line - 1, column - 1, value
            )

    content = made(fill)
    expected = {place: text for place, text in openpyxl_cells(content)[0].items() if text}
    (page,) = read("a.xlsx", content)
    left = min((column for _, column in expected), default=1)
    found = {(row.line, left + at): text for row in page.rows for at, text in enumerate(row.cells) if text}
    assert found == expected


SOUND = written([(1, ("Job Title", "Spec 1")), (2, ("Job Code", "\u200b1"))], [(3, ("a",))])


@given(st.data())
@settings(max_examples=150)
def test_a_damaged_workbook_never_raises(data: st.DataObject) -> None:
    """Random bytes, cut files, bytes changed inside a part or in the zip: a document in any case."""
    kind = data.draw(st.sampled_from(["bytes", "cut", "zip", "part"]))
    if kind == "bytes":
        content = data.draw(st.binary(max_size=200))
    elif kind == "cut":
        content = SOUND[: data.draw(st.integers(0, len(SOUND)))]
    elif kind == "zip":
        at = data.draw(st.integers(0, len(SOUND) - 1))
        content = SOUND[:at] + data.draw(st.binary(min_size=1, max_size=4)) + SOUND[at + 1 :]
    else:
        content = changed(SOUND, {data.draw(st.sampled_from(names())): lambda part: mutated(part, data)})
    for page in read("a.xlsx", content):
        assert page.kind == "xlsx"
        lines = [row.line for row in page.rows]
        assert lines == sorted(set(lines))
        assert all(any(row.cells) for row in page.rows)
        assert all(problem.message for problem in page.problems)


def names() -> list[str]:
    """The parts of the sound workbook."""
    return zipfile.ZipFile(io.BytesIO(SOUND)).namelist()


def mutated(part: bytes, data: st.DataObject) -> bytes:
    """A part with a value or a tag changed, so that it mostly stays well-formed."""
    places = [found.span() for found in re.finditer(rb'"[^"]*"|>[^<]+<', part)]
    start, end = data.draw(st.sampled_from(places or [(0, 0)]))
    new = data.draw(st.one_of(st.from_regex(rb"[A-Za-z0-9:$ .-]{0,12}", fullmatch=True), st.binary(max_size=6)))
    return part[: start + 1] + new + part[end - 1 :] if end else new
