"""Word documents to rows: tables, page headers, changes, text boxes, damage."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.shared import Inches
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpaths.grid import read_grid
from careerpaths.model import Document, Listed, Spanned
from careerpaths.pagination import label_reader, whole_rows
from careerpaths.readers import docx as docx_reader
from careerpaths.readers import text as text_reader
from careerpaths.readers.characters import LONGEST_CELL, cell_text
from careerpaths.readers.docx import read
from careerpaths.vocabulary import VOCABULARY

MAIN = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Rows = Sequence[Sequence[str]]


def saved(document: Any) -> bytes:
    """A document of python-docx as bytes."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def add_table(where: Any, rows: Rows, *, in_header: bool = False) -> None:
    """A table with these rows in a document, or in a page header."""
    width = max(map(len, rows))
    table = where.add_table(len(rows), width, Inches(6)) if in_header else where.add_table(len(rows), width)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def unchanged(part: bytes) -> bytes:
    """A part as it is."""
    return part


def changed(content: bytes, parts: dict[str, Callable[[bytes], bytes | None]]) -> bytes:
    """A document with some of its parts changed, or left out where None comes of it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = parts.get(entry.filename, unchanged)(old.read(entry))
            if part is not None:
                new.writestr(entry.filename, part)
    return file.getvalue()


def body(inner: str) -> bytes:
    """A document whose body is this XML, without any other part."""
    namespaces = (
        f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="wps" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(MAIN, f"<w:document {namespaces}><w:body>{inner}</w:body></w:document>")
    return file.getvalue()


def p(text: str) -> str:
    """A paragraph with this text."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    """A cell with this text."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tbl(*rows: str, columns: Sequence[int] = ()) -> str:
    """A table of rows made of cells."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def only(content: bytes) -> Document:
    """The document that is read."""
    (document,) = read("a.docx", content)
    return document


def cells(content: bytes) -> list[tuple[str, ...]]:
    """The cells of each row."""
    return [row.cells for row in only(content).rows]


def said(document: Document) -> list[tuple[str, str, str]]:
    """The problems of a document."""
    return [(problem.severity, problem.place, problem.message) for problem in document.problems]


def blocks(document: Document) -> list[tuple[Rows, Rows]]:
    """The rows of each header with those below it, without headers that are said again on the next page."""
    paginated = whole_rows(document.rows, read_label=label_reader(VOCABULARY))
    found: list[tuple[list[tuple[str, ...]], list[tuple[str, ...]]]] = []
    for row in paginated.rows:
        texts = (row.label.text, *row.texts())
        if row.is_header and row.label.kind != "level":
            if not found or found[-1][1]:
                found.append(([], []))
            found[-1][0].append(texts)
        else:
            found[-1][1].append(texts)
    whole = found[:1]
    for header, inner in found[1:]:
        if header == whole[-1][0]:
            whole[-1][1].extend(row for row in inner if row != whole[-1][1][0])
        else:
            whole.append((header, inner))
    return [*whole]


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


def with_page_headers(document: Document) -> bytes:
    """Each header table in the page header of a section of its own."""
    made = docx.Document()
    for number, (header, inner) in enumerate(blocks(document)):
        section = made.add_section(WD_SECTION.NEW_PAGE) if number else made.sections[0]
        section.header.is_linked_to_previous = False
        add_table(section.header, header, in_header=True)
        add_table(made, inner)
    return saved(made)


def with_body_headers(document: Document) -> bytes:
    """Each header table above the main one."""
    made = docx.Document()
    for header, inner in blocks(document):
        add_table(made, header)
        made.add_paragraph()
        add_table(made, inner)
    return saved(made)


@pytest.mark.parametrize("make", [with_page_headers, with_body_headers])
def test_a_standard_reads_as_the_text(make: Callable[[Document], bytes], clone: Path) -> None:
    """Cell by cell, with the same standards and no problem more, the header table in the page header or above."""
    for document in texts(clone):
        found = only(make(document))
        assert found.problems == ()
        assert blocks(found) == blocks(document)
        assert standards(found) == standards(document) != []
        assert len(read_grid(found).problems) <= len(read_grid(document).problems)


def test_rows_are_numbered_and_texts_stand_between() -> None:
    """Text outside of tables is a row of one cell; numbers rise, with a gap before a table."""
    made = docx.Document()
    made.add_paragraph("Job standards")
    add_table(made, [["Job Title", "Spec 1"], ["", ""], ["Job Code", "0012"]])
    made.add_paragraph("")
    made.add_paragraph("Approved by HR")
    (document,) = read("folder/a.docx", saved(made))
    assert (document.name, document.kind, document.sheet, document.problems) == ("folder/a.docx", "docx", None, ())
    assert [(row.line, row.cells) for row in document.rows] == [
        (1, ("Job standards",)),
        (3, ("Job Title", "Spec 1")),
        (5, ("Job Code", "0012")),
        (7, ("Approved by HR",)),
    ]


def test_page_headers_come_once_and_first_and_page_footers_last() -> None:
    """A page header that is the same in the next section is not said again; a changed one stands before its section."""
    made = docx.Document()
    first = made.sections[0]
    add_table(first.header, [["Job Family", "IT"]], in_header=True)
    first.footer.paragraphs[0].text = "Confidential"
    add_table(first.footer, [["", "Page 1 of 2"]], in_header=True)
    add_table(made, [["Job Title", "Spec 1"]])
    made.add_section(WD_SECTION.NEW_PAGE)
    add_table(made, [["Job Code", "1"]])
    third = made.add_section(WD_SECTION.NEW_PAGE)
    third.header.is_linked_to_previous = False
    third.header.paragraphs[0].text = "Other"
    made.add_paragraph("end")
    assert cells(saved(made)) == [
        ("Job Family", "IT"),
        ("Job Title", "Spec 1"),
        ("Job Code", "1"),
        ("Other",),
        ("end",),
        ("Confidential",),
        ("Page 1 of 2",),
    ]


@pytest.mark.parametrize(
    ("first", "even", "expected"),
    [(False, False, ["all"]), (True, False, ["all", "first"]), (True, True, ["all", "first", "even"])],
)
def test_only_page_headers_that_are_in_force_are_read(first: bool, even: bool, expected: list[str]) -> None:  # noqa: FBT001
    """Those of first and of even pages only where the document says that it has some."""
    made = docx.Document()
    section = made.sections[0]
    section.header.paragraphs[0].text = "all"
    section.first_page_header.paragraphs[0].text = "first"
    section.even_page_header.paragraphs[0].text = "even"
    section.different_first_page_header_footer = first
    made.settings.odd_and_even_pages_header_footer = even
    assert cells(saved(made)) == [(text,) for text in expected]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (p("a") + p(" ") + p("b  c"), [("a",), ("b c",)]),
        (
            (
                "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>"
                "<w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t></w:r></w:p>"
            ),
            [("a b\nc\nd-e\u00adf",)],
        ),
        (
            (
                "<w:p><w:r><w:t>Spec</w:t></w:r><w:ins><w:r><w:t> 2</w:t></w:r></w:ins>"
                "<w:hyperlink><w:r><w:t>!</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
            ),
            [("Spec 2!",)],
        ),
        (
            '<w:p><w:r><w:sym w:char="F0E0"/><w:sym w:char="2192"/><w:sym w:char="zz"/><w:sym/></w:r></w:p>',
            [("\ufffd\u2192\ufffd\ufffd",)],
        ),
        (
            (
                "<w:p><w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r></w:rubyBase>"
                "</w:ruby></w:r></w:p>"
            ),
            [("a",)],
        ),
        (
            f"<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>{p('a')}{tbl(tc('b'))}</w:sdtContent></w:sdt>",
            [("a",), ("b",)],
        ),
        (
            (
                f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>{tc('a')}</w:sdtContent></w:sdt>{tc('b')}</w:tr>"
                "</w:sdtContent></w:sdt></w:tbl>"
            ),
            [("a", "b")],
        ),
        (tbl(f"<w:tc>{p('a')}{p('')}{p('b')}</w:tc>{tc('c')}"), [("a\nb", "c")]),
    ],
)
def test_what_stands_in_paragraphs(inner: str, expected: list[tuple[str, ...]]) -> None:
    """Tabs are white space, breaks and paragraph ends in a cell are line feeds, wrappers are looked through."""
    document = only(body(inner))
    assert [row.cells for row in document.rows] == expected
    assert document.problems == ()


CHANGES = "tracked changes: what was deleted or moved away was not read; accept or reject the changes"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>", [("a",)]),
        (
            "<w:p><w:moveFrom><w:r><w:t>b</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>c</w:t></w:r></w:moveTo></w:p>",
            [("c",)],
        ),
        (tbl(f"<w:trPr><w:del/></w:trPr>{tc('a')}", f"<w:trPr><w:ins/></w:trPr>{tc('b')}"), [("b",)]),
        (tbl(tc("a") + tc("x", "<w:cellDel/>") + tc("b")), [("a", "b")]),
    ],
)
def test_what_was_deleted_does_not_count(inner: str, expected: list[tuple[str, ...]]) -> None:
    """Nor what was moved away; what was inserted does, and a note tells of the changes."""
    document = only(body(inner))
    assert [row.cells for row in document.rows] == expected
    assert said(document) == [("note", "whole document", CHANGES)]


def test_a_paragraph_end_that_was_deleted_joins_two_paragraphs() -> None:
    """As Word shows them once the change is accepted."""
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>In-</w:t></w:r></w:p>"
    assert cells(body(first + p("depth") + p("b"))) == [("In-depth",), ("b",)]
    assert cells(body(tbl(f"<w:tc>{first}{p('depth')}</w:tc>") + first)) == [("In-depth",), ("In-",)]


SPAN2, SPAN9 = '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="9999999999"/>'
BEGIN, BELOW = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (tbl(tc("a") + tc("b", SPAN2) + tc("c")), [("a", "b", "b", "c")]),
        (tbl(tc("head", SPAN2) + tc("c")), [("head", "", "c")]),
        (tbl(tc("a", BEGIN) + tc("b"), tc("", BELOW) + tc("c")), [("a", "b"), ("", "c")]),
        (tbl(tc("a") + tc("b", SPAN2 + BEGIN), tc("c") + tc("x", SPAN2 + BELOW)), [("a", "b", "b"), ("c", "", "")]),
        (
            tbl(f'<w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="2"/></w:trPr>{tc("b", SPAN2)}'),
            [("", "b", "b", "", "")],
        ),
        (tbl(tc("a") + tc("b", SPAN9)), [("a", "b")]),
        (tbl(tc("a") + tc("b", '<w:gridSpan w:val="500"/>')), [("a", *["b"] * 63)]),
        (tbl(tc("a") + tc("b", '<w:gridSpan w:val="0"/>')), [("a", "b")]),
        (tbl(""), []),
        (
            tbl(tc("a", SPAN2) + tc("b") + tc("c"), tc("d") + tc("e", SPAN2) + tc("f"), columns=(2000, 40, 2000, 2000)),
            [("a", "b", "c"), ("d", "e", "f")],
        ),
        (tbl(tc("a") + tc("b") + tc("c", SPAN2), columns=(2000, 40, 2000)), [("a", "b", "c", "c")]),
    ],
)
def test_cells_over_several_columns_and_rows(table: str, expected: list[tuple[str, ...]]) -> None:
    """Over columns a text is given in each, over rows in the first; a heading once; a crooked edge is no column."""
    assert cells(body(table)) == expected


def test_tables_inside_tables_are_read_in_their_order() -> None:
    """In a cell beside others as lines of it; alone in a row or a table, as is done for the layout, as rows."""
    inner = tbl(tc("b") + tc("c"), tc("d") + tc("e"))
    beside = tc("a") + f"<w:tc>{inner}{p('f')}</w:tc>"
    assert cells(body(tbl(beside, tc("g") + tc("h")))) == [("a", "b\nc\nd\ne\nf"), ("g", "h")]
    assert cells(body(tbl(beside))) == [("a",), ("b", "c"), ("d", "e"), ("f",)]
    assert cells(body(tbl(f"<w:tc>{p('a')}{inner}{p('f')}</w:tc>" + tc("")))) == [
        ("a",),
        ("b", "c"),
        ("d", "e"),
        ("f",),
    ]


@pytest.mark.parametrize(
    "outside",
    [
        "<w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing>",
        "<w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>",
        (
            "<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
            "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
        ),
        (
            "<mc:AlternateContent><mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback>"
            "</mc:AlternateContent>"
        ),
    ],
)
def test_a_text_box_is_read_once(outside: str) -> None:
    """Behind its paragraph, whichever version of it a program shows; tables in it are tables."""
    box = outside.format(p("box") + tbl(tc("x") + tc("y")))
    paragraph = f"<w:p><w:r><w:t>a</w:t>{box}</w:r></w:p>"
    assert cells(body(paragraph + p("b"))) == [("a",), ("box",), ("x", "y"), ("b",)]
    assert cells(body(tbl(f"<w:tc>{paragraph}</w:tc>" + tc("c")))) == [("a\nbox\nx\ny", "c")]


@pytest.mark.parametrize(
    ("inner", "severity", "message"),
    [
        ("<w:p><w:r><w:t>a</w:t><w:footnoteReference/></w:r></w:p>", "note", "footnotes or endnotes are not read"),
        ("<w:p><w:r><w:t>a</w:t><w:endnoteReference/></w:r></w:p>", "note", "footnotes or endnotes are not read"),
        ("<w:p><w:r><w:t>a</w:t><w:commentReference/></w:r></w:p>", "note", "comments are not read"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>", "note", "hidden text was read all the same"),
        (p("a") + "<w:altChunk/>", "problem", "another file is embedded (altChunk) and was not read"),
    ],
)
def test_what_is_beside_the_text_is_said(inner: str, severity: str, message: str) -> None:
    """Footnotes, comments, hidden text, embedded files."""
    document = only(body(inner))
    assert [row.cells for row in document.rows] == [("a",)]
    assert [problem.severity for problem in document.problems] == [severity]
    assert document.problems[0].message.startswith(message)


def test_hidden_may_be_switched_off() -> None:
    """A switch that is off says nothing."""
    assert only(body('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>a</w:t></w:r></w:p>')).problems == ()


def test_characters_that_are_not_seen_are_shown_and_noted_once() -> None:
    """With the row of the first."""
    document = only(body(p("a") + p("Spec\u200b 1") + p("Spec\u200b 2")))
    assert [row.cells[0] for row in document.rows] == ["a", "Spec\ufffd 1", "Spec\ufffd 2"]
    message = "invisible character U+200B shown as \ufffd; remove it in the document"
    assert said(document) == [("note", "table row 2", message)]
    assert document.problems[0].line == 2


def test_too_many_cells_end_the_reading() -> None:
    """What was read before stays, and the problem names the limit."""
    row = f"<w:tr>{tc('a')}{tc('', SPAN2.replace('2', '63')) * 200}</w:tr>"
    document = only(body(f"<w:tbl>{row * 160}</w:tbl>"))
    assert len(document.rows) == docx_reader.MOST_CELLS // (1 + 63 * 200)
    message = "it has more than 200,000 rows or 2,000,000 cells, the rest was not read; split it"
    assert said(document) == [("problem", f"table row {len(document.rows) + 2}", message)]


def test_a_text_without_end_is_cut() -> None:
    """And said."""
    document = only(body(p("x" * 150_000)))
    assert document.rows[0].cells == ("x" * LONGEST_CELL,)
    message = "150,000 characters in one cell, only the first 100,000 were read; split it"
    assert said(document) == [("problem", "table row 1", message)]


def test_a_document_that_is_too_large_is_not_read() -> None:
    """A part is held in memory as a whole, so that its size is bounded."""
    content = body(f"<!--{'x' * docx_reader.MOST_BYTES}-->")
    document = only(content)
    assert document.rows == ()
    assert "document not read" in document.problems[0].message


def test_deep_nesting_is_a_problem() -> None:
    """The parser stops at a depth that no document has."""
    depth = 3000
    inner = "<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth
    assert "is no well-formed XML" in only(body(inner)).problems[0].message


def test_many_joined_paragraphs_are_read() -> None:
    """Each piece is looked at once."""
    piece = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    (row,) = only(body(piece * 50_000)).rows
    assert row.cells == ("a" * 50_000,)


def with_header() -> bytes:
    """A document with a page header."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Head"
    made.settings.odd_and_even_pages_header_footer = True
    add_table(made, [["Job Title", "Spec 1"]])
    return saved(made)


