"""Tables side by side in one sheet: each is read for itself, and cited by the cells of the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from careerpaths.headings import LOOKED_AT, column_kind
from careerpaths.mentions import listed
from careerpaths.model import (
    BLANK,
    NOTE,
    UNPLACED,
    Column,
    Document,
    Entry,
    Problem,
    Reading,
    Row,
    Standard,
    places_in,
)
from careerpaths.pagination import LabelReader
from careerpaths.titles import fold
from careerpaths.vocabulary import Vocabulary

_SUBJECTS = frozenset({"title", "from"})
_LEAST_LABELS = 3
"""Rows in which a label stands where another standard begins."""
_FIRST_BESIDE = 2
"""The column from which on a table stands beside another one: the first may only name sections."""
_LEAST_ALIKE = 2
"""Headings that come again where another table begins."""


def side_by_side(
    document: Document, *, read_label: LabelReader, vocabulary: Vocabulary
) -> tuple[tuple[int, Document], ...]:
    """The tables of a document that stand beside each other, each with the number of cells before it.

    Another table of records begins where the headings come again; another standard where its labels do, the one of the
    titles among them. One pair where nothing stands beside; it begins behind a column that only names sections.
    """
    rows = document.rows
    front = 1 if _begins_behind(rows, read_label) else 0
    starts = [] if front else _headings_again(rows, vocabulary) or _labels_again(rows, read_label)
    if not starts and not front:
        return ((0, document),)
    edges = [front, *starts, max(len(row.cells) for row in rows)]
    return tuple((start, _between(document, start, end)) for start, end in pairwise(edges))


def _begins_behind(rows: Sequence[Row], read_label: LabelReader) -> bool:
    """Whether the labels of a standard stand in the second column, that of the titles among them, and few before."""
    kinds = [read_label(row.cells[1]).kind for row in rows if len(row.cells) > _LEAST_LABELS and row.cells[1]]
    known = len([kind for kind in kinds if kind])
    if "title" not in kinds or known < _LEAST_LABELS:
        return False
    before = [read_label(row.cells[0]).kind for row in rows if row.cells[0]]
    return "title" not in before and _LEAST_LABELS * len([kind for kind in before if kind]) <= known


def _headings_again(rows: Sequence[Row], vocabulary: Vocabulary) -> list[int]:
    """Where the headings of the first table come again, left to right."""
    for above, row in zip([None, *rows], rows[:LOOKED_AT], strict=False):
        if above is not None and len(_known(above, vocabulary)) > 1:
            # They stand above groups of columns of one table: "Current role", "Next role".
            return []
        cells = [fold(text) if len(text) <= LOOKED_AT * 10 else "" for text in row.cells]
        subjects = [
            at for at, text in enumerate(cells) if text and column_kind(text, vocabulary=vocabulary)[0] in _SUBJECTS
        ]
        again = [at for at in subjects[1:] if cells[at] == cells[subjects[0]]]
        first = next((at for at, text in enumerate(cells) if text), 0)
        starts = [first + at - subjects[0] for at in again]
        if starts and all(_is_alike(cells, first, start, starts[0] - first) for start in starts):
            return starts
    return []


def _known(row: Row, vocabulary: Vocabulary) -> list[str]:
    return [text for text in row.cells if text and column_kind(text, vocabulary=vocabulary)[0]]


def _is_alike(cells: Sequence[str], first: int, start: int, width: int) -> bool:
    pairs = zip(cells[first : first + width], cells[start : start + width], strict=False)
    filled = [one == other for one, other in pairs if one and other]
    return len(filled) >= _LEAST_ALIKE and all(filled)


def _labels_again(rows: Sequence[Row], read_label: LabelReader) -> list[int]:
    """Where labels of a standard stand again in the row of the titles, and in others."""
    titles = [row for row in rows if len(row.cells) > _LEAST_LABELS and read_label(row.cells[0]).kind == "title"]
    found = {
        at for row in titles for at, text in enumerate(row.cells) if at and text and read_label(text).kind == "title"
    }
    return sorted(at for at in found if _labels_at(rows, at, read_label) >= _LEAST_LABELS)


def _labels_at(rows: Sequence[Row], at: int, read_label: LabelReader) -> int:
    return sum(1 for row in rows if at < len(row.cells) and row.cells[at] and read_label(row.cells[at]).kind)


def _between(document: Document, start: int, end: int) -> Document:
    """Some columns of a document; what its reader has to say is told with the first."""
    rows = (replace(row, cells=row.cells[start:end]) for row in document.rows)
    kept = tuple(row for row in rows if any(row.cells))
    return replace(document, rows=kept, problems=document.problems if start < _FIRST_BESIDE else ())


def as_one(whole: Document, tables: Sequence[tuple[int, Document]], readings: Sequence[Reading]) -> Reading:
    """What was read out of the tables of a document, told with the cells of the document.

    Args:
        whole: the document.
        tables: from `side_by_side`.
        readings: one for each of them.
    """
    if len(tables) == 1 and tables[0][0] == 0:
        return readings[0]
    ends = [*(start for start, _ in tables[1:]), None]
    parts = [(start, end, table) for (start, table), end in zip(tables, ends, strict=True)]
    fates = [
        fate
        for one, (start, end, part) in zip(readings, parts, strict=True)
        for fate in _fates(one, part, whole, start, end)
    ]
    return replace(
        readings[0],
        standards=tuple(
            _standard_moved(standard, start)
            for one, (start, _, _) in zip(readings, parts, strict=True)
            for standard in one.standards
        ),
        problems=(*(problem for one in readings for problem in one.problems), *_say_sections(whole, tables[0][0])),
        fates=tuple(sorted([*fates, *_fates_before(whole, tables[0][0])])),
    )


def _fates_before(whole: Document, first: int) -> Iterator[tuple[int, int, str]]:
    for row in whole.rows:
        yield from ((row.line, at, UNPLACED if cell else BLANK) for at, cell in enumerate(row.cells[:first], 1))


def _say_sections(whole: Document, first: int) -> Iterator[Problem]:
    """One note on a column before the labels."""
    rows = [row for row in whole.rows if any(row.cells[:first])]
    if rows:
        names = listed(list(dict.fromkeys(row.cells[0] for row in rows)), ", ")
        message = f"the first column only names sections ({names}): not taken; the labels stand behind it"
        place, line = places_in(whole)(rows[0].line), rows[0].line
        yield Problem(severity=NOTE, document=whole.name, place=place, message=message, line=line)


def _fates(
    reading: Reading, part: Document, whole: Document, start: int, end: int | None
) -> Iterator[tuple[int, int, str]]:
    """The fates of some columns; in rows that are blank there, too."""
    there = {row.line for row in part.rows}
    for line, at, fate in reading.fates:
        yield line, at + start, fate
    for row in whole.rows:
        if row.line not in there:
            yield from ((row.line, at, BLANK) for at in range(start + 1, len(row.cells[:end]) + 1))


def _standard_moved(standard: Standard, by: int) -> Standard:
    return replace(
        standard,
        header=tuple(_entries_moved(standard.header, by)),
        columns=tuple(_column_moved(column, by) for column in standard.columns),
    )


def _column_moved(column: Column, by: int) -> Column:
    return Column(
        level=_entry_moved(column.level, by) if column.level else None,
        title=_entry_moved(column.title, by),
        entries=tuple(_entries_moved(column.entries, by)),
    )


def _entries_moved(entries: Sequence[Entry], by: int) -> Iterator[Entry]:
    return (_entry_moved(entry, by) for entry in entries)


def _entry_moved(entry: Entry, by: int) -> Entry:
    return replace(entry, places=tuple((line, at + by) for line, at in entry.places))
