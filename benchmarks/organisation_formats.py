"""Documents of an organisation in other formats than text: which has which, and the writing of CSV and HTML.

A format says the same as the text does; the rows, cut into pages, are those of the text layout. Standard library only,
but for the formats whose rooms are loaded when they are written.
"""

from __future__ import annotations

import csv
import html
import io
import unicodedata
from dataclasses import replace
from importlib import import_module
from itertools import cycle
from typing import TYPE_CHECKING

from organisation_pages import Place, laid_rows, tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from random import Random

    from organisation_pages import Layout, Sheet
    from organisation_truth import Cell, Standard

TEXT = "text"
FORMATS = (TEXT, "csv", "html", "xlsx", "docx", "pdf")
_ROOMS = {
    "csv": (__name__, "as_csv"),
    "html": (__name__, "as_html"),
    "xlsx": ("organisation_packages", "as_xlsx"),
    "docx": ("organisation_packages", "as_docx"),
    "pdf": ("organisation_paper", "as_pdf"),
}
"""The room and the function that writes a format."""
_NOWHERE = Place(line=0, page=0, whole=False)
_SEPARATORS = ",,;\t|"
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16")


def in_formats(
    standards: Sequence[Standard], formats: Sequence[str], random: Random
) -> tuple[tuple[Standard, ...], dict[str, str]]:
    """The standards with each document in one of the formats, in order of their paths; and the format of each path."""
    documents = list(dict.fromkeys(one.document for one in standards))
    random.shuffle(documents)
    names = dict(zip(documents, cycle(formats), strict=False))
    moved = [_moved(one, names[one.document]) for one in standards]
    kinds = {new.document: names[old.document] for new, old in zip(moved, standards, strict=True)}
    return tuple(sorted(moved, key=lambda one: one.document)), kinds


def _moved(standard: Standard, kind: str) -> Standard:
    """A standard in a document of this format; accents of PDF are parts of their letters."""
    if kind == TEXT:
        return standard
    stem, ending = standard.document[:-3], standard.document[-3:]
    found = replace(standard, document=stem + (kind.upper() if ending.isupper() else kind))
    if kind != "pdf":
        return found
    rows = tuple((label, tuple(cell and _composed(cell) for cell in cells)) for label, cells in found.path_rows)
    return replace(found, path_rows=rows)


def _composed(cell: Cell) -> Cell:
    titles = tuple((words, unicodedata.normalize("NFC", spelling)) for words, spelling in cell.titles)
    return replace(cell, text=unicodedata.normalize("NFC", cell.text), titles=titles)


def formatted(
    kind: str, sheets: Sequence[Sheet], random: Random, layout: Layout
) -> tuple[bytes, tuple[tuple[Place, ...], ...]]:
    """One document: its bytes, and for each standard that its rows have no line and page to be compared."""
    room, name = _ROOMS[kind]
    content: bytes = getattr(import_module(room), name)(sheets, random, layout)
    return content, tuple((_NOWHERE,) * len(sheet.body) for sheet in sheets)


def as_csv(sheets: Sequence[Sheet], random: Random, layout: Layout) -> bytes:
    """A table with one of the common separators, encodings, line ends; filled up to one width or not."""
    rows = laid_rows(sheets, random, layout)
    width = max(map(len, rows)) if random.random() < 0.5 else 0
    file = io.StringIO()
    writer = csv.writer(
        file,
        delimiter=random.choice(_SEPARATORS),
        lineterminator=random.choice(("\n", "\r\n")),
        quoting=random.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
    )
    writer.writerows((*row, *[""] * (width - len(row))) if width or any(row) else () for row in rows)
    return file.getvalue().encode(random.choice(_ENCODINGS))


def as_html(sheets: Sequence[Sheet], random: Random, layout: Layout) -> bytes:
    """A page with one table for all, or a header table and a main table for each header block."""
    rows = laid_rows(sheets, random, layout)
    is_one = random.random() < 0.5
    parts = [[row for row in rows if any(row)]] if is_one else [part for pair in tables(rows) for part in pair]
    heading = "<h1>Job standards</h1>\n" if random.random() < 0.3 else ""
    body = "\n".join(_html_table(part, random) for part in parts)
    head = "<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>Job standards</title></head>\n"
    return f"{head}<body>{heading}{body}</body></html>\n".encode()


def _html_table(rows: Iterable[tuple[str, ...]], random: Random) -> str:
    first = random.choice(("td", "th"))
    inner = random.choice(("{}", "{}", "<p>{}</p>", "\n    <span>{}</span>\n  "))
    blank = random.choice(("", "&nbsp;"))
    lines = "\n".join(f"  <tr>{''.join(_html_row(row, first, inner, blank))}</tr>" for row in rows)
    return f"<table border=1>\n{lines}\n</table>"


def _html_row(row: tuple[str, ...], first: str, inner: str, blank: str) -> Iterator[str]:
    for at, cell in enumerate(row):
        tag = "td" if at else first
        yield f"<{tag}>{inner.format(html.escape(cell)) if cell else blank}</{tag}>"
