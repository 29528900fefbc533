"""Web pages to rows: tables, spans, what stands outside of tables, broken and hostile markup."""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.grid import read_grid
from careerpaths.model import Document, Listed, Spanned
from careerpaths.pagination import label_reader, whole_rows
from careerpaths.readers import text
from careerpaths.readers.html import page, read, spans
from careerpaths.vocabulary import VOCABULARY

CLONE = Path(__file__).resolve().parents[1]
NAME = "clinical-imaging-it-professional.txt"
STANDARDS = sorted((CLONE / "data").rglob("*.txt")) + [
    path for path in [CLONE.parent / "shared" / "standards" / NAME] if path.is_file()
]
Rows = Sequence[tuple[str, ...]]


def document(content: str | bytes) -> Document:
    """The one document that is read out of some content."""
    (found,) = read("a.html", content.encode() if isinstance(content, str) else content)
    return found


def cells(content: str | bytes) -> list[tuple[str, ...]]:
    """The cells of each of its rows."""
    return [row.cells for row in document(content).rows]


def severities(content: str | bytes) -> list[str]:
    """The severities of what is said of it."""
    return [problem.severity for problem in document(content).problems]


def one_table(rows: Rows) -> str:
    """A page of one table, its repeated header blocks within it."""
    return f"<!DOCTYPE html><title>Standard</title><body>{table(rows)}</body>"


def two_tables(rows: Rows) -> str:
    """A header table above the main one, the main one with a head."""
    first = next((n for n, row in enumerate(rows) if row[0] == "Job Level"), 0)
    return f"<html><body>{table(rows[:first])}\n{table(rows[first:], head=1)}</body></html>"


def from_word(rows: Rows) -> str:
    """As Word exports: paragraphs in cells, no-break spaces in empty ones, conditional comments."""
    lines = ["<html xmlns:o='urn:x'><head><!--[if gte mso 9]><xml>x</xml><![endif]--><style>td {a:b}</style></head>"]
    lines.append("<body lang=EN-US><div class=WordSection1><table class=MsoTable border=1>")
    for row in rows:
        lines.append(" <tr style='mso-yfti-irow:0'>")
        for cell in row:
            said = html.escape(cell).replace("\n", "<br>\n") or "<o:p>&nbsp;</o:p>"
            lines.append(f"  <td width=98 style='width:73pt'>\n  <p class=MsoNormal><span\n>{said}</span></p>\n  </td>")
        lines.append(" </tr>")
    return "\n".join([*lines, "<![if !supportMisalignedColumns]><![endif]></table></div></body></html>"])


def bare(rows: Rows) -> str:
    """As few tags as the standard asks for, in capitals."""
    lines = ["<TABLE>"]
    lines += ["<TR>" + "".join(f"<TD>{html.escape(cell)}".replace("\n", "<BR>") for cell in row) for row in rows]
    return "\r\n".join(lines)


def table(rows: Rows, *, head: int = 0) -> str:
    """Rows as a table, the first ones as its head."""
    lines = []
    for number, row in enumerate(rows):
        kind = "th" if number < head else "td"
        inner = "".join(f"<{kind}>{html.escape(cell)}</{kind}>".replace("\n", "<br/>") for cell in row)
        line = f"<tr>{inner}</tr>"
        lines.append(f"<thead>{line}</thead>" if number < head else line)
    return f"<table>{''.join(lines)}</table>"


def meaning(found: Document) -> tuple[object, object]:
    """What a document says: its rows made whole, and the entries of its standards."""
    whole = [(row.label.text, row.texts()) for row in whole_rows(found.rows, read_label=label_reader(VOCABULARY)).rows]
    standards = [
        [(entry.kind, entry.label, entry.text) for entry in standard.header]
        + [(entry.kind, entry.label, entry.text) for column in standard.columns for entry in column.entries]
        for standard in read_grid(found).standards
    ]
    return whole, standards


