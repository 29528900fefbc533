"""Comma-separated values and their kin to rows: dialects, encodings, marks that are never closed."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.grid import read_grid
from careerpaths.model import BLANK, Document
from careerpaths.pagination import label_reader, whole_rows
from careerpaths.readers import delimited, text
from careerpaths.readers.delimited import delimiter_of, read
from careerpaths.vocabulary import VOCABULARY

CLONE = Path(__file__).resolve().parents[1]
NAME = "clinical-imaging-it-professional.txt"
STANDARDS = sorted((CLONE / "data").rglob("*.txt")) + [
    path for path in [CLONE.parent / "shared" / "standards" / NAME] if path.is_file()
]


def document(content: str | bytes, name: str = "a.csv") -> Document:
    """The one document that is read out of some content."""
    (found,) = read(name, content.encode() if isinstance(content, str) else content)
    return found


def cells(content: str | bytes, name: str = "a.csv") -> list[tuple[str, ...]]:
    """The cells of each of its rows."""
    return [row.cells for row in document(content, name).rows]


def places(content: str | bytes) -> list[tuple[str, str]]:
    """The severity and place of what is said of it."""
    return [(problem.severity, problem.place) for problem in document(content).problems]


def written(rows: list[tuple[str, ...]], delimiter: str, *, quoting: int = csv.QUOTE_MINIMAL) -> str:
    """Rows as the csv module writes them."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return stream.getvalue()


def meaning(found: Document) -> tuple[object, object]:
    """What a document says: its rows made whole, and the entries of its standards."""
    whole = [(row.label.text, row.texts()) for row in whole_rows(found.rows, read_label=label_reader(VOCABULARY)).rows]
    standards = [
        [(entry.kind, entry.label, entry.text) for entry in standard.header]
        + [(entry.kind, entry.label, entry.text) for column in standard.columns for entry in column.entries]
        for standard in read_grid(found).standards
    ]
    return whole, standards


@pytest.mark.parametrize("delimiter", delimited.DELIMITERS)
@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_standard_reads_as_from_text(path: Path, delimiter: str) -> None:
    """A standard written with each delimiter, quoted or not, says cell by cell what its text says."""
    plain = text.read(path.name, path.read_bytes())
    rows = [row.cells for row in plain.rows]
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL):
        content = written(rows, delimiter, quoting=quoting)
        found = document(content)
        assert [row.cells for row in found.rows] == rows
        assert found.problems == ()
        assert meaning(found) == meaning(plain)
        assert delimiter_of(content) == delimiter


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    """Each common encoding gives the same letters; Windows-1252 and UTF-16 without its mark are a note."""
    found = document("Job Title;Bachelor\u2019s\r\nCode;0012\r\n".encode(encoding))
    assert [row.cells for row in found.rows] == [("Job Title", "Bachelor\u2019s"), ("Code", "0012")]
    is_guess = encoding in {"cp1252", "utf-16-le", "utf-16-be"}
    assert [problem.severity for problem in found.problems] == ["note"] * is_guess


def test_bytes_that_are_not_what_the_mark_says() -> None:
    """Half a letter behind a byte order mark is shown and is a problem."""
    assert places("a,b\nc,d".encode("utf-16") + b"x") == [("problem", "whole document")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a,b\n\n , \nc,d\n", [(1, ("a", "b")), (4, ("c", "d"))]),
        ('a,"b\nb",c\nd,e,f', [(1, ("a", "b\nb", "c")), (3, ("d", "e", "f"))]),
        ('a,"b ""x"" ",c', [(1, ("a", 'b "x"', "c"))]),
        ('a,"b\\"\nc,d', [(1, ("a", "b\\")), (2, ("c", "d"))]),
        ('"a ""x""" , b\nc,d', [(1, ('a "x"', "b")), (2, ("c", "d"))]),
        ('"a" , "b,c"\nd,e', [(1, ("a", "b,c")), (2, ("d", "e"))]),
        ('"Hands-on" work,b\nc,5" disk', [(1, ('"Hands-on" work', "b")), (2, ("c", '5" disk'))]),
        ("a,b,c\nd,x\ne,f,g,h", [(1, ("a", "b", "c")), (2, ("d", "x")), (3, ("e", "f", "g", "h"))]),
        ("a,b\rc,d\r\n\ne,f", [(1, ("a", "b")), (2, ("c", "d")), (4, ("e", "f"))]),
        ('0012,NA\n8799.0,="0012"\n', [(1, ("0012", "NA")), (2, ("8799.0", "0012"))]),
        ('"=""0012""",b\nc,d', [(1, ("0012", "b")), (2, ("c", "d"))]),
        ("a , b  b\nc\u00a0,d", [(1, ("a", "b b")), (2, ("c", "d"))]),
        (",b\nc,", [(1, ("", "b")), (2, ("c", ""))]),
        ("| a | b |\n|---|:-:|\n| c | |\n", [(1, ("a", "b")), (3, ("c", ""))]),
        ("a|b\nc|d", [(1, ("a", "b")), (2, ("c", "d"))]),
        ('"a\n\nb",c\n"d",e', [(1, ("a\n\nb", "c")), (4, ("d", "e"))]),
    ],
)
def test_dialects(content: str, expected: list[tuple[int, tuple[str, ...]]]) -> None:
    """A record is a row with its first line; codes stay texts, quoted line breaks stay, blank rows are none."""
    found = document(content)
    assert [(row.line, row.cells) for row in found.rows] == expected
    assert found.problems == ()


