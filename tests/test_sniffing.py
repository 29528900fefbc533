"""What a file is, by its bytes before its name."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.readers import READERS
from careerpaths.sniffing import is_packed, nature_of

ROWS = "Job Title\tAnl 1\tAnl 2\nJob Level\tEntry\tExpert\n"
HTML = "<!DOCTYPE html><html><body><table><tr><td>Job Title</td></tr></table>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(*parts: str) -> bytes:
    """A zip with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        pytest.param("a.txt", ROWS.encode(), "text", id="tabs"),
        pytest.param("a.pdf", ROWS.encode(), "text", id="text called pdf"),
        pytest.param("a.xlsx", ROWS.encode("utf-16"), "text", id="UTF-16 called xlsx"),
        pytest.param("a.txt", ROWS.encode("utf-16-le"), "text", id="UTF-16 without mark"),
        pytest.param("a.txt", b"title;next\nAnl 1;Anl 2\n", "csv", id="semicolons called txt"),
        pytest.param("a.csv", b"title\n", "csv", id="one column, by its ending"),
        pytest.param("a.TSV", b"title\tnext\n", "csv", id="ending in capitals"),
        pytest.param("a.txt", HTML.encode(), "html", id="HTML called txt"),
        pytest.param("a.txt", b"\xef\xbb\xbf\n" + HTML.encode(), "html", id="HTML behind a mark"),
        pytest.param("a.html", HTML.encode("utf-16"), "html", id="HTML in UTF-16"),
        pytest.param("a.html", HTML.encode("utf-16-be"), "html", id="HTML in UTF-16 without mark"),
        pytest.param("a.xls", b"<table><tr><td>x</td></tr></table>", "html", id="table saved as xls"),
        pytest.param("a.txt", b"%PDF-1.7\n", "pdf", id="PDF called txt"),
        pytest.param("a.pdf", b"\n\n junk %PDF-1.4", "pdf", id="PDF behind junk"),
        pytest.param("a.zip", packed("xl/workbook.xml"), "xlsx", id="workbook called zip"),
        pytest.param("a.xlsx", packed("word/document.xml"), "docx", id="letter called xlsx"),
        pytest.param("a.docx", b"PK\x03\x04 cut off", "docx", id="cut off, by its ending"),
        pytest.param("a.docm", b"PK\x03\x04 cut off", "docx", id="cut off with macros"),
        pytest.param("a", b"PK\x03\x04 cut off", "xlsx", id="cut off, no ending"),
        pytest.param("a.txt", b"PK Analyst\tx\ty\n", "text", id="text that begins as zips do"),
        pytest.param("a.txt", b"MZ Coordinator\tx\ty\n", "text", id="text that begins as programs do"),
        pytest.param("a.txt", b"BM Rar! GIF8 \tx\ty\n", "text", id="text that begins as pictures do"),
        pytest.param("a.txt", b"a <td> and b\tx\ty\n", "text", id="one tag in a text"),
        pytest.param("a.txt", b"<div>Job Title</div>\n<div>Analyst</div>", "html", id="blocks called txt"),
        pytest.param("a", b"\n <!-- saved -->\n<dl><dt>Job Title</dt></dl>", "html", id="comment, then blocks"),
        pytest.param("a.csv", b"\xef\xbb\xbf<h1>Jobs, all</h1><ul><li>Analyst", "html", id="blocks called csv"),
        pytest.param("a.txt", b"<style>p {}</style><p>Job Title<p>Analyst", "html", id="a style before blocks"),
        pytest.param("a.html", b"<p>hello</p>", "html", id="one block called html"),
        pytest.param("a.txt", "<section><p>x".encode("utf-16-le"), "html", id="blocks in UTF-16 without mark"),
        pytest.param("a.htm", b"Jobs<br>Analyst", "html", id="one tag, by its ending"),
        pytest.param("a.XHTML", b"<job>Analyst</job>", "html", id="other tags, by its ending"),
        pytest.param("a.txt", b"<!-- a note -->\nplain words\n", "text", id="a comment alone"),
        pytest.param("a.txt", b"<primary> and <divided>\n", "text", id="words in brackets"),
        pytest.param("a.txt", b"<p> marks a paragraph\n", "text", id="one block in a text"),
        pytest.param("a.txt", b"Use <p> and <div> and <ul>.\n", "text", id="a text about tags"),
        pytest.param("a.html", b"2 < 3 and 4 > 1\n", "text", id="text called html"),
        pytest.param("a.html", ROWS.encode(), "text", id="tabs called html"),
        pytest.param("a.txt", (ROWS + "\x02").encode() * 9, "text", id="a few control characters"),
        pytest.param("a.txt", "\u0102\t\u0105\t\u0107".encode("utf-16"), "text", id="UTF-16 of low bytes"),
    ],
)
def test_a_kind_is_told_by_bytes(name: str, content: bytes, kind: str) -> None:
    """The ending is only a hint, where the bytes leave it open."""
    assert nature_of(name, content).kind == kind


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b"\xef\xbb\xbf", "empty", id="mark alone"),
        pytest.param(b"\xff\xfe\r\x00\n\x00", "empty", id="blank UTF-16"),
        pytest.param(b"\x00" * 99, "empty", id="zeros"),
        pytest.param(b"\x89PNG\r\n", "a picture", id="PNG"),
        pytest.param(b"BM\x00\x01", "a picture", id="BMP"),
        pytest.param(b"MZ\x90\x00", "a program", id="EXE"),
        pytest.param(bytes(range(256)), "a binary file of a kind that is not known", id="all bytes"),
        pytest.param(b"A" + b"\x00" * 9, "a binary file of a kind that is not known", id="mostly zeros"),
        pytest.param(b"{\\rtf1 text}", "rich text (RTF): save it as DOCX", id="RTF"),
        pytest.param(b"\x00\x00\x00\x18ftypmp42", "a film or another binary file", id="MP4"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "an old Word file (.doc): save it as DOCX", id="doc"),
        pytest.param(OLE + "Workbook".encode("utf-16-le"), "an old Excel file (.xls): save it as XLSX", id="xls"),
        pytest.param(
            OLE + "Workbook EncryptedPackage".encode("utf-16-le"),
            "an Office file that is protected by a password: save it without one",
            id="encrypted",
        ),
        pytest.param(
            OLE, "an old or encrypted Office file (.xls, .doc): save it as XLSX or DOCX, without a password", id="OLE"
        ),
        pytest.param(packed("xl/workbook.bin"), "a binary workbook (XLSB): save it as XLSX", id="xlsb"),
        pytest.param(packed("ppt/presentation.xml"), "a presentation", id="pptx"),
        pytest.param(packed("mimetype"), "an OpenDocument file: save it as XLSX or DOCX", id="ods"),
        pytest.param(packed("a.pdf"), "a zip archive: unpack it", id="zip"),
        pytest.param(packed(), "a zip archive: unpack it", id="empty zip"),
    ],
)
def test_what_no_reader_reads_is_named(content: bytes, what: str) -> None:
    """In words that say what to do, whatever the file is called."""
    nature = nature_of("a.txt", content)
    assert (nature.kind, nature.what) == (None, what)


@given(st.sampled_from(["a.txt", "a.csv", "a.docx", ""]), st.binary())
def test_every_content_has_a_nature(name: str, content: bytes) -> None:
    """A reader that exists, or words for what it is."""
    nature = nature_of(name, content)
    assert nature.kind in READERS if nature.kind else nature.what


@pytest.mark.parametrize(
    ("content", "is_one"), [(b"%PDF-1.4", True), (packed("a"), True), (b"PK Analyst", False), (ROWS.encode(), False)]
)
def test_binary_formats_are_told(content: bytes, is_one: bool) -> None:  # noqa: FBT001 - a row of a table
    """PDF and zip are parsed apart, texts are not."""
    assert is_packed(content) is is_one