@pytest.mark.parametrize("make", [one_table, two_tables, from_word, bare])
@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_standard_reads_as_from_text(path: Path, make: object) -> None:
    """A standard written as tables says cell by cell what its text says."""
    assert callable(make)
    plain = text.read(path.name, path.read_bytes())
    rows = [row.cells for row in plain.rows]
    found = document(make(rows))
    assert [row.cells for row in found.rows] == rows
    assert found.problems == ()
    assert meaning(found) == meaning(plain)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<table><tr><td>a<td>b<br>c<tr><td>d</table>", [("a", "b\nc"), ("d",)]),
        ("<table><thead><tr><th>a</thead><tbody><tr><td><p>b</p>\n<p>c</p></table>", [("a",), ("b\nc",)]),
        ("<table><tr><td>a<br></p></td><td><ul><li>b<li>c</ul></td></table>", [("a", "b\nc")]),
        ("<table><tr><td></td><td> &nbsp; </td></tr><tr><td>a</table>", [("a",)]),
        ("<table><tr><td>a  \n b&nbsp; c&amp;d &eacute;&#233;&#xe9;&lt</table>", [("a b c&d ééé<",)]),
        ("<table><caption>x</caption><tr><td>a</table>", [("x",), ("a",)]),
        ("<table>y<tr>z<td>a</table>", [("yz",), ("a",)]),
        ("<table><tr><td><pre>a\n b</pre>c\nd</table>", [("a\nb\nc d",)]),
        ("<table><tr><td>a<script>b<td></script>c<style>d</style></table>", [("ac",)]),
        ("<head><title>t</title></head>a<template>b</template>", [("a",)]),
        ("<title>t</title><nav>n<a href=x>m</a></nav><h1>h</h1><p>p<b>q</b></p><ul><li>i<li>j</ul>",
         [("nm",), ("h",), ("pq",), ("i",), ("j",)]),
        ("a<br>b<div>c<div>d</div>e</div>", [("a\nb",), ("c",), ("d",), ("e",)]),
        ("<dl><dt>a<dd>b<dd>c<dt>d<dt>e<dd><p>f<p>g</dl>h", [("a", "b"), ("", "c"), ("d",), ("e", "f\ng"), ("h",)]),
        ("<dl><dt>a</dl><p>b", [("a",), ("b",)]),
        ("<dd>a", [("a",)]),
        ("<dl><dt>a</dt> <dd>b</dd> </dl>", [("a", "b")]),
        ("<p>a</br>b", [("a\nb",)]),
        ("<table><tr><td>a</tr></tbody><caption>b</caption></table>", [("a",), ("b",)]),
        ("a<!--b--><!--[if mso]>c<![endif]--><![if !mso]>d<![endif]><!>e<?f?></ g>h", [("adeh",)]),
        ("<p>a<o:p>&nbsp;</o:p></p>", [("a",)]),
        ("<textarea>a &amp;<b></textarea>", [("a &amp;<b>",)]),
        ("a < b <3 </> c", [("a < b <3 c",)]),
        ("", []),
        ("<table></table>", []),
    ],
)  # fmt: skip
def test_what_is_a_row(content: str, expected: list[tuple[str, ...]]) -> None:
    """Rows of tables and blocks outside of them, in reading order; breaks in cells stay, white space does not."""
    found = document(content)
    assert [row.cells for row in found.rows] == expected
    lines = [row.line for row in found.rows]
    assert lines == sorted(set(lines))
    assert found.problems == ()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<td>a<td colspan=2>b<tr><td>1<td>2<td>3", [("a", "b", "b"), ("1", "2", "3")]),
        ("<td colspan=3>a<tr><td>1<td>2<td>3", [("a", "", ""), ("1", "2", "3")]),
        ("<td>a<td colspan=2>b<tr><td>1<td colspan=2>2", [("a", "b"), ("1", "2")]),
        ("<td rowspan=2>a<td>b<td>c<tr><td>d<td>e", [("a", "b", "c"), ("", "d", "e")]),
        ("<td>a<td rowspan=2>b<tr><td>c<tr><td>d<td>e", [("a", "b"), ("c", ""), ("d", "e")]),
        ("<td rowspan=0>a<td>b<tr><td>c</tbody><tr><td>d", [("a", "b"), ("", "c"), ("d",)]),
        ("<td rowspan=100000 colspan=100000>a<td>b<tr><td>c", [("a", "b"), ("", "c")]),
        ("<td colspan=x rowspan=-1>a<td colspan=0>b<tr><td>c<td>d", [("a", "b"), ("c", "d")]),
        (
            '<td>a<td colspan="&#50;" rowspan=" +2">b<td>x<tr><td>c<td>d<tr><td>1<td>2<td>3<td>4',
            [("a", "b", "b", "x"), ("c", "", "", "d"), ("1", "2", "3", "4")],
        ),
    ],
)
def test_spans(rows: str, expected: list[tuple[str, ...]]) -> None:
    """A cell holds for each column that it spans, in the first column once; for rows in the first of them."""
    assert cells(f"<table><tr>{rows}</table>") == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "<td>n<td>o<table><tr><td>a<td>b<tr><td>c<td>d</table>p<td>q",
            [("n", "o"), ("a", "b"), ("c", "d"), ("p", "q")],
        ),
        ("<td><table><tr><td>a<td>b</table><tr><td>c", [("a", "b"), ("c",)]),
        ("<td>L<td><table><tr><td>a<tr><td>b</table>", [("L", "a\nb")]),
        ("<td><table><tr><td><table><tr><td>a<td>b</table></table>", [("a", "b")]),
        ("<table><tr><td>a", [("a",)]),
    ],
)
def test_tables_inside_tables(content: str, expected: list[tuple[str, ...]]) -> None:
    """A list is text of its cell; any other table gives rows of its own between what stands around it."""
    assert cells(f"<table><tr>{content}</table>") == expected