@pytest.mark.parametrize(
    ("parts", "message", "rows"),
    [
        ({"word/header1.xml": b"<w:hdr"}, "a page header or footer was not read: word/header1.xml is no", 1),
        ({"word/header1.xml": None}, "a page header or footer was not read: the part word/header1.xml is missing", 1),
        (
            {"word/_rels/document.xml.rels": b"<a/>"},
            "a page header or footer was not read: the document refers to a part that it does not state",
            1,
        ),
        ({MAIN: b"<w:document/>"}, "document not read: word/document.xml is no well-formed XML", 0),
        ({MAIN: b"<document/>"}, "document not read: word/document.xml has no body: no Word document", 0),
        ({MAIN: None}, "document not read: a zip without word/document.xml (it holds", 0),
        ({MAIN: b"<!DOCTYPE a><a/>"}, "document not read: word/document.xml declares a document type", 0),
    ],
)
def test_damaged_documents_say_what_is_damaged(parts: dict[str, bytes | None], message: str, rows: int) -> None:
    """Each ends as a problem, and a damaged page header takes nothing else with it."""
    content = changed(with_header(), {name: lambda _, part=part: part for name, part in parts.items()})  # type: ignore[misc]
    document = only(content)
    assert len(document.rows) == rows
    assert document.problems[0].severity == "problem"
    assert document.problems[0].message.startswith(message)