@pytest.mark.parametrize(
    ("content", "line", "expected"),
    [
        ('a,"b\nc,d\ne,f\n', 1, [("a", '"b'), ("c", "d"), ("e", "f")]),
        ('a,b\nc,"d\n"e","f"\n', 2, [("a", "b"), ("c", '"d'), ("e", "f")]),
        ('a,"He said "hi", b"\nc,d\n', 1, [("a", '"He said "hi"', 'b"'), ("c", "d")]),
        ('a,b\nc,d\n"', 3, [("a", "b"), ("c", "d"), ('"',)]),
        ('"x\nx",a,"b\nc,d\n', 2, [("x\nx", "a", '"b'), ("c", "d")]),
        ('a,"b"x""",c\n"d","e"', 1, [("a", '"b"x"""', "c"), ("d", "e")]),
    ],
)
def test_a_mark_never_closed_is_a_letter(content: str, line: int, expected: list[tuple[str, ...]]) -> None:
    """The problem names the line, and no record behind it is lost."""
    assert cells(content) == expected
    assert places(content) == [("problem", f"line {line}")]


def test_a_mark_closed_far_below_takes_nothing_along() -> None:
    """A quoted text of several lines that is longer than a cell of Excel was never closed."""
    rows = "c,d\n" * 10_000
    found = document(f'a,"b\n{rows}e,f",g\n')
    assert len(found.rows) == 10_002
    assert found.problems[0].line == 1


def test_a_long_cell_on_one_line_is_a_cell() -> None:
    """What is quoted within a line has any length, beyond the limit of the csv module too."""
    assert cells('a,"' + "x, y " * 60_000 + '"\nb,c\n')[0][1].count(",") == 60_000


def test_many_marks_are_told_by_their_number() -> None:
    """The first are told one by one."""
    found = document('a,"b\n' * 100)
    assert len(found.rows) == 100
    assert len(found.problems) == delimited.MOST_TOLD + 1
    assert "80 more" in " ".join(problem.message for problem in found.problems)


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"'])
def test_excel_says_the_delimiter(first: str) -> None:
    """Its first line is a note and no row; what follows keeps its line."""
    found = document(f"{first}\r\na,b;c\r\n")
    assert [(row.line, row.cells) for row in found.rows] == [(2, ("a,b", "c"))]
    assert [(problem.severity, problem.place) for problem in found.problems] == [("note", "line 1")]


def test_characters_that_are_not_seen() -> None:
    """NUL is shown with a note; a byte order mark where files were joined is left out with a note."""
    assert cells("a,b\x00\nc,d") == [("a", "b\ufffd"), ("c", "d")]
    assert places("a,b\nc\x00,d") == [("note", "line 2")]
    assert cells("a,b\n\ufeffa,c\n") == [("a", "b"), ("a", "c")]
    assert places("a,b\n\ufeffa,c\n") == [("note", "line 2")]


