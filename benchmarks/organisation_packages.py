"""Standards as Excel workbooks (by XlsxWriter) and as Word documents (from templates, which is far the fastest)."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import xlsxwriter
from organisation_pages import laid_rows, tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from organisation_pages import Layout, Sheet

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone


def as_xlsx(sheets: Sequence[Sheet], random: Random, layout: Layout) -> bytes:
    """A workbook with each standard in a sheet of its own, or all in one; codes as texts, or as numbers with zeros."""
    apart = random.random() < 0.6
    parts = [laid_rows([sheet], random, layout) for sheet in sheets] if apart else [laid_rows(sheets, random, layout)]
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        is_numeric = random.random() < 0.3
        corner = random.choice(((0, 0), (0, 0), (2, 1)))
        for number, rows in enumerate(parts, 1):
            _fill(book.add_worksheet(f"Standard {number}" if apart else None), rows, corner, _zeros(book, is_numeric))
    return file.getvalue()


def _zeros(book: Any, is_numeric: bool) -> dict[int, Any]:  # noqa: FBT001 - drawn by the one caller
    """The number formats with so many digits; none where codes are texts."""
    return {width: book.add_format({"num_format": "0" * width}) for width in range(3, 9)} if is_numeric else {}


def _fill(tab: Any, rows: Sequence[tuple[str, ...]], corner: tuple[int, int], zeros: dict[int, Any]) -> None:
    top, left = corner
    for line, row in enumerate(rows, top):
        for column, cell in enumerate(row, left):
            if cell and zeros and row[0] == "Job Code" and cell.isdigit():
                tab.write_number(line, column, int(cell), zeros[len(cell)])
            elif cell:
                tab.write_string(line, column, cell)


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def as_docx(sheets: Sequence[Sheet], random: Random, layout: Layout) -> bytes:
    """A document with the header tables in the page headers, a section for each standard, or all in its body."""
    if random.random() < 0.4:
        flat = replace(layout, page_break=0, page_at_cut=0, header_wrap=0, bare_first_page=0, title_cut=0)
        return _docx_in_sections([next(tables(laid_rows([sheet], random, flat))) for sheet in sheets])
    rows = laid_rows(sheets, random, layout)
    is_one = random.random() < 0.3
    parts = [[row for row in rows if any(row)]] if is_one else [part for pair in tables(rows) for part in pair]
    body = "<w:p/>".join(map(_docx_table, filter(None, parts)))
    return _packed(f"{body}<w:p/><w:sectPr/>", ())


def _docx_in_sections(found: Sequence[tuple[Any, Any]]) -> bytes:
    """Each standard in a section with its header table in the page header."""
    body = ""
    for number, (_, main) in enumerate(found, 1):
        section = f'<w:sectPr><w:headerReference w:type="default" r:id="h{number}"/></w:sectPr>'
        is_last = number == len(found)
        end = f"<w:p/>{section}" if is_last else f"<w:p><w:pPr>{section}</w:pPr></w:p>"
        body += _docx_table(main) + end
    return _packed(body, [f"{_docx_table(header)}<w:p/>" for header, _ in found])


def _docx_table(rows: Sequence[tuple[str, ...]]) -> str:
    width = max(map(len, rows))
    grid = f"<w:tblPr/><w:tblGrid>{'<w:gridCol/>' * width}</w:tblGrid>"
    return f"<w:tbl>{grid}{''.join(_docx_row(row, width) for row in rows)}</w:tbl>"


def _docx_row(row: tuple[str, ...], width: int) -> str:
    """A row; what follows its last cell is one cell over the columns that are left, as a merged one is."""
    cells = "".join(map(_docx_cell, row))
    left = width - len(row)
    rest = f'<w:tc><w:tcPr><w:gridSpan w:val="{left}"/></w:tcPr><w:p/></w:tc>' if left else ""
    return f"<w:tr>{cells}{rest}</w:tr>"


def _docx_cell(text: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:tc><w:p>{run}</w:p></w:tc>"


def _packed(body: str, headers: Sequence[str]) -> bytes:
    """The package: the same text gives the same bytes."""
    names = f'xmlns:w="{_W}" xmlns:r="{_R}"'
    parts = {
        "[Content_Types].xml": _content_types(len(headers)),
        "_rels/.rels": _relations([("d", "officeDocument", "word/document.xml")]),
        "word/document.xml": f"{_HEAD}<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            [(f"h{number}", "header", f"header{number}.xml") for number in range(1, len(headers) + 1)]
        ),
    }
    parts |= {
        f"word/header{number}.xml": f"{_HEAD}<w:hdr {names}>{text}</w:hdr>" for number, text in enumerate(headers, 1)
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _content_types(headers: int) -> str:
    kinds = [("document.xml", "document.main"), *((f"header{n}.xml", "header") for n in range(1, headers + 1))]
    parts = "".join(_override(name, kind) for name, kind in kinds)
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{rels}{xml}{parts}</Types>'


def _override(name: str, kind: str) -> str:
    return f'<Override PartName="/word/{name}" ContentType="{_TYPE}.{kind}+xml"/>'


def _relations(found: Iterable[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"/>' for key, kind, target in found)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
