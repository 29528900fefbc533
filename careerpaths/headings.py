"""The heading of a table of records: which row it is, and what each of its columns means.

A heading is sought in the first rows of a table; it may stand over two rows, the upper one naming groups ("Next role"
over "Title" and "Code").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from careerpaths.model import Row
from careerpaths.titles import fold
from careerpaths.vocabulary import Vocabulary

LOOKED_AT = 20
"""Rows in which a heading is sought."""
_LONGEST_HEADING = 200
"""Characters; a longer text is none, and taking it apart would take the square of its length."""
_LONGEST = 60
_SUBJECTS = frozenset({"title", "job_code", "from", "from_code"})
_TARGETS = frozenset({"next", "next_code", "to", "to_code"})
_NUMBER = re.compile(r"(?<!\S)(\d{1,2})(?!\S)")
_MANY = _TARGETS | {"promoted_from", "reports_to"}
COUNTERS = frozenset({"no", "number"})
"""Headings of columns that may hold a job code, or only count the rows."""
# Words for what only overlays and lists of titles state; a subject with one of these beside it is a heading too.
_FURTHER = re.compile(
    r"\b(?:grade|salary|pay|wage|rate|minimum|midpoint|maximum|headcount|fte|openings|vacancies|incumbents|location)\b"
)
# What a lower heading means below an upper one: "Code" below "Next role".
_BELOW = {
    ("from", "title"): "from",
    ("from", "job_code"): "from_code",
    ("to", "title"): "to",
    ("to", "job_code"): "to_code",
    ("next", "title"): "next",
    ("next", "job_code"): "next_code",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One column of a table.

    Attributes:
        index: its cell in a row, from 0.
        text: as in the document; an upper and a lower heading joined by a space.
        kind: what stands in it ("title", "job_code", "next" ...); None where the words are not known.
        number: of several alike ("Next role 2"); 0 without one.
    """

    index: int
    text: str
    kind: str | None
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The heading of a table.

    Attributes:
        first: the place of its first row among the rows.
        rows: how many rows it takes, 1 or 2.
        columns: filled heading cells from left to right.
    """

    first: int
    rows: int
    columns: tuple[Heading, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of columns that were recognized."""
        return frozenset(column.kind for column in self.columns if column.kind)

    @property
    def is_move_list(self) -> bool:
        """Whether each record is a move, from one role to another."""
        return bool(self.kinds & {"from", "from_code", "to", "to_code"})


def find_headings(rows: Sequence[Row], *, vocabulary: Vocabulary) -> Headings | None:
    """The heading of a table of records; None where the rows are none."""
    for first in range(min(LOOKED_AT, len(rows))):
        for count in (2, 1):
            columns = tuple(_columns(rows[first : first + count], count, vocabulary))
            found = Headings(first=first, rows=count, columns=columns)
            if _is_heading(found, rows[first : first + count], vocabulary) and _has_records(found, rows, vocabulary):
                return found
    return None


def _columns(rows: Sequence[Row], count: int, vocabulary: Vocabulary) -> Iterator[Heading]:
    if len(rows) < count:
        return
    lower = rows[-1].cells
    upper = _filled_on(rows[0].cells, len(lower)) if count == 2 else ("",) * len(lower)  # noqa: PLR2004 - two rows
    found = []
    for index, (above, text) in enumerate(zip(upper, lower, strict=True)):
        if text or above:
            kind, number = _meaning(above, text, vocabulary)
            said = " ".join(filter(None, dict.fromkeys((above, text))))
            found.append(Heading(index=index, text=said, kind=kind, number=number))
    yield from _each_once(found)


def _each_once(found: Sequence[Heading]) -> Iterator[Heading]:
    """One column for each thing that a record has one of: the first, but "No." only where no other is a job code."""
    taken: dict[str, int] = {}
    for one in sorted(found, key=lambda one: (fold(one.text) in COUNTERS, one.index)):
        if one.kind and one.kind not in _MANY:
            taken.setdefault(one.kind, one.index)
    for one in found:
        again = one.kind is not None and taken.get(one.kind, one.index) != one.index
        yield replace(one, kind=None, number=0) if again else one