@pytest.mark.parametrize(
    ("content", "name", "expected", "notes"),
    [
        ("a;b", "a.csv", [("a", "b")], 0),
        ("a", "a.csv", [("a",)], 0),
        ("a\nb\nc,d\n", "a.csv", [("a",), ("b",), ("c", "d")], 1),
        ("a\tb, c", "a.tsv", [("a", "b, c")], 0),
        ("", "a.csv", [], 0),
        ("\n,\n", "a.csv", [], 0),
    ],
)
def test_where_nothing_parts_all_lines_alike(
    content: str, name: str, expected: list[tuple[str, ...]], notes: int
) -> None:
    """The name or the first line tells, and where lines differ that is a note."""
    assert cells(content, name) == expected
    assert len(document(content, name).problems) == notes


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a,b\nc,d", ","),
        ("a;b\nc;d", ";"),
        ("a\tb\nc\td", "\t"),
        ("a|b\nc|d", "|"),
        ("a;1,5\nb;2,5", ";"),
        ('title,next\nA,"B, C; D"\nE,F', ","),
        ('a,"b\nb; c, d\n",e\nf,g,h', ","),
        ("title,next\nA,B|C\nD,E|F", ","),
        ("name, age, town\nAnn, 12, Rome\nBob, 13, Nice", ","),
        ("a,b,c,d\ne,f\ng,h,i\nj,k", ","),
        ("from,to\n101,102\n102,103", ","),
        ("", None),
        ("a", None),
        ("a,b", None),
        ("Dear all, hello.\nYours, Ann", None),
        ("Dear all,\nthe meeting, as I said, is today; come\nearly, please, or late", None),
        ("Budget 1,000\nCost 2,000", None),
        ("Manager, Nursing\nDirector, Finance\nClerk, Mail", None),
        ("one\ntwo\nthree", None),
        ("int a;\nint b;\nint c;", None),
    ],
)
def test_the_delimiter_of_a_text(content: str, expected: str | None) -> None:
    """Cells, not clauses; what stands in quotation marks does not count."""
    assert delimiter_of(content) == expected
    assert delimiter_of(content.replace("\n", "\r\n")) == expected


def test_the_delimiter_of_a_long_text_that_is_cut_off() -> None:
    """Only the beginning is looked at."""
    assert delimiter_of("ab,cd\n" * 50_000 + '"') == ","


def test_a_limit_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands before the limit stays."""
    monkeypatch.setattr(delimited, "MOST_CELLS", 5)
    found = document("a,b\nc,d\ne,f\n")
    assert [row.line for row in found.rows] == [1, 2]
    assert [(problem.severity, problem.place) for problem in found.problems] == [("problem", "line 3")]
    assert "more than 5 cells" in found.problems[0].message


TEXT = st.text(st.sampled_from('abÄ"",;\t|\n\r \x01\ufeff\u2028='), max_size=60)
CELLS = st.lists(
    st.lists(st.text(st.sampled_from('ab0,;"\n'), max_size=8), min_size=2, max_size=4).map(tuple),
    min_size=1,
    max_size=8,
)


def assert_adds_up(found: Document) -> None:
    """Lines rise, each row says something, each cell gets one fate."""
    lines = [row.line for row in found.rows]
    assert lines == sorted(set(lines))
    assert all(any(row.cells) for row in found.rows)
    fates = read_grid(found).fates
    assert sorted((line, cell) for line, cell, _ in fates) == [
        (row.line, cell) for row in found.rows for cell in range(1, len(row.cells) + 1)
    ]
    blank = {(row.line, cell) for row in found.rows for cell, said in enumerate(row.cells, 1) if not said}
    assert {(line, cell) for line, cell, fate in fates if fate == BLANK} == blank


@given(st.binary(max_size=80), st.sampled_from(["a.csv", "a.tsv"]))
def test_any_bytes(content: bytes, name: str) -> None:
    """No content raises, and the cells add up."""
    assert_adds_up(document(content, name))


@given(TEXT)
def test_any_text(content: str) -> None:
    """No text raises, the cells add up, and no letter is lost."""
    found = document(content)
    assert_adds_up(found)
    read_letters = sum(cell.count(letter) for row in found.rows for cell in row.cells for letter in "abÄ")
    assert read_letters == sum(content.count(letter) for letter in "abÄ")


@given(CELLS, st.sampled_from(delimited.DELIMITERS), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_what_the_csv_module_writes_is_read(rows: list[tuple[str, ...]], delimiter: str, quoting: int) -> None:
    """Well-written records read as the csv module reads them."""
    content = written(rows, delimiter, quoting=quoting)
    found = document(f"sep={delimiter}\n{content}")
    expected = [tuple(cell.strip() for cell in row) for row in csv.reader(io.StringIO(content), delimiter=delimiter)]
    assert [row.cells for row in found.rows] == [row for row in expected if any(row)]
