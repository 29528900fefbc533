"""Tab-separated text to rows: lines, cells, encodings, characters that are not seen."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths import readers
from careerpaths.model import Document
from careerpaths.readers.text import read

TITLE = "Job Title\tChildren\u2019s Nurse 1\n"


def cells(content: bytes) -> list[tuple[str, ...]]:
    """The cells of each row of a document."""
    return [row.cells for row in read("a.txt", content).rows]


def test_the_list_of_readers_names_this_one() -> None:
    """Text is read by the reader of that name, as one document."""
    assert readers.read("text", "a.txt", b"a\tb") == (read("a.txt", b"a\tb"),)


def test_a_line_is_a_row_and_a_tab_parts_two_cells() -> None:
    """Cells keep their order, empty ones included, and rows know their line; blank lines are no rows."""
    document = read("folder/a.txt", b"\n \t \nJob Title\t A \t\tB\t\n\nJob Code\t1")
    assert document.name == "folder/a.txt"
    assert document.kind == "text"
    assert [(row.line, row.cells) for row in document.rows] == [
        (3, ("Job Title", "A", "", "B", "")),
        (5, ("Job Code", "1")),
    ]
    assert document.problems == ()


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b" \t\t \n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x0c\n", "\u2028\t\u00a0".encode()],
)
def test_a_document_of_white_space_has_no_rows(content: bytes) -> None:
    """Nothing but white space or a byte order mark gives no row and no trouble."""
    document = read("a.txt", content)
    assert document.rows == ()
    assert document.problems == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_end_parts_rows(end: str) -> None:
    """LF, CRLF and CR alone end a line, and lines are counted alike."""
    rows = read("a.txt", f"a\tb{end}{end}c\td{end}".encode()).rows
    assert [(row.line, row.cells) for row in rows] == [(1, ("a", "b")), (3, ("c", "d"))]


def test_mixed_line_ends_are_counted_one_by_one() -> None:
    """CR, CRLF and LF in one document are one line end each."""
    assert [row.line for row in read("a.txt", b"a\rb\r\nc\n\rd").rows] == [1, 2, 3, 5]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("  a  b ", "a b"),
        ("a\u00a0\u00a0b\u00a0", "a b"),
        ("a\u2003b", "a b"),
        ("a\x0bb", "a\nb"),
        ("a \x0b b", "a\nb"),
        ("a\u2028b", "a\nb"),
        ("a\u2029b", "a\nb"),
        ("a\u0085b", "a\nb"),
        ("\x0ba\x0b", "a"),
        ("a\x0cb", "a b"),
        ("a  \u00e9", "a \u00e9"),
        ("\u00e9 a", "\u00e9 a"),
    ],
)
def test_white_space_in_a_cell(cell: str, expected: str) -> None:
    """Outer white space goes, runs of it are one space, what word processors use for a line break is a line feed."""
    assert cells(f"x\t{cell}".encode()) == [("x", expected)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('"Plan, build and run"', "Plan, build and run"),
        ('"the ""big"" one"', 'the "big" one'),
        ('"""Hands-on"""', '"Hands-on"'),
        ('"a"  ', "a"),
        ('""', ""),
        ('"', '"'),
        ('"Hands-on" experience required', '"Hands-on" experience required'),
        ('"one" and "two"', '"one" and "two"'),
        ('19" screen', '19" screen'),
        ('19""', '19""'),
        ('"never closed', '"never closed'),
        ('never opened"', 'never opened"'),
        ('""big"" one', '""big"" one'),
    ],
)
def test_a_cell_that_is_quoted_as_a_whole_is_its_contents(cell: str, expected: str) -> None:
    """Excel quotes cells with a comma or a mark and doubles the marks inside; a mark that only begins a cell stays."""
    assert cells(f"x\t{cell}\ty".encode()) == [("x", expected, "y")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_quoted_cell_may_hold_line_breaks(end: str) -> None:
    """The row is one row with its first line; lines are counted on as they stand."""
    text = f'a\t"one{end}two{end}{end}""three"""\tb{end}"Key{end}Resp"\tc{end}d\te{end}'
    assert [(row.line, row.cells) for row in read("a.txt", text.encode()).rows] == [
        (1, ("a", 'one\ntwo\n\n"three"', "b")),
        (5, ("Key\nResp", "c")),
        (7, ("d", "e")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'a\t"open\nb\tclosed"\n',
        'a\t"open\tb\nclosed"',
        'a\t"open\nb "word" c\nd"\n',
        'a\t"open\n"b" c',
        'a\t"open\n\tb"',
        'a\t"' + "long\n" * 10_000 + 'b"',
        'a\t"open\nb\n',
    ],
)
def test_a_mark_that_is_not_closed_takes_no_row_with_it(text: str) -> None:
    """Up to the mark that closes stands no tab, so no labelled row, no other mark, and no more than a cell can hold."""
    lines = [line for line in text.split("\n") if line]
    assert cells(text.encode()) == [tuple(line.split("\t")) for line in lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"], ids=str)
def test_encodings_read_alike(encoding: str) -> None:
    """UTF-8 and UTF-16, with and without a byte order mark, and Windows-1252 give the same rows."""
    assert cells((TITLE * 3).encode(encoding)) == [("Job Title", "Children\u2019s Nurse 1")] * 3


def test_utf16_big_endian_with_its_mark() -> None:
    """The mark FE FF says big-endian."""
    assert cells(b"\xfe\xff" + TITLE.encode("utf-16-be")) == [("Job Title", "Children\u2019s Nurse 1")]


@pytest.mark.parametrize(
    ("content", "severity", "line", "words"),
    [
        (TITLE.encode("utf-16-le"), "note", None, "utf-16-le"),
        (TITLE.encode("utf-16-be"), "note", None, "utf-16-be"),
        (b"a\nb\x92s", "note", 2, "Windows-1252"),
        (b"a\nb\x81", "note", 2, "Windows-1252"),
        (b"\xef\xbb\xbfa\xff", "problem", None, "not utf-8"),
        (b"\xff\xfea\x00\x00\xd8b\x00", "problem", None, "not utf-16"),
        (b"\xff\xfea\x00b", "problem", None, "not utf-16"),
        (b"a\nb\x00", "note", 2, "U+0000"),
        (b"a\r\nb\x1b[31m", "note", 2, "U+001B"),
        ("a\rb\rc\u202e".encode(), "note", 3, "U+202E"),
        ("\u200bJob Title".encode(), "note", 1, "U+200B"),
        (b"ab\x7f", "note", 1, "U+007F"),
        ("a\u009f".encode(), "note", 1, "U+009F"),
        ("a\ufeff".encode(), "note", 1, "U+FEFF"),
    ],
)
def test_what_is_not_plain_text_is_said(content: bytes, severity: str, line: int | None, words: str) -> None:
    """A guessed encoding and an invisible character are notes; bytes that do not fit their own mark are a problem."""
    (problem,) = read("folder/a.txt", content).problems
    assert (problem.severity, problem.document, problem.line) == (severity, "folder/a.txt", line)
    assert problem.place == ("whole document" if line is None else f"line {line}")
    assert words in problem.message


def test_an_invisible_character_is_shown() -> None:
    """It stands as U+FFFD in the text, so that nobody reads over it."""
    assert cells("x\tSpec\u200b 1\u202e\x00".encode()) == [("x", "Spec\ufffd 1\ufffd\ufffd")]


def test_marks_that_a_script_needs_stay() -> None:
    """Joiners, soft hyphens and combining accents are text."""
    text = "\u0645\u200c\u06cc\u200d e\u0301 co\u00adop"
    assert cells(f"x\t{text}".encode()) == [("x", text)]


def test_a_zero_now_and_then_is_no_utf16() -> None:
    """Only where every second byte is zero is a text without a mark taken for UTF-16."""
    assert cells(b"a\tb\x00c defghijkl") == [("a", "b\ufffdc defghijkl")]
    assert cells(b"a\x00\x00b") == [("a\ufffd\ufffdb",)]


@given(st.binary(max_size=200))
def test_no_bytes_stop_the_reader(content: bytes) -> None:
    """Whatever the bytes, the rows are made of text that UTF-8 can write, with a label place in every row."""
    document = read("a.txt", content)
    assert isinstance(document, Document)
    for row in document.rows:
        assert row.cells
        assert any(row.cells)
        assert "".join(row.cells).encode("utf-8")


@given(
    st.lists(
        st.lists(st.from_regex(r"[a-zA-Z\u00e9]([a-z .-]{0,6}[a-z])?", fullmatch=True), min_size=1, max_size=6),
        max_size=8,
    )
)
def test_rows_come_back_as_written(table: list[list[str]]) -> None:
    """Cells parted by tabs in lines, read, are the cells with runs of spaces as one."""
    content = "\n".join("\t".join(row) for row in table).encode()
    assert cells(content) == [tuple(re.sub(" +", " ", cell) for cell in row) for row in table]


@pytest.mark.parametrize(
    ("content", "cell"),
    [
        (b"x\t" + b"word " * 200_000 + "\u00e9".encode(), "word " * 200_000 + "\u00e9"),
        (b"x\t" + b"y" * 1_000_000, "y" * 1_000_000),
        (b"x\t" + b" " * 30_000 + b"y", "y"),
        (b"x\ta" + b" " * 30_000 + b"y", "a y"),
        (b"x\t" + "\u00a0".encode() * 30_000 + b"y", "y"),
        (b"x\ta" + "\u2028 ".encode() * 30_000 + b"y", "a" + "\n" * 30_000 + "y"),
        (b"x\ta" + b"\x0b" * 30_000 + b"y", "a" + "\n" * 30_000 + "y"),
        (b"x\t" + b'"' * 100_001, '"' * 100_001),
        (b'x\t"' + b"a\n" * 10_000 + b'b"', "a\n" * 10_000 + "b"),
    ],
    ids=["words", "letters", "spaces", "inner-spaces", "no-break-spaces", "line-breaks", "tabs", "marks", "quoted"],
)
def test_hostile_sizes_end_soon(content: bytes, cell: str) -> None:
    """Size alone is no trouble: long cells and long runs of what is folded away."""
    began = time.process_time()
    assert cells(content) == [("x", cell)]
    assert time.process_time() - began < 1


def test_many_lines_and_many_cells_end_soon() -> None:
    """A hundred thousand lines, or five thousand cells in a line, or as many invisible characters."""
    began = time.process_time()
    assert len(cells(b"x\t1\r" * 100_000)) == 100_000
    assert len(cells(b"x\t" * 5_000)[0]) == 5_001
    assert len(read("a.txt", b"x\x00\n" * 100_000).problems) == 1
    assert len(cells(b'x\t"a\n' + b'""b\n' * 50_000 + b'"c\n' * 50_000)) == 100_001
    assert time.process_time() - began < 5