def _filled_on(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """An upper heading stands above all cells up to the next one."""
    filled, last = [], ""
    for text in [*cells, *[""] * width][:width]:
        last = text or last
        filled.append(last)
    return tuple(filled)


def _meaning(above: str, text: str, vocabulary: Vocabulary) -> tuple[str | None, int]:
    kind, number = column_kind(text, vocabulary=vocabulary)
    if not above:
        return kind, number
    group, place = column_kind(above, vocabulary=vocabulary)
    whole, whole_number = column_kind(f"{above} {text}", vocabulary=vocabulary)
    if group and kind and (group, kind) in _BELOW:
        return _BELOW[group, kind], number or place
    if whole:
        return whole, whole_number or place
    return (group, place) if not text else (kind, number)


def column_kind(text: str, *, vocabulary: Vocabulary) -> tuple[str | None, int]:
    """What a heading means and its number; (None, 0) where it is not known.

    ("next", 2) for "Next role 2", ("next_code", 2) for "Next role 2 code".
    """
    if len(text) > _LONGEST_HEADING:
        return None, 0
    folded = fold(text)
    if folded in vocabulary.columns:
        return vocabulary.columns[folded], 0
    numbers = _NUMBER.findall(folded)
    stem = " ".join(_NUMBER.sub(" ", folded).split()) if len(numbers) == 1 else folded
    kind = vocabulary.columns.get(stem) or _composed(stem, vocabulary)
    if kind in _TARGETS or (kind and not numbers):
        return kind, int(numbers[0]) if numbers else 0
    return None, 0


def _composed(folded: str, vocabulary: Vocabulary) -> str | None:
    """What a heading of two known parts means: "leads to" and "job code"."""
    said = folded.split()
    pairs = ((" ".join(said[:at]), " ".join(said[at:])) for at in range(1, len(said)))
    known = ((vocabulary.columns.get(one, ""), vocabulary.columns.get(other, "")) for one, other in pairs)
    return next((_BELOW[pair] for pair in known if pair in _BELOW), None)


def heading_of(row: Row, *, vocabulary: Vocabulary) -> tuple[Heading, ...]:
    """The columns that a row in the middle of a table begins anew; empty where it is none but a record."""
    columns = tuple(_columns([row], 1, vocabulary))
    kinds = {column.kind for column in columns}
    return columns if None not in kinds and len(kinds) > 1 and kinds & _SUBJECTS else ()


def _is_heading(found: Headings, rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    if len(rows) < found.rows or any(len(cell) > _LONGEST for row in rows for cell in row.cells):
        return False
    if found.rows == 2 and not _are_two(rows, vocabulary):  # noqa: PLR2004 - two rows
        return False
    further = any(_FURTHER.search(fold(column.text)) for column in found.columns if not column.kind)
    return bool(found.kinds & _SUBJECTS) and (len(found.kinds) > 1 or further)


def _are_two(rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """Whether two rows are one heading: the upper one groups columns, and the lower one says what of each."""
    lower = rows[-1].cells
    upper = _filled_on(rows[0].cells, len(lower))
    groups = [column_kind(above, vocabulary=vocabulary)[0] for above in upper]
    kinds = [column_kind(text, vocabulary=vocabulary)[0] for text in lower]
    below = [kind for group, kind in zip(groups, kinds, strict=True) if (group or "", kind or "") in _BELOW]
    unknown = sum(1 for text, kind in zip(lower, kinds, strict=True) if text and not kind)
    known = sum(1 for kind in kinds if kind)
    return bool(below) and unknown <= (known if "title" in below else 0)


def _has_records(found: Headings, rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """Whether something stands below the subject, and no row label: a row of pairs is no heading."""
    subjects = [column.index for column in found.columns if column.kind in _SUBJECTS]
    below = rows[found.first + found.rows : found.first + found.rows + LOOKED_AT]
    cells = [row.cells[index] for row in below for index in subjects if index < len(row.cells)]
    filled = [cell for cell in cells if cell]
    words = {*vocabulary.labels, *vocabulary.columns}
    if not filled or _NUMBER.sub("", fold(filled[0])).strip() in words:
        return False
    # A form has one row of values, then labels again.
    return not (len(below) > 1 and _are_labels(below[1], vocabulary))


def _are_labels(row: Row, vocabulary: Vocabulary) -> bool:
    """Whether a row consists of headings, but of none that a record is about."""
    kinds = {column_kind(cell, vocabulary=vocabulary)[0] for cell in row.cells if cell}
    return None not in kinds and not kinds & _SUBJECTS