@pytest.mark.parametrize("part", [b"<w:settings", None])
def test_damaged_settings_matter_to_nobody(part: bytes | None) -> None:
    """They only say whether even pages have page headers of their own."""
    document = only(changed(with_header(), {"word/settings.xml": lambda _: part}))
    assert [row.cells for row in document.rows] == [("Head",), ("Job Title", "Spec 1")]
    assert document.problems == ()


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=20)
TABLES = st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=5)


@given(st.lists(st.one_of(WORDS, TABLES), max_size=5))
@settings(max_examples=50)
def test_an_independent_parser_reads_the_same(parts: list[str | list[list[str]]]) -> None:
    """Paragraphs and tables in their order, against python-docx."""
    made = docx.Document()
    for part in parts:
        made.add_paragraph(part) if isinstance(part, str) else add_table(made, part)
    expected: list[tuple[str, ...]] = []
    for block in docx.Document(io.BytesIO(saved(made))).iter_inner_content():
        rows = (
            [tuple(cell.text for cell in row.cells) for row in block.rows]
            if hasattr(block, "rows")
            else [(block.text,)]
        )
        expected += [tuple(map(cell_text, row)) for row in rows]
    assert cells(saved(made)) == [row for row in expected if any(row)]


SOUND = with_header()


@given(st.data())
@settings(max_examples=150)
def test_a_damaged_document_never_raises(data: st.DataObject) -> None:
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
    document = only(content)
    lines = [row.line for row in document.rows]
    assert lines == sorted(set(lines))
    assert all(any(row.cells) for row in document.rows)
    assert all(problem.message for problem in document.problems)


