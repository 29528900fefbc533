"""Reading documents: against libraries that only get at the text, the first time and again, and as they grow."""

from __future__ import annotations

import io
import os
import tempfile
from collections import Counter
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pdfplumber
import pypdfium2
from measuring import TENTH, Line, Scale, Side, compared, require
from measuring_inputs import contents, documents, size
from organisation_formats import FORMATS, TEXT

import careerpaths as cp
from careerpaths.loading import find_sources
from careerpaths.readers import read as read_rows
from careerpaths.share import read_all
from careerpaths.titles import fold, title_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Documents = Sequence[tuple[str, bytes]]
    Cells = list[str]

TEXT_LIMIT, TABLES_LIMIT, SHEETS_LIMIT = 4, 1 / 20, 1.5
KEPT_LIMIT, GROWTH_LIMIT = 0.1, 12
LOAD = "careerpaths.load(folder, keep=False)"


def read(scale: Scale) -> Iterator[Line]:
    """Reading, linking and merging text, against cutting the same bytes into rows and cells."""
    count = scale.standards
    with tempfile.TemporaryDirectory() as place:
        folder = documents(Path(place), count, (TEXT,))
        ours = Side(LOAD, partial(_load, folder))
        rival = Side(
            '[[cell.strip() for cell in line.split("\\t")] for line in text.splitlines()] for each file',
            partial(_split, folder),
        )
        yield compared(f"reading {count} standards as text ({size(folder)})", ours, rival, rounds=scale.rounds)


def _load(folder: Path) -> cp.Catalogue:
    # What is remembered of words would make every round but the first faster than a user's one run.
    for remembering in (fold, title_key):
        remembering.cache_clear()
    return cp.load(folder, keep=False)


def _split(folder: Path) -> list[list[list[str]]]:
    return [
        [[cell.strip() for cell in line.split("\t")] for line in content.decode("utf-8-sig").splitlines()]
        for _, content in contents(folder)
    ]


def read_formats(scale: Scale) -> Iterator[Line]:
    """The readers of PDF and XLSX in one process, against libraries that give the same text, tables or cells."""
    # Where both sides are fast, a few rounds say little.
    few, many = min(scale.rounds, 3), scale.rounds * 3
    for kind, name, rival, limit, rounds in (
        ("pdf", "pypdfium2: page.get_textpage().get_text_bounded() for each page", _texts_by_pdfium, TEXT_LIMIT, many),
        ("pdf", "pdfplumber: page.extract_tables() for each page", _tables_by_pdfplumber, TABLES_LIMIT, few),
        ("xlsx", "openpyxl: sheet.iter_rows(values_only=True), read_only=True", _cells_by_openpyxl, SHEETS_LIMIT, many),
    ):
        with tempfile.TemporaryDirectory() as place:
            given = contents(documents(Path(place), scale.papers, (kind,)))
        _require_same_letters(kind, given, rival)
        yield compared(
            f"{scale.papers} standards as {kind.upper()}",
            Side(f'careerpaths.readers.read("{kind}", name, content)', partial(_cells, kind, given)),
            Side(name, partial(rival, given)),
            rounds=rounds,
            limit=limit,
        )


def _cells(kind: str, given: Documents) -> Cells:
    return [
        cell
        for name, content in given
        for part in read_rows(kind, name, content)
        for row in part.rows
        for cell in row.cells
    ]


def _texts_by_pdfium(given: Documents) -> Cells:
    found = []
    for _, content in given:
        document = pypdfium2.PdfDocument(content)
        for page in document:
            found.append(page.get_textpage().get_text_bounded())
            page.close()
        document.close()
    return found


def _tables_by_pdfplumber(given: Documents) -> Cells:
    found = []
    for _, content in given:
        with pdfplumber.open(io.BytesIO(content)) as document:
            tables = [table for page in document.pages for table in page.extract_tables()]
        found += [cell for table in tables for row in table for cell in row if cell]
    return found


def _cells_by_openpyxl(given: Documents) -> Cells:
    found = []
    for _, content in given:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        found += [
            str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None
        ]
    return found


def _require_same_letters(kind: str, given: Documents, rival: Callable[[Documents], Cells]) -> None:
    """Every letter that the rival finds is found by ours; ours says a cell over several columns once for each."""
    theirs, ours = (Counter(filter(str.isalpha, "".join(cells))) for cells in (rival(given), _cells(kind, given)))
    require(not theirs - ours, f"the letters of {kind} ({theirs - ours})")


def kept(scale: Scale) -> Iterator[Line]:
    """The reading part of an organisation in all formats from the cache, against the first time."""
    count = 10 * scale.standards
    with tempfile.TemporaryDirectory() as place:
        sources = find_sources(documents(Path(place, "data"), count, FORMATS))
        again = partial(read_all, sources.documents, sources.configuration)
        with _cache_in(Path(place, "warm")):
            again()
            ours = Side("careerpaths.share.read_all(documents, configuration)", again)
            rival = Side("the same, with an empty cache", partial(_with_empty_cache, again))
            what = f"reading {count:,} standards in all formats, read before"
            yield compared(what, ours, rival, rounds=min(scale.rounds, 3), limit=KEPT_LIMIT)


@contextmanager
def _cache_in(folder: Path) -> Iterator[None]:
    """The program's cache in this folder for a while; `bench` has set it before."""
    before = os.environ["CAREERPATHS_CACHE"]
    os.environ["CAREERPATHS_CACHE"] = str(folder)
    try:
        yield
    finally:
        os.environ["CAREERPATHS_CACHE"] = before


def _with_empty_cache(call: Callable[[], object]) -> None:
    with tempfile.TemporaryDirectory() as empty, _cache_in(Path(empty)):
        call()


def grown(scale: Scale) -> Iterator[Line]:
    """Ten times the standards, as text and in all formats."""
    few, many = scale.standards, 10 * scale.standards
    with tempfile.TemporaryDirectory() as place:
        for name, formats in (("as text", (TEXT,)), ("in all formats", FORMATS)):
            small, large = (documents(Path(place, f"{count} {name}"), count, formats) for count in (few, many))
            yield compared(
                f"reading: {few} to {many:,} standards {name}",
                Side(LOAD, partial(_load, large)),
                Side(TENTH, partial(_load, small)),
                rounds=min(scale.rounds, 3),
                limit=GROWTH_LIMIT,
                note=lambda: "10 is in step",
            )