@pytest.mark.parametrize(
    "content",
    ["<table><tr hidden><td>a</table>", "<p style='a:b; DISPLAY : none'>a", "<div hidden=''><div>a</div></div>b"],
)
def test_hidden_text_is_read_with_one_note(content: str) -> None:
    """What a browser does not show is part of the document all the same."""
    assert cells(content)[0] == ("a",)
    assert severities(content) == ["note"]


@pytest.mark.parametrize(
    "content", ["<tr style='display:none'><td></tr><p>a", "<p aria-hidden=true>a", "<input hidden>a"]
)
def test_nothing_hidden_needs_no_note(content: str) -> None:
    """An element without text hides nothing, nor does a name that only sounds like it."""
    assert severities(content) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>a<!-- b<p>c", [("a b",), ("c",)]),
        ('<p>a<p b="c>d<p>e', [("a",), ("d",), ("e",)]),
        ("a<script>b<p>c", [("ab",), ("c",)]),
        ("a<b c", [("a<b c",)]),
        ("a<template>b", [("a",)]),
    ],
)
def test_what_never_ends_is_a_problem(content: str, expected: list[tuple[str, ...]]) -> None:
    """What stands behind it is not lost."""
    assert cells(content) == expected
    assert severities(content) == ["problem"]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("&#0;", "\ufffd"),
        ("&#1;", "\ufffd"),
        ("&#x80;", "\u20ac"),
        ("&#xD800;", "\ufffd"),
        ("&#99999999999999999999;", "\ufffd"),
        ("&#000000000065;", "A"),
        ("&#;", "&#;"),
        ("&notit;", "\u00acit;"),
        ("&amp;#65;", "&#65;"),
        ("&zzz;", "&zzz;"),
    ],
)
def test_character_references(reference: str, expected: str) -> None:
    """As browsers read them, invalid ones shown."""
    assert cells(f"<p>a{reference}b") == [(f"a{expected}b",)]


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        ("<p>Bachelor\u2019s".encode(), 0),
        ("<p>Bachelor\u2019s".encode("utf-8-sig"), 0),
        ("<p>Bachelor\u2019s".encode("utf-16"), 0),
        ("<p>Bachelor\u2019s".encode("utf-16-le"), 1),
        ("<p>Bachelor\u2019s".encode("cp1252"), 1),
        ("<meta charset=iso-8859-1><p>Bachelor\u2019s".encode("cp1252"), 0),
        ("<META http-equiv=x content='text/html; charset=windows-1252'><p>Bachelor\u2019s".encode("cp1252"), 0),
        ("<meta charset='utf-16'><p>Bachelor\u2019s".encode(), 0),
        ("<meta charset='hex'><p>Bachelor\u2019s".encode(), 0),
        ("<meta charset='none'><p>Bachelor\u2019s".encode(), 0),
        ("<meta charset=shift_jis><p>Bachelor\u2019s".encode("shift_jis"), 0),
        ("<?xml version='1.0' encoding='utf-8'?><p>Bachelor\u2019s".encode("cp1252"), 1),
    ],
)
def test_encodings(content: bytes, notes: int) -> None:
    """The byte order mark goes before what the page states, that before UTF-8, that before Windows-1252."""
    assert cells(content) == [("Bachelor\u2019s",)]
    assert severities(content) == ["note"] * notes