def names() -> list[str]:
    """The parts of the sound document that are read."""
    return [
        name for name in zipfile.ZipFile(io.BytesIO(SOUND)).namelist() if re.search(r"rels|header|document|set", name)
    ]


def mutated(part: bytes, data: st.DataObject) -> bytes:
    """A part with a value or a tag changed, so that it mostly stays well-formed."""
    places = [found.span() for found in re.finditer(rb'"[^"]*"|>[^<]+<|[/:]\w+[ />]', part)]
    start, end = data.draw(st.sampled_from(places or [(0, 0)]))
    new = data.draw(st.one_of(st.from_regex(rb"[A-Za-z0-9:$ .-]{0,12}", fullmatch=True), st.binary(max_size=6)))
    return part[: start + 1] + new + part[end - 1 :] if end else new


@pytest.mark.parametrize(
    ("styles", "expected", "kind"),
    [
        (("List Bullet", "List Bullet"), "Chef\nBaker", Listed),
        (("List Number", "List Number"), "Chef\nBaker", Listed),
        (("Normal", "List Bullet"), "Chef\n\u2022 Baker", str),
        (("Normal", "Normal"), "Chef\nBaker", str),
    ],
)
def test_a_list_in_a_cell_is_known_as_one(styles: tuple[str, str], expected: str, kind: type) -> None:
    """A cell whose paragraphs are items says so; in one that holds more each item has a mark."""
    made = docx.Document()
    cell = made.add_table(1, 2).cell(0, 1)
    made.tables[0].cell(0, 0).text = "Next roles"
    for text, style in zip(("Chef", "Baker"), styles, strict=True):
        cell.add_paragraph(text, style=style)
    (row,) = only(saved(made)).rows
    assert (row.cells[1], type(row.cells[1])) == (expected, kind)


