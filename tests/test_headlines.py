"""Lines wholly in bold that are headings."""

from __future__ import annotations

import io

import docx
import pytest

from careerpaths.model import Row
from careerpaths.readers import docx as docx_reader
from careerpaths.readers import html as html_reader
from careerpaths.readers.headlines import with_headlines


def headings(written: str) -> str:
    """Which lines of a document are headings: its lines as letters, those in bold as capitals; all others a dot."""
    rows = [Row(cells=(letter,), line=n) for n, letter in enumerate(written, 1)]
    bold = {n for n, letter in enumerate(written, 1) if letter.isupper()}
    return "".join(row.cells[0] if row.is_heading else "." for row in with_headlines(rows, bold))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("AbCd", "A.C."),
        ("ABcDeFgg", "AB.D.F.."),
        ("AbbCdddEf", "A..C...E."),
        ("aBcDe", ".B.D."),
        ("Abbb", "...."),
        ("AbCDe", "....."),
        ("AbCdE", "....."),
        ("abcd", "...."),
        ("ABCD", "...."),
        ("", ""),
    ],
)
def test_bold_lines_above_others_are_headings(written: str, expected: str) -> None:
    """Several of them, each above a line that is not bold; the first two may be the name of a paper and a heading."""
    assert headings(written) == expected


def test_a_long_bold_line_is_a_sentence() -> None:
    """Then bold is no sign of a heading in this document."""
    texts = ("Duties", "Cooks", "All who work in a kitchen wash their hands before", "They do.", "Pay", "Good")
    rows = [Row(cells=(text,), line=n) for n, text in enumerate(texts, 1)]
    assert not any(row.is_heading for row in with_headlines(rows, {1, 3, 5}))


def test_where_headings_have_a_style_bold_is_none() -> None:
    """What a document says itself counts."""
    rows = [Row(cells=("a",), line=n, is_heading=n == 1) for n in range(1, 5)]
    assert [row.is_heading for row in with_headlines(rows, {2, 4})] == [True, False, False, False]


LINES = ("*Job title", "Cook", "*Next roles", "Chef", "Head Baker", "*Benefits", "Pension")


def test_word_and_web_pages_tell_bold_lines() -> None:
    """A run in bold, and the tags for it; a word in bold within a line makes no bold line, nor does one in a table."""
    made, file = docx.Document(), io.BytesIO()
    for line in LINES:
        made.add_paragraph().add_run(line.lstrip("*")).bold = line.startswith("*")
    half = made.add_paragraph("half ")
    half.add_run("bold").bold = True
    made.add_table(1, 1).cell(0, 0).paragraphs[0].add_run("cell").bold = True
    made.save(file)
    tags = "".join(f"<p><b>{line[1:]}</b></p>" if line[0] == "*" else f"<p>{line}</p>" for line in LINES)
    page = f"{tags}<p>half <strong>bold</strong></p><table><tr><td><b>cell</b></table>"
    for document in (
        *docx_reader.read("a.docx", file.getvalue()),
        *html_reader.read("a.html", page.encode()),
    ):
        assert [row.cells[0] for row in document.rows if row.is_heading] == ["Job title", "Next roles", "Benefits"]
        assert {type(cell) for row in document.rows for cell in row.cells} == {str}
