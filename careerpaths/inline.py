"""Lines such as "Job Family: Estates" around a standard: label and value in one cell, read as a row of both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from careerpaths.model import BLANK, Document, Entry, Reading, Row, Standard
from careerpaths.pagination import LabelReader

_LINE = re.compile(r"\s*([^:\n]{1,60}?)\s*:\s*(\S.*)")
_KINDS = frozenset({"job_family", "job_function", "job_summary", "category"})
_VALUE = 2
"""The cell that a value is put into."""


def apart(document: Document, *, read_label: LabelReader) -> tuple[Document, Mapping[int, Row]]:
    """A document with such lines as rows of label and value, and how each of these rows was, by its line."""
    rows = [_row(row, read_label) for row in document.rows]
    changed = {old.line: old for old, new in zip(document.rows, rows, strict=True) if old is not new}
    return (replace(document, rows=tuple(rows)), changed) if changed else (document, {})


def _row(row: Row, read_label: LabelReader) -> Row:
    if not row.cells[0] or any(row.cells[1:]):
        return row
    found = _LINE.fullmatch(row.cells[0])
    if found is None or read_label(found[1]).kind not in _KINDS:
        return row
    return replace(row, cells=(found[1], found[2], *row.cells[_VALUE:]))


def together(reading: Reading, changed: Mapping[int, Row]) -> Reading:
    """What was read out of such a document, told with the cells of the document as it is."""
    if not changed:
        return reading
    fates = {(line, cell): fate for line, cell, fate in reading.fates}
    for line, row in changed.items():
        fates[line, 1] = fates.pop((line, _VALUE))
        if len(row.cells) >= _VALUE:
            fates[line, _VALUE] = BLANK
    return replace(
        reading,
        standards=tuple(_standard(one, changed) for one in reading.standards),
        fates=tuple((line, cell, fate) for (line, cell), fate in sorted(fates.items())),
    )


def _standard(standard: Standard, changed: Mapping[int, Row]) -> Standard:
    columns = tuple(replace(one, entries=_entries(one.entries, changed)) for one in standard.columns)
    return replace(standard, header=_entries(standard.header, changed), columns=columns)


def _entries(entries: Sequence[Entry], changed: Mapping[int, Row]) -> tuple[Entry, ...]:
    return tuple(_entry(one, changed) if one.places[0][0] in changed else one for one in entries)


def _entry(entry: Entry, changed: Mapping[int, Row]) -> Entry:
    line = entry.places[0][0]
    return replace(entry, places=((line, 1),), source=replace(entry.source, text=changed[line].cells[0]))