def test_a_paragraph_with_a_number_is_an_item() -> None:
    """As word processors write lists, in the style of a plain paragraph; number 0 takes the mark away."""
    for number, kind in ((1, Listed), (0, str)):
        mark = f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        items = "".join(f"<w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("Chef", "Baker"))
        (row,) = only(body(tbl(f"<w:tc>{items}</w:tc>{tc('x')}"))).rows
        assert (row.cells[0], type(row.cells[0])) == ("Chef\nBaker", kind)


def test_what_is_known_of_a_row() -> None:
    """A heading is one, a paragraph has parts between its tabs, and a cell reaches over the ones behind it."""
    made = docx.Document()
    made.add_heading("Conditions", 2)
    made.add_paragraph("Job title\tBaker")
    table = made.add_table(1, 2)
    table.rows[0].cells[0].merge(table.rows[0].cells[1]).text = "Conditions"
    heading, tabbed, merged = read("a.docx", saved(made))[0].rows
    assert (heading.is_heading, heading.cells) == (True, ("Conditions",))
    assert (tabbed.is_heading, tabbed.cells, tabbed.tabbed) == (False, ("Job title Baker",), ("Job title", "Baker"))
    assert (merged.is_heading, merged.cells) == (False, ("Conditions", ""))
    assert isinstance(merged.cells[1], Spanned)