HOSTILE = [
    "<", "<!--", "<!", "<![", "<?", "</", "<a ", '<a x="', "<a x='", "&", "&#", "-->", "<script>", "<<a>", "<div>",
    "<table>", "<table><tr><td>", "<td>", "<tr><td rowspan=99999>", "<td colspan=99999 rowspan=99999>", "<template>",
    "<dl><dt>a<dd>", "<pre>", "<div hidden>x", '<a x=">"', "</table>", "<caption>", "<textarea>", "<title></",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_much_of_one_thing(piece: str) -> None:
    """A hundred thousand of anything neither hang nor raise; what follows is read."""
    found = document(piece * 100_000 + "\">'>--></script></template></table></table><p>the end")
    said = "".join(cell for row in found.rows for cell in row.cells)
    assert "the end" in said or found.problems


def test_attribute_bomb() -> None:
    """A tag with very many attributes is a tag."""
    assert cells("<p" + ' a="1"' * 200_000 + ">x") == [("x",)]


def test_very_deep_markup_keeps_its_text() -> None:
    """Depth costs nothing: tables that are too deep are part of the one around them, with a note."""
    assert cells("<div>" * 100_000 + "x") == [("x",)]
    deep = "<table><tr><td>a<td>" * (page.DEEPEST + 5)
    assert sum(cell.count("a") for row in cells(deep) for cell in row) == page.DEEPEST + 5
    assert severities(deep) == ["note"]
    assert cells(deep + "</table>" * (page.DEEPEST + 5) + "end")[-1] == ("end",)


@pytest.mark.parametrize(
    ("limit", "content"),
    [("MOST_ROWS", "<p>a" * 20), ("MOST_CELLS", "<table><tr>" + "<td>a" * 20), ("MOST_CELLS", "<p>a" * 20)],
)
def test_a_limit_is_told(monkeypatch: pytest.MonkeyPatch, limit: str, content: str) -> None:
    """What was read before the limit stays."""
    monkeypatch.setattr(page, limit, 9)
    found = document(content)
    assert sum(len(row.cells) for row in found.rows) in {10, 11}
    assert [problem.severity for problem in found.problems] == ["problem"]
    assert "the most of a document" in found.problems[0].message


def test_spans_beyond_the_limit_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows by the thousand with cells over many columns cost no more than the limit."""
    monkeypatch.setattr(page, "MOST_CELLS", 20_000)
    wide = "<tr>" + "<td>a" * spans.MOST_SPANNED + "<tr><td>a<td colspan=9999>b" * 5_000
    found = document(f"<table>{wide}</table>")
    assert 15_000 < sum(len(row.cells) for row in found.rows) <= 20_000
    assert [problem.severity for problem in found.problems] == ["problem"]


def test_an_invisible_character_is_shown() -> None:
    """A zero-width space is a note with the line of the file."""
    found = document("<p>a\n<p>b&#8203;c")
    assert found.rows[1].cells == ("b\ufffdc",)
    assert [(problem.severity, problem.place) for problem in found.problems] == [("note", "line 2 of the file")]


INLINE = st.sampled_from(
    ["a", "b ", " c", "\n", "&amp;", "&nbsp;", "<b>d</b>", "<!---->", "<i class='y z'>e</i>", "&lt;f"]
)
CELL = st.lists(INLINE, max_size=4).map("".join)
SHAPE = st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=5)
TAGS = st.sampled_from([("<td>", "</td>"), ("<td class=x>", ""), ("<TH scope='row'>", "</TH>"), ("<td\n>", "\n")])


@given(SHAPE, TAGS, st.sampled_from(["", "</tr>"]), st.sampled_from(["", "<tbody>"]))
def test_cells_as_html5lib_finds_them(shape: list[list[str]], tag: tuple[str, str], row_end: str, group: str) -> None:
    """An independent parser finds the same texts in the same cells."""
    rows = ["<tr>" + "".join(f"{tag[0]}{cell}{tag[1]}" for cell in row) + row_end for row in shape]
    content = "<!DOCTYPE html><table>" + group + "".join(rows) + "</table>"
    tree = html5lib.parse(content, namespaceHTMLElements=False)
    expected = [
        tuple(" ".join("".join(cell.itertext()).split()) for cell in row if cell.tag in {"td", "th"})
        for row in tree.iter("tr")
    ]
    assert cells(content) == [row for row in expected if any(row)]


BROKEN = st.lists(
    st.sampled_from([
        "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=2>", "<td rowspan=3>", "<td rowspan=0>",
        "<th>", "<p>", "</p>", "<br>", "<p hidden>", "<dl>", "<dt>", "<dd>", "</dl>", "<caption>", "<thead>",
        "<tbody>", "<pre>", "<script>", "</script>", "<template>", "</template>", "<!--", "-->", "<![if x]>", "<",
        ">", '"', "'", "<a b=", "<a b='c", "&", "&#0;", "&#x", "a", "b", "\n", "\u200b", "\x00", "</", "<textarea>",
        "</textarea>", "<hr>", "<li>", "<h1>", "Job Title", "Job Level", "Job Family",
    ]),
    max_size=30,
).map("".join)  # fmt: skip


def assert_adds_up(found: Document) -> None:
    """Rows are numbered, with a gap beside a heading, each says something, each cell gets one fate."""
    lines = [0, *(row.line for row in found.rows)]
    assert all(1 <= line - above <= 2 for above, line in pairwise(lines))
    assert all(any(row.cells) for row in found.rows)
    assert sorted((line, cell) for line, cell, _ in read_grid(found).fates) == [
        (row.line, cell) for row in found.rows for cell in range(1, len(row.cells) + 1)
    ]


@given(st.binary(max_size=100))
def test_any_bytes(content: bytes) -> None:
    """No content raises, and the cells add up."""
    assert_adds_up(document(content))


@given(BROKEN)
def test_any_markup(content: str) -> None:
    """No markup raises, and the cells add up."""
    assert_adds_up(document(content))


def test_a_heading_stands_apart() -> None:
    """What stands above it goes on no longer: there is a gap before and behind it, and it is no row."""
    found = document("<p>a</p><h2>b</h2><ul><li>c<li>d</ul>")
    assert [(row.line, row.cells) for row in found.rows] == [(1, ("a",)), (3, ("b",)), (5, ("c",)), (6, ("d",))]
    assert [row.is_heading for row in found.rows] == [False, True, False, False]


def test_the_foot_of_a_page_stands_apart() -> None:
    """As the links to other pages do, and what stands behind a rule."""
    found = document("<ul><li>a</ul><footer>b</footer><nav>c</nav>d<hr>e")
    assert [(row.line, row.cells) for row in found.rows] == [
        (n, (text,)) for n, text in zip((1, 3, 5, 7, 9), "abcde", strict=True)
    ]


def test_a_cell_over_two_columns_reaches_over_the_second() -> None:
    """A blank cell says so, and is blank."""
    _, row = document("<table><tr><td>a<td>b<tr><td colspan=2>c</table>").rows
    assert row.cells == ("c", "")
    assert isinstance(row.cells[1], Spanned)


@pytest.mark.parametrize(
    ("cell", "expected", "kind"),
    [
        ("<ul><li>Chef<li>Baker</ul>", "Chef\nBaker", Listed),
        ("<ol><li><p>Chef</p></li>\n<li><b>Baker</b></li></ol>", "Chef\nBaker", Listed),
        ("<ul><li></li><li>Chef</li></ul>", "Chef", Listed),
        ("<b>Next:</b><ul><li>Chef<li>Baker</ul>", "Next:\n\u2022 Chef\n\u2022 Baker", str),
        ("<ul><li>Chef<li>Baker</ul>or so", "\u2022 Chef\n\u2022 Baker\nor so", str),
        ("<ul><li>Pastry<br>chef<li>Baker</ul>", "\u2022 Pastry\nchef\n\u2022 Baker", str),
        ("<p>Chef</p><p>Baker</p>", "Chef\nBaker", str),
    ],
)
def test_a_list_in_a_cell_is_known_as_one(cell: str, expected: str, kind: type) -> None:
    """A cell that is a list says so; in one that holds more each item has a mark; a cell behind it is as any other."""
    for content in (f"<table><tr><td>{cell}<td>x</table>", f"<dl><dt>a<dd>{cell}<dd>x</dl>"):
        found = next(text for row in document(content).rows for text in row.cells if text not in {"a", "x"})
        last = document(content).rows[-1].cells[-1]
        assert (found, type(found)) == (expected, kind)
        assert (last, type(last)) == ("x", str)
