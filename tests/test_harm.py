"""Documents made to do harm, read as a folder: little memory, little time, and every other document is read."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
import xlsxwriter

import careerpaths as cp

STANDARD = "Job Function\tImaging\nJob Level\tEntry\nJob Title\tAnl {0}\nJob Code\t{0}\nCareer Path 1\tAnl 9\n"
LINES = [line.split("\t") for line in STANDARD.replace("Anl", "Ghost").format(5).splitlines()]
GIGABYTE = 1 << 30
MOST_SECONDS, MOST_MEMORY = 60, 1.5 * GIGABYTE
LAUGHS = "<!DOCTYPE a [" + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9)) + "]><a>&e9;</a>"
READ = """
import json, resource, sys
import careerpaths as cp
catalogue = cp.load(sys.argv[1], keep=False)
used = [resource.getrusage(who).ru_maxrss * 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
told = sorted({problem.document: problem.message for problem in reversed(catalogue.problems)}.items())
print(json.dumps({"used": used, "told": told, "roles": [role.title for role in catalogue.roles if role.defined]}))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two good standards, and a cache of its own."""
    monkeypatch.setenv("CAREERPATHS_CACHE", str(tmp_path / "kept"))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "1.txt").write_text(STANDARD.format(1), encoding="utf-8")
    (tmp_path / "data" / "z.xlsx").write_bytes(workbook([line.split("\t") for line in STANDARD.format(2).splitlines()]))
    return tmp_path / "data"


def read(folder: Path) -> dict[str, Any]:
    """What a fresh process says of a folder, and the most memory that it and any of its workers had."""
    done = subprocess.run(
        [sys.executable, "-c", READ, folder], capture_output=True, check=True, text=True, timeout=MOST_SECONDS
    )
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return {**found, "told": dict(found["told"])}


def workbook(rows: list[list[str]], *far: tuple[str, str]) -> bytes:
    """A workbook of one sheet; some cells stand far out."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
        for place, text in far:
            page.write_string(place, text)
    return file.getvalue()


def letter() -> bytes:
    """A standard as a Word document."""
    file, made = io.BytesIO(), docx.Document()
    table = made.add_table(rows=0, cols=2)
    for line in LINES:
        for cell, text in zip(table.add_row().cells, line, strict=True):
            cell.text = text
    made.save(file)
    return file.getvalue()


def swollen(times: int, once: bytes) -> bytes:
    """A deflated stream that becomes so many times the same: its block is repeated, so that it is made at once."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(once) + packer.flush(zlib.Z_FULL_FLUSH)
    return first * times + zlib.compressobj(9, zlib.DEFLATED, -15).flush()


def with_part(package: bytes, name: str, content: bytes, size: int | None = None) -> bytes:
    """An office document with another part; with a size, the content is a deflated stream that states this size."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED if size is None else zipfile.ZIP_STORED)
    changed = bytearray(made.getvalue())
    if size is not None:
        local = zipfile.ZipFile(io.BytesIO(changed)).getinfo(name).header_offset
        for head, at in ((local, 8), (changed.rindex(b"PK\x01\x02"), 10)):
            struct.pack_into("<H", changed, head + at, zipfile.ZIP_DEFLATED)
            struct.pack_into("<I", changed, head + at + 14, size)
    return bytes(changed)


def pdf(*streams: tuple[bytes, int]) -> bytes:
    """A PDF with a page for each stream, which was deflated so many times, as its content."""
    writer = pypdf.PdfWriter()
    for content, times in streams:
        made = pypdf.generic.DecodedStreamObject()
        made.set_data(content)
        filters = pypdf.generic.ArrayObject([pypdf.generic.NameObject("/FlateDecode")] * times)
        made[pypdf.generic.NameObject("/Filter")] = filters
        page = writer.add_blank_page(612, 792)
        page[pypdf.generic.NameObject("/Contents")] = writer._add_object(made)  # noqa: SLF001 - a stream with a filter of its own
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def swelling_pdf() -> bytes:
    """A stream of 2 GB out of some kilobytes."""
    once = b"\x78\x9c" + swollen(2000, bytes(1_000_000))
    return pdf((zlib.compress(once, 9), 2))


def closed_pdf() -> bytes:
    """A PDF that cannot be read without its password."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(612, 792)
    writer.encrypt("secret", "owner", algorithm="AES-256")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


SHEET, DOCUMENT = "xl/worksheets/sheet1.xml", "word/document.xml"
ROW = b"<row>" + b'<c t="inlineStr"><is><t>Job Title</t></is></c>' * 20_000 + b"</row>"
PARAGRAPH = b"<w:p><w:r><w:t>Job Title</w:t></w:r></w:p>" * 20_000


def unpacked(package: bytes, name: str, said: tuple[bytes, bytes], size: int, *, stated: int | None = None) -> bytes:
    """An office document with a part of this size, whatever it states: an opening, and something many times."""
    opening, once = said
    begun = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = begun.compress(opening) + begun.flush(zlib.Z_FULL_FLUSH)
    return with_part(package, name, head + swollen(size // len(once), once), size if stated is None else stated)


@pytest.fixture(scope="module")
def harmful() -> dict[str, bytes]:
    """Documents by their names; each is small, and what it becomes is not."""
    book = workbook(LINES)
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    page = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    nested = b"<w:tbl><w:tr><w:tc>" * 50_000
    wide = b'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    merged = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    laughs = LAUGHS.encode()
    return {
        "bomb.xlsx": unpacked(book, SHEET, (sheet, ROW), 1_500_000_000),
        "bomb.docx": unpacked(letter(), DOCUMENT, (page, PARAGRAPH), 1_500_000_000),
        "denied.xlsx": unpacked(book, SHEET, (sheet, ROW), 1_500_000_000, stated=10_000_000),
        "denied.docx": unpacked(letter(), DOCUMENT, (page, PARAGRAPH), 1_500_000_000, stated=10_000_000),
        "large.xlsx": unpacked(book, SHEET, (sheet, ROW), 400_000_000),
        "large.docx": unpacked(letter(), DOCUMENT, (page, PARAGRAPH), 400_000_000),
        "laughs.xlsx": with_part(book, "xl/sharedStrings.xml", laughs),
        "laughs.docx": with_part(letter(), DOCUMENT, laughs),
        "far.xlsx": workbook(LINES, ("XFD1048576", "far"), ("A1048576", "low"), ("XFD1", "wide")),
        "merged.xlsx": with_part(book, SHEET, sheet + b'<row r="1"><c r="A1"><v>1</v></c></row>' + merged),
        "nested.docx": with_part(letter(), DOCUMENT, page + nested),
        "wide.docx": with_part(letter(), DOCUMENT, page + wide * 100 + b"</w:body></w:document>"),
        "swelling.pdf": swelling_pdf(),
        "many.pdf": pdf(*[(b"\x78\x9c" + swollen(60, bytes(1_000_000)), 1)] * 30),
        "marks.pdf": pdf((zlib.compress(b"0 0 m 9 9 l S " * 4_000_000), 1)),
        "closed.pdf": closed_pdf(),
        "nested.html": b"<html>" + b"<div>" * 2_000_000 + b"Job Title",
        "spans.html": b"<table>" + b"<tr><td rowspan=100000 colspan=100000>Job Title" * 2000,
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("closed.pdf", "protected by a password: save a copy without one (print it to PDF) and read that"),
        ("swelling.pdf", "its data grow too much when decoded"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_one_problem(
    folder: Path, harmful: dict[str, bytes], name: str, said: str
) -> None:
    """It is named with what to do, and the others are read."""
    (folder / name).write_bytes(harmful[name])
    catalogue = cp.load(folder)
    ((document, severity, message),) = [(one.document, one.severity, one.message) for one in catalogue.problems]
    assert (document, severity) == (name, "problem")
    assert message.startswith(said)
    assert [role.title for role in catalogue.roles if role.defined] == ["Anl 1", "Anl 2"]


def test_no_document_takes_all_memory(folder: Path, harmful: dict[str, bytes]) -> None:
    """Of all that swell, no worker nor the program itself takes 1.5 GiB, and the others are read."""
    for name, content in harmful.items():
        assert len(content) < 12_000_000
        (folder / name).write_bytes(content)
    found = read(folder)
    assert max(found["used"]) < MOST_MEMORY
    assert sorted(found["told"]) == sorted(harmful)
    assert {"Anl 1", "Anl 2"} <= set(found["roles"])
